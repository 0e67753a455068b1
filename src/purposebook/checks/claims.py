"""The claims of a workbook: every statement that rests on evidence, is an assumption, or rests on nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from purposebook.domain.claims import Evidenced
from purposebook.domain.personas import Persona, Problem
from purposebook.domain.workbook import Workbook
from purposebook.text.plurals import counted, integer, noun, verb

CLAIM_PARTS: Final = frozenset({"mission", "personas", "metrics", "opportunities"})
"""The parts that hold claims."""
_HOMES: Final = frozenset({"mission", "personas"})
"""The parts that hold claims which are counted."""
_COUNTED: Final = frozenset({"pain point", "need", "problem", "message", "ladder entry", "alternative", "asset"})
"""The kinds of claim that make up the share; the others are looked at one by one."""
_UNCHECKED: Final = frozenset({"none", "opinion"})
"""Grades of a link that say themselves that nobody checked it."""


@dataclass(frozen=True)
class Stated:
    """Hold one claim as it was written."""

    where: str
    """The nearest item with an id or key of its own: `personas/weekend`, `mission/ladder`."""
    kind: str
    """What to call it: one of those that are counted, or a delivered value, link, impact, opportunity or decision."""
    text: str
    evidence: tuple[str, ...]
    """The ids that it names, whether or not somebody wrote them."""
    assumption: bool

    @property
    def bare(self) -> bool:
        """Tell whether it rests on nothing and does not say so."""
        return not (self.evidence or self.assumption)


@dataclass(frozen=True)
class ClaimShare:
    """Count all claims: with evidence, with neither, and those that are marked as assumptions."""

    with_evidence: int
    without: int
    assumptions: int

    @property
    def every(self) -> int:
        """Return how many there are."""
        return self.with_evidence + self.without + self.assumptions

    @property
    def said(self) -> str:
        """Say all three numbers, those that are zero left out: `1 claim rests on evidence, 2 are assumptions`."""
        backed = counted(self.with_evidence, "claim") if self.with_evidence else "no claim"
        told = [f"{backed} {verb(max(self.with_evidence, 1), 'rests', 'rest')} on evidence"]
        if self.assumptions:
            assumed = noun(self.assumptions, "an assumption", "assumptions")
            told.append(f"{integer(self.assumptions)} {verb(self.assumptions)} {assumed}")
        if self.without:
            told.append(f"{integer(self.without)} {verb(self.without, 'has', 'have')} neither")
        return ", ".join(told)


def claims(book: Workbook) -> ClaimShare:
    """Count claims about people and our place among them: with evidence, without, and apart those that are assumed."""
    stated = tuple(claim for claim in stated_claims(book, _HOMES) if claim.kind in _COUNTED)
    firm = tuple(claim for claim in stated if not claim.assumption)
    backed = sum(bool(claim.evidence) for claim in firm)
    return ClaimShare(backed, len(firm) - backed, len(stated) - len(firm))


def stated_claims(book: Workbook, parts: Collection[str] = CLAIM_PARTS) -> Iterator[Stated]:
    """Yield every claim of `book` that stands in one of `parts`, in the order of the files."""
    if "mission" in parts:
        yield from _of_mission(book)
        yield from _of_chain(book)
    if "personas" in parts:
        yield from _of_personas(book)
    if "metrics" in parts:
        for impact in book.metrics.impacts:
            yield _stated(f"metrics/{impact.id}", "impact", impact.text, impact)
    if "opportunities" in parts:
        yield from _of_opportunities(book)


def claims_of_personas(book: Workbook, persona: Persona) -> tuple[Stated, ...]:
    """Return one persona's pain points, needs and problems, without the message."""
    own = tuple(claim for claim in _of_persona(book, persona) if claim.kind != "message")
    return own + tuple(_of_problem(problem) for problem in book.personas.problems if problem.persona == persona.id)


def _of_mission(book: Workbook) -> Iterator[Stated]:
    """Yield the ladder's entries, the alternatives and the rightful claim's assets."""
    ladder = book.mission.ladder
    for _, entry in ladder.claims() if ladder else ():
        yield _stated("mission/ladder", "ladder entry", entry.text, entry)
    for alternative in book.mission.alternatives:
        yield _stated(f"mission/{alternative.id}", "alternative", alternative.name, alternative)
    for asset in book.mission.claim:
        yield _stated("mission/claim", "asset", asset.asset, asset)


def _of_chain(book: Workbook) -> Iterator[Stated]:
    """Yield delivered values, and the links of the ripple that say why; a link known by opinion is an assumption."""
    for delivery in book.mission.delivers:
        yield _stated(f"mission/{delivery.id}", "delivered value", delivery.value or delivery.problem, delivery)
    for effect in book.mission.ripple:
        for cause in (one for one in effect.causes if one.because.strip()):
            assumed = cause.assumption or cause.grade in _UNCHECKED
            yield Stated(f"mission/{effect.id}/causes", "link", cause.because, cause.evidence, assumed)


def _of_opportunities(book: Workbook) -> Iterator[Stated]:
    """Yield opportunities, and decisions; one for which stakeholders were heard rests on them."""
    for opportunity in book.opportunities.opportunities:
        yield _stated(f"opportunities/{opportunity.id}", "opportunity", opportunity.text, opportunity)
    for decision in book.opportunities.decisions:
        rests_on = (*decision.evidence, *decision.stakeholders)
        where, text = f"opportunities/{decision.id}", decision.choice or decision.question
        yield Stated(where, "decision", text, rests_on, decision.assumption)


def _of_personas(book: Workbook) -> Iterator[Stated]:
    """Yield the claims of each persona, and the problems beside them."""
    for persona in book.personas.personas:
        yield from _of_persona(book, persona)
    yield from map(_of_problem, book.personas.problems)


def _of_problem(problem: Problem) -> Stated:
    """Make a claim of a problem."""
    return _stated(f"personas/{problem.id}", "problem", problem.pain, problem)


def _of_persona(book: Workbook, persona: Persona) -> Iterator[Stated]:
    """Yield one persona's pain points, needs and message."""
    for pain in persona.pain_points:
        yield _stated(f"personas/{persona.id}/pain_points", "pain point", pain.text, pain)
    for need in persona.needs:
        yield _stated(f"personas/{need.id}", "need", need.text, need)
    message = persona.message
    if message and (message.value.strip() or message.pain.strip()):
        proof = (message.proof,) if message.proof in {item.id for item in book.evidence.evidence} else ()
        text = message.value or message.pain
        yield Stated(
            f"personas/{persona.id}/message",
            "message",
            text,
            (*message.evidence, *filter(None, proof)),
            message.assumption,
        )


def _stated(where: str, kind: str, text: str, claim: Evidenced) -> Stated:
    """Make a claim of any model that carries evidence."""
    return Stated(where, kind, text, claim.evidence, claim.assumption)
