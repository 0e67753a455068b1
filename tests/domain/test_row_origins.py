"""Where rows came from is said in words: of which database, since when, and how old."""

from __future__ import annotations

import datetime as dt

import pytest

from purposebook.domain.metrics import Metrics
from purposebook.domain.row_origins import RowOrigin, databases, kept_rows_said
from purposebook.domain.sources import Source

SHOP = Source(database="SHOP", query="select 1")
OTHER = Source(database="OTHER", query="select 1")
WHEN = "2026-11-24T14:05:59Z"
DAY = dt.date(2026, 11, 27)


def test_rows_of_a_database_say_since_when() -> None:
    """They came first at a time, or last where the database was not reached."""
    fresh, kept = (RowOrigin("observations", SHOP, WHEN, 1234, reached) for reached in (True, False))
    assert fresh.said == "1\u202f234 rows from the database named by SHOP, first read on 2026-11-24, 14:05 UTC"
    assert kept.said == "1\u202f234 rows from the database named by SHOP, last read on 2026-11-24, 14:05 UTC"
    assert fresh.kept(DAY) == "" and kept.kept(DAY) == "the database was not reached; these rows are 3 days old"


def test_what_is_not_known_is_not_said() -> None:
    """A file is its name; a database that nobody asked gave no number of rows and no time."""
    assert RowOrigin("observations", Source(file="a.csv")).said == "a.csv"
    assert RowOrigin("events", SHOP).said == "rows from the database named by SHOP"
    assert RowOrigin("events", SHOP, rows=1).said == "1 row from the database named by SHOP"


@pytest.mark.parametrize(
    ("day", "old"),
    [
        (dt.date(2026, 11, 25), "1 day old"),
        (dt.date(2026, 11, 24), "of the day of this report"),
        (dt.date(2026, 11, 23), "newer than the day of this report"),
        (dt.date(2030, 1, 1), "1\u202f134 days old"),
    ],
)
def test_age_in_days_of_the_report(day: dt.date, old: str) -> None:
    """Count from the day on which rows were read to the day of the report."""
    assert RowOrigin("events", SHOP, WHEN, 3, reached=False).old(day) == old


def test_kept_rows_in_one_line() -> None:
    """What one database gave in the same minute is said together; nothing is said of fresh rows and of files."""
    one, two = RowOrigin("observations", SHOP, WHEN, 3, False), RowOrigin("events", SHOP, WHEN, 3, False)
    rows = "are rows last read on 2026-11-24, 14:05 UTC, 3 days old"
    shop = "the database named by SHOP was not reached"
    assert kept_rows_said((one, two), DAY) == f"{shop}: observations and events {rows}"
    apart = kept_rows_said((one, RowOrigin("events", OTHER, WHEN, 3, False)), DAY)
    assert apart.split("; ") == [
        f"{shop}: observations {rows}",
        f"the database named by OTHER was not reached: events {rows}",
    ]
    assert kept_rows_said((RowOrigin("observations", Source(file="a.csv")), RowOrigin("events", SHOP, WHEN)), DAY) == ""


def test_each_database_is_named_once() -> None:
    """Two questions to one database are one variable; a file is none."""
    both = {"database": "SHOP", "query": "select 1"}
    assert databases(Metrics.model_validate({"observations": both, "pirate": {"events": both}})) == ("SHOP",)
    assert databases(Metrics()) == ()
