"""A site is replaced in one step, and only a site is."""

import datetime as dt
import sys
import threading
from pathlib import Path

import pytest

from purposebook.domain.result_build import BuildResult, FindingCounts
from purposebook.errors import BuildFailed, UsageError
from purposebook.publishing.events import ProductFailed
from purposebook.publishing.portfolio import write_portfolio
from purposebook.publishing.record import files_of, versions, write_record
from purposebook.publishing.scratch import scratch_folder
from purposebook.publishing.swap import remove_site, swap_in
from purposebook.publishing.verify import check_site


def small_site(folder: Path, text: str) -> Path:
    """Make a site of one page."""
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text, encoding="utf-8")
    counts = FindingCounts(error=0, warning=0, info=0)
    record = BuildResult(
        product="alpha",
        as_of=dt.date(2026, 10, 1),
        versions=versions(),
        inputs=(),
        pages=files_of(folder),
        chapters=(),
        findings=counts,
    )
    write_record(folder, record)
    return folder


def test_a_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    """After a swap the new site stands there, and nothing of the old one is left."""
    place = small_site(tmp_path / "out" / "alpha", "old")
    (place / "deleted-chapter.html").write_text("old", encoding="utf-8")
    swap_in(small_site(tmp_path / "new", "new"), place)
    assert sorted(path.name for path in place.iterdir()) == ["build.json", "index.html"]
    assert not (tmp_path / "new").exists()


def test_other_files_are_never_replaced(tmp_path: Path) -> None:
    """A folder that is no site of ours stays as it is, and so does what a link leads to."""
    (tmp_path / "alpha").mkdir()
    (tmp_path / "alpha" / "thesis.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "beta").symlink_to(tmp_path / "alpha")
    for name in ("alpha", "beta"):
        with pytest.raises(BuildFailed, match="move"):
            swap_in(small_site(tmp_path / f"new-{name}", "new"), tmp_path / name)
        assert not remove_site(tmp_path / name)
    assert (tmp_path / "alpha" / "thesis.txt").read_text(encoding="utf-8") == "mine"


def test_a_build_json_of_another_tool_is_not_ours(tmp_path: Path) -> None:
    """Other tools name a file so too: their folder is neither taken away nor listed."""
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "build.json").write_text('{"commit": "abc"}', encoding="utf-8")
    assert not remove_site(tmp_path / "shop")
    with pytest.raises(BuildFailed, match="other files"):
        swap_in(small_site(tmp_path / "made" / "new", "new"), tmp_path / "shop")
    assert write_portfolio(tmp_path, (), {}) == ()


@pytest.mark.parametrize("card", ["", "{", "[]", '{"slug": "alpha"}', '{"qualities": [], "colour": "red"}'])
def test_a_card_that_was_changed_stops_no_build(card: str, tmp_path: Path) -> None:
    """A card that cannot be read, or that is not the one that was published, counts as none."""
    site = small_site(tmp_path / "alpha", "text")
    (site / "card.json").write_text(card, encoding="utf-8")
    assert [(row.slug, row.card) for row in write_portfolio(tmp_path, ("alpha",), {})] == [("alpha", None)]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a swap is two renames with a short gap")
def test_readers_never_see_a_mixture(tmp_path: Path) -> None:
    """Two thousand reads during swaps each find one whole site."""
    place = small_site(tmp_path / "out", "0")
    done = threading.Event()
    seen: list[str] = []

    def read() -> None:
        while not done.is_set() or len(seen) < 2000:
            seen.append((place / "index.html").read_text(encoding="utf-8"))

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 40):
        swap_in(small_site(tmp_path / "next", str(number)), place)
    done.set()
    reader.join()
    assert set(seen) <= {str(number) for number in range(40)}
    assert check_site(place) == ()


def test_a_site_that_is_taken_away_goes_whole(tmp_path: Path) -> None:
    """The site of a product that is no longer there leaves nothing behind."""
    small_site(tmp_path / "alpha", "text")
    assert remove_site(tmp_path / "alpha")
    assert list(tmp_path.iterdir()) == []


def test_a_build_waits_for_the_one_before(tmp_path: Path) -> None:
    """A second build begins when the first one is done."""
    seen: list[str] = []
    entered = threading.Event()

    def second() -> None:
        with scratch_folder(tmp_path, waits=entered.set):
            seen.append("second")

    with scratch_folder(tmp_path):
        other = threading.Thread(target=second)
        other.start()
        assert entered.wait(10)
        seen.append("first")
    other.join()
    assert seen == ["first", "second"]


def test_a_failed_product_never_spoils_the_site_of_another_version(tmp_path: Path) -> None:
    """A good site whose card we cannot read keeps its front page when its product fails."""
    site = small_site(tmp_path / "alpha", "good")
    write_portfolio(tmp_path, ("alpha",), {"alpha": ProductFailed("alpha", "it is broken.")})
    assert (site / "index.html").read_text(encoding="utf-8") == "good"
    assert check_site(site) == ()


def test_a_scratch_folder_is_taken_away_whatever_happens(tmp_path: Path) -> None:
    """Neither an end, nor an error, nor a build that was killed leaves a folder behind."""
    (tmp_path / ".purposebook-build-killed").mkdir()
    with pytest.raises(KeyboardInterrupt), scratch_folder(tmp_path) as folder:
        (folder / "half.html").write_text("half", encoding="utf-8")
        assert [path.name for path in tmp_path.glob(".purposebook-build-*")] == [folder.name]
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_two_builds_do_not_write_into_one_folder(tmp_path: Path) -> None:
    """The second one is refused with a sentence and disturbs nothing."""
    with scratch_folder(tmp_path) as folder:
        waits: list[str] = []
        with (
            pytest.raises(UsageError, match="Another build"),
            scratch_folder(tmp_path, seconds=0.2, waits=lambda: waits.append("told")),
        ):
            pass
        assert waits == ["told"]
        assert folder.is_dir()
