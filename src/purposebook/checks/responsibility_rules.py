"""The rules that read what a product owes to others: E1, E2, F1 and N1."""

from __future__ import annotations

from typing import Any, Final

from purposebook.checks.example import Example
from purposebook.checks.responsibility_findings import (
    is_unclear_footprint,
    leaves_harm_alone,
    leaves_somebody_out,
    skips_a_stage,
)
from purposebook.checks.rule import Rule
from purposebook.domain.responsibility import DIMENSIONS, STAGES

_SERVERS = {
    "name": "Video servers",
    "energy": 120,
    "intensity": 300,
    "embodied": 900000,
    "reserved_time": 720,
    "lifespan": 35040,
    "reserved": 8,
    "total": 64,
}
_FOOTPRINT = {
    "boundary": "Servers and network; no laptops",
    "unit": "lesson watched",
    "amount": 40000,
    "method": "Estimated from server hours",
    "source": "Bill of the provider",
    "date": "2026-09-05",
    "components": [_SERVERS],
}


def _part(text: str, **fields: Any) -> Example:
    """Show the part with these fields."""
    return Example(text, {"responsibility": fields})


def _harm(text: str, **fields: Any) -> Example:
    """Show one harm on which somebody is to act."""
    harm = {"id": "faces", "stage": "run", "who": "Pupils in the background", "response": "act", **fields}
    return _part(text, harms=[harm])


def _visits(*stages: str) -> list[dict[str, str]]:
    """Return a visit of each stage, with a reason."""
    return [{"stage": stage, "visited": "2026-09-20", "nobody_because": "We only listen here"} for stage in stages]


RESPONSIBILITY_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="E1",
        severity="warning",
        title="Every stage is looked at",
        looks_for="Once the part is begun: stages of the life cycle at which nobody looked for harm, and stages that "
        "were looked at with neither a harm nor a reason why nobody can be harmed.",
        source="The practice of ethics along the whole life cycle, from discovery to retirement.",
        false_alarms="Stages that lie far ahead: a first thought is enough, and has a day.",
        advice="Ask at each stage who may be harmed and how, and write the day on which you looked.",
        strong=_part("All six stages were looked at.", visits=_visits(*STAGES)),
        weak=_part("Discovery was looked at, and nothing else.", visits=_visits("discover")),
        find=skips_a_stage,
        parts=frozenset({"responsibility"}),
    ),
    Rule(
        id="E2",
        severity="warning",
        title="Somebody acts, by a day",
        looks_for="A harm on which the team means to act, without owner or day to look again; a harm whose day has "
        "passed and that is not closed.",
        source="The practice of harm logs: what nobody owns by a day is not acted on.",
        false_alarms="None known.",
        advice="Look at it now: close it, or write the next day.",
        strong=_harm(
            "Editors blur faces; the support lead looks again in December.", owner="Support lead", review="2026-12-01"
        ),
        weak=_harm("Pupils in the background are seen by strangers; we act."),
        find=leaves_harm_alone,
        parts=frozenset({"responsibility"}),
    ),
    Rule(
        id="F1",
        severity="warning",
        title="A footprint can be computed again",
        looks_for="A footprint without boundary, unit, number of units, method, source or date; a baseline by another "
        "method; offsets; a component without all inputs of the Software Carbon Intensity.",
        source="The Software Carbon Intensity specification (ISO/IEC 21031): one unit, one method, no offsets.",
        false_alarms="The same method in other words.",
        advice="Add what is missing, so that somebody else gets the same number.",
        strong=_part("Servers and network per lesson watched, estimated from server hours.", footprint=_FOOTPRINT),
        weak=_part("About 4 g, less our offsets.", footprint={"offsets": 100000}),
        find=is_unclear_footprint,
        parts=frozenset({"responsibility"}),
    ),
    Rule(
        id="N1",
        severity="warning",
        title="Six dimensions are considered",
        looks_for="Once inclusion is begun: gender, age, income, disability, race or culture not considered; a "
        "dimension that says neither who is in scope, nor who took part, nor why it does not matter.",
        source="The practice of inclusion: who is left out shows only where somebody asks.",
        false_alarms="Dimensions that a team names in its own words; usual ones, such as sex, ethnicity, religion and "
        "socio-economic status, are understood.",
        advice="Add each of them, and say who is meant to use it and who took part, or why it does not matter here.",
        strong=_part(
            "All six dimensions, each with who took part.",
            inclusion={"dimensions": [{"name": name, "took_part": "Two of nine authors"} for name in DIMENSIONS]},
        ),
        weak=_part("Age, and nothing else.", inclusion={"dimensions": [{"name": "age"}]}),
        find=leaves_somebody_out,
        parts=frozenset({"responsibility"}),
    ),
)
"""The rules of responsibility, in the order of their ids."""
