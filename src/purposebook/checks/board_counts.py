"""What each row of the evidence board looked at, in numbers that name their whole, and how many points are open."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from purposebook.checks.accessibility_findings import FAILS
from purposebook.checks.finding import Finding
from purposebook.checks.responsibility_findings import dimensions_not_considered, is_considered, what_an_act_lacks
from purposebook.domain.metrics import Metric
from purposebook.domain.responsibility import STAGES, Accessibility, Footprint, Inclusion
from purposebook.domain.wcag import ASKED
from purposebook.domain.workbook import Workbook
from purposebook.measures.guards import guard_state
from purposebook.measures.product import measure
from purposebook.text.plurals import counted, verb

_STEPS: Final = 4
"""Steps of the ladder that claim something."""
_OF_PART: Final = {
    "mission": "clear-mission",
    "personas": "customer-first",
    "evidence": "customer-first",
    "objectives": "aligned-objectives",
    "metrics": "measured-impact",
    "observations": "measured-impact",
    "answers": "measured-impact",
    "responsibility": "ethics",
    "reviews": "evaluated",
}
"""The quality that each part is about; further parts are about none."""
_OF_FIELD: Final = {
    "responsibility/footprint": "sustainability",
    "responsibility/accessibility": "accessible-and-inclusive",
    "responsibility/inclusion": "accessible-and-inclusive",
}
_OF_RULE: Final = {"O3": "aligned-objectives"}
"""Rules that speak of one quality in the part of another."""


def open_points(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    """Return the findings that concern each quality, by its key; what concerns none stands under an empty text."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        found[_quality_of(one)].append(one)
    return {key: tuple(rows) for key, rows in found.items()}


def _quality_of(finding: Finding) -> str:
    """Return the key of the quality that a finding concerns."""
    part, _, rest = finding.where.partition("/")
    field = f"{part}/{rest.partition('/')[0]}"
    return _OF_RULE.get(finding.rule) or _OF_FIELD.get(field) or _OF_PART.get(part, "")


def mission_counts(book: Workbook, _: dt.date) -> str:
    """Count beneficiaries, clauses, and the steps of the ladder."""
    mission = book.mission
    steps = [claim for _, claim in mission.ladder.claims()] if mission.ladder else []
    backed = sum(bool(claim.evidence) for claim in steps)
    people = counted(len(mission.beneficiaries), "beneficiary", "beneficiaries")
    return (
        f"{people} and {counted(len(mission.clauses), 'clause')} are named; "
        f"{len(steps)} of {_STEPS} steps of the ladder {verb(len(steps))} written, {backed} with evidence"
    )


def customer_counts(book: Workbook, as_of: dt.date) -> str:
    """Count personas with evidence, and how old the evidence is."""
    personas, pieces = book.personas.personas, book.evidence.evidence
    proven = sum(any(claim.evidence for claim in (*one.pain_points, *one.needs)) for one in personas)
    old = sum((as_of - one.date).days > book.product.review_every for one in pieces if one.date)
    undated = sum(one.date is None for one in pieces)
    return (
        f"{proven} of {counted(len(personas), 'persona')} {verb(proven, 'names', 'name')} evidence for a pain or need; "
        f"{counted(len(pieces), 'piece', 'pieces')} of evidence, {old} older than the review period of "
        f"{counted(book.product.review_every, 'day')}" + (f", {undated} without a date" if undated else "")
    )


def objective_counts(book: Workbook, _: dt.date) -> str:
    """Count active objectives that serve a clause, and clauses that are served."""
    active, clauses = book.objectives.active(), book.mission.clauses
    known = {clause.id for clause in clauses}
    serving = sum(bool(known & set(item.serves)) for item in active)
    served = known & {id for item in book.objectives.objectives if item.status != "dropped" for id in item.serves}
    return (
        f"{serving} of {counted(len(active), 'active objective')} {verb(serving, 'serves', 'serve')} a clause of the "
        f"mission; {len(served)} of its {counted(len(clauses), 'clause')} {verb(len(served))} served"
    )


def metric_counts(book: Workbook, as_of: dt.date) -> str:
    """Count metrics with a value, with a target, and those that stand worse than they began."""
    metrics, measured = book.metrics.metrics, measure(book, as_of).metrics
    seen = sum(one.latest is not None for one in measured)
    aimed = sum(metric.target is not None for metric in metrics)
    worse = [one for one, found in zip(metrics, measured, strict=True) if guard_state(one, found).value == "worse"]
    return (
        f"{seen} of {counted(len(metrics), 'metric')} {verb(seen, 'has', 'have')} a value, {aimed} a target, "
        f"{_worse(worse)} baseline"
    )


def _worse(worse: list[Metric]) -> str:
    """Say how many metrics got worse, and on which side of the baseline that is."""
    ways = {metric.direction for metric in worse}
    side = "above" if ways == {"decrease"} else "below" if ways <= {"increase"} else "on the wrong side of"
    return f"{len(worse)} stand {side} their" if len(worse) > 1 else f"{len(worse) or 'none'} stands {side} its"


def harm_counts(book: Workbook, _: dt.date) -> str:
    """Count stages that were looked at, and harms on which somebody is to act."""
    part = book.responsibility
    seen = {visit.stage for visit in part.visits}
    acts = [harm for harm in part.harms if harm.response == "act" and not harm.closed]
    ready = sum(not what_an_act_lacks(harm) for harm in acts)
    return (
        f"{len(seen)} of {len(STAGES)} stages {verb(len(seen), 'was', 'were')} looked at; "
        f"{counted(len(part.harms), 'harm')} {verb(len(part.harms))} named; of {len(acts)} to act on, {ready} "
        f"{verb(ready, 'has', 'have')} an owner and a day"
    )


def footprint_counts(book: Workbook, _: dt.date) -> str:
    """Count the components of the footprint, and those that name a source."""
    components = (book.responsibility.footprint or Footprint.unwritten()).components
    sourced = sum(bool(one.source.strip()) for one in components)
    own = verb(sourced, "names a source of its own", "name a source of their own")
    return f"{sourced} of {counted(len(components), 'component')} {own}"


def access_counts(book: Workbook, _: dt.date) -> str:
    """Count criteria of level A and AA that are answered and that fail, and dimensions that were considered."""
    part = book.responsibility
    access, inclusion = part.accessibility or Accessibility.unwritten(), part.inclusion or Inclusion.unwritten()
    terms = {one.number: one.term for one in access.criteria if one.number in ASKED and one.term != "not-evaluated"}
    failing = sum(term in FAILS for term in terms.values())
    seen = sum(map(is_considered, inclusion.dimensions))
    every = len(inclusion.dimensions) + len(dimensions_not_considered(part))
    return (
        f"{len(terms)} of {len(ASKED)} criteria of level A and AA {verb(len(terms))} answered, {failing} of them "
        f"{verb(failing, 'fails', 'fail')} in part or whole; {seen} of {counted(every, 'dimension')} "
        f"{verb(seen, 'was', 'were')} considered"
    )


def review_counts(book: Workbook, as_of: dt.date) -> str:
    """Count reviews, and their decisions that have an owner and a day."""
    held = book.reviews.held(as_of)
    decisions = [one for review in held for one in review.decisions]
    owned = sum(bool(one.owner.strip() and one.by) for one in decisions)
    return (
        f"{counted(len(held), 'review')} {verb(len(held), 'was', 'were')} held; {owned} of "
        f"{counted(len(decisions), 'decision')} {verb(owned, 'has', 'have')} an owner and a day"
    )
