"""Every rule on published texts: at least three that it must speak about, and three that it must not."""

from __future__ import annotations

from types import ModuleType

import pytest
from published import (
    chains,
    decisions,
    footprints,
    impact,
    missions,
    needs,
    objectives,
    opportunities,
    people,
    plausible,
    reports,
    responsibility,
    results,
    reviews,
    sheets,
    strategy,
    trials,
)
from published.case import Case
from rule_trials import hits

from purposebook.checks.catalogue import RULES
from purposebook.checks.example import book_of

TABLES: tuple[ModuleType, ...] = (
    missions,
    objectives,
    results,
    sheets,
    impact,
    people,
    needs,
    chains,
    strategy,
    opportunities,
    decisions,
    trials,
    responsibility,
    footprints,
    reports,
    reviews,
    plausible,
)
FIRES = {id: cases for table in TABLES for id, cases in table.FIRES.items()}
PASSES = {id: cases for table in TABLES for id, cases in table.PASSES.items()}
IDS = [rule.id for rule in RULES]
FEWEST = 3


def wrong(id: str, cases: tuple[Case, ...], *, expected: bool) -> list[str]:
    """Return the texts at which a rule does not do what is expected, with their sources."""
    return [
        f"{one.example} ({one.source})" for one in cases if bool(hits(id, book_of(one.example.parts))) is not expected
    ]


@pytest.mark.parametrize("id", IDS)
def test_texts_that_must_fire(id: str) -> None:
    """A rule speaks about three or more published texts."""
    assert len({str(one.example) + one.source for one in FIRES[id]}) >= FEWEST
    assert wrong(id, FIRES[id], expected=True) == []


@pytest.mark.parametrize("id", IDS)
def test_texts_that_must_pass(id: str) -> None:
    """A rule says nothing about three or more published texts."""
    assert len({str(one.example) + one.source for one in PASSES[id]}) >= FEWEST
    assert wrong(id, PASSES[id], expected=False) == []


def test_no_text_is_left_over() -> None:
    """Each table speaks of rules that exist, and each text names its source."""
    assert set(FIRES) == set(PASSES) == set(IDS)
    assert all(one.source.strip() for cases in (*FIRES.values(), *PASSES.values()) for one in cases)
