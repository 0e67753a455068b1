"""Faults in observations.csv: all of them, and no others."""

from __future__ import annotations

import random
import time

from purposebook.storage.csv_reading import parse_table
from purposebook.storage.limits import CSV_ROWS

HEADER = "metric,date,value,numerator,denominator,segment,note"
PLANTED = (  # a broken row, the column that its fault names
    ("a,2026-02-30,1,,,,", "date"),
    ("a,tomorrow,1,,,,", "date"),
    ("a,,1,,,,", "date"),
    ("a,2026-01-31,one,,,,", "value"),
    ('a,2026-01-31,"1,5",,,,', "value"),
    ("a,2026-01-31,,1,x,,", "denominator"),
    ("a,2026-01-31,,1e9999,2,,", "numerator"),
    ("A b,2026-01-31,1,,,,", "metric"),
    (",2026-01-31,1,,,,", "metric"),
    ("a,2026-01-31", ""),
    ("a", "date"),
    ("a,2026-01-31,1,,,,,,x", ""),
    ("a,2026-01-31,,,,,", ""),
    ("a,2026-01-31,1,2,3,,", ""),
    ("a,2026-01-31,,1,0,,", ""),
    ('a,2026-01-31,1,,,,"never closed', "note"),
    ('a,2026-01-31,1,,,,"closed" too early', "note"),
    ("a,2026-01-31,1,,,,nu\0l", "note"),
    ("a,2026-01-31,1,,,\udcff,", "segment"),
    ("a,2026-01-31,1,,,," + "x" * 501, "note"),
    ("a,2026-01-31,1,,," + "y" * 200_000 + ",", "segment"),
)
SOUND = ("a,2026-01-31,1,,,,", "b,2026-02-28,,1,2,solo,", 'c,2026-03-31,-1.5e3,,,,"a ""quoted"", text"', "", ",,,,,,")


def test_300_faults_in_10000_rows_are_all_named_and_no_other() -> None:
    """Name the line and column of each planted fault, and find nothing wrong with the other rows."""
    dice = random.Random(8)  # noqa: S311 - a test's dice
    lines = [dice.choice(SOUND) for _ in range(10_000)]
    expected = {}
    for at in dice.sample(range(10_000), 300):
        lines[at], column = dice.choice(PLANTED)
        expected[at + 2] = column
    _, faults = parse_table("observations.csv", "\n".join((HEADER, *lines)))
    assert {fault.line: fault.field for fault in faults} == expected
    assert len(faults) == 300


def test_every_kind_of_fault_is_found_alone() -> None:
    """Find each planted fault in a table that is sound otherwise, with its column's place."""
    for row, column in PLANTED:
        (fault,) = parse_table("observations.csv", f"{HEADER}\n{SOUND[0]}\n{row}\n{SOUND[1]}\n")[1]
        assert (fault.line, fault.field) == (3, column)
        assert fault.column == (HEADER.split(",").index(column) + 1 if column else 0)


def test_a_ragged_row_never_shifts_columns() -> None:
    """Refuse a row with one cell too many even where pandas would take the first for an index."""
    table, faults = parse_table("o.csv", "metric,date,value\nx,a,2026-01-31,1\n")
    assert table.rows == ()
    assert faults[0].message == "has 4 cells where the header has 3"


def test_too_many_rows_are_refused() -> None:
    """State the limit of rows."""
    _, faults = parse_table("o.csv", "metric,date,value\n" + "a,2026-01-31,1\n" * (CSV_ROWS + 1))
    assert faults[-1].message == "has more than 200\u202f000 rows"


def test_the_delimiter_is_told_by_the_header() -> None:
    """Read commas, semicolons and tabs."""
    for mark in ",;\t":
        table, faults = parse_table("o.csv", f"metric{mark}date{mark}value\na{mark}2026-01-31{mark}1.5\n")
        assert (table.rows[0].value, faults) == (1.5, ())


def test_ten_thousand_rows_are_read_in_a_breath(tmp_path) -> None:
    """Keep reading within seconds of work, however busy the machine is."""
    rows = "".join(f"a,2026-01-{day % 28 + 1:02},{day}.5,,,solo,a note\n" for day in range(10_000))
    started = time.process_time()
    table, faults = parse_table("o.csv", f"{HEADER}\n{rows}")
    assert (len(table.rows), faults) == (10_000, ())
    assert time.process_time() - started < 10
