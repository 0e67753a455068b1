"""Products whose numbers come from a real PostgreSQL: read, never written, published, and kept for days without it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from postgres import Server, postgres, programs
from small_workspace import files, small_workspace
from watched_builds import DAY, with_vega

from purposebook.domain.variables import QUERY_SECONDS
from purposebook.errors import DataFaults
from purposebook.publishing.build import build
from purposebook.publishing.cache import seen
from purposebook.publishing.job import Manner
from purposebook.storage import database_reading
from purposebook.storage.database_rows import Question, Refusal, write_rows
from purposebook.storage.reading import read_workbook

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(programs() is None, reason="PostgreSQL's server is not installed (Debian: postgresql)"),
]

PASSWORD = "Kanarienvogel-4711"  # noqa: S105 - of a server that lives as long as these tests
NUMBERS = "select metric, day as date, value from numbers order by day"
EVENTS = "select actor, at, event, value from log where event like '%a%' order by at"
COUNTS = """
from pathlib import Path
import os
from purposebook.storage.opening import open_workbook
book = open_workbook(Path(data_dir) / product)
print([row.value for row in book.observations], sorted(book.unreached))
"""
LOOKS = "from pathlib import Path\nfrom purposebook.storage.reading import read_part\n"
NAMES = LOOKS + "print(read_part(Path(data_dir) / product, 'product'))"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Run a server with some rows and a user who may only read them."""
    with postgres(PASSWORD) as made:
        made.run(
            "create table numbers (metric text, day date, value numeric(12, 2))",
            "insert into numbers values ('sold', '2026-09-01', 3), ('sold', '2026-09-02', 4.5)",
            "create table log (actor bigint, at timestamptz, event text, value numeric)",
            "insert into log values (7, '2026-09-01 10:00:00.25+02', 'paid', 29.90), (8, '2026-09-02', 'left', null),"
            " (9, '2026-09-03 00:00+00', 'paid', null)",
            f"create role reader login password '{PASSWORD}'",
            "grant select on numbers, log to reader",
        )
        yield made


@pytest.fixture(autouse=True)
def _asks_every_time(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    """Ask the database at every reading, and believe at once that files are as they were."""
    monkeypatch.setattr(database_reading, "_FRESH_SECONDS", -1)
    monkeypatch.setattr(seen, "YOUNG", -60.0)
    monkeypatch.setenv("SHOP", server.address("reader"))


def asking(folder: Path, numbers: str = NUMBERS) -> Path:
    """Let a product ask the database."""
    text = f'metrics:\n  - {{id: sold, name: Sold}}\nobservations: {{database: SHOP, query: "{numbers}"}}\n'
    text += f'pirate:\n  events: {{database: SHOP, query: "{EVENTS}"}}\n'
    folder.mkdir(exist_ok=True)
    (folder / "product.yml").write_text("name: Alpha\n")
    (folder / "metrics.yml").write_text(text)
    return folder


def test_rows_are_read(tmp_path: Path) -> None:
    """Take decimals, days and times with their offset as they are, and a percent sign as a percent sign."""
    book = read_workbook(asking(tmp_path / "alpha"))
    assert [row.value for row in book.observations] == [3, 4.5]
    assert book.events is not None
    first, *rest = book.events.path.read_text().splitlines()[1:]
    assert first.startswith("7,2026-09-01T") and first.endswith(",paid,29.90")
    assert len(rest) == 1


@pytest.mark.parametrize(
    "query",
    [
        "with gone as (delete from numbers returning *) select metric, day as date, value from gone",
        "select metric, day as date, value from numbers; commit; delete from numbers",
        "select setval('counter', 7) as metric",
        "select set_config('transaction_read_only', 'off', false) as metric",
        "select lo_create(4711) as metric",
    ],
)
def test_nothing_is_written(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch, query: str) -> None:
    """Even the owner of the tables changes nothing through a query."""
    server.run("create sequence if not exists counter")
    monkeypatch.setenv("SHOP", server.address())
    with pytest.raises(DataFaults, match=r"observations\.query: ") as found:
        read_workbook(asking(tmp_path / "alpha", query))
    assert PASSWORD not in str(found.value)
    assert server.number("select count(*) from numbers") == 2
    assert server.number("select last_value from counter") == 1
    assert server.number("select count(*) from pg_largeobject_metadata") == 0


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"password": PASSWORD + "x"}, "could not be reached"),
        ({"user": "nobody-known"}, "could not be reached"),
        ({"database": "nowhere"}, "could not be reached"),
    ],
)
def test_no_credential_is_said(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch, address: dict[str, str], said: str
) -> None:
    """A wrong password, user or database is named by the variable, in no link of the error either."""
    monkeypatch.setenv("SHOP", server.address(**address))
    with pytest.raises(DataFaults, match=said) as found:
        read_workbook(asking(tmp_path / "alpha"))
    assert found.value.__cause__ is None and found.value.__context__ is None
    assert PASSWORD not in repr(found.value) and "127.0.0.1" not in repr(found.value)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("select metric, value frm numbers", "refuses it"),
        ("select metric, day as date, value from nowhere", 'refuses it (relation "nowhere" does not exist)'),
        ("select metric, day as date, value from pg_authid, numbers", "refuses it (permission denied for table"),
        ("select metric, day as date, value / 0 as value from numbers", "refuses it (division by zero)"),
        ("select metric, day as date from numbers", "its columns: value: the column is missing"),
    ],
)
def test_the_server_says_what_is_wrong_with_a_query(tmp_path: Path, query: str, said: str) -> None:
    """Repeat its words, which say nothing of the address."""
    with pytest.raises(DataFaults) as found:
        read_workbook(asking(tmp_path / "alpha", query))
    assert said in str(found.value) and PASSWORD not in str(found.value)


def test_words_that_hold_a_part_of_the_address_are_not_repeated(tmp_path: Path) -> None:
    """Say that the query is refused, and not in which words, where they name the user of the address."""
    with pytest.raises(DataFaults) as found:
        read_workbook(asking(tmp_path / "alpha", "select metric, day as date, reader as value from numbers"))
    assert "the database refuses it" in str(found.value) and "reader" not in str(found.value)


MONTHS = "select 'sold' as metric, {} as date, count(*) as value from log group by 1, 2 order by 2"
TRUNCATED = "date_trunc('month', at)"


@pytest.mark.parametrize("date", [TRUNCATED, "at", "at at time zone 'Europe/Berlin'", "at::text"])
def test_a_time_is_no_day(tmp_path: Path, date: str) -> None:
    """Refuse times with and without a zone, name each row, and say how to cast them."""
    with pytest.raises(DataFaults) as found:
        read_workbook(asking(tmp_path / "alpha", MONTHS.format(date)))
    advice = "cast it to a date in the time zone that you mean: ::date or cast(... as date), in SQLite date(...)"
    assert {fault.advice for fault in found.value.faults} == {advice}
    assert all("is a time where a day is expected" in fault.message for fault in found.value.faults)


@pytest.mark.parametrize(
    ("cast", "days"),
    [
        ("(date_trunc('month', at at time zone 'Europe/Berlin'))::date", ["2026-09-01"]),
        ("cast(at at time zone 'UTC' as date)", ["2026-09-01", "2026-09-02", "2026-09-03"]),
        ("(at at time zone 'America/New_York')::date", ["2026-09-01", "2026-09-02"]),
    ],
)
def test_a_cast_gives_the_day_of_its_zone(tmp_path: Path, cast: str, days: list[str]) -> None:
    """Follow the advice: every row is read, with the day that the query means."""
    book = read_workbook(asking(tmp_path / "alpha", MONTHS.format(cast)))
    assert [row.date.isoformat() for row in book.observations] == days


def test_a_site_is_made_with_the_database_and_without(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chapters read what came with the order, and run when that changed; without a server the last rows count."""
    space = with_vega(small_workspace(tmp_path / "w", {"report": (COUNTS,), "names": (NAMES,)}, {"alpha": "Alpha"}))
    asking(space.data / "alpha")

    def made() -> tuple[int, str]:
        """Build, and return how many products were published, and the page."""
        done = build(space, space.products(), tmp_path / "out", DAY, Manner(jobs=1))
        assert done.failed == ()
        return len(done.published), (tmp_path / "out/alpha/index.html").read_text()

    first = made()
    assert first[0] == 1 and "[3.0, 4.5] []" in first[1]
    old = space.root / ".purposebook/_cache/databases/old.json"  # of a query that nobody asks
    old.touch()
    assert made() == (0, first[1]) and not old.exists()
    server.run("update numbers set value = 5 where value = 3")
    try:
        assert "[5.0, 4.5] []" in made()[1]
    finally:
        server.run("update numbers set value = 3 where value = 5")
    monkeypatch.delenv("SHOP")
    assert "[5.0, 4.5] [&#39;events&#39;, &#39;observations&#39;]" in made()[1].replace("'", "&#39;")
    record = json.loads((tmp_path / "out/alpha/build.json").read_text())
    inputs = {one["file"] for one in record["inputs"]}
    assert {f"{kind}.database.{end}" for kind in ("observations", "events") for end in ("csv", "json")} <= inputs
    everything = files(tmp_path / "out") | files(space.root / ".purposebook")
    assert not any(PASSWORD.encode() in data for data in everything.values())
    shutil.rmtree(space.root / ".purposebook")
    assert len(build(space, space.products(), tmp_path / "out", DAY, Manner(jobs=1)).failed) == 1


MEASURES = """
import os, resource, sys, time
from pathlib import Path
from purposebook.storage.database_rows import Question, write_rows
question = Question(sys.argv[1], os.environ["SHOP"], 10**9, 60)
import psycopg, sqlalchemy
before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
with open(sys.argv[2], "wb") as target:
    rows = write_rows(question, target)
print(rows, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, time.monotonic() - began)
"""


def test_large_answers_do_not_fill_memory(tmp_path: Path) -> None:
    """Write half a million rows, 22 MB, with less than 40 MB more memory than before the question."""
    query = (
        "select 'user-' || (i % 100000) as actor, timestamptz '2026-01-01' + i * interval '1 second' as at, "
        "'seen' as event from generate_series(1, 500000) i"
    )
    command = [sys.executable, "-c", MEASURES, query, str(tmp_path / "rows.csv")]
    rows, kilobytes, seconds = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert int(rows) == 500_000 and int(kilobytes) < 40_000, (kilobytes, seconds)


def test_a_limit_ends_the_answer(tmp_path: Path) -> None:
    """Stop soon after the most rows that anybody reads."""
    question = Question("select i from generate_series(1, 1000000) i", os.environ["SHOP"], 15_000, 60)
    with (tmp_path / "rows.csv").open("wb") as target:
        rows = write_rows(question, target)
    assert not isinstance(rows, Refusal) and 15_000 < rows <= 30_000


SLEEPING = "select count(*) from pg_stat_activity where query like '%pg_sleep(600)%' and pid <> pg_backend_pid()"


def test_a_deadline_ends_the_query_on_the_server_too(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing goes on there for somebody who does not wait any more."""
    monkeypatch.setenv(QUERY_SECONDS, "1")
    monkeypatch.setattr(database_reading, "_FRESH_SECONDS", 60)
    with pytest.raises(DataFaults, match="did not end this query within 1 second"):
        read_workbook(asking(tmp_path / "alpha", "select 'sold' as metric, pg_sleep(600) as date, 1 as value"))
    until = time.monotonic() + 4
    while server.number(SLEEPING):
        assert time.monotonic() < until, "it still runs"
        time.sleep(0.1)


@pytest.mark.parametrize(
    ("own", "seconds", "limit"), [("0", 60, "62s"), ("5s", 60, "5s"), ("5min", 60, "62s"), ("2min", 1, "3s")]
)
def test_the_server_has_a_limit_of_its_own(tmp_path: Path, server: Server, own: str, seconds: int, limit: str) -> None:
    """It is a little longer than ours, and a shorter one of the user stays."""
    query = "select current_setting('statement_timeout'), current_setting('client_connection_check_interval')"
    server.run(f"alter role reader set statement_timeout = '{own}'")
    try:
        with (tmp_path / "rows.csv").open("wb") as target:
            assert write_rows(Question(query, os.environ["SHOP"], 10, seconds), target) == 1
    finally:
        server.run("alter role reader reset statement_timeout")
    assert (tmp_path / "rows.csv").read_text().splitlines()[1] == f"{limit},1s"
