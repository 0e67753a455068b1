"""Builds that are ended from outside, by a key or by force."""

import datetime as dt
import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen

import pytest
from small_workspace import SHOW_PRODUCT, files, small_workspace
from watched_builds import DAY, Log, command, left, processes, with_vega

from purposebook.publishing.crew import Crew
from purposebook.publishing.job import Manner
from purposebook.publishing.verify import check_portfolio, check_site

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("PURPOSEBOOK_KILLS", "6"))
DAYS = (DAY, DAY + dt.timedelta(days=1))
PRODUCTS = {"alpha": "Alpha", "beta": "Beta", "gamma": "Gamma"}
CHAPTERS = {"report": (SHOW_PRODUCT,), "mission": (SHOW_PRODUCT,)}


@dataclass(frozen=True)
class Place:
    """Hold a published workspace, and what its sites should be on each day."""

    log: Log
    right: dict[dt.date, dict[str, bytes]]
    seconds: float
    """How long a build from nothing takes."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Build from nothing for two days, elsewhere, and publish the first."""
    folder = tmp_path_factory.mktemp("kills")
    spaces = [with_vega(small_workspace(folder / name, CHAPTERS, PRODUCTS)) for name in ("w", "a", "b")]
    with command(spaces[0], folder / "timed", "timed", "--as-of", "2026-01-01", "--jobs", "1") as timed:
        begun = time.monotonic()
        assert timed.wait(240) == 0
        seconds = time.monotonic() - begun
    with Crew(1) as crew:
        others = [Log(space, folder / f"{space.root.name}-site", crew) for space in spaces[1:]]
        assert [other.build(day).failed for day, other in zip(DAYS, others, strict=True)] == [(), ()]
        right = {day: files(other.out) for day, other in zip(DAYS, others, strict=True)}
        log = Log(spaces[0], folder / "site", crew)
        assert log.build(DAYS[0]).failed == ()
        yield Place(log, right, seconds)


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_build_leaves_whole_sites_and_nothing_else(number: int, place: Place) -> None:
    """At whatever moment it is killed: whole sites, no process stays, and the next build is as one from nothing."""
    draw = random.Random(number)  # noqa: S311 - repeatable moments
    log, day, mark = place.log, DAYS[(number + 1) % 2], f"killed-{number}"
    with command(log.space, log.out, mark, "--force", "--jobs", "1", "--as-of", day.isoformat()) as running:
        time.sleep(draw.uniform(0.2, place.seconds))
        running.kill()
        assert left(mark, 5 + 2 * place.seconds) == []  # a worker that still reads its code looks up after it
    assert [check_site(log.out / product) for product in PRODUCTS] == [()] * len(PRODUCTS)
    assert log.build(day).failed == ()
    assert files(log.out) == place.right[day]
    assert log.build(day, Manner()).unchanged == tuple(PRODUCTS)


def chapter_runs(running: Popen[str], mark: str, folder: Path) -> bool:
    """Wait until the endless chapter runs."""
    return (folder / "begun").is_file()


def pages_are_made(running: Popen[str], mark: str, folder: Path) -> bool:
    """Wait for the line that says that the only chapter ran."""
    assert running.stdout is not None
    return "report ran:" in running.stdout.readline()


def vega_is_bundled(running: Popen[str], mark: str, folder: Path) -> bool:
    """Wait for the process that bundles."""
    return any("purposebook.publishing.vega" in one.cmdline() for one in processes(mark))


MOMENTS = [
    (chapter_runs, "SIGINT"),
    (chapter_runs, "SIGTERM"),
    (chapter_runs, "SIGHUP"),
    (pages_are_made, "SIGINT"),
    (pages_are_made, "SIGTERM"),
    (vega_is_bundled, "SIGINT"),
    (vega_is_bundled, "SIGHUP"),
]


@pytest.mark.parametrize(("moment", "name"), MOMENTS)
def test_a_build_that_is_asked_to_end_puts_everything_away(
    moment: Callable[[Popen[str], str, Path], bool], name: str, tmp_path: Path
) -> None:
    """Ctrl+C, a closed terminal, a machine that shuts down: exit code 130, a sentence, and nothing left behind."""
    hang = f"open({str(tmp_path / 'begun')!r}, 'w').close()\nwhile True: pass"
    space = small_workspace(tmp_path / "w", {"report": (hang if moment is chapter_runs else SHOW_PRODUCT,)}, PRODUCTS)
    (tmp_path / "t").mkdir()
    if moment is not vega_is_bundled:
        with_vega(space)
    mark = tmp_path.name
    with command(space, tmp_path / "site", mark, "--explain", "--jobs", "1", TMPDIR=str(tmp_path / "t")) as running:
        until = time.monotonic() + 120
        while not moment(running, mark, tmp_path):
            assert time.monotonic() < until
            time.sleep(0.02)
        running.send_signal(getattr(signal, name))
        told = running.communicate(timeout=60)[0]
    assert (running.returncode, "Traceback" in told, told.count("Stopped.")) == (130, False, 1)
    assert left(mark, 1) == []
    assert [path.name for path in (tmp_path / "site").iterdir() if path.name.startswith(".")] == []
    assert {check_site(path.parent) for path in (tmp_path / "site").glob("*/build.json")} <= {()}
    assert check_portfolio(tmp_path / "site") == ()
    assert list((tmp_path / "t").iterdir()) == []
