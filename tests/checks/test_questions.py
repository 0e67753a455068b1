"""Rules asked about some parts say what they say there when they are asked about all."""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from rule_trials import metrics, objective

from purposebook.checks.catalogue import RULES
from purposebook.checks.engine import answer, check
from purposebook.checks.example import EXAMPLE_DAY, book_of
from purposebook.checks.finding import Checked, Finding
from purposebook.checks.rule import EVERYWHERE, Question, Rule
from purposebook.domain.workbook import Workbook
from purposebook.storage.reading import read_workbook

ROOT = Path(__file__).parents[2]
FOLDERS = sorted(
    path.parent for path in (*ROOT.glob("data/*/product.yml"), *ROOT.glob("tests/data/good/*/product.yml"))
)
ANSWER = {"question": "can-let-go", "answer": "TBD"}
TANGLED: dict[str, Any] = {
    "product": {
        "name": "Example",
        "summary": "TBD",
        "ignore": [
            {"rule": rule, "where": where, "because": "Our reason."}
            for rule in ("X1", "K5", "K8", "O3", "P1", "R4", "Z9")
            for where in ("", "mission", "objectives/goal", "metrics/sales", "observations", "personas/ana", "nobody")
        ][::2],
        "not_used": [{"framework": name, "because": "Our reason."} for name in ("ladder", "Kill criteria", "hart")],
    },
    "mission": {
        "mission": "Be the leading platform.",
        "beneficiaries": ["sales", "nobody"],
        "clauses": [{"id": "lead", "text": "TBD"}, {"id": "ana", "text": "two"}],
        "ladder": {"for_whom": "anna", "problem": "They need an app"},
    },
    "objectives": objective(statement="Ship 5 apps.", personas=["nobody"], key_results=["sales", "lead"]),
    "personas": {"personas": [{"id": "ana", "name": "Ana", "pain_points": ["They need an app", "TBD"]}]},
    "evidence": {"evidence": [{"id": "goal", "kind": "interview", "date": "2025-01-15"}]},
    "metrics": {
        **metrics(
            {"id": "sales", "name": "Total downloads", "unit": "%", "target": {"value": 300}},
            {"id": "ana", "name": "TBD"},
        ),
        "impacts": [{"id": "rest", "text": "Teachers rest", "level": "user"}],
    },
    "strategy": {"intents": [{"id": "first", "text": "TBD"}], "initiatives": [{"id": "cut", "problem": "An app"}]},
    "opportunities": {
        "exits": [{"id": "stop", "about": "The app", "check_on": "2026-01-01"}],
        "decisions": [{"id": "by-hand", "question": "By hand?", "revisit": "2026-01-01"}],
    },
    "work": {"items": [{"id": "craft-1", "title": "TBD", "objective": "nobody"}]},
    "experiments": {"experiments": [{"id": "video-help", "step": "TBD", "goal": "nobody"}]},
    "responsibility": {"harms": [{"id": "faces", "who": "Pupils", "stage": "run", "review": "2026-01-01"}]},
    "culture": {"company": [{"question": "who-decides", "answer": "We do", "evidence": ["goal"]}, ANSWER]},
    "reviews": {"reviews": [{"id": "summer", "title": "Summer", "date": "2026-01-01", "claims": [{"text": "More"}]}]},
    "observations": [
        {"metric": "lost", "date": "2026-01-01", "value": 1},
        {"metric": "sales", "date": "2026-01-01", "numerator": 1, "denominator": 2},
    ],
    "answers": [{"survey": "unasked", "date": "2026-01-01", "score": 4}],
}


def books() -> list[Workbook]:
    """Return all sample products and all examples."""
    examples = [example.book() for rule in RULES for example in (rule.weak, rule.strong)]
    german = book_of(TANGLED | {"product": TANGLED["product"] | {"language": "de"}})
    return [*map(read_workbook, FOLDERS), *examples, book_of(TANGLED), german]


def within(checked: Checked, parts: set[str]) -> Checked:
    """Keep of a full check what stands in some parts."""

    def stands(one: Finding) -> bool:
        return one.where.partition("/")[0] in parts

    concerned = {rule.id for rule in RULES if rule.parts & parts}
    return Checked(
        tuple(one for one in checked.findings if stands(one)),
        tuple(one for one in checked.silenced if stands(one.finding)),
        tuple(one for one in checked.not_checked if one.rule in concerned),
    )


@pytest.mark.parametrize("size", [1, 2, len(EVERYWHERE) - 1])
def test_asking_for_parts_gives_what_all_gives_there(size: int) -> None:
    """Restrict, and get the same findings in the same order, silenced ones and idle silences included."""
    for book in books():
        whole = check(book, EXAMPLE_DAY)
        for parts in map(set, combinations(sorted(EVERYWHERE), size)):
            assert check(book, EXAMPLE_DAY, parts) == within(whole, parts), (book.slug, parts)


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.id)
def test_every_hit_stands_where_its_rule_says(one: Rule) -> None:
    """Find nothing outside of the parts that a rule declares."""
    found = {hit.part for book in books() for hit in one.find(book, Question.on(EXAMPLE_DAY))}
    assert found <= one.parts
    assert one.parts - found <= {"product", "evidence", "observations", "answers"} or one.id in {"X1", "K8"}


def test_the_samples_reach_every_part() -> None:
    """Make the tests above worth something: each part is spoken of, silenced and idle."""
    checked = check(book_of(TANGLED), EXAMPLE_DAY)
    spoken = {one.where.partition("/")[0] for one in (*checked.findings, *(one.finding for one in checked.silenced))}
    assert spoken == EVERYWHERE
    assert any(one.where == "product/ignore" for one in checked.findings)


def aged(**parts: Any) -> list[str]:
    """Check a workbook, and return one entry per time that somebody asks for the day."""
    asked: list[str] = []

    def day() -> dt.date:
        asked.append("day")
        return EXAMPLE_DAY

    answer(book_of(parts), Question(day))
    return asked


DATED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "personas": ({"personas": [{"id": "ana", "name": "Ana"}]}, {"refined": "2026-01-01"}),
    "evidence": ({"evidence": [{"id": "goal", "kind": "interview"}]}, {"date": "2026-01-01"}),
    "exits": ({"exits": [{"id": "stop", "about": "The app"}]}, {"check_on": "2026-01-01"}),
    "decisions": ({"decisions": [{"id": "by-hand", "question": "By hand?"}]}, {"revisit": "2026-01-01"}),
    "iterations": ({"iterations": [{"id": "loop", "feedback": "No captions"}]}, {"heard": "2026-01-01"}),
    "harms": ({"harms": [{"id": "faces", "who": "Pupils", "stage": "run"}]}, {"review": "2026-01-01"}),
    "reviews": ({"reviews": []}, {}),
}
"""List -> what is not dated, and what dates its item."""


def test_the_day_is_asked_for_only_where_something_is_dated() -> None:
    """Look at the day for what has one and ages, and for nothing else."""
    for field, (undated, day) in DATED.items():
        part = {"harms": "responsibility"}.get(field, field if field in EVERYWHERE else "opportunities")
        assert aged(**{part: undated}) == [], field
        assert not day or aged(**{part: {field: [undated[field][0] | day]}}), field
    assert aged(**TANGLED)
    assert aged(reviews=TANGLED["reviews"])
