"""Databases as sources, with SQLite: rows are fetched, kept and carried; no credential is ever said."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from storage_samples import faults_in, fingerprint, product

from purposebook.cli.app import run as command
from purposebook.domain.slug import Slug
from purposebook.domain.sources import Source
from purposebook.errors import DataFaults
from purposebook.publishing.cache.cleaning import forget_old_rows, is_kept, keep_only
from purposebook.publishing.inputs import product_files, product_logs
from purposebook.storage import database_reading
from purposebook.storage.csv_saving import save_observations
from purposebook.storage.database_copies import Copies, Copy, key_of, unsealed
from purposebook.storage.opening import open_workbook
from purposebook.storage.reading import read_workbook
from purposebook.storage.workspace import Workspace

QUERY = "select metric, day as date, value from numbers order by day"
EVENTS = "select actor, at, event from log order by at"
CANARY = "Kanarienvogel-4711"
KEPT = Path(".purposebook", "_cache", "databases")
PRIVATE = Path(".purposebook", "_private_cache", "databases")


@pytest.fixture(autouse=True)
def _asks_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask the database at every reading."""
    monkeypatch.setattr(database_reading, "_FRESH_SECONDS", -1)


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """Make a database and let the variable name it."""
    with sqlite3.connect(tmp_path / "shop.db") as made:
        made.execute("create table numbers (metric, day, value)")
        made.execute("create table log (actor, at, event)")
        made.execute("insert into numbers values ('sold', '2026-09-01', 3), ('sold', '2026-09-02', 4.5)")
        made.execute("insert into log values ('ada', '2026-09-01', 'paid')")
        made.execute("insert into log values ('bo', '2026-09-02T10:00', 'a' || char(10) || 'b')")
        made.commit()
        monkeypatch.setenv("SHOP", f"sqlite:///{tmp_path / 'shop.db'}")
        yield made


def asking(folder: Path, query: str = QUERY, events: str = "") -> Path:
    """Make a product that asks the database."""
    text = f'metrics:\n  - {{id: sold, name: Sold}}\nobservations:\n  database: SHOP\n  query: "{query}"\n'
    if events:
        text += f'pirate:\n  events: {{database: SHOP, query: "{events}"}}\n'
    return product(folder, metrics=text)


def test_rows_are_read(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """Give the same observations as a file with these rows, and an event log; know when and how many rows came."""
    book = read_workbook(asking(tmp_path, events=EVENTS))
    assert [(row.date.isoformat(), row.value) for row in book.observations] == [("2026-09-01", 3), ("2026-09-02", 4.5)]
    assert book.events is not None
    assert book.events.path.read_text() == "actor,at,event\nada,2026-09-01,paid\nbo,2026-09-02T10:00,a b\n"
    assert set(book.fetched) == {"observations", "events"} and book.unreached == frozenset()
    assert book.fetched_rows == {"observations": 2, "events": 2} and "" not in book.fetched.values()


def test_opened_says_the_same_as_read(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """Hold equal values, however it is read."""
    folder = asking(tmp_path, events=EVENTS)
    opened, whole = open_workbook(folder), read_workbook(folder)
    assert opened == whole and opened.fetched == whole.fetched and opened.fetched_rows == whole.fetched_rows


def test_only_the_workspace_keeps_rows(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """Write nothing into the product, and nothing that names the address."""
    (tmp_path / "_toc.yml").touch()
    (tmp_path / "data").mkdir()
    folder = asking(tmp_path / "data", events=EVENTS)
    before = fingerprint(folder)
    read_workbook(folder)
    assert fingerprint(folder) == before
    kept = sorted((tmp_path / KEPT).iterdir())
    assert [path.suffix for path in kept].count(".json") == 2 and len(kept) == 4
    assert not any(str(tmp_path / "shop.db").encode() in path.read_bytes() for path in kept)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are others there")
def test_kept_rows_are_for_their_owner_alone(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """Let nobody else on the machine look into the folder, whether the product is published or not."""
    (tmp_path / "_toc.yml").touch()
    (tmp_path / "data").mkdir()
    folder = asking(tmp_path / "data")
    read_workbook(folder)
    turn_private(folder)
    read_workbook(folder)
    assert [(tmp_path / place).stat().st_mode & 0o777 for place in (KEPT, PRIVATE)] == [0o700] * 2


def test_a_review_keeps_the_rows_of_a_database(
    tmp_path: Path, shop: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A frozen review is read without the database, with the rows of its day."""
    (tmp_path / "data").mkdir()
    folder = asking(tmp_path / "data", events=EVENTS)
    data = ("--data", str(folder.parent), "--as-of", "2026-10-31")
    assert command(["review", "demo", "--title", "Autumn", *data]) == 0
    shop.execute("update numbers set value = 9")
    shop.commit()
    monkeypatch.delenv("SHOP")
    frozen = read_workbook(folder / "reviews" / "2026-10-31-autumn")
    assert [row.value for row in frozen.observations] == [3, 4.5]
    assert frozen.events is not None and frozen.events.path.is_relative_to(folder / "reviews")


def test_without_the_database_the_last_rows_are_shown(
    tmp_path: Path, shop: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read what came last, and say so; the rows of another query are no answer."""
    folder = asking(tmp_path, events=EVENTS)
    first = read_workbook(folder)
    monkeypatch.delenv("SHOP")
    later = read_workbook(folder)
    assert later.observations == first.observations and later.unreached == {"observations", "events"}
    assert later.fetched["observations"] >= first.fetched["observations"]
    assert "the environment variable SHOP is not set" in faults_in(asking(tmp_path, QUERY + " limit 1"))


def test_a_database_is_asked_once_a_minute(
    tmp_path: Path, shop: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever reads again soon gets the rows of before, and new ones when the minute is over."""
    folder = asking(tmp_path)
    monkeypatch.setattr(database_reading, "_FRESH_SECONDS", 60)
    read_workbook(folder)
    shop.execute("update numbers set value = 9")
    shop.commit()
    assert [row.value for row in read_workbook(folder).observations] == [3, 4.5]
    monkeypatch.setattr(database_reading, "_FRESH_SECONDS", -1)
    assert [row.value for row in read_workbook(folder).observations] == [9, 9]


def test_rows_that_did_not_change_keep_their_time(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """Hand the same bytes to a build while a database gives the same rows; new rows take the place of the old."""
    folder = asking(tmp_path)
    first = product_files(folder)
    assert product_files(folder) == first
    shop.execute("update numbers set value = 9")
    shop.commit()
    second = product_files(folder)
    changed = {name for name in second if second[name] != first[name]}
    assert changed == {"observations.database.csv", "observations.database.json"}
    assert len(list((tmp_path / KEPT).glob("*.csv"))) == 1


@pytest.mark.parametrize("damaged", ["csv", "json"])
def test_a_damaged_copy_is_no_copy(
    tmp_path: Path, shop: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, damaged: str
) -> None:
    """Throw away what is not as it was kept."""
    folder = asking(tmp_path)
    read_workbook(folder)
    (kept,) = (tmp_path / KEPT).glob(f"*.{damaged}")
    kept.write_bytes(kept.read_bytes().replace(b"2026", b"2025"))
    monkeypatch.delenv("SHOP")
    assert "the environment variable SHOP is not set" in faults_in(folder)
    assert not list((tmp_path / KEPT).glob("*.json"))


def test_what_an_order_carries_needs_no_database(
    tmp_path: Path, shop: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder with the carried files is read alone, by whoever has no credentials; damaged rows are not taken."""
    folder = asking(tmp_path, events=EVENTS)
    files = product_files(folder)
    logs, book = product_logs(folder, files), read_workbook(folder)
    away = tmp_path / "away" / "demo"
    away.mkdir(parents=True)
    for name, data in files.items():
        (away / name).write_bytes(data)
    (away / "events.database.csv").write_bytes(Path(logs["events.database.csv"].path).read_bytes())
    monkeypatch.delenv("SHOP")
    found = read_workbook(away)
    assert (found.observations, found.fetched, found.unreached) == (book.observations, book.fetched, frozenset())
    assert found.events is not None and found.events.path == away / "events.database.csv"
    (away / "events.database.csv").write_text("actor,at,event\n")
    assert "SHOP is not set" in faults_in(away)


def test_rows_that_come_from_a_database_cannot_be_saved(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """Say where they are changed."""
    folder = asking(tmp_path)
    rows = read_workbook(folder).observations
    with pytest.raises(DataFaults, match="the rows come from a database, change them there"):
        save_observations(folder, rows, rows[:1])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("selec 1", "is no select"),
        ("select 1; drop table numbers", "holds more than one statement"),
        ("select from", "the database refuses it (near 'from'"),
        ("select x from nowhere", "the database refuses it (no such table: nowhere)"),
        (
            "select metric, value from numbers",
            "its columns: date: the column is missing, add 'date' to the columns of the query",
        ),
        ("select metric, day as date, value, 1 as valu from numbers", "unknown column 'valu', did you mean 'value'?"),
        ("select metric, '2026-02-30' as date, value from numbers", "row 1 of the query: date: '2026-02-30' is not"),
        (
            "select metric, day as date, case value when 3 then 3 else 'x' end as value from numbers",
            "row 2 of the query: value",
        ),
        ("with a as (select 1) delete from numbers", "the database refuses it (attempt to write"),
        ("with a as (select 1) delete from numbers returning metric", "the database refuses it (attempt to write"),
    ],
)
def test_what_is_wrong_with_a_query_is_named(tmp_path: Path, shop: sqlite3.Connection, query: str, said: str) -> None:
    """Name the key of metrics.yml, and the row of the answer; write nothing into the database."""
    told = faults_in(asking(tmp_path, query)).replace('"', "'")
    assert told.startswith("metrics.yml:5 observations.query: ") and said in told
    assert shop.execute("select count(*) from numbers").fetchone() == (2,)


@pytest.mark.parametrize(
    "time", ["2026-09-01T00:00:00+00:00", "2026-09-01 00:00:00", "2026-09-01 22:00:00.000+02:00", "01.09.2026 00:00"]
)
def test_a_time_is_no_day_and_the_advice_casts_it(tmp_path: Path, shop: sqlite3.Connection, time: str) -> None:
    """Shift no day in silence; with the cast that the message names, the row is read."""
    shop.execute("update numbers set day = ?", [time])
    shop.commit()
    told = faults_in(asking(tmp_path))
    assert told.count(f"date: '{time}' is a time where a day is expected, cast it to a date in the time zone") == 2
    assert "::date or cast(... as date), in SQLite date(...)" in told and "YYYY-MM-DD" not in told
    cast = "select metric, date(day) as date, value from numbers order by day"
    assert (faults_in(asking(tmp_path, cast)) == "") == (time != "01.09.2026 00:00")


def test_columns_may_stand_in_capitals(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """Read what databases that shout give."""
    folder = asking(tmp_path, "select metric as METRIC, day as Date, value as VALUE from numbers")
    assert faults_in(folder) == "" and len(read_workbook(folder).observations) == 2


@pytest.mark.slow
@pytest.mark.parametrize(
    ("address", "said"),
    [
        (None, "is not set"),
        ("  ", "is not set"),
        (f"postgresql://reader:{CANARY}@127.0.0.1:1/shop", "could not be reached"),
        (f"postgresql://reader:{CANARY}@no-such-host.invalid/shop", "could not be reached"),
        (f"nonsense://reader:{CANARY}@localhost/shop", "kind of database that is unknown"),
        (f"mysql+pymysql://reader:{CANARY}@localhost/shop", "driver of this database is not installed"),
        (f"reader:{CANARY}@localhost/shop", "no address of a database"),
        (f"postgresql://reader:{CANARY}@localhost:port/shop", "no address of a database"),
        (f"sqlite:///{CANARY}/none.db", "a file that is not there"),
    ],
)
def test_no_command_says_a_password(tmp_path: Path, address: str | None, said: str) -> None:
    """Whatever is wrong with an address, it is named by its variable, also with --debug."""
    for name in ("_config.yml", "_toc.yml"):
        (tmp_path / name).write_text("root: chapters/report\n")
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters" / "report.ipynb").write_text("{}")
    (tmp_path / "data").mkdir()
    asking(tmp_path / "data")
    told = run(tmp_path, {"SHOP": address} if address is not None else {}).split(END)
    assert len(told) == len(COMMANDS) + 1
    assert [said in " ".join(one.split()) for one in told[:-1]] == [True] * len(COMMANDS), told
    assert CANARY not in "".join(told)
    assert not any(CANARY.encode() in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


COMMANDS = (("check", "demo"), ("--debug", "measures", "demo"), ("--debug", "build", "demo"))
END = "-- ended with 1"
ALL = f"""
from purposebook.cli.app import run
for words in {COMMANDS}:
    code = run(words)
    print(f"-- ended with {{code}}", flush=True)
"""


def run(folder: Path, settings: dict[str, str]) -> str:
    """Run the commands in a folder, one after the other in one process; return what all of them said."""
    kept = {name: value for name, value in os.environ.items() if name != "SHOP"} | {"COLUMNS": "500"}
    done = subprocess.run(
        [sys.executable, "-c", ALL], cwd=folder, env=kept | settings, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    return done.stdout


def test_facts_are_believed_only_as_they_were_sealed() -> None:
    """Refuse what is torn, foreign or changed."""
    copy = Copy("k", "s", 3, "2026-11-20T09:12:33Z")
    assert unsealed(copy.sealed()) == copy
    for data in (b"", b"[]", b"{}", b"null", copy.sealed()[:-9], copy.sealed().replace(b": 3", b": 4")):
        assert unsealed(data) is None


def test_a_source_is_known_by_variable_and_query(tmp_path: Path) -> None:
    """Tell sources apart, but for space around the query."""
    one, two = Source(database="SHOP", query="select 1"), Source(database="SHOP", query="select 2")
    assert key_of(one) == key_of(Source(database="SHOP", query=" select 1\n"))
    assert len({key_of(one), key_of(two), key_of(Source(database="B", query="select 1"))}) == 3


def turn_private(folder: Path) -> None:
    """Write that a product is private."""
    (folder / "product.yml").write_text("name: Demo\nvisibility: private\n")


def test_rows_of_private_products_stay_apart(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """The cache that may be copied holds rows of published products only, and a frozen review counts as its product."""
    (tmp_path / "_toc.yml").touch()
    (tmp_path / "data").mkdir()
    folder = asking(tmp_path / "data", events=EVENTS)
    (folder / "reviews/2026-09-01").mkdir(parents=True)
    (folder / "reviews/2026-09-01/product.yml").write_text("name: Demo\n")
    places = (folder, folder / "reviews/2026-09-01")
    assert [Copies.near(one).folder for one in places] == [tmp_path / KEPT] * 2
    turn_private(folder)
    assert [Copies.near(one).folder for one in places] == [tmp_path / PRIVATE] * 2
    (folder / "product.yml").write_text("name: [")
    assert Copies.near(folder).folder == tmp_path / PRIVATE
    turn_private(folder)
    read_workbook(folder)
    assert not (tmp_path / KEPT).exists() and len(list((tmp_path / PRIVATE).iterdir())) == 4


def test_rows_move_when_their_product_turns_private(
    tmp_path: Path, shop: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept goes with the product, so it can be read without the database; rows that others use stay as well."""
    (tmp_path / "_toc.yml").touch()
    (tmp_path / "_config.yml").write_text("purposebook: {databases: {SHOP: [demo, other]}}\n")
    (tmp_path / "data").mkdir()
    folder = asking(tmp_path / "data", events=EVENTS)
    other = tmp_path / "data" / "other"
    shutil.copytree(folder, other)
    (other / "metrics.yml").write_text(f'observations: {{database: SHOP, query: "{QUERY}"}}\n')
    for one in (folder, other):
        read_workbook(one)
    turn_private(folder)
    space, slugs = Workspace.find(tmp_path), (Slug(folder.name),)
    assert is_kept(space, slugs, (Slug("other"),))
    keep_only(space, (Slug("other"),), slugs)
    assert not is_kept(space, slugs, (Slug("other"),))
    assert [len(list((tmp_path / place).glob("*.csv"))) for place in (KEPT, PRIVATE)] == [1, 2]
    monkeypatch.delenv("SHOP")
    assert read_workbook(folder).unreached == {"observations", "events"}
    assert read_workbook(other).unreached == {"observations"}


def kept_in(root: Path) -> set[str]:
    """Return the names of all files that hold rows, or tell of them."""
    return {path.name for place in (KEPT, PRIVATE) for path in (root / place).glob("*")}


def forget(root: Path) -> None:
    """Do what a build does first."""
    forget_old_rows(Workspace(root, root / "data"))


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize(
    "metrics",
    [
        'observations: {database: SHOP, query: "select metric, day as date, value from numbers"}\n',
        f'observations: {{database: SHOPS, query: "{QUERY}"}}\n',
        "observations: {file: observations.csv}\n",
        "",
        None,
    ],
)
def test_rows_of_queries_that_nobody_asks_are_deleted(
    tmp_path: Path, shop: sqlite3.Connection, metrics: str | None, private: bool
) -> None:
    """Another query, another variable, a file, nothing, or no product any more: a build deletes the rows of before."""
    (tmp_path / "_toc.yml").touch()
    (tmp_path / "data").mkdir()
    folder = asking(tmp_path / "data", events=EVENTS)
    if private:
        turn_private(folder)
    read_workbook(folder)
    before = kept_in(tmp_path)
    forget(tmp_path)
    assert kept_in(tmp_path) == before and len(before) == 4
    if metrics is None:
        shutil.rmtree(folder)
    else:
        (folder / "metrics.yml").write_text(metrics)
    forget(tmp_path)
    assert kept_in(tmp_path) == set()


def test_rows_that_somebody_may_ask_for_stay(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """Those of an archived product, of another product with the same rows, and all while a file cannot be read."""
    (tmp_path / "_toc.yml").touch()
    (tmp_path / "data" / ".archive").mkdir(parents=True)
    folder = asking(tmp_path / "data", events=EVENTS)
    read_workbook(folder)
    before = kept_in(tmp_path)
    good = (folder / "metrics.yml").read_text()
    (folder / "metrics.yml").write_text(good + "database: [")
    forget(tmp_path)
    assert kept_in(tmp_path) == before
    (folder / "metrics.yml").write_text(good)
    folder.rename(tmp_path / "data" / ".archive" / "demo")
    forget(tmp_path)
    assert kept_in(tmp_path) == before
    same = asking(tmp_path / "data", QUERY + " limit 9")
    read_workbook(same)
    shutil.rmtree(tmp_path / "data" / ".archive")
    forget(tmp_path)
    assert len(kept_in(tmp_path)) == 2 and faults_in(same) == ""


def test_what_a_killed_command_left_is_deleted(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """A file that nobody has written to for an hour goes; a younger one may still be written."""
    (tmp_path / "_toc.yml").touch()
    (tmp_path / "data").mkdir()
    read_workbook(asking(tmp_path / "data"))
    before = kept_in(tmp_path)
    for name, age in (("a.new", 4000), (".b.new.0123.purposebook-tmp", 4000), ("c.new", 3000), ("d.csv", 4000)):
        (tmp_path / KEPT / name).write_text("actor\nada\n")
        written = (tmp_path / KEPT / name).stat().st_mtime - age
        os.utime(tmp_path / KEPT / name, (written, written))
    forget(tmp_path)
    assert kept_in(tmp_path) == before | {"c.new"}
