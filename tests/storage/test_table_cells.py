"""Numbers and days as spreadsheets write them: one reading is read, two are both named, and the advice helps."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from purposebook.storage.csv_reading import parse_table

NBSP, NARROW, MINUS = "\u00a0", "\u202f", "\u2212"
READ = (
    # what separates the cells, the cell, its one reading
    (";", "1,5", 1.5),
    (";", "1,234", 1.234),
    (";", "1.234,5", 1234.5),
    (";", "1.234.567", 1_234_567),
    (";", "-12.345.678,90", -12_345_678.9),
    (";", "1 234,5", 1234.5),
    (";", f"1{NBSP}234{NBSP}567,25", 1_234_567.25),
    (";", f"{MINUS}1{NARROW}234", -1234),
    (";", "1'234.50", 1234.5),
    (";", "1’234,5", 1234.5),
    (";", "1,5E+03", 1500),
    (";", ",5", 0.5),
    (";", "0.125", 0.125),
    (";", "1234.567", 1234.567),
    (";", "-1.5e3", -1500),
    (",", "100,000.00", 100_000),
    (",", "1,234,567", 1_234_567),
    (",", "1.234", 1.234),
    (",", "1 234", 1234),
    (",", f"1{NBSP}234", 1234),
    (",", f"{MINUS}5", -5),
    ("\t", "12.345", 12.345),
)
REFUSED = (
    # what separates the cells, the cell, every reading that is named
    (";", "1.234", {1234, 1.234}),
    (";", "-12.345", {-12345, -12.345}),
    (";", "1,234.5", {1234.5}),
    (";", "1,234,567", {1234567}),
    (";", "1.234 €", {1234, 1.234}),
    (",", "1,234", {1234, 1.234}),
    (",", f"{MINUS}1,234", {-1234, -1.234}),
    (",", "1,5", {1.5}),
    (",", "0,234", {0.234}),
    (",", "1.234,5", {1234.5}),
    (",", "1.234.567", {1234567}),
    (",", "40%", {40, 0.4}),
    (";", "12,5 %", {12.5, 0.125}),
    (",", "€5", {5}),
    (",", "$1,234.50", {1234.5}),
    (",", "5 EUR", {5}),
    ("\t", "1,234", {1234, 1.234}),
)


def table(delimiter: str, date: str = "2026-03-31", value: str = "1") -> str:
    """Return the text of a table with one row, its cells quoted."""
    return f'metric{delimiter}date{delimiter}value\na{delimiter}"{date}"{delimiter}"{value}"\n'


@pytest.mark.parametrize(("delimiter", "cell", "value"), READ)
def test_a_number_with_one_reading_is_read(delimiter: str, cell: str, value: float) -> None:
    """Take the decimal mark and the groups of thousands that such a file can only mean."""
    found, faults = parse_table("o.csv", table(delimiter, value=cell))
    assert (faults, [row.value for row in found.rows]) == ((), [value])


@pytest.mark.parametrize(("delimiter", "cell", "readings"), REFUSED)
def test_every_reading_of_another_number_is_named_and_can_be_written(
    delimiter: str, cell: str, readings: set[float]
) -> None:
    """Guess nothing; each number that the message names is read as just that when it is written."""
    found, (fault,) = parse_table("o.csv", table(delimiter, value=cell))
    said = fault.message.partition("may be ")[2] or fault.advice
    named = re.findall(r"[-+]?[0-9]+(?:[.,][0-9]+)?", said)
    tables = [parse_table("o.csv", table(delimiter, value=one)) for one in named]
    assert found.rows == () and fault.field == "value"
    assert {made.rows[0].value for made, faults in tables if not faults} == readings


@pytest.mark.parametrize(
    "cell", ["#DIV/0!", "#WERT!", "n/a", "-", "5k", "0x10", "(5)", "5-", "1.23.456", "1,23.4", "nan"]
)
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_what_is_no_number_is_refused(delimiter: str, cell: str) -> None:
    """Read neither a spreadsheet's errors nor numbers with marks in odd places."""
    found, (fault,) = parse_table("o.csv", table(delimiter, value=cell))
    assert found.rows == () and f"'{cell}' is not a number" in fault.message


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("31.03.2026", "2026-03-31"),
        ("1.3.2026", "2026-03-01"),
        ("1. 3. 2026", "2026-03-01"),
        ("03.04.2026", "2026-04-03"),
    ],
)
def test_a_day_with_points_is_read_where_semicolons_separate(cell: str, day: str) -> None:
    """Points stand behind the day and the month, in this order; elsewhere the one reading is named."""
    found, faults = parse_table("o.csv", table(";", date=cell))
    assert (faults, [row.date.isoformat() for row in found.rows]) == ((), [day])
    assert parse_table("o.csv", table(",", date=cell))[1][0].advice == f"write it as {day}"


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("03/04/2026", {"2026-04-03", "2026-03-04"}),
        ("03-04-2026", {"2026-04-03", "2026-03-04"}),
        ("03/04/26", {"2026-04-03", "2026-03-04", "2003-04-26"}),
        ("14.06.26", {"2026-06-14", "2014-06-26"}),
        ("31/03/2026", {"2026-03-31"}),
        ("3/31/2026", {"2026-03-31"}),
        ("2026/03/31", {"2026-03-31"}),
        ("2026-3-31", {"2026-03-31"}),
        ("2026.03.31.", {"2026-03-31"}),
        ("20260331", {"2026-03-31"}),
        ("46112", {"2026-03-31"}),
        ("46112.0", {"2026-03-31"}),
        ("2026-03", {"2026-03-31"}),
        ("2026-03-31T00:00:00", {"2026-03-31"}),
        ("2026-03-31 00:00:00+00:00", {"2026-03-31"}),
        ("31.03.2026 00:00", {"2026-03-31"}),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_every_reading_of_another_day_is_named_and_can_be_written(delimiter: str, cell: str, days: set[str]) -> None:
    """Guess nothing; a day of two readings is refused with both, a spreadsheet's number with what it probably is."""
    found, (fault,) = parse_table("o.csv", table(delimiter, date=cell))
    named = set(re.findall(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", f"{fault.message} {fault.advice}".replace(f"'{cell}'", "")))
    read = [parse_table("o.csv", table(delimiter, date=day))[0].rows[0].date for day in named]
    assert found.rows == () and fault.field == "date"
    assert named == days == {day.isoformat() for day in read}


def test_days_that_no_calendar_has_are_no_days() -> None:
    """Name them, in whatever form they stand."""
    for cell in ("31.02.2026", "31/13/2026", "2026-02-30"):
        (fault,) = parse_table("o.csv", table(";", date=cell))[1]
        assert f"'{cell}' is not a day of the calendar" in fault.message


@pytest.mark.parametrize(
    ("delimiter", "other", "cell", "readings"),
    [
        (";", "1,234.5", "1,234", {1234, 1.234}),
        (";", "1,234,567", "-12,345", {-12345, -12.345}),
        (",", "1.234,5", "1.234", {1234, 1.234}),
        (",", "1.234.567", "12.345", {12345, 12.345}),
        (",", "0,5", "1.234", {1234, 1.234}),
        ("\t", "1,5", "1.234", {1234, 1.234}),
    ],
)
def test_a_table_with_both_decimal_marks_is_in_doubt(
    delimiter: str, other: str, cell: str, readings: set[float]
) -> None:
    """Where a row has the mark of other tables, refuse what would be read elsewhere; both readings can be written."""
    text = f'{table(delimiter, value=other)}a{delimiter}2026-04-30{delimiter}"{cell}"\n'
    first, second = parse_table("o.csv", text)[1]
    assert "is not a number here" in first.message and f"'{cell}' may be " in second.message
    for one in re.findall(r"[-+]?[0-9]+(?:[.,][0-9]+)?", second.message.partition("may be ")[2]):
        mended = text.replace(other, first.advice.split()[-1]).replace(f'"{cell}"', f'"{one}"')
        found, faults = parse_table("o.csv", mended)
        assert not faults and found.rows[1].value in readings


def test_each_wrong_cell_of_a_row_is_named() -> None:
    """Name the day and the number of one row together."""
    faults = parse_table("o.csv", table(";", date="03/04/2026", value="1.234"))[1]
    assert [fault.field for fault in faults] == ["date", "value"]


def test_a_whole_number_column_reads_the_same_forms() -> None:
    """Read how many gave a score as any number, and refuse a fraction."""
    from purposebook.storage.survey_reading import parse_answers

    head = "Survey;Date;Score;Count\n"
    answers, faults = parse_answers("s.csv", f"{head}glad;30.09.2026;4,5;1 200\n", ())
    assert (faults, answers.rows[0].score, answers.rows[0].count) == ((), 4.5, 1200)
    assert answers.rows[0].date == dt.date(2026, 9, 30)
    assert parse_answers("s.csv", f"{head}glad;30.09.2026;4;1,5\n", ())[1][0].field == "count"
