"""The rules of ethics, footprint and inclusion, on the day 2026-09-30."""

from __future__ import annotations

from typing import Any

import pytest
from rule_trials import hits

from purposebook.checks.catalogue import BY_ID
from purposebook.checks.example import book_of
from purposebook.domain.responsibility import DIMENSIONS, STAGES

FOOTPRINT = dict(BY_ID["F1"].strong.parts["responsibility"]["footprint"])
SERVERS = FOOTPRINT["components"][0]
NOBODY = "Nobody considered"
HARM = {"id": "faces", "stage": "run", "who": "Pupils"}


def said(rule: str, **part: Any) -> list[str]:
    """Return what a rule says about the part."""
    return [hit.message for hit in hits(rule, book_of({"responsibility": part}))]


def visits(*stages: str, reason: str = "We only listen") -> list[dict[str, str]]:
    """Return visits of these stages."""
    return [{"stage": stage, "nobody_because": reason} for stage in stages]


def test_every_stage_is_visited_once_the_part_is_begun() -> None:
    """E1 names the stages that are left, and counts a harm as a look."""
    assert said("E1") == []
    assert said("E1", visits=visits(*STAGES)) == []
    assert said("E1", visits=visits(*STAGES[:4]), harms=[HARM]) == ["Nobody looked for harm in these stages: retire."]
    whole = "Nobody looked for harm in these stages: discover, design, build, launch, run and retire."
    assert said("E1", footprint={"unit": "lesson"}) == [whole]


def test_a_visit_names_a_harm_or_a_reason() -> None:
    """E1 names the stages of which a visit says nothing, in their order."""
    found = said("E1", visits=[*visits("run", "build", "launch", reason=" "), *visits("discover", "design", "retire")])
    assert found == [
        "These stages were looked at with neither a harm nor a reason why nobody can be harmed: build, launch and run."
    ]
    assert said("E1", visits=[*visits("run", reason=""), *visits(*STAGES[:4], "retire")], harms=[HARM]) == []


@pytest.mark.parametrize(
    ("change", "messages"),
    [
        ({}, []),
        ({"response": "act", "owner": "Lead", "review": "2026-09-30"}, []),
        ({"response": "act"}, ["The harm to 'Pupils' is to be acted on, and lacks an owner and a day to look again."]),
        (
            {"response": "act", "owner": "Lead"},
            ["The harm to 'Pupils' is to be acted on, and lacks a day to look again."],
        ),
        ({"response": "act", "closed": "2026-09-01"}, []),
        ({"response": "monitor"}, []),
        (
            {"response": "monitor", "review": "2026-09-29"},
            ["The harm to 'Pupils' was to be looked at again on 2026-09-29, and is not closed."],
        ),
        ({"response": "act", "owner": "Lead", "review": "2026-09-29", "closed": "2026-09-28"}, []),
    ],
)
def test_who_acts_by_when(change: dict[str, Any], messages: list[str]) -> None:
    """E2 asks an act for owner and day, and every harm to be looked at on its day."""
    assert said("E2", harms=[HARM | change]) == messages


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({}, ""),
        ({"boundary": " "}, "The footprint lacks a boundary."),
        ({"unit": "", "amount": 0, "method": ""}, "The footprint lacks a unit, the number of units and a method."),
        ({"source": "", "date": None}, "The footprint lacks a source and a date."),
        ({"baseline": 4.1}, "The baseline is not by the method of the footprint."),
        ({"baseline": 4.1, "baseline_method": "Bills"}, "The baseline is not by the method of the footprint."),
        ({"baseline": 4.1, "baseline_method": "estimated from  server hours"}, ""),
        ({"offsets": 0}, ""),
        ({"offsets": 5}, "Offsets are given, and are left out."),
        ({"components": []}, "No component is counted."),
        ({"components": [], "stated": 5}, ""),
        ({"components": [SERVERS, {"name": "Phones", "energy": 0, "embodied": 0}]}, ""),
        ({"components": [SERVERS | {"intensity": None}]}, "The component 'Video servers' cannot be counted: no grid."),
        (
            {"components": [SERVERS, {"name": "Phones", "energy": 0, "intensity": 1, "embodied": 9}]},
            "The component 'Phones' cannot be counted: no reserved time, no lifespan, no reserved resources and no "
            "total resources.",
        ),
    ],
)
def test_a_footprint_can_be_computed_again(change: dict[str, Any], message: str) -> None:
    """F1 names what is missing, refuses offsets, and wants one method for both numbers."""
    assert said("F1", footprint=FOOTPRINT | change) == ([message] if message else [])


def test_a_missing_footprint_is_the_board_s_matter() -> None:
    """F1 says nothing where no footprint is begun."""
    assert said("F1", visits=visits(*STAGES)) == []


def dimensions(*names: str, **fields: str) -> dict[str, Any]:
    """Return inclusion with these dimensions."""
    return {"dimensions": [{"name": name, **(fields or {"in_scope": "Everybody"})} for name in names]}


@pytest.mark.parametrize(
    ("inclusion", "message"),
    [
        (None, ""),
        ({}, "Nobody considered gender, age, income, disability, race and culture."),
        (dimensions(*DIMENSIONS), ""),
        (dimensions(*(name.upper() + " " for name in DIMENSIONS), "language"), ""),
        (dimensions("gender", "age", "income", "race", "culture"), "Nobody considered disability."),
        (dimensions("Sex", "age", "Socio-economic status", "Disabilities", "Race or ethnicity", "Religion"), ""),
        (
            dimensions("sexes", "old age", "incomes", "disability", "race", "culture"),
            f"{NOBODY} gender, age and income.",
        ),
        (dimensions("gender", "age", "income", "disability", "ethnicity", "language"), f"{NOBODY} culture."),
        (dimensions("sex", "gender", "age", "income", "disability", "race"), f"{NOBODY} culture."),
        (dimensions(*DIMENSIONS, not_considered="We know nobody's"), ""),
        (dimensions(*DIMENSIONS, took_part="Two"), ""),
        (
            dimensions(*DIMENSIONS, took_part=" "),
            "Of 'gender', 'age', 'income' and 3 more nothing is said: who is in scope, who took part, "
            "or why it does not matter.",
        ),
    ],
)
def test_who_is_considered(inclusion: dict[str, Any] | None, message: str) -> None:
    """N1 names the dimensions that are missing once inclusion is begun, and those of which nothing is said."""
    assert said("N1", inclusion=inclusion) == ([message] if message else [])
