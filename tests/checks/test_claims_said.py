"""Claims are counted, all of them, and no share is made of them."""

from __future__ import annotations

from typing import Any

import pytest

from purposebook.checks.claims import ClaimShare, claims
from purposebook.checks.example import EXAMPLE_DAY, book_of
from purposebook.notebook.snapshot import Snapshot
from purposebook.notebook.tile_views import tiles

EVIDENCE = {"evidence": [{"id": "int", "kind": "interview", "date": "2026-09-01"}]}


def needs(*claimed: dict[str, Any]) -> dict[str, Any]:
    """Return a persona with needs of which each is claimed in its way."""
    rows = [{"id": f"need-{at}", "text": f"do thing {at}", **claim} for at, claim in enumerate(claimed)]
    return {"personas": [{"id": "ana", "name": "Ana", "needs": rows}]}


BACKED, ASSUMED, BARE = {"evidence": ["int"]}, {"assumption": True}, {}


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (ClaimShare(1, 0, 2), "1 claim rests on evidence, 2 are assumptions"),
        (ClaimShare(1, 4, 2), "1 claim rests on evidence, 2 are assumptions, 4 have neither"),
        (ClaimShare(0, 0, 1), "no claim rests on evidence, 1 is an assumption"),
        (ClaimShare(0, 1, 0), "no claim rests on evidence, 1 has neither"),
        (ClaimShare(12, 0, 0), "12 claims rest on evidence"),
    ],
)
def test_all_three_numbers_are_said(share: ClaimShare, said: str) -> None:
    """The sentence names how many rest on evidence, how many are assumptions, and how many are neither."""
    assert share.said == said


def test_an_assumption_with_evidence_is_counted_once() -> None:
    """A claim that is marked as an assumption stays one, whatever it names."""
    share = claims(book_of({"personas": needs(BACKED, {**BACKED, **ASSUMED}, BARE), "evidence": EVIDENCE}))
    assert (share.with_evidence, share.assumptions, share.without, share.every) == (1, 1, 1, 3)


@pytest.mark.parametrize(
    ("claimed", "value", "said"),
    [
        ((BACKED, ASSUMED, ASSUMED), "1 of 3", "1 claim rests on evidence, 2 are assumptions."),
        ((ASSUMED, ASSUMED), "0 of 2", "No claim rests on evidence, 2 are assumptions."),
        ((BACKED, BACKED, BARE), "2 of 3", "2 claims rest on evidence, 1 has neither."),
    ],
)
def test_the_front_page_counts_all_claims(claimed: tuple[dict[str, Any], ...], value: str, said: str) -> None:
    """The tile shows so many of all, and no percentage that leaves some out."""
    html = tiles(Snapshot(book_of({"personas": needs(*claimed), "evidence": EVIDENCE}), EXAMPLE_DAY))
    number, all_of_them = value.split(" of ")
    assert f'{number} <span class="pb-tile__of">of {all_of_them}</span>' in html
    assert said in html
    assert "%" not in html
