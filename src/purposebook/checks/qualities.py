"""What each of the eight qualities needs, and what is missing of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from purposebook.checks.finding import Checked
from purposebook.checks.gaps import some
from purposebook.checks.metric_kinds import key_results
from purposebook.checks.reading import listed, quoted
from purposebook.domain.metrics import Metric
from purposebook.domain.workbook import Workbook
from purposebook.text.plurals import counted, verb

MARK_CLAUSES: Final = "Mark the phrases of the mission that objectives can serve."
DEFINE_METRIC: Final = "Define a metric of what users gain, with baseline, target and a first observation."
MISSION_STEPS: Final = {
    "M2": "Say in the mission whose life changes.",
    "M3": "Replace the rank by the change that people would notice.",
}
"""What answers the rules that keep a mission from being clear."""


@dataclass(frozen=True)
class Gap:
    """Name one thing that a quality lacks, and what would supply it."""

    why: str
    """A clause without a full stop."""
    step: str


@dataclass(frozen=True)
class Standing:
    """Hold what one quality has: whether anything is written, what is missing, and the days of what it rests on."""

    written: bool
    missing: tuple[Gap, ...]
    dates: tuple[dt.date, ...]


def clear_mission(book: Workbook, checked: Checked, _: dt.date) -> Standing:
    """Ask for a mission, a beneficiary, a clause, and no open M2 or M3; dated by its evidence and by reviews."""
    mission = book.mission
    wanted = (
        (mission.mission.strip(), "no mission is written", "Write the mission: what you do, for whom."),
        (mission.beneficiaries, "no beneficiary is named", "Name the personas for whom the product exists."),
        (mission.clauses, "no clause is marked", MARK_CLAUSES),
    )
    missing = [Gap(why, step) for there, why, step in wanted if not there]
    open_rules = (one for one in checked.findings if one.rule in MISSION_STEPS)
    missing += [Gap(f"{one.rule} is open: {one.message}", MISSION_STEPS[one.rule]) for one in open_rules]
    steps = [claim for _, claim in mission.ladder.claims()] if mission.ladder else []
    cited = [id for claim in (*steps, *mission.alternatives, *mission.claim) for id in claim.evidence]
    dates = (*dates_of(book, cited), *review_days(book))
    return Standing("mission" in book.written and mission != type(mission).unwritten(), tuple(missing), dates)


def customer_first(book: Workbook, _: Checked, __: dt.date) -> Standing:
    """Ask for a persona whose pains or needs name evidence; dated by that, by contact and by refinement."""
    personas = book.personas.personas
    cited = [id for persona in personas for claim in (*persona.pain_points, *persona.needs) for id in claim.evidence]
    known = {item.id for item in book.evidence.evidence}
    dates = dates_of(book, cited)
    return Standing(
        book.personas != type(book.personas).unwritten(),
        tuple(_customer_gaps(bool(personas), cited, [id for id in cited if id in known], dates)),
        (*dates, *(day for one in personas for day in (one.refined, one.last_contact) if day)) if dates else (),
    )


def _customer_gaps(personas: bool, cited: list[str], known: list[str], dates: tuple[dt.date, ...]) -> Iterator[Gap]:
    """Yield the first thing that is missing on the way from a persona to dated evidence."""
    if not personas:
        yield Gap("no persona is described", "Describe one persona, with a need.")
    elif not cited:
        yield Gap("no pain or need of a persona names evidence", "Name the interviews that pains and needs rest on.")
    elif not known:
        names = listed(map(quoted, list(dict.fromkeys(cited))[:3]))
        yield Gap(f"the evidence that personas name is not written: {names}", "Write the evidence that personas name.")
    elif not dates:
        yield Gap("the evidence that personas name has no date", "Date the evidence.")


def aligned_objectives(book: Workbook, _: Checked, __: dt.date) -> Standing:
    """Ask that every active objective serves a clause and every clause is served.

    Objectives have no days of their own: reviews, and the evidence behind their needs and key results, date them.
    """
    active, clauses = book.objectives.active(), book.mission.clauses
    known = {clause.id for clause in clauses}
    aimless = [item.statement or item.id for item in active if not known & set(item.serves)]
    served = {id for item in book.objectives.objectives if item.status != "dropped" for id in item.serves}
    unserved = [clause.text or clause.id for clause in clauses if clause.id not in served]
    wanted = (
        (active, "no objective is active", "Make one objective active."),
        (clauses, "the mission has no clause to serve", MARK_CLAUSES),
        (
            not (clauses and aimless),
            f"no clause is served by {some(aimless)}",
            "Name the clause that each active objective serves.",
        ),
        (
            not unserved,
            f"{len(unserved)} of {counted(len(clauses), 'clause')} {verb(len(unserved))} served by no "
            f"objective: {some(unserved)}",
            "Write an objective that serves a clause of the mission.",
        ),
    )
    needs = {id for item in active for id in item.needs}
    cited = [id for _, need in book.personas.needs() if need.id in needs for id in need.evidence]
    cited += [id for metric in key_results(book) for id in metric.evidence]
    return Standing(
        bool(book.objectives.objectives),
        tuple(Gap(why, step) for there, why, step in wanted if not there),
        (*dates_of(book, cited), *review_days(book)),
    )


def measured_impact(book: Workbook, _: Checked, as_of: dt.date) -> Standing:
    """Ask for a metric that is not business, with baseline, target and an observation; dated by the latter."""
    candidates = [metric for metric in book.metrics.metrics if not metric.is_business]
    observed = {row.metric for row in book.observations if row.date <= as_of}
    whole = {metric.id for metric in candidates if not _metric_gaps(metric, observed)}
    dates = tuple(row.date for row in book.observations if row.metric in whole)
    missing = () if whole else (_nearest_gap(book, candidates, observed),)
    return Standing(book.metrics != type(book.metrics).unwritten(), missing, dates)


def _metric_gaps(metric: Metric, observed: set[str]) -> list[str]:
    """Return what one metric lacks."""
    wanted = ((metric.baseline, "baseline"), (metric.target, "target"), (metric.id in observed, "observation"))
    return [name for there, name in wanted if not there]


def _nearest_gap(book: Workbook, candidates: list[Metric], observed: set[str]) -> Gap:
    """Say what is missing where least is missing."""
    if not candidates and book.metrics.metrics:
        return Gap("every metric is a business metric", "Add a metric of what users gain.")
    if not candidates:
        return Gap("no metric is defined", DEFINE_METRIC)
    nearest = min(candidates, key=lambda metric: len(_metric_gaps(metric, observed)))
    return Gap(f"{quoted(nearest.name)} has no {listed(_metric_gaps(nearest, observed))}", DEFINE_METRIC)


def review_days(book: Workbook) -> tuple[dt.date, ...]:
    """Return the days on which the whole report was looked at."""
    return tuple(review.date for review in book.reviews.reviews)


def dates_of(book: Workbook, ids: Iterable[str]) -> tuple[dt.date, ...]:
    """Return the days of the evidence of these ids."""
    wanted = set(ids)
    return tuple(item.date for item in book.evidence.evidence if item.id in wanted and item.date)
