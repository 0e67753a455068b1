"""A query that does not end is ended: by its deadline, by whoever stops the command, and with the command itself."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from storage_samples import faults_in, product

from purposebook.cli.app import run as command
from purposebook.domain.variables import QUERY_SECONDS
from purposebook.storage import database_asking, database_reading
from purposebook.storage.reading import read_workbook


def endless(select: str) -> str:
    """Return a query of all whole numbers, of which there are many."""
    return " ".join(("with recursive n(i) as (select 1 union all select i + 1 from n)", select))


ENDLESS = endless("select 'sold' as metric, '2026-09-01' as date, count(*) as value from n")
SLOW_SOMETIMES = endless(
    "select metric, day as date, value from numbers "
    "where value <= (select max(i) from (select i from n limit (select value from numbers)))"
)
QUICK = "select metric, day as date, value from numbers"
KEPT = Path(".purposebook", "_cache", "databases")
LATE = "did not end this query within 1 second, ask for less, let an index help, or allow more time with"


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """Make a database, let the variable name it, and give a query one second."""
    with sqlite3.connect(tmp_path / "shop.db", isolation_level=None) as made:
        made.execute("create table numbers (metric, day, value)")
        made.execute("insert into numbers values ('sold', '2026-09-01', 3)")
        monkeypatch.setenv("SHOP", f"sqlite:///{tmp_path / 'shop.db'}")
        monkeypatch.setenv(QUERY_SECONDS, "1")
        yield made


def asking(folder: Path, query: str = ENDLESS, events: str = "") -> Path:
    """Make a product that asks the database."""
    text = f'metrics:\n  - {{id: sold, name: Sold}}\nobservations:\n  database: SHOP\n  query: "{query}"\n'
    if events:
        text += f'pirate:\n  events: {{database: SHOP, query: "{events}"}}\n'
    return product(folder, metrics=text)


@pytest.mark.parametrize(
    "query",
    [
        ENDLESS,
        endless("select 'sold' as metric, '2026-09-01' as date, i as value from n where i < 0"),
        endless("select 'sold' as metric, '2026-09-01' as date, i as value from n order by random()"),
        endless("select metric, day as date, value from numbers where value = (select max(i) from n)"),
    ],
)
def test_a_deadline_ends_a_query(tmp_path: Path, shop: sqlite3.Connection, query: str) -> None:
    """Name file, line and field, and what to do; the process is gone, and the next question is answered."""
    began = time.monotonic()
    told = faults_in(asking(tmp_path, query))
    assert told.startswith("metrics.yml:5 observations.query: the database " + LATE) and time.monotonic() - began < 10
    assert asked_by_us() == []
    assert [row.value for row in read_workbook(asking(tmp_path, QUICK)).observations] == [3]


def test_a_deadline_of_events_names_them(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """The other source is read all the same."""
    told = faults_in(asking(tmp_path, QUICK, endless("select i as actor, i as at, i as event from n where i < 0")))
    assert told.startswith("metrics.yml:7 pirate.events.query: the database did not end") and told.count("\n") == 1


def test_a_lock_of_another_is_waited_for_until_the_deadline(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """A database that lets nobody in for so long is a query that did not end."""
    shop.execute("begin exclusive")
    assert "within 1 second" in faults_in(asking(tmp_path, QUICK))


def test_a_server_that_says_nothing_is_not_reached(
    tmp_path: Path, shop: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no connection in time, the last rows count, as with every database that is not reached."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("SHOP", f"postgresql://reader:secret@127.0.0.1:{server.getsockname()[1]}/shop")
        assert "observations.database: the database could not be reached within 1 second" in faults_in(
            asking(tmp_path, QUICK)
        )
        monkeypatch.setenv("SHOP", f"sqlite:///{tmp_path / 'shop.db'}")
        assert faults_in(asking(tmp_path, QUICK + " order by day")) == ""


def test_kept_rows_do_not_hide_a_query_that_takes_too_long(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """A query that became slow is named; old rows in its place would go unnoticed."""
    folder = asking(tmp_path, SLOW_SOMETIMES)
    assert faults_in(folder) == ""
    shop.execute("update numbers set value = 1e18")
    database_reading._answers.clear()
    assert LATE in faults_in(folder)


def test_a_minute_is_the_limit_unless_a_command_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody said anything, as in a kernel that papermill starts, the same holds as for a command."""
    monkeypatch.setenv(QUERY_SECONDS, "1")  # so that it is restored
    monkeypatch.delenv(QUERY_SECONDS)
    assert database_asking.query_seconds() == 60
    assert command(["rules", "K5"]) == 0 and QUERY_SECONDS not in os.environ
    command(["check", "--site", "nowhere"])
    assert database_asking.query_seconds() == 60
    command(["check", "--query-seconds", "7", "--site", "nowhere"])
    assert database_asking.query_seconds() == 7


@pytest.mark.parametrize("name", ["build", "check", "list", "measures", "preview", "review", "diff", "rename", "open"])
def test_every_command_that_asks_has_the_option(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It says how long a database may take."""
    assert command([name, "--help"]) == 0
    assert "--query-seconds" in capsys.readouterr().out


def test_no_process_is_started_without_a_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither for a file, nor where the variable is not set or the query is none."""
    monkeypatch.delenv("SHOP", raising=False)
    before = asked_by_us()
    faults_in(product(tmp_path, metrics="metrics: []\n"))
    faults_in(asking(tmp_path))
    monkeypatch.setenv("SHOP", "sqlite:///none.db")
    faults_in(asking(tmp_path, "delete from numbers"))
    assert asked_by_us() == before


def test_one_process_answers_every_question(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """It is started once, and when it was ended meanwhile another takes its place."""
    read_workbook(asking(tmp_path, QUICK, "select metric as actor, day as at, metric as event from numbers"))
    (first,) = asked_by_us()
    read_workbook(asking(tmp_path, QUICK + " order by 1"))
    assert asked_by_us() == [first]
    first.kill()
    first.wait()
    assert faults_in(asking(tmp_path, QUICK + " order by 2")) == ""


def test_a_process_that_ends_in_between_gives_no_rows(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """Half an answer is none."""
    os.environ[QUERY_SECONDS] = "30"
    threading.Timer(1.0, lambda: [one.kill() for one in asked_by_us()]).start()
    assert "ended before its answer was whole, see that memory and disk are not full" in faults_in(asking(tmp_path))
    assert list((tmp_path / KEPT).iterdir()) == []


def asked_by_us() -> list[psutil.Process]:
    """Return the processes below this one that ask databases."""
    return [one for one in psutil.Process().children(recursive=True) if _asks(one)]


def _asks(process: psutil.Process) -> bool:
    """Tell whether a process asks databases; one that has ended, which another test left, does not."""
    try:
        return any("database_process" in word for word in process.cmdline())
    except psutil.NoSuchProcess:
        return False


def space(root: Path) -> Path:
    """Make a workspace of one product whose query does not end."""
    for name in ("_config.yml", "_toc.yml"):
        (root / name).write_text("root: chapters/report\n")
    for name in ("chapters", "data"):
        (root / name).mkdir()
    (root / "chapters" / "report.ipynb").write_text("{}")
    asking(root / "data")
    return root


def started(root: Path, *words: str) -> psutil.Popen:
    """Start a command in a workspace of its own."""
    root.mkdir()
    command = [sys.executable, "-m", "purposebook", *words]
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return psutil.Popen(command, cwd=space(root), text=True, **pipes)


def wait_for_query(root: Path) -> None:
    """Wait until a command waits for its database."""
    until = time.monotonic() + 60
    while not list((root / KEPT).glob("*.new*")):
        assert time.monotonic() < until, "it does not ask"
        time.sleep(0.05)
    time.sleep(1)


COMMANDS = (
    ("check", "demo"),
    ("list",),
    ("measures", "demo"),
    ("review", "demo", "--title", "Autumn"),
    ("build", "demo"),
    ("preview", "demo"),
)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")
@pytest.mark.parametrize("commands", [COMMANDS[:3], COMMANDS[3:]])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_who_stops_a_command_stops_its_query(
    tmp_path: Path, shop: sqlite3.Connection, number: signal.Signals, commands: tuple[tuple[str, ...], ...]
) -> None:
    """Within two seconds the command is gone, with its processes and without a traceback or half an answer."""
    running = {words[0]: started(tmp_path / words[0], *words) for words in commands}
    try:
        for name, process in running.items():
            wait_for_query(tmp_path / name)
            family, began = process.children(recursive=True), time.monotonic()
            process.send_signal(number)
            assert process.wait(2) in {0, 130}, name
            assert psutil.wait_procs(family, timeout=2 - (time.monotonic() - began))[1] == []
            assert "Traceback" not in process.stdout.read()
            assert list((tmp_path / name / KEPT).iterdir()) == []
    finally:
        for process in running.values():
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")
def test_a_command_that_is_killed_leaves_no_query(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """The process that asks sees that nobody waits any more."""
    process = started(tmp_path / "w", "check", "demo")
    wait_for_query(tmp_path / "w")
    family = process.children(recursive=True)
    process.kill()
    assert family and psutil.wait_procs(family, timeout=2)[1] == []


def test_a_command_says_that_a_query_took_too_long(tmp_path: Path, shop: sqlite3.Connection) -> None:
    """Product, file, line and what to do stand in one line; the end is that of any fault."""
    process = started(tmp_path / "w", "check", "demo", "--query-seconds", "1")
    told = " ".join(process.communicate(timeout=30)[0].split())
    assert "metrics.yml:5" in told and "observations.query" in told and LATE in told and process.returncode == 1
