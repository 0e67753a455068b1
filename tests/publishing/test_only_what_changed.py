"""A build runs the chapters that read what changed, writes the files whose bytes changed, and says why."""

import datetime as dt
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_workspace import ROOT, files
from watched_builds import DAY, Log, edited, stamps, workspace_copy

from purposebook.publishing.cache.store import Store
from purposebook.publishing.crew import Crew
from purposebook.publishing.job import Manner
from purposebook.publishing.verify import check_site
from purposebook.storage.workspace import Workspace

pytestmark = pytest.mark.slow

CHAPTERS = {f"coursecraft/{name}" for name in Workspace.find(ROOT).chapters()}
ROW = "active-learners,2026-01-05,"


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Log]:
    """Publish the worked example once, with workers that stay warm."""
    folder = tmp_path_factory.mktemp("changed")
    with Crew(1) as crew:
        made = Log(workspace_copy(folder / "w", "coursecraft"), folder / "site", crew)
        assert made.build().failed == ()
        assert set(made.ran().values()) == {"no earlier run of it is kept"}
        yield made


@pytest.fixture
def data(log: Log) -> Path:
    """Return the product's folder, with its site as of the first build."""
    log.build()
    return log.space.data / "coursecraft"


def changed(log: Log, before: dict[str, tuple[int, int]]) -> set[str]:
    """Return the files of the site that are not the very files of before."""
    after = stamps(log.out / "coursecraft")
    assert check_site(log.out / "coursecraft") == ()
    return {name for name in after if after[name] != before.get(name)}


def test_nothing_changed(log: Log, data: Path) -> None:
    """Nothing runs, and every file stays the very file that it was, with its time."""
    before = stamps(log.out)
    assert log.build().unchanged == ("coursecraft",)
    assert log.lines == ["coursecraft did not run: nothing changed"]
    assert stamps(log.out) == before


def test_one_observation_changed(log: Log, data: Path) -> None:
    """The chapters that read observations run, each for that reason; files with other bytes alone are written."""
    before, bytes_before = stamps(log.out / "coursecraft"), files(log.out / "coursecraft")
    rows = (data / "observations.csv").read_text(encoding="utf-8").splitlines()
    value = rows[1].split(",")[2]
    with edited(data / "observations.csv", rows[1], rows[1].replace(f",{value},", f",{value}1,", 1)):
        assert log.build().published == ("coursecraft",)
    reading = ("objectives", "metrics", "report", "experiments", "review")
    ran = {f"coursecraft/{name}": "observations.csv changed" for name in reading}
    assert log.ran() == ran
    others = {f"{name} did not run: nothing that it reads changed" for name in CHAPTERS - set(ran)}
    assert {line for line in log.lines if "did not run" in line} == others
    after = files(log.out / "coursecraft")
    different = {name for name in after if after[name] != bytes_before.get(name)}
    assert {"metrics.html", "index.html", "build.json"} <= different
    assert changed(log, before) == different


def test_the_store_is_cut_back_where_something_is_made(log: Log, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, while the last product is being made; a build that changes nothing does not look at every file of it."""
    cut: list[Store] = []

    def trim(store: Store) -> None:
        """Note that a store was cut back."""
        cut.append(store)

    monkeypatch.setattr(Store, "trim", trim)
    log.build()
    assert not cut
    with edited(data / "mission.yml", "teacher", "tutor"):
        log.build()
    assert len(cut) == 1


def test_going_back_runs_nothing(log: Log, data: Path) -> None:
    """The earlier state is still known: the same bytes as at first, without a run."""
    first = files(log.out)
    with edited(data / "mission.yml", "Teach once, reach many.", "Teach twice, reach more."):
        assert log.build().failed == () and log.ran()
        assert files(log.out) != first
    assert log.build().published == ("coursecraft",)
    assert log.ran() == {}
    assert files(log.out) == first


def test_other_prose_of_a_chapter_runs_nothing(log: Log, data: Path) -> None:
    """The page shows the new words beside what the cells showed before."""
    path = log.space.root / "chapters" / "mission.ipynb"
    before = stamps(log.out / "coursecraft")
    with edited(path, "What the product is for", "Whatever the product is for"):
        assert log.build().published == ("coursecraft",)
    assert log.ran() == {}
    assert "Whatever the product is for" in (log.out / "coursecraft/mission.html").read_text(encoding="utf-8")
    assert changed(log, before) <= {"mission.html", "build.json", "_static/search-index.js"}


def test_other_code_of_a_chapter_runs_it_alone(log: Log, data: Path) -> None:
    """No other chapter runs for it."""
    chapter = json.loads((log.space.root / "chapters" / "personas.ipynb").read_text(encoding="utf-8"))
    cell = next(cell for cell in chapter["cells"] if "open_chapter(" in "".join(cell["source"]))
    line = json.dumps("".join(cell["source"]))[1:-1]
    with edited(log.space.root / "chapters" / "personas.ipynb", line, f"{line}  # the same"):
        assert log.build().published == ("coursecraft",)
    assert log.ran() == {"coursecraft/personas": "its code changed"}


def test_a_part_that_appears_is_new(log: Log, data: Path) -> None:
    """A chapter runs when a part has gone, and when one is there that it looked for in vain."""
    part = data / "personas.yml"
    before = part.read_text(encoding="utf-8")
    part.unlink()
    try:
        log.build()
        gone = log.ran()
        part.write_text(f"# new\n{before}", encoding="utf-8")
        log.build()
    finally:
        part.write_text(before, encoding="utf-8")
    assert set(gone.values()) == {"personas.yml is gone"}
    assert log.ran() == dict.fromkeys(gone, "personas.yml is new")
    assert "coursecraft/personas" in gone


def test_the_day_counts_for_those_who_use_it(log: Log, data: Path) -> None:
    """On another day the chapters run that used the day; the page of each carries the new one."""
    log.build(DAY + dt.timedelta(days=1))
    assert set(log.ran().values()) == {"the day changed from 2026-10-01 to 2026-10-02"}
    assert "coursecraft/metrics" in log.ran()
    assert set(log.ran()) < CHAPTERS
    assert "2 October 2026" in (log.out / "coursecraft/index.html").read_text(encoding="utf-8").replace("\xa0", " ")


def test_force_runs_all_and_changes_nothing(log: Log, data: Path) -> None:
    """`--force` runs every chapter; the site that comes of it is the very one that stands there."""
    before = stamps(log.out)
    assert log.build(manner=Manner(force=True)).published == ("coursecraft",)
    assert log.ran() == dict.fromkeys(log.ran(), "--force was given")
    assert set(log.ran()) == CHAPTERS
    assert stamps(log.out) == before


@pytest.mark.parametrize("damage", [b"", b"x" * 100])
def test_a_damaged_result_is_made_again(damage: bytes, log: Log, data: Path) -> None:
    """What is kept and damaged is thrown away, run again and explained, and the site is the same."""
    first = files(log.out)
    kept = sorted((log.space.root / ".purposebook/_cache/results").glob("??/*"), key=lambda path: path.stat().st_size)
    for path in kept[:-1]:  # the largest is Vega
        path.write_bytes(damage)
    shutil.rmtree(log.out)
    assert log.build().published == ("coursecraft",)
    assert set(log.ran().values()) == {"its kept result was gone or damaged"}
    assert files(log.out) == first


@pytest.mark.parametrize(
    "place", [".purposebook/_cache/results", ".purposebook/_cache/products", ".purposebook/_cache"]
)
def test_a_file_in_the_place_of_the_cache(place: str, log: Log, data: Path, tmp_path: Path) -> None:
    """Without a place to keep anything, a build makes the same site."""
    first = files(log.out)
    kept, aside = log.space.root / place, tmp_path / "aside"
    shutil.move(kept, aside)
    kept.write_text("mine", encoding="utf-8")
    try:
        shutil.rmtree(log.out)
        assert log.build().published == ("coursecraft",)
        assert files(log.out) == first
        assert kept.read_text(encoding="utf-8") == "mine"
    finally:
        kept.unlink()
        shutil.move(aside, kept)


def test_a_frozen_copy_counts_as_an_input(log: Log, data: Path) -> None:
    """A build notices a frozen copy that came or changed, and then does nothing again."""
    copy = data / "reviews" / "2026-04-30-spring-2026" / "metrics.yml"
    copy.parent.mkdir(parents=True)
    for name in ("Name of spring", "Another name"):
        copy.write_text(f"metrics:\n  - {{id: publish-rate, name: {name}, unit: '%'}}\n")
        assert log.build().unchanged == ()
        assert name in (log.out / "coursecraft" / "review.html").read_text()
        assert log.build().unchanged == ("coursecraft",)
    shutil.rmtree(data / "reviews")
    assert log.build().unchanged == ()
