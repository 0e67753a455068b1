"""The rules that read personas: P1, P2, P3 and P5."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from purposebook.checks.example import Example
from purposebook.checks.persona_findings import (
    is_demographic,
    is_proto,
    is_unrefined,
    overlooks_somebody,
)
from purposebook.checks.rule import Rule

_PAIN = {"text": "Editing takes whole weekends", "evidence": ["int-07"]}


def _persona(text: str, **fields: Any) -> Example:
    """Show one persona."""
    person: Mapping[str, Any] = {"id": "author", "name": "First-time author", **fields}
    return Example(text, {"personas": {"personas": [person]}})


PERSONA_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="P1",
        severity="warning",
        title="Personas come from research",
        looks_for="A persona none of whose pain points, needs or problems names evidence: a proto-persona.",
        source="18F's guides on personas: without research they are proto-personas, and should say so.",
        false_alarms="None known; a proto-persona is a fine beginning as long as it is called one.",
        advice="Talk to three such people, and name the interviews as evidence.",
        strong=_persona("Editing takes whole weekends (int-07).", pain_points=[_PAIN]),
        weak=_persona("Editing takes whole weekends.", pain_points=["Editing takes whole weekends"]),
        find=is_proto,
        parts=frozenset({"personas"}),
    ),
    Rule(
        id="P2",
        severity="warning",
        title="More than demographics",
        looks_for="A persona with characteristics whose goals, behaviours, pain points or motivations are missing.",
        source="18F and the Nielsen Norman Group: what people try to do tells more than who they are.",
        false_alarms="Personas that are being written.",
        advice="Add what they want, do, suffer and care about.",
        strong=_persona(
            "Teaches for ten years; wants to reach more learners; records on Sundays; loses weekends; cares for "
            "former learners.",
            characteristics=["Teaches for ten years"],
            goals=["Reach learners"],
            behaviours=["Records on Sundays"],
            pain_points=[_PAIN],
            motivations=["Learners who write back"],
        ),
        weak=_persona("35 to 50 years old, lives in a town.", characteristics=["35 to 50 years old, lives in a town"]),
        find=is_demographic,
        parts=frozenset({"personas"}),
    ),
    Rule(
        id="P3",
        severity="warning",
        title="Somebody is always overlooked",
        looks_for="Personas among whom nobody is overlooked or harmed.",
        source="18F's questions on who is left out and who could be harmed.",
        false_alarms="None known; if you looked and found nobody, write that.",
        advice="Ask who cannot use it and who pays for it, and write them down as 'overlooked'.",
        strong=_persona("Overlooked: authors who cannot use a mouse.", overlooked=["Authors who cannot use a mouse"]),
        weak=_persona("Nobody is named as overlooked."),
        find=overlooks_somebody,
        parts=frozenset({"personas"}),
    ),
    Rule(
        id="P5",
        severity="warning",
        title="Personas are kept up",
        looks_for="A persona that was not refined within the product's review period, or has no such day.",
        source="The practice of refining personas as one learns.",
        false_alarms="Stable markets: choose a longer 'review_every', or silence it.",
        advice="Read it against what you heard since, change it or not, and set 'refined' to that day.",
        strong=_persona("Refined on 2026-09-01.", refined="2026-09-01"),
        weak=_persona("Refined on 2025-01-15.", refined="2025-01-15"),
        find=is_unrefined,
        parts=frozenset({"personas"}),
    ),
)
"""The rules of personas, in the order of their ids."""
