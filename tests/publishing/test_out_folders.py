"""Sites go where nothing else is changed by them."""

import datetime as dt
from pathlib import Path

import pytest
from small_workspace import SHOW_PRODUCT, files, small_workspace

from purposebook.errors import UsageError
from purposebook.publishing.build import build
from purposebook.publishing.events import ProductFailed
from purposebook.publishing.portfolio import write_portfolio

DAY = dt.date(2026, 10, 1)


@pytest.mark.parametrize(
    "place", [".", "..", "data", "data/site", "data/alpha", "chapters", "chapters/site", "templates", "_toc.yml"]
)
def test_no_site_mixes_with_what_it_is_made_from(place: str, tmp_path: Path) -> None:
    """A folder of the workspace's own is refused before anything is written."""
    space = small_workspace(tmp_path / "w", {"report": (SHOW_PRODUCT,)}, {"alpha": "Alpha"})
    before = files(tmp_path)
    with pytest.raises(UsageError, match="--out"):
        build(space, space.products(), space.root / place, DAY)
    assert files(tmp_path) == before


def test_nobody_elses_front_page_is_overwritten(tmp_path: Path) -> None:
    """An index.html that no build wrote is somebody's own site."""
    space = small_workspace(tmp_path / "w", {"report": (SHOW_PRODUCT,)}, {"alpha": "Alpha"})
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "index.html").write_text("<h1>My bakery</h1>", encoding="utf-8")
    with pytest.raises(UsageError, match=r"index\.html"):
        build(space, space.products(), tmp_path / "public", DAY)
    assert files(tmp_path / "public") == {"index.html": b"<h1>My bakery</h1>"}


def test_a_dangling_link_stops_no_portfolio(tmp_path: Path) -> None:
    """A link in the place of one failed product neither breaks the page over all sites nor is followed."""
    (tmp_path / "alpha").symlink_to(tmp_path / "nowhere")
    rows = write_portfolio(tmp_path, ("alpha",), {"alpha": ProductFailed("alpha", "it is broken.")})
    assert [row.failed for row in rows] == [True]
    assert (tmp_path / "index.html").is_file()
    assert not (tmp_path / "nowhere").exists()


def test_a_second_build_goes_into_the_same_folder(tmp_path: Path) -> None:
    """A portfolio of ours is known again, also one without any product."""
    space = small_workspace(tmp_path / "w", {"report": (SHOW_PRODUCT,)}, {})
    space.data.mkdir()
    for _ in range(2):
        assert build(space, (), tmp_path / "public", DAY).failed == ()
