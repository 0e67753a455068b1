"""What waits, and which parts are done: the short track first, the rest a line at a time."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from test_board import WHOLE

from purposebook.checks.example import book_of
from purposebook.checks.optional_parts import OPTIONAL
from purposebook.checks.parts_done import not_done, parts_done
from purposebook.domain.workbook import PARTS, Workbook

SHORT = {"product", "mission", "objectives", "personas", "evidence", "metrics"}
BEYOND: dict[str, dict[str, Any]] = {
    "strategy": {"intents": [{"id": "i", "text": "I"}], "initiatives": [{"id": "n", "problem": "P"}]},
    "opportunities": {
        "opportunities": [
            {"id": "o", "text": "O", "solutions": [{"id": "s1", "text": "A"}, {"id": "s2", "text": "B"}]}
        ],
        "decisions": [{"id": "d", "question": "Q"}],
    },
    "work": {"items": [{"id": "w", "title": "W", "origin": "wish", "value": "to-users"}]},
    "experiments": {"experiments": [{"id": "e", "step": "S", "expected": {"text": "More"}}]},
    "responsibility": {
        "visits": [{"stage": "run"}],
        "footprint": {"unit": "lesson"},
        "accessibility": {"scope": "All"},
        "inclusion": {"dimensions": [{"name": "age"}]},
    },
    "culture": {"decision_rights": [{"id": "r", "decision": "D"}]},
    "reviews": {"reviews": [{"id": "v", "title": "V", "date": "2026-09-01"}]},
}
"""Each optional part with what its first version needs."""


def book(*left_out: str, **parts: Any) -> Workbook:
    """Return a workbook of these parts, without some frameworks."""
    not_used = [{"framework": name, "because": "Ten users."} for name in left_out]
    return book_of({"product": {"name": "Example", "summary": "A studio", "not_used": not_used}} | parts)


def waiting(of: Workbook) -> list[tuple[str, str]]:
    """Return part and chapter of what waits."""
    return [(item.part, item.chapter) for item in not_done(of)]


def test_an_empty_product_waits_for_the_short_track_only() -> None:
    """No part of an empty product is done, and what goes beyond the short track waits its turn."""
    empty = book_of({})
    assert {item.part for item in not_done(empty)} == SHORT
    assert parts_done(empty) == dict.fromkeys(PARTS, False)


def test_done_parts_and_what_waits() -> None:
    """A whole short track waits for the product's summary, and for one line of each part beyond it."""
    whole = book_of(WHOLE)
    assert waiting(whole) == [
        ("product", "report"),
        ("strategy", "strategy"),
        ("opportunities", "opportunities"),
        ("work", "opportunities"),
        ("experiments", "experiments"),
        ("responsibility", "responsibility"),
        ("culture", "culture"),
        ("reviews", "review"),
    ]
    assert {part for part, done in parts_done(whole).items() if done} == SHORT - {"product"}


def test_nothing_waits_once_all_is_there() -> None:
    """With every first version written, nothing waits and every part is done."""
    whole = book(**(WHOLE | BEYOND))
    assert not_done(whole) == () and all(parts_done(whole).values())


@pytest.mark.parametrize("part", BEYOND)
def test_a_part_that_is_begun_waits_with_the_short_track(part: str) -> None:
    """What somebody began is listed at once, in one line; what nobody began is not."""
    begun = book(**{part: {}})
    counted = Counter(item.part for item in not_done(begun) if item.part not in SHORT)
    assert counted == {part: 1} and not parts_done(begun)[part]


@pytest.mark.parametrize("part", BEYOND)
def test_each_first_version_is_done(part: str) -> None:
    """Each example is what its part needs; without one of its fields, one sentence says what waits."""
    assert parts_done(book(**{part: BEYOND[part]}))[part]
    for field in BEYOND[part]:
        rest = {key: value for key, value in BEYOND[part].items() if key != field}
        lines = [item.what for item in not_done(book(**{part: rest})) if item.part == part]
        assert len(lines) == 1 and lines[0].endswith(".") and not parts_done(book(**{part: rest}))[part]


@pytest.mark.parametrize("part", OPTIONAL)
def test_a_part_that_is_not_used_waits_for_nothing(part: str) -> None:
    """A part whose frameworks are all left out is done."""
    left_out = {step.framework for step in OPTIONAL[part][1]}
    quiet = book(*left_out, **WHOLE)
    assert parts_done(quiet)[part] and part not in {item.part for item in not_done(quiet)}


def test_a_framework_that_is_not_used_is_skipped() -> None:
    """The next step is one of a framework that the team uses."""
    lines = [item.what for item in not_done(book("ethics", "footprint", responsibility={})) if item.chapter[0] == "r"]
    assert lines == ["Answer the first criteria of WCAG 2.2."]


def test_who_uses_no_personas_is_not_asked_for_them() -> None:
    """Without personas neither they nor the mission's beneficiaries wait."""
    told = " ".join(item.what for item in not_done(book("personas")))
    assert "persona" not in told
    assert parts_done(book("personas"))["personas"]
