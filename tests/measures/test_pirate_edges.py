"""Event logs at the edge: each gives its sentence, none a wrong number or a traceback."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest
from pirate_plain import csv_of, definitions, told

from purposebook.domain.event_log import EventLog
from purposebook.measures.pirate.found import PirateMeasures
from purposebook.measures.pirate.measure import measure_pirate
from purposebook.measures.pirate.opening import opened

AS_OF = dt.date(2024, 6, 30)
TRIO = ("actor", "at", "event")
ALL: dict[str, Any] = {
    "acquisition": {"event": "join"},
    "activation": {"events": ["win"], "within": "7d"},
    "retention": {},
    "referral": {"invited": "sent", "accepted": "came", "cycle": "7d"},
    "revenue": {"event": "paid"},
    "funnel": {"steps": ["join", "win"], "within": "7d"},
}
QUESTIONS = ("acquisition", *tuple(ALL)[1:], "engagement")


def _refusals(found: PirateMeasures) -> list[str]:
    """Return the first reason of every question, each being refused."""
    answers = [getattr(found, name) for name in QUESTIONS]
    assert all(answer.value is None for answer in answers)
    return [answer.reasons[0] for answer in answers]


def _file(path: Path, text: str, delimiter: str = ",") -> EventLog:
    """Write a CSV file as it stands."""
    path.write_bytes(text.encode())
    return EventLog(path, "csv", TRIO, delimiter)


def test_empty_log() -> None:
    """Say that there is nothing."""
    found = told(definitions(**ALL), [], AS_OF, TRIO)
    assert (found.complete_until, found.events, found.actors) == (None, 0, 0)
    assert set(_refusals(found)) == {"the log has no events"}


def test_all_events_are_after_the_report() -> None:
    """Leave them out and count them."""
    found = told(definitions(**ALL), [("1", "2024-07-01", "join"), ("2", "2024-07-02T00:00:00Z", "join")], AS_OF, TRIO)
    assert (found.complete_until, found.events) == (None, 0)
    assert set(_refusals(found)) == {"the log has no events up to 2024-06-30"}
    assert "rows after 2024-06-30 are left out: 2" in found.reasons


def test_all_events_are_after_the_last_complete_day() -> None:
    """Say that nothing lies before that day."""
    found = told(definitions(complete_until="2023-12-31", **ALL), [("1", "2024-01-01", "join")], AS_OF, TRIO)
    assert set(_refusals(found)) == {"the log has no events up to 2023-12-31"}
    assert found.complete_until == dt.date(2023, 12, 31)


def test_later_events_are_left_out_and_counted() -> None:
    """Count what is after the report and what is after the last complete day apart."""
    rows = [("1", f"2024-0{month}-28", "x") for month in (7, 3, 6, 5, 1)]
    found = told(definitions(complete_until="2024-05-31"), rows, AS_OF, TRIO)
    assert (found.events, str(found.complete_until)) == (3, "2024-05-31")
    assert found.reasons[:2] == (
        "rows after 2024-06-30 are left out: 1",
        "rows after 2024-05-31, the last day that is complete, count for nothing: 1",
    )


def test_last_complete_day_is_never_after_the_report() -> None:
    """Take the day of the report where the team declares a later one."""
    found = told(definitions(complete_until="2024-12-31"), [("1", "2024-01-01", "x")], AS_OF, TRIO)
    assert found.complete_until == AS_OF


def test_one_actor() -> None:
    """Give numbers with the widest intervals, and refuse what a single day cannot tell."""
    found = told(definitions(**ALL), [("1", "2024-01-01", "join"), ("1", "2024-01-01", "win")], AS_OF, TRIO)
    assert (found.actors, found.events) == (1, 2)
    assert "nobody's time (7d) has fully elapsed by 2024-01-01" in found.activation.reasons[0]
    assert "has fully elapsed by 2024-01-01: no funnel" in found.funnel.reasons[0]
    assert found.retention.value is not None
    assert [one.share for one in found.retention.value.overall] == [None]


@pytest.mark.parametrize(
    ("first", "last", "whole"), [("02", "29", False), ("01", "28", False), ("01", "29", True), ("02", "31", False)]
)
def test_engagement_needs_a_whole_period(first: str, last: str, whole: bool) -> None:
    """Refuse a month of which a day is missing at either end; in 2024 February has 29 days."""
    rows = [("1", f"2024-02-{first}", "x")]
    until = f"2024-02-{last}" if last < "30" else f"2024-03-{int(last) - 1}"
    answer = told(definitions(complete_until=until), rows, AS_OF, TRIO).engagement
    assert (answer.value is not None) == whole
    reason = f"the log covers 2024-02-{first} to {until}, which holds no complete month: no engagement"
    assert whole or answer.reasons == (reason,)


@pytest.mark.parametrize("period", ["day", "week", "month"])
def test_engagement_at_the_ends_of_the_calendar(period: str) -> None:
    """Count in the first and in the last years that a day can have."""
    for day in ("0001-01-01", "9999-12-29"):
        found = told(definitions(retention={"period": period}), [("1", day, "x")], dt.date.max, TRIO).engagement
        assert (found.value is not None) == (period == "day")


def test_engagement_tells_twelve_periods() -> None:
    """Stop at twelve, the newest last, with nobody where nobody was active."""
    rows = [("1", f"2024-01-{day:02}", "x") for day in range(1, 31, 2)] + [("1", "2024-01-30", "x")]
    found = told(definitions(retention={"period": "day"}), rows, AS_OF, TRIO).engagement.value
    assert found is not None
    assert [one.active for one in found.series] == [1, 0] * 5 + [1, 1]


def test_undeclared() -> None:
    """Say what is not declared; acquisition has an answer of its own."""
    found = told(definitions(), [("1", "2024-01-01", "x")], AS_OF, TRIO)
    assert found.acquisition.value is not None
    answers = found.activation, found.retention, found.referral, found.revenue, found.funnel
    assert all(answer.reasons[0].endswith("is not declared") for answer in answers)


def test_unknown_event_names() -> None:
    """Refuse what rests on an event that never occurs, by its name."""
    found = told(definitions(**ALL | {"retention": {"event": "back"}}), [("1", "2024-01-01", "joined")], AS_OF, TRIO)
    names = [reason.split("”")[0].split("“")[1] for reason in _refusals(found)]
    assert names == ["join", "win", "back", "sent", "paid", "join", "back"]


def test_nobody_was_acquired_in_time() -> None:
    """Refuse retention where nobody did the acquisition event."""
    found = told(definitions(**ALL), [("1", "2024-01-01", "x")], AS_OF, TRIO)
    assert "nobody has started" in found.retention.reasons[0]


def test_later_step_never_occurs() -> None:
    """Count nobody there, and say that nobody could be."""
    rows = [("1", "2024-01-01", "join"), ("1", "2024-01-31", "x")]
    answer = told(definitions(**ALL), rows, AS_OF, TRIO).funnel
    assert answer.value is not None
    assert [one.share.actors for one in answer.value] == [1, 0]
    assert "the event “win” never occurs" in answer.reasons[0]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        (["1e308", "1e308"], "too large to compute with"),
        (["", "nan"], "has no value for"),
        (["inf", "2"], "1 of 2 rows"),
    ],
)
def test_values_that_cannot_be_added(values: list[str], why: str) -> None:
    """Refuse a sum out of range, and count what is no number."""
    rows = [(str(place), "2024-01-01", "paid", value, "") for place, value in enumerate(values)]
    answer = told(definitions(**ALL), rows, AS_OF).revenue
    assert why in " ".join(answer.reasons)
    assert (answer.value and answer.value.total) == (2.0 if "2" in values else None)


def test_huge_values_that_cancel() -> None:
    """Add exactly: 1e308 - 1e308 + 0.25 is a quarter."""
    rows = [(str(place), "2024-01-01", "paid", value, "") for place, value in enumerate(["1e308", "0.25", "-1e308"])]
    found = told(definitions(**ALL), rows, AS_OF).revenue.value
    assert found is not None
    assert found.total == 0.25


def test_without_column_of_values() -> None:
    """Say who pays without saying how much."""
    answer = told(definitions(**ALL), [("1", "2024-01-01", "paid"), ("2", "2024-01-01", "x")], AS_OF, TRIO).revenue
    assert answer.value is not None
    assert (answer.value.paying.actors, answer.value.total, answer.value.per_active) == (1, None, None)
    assert "no column `value`" in answer.reasons[0]


def test_rows_that_cannot_be_read() -> None:
    """Leave out rows without actor, event or time, and count them."""
    rows = [("", "2024-01-01", "x"), ("1", "yesterday", "x"), ("1", "infinity", "x"), ("1", "2024-01-01", ""), TRIO]
    found = told(definitions(), [*rows, ("1", "2024-01-01", "x")], AS_OF, TRIO)
    assert found.events == 1
    assert found.reasons[0] == "rows without actor, event or readable time are left out: 5"


def test_too_many_cohorts() -> None:
    """Name the number instead of building a table that nobody reads."""
    rows = [(str(day), str(dt.date(2023, 1, 1) + dt.timedelta(days=day)), "x") for day in range(401)]
    answer = told(definitions(retention={"period": "day"}), rows, AS_OF, TRIO).retention
    assert answer.reasons == ("401 cohorts by day are more than 400: choose a longer period",)


def test_too_many_ages() -> None:
    """Stop at a number of ages, and name it."""
    answer = told(
        definitions(retention={"period": "day"}), [("1", "2022-01-01", "x"), ("1", "2024-01-01", "x")], AS_OF, TRIO
    )
    assert answer.retention.value is not None
    assert len(answer.retention.value.overall) == 400
    assert answer.retention.reasons == ("only the first 400 of 731 ages are counted",)


def test_ages_one_by_one_far_from_the_start() -> None:
    """Count every age for itself, however many came before it, and an actor once however often it was active."""
    active = [0, 1, 58, 59, 60, 61, 63, 64, 119, 120, 121, 399]
    start = dt.date(2022, 1, 1)
    rows = [("1", str(start + dt.timedelta(days=age)), "x") for age in (*active, 60, 60, 400)]
    rows += [("2", str(start), "x"), ("2", str(start + dt.timedelta(days=120)), "x"), ("2", "2024-01-01", "x")]
    found = told(definitions(retention={"period": "day"}), rows, AS_OF, TRIO).retention.value
    assert found is not None
    counted = {one.age: one.share.actors for one in found.overall if one.share and one.share.actors}
    assert counted == dict.fromkeys(active, 1) | {0: 2, 120: 2}


def test_an_hour_that_begins_the_day_before_again() -> None:
    """Where clocks go back past midnight, what comes later may lie on the day before: it counts for no age."""
    zone = definitions(retention={"period": "day"}).model_copy(update={"time_zone": "America/St_Johns"})
    rows = [("a", "2009-11-01T02:30:30Z", "x"), ("a", "2009-11-01T03:00:00Z", "x"), ("b", "2009-11-05T03:00:00Z", "x")]
    found = told(zone, rows, AS_OF, TRIO).retention.value
    assert found is not None
    assert [one.share and (one.share.actors, one.share.of) for one in found.overall][:2] == [(2, 2), (0, 1)]


def test_same_numbers_in_any_order() -> None:
    """Do not depend on the order of rows."""
    rows = [
        (str(n % 7), f"2024-0{1 + n % 5}-1{n % 10}", ["join", "win", "paid"][n % 3], f"{n}.1", "") for n in range(90)
    ]
    assert told(definitions(**ALL), rows, AS_OF) == told(definitions(**ALL), rows[::-1], AS_OF)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_csv_of_a_spreadsheet(tmp_path: Path, newline: str) -> None:
    """Read a mark at the beginning, semicolons, quotes and a cell of two lines."""
    lines = [
        "\ufeffactor;channel;at;event",
        '00004;"a;b";2024-01-01;"x ""y"""',
        '4;"1',
        '2";2024-01-02T01:00Z;é',
        "",
    ]
    file = _file(tmp_path / "events [1].csv", newline.join(lines), ";")
    log = replace(file, columns=("actor", "channel", "at", "event"))
    found = measure_pirate(definitions(retention={"event": 'x "y"'}), log, AS_OF)
    assert (found.events, found.actors, found.retention.value is not None) == (2, 2, True)


@pytest.mark.parametrize("text", ["who,when\n1,2\n", "actor,at,event\n1,2024-01-01\n", "actor,at,event\n\xff"])
def test_file_that_was_changed_since(tmp_path: Path, text: str) -> None:
    """Ask for another check where the file is no longer what was checked."""
    (tmp_path / "events.csv").write_bytes(text.encode("latin-1"))
    found = measure_pirate(definitions(), EventLog(tmp_path / "events.csv", "csv", TRIO), AS_OF)
    assert found.events == 0
    assert "check it again" in _refusals(found)[0]


def test_file_that_is_gone(tmp_path: Path) -> None:
    """Do the same without a file, and without naming the machine's folders."""
    for kind in ("csv", "parquet"):
        log = EventLog(tmp_path / f"events.{kind}", "csv" if kind == "csv" else "parquet", TRIO)
        assert _refusals(measure_pirate(definitions(), log, AS_OF))[0].endswith("check it again")


def test_zone_of_the_machine() -> None:
    """Refuse a zone that is another one on every machine."""
    zone = definitions().model_copy(update={"time_zone": "localtime"})
    assert "another one on every machine" in _refusals(told(zone, [("1", "2024-01-01", "x")], AS_OF, TRIO))[0]


def test_folder_that_looks_like_a_partition(tmp_path: Path) -> None:
    """Read the file's own columns, whatever its folder is called."""
    folder = tmp_path / "event=y" / "actor=7"
    folder.mkdir(parents=True)
    path = folder / "events.parquet"
    duckdb.sql("SELECT 1 AS actor, DATE '2024-01-01' AS \"At\", 'x' AS event").to_parquet(str(path))
    found = measure_pirate(definitions(revenue={"event": "x"}), EventLog(path, "parquet", TRIO), AS_OF)
    assert found.revenue.value is not None


def test_nothing_else_can_be_read(tmp_path: Path) -> None:
    """Keep the connection to one file, and its settings as they are."""
    (tmp_path / "secret.csv").write_text("a\n1\n")
    with csv_of([("1", "2024-01-01", "x")], TRIO) as log, opened(log, "UTC", ()) as connection:
        with pytest.raises(duckdb.PermissionException):
            connection.execute("SELECT * FROM read_csv($1)", [str(tmp_path / "secret.csv")])
        with pytest.raises(duckdb.InvalidInputException):
            connection.execute("SET enable_external_access = true")


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the temporary folder away, and write nothing beside the log."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    log = _file(tmp_path / "events.csv", "actor,at,event\n1,2024-01-01,join\n")
    measure_pirate(definitions(**ALL), log, AS_OF)
    assert [path.name for path in tmp_path.iterdir()] == ["events.csv"]
