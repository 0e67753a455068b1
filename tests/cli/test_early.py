"""Workers start before the command line is read, where a build will need them, and end with the command."""

import os
from pathlib import Path

import psutil
import pytest

from purposebook.publishing.warm.early import early_workers, started

DAY = 86_400


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make what looks like a workspace of three products, of which all but the last stand built as they are."""
    (tmp_path / "chapters").mkdir()
    (tmp_path / ".purposebook" / "_cache" / "products").mkdir(parents=True)
    for name in ("_toc.yml", "chapters/report.ipynb", *(f"data/{slug}/product.yml" for slug in ("one", "two", "new"))):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (DAY, DAY))
    for slug in ("one", "two"):
        (tmp_path / ".purposebook" / "_cache" / "products" / f"{slug}.json").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def count(*arguments: str) -> int:
    """Return how many workers start, and see that they have ended afterwards."""
    before = psutil.Process().children()
    with early_workers(arguments):
        found = len(started())
        assert len(psutil.Process().children()) == len(before) + found
    assert psutil.Process().children() == before
    assert started() == ()
    return found


def test_as_many_as_products_that_changed(root: Path) -> None:
    """At most as many as jobs; a change of the book counts for all."""
    assert count("build") == 1
    assert count("--quiet", "build", "--as-of", "2026-10-01", "--workspace", str(root)) == 1
    (root / "data" / "one" / "observations.csv").touch()
    os.utime(root / "data" / "one" / "observations.csv", (DAY * 40_000, DAY * 40_000))
    assert count("build", "-j", "9") == 2
    assert count("build", "--jobs", "1", "--explain") == 1
    os.utime(root / "chapters" / "report.ipynb", (DAY * 40_000, DAY * 40_000))
    assert count("build", "--jobs", "5") == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        (),
        ("build", "--help"),
        ("build", "-h"),
        ("build", "--scheduler", "tcp://127.0.0.1:1"),
        ("build", "--jobs", "many"),
        ("build", "--workspace"),
        ("build", "--data", "nowhere"),
        ("build", "--workspace", "nowhere"),
        ("--version",),
    ],
)
def test_none_where_nothing_is_built(root: Path, arguments: tuple[str, ...]) -> None:
    """And no word about arguments that are wrong: others say it better."""
    assert count(*arguments) == 0


def test_none_when_nothing_changed(root: Path) -> None:
    """The common case costs nothing."""
    (root / ".purposebook" / "_cache" / "products" / "new.json").touch()
    assert count("build") == 0
