"""Builds of the same products at the same time."""

from pathlib import Path

import pytest
from small_workspace import SHOW_PRODUCT, files, small_workspace
from watched_builds import DAY, READS, command, left, stamps, with_vega

from purposebook.publishing.verify import check_site
from purposebook.storage.workspace import Workspace

pytestmark = pytest.mark.slow

PRODUCTS = {"alpha": "Alpha", "beta": "Beta", "gamma": "Gamma", "delta": "Delta"}
ONE, TWO = ("alpha", "beta", "gamma"), ("beta", "gamma", "delta")
OPTIONS = ("--as-of", DAY.isoformat(), "--jobs", "1", "--explain")


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Make products whose chapters can be remembered."""
    chapters = {"report": (READS.format(part="product"), SHOW_PRODUCT), "mission": (READS.format(part="mission"),)}
    return with_vega(small_workspace(tmp_path_factory.mktemp("together") / "w", chapters, PRODUCTS))


def build_both(space: Workspace, first: Path, second: Path, mark: str) -> tuple[str, str]:
    """Build overlapping products in two processes at once; return what each says."""
    with command(space, first, mark, *ONE, *OPTIONS) as one, command(space, second, mark, *TWO, *OPTIONS) as two:
        told = one.communicate(timeout=240)[0], two.communicate(timeout=240)[0]
    assert (one.returncode, two.returncode) == (0, 0), told
    assert left(mark, 2) == []
    return told


def test_into_one_folder(space: Workspace, tmp_path: Path) -> None:
    """The second waits for the first; all sites are whole, and the next build does nothing."""
    told = build_both(space, tmp_path / "site", tmp_path / "site", "one-folder")
    assert len([text for text in told if "waiting for its end" in text]) == 1
    assert [check_site(tmp_path / "site" / product) for product in PRODUCTS] == [()] * 4
    before = stamps(tmp_path / "site")
    with command(space, tmp_path / "site", "again", *OPTIONS) as again:
        assert "4 products unchanged" in again.communicate(timeout=240)[0]
    assert stamps(tmp_path / "site") == before


def test_into_two_folders(space: Workspace, tmp_path: Path) -> None:
    """Both write one cache at once: the same bytes in both, and the next build of either does nothing."""
    for product in PRODUCTS:
        (space.data / product / "product.yml").write_text(f"name: Other {product}\n", encoding="utf-8")
    build_both(space, tmp_path / "one", tmp_path / "two", "two-folders")
    for product in set(ONE) & set(TWO):
        assert check_site(tmp_path / "one" / product) == ()
        assert files(tmp_path / "one" / product) == files(tmp_path / "two" / product)
    for out, products in ((tmp_path / "one", ONE), (tmp_path / "two", TWO)):
        with command(space, out, "again", *products, *OPTIONS) as again:
            assert "3 products unchanged" in again.communicate(timeout=240)[0]
    with command(space, tmp_path / "three", "three", "beta", *OPTIONS) as third:
        assert " ran: " not in third.communicate(timeout=240)[0]
    assert files(tmp_path / "three" / "beta") == files(tmp_path / "one" / "beta")
