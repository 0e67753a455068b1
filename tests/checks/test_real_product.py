"""The rules on the published goals of a real public service."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from purposebook.checks.board import board, evidence_span
from purposebook.checks.claims import claims
from purposebook.checks.engine import check
from purposebook.checks.example import EXAMPLE_DAY
from purposebook.domain.workbook import Workbook
from purposebook.storage.reading import read_workbook

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "products" / "simpler-grants"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the shared real products are not beside this repository")


@pytest.fixture(scope="module")
def book() -> Workbook:
    """Read the product's folder."""
    return read_workbook(FOLDER)


def test_twelve_clauses_wait_for_an_objective(book: Workbook) -> None:
    """Each commitment that nothing serves gets one warning on its own line, and there is no error."""
    checked = check(book, EXAMPLE_DAY)
    unserved = [one for one in checked.findings if one.rule == "O3"]
    assert [one.where for one in unserved] == [f"mission/{clause.id}" for clause in book.mission.clauses]
    assert len({one.line for one in unserved}) == 12 and all(one.line for one in unserved)
    assert checked.of("error") == ()


def test_it_gets_the_findings_that_it_deserves(book: Workbook) -> None:
    """Its mission names everyone and its vision a tool; nothing else is said."""
    found = Counter(
        (one.rule, one.where.partition("/")[2]) for one in check(book, EXAMPLE_DAY).findings if one.rule != "O3"
    )
    assert found == {("M2", "mission"): 1, ("M4", "vision"): 1}


def test_nothing_is_invented(book: Workbook) -> None:
    """What is not written is absent: no evidence, no claim, no day."""
    rows = board(book, check(book, EXAMPLE_DAY), EXAMPLE_DAY)
    assert [row.state for row in rows] == ["partial", *["absent"] * 7]
    assert {row.dated for row in rows} == {None}
    assert (claims(book).with_evidence, claims(book).without, evidence_span(book)) == (0, 0, None)
