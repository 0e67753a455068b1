"""The claims of a workbook: every statement that rests on evidence, is an assumption, or rests on nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from purposebook.domain.claims import Evidenced
from purposebook.domain.personas import Persona
from purposebook.domain.workbook import Workbook

_HOMES: Final = frozenset({"mission", "personas"})
"""The parts that hold claims."""


@dataclass(frozen=True)
class Stated:
    """Hold one claim as it was written."""

    where: str
    """The nearest item with an id or key of its own: `personas/weekend`, `mission/ladder`."""
    kind: str
    """What to call it: need, pain point, message, ladder entry, alternative or asset."""
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
    """Count the claims; assumptions stand apart and are no part of the share."""

    with_evidence: int
    without: int
    assumptions: int


def claims(book: Workbook) -> ClaimShare:
    """Count claims with evidence and without, and apart from them those that are marked as assumptions."""
    stated = tuple(stated_claims(book))
    firm = tuple(claim for claim in stated if not claim.assumption)
    backed = sum(bool(claim.evidence) for claim in firm)
    return ClaimShare(backed, len(firm) - backed, len(stated) - len(firm))


def stated_claims(book: Workbook, parts: Collection[str] = _HOMES) -> Iterator[Stated]:
    """Yield every claim of `book` that stands in one of `parts`, in the order of the files."""
    if "mission" in parts:
        yield from _of_mission(book)
    for persona in book.personas.personas if "personas" in parts else ():
        yield from _of_persona(book, persona)


def claims_of_personas(book: Workbook, persona: Persona) -> tuple[Stated, ...]:
    """Return one persona's pain points and needs, without the message."""
    return tuple(claim for claim in _of_persona(book, persona) if claim.kind != "message")


def _of_mission(book: Workbook) -> Iterator[Stated]:
    """Yield the ladder's entries, the alternatives and the rightful claim's assets."""
    ladder = book.mission.ladder
    for _, entry in ladder.claims() if ladder else ():
        yield _stated("mission/ladder", "ladder entry", entry.text, entry)
    for alternative in book.mission.alternatives:
        yield _stated(f"mission/{alternative.id}", "alternative", alternative.name, alternative)
    for asset in book.mission.claim:
        yield _stated("mission/claim", "asset", asset.asset, asset)


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
