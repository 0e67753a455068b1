"""Event logs: what is in order is described, and what is not is named with its file, line and column."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storage_samples import DATA, faults_in, product

from purposebook.domain.event_log import EventLog
from purposebook.domain.variables import JOURNAL
from purposebook.errors import DataFaults
from purposebook.storage import journal
from purposebook.storage.csv_rows import SAVE_AS_UTF8
from purposebook.storage.duck import duck
from purposebook.storage.event_rows import condition, problems
from purposebook.storage.limits import FAULTS_SHOWN
from purposebook.storage.opening import open_workbook
from purposebook.storage.reading import read_workbook

HEAD = "actor,at,event\n"
ROW = "ada,2026-09-01,signed_up\n"


def with_log(folder: Path, data: str | bytes, name: str = "events.csv") -> Path:
    """Make a product with an event log."""
    made = product(folder, metrics=f"metrics: []\npirate:\n  events: {{file: {name}}}\n")
    (made / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return made


def with_parquet(folder: Path, select: str) -> Path:
    """Make a product whose event log is a Parquet file with the rows of a query."""
    made = with_log(folder, b"", "events.parquet")
    duckdb.connect().execute(f"COPY ({select}) TO '{made / 'events.parquet'}' (FORMAT parquet)")
    return made


def rows_of(log: EventLog | None) -> list[tuple[object, ...]]:
    """Return the rows of a log as DuckDB reads them."""
    assert log is not None
    with duck() as connection:
        return connection.execute(f"SELECT * FROM {log.relation}").fetchall()  # noqa: S608


SILENT = """
from pathlib import Path
from purposebook.domain.event_log import EventLog
from purposebook.measures.pirate.opening import opened
from purposebook.storage.csv_rows import SAVE_AS_UTF8
from purposebook.storage.duck import duck
import duckdb
asked = "SELECT current_setting('enable_progress_bar')"
print(duckdb.connect().execute(asked).fetchall())
with duck() as one, opened(EventLog(Path("log.csv"), "csv", ("actor", "at", "event")), "UTC", ()) as other:
    print(one.execute(asked).fetchall(), other.execute(asked).fetchall())
"""


def test_nothing_is_drawn_into_the_output_of_a_notebook(tmp_path: Path) -> None:
    """Switch off the bar that DuckDB draws wherever somebody seems to look on, as in a shell or a notebook."""
    (tmp_path / "log.csv").write_text(HEAD + ROW, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", SILENT], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[(True,)]", "[(False,)] [(False,)]"]


def test_nothing_is_read_where_nothing_is_declared(tmp_path: Path) -> None:
    """A file that metrics.yml does not name is no log."""
    folder = product(tmp_path, metrics="metrics: []\n")
    (folder / "events.csv").write_text("nonsense")
    assert read_workbook(folder).events is None


def test_a_log_in_order_is_described() -> None:
    """Name the columns in the order of the file."""
    log = read_workbook(DATA / "good" / "complete").events
    assert log is not None
    assert (log.kind, log.delimiter) == ("csv", ",")
    assert log.columns == ("actor", "at", "event", "value", "channel", "invited_by")
    assert rows_of(log)[5] == ("bo", "2026-10-12", "paid", "29.90", None, None)


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        HEAD + ROW,
        "\ufeff" + HEAD + ROW,
        (HEAD + ROW + ROW).replace("\n", "\r\n"),
        HEAD + ROW.rstrip(),
        HEAD + "\n" + ROW + "\n\n" + ROW,
        (HEAD + ROW).replace(",", ";"),
        (HEAD + ROW).replace(",", "\t"),
        HEAD + '"a ""b"" c\nd",2026-09-01T09:30+0200,x\n',
        ("sep=;\n" + HEAD + ROW).replace(",", ";"),
        "\ufeffsep=,\r\n" + (HEAD + ROW).replace("\n", "\r\n"),
        "\n" + HEAD + ROW,
        " Actor, AT ,Event\n" + ROW,
        "actor,at,event,\nada,2026-09-01,signed_up,\nbo,2026-09-02,x,\n",
        "actor,,at,event,,\nada,,2026-09-01,signed_up,,\nbo, ,2026-09-02,x,,\n",
        "actor,at,event\nada,2026-09-01,signed_up,\nbo,2026-09-02,x\n",
        "event,value,at,actor\nx,-1e15,2026-09-01 10:00:00.123456789,Zoë\n",
    ],
)
def test_every_usual_way_to_write_a_log_is_read(tmp_path: Path, text: str) -> None:
    """Take what other programs export, and count its rows as they are."""
    folder = with_log(tmp_path, text)
    assert faults_in(folder) == ""
    assert len(rows_of(read_workbook(folder).events)) == text.count("2026")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "events.csv: is empty, write actor,at,event above the rows\n"),
        (ROW, "events.csv:1: the first line is no header, write actor,at,event above the rows\n"),
        (
            "actor,at,evnt\n" + ROW,
            "events.csv:1 evnt: unknown column 'evnt', did you mean 'event'?\n",
        ),
        (
            "actor,at\n",
            "events.csv:1 event: the column is missing, add 'event' to the header, and its cells to the rows\n",
        ),
        ("actor,at,event,at\n", "events.csv:1 at: the column 'at' stands twice, keep one of the two\n"),
        (
            "Log of August\n" + HEAD + ROW,
            "events.csv:1: the header stands in line 2, delete the line above it\n",
        ),
        ("actor|at|event\n", "events.csv:1: '|' separates the cells, separate cells with , ; or tab\n"),
        (
            "sep=;\n" + (HEAD + "a,b,x\n").replace(",", ";"),
            "events.csv:3 at: 'b' is neither a date nor a time, write it as 2026-03-31 or 2026-03-31T09:30:00+02:00\n",
        ),
        (
            "actor,at,event,\n" + "ada,2026-09-01,signed_up,\n" * 9_000 + "bo,2026-09-02,x,y\n",
            "events.csv:9002 unnamed 4: the column has no name, but says 'y', name it, or delete it\n",
        ),
        (
            HEAD + "ada,2026-09-01,signed_up,\n" + "bo,b,x\n",
            "events.csv:3 at: 'b' is neither a date nor a time, write it as 2026-03-31 or 2026-03-31T09:30:00+02:00\n",
        ),
        (
            HEAD + ROW + ",2026-09-01,x\n",
            "events.csv:3 actor: is empty, say the actor of every row\n",
        ),
        (
            HEAD + "a,2026-09-01,x \n",
            "events.csv:2 event: begins or ends with a space, delete it, or this would be another name\n",
        ),
        (
            HEAD + "a,01.09.2026,x\n",
            "events.csv:2 at: '01.09.2026' is neither a date nor a time, "
            "write it as 2026-03-31 or 2026-03-31T09:30:00+02:00\n",
        ),
        (
            HEAD + "a,2026-02-30T10:00Z,x\n",
            "events.csv:2 at: '2026-02-30' is not a day of the calendar, check the month and the day\n",
        ),
        (
            "actor,at,event,value\na,2026-09-01,x,1e16\nb,2026-09-01,x,nan\n",
            "events.csv:2 value: is a number beyond 10^15, write it in a larger unit\n"
            "events.csv:3 value: 'nan' is not a number, write it with a point, as in 29.33, or leave it empty\n",
        ),
        (
            HEAD + '"a\n\nb",2026-09-01,x\nc,,x\n',
            "events.csv:5 at: is empty, write it as 2026-03-31 or 2026-03-31T09:30:00+02:00\n",
        ),
        (
            HEAD + ROW + "a,2026-09-01\n",
            "events.csv:3: has 2 cells where the header has 3, add or remove delimiters, or quote a text that holds "
            "one\n",
        ),
        (
            HEAD + ROW + 'a,2026-09-01,"x\n' + ROW,
            "events.csv:3: a quotation mark is never closed, close it, or delete it\n",
        ),
        (
            (HEAD + ROW).encode() + b"J\xf6rg,2026-09-01,x\n",
            f"events.csv:3 actor: holds bytes that are not UTF-8, {SAVE_AS_UTF8}\n",
        ),
        ((HEAD + ROW).encode("utf-16"), f"events.csv: is not UTF-8 text, {SAVE_AS_UTF8}\n"),
        (b"\x00" * 5000, "events.csv:1: the first line is no header, write actor,at,event above the rows\n"),
        (
            HEAD + ROW + ROW.replace("\n", "\r\n") + ROW,
            "events.csv: cannot be read as one table, end every line in the same way, and save it as CSV UTF-8\n",
        ),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str | bytes, said: str) -> None:
    """Name the line as an editor counts it, the column, and what to do."""
    assert faults_in(with_log(tmp_path, text)) == said


def test_too_many_faults_end_with_a_word(tmp_path: Path) -> None:
    """Name as many faults as of any other file, and say that more follow."""
    lines = faults_in(with_log(tmp_path, HEAD + "a,b,x\n" * (FAULTS_SHOWN + 50))).splitlines()
    assert len(lines) == FAULTS_SHOWN + 1
    assert lines[-1] == f"events.csv:{FAULTS_SHOWN + 2}: more faults follow, mend those above first"


def test_a_fault_far_down_has_its_line(tmp_path: Path) -> None:
    """Count lines beyond what is read at once."""
    assert faults_in(with_log(tmp_path, HEAD + ROW * 300_000 + "a,b,x\n")).startswith("events.csv:300002 at: 'b'")


def test_a_log_that_is_missing_is_named(tmp_path: Path) -> None:
    """Point to where the file is named."""
    folder = with_log(tmp_path, HEAD)
    (folder / "events.csv").unlink()
    assert faults_in(folder) == (
        "metrics.yml:3 pirate.events.file: there is no file 'events.csv' in this folder, put it here or correct its "
        "name\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there, and pipes are no files")
def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    """Refuse links and pipes, and wait for neither."""
    folder = with_log(tmp_path, HEAD)
    (folder / "events.csv").rename(tmp_path / "elsewhere.csv")
    (folder / "events.csv").symlink_to(tmp_path / "elsewhere.csv")
    assert "events.csv: is a symbolic link" in faults_in(folder)
    (folder / "events.csv").unlink()
    os.mkfifo(folder / "events.csv")
    assert "events.csv: is a pipe" in faults_in(folder)


def test_a_folder_with_marks_of_patterns_is_taken_as_it_is(tmp_path: Path) -> None:
    """Read the very file that is named, whatever marks stand in its path."""
    (tmp_path / "a[b]*'c?").mkdir()
    log = read_workbook(with_log(tmp_path / "a[b]*'c?", HEAD + ROW)).events
    assert rows_of(log) == [("ada", "2026-09-01", "signed_up")]


def test_a_parquet_file_keeps_its_types(tmp_path: Path) -> None:
    """Take whole numbers for names, and times as they are."""
    select = "SELECT 7 AS actor, TIMESTAMPTZ '2026-09-01 10:00+02' AS at, 'x' AS event, 1.5::DECIMAL(9,2) AS value"
    folder = with_parquet(tmp_path, select)
    assert faults_in(folder) == ""
    log = read_workbook(folder).events
    assert log is not None and (log.kind, log.columns) == ("parquet", ("actor", "at", "event", "value"))


GOOD = "'a' AS actor, DATE '2026-09-01' AS at, 'x' AS event"


@pytest.mark.parametrize(
    ("select", "said"),
    [
        (
            f"SELECT {GOOD} UNION ALL SELECT NULL, 'infinity', ''",
            "events.parquet actor: row 2 is empty, say the actor of every row\n"
            "events.parquet at: row 2 'infinity' is neither a date nor a time, "
            "write it as 2026-03-31 or 2026-03-31T09:30:00+02:00\n"
            "events.parquet event: row 2 is empty, say the event of every row\n",
        ),
        (
            f"SELECT {GOOD}, 'nan'::DOUBLE AS value",
            "events.parquet value: row 1 'nan' is not a number, write it with a point",
        ),
        (
            f"SELECT {GOOD}, 1e16 AS value",
            "events.parquet value: row 1 is a number beyond 10^15, write it in a larger unit\n",
        ),
        (
            f"SELECT {GOOD}, ['x'] AS channel",
            "events.parquet channel: the column holds VARCHAR[], export it as texts\n",
        ),
        ("SELECT 'a' AS actor, 1 AS at, 'x' AS event", "events.parquet at: the column holds INTEGER, export it as"),
        (f"SELECT {GOOD}, 1 AS chanel", "events.parquet chanel: unknown column 'chanel', did you mean 'channel'?\n"),
        ("SELECT 1 AS actor", "events.parquet at: the column is missing, export it with a column 'at'\n"),
    ],
)
def test_what_is_wrong_with_a_parquet_file_is_named(tmp_path: Path, select: str, said: str) -> None:
    """Name the row, since such a file has no lines."""
    assert faults_in(with_parquet(tmp_path, select)).startswith(said)


@pytest.mark.parametrize("keep", [0, 3, 200, -3, -200])
def test_a_torn_parquet_file_is_one_fault(tmp_path: Path, keep: int) -> None:
    """Refuse what is not whole, in one line."""
    folder = with_parquet(tmp_path, f"SELECT {GOOD} FROM range(1000)")  # noqa: S608
    data = (folder / "events.parquet").read_bytes()
    (folder / "events.parquet").write_bytes(data[:keep] if keep >= 0 else data[-keep:])
    (said,) = faults_in(folder).splitlines()
    assert said.startswith(("events.parquet: is not a whole Parquet file", "events.parquet: is damaged"))


def test_a_damaged_parquet_file_is_one_fault(tmp_path: Path) -> None:
    """Refuse a file whose frame is whole and whose rows are not."""
    folder = with_parquet(tmp_path, "SELECT uuid() AS actor, DATE '2026-09-01' AS at, 'x' AS event FROM range(5000)")
    data = bytearray((folder / "events.parquet").read_bytes())
    data[20:4000] = b"\xff" * 3980
    (folder / "events.parquet").write_bytes(data)
    assert len(faults_in(folder).splitlines()) == 1


ODD = st.sampled_from(
    (
        "",
        " ",
        "a",
        "a ",
        " a",
        "\t",
        "é",
        "\x7f",
        "2026-02-29",
        "2024-02-29",
        "2026-13-01",
        "2026-09-01T24:00",
        "1_0",
        "2026-09-01T10:00:00+14:59",
        "2026-09-01T10:00-15",
        "2026-09-01 10:00:00.1Z",
        "0999-01-01",
        "1e15",
        "1.1e15",
        "nan",
        "-inf",
        "+.5",
        "5.",
        ".",
        "1e400",
        "1e-400",
        "0x1",
        "1,5",
        "2026-9-1",
        "2026-09-01t10:00",
        "9999-12-31",
    )
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["actor", "at", "event", "value", "channel", "unnamed 4"]), st.one_of(ODD, st.text(max_size=12)))
def test_words_and_condition_agree(column: str, cell: str) -> None:
    """Whatever DuckDB counts as wrong has words, and nothing else has."""
    cell = cell.replace("\0", "")
    with duck() as connection:
        ask = f'SELECT {condition(column)} FROM (SELECT ? AS "{column}")'  # noqa: S608
        found = connection.execute(ask, [cell or None]).fetchone()
        assert found is not None and bool(found[0]) == bool(list(problems({column: cell})))
        if column == "at" and not found[0]:
            assert connection.execute("SELECT CAST(? AS TIMESTAMPTZ)", [cell]).fetchone() is not None


def test_the_journal_notes_the_log_for_whoever_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Note the hash of the file when the events are looked at, also when its state is known."""
    folder = with_log(tmp_path, HEAD + ROW)
    read_workbook(folder)
    monkeypatch.setenv(JOURNAL, str(tmp_path / "journal"))
    opened = open_workbook(folder)
    assert opened.observations == ()
    assert "events.csv" not in journal.read_journal(tmp_path / "journal").files
    assert opened.events == read_workbook(folder).events
    hashed = hashlib.sha256((HEAD + ROW).encode()).hexdigest()
    assert journal.read_journal(tmp_path / "journal").files["events.csv"] == hashed


def test_a_log_that_changes_is_checked_again(tmp_path: Path) -> None:
    """Believe no state of a file that was not checked."""
    folder = with_log(tmp_path, HEAD + ROW)
    assert faults_in(folder) == ""
    (folder / "events.csv").write_text(HEAD + ROW + "a,b,c\n")
    with pytest.raises(DataFaults, match=r"events.csv:3 at"):
        read_workbook(folder)
