"""A workbook with something of everything that has numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from measured_samples import book, metric, row

from purposebook.domain.experiments import Experiments
from purposebook.domain.objectives import Objective
from purposebook.domain.personas import Personas
from purposebook.domain.responsibility import Responsibility
from purposebook.domain.strategy import Strategy
from purposebook.domain.workbook import Workbook
from purposebook.measures.answer import Answer
from purposebook.measures.pirate.found import (
    Activity,
    Age,
    Channel,
    Cohort,
    Earned,
    Engaged,
    PirateMeasures,
    Rate,
    Referred,
    Retained,
    Step,
)

EXPERIMENTS = [
    {
        "id": "by-lot",
        "step": "x",
        "goal": "finish",
        "current": {"metric": "rate", "value": 25},
        "target_condition": {"value": 40},
        "started": "2026-02-02",
        "expected": {"value": 35, "recorded": "2026-02-02"},
        "ended": "2026-02-08",
        "actual": {"value": 38, "recorded": "2026-02-09"},
        "comparison": {
            "kind": "two-proportions",
            "control": {"successes": 48, "trials": 80},
            "treatment": {"successes": 56, "trials": 70},
            "planned_split": [0.5, 0.5],
        },
    },
    {
        "id": "since-june",
        "step": "x",
        "goal": "finish",
        "comparison": {"kind": "before-after", "metric": "rate", "change": "2026-06-08", "trend": True},
    },
    {"id": "too-short", "step": "x", "comparison": {"kind": "before-after", "metric": "rate", "change": "2026-01-02"}},
]
SHOWN = [("a", 56, 70), ("b", 18, 30), ("c", 30, 50), ("d", 3, 9), ("e", 2, 8)]
RESPONSIBILITY = {
    "footprint": {
        "unit": "lesson",
        "amount": 1000,
        "stated": 50_000,
        "components": [{"name": "Servers", "energy": 100, "intensity": 300, "embodied": 0}],
    },
    "inclusion": {
        "outcomes": [{"dimension": "age", "group": g, "metric": "rate", "reached": x, "of": n} for g, x, n in SHOWN]
    },
}
PLACES = [{"need": f"n{at}", "ranks": ranks} for at, ranks in enumerate((7, 10, 13))]


def whole() -> Workbook:
    """Make a workbook of which every number can be told."""
    rows = [row(7 * at, numerator=30 + at % 5 + (20 if at >= 23 else 0), denominator=100) for at in range(40)]
    return replace(
        book([metric()], rows, [Objective(id="finish", statement="x", key_results=("rate",))]),
        experiments=Experiments.model_validate({"experiments": EXPERIMENTS}),
        responsibility=Responsibility.model_validate(RESPONSIBILITY),
        personas=Personas.model_validate({"rankings": [{"date": "2026-09-03", "members": 5, "places": PLACES}]}),
        strategy=Strategy.model_validate({"recall": [{"date": "2026-09-10", "asked": 9, "vision": 7, "intents": 4}]}),
    )


def rate(actors: int, of: int) -> Rate:
    """Make a rate whose ends are easy to recognise."""
    return Rate(actors, of, 0.125, 0.875)


def activity(month: int, *counts: int) -> Activity:
    """Make what those who were active did in a month of 2026."""
    return Activity(dt.date(2026, month, 1), dt.date(2026, month + 1, 1) - dt.timedelta(days=1), *counts)


def events() -> PirateMeasures:
    """Make what an event log tells."""
    ages = (Age(0, rate(40, 40)), Age(1, rate(10, 40)), Age(2, None))
    return PirateMeasures(
        complete_until=dt.date(2026, 10, 31),
        events=1234,
        actors=400,
        acquisition=Answer((Channel("search", 30), Channel("", 10))),
        activation=Answer(rate(12, 36), ("4 actors' time is not over: left out",)),
        retention=Answer(
            Retained("classic", "month", "calendar", None, (Cohort(dt.date(2026, 8, 1), 40, ages),), ages)
        ),
        referral=Answer(Referred(30, 50, 25, 5, 0.5, rate(5, 25), 0.1)),
        revenue=Answer(Earned(rate(8, 50), 400.0, 8.0, 50.0)),
        funnel=Answer((Step("signed_up", rate(40, 40)), Step("published", rate(10, 40)))),
        engagement=Answer(Engaged("month", "any", (activity(9, 0, 0, 0), activity(10, 40, 100, 60)))),
        reasons=("days begin in UTC",),
    )


def without_answers() -> PirateMeasures:
    """Make what an empty event log tells."""
    refused = ("nothing is declared",)
    answers = [Answer(None, refused)] * 7
    return PirateMeasures(None, 0, 0, *answers)  # type: ignore[arg-type]
