"""Pages and commands say how old the rows of a database are, and that it was not reached; a real PostgreSQL stops."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from postgres import postgres, programs
from small_workspace import ROOT, files, small_workspace
from watched_builds import DAY, Log, with_vega

from purposebook.publishing.build import build
from purposebook.publishing.cache import seen
from purposebook.publishing.crew import Crew
from purposebook.publishing.job import Manner
from purposebook.publishing.preview.watching import Files
from purposebook.storage import database_reading
from purposebook.storage.workspace import Workspace

pytestmark = pytest.mark.slow
needs_server = pytest.mark.skipif(
    programs() is None, reason="PostgreSQL's server is not installed (Debian: postgresql)"
)

PASSWORD = "Kanarienvogel-4712"  # noqa: S105 - of a server that lives as long as these tests
NUMBERS = "select metric, day as date, value from numbers order by day"
EVENTS = "select actor, at, event from log order by at"
OPENS = (
    "from purposebook.notebook import open_chapter\nchapter = open_chapter('{}', product, data_dir, as_of, mode)\n{}"
)
CHAPTERS = {
    "report": (OPENS.format("report", "chapter.card('provenance')"),),
    "metrics": (
        OPENS.format("metrics", "chapter.form('observations')\nchapter.form('pirate')\nchapter.card('pirate')"),
    ),
}
KEPT_SINCE = 1_790_604_300
"""2026-09-28 14:05 UTC."""
COUNTED = {"observations": "2 rows", "events": "1 row"}


@dataclass(frozen=True)
class Stopped:
    """Know a workspace that was built while a server ran, and that its rows are three days old by now."""

    space: Workspace
    address: str
    """Of the server that ran."""
    pages: dict[str, str]
    """The words of then."""


@pytest.fixture(autouse=True)
def _asks_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask the database at every reading, and believe at once that files are as they were."""
    monkeypatch.setattr(database_reading, "_FRESH_SECONDS", -1)
    monkeypatch.setattr(seen, "YOUNG", -60.0)


def space_with(root: Path, metrics: str) -> Workspace:
    """Make a workspace whose pages show where rows came from."""
    space = with_vega(small_workspace(root, CHAPTERS, {"alpha": "Alpha"}))
    (space.data / "alpha" / "metrics.yml").write_text(f"metrics:\n  - {{id: sold, name: Sold}}\n{metrics}")
    return space


def asking(root: Path) -> Workspace:
    """Let the product ask a database."""
    events = f'pirate:\n  events: {{database: SHOP, query: "{EVENTS}"}}\n'
    return space_with(root, f'observations: {{database: SHOP, query: "{NUMBERS}"}}\n{events}')


def told(out: Path, page: str) -> str:
    """Return the words of a page."""
    html = (out / "alpha" / f"{page}.html").read_text(encoding="utf-8")
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\xa0", " ").split())


def command(space: Workspace, out: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a team does."""
    place = ["--workspace", str(space.root), "--as-of", DAY.isoformat()]
    asked = [sys.executable, "-m", "purposebook", *words, "alpha", *place]
    kept = {name: value for name, value in os.environ.items() if name != "SHOP"} | settings
    return subprocess.run(
        asked, capture_output=True, text=True, check=False, env=kept, cwd=out.parent, stdin=subprocess.DEVNULL
    )


@pytest.fixture(scope="module")
def stopped(tmp_path_factory: pytest.TempPathFactory) -> Stopped:
    """Build with a server, and stop it."""
    folder = tmp_path_factory.mktemp("age")
    space, out = asking(folder / "w"), folder / "site"
    with postgres(PASSWORD) as server, pytest.MonkeyPatch.context() as patch:
        server.run(
            "create table numbers (metric text, day date, value numeric(12, 2))",
            "insert into numbers values ('sold', '2026-09-01', 3), ('sold', '2026-09-02', 4.5)",
            "create table log (actor bigint, at timestamptz, event text)",
            "insert into log values (7, '2026-09-01 10:00:00+02', 'paid')",
        )
        patch.setenv("SHOP", server.address())
        patch.setattr(database_reading, "_FRESH_SECONDS", -1)
        with Crew(1) as crew:
            log = Log(space, out, crew)
            assert log.build().failed == () and not [line for line in log.lines if "not reached" in line]
            assert log.build().unchanged == ("alpha",)
        address = server.address()
    pages = {name: told(out, name) for name in ("index", "metrics")}
    for facts in (space.root / ".purposebook/_cache/databases").glob("*.json"):
        os.utime(facts, (KEPT_SINCE, KEPT_SINCE))
    return Stopped(space, address, pages)


@needs_server
@pytest.mark.parametrize("page", ["index", "metrics"])
@pytest.mark.parametrize("part", ["observations", "events"])
def test_a_page_says_when_rows_were_read(stopped: Stopped, page: str, part: str) -> None:
    """Name the variable, the number of rows and the time at which they came first, and no age."""
    words = stopped.pages[page]
    first = rf"{COUNTED[part]} from the database named by SHOP, first read on \d+ [A-Z][a-z]+ \d{{4}}, \d\d:\d\d UTC"
    assert re.search(first, words) and "not reached" not in words


@needs_server
def test_a_page_says_how_old_kept_rows_are(stopped: Stopped, tmp_path: Path) -> None:
    """With the server stopped, each page says so of each source, once; nothing of the address or the query is there."""
    space, address = stopped.space, stopped.address
    out = tmp_path / "site"
    with pytest.MonkeyPatch.context() as patch, Crew(1) as crew:
        patch.setenv("SHOP", address)
        log = Log(space, out, crew)
        assert log.build().published == ("alpha",)
        line = "alpha: the database named by SHOP was not reached: observations and events are rows last read on "
        assert log.lines[0] == f"{line}2026-09-28, 14:05 UTC, 3 days old"
        for page in ("index", "metrics"):
            words = told(out, page)
            for rows in COUNTED.values():
                assert f"{rows} from the database named by SHOP, last read on 28 September 2026, 14:05 UTC" in words
            assert words.count("he database was not reached; these rows are 3 days old.") == 2
        before = files(out)
        assert log.build().unchanged == ("alpha",) and log.lines[0].startswith(line)
        assert files(out) == before
    everything = b"".join((files(out) | files(space.root / ".purposebook")).values())
    assert PASSWORD.encode() not in everything and b"127.0.0.1" not in everything
    site = b"".join(files(out).values())
    assert b"from numbers" not in site and b"from log" not in site


@needs_server
@pytest.mark.parametrize("words", [("build", "--out", "made"), ("check",), ("measures",)])
def test_a_command_says_that_rows_are_kept(stopped: Stopped, tmp_path: Path, words: tuple[str, ...]) -> None:
    """Whether the server stopped or the variable is not set, a line says so, and never the password."""
    space, address = stopped.space, stopped.address
    for settings in ({"SHOP": address}, {}):
        done = command(space, tmp_path / "out", *words, **settings)
        said = " ".join((done.stdout + done.stderr).split())
        assert done.returncode == 0 and "not reached" in said and "2026-09-28, 14:05 UTC" in said
        assert "3 days old" in said and PASSWORD not in said


@needs_server
def test_results_say_that_rows_are_kept(stopped: Stopped, tmp_path: Path) -> None:
    """JSON stays alone on stdout."""
    space, address = stopped.space, stopped.address
    done = command(space, tmp_path / "out", "measures", "--format", "json", SHOP=address)
    assert json.loads(done.stdout)["sources"] == [
        {"part": part, "source": "database", "fetched": "2026-09-28T14:05:00Z", "reached": False} for part in COUNTED
    ]
    checked = command(space, tmp_path / "out", "check", "--format", "json", SHOP=address)
    assert json.loads(checked.stdout)["products"] and checked.stderr.startswith("alpha: the database named by SHOP")
    assert command(space, tmp_path / "out", "check", "--quiet", SHOP=address).stderr == ""


@needs_server
def test_a_file_that_is_saved_lets_the_preview_ask_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New rows alone move nothing; a file that is saved as it was brings them."""
    space = asking(tmp_path / "w")
    with postgres(PASSWORD) as server, Crew(1) as crew:
        server.run("create table numbers (metric text, day date, value int)", "create table log (actor int, at date)")
        server.run("alter table log add event text", "insert into numbers values ('sold', '2026-09-01', 3)")
        monkeypatch.setenv("SHOP", server.address())
        watched = Files(space, space.products()[0])
        changes = watched.changes()
        next(changes)
        assert build(space, space.products(), tmp_path / "out", DAY, Manner(jobs=1), crew=crew).failed == ()
        before = watched.look()
        server.run("insert into numbers values ('sold', '2026-09-02', 4)")
        assert watched.look() == before and "1 row from the database" in told(tmp_path / "out", "metrics")
        (space.data / "alpha" / "product.yml").touch()
        next(changes)
        assert build(space, space.products(), tmp_path / "out", DAY, Manner(jobs=1), crew=crew).published
        assert "2 rows from the database" in told(tmp_path / "out", "metrics")


def test_every_file_is_listed_and_hashed(tmp_path: Path) -> None:
    """The report names the event log and the answers of surveys; build.json has the hash of each file."""
    survey = "surveys:\n  - {id: mood, name: Mood, kind: csat, question: How was it?}\n"
    space = space_with(tmp_path / "w", f"pirate:\n  events: {{file: events.csv}}\n{survey}")
    folder = space.data / "alpha"
    (folder / "events.csv").write_text("actor,at,event\nada,2026-09-01,paid\n")
    shutil.copy(ROOT / "data/coursecraft/observations.csv", folder / "observations.csv")
    (folder / "surveys.csv").write_text("survey,date,score\nmood,2026-09-01,4\n")
    done = build(space, space.products(), tmp_path / "out", DAY, Manner(jobs=1))
    assert done.failed == ()
    words = told(tmp_path / "out", "index")
    assert "events.csv event log" in words and "surveys.csv 1 answer" in words
    record = json.loads((tmp_path / "out/alpha/build.json").read_text())
    hashes = {one["file"]: one["sha256"] for one in record["inputs"]}
    for file in folder.iterdir():
        assert hashes[file.name] == sha256(file.read_bytes()).hexdigest()
