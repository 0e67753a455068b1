"""Each row of the evidence board says in numbers what it looked at, and how much of it is open."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from purposebook.checks.board import Quality, board
from purposebook.checks.board_counts import open_points
from purposebook.checks.engine import check
from purposebook.checks.example import EXAMPLE_DAY, book_of
from purposebook.checks.finding import Finding
from purposebook.notebook.report_views import board as board_card
from purposebook.notebook.snapshot import Snapshot
from purposebook.storage.reading import read_workbook

DATA = Path(__file__).resolve().parents[2] / "data"
AS_OF = dt.date(2026, 10, 31)


@cache
def rows(product: str) -> dict[str, Quality]:
    """Return the board of an example by key."""
    book = read_workbook(DATA / product)
    return {row.key: row for row in board(book, check(book, AS_OF), AS_OF)}


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("measured-impact", "12 of 13 metrics have a value, 8 a target, 2 stand below their baseline"),
        ("aligned-objectives", "4 of 4 active objectives serve a clause of the mission; 2 of its 3 clauses are served"),
        ("evaluated", "2 reviews were held; 6 of 6 decisions have an owner and a day"),
        ("sustainability", "4 of 4 components name a source of their own"),
    ],
)
def test_the_worked_example_in_numbers(key: str, said: str) -> None:
    """The row of a quality counts what the quality is made of."""
    assert rows("coursecraft")[key].counts == said


def test_old_evidence_is_counted_where_all_is_present() -> None:
    """A row that is present still says how many pieces are older than the review period."""
    row = rows("coursecraft")["customer-first"]
    assert row.state == "present"
    assert row.counts.endswith("23 pieces of evidence, 3 older than the review period of 180 days")


@pytest.mark.parametrize("product", ["coursecraft", "books-to-the-door"])
def test_every_finding_is_open_in_one_row_or_none(product: str) -> None:
    """No finding is counted twice, and those of the eight parts are all counted."""
    book = read_workbook(DATA / product)
    findings = check(book, AS_OF).findings
    counted = [one for row in rows(product).values() for one in row.open]
    assert len(counted) == len(set(counted))
    others = {one.where.partition("/")[0] for one in set(findings) - set(counted)}
    assert others <= {"product", "strategy", "opportunities", "work", "experiments", "culture"}


@pytest.mark.parametrize(
    ("rule", "where", "key"),
    [
        ("O3", "mission/home", "aligned-objectives"),
        ("X2", "evidence/evidence", "customer-first"),
        ("S1", "responsibility/accessibility/criteria", "accessible-and-inclusive"),
        ("N1", "responsibility/inclusion", "accessible-and-inclusive"),
        ("F1", "responsibility/footprint", "sustainability"),
        ("E2", "responsibility/some-harm", "ethics"),
        ("X1", "observations/rate", "measured-impact"),
        ("V1", "work/items", ""),
    ],
)
def test_a_finding_concerns_what_it_speaks_of(rule: str, where: str, key: str) -> None:
    """The place of a finding, or its rule, says which quality it concerns."""
    found = Finding(rule, "warning", "x.yml", 1, where, "Seen.", "Do.", "Source.")
    assert open_points([found]) == {key: (found,)}


def metrics(*directions: str) -> str:
    """Return the numbers of metrics that each moved from 10 to where their direction says they should not."""
    defined = [
        {"id": f"m{at}", "name": f"Metric {at}", "direction": way, "baseline": {"value": 10}}
        for at, way in enumerate(directions)
    ]
    seen = [
        {"metric": f"m{at}", "date": "2026-08-31", "value": 5 if way == "increase" else 15}
        for at, way in enumerate(directions)
    ]
    book = book_of({"metrics": {"metrics": defined}, "observations": seen})
    return next(
        row for row in board(book, check(book, EXAMPLE_DAY), EXAMPLE_DAY) if row.key == "measured-impact"
    ).counts


@pytest.mark.parametrize(
    ("directions", "said"),
    [
        (("increase",), "1 of 1 metric has a value, 0 a target, 1 stands below its baseline"),
        (("decrease", "decrease"), "2 of 2 metrics have a value, 0 a target, 2 stand above their baseline"),
        (
            ("increase", "decrease"),
            "2 of 2 metrics have a value, 0 a target, 2 stand on the wrong side of their baseline",
        ),
    ],
)
def test_what_got_worse_is_counted_along_its_direction(directions: tuple[str, ...], said: str) -> None:
    """A metric that should fall and rose is as bad as one that should rise and fell."""
    assert metrics(*directions) == said


@pytest.mark.parametrize("product", ["coursecraft", "books-to-the-door", "first-steps"])
def test_the_board_praises_nothing(product: str) -> None:
    """The card says how many points are open, where they stand, and never that all is well."""
    html = board_card(Snapshot(read_workbook(DATA / product), AS_OF))
    assert "Keep it so" not in html and "All there and fresh" not in html
    for row in rows(product).values():
        assert not row.open or f"{len(row.open)}\u00a0point" in html
    assert "never added up" in html
