"""However a build ends, the portfolio speaks of the sites that stand there, or `check --site` names the difference."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from small_workspace import SHOW_PRODUCT, small_workspace
from watched_builds import command, with_vega

from purposebook.storage.workspace import Workspace

pytestmark = pytest.mark.slow

PRODUCTS = {"alpha": "Alpha", "beta": "Beta"}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish two products once; from now on the second one never ends."""
    folder = tmp_path_factory.mktemp("published")
    hang = f"import os\nwhile product == 'beta' and os.path.exists({str(folder / 'hang')!r}): pass"
    assert (
        build(with_vega(small_workspace(folder / "w", {"report": (hang, SHOW_PRODUCT)}, PRODUCTS)), "2026-10-01") == 0
    )
    (folder / "hang").touch()
    return folder


@pytest.fixture
def space(published: Path, tmp_path: Path) -> Workspace:
    """Copy the workspace and its sites."""
    for name in ("w", "site"):
        shutil.copytree(published / name, tmp_path / name)
    return Workspace.find(tmp_path / "w")


def site(space: Workspace) -> Path:
    """Return where its sites stand."""
    return space.root.parent / "site"


def build(space: Workspace, day: str, *words: str) -> int:
    """Build to the end."""
    with command(space, site(space), "whole", "--as-of", day, *words) as running:
        running.communicate(timeout=120)
    return running.returncode


def end_between(space: Workspace, day: str, number: signal.Signals) -> int:
    """Build for another day, and end it when the first site is published and the second is being made."""
    with command(space, site(space), "ended", "--as-of", day, "--jobs", "1") as running:
        assert running.stdout
        next(line for line in running.stdout if line.startswith("alpha: "))
        running.send_signal(number)
        running.communicate(timeout=60)
    return running.returncode


def checked(space: Workspace) -> tuple[int, str]:
    """Check the sites and their portfolio."""
    call = [sys.executable, "-m", "purposebook", "check", "--site", str(site(space))]
    told = subprocess.run(call, capture_output=True, text=True, check=False)
    return told.returncode, told.stdout


def front(space: Workspace) -> str:
    """Return the portfolio."""
    return (site(space) / "index.html").read_text(encoding="utf-8").replace("\xa0", " ")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupted_build_writes_what_it_published(space: Workspace, number: signal.Signals) -> None:
    """Ctrl+C or a machine that shuts down: one product is new, the other as before, and the portfolio says so."""
    assert end_between(space, "2026-10-02", number) == 130
    assert "As of 2 October 2026" in front(space)
    assert "As of 1 October 2026" in front(space)
    assert checked(space) == (0, "Every file is as it was published.\n")


def test_a_killed_build_is_told_and_put_right(space: Workspace) -> None:
    """After a `kill -9` nothing could be written: the check names the product, and following its advice helps."""
    end_between(space, "2026-10-02", signal.SIGKILL)
    assert checked(space) == (1, "index.html shows another state of alpha than its site: build again.\n")
    assert build(space, "2026-10-02", "alpha") == 0
    assert checked(space)[0] == 0
    assert "As of 2 October 2026" in front(space)


def test_a_build_that_ends_at_the_first_failure_writes_it(space: Workspace) -> None:
    """With --fail-fast what was published before the failure is shown as published."""
    (space.data / "beta" / "product.yml").write_text("nam: Beta\n", encoding="utf-8")
    assert build(space, "2026-10-02", "alpha", "beta", "--fail-fast", "--jobs", "1") == 1
    assert checked(space)[0] == 0


def test_a_site_that_went_away_or_came_is_told(space: Workspace) -> None:
    """A site that somebody took away or put there by hand is not what the portfolio says."""
    (site(space) / "alpha").rename(site(space) / "gamma")
    assert checked(space)[1].splitlines() == [
        "index.html does not show gamma: build again.",
        "index.html shows alpha, which is not there: build again.",
    ]


def test_a_portfolio_that_is_missing_is_told(space: Workspace) -> None:
    """A folder of sites without its front page is not as it was published."""
    (site(space) / "index.html").unlink()
    assert checked(space) == (1, "index.html is missing: build again.\n")
