"""How the rule of the ripple finds what it looks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, get_args

from purposebook.checks.reading import quoted
from purposebook.checks.rule import Hit, Question
from purposebook.domain.mission import Effect, Ring
from purposebook.domain.workbook import Workbook

RINGS: Final[tuple[str, ...]] = get_args(Ring)
"""From the inside out."""


def breaks_off(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find skipped rings, loose effects and links without assumption (T1)."""
    ripple = {effect.id: effect for effect in book.mission.ripple}
    followed = {cause.effect for effect in ripple.values() for cause in effect.causes}
    for effect in book.mission.ripple:
        yield from _skipped(effect, ripple)
        yield from _loose(effect, followed)
        yield from _unassumed(effect)


def _skipped(effect: Effect, ripple: Mapping[str, Effect]) -> Iterator[Hit]:
    """Find an effect that follows from a ring further in than the next one."""
    own = RINGS.index(effect.ring)
    causes = (ripple[cause.effect] for cause in effect.causes if cause.effect in ripple)
    far = next((cause for cause in causes if own - RINGS.index(cause.ring) > 1), None)
    if far:
        between = RINGS[RINGS.index(far.ring) + 1]
        message = f"{quoted(effect.text)} follows from {quoted(far.text)}: no effect on the {between} between them."
        advice = f"Write what changes for the {between} first."
        yield Hit(f"mission/{effect.id}/ring", message, advice)


def _loose(effect: Effect, followed: set[str]) -> Iterator[Hit]:
    """Find an effect that follows from nothing, and an interaction from which nothing follows."""
    outer = effect.ring != RINGS[0]
    if outer and not effect.causes:
        advice = "Name under 'causes' the effect that it follows from."
        yield Hit(f"mission/{effect.id}", f"{quoted(effect.text)} follows from nothing.", advice)
    elif not outer and effect.id not in followed:
        advice = "Write what it changes for the individual, or take it out."
        yield Hit(f"mission/{effect.id}", f"Nothing follows from {quoted(effect.text)}.", advice)


def _unassumed(effect: Effect) -> Iterator[Hit]:
    """Find links that do not say why; those of one effect are one finding."""
    silent = [cause for cause in effect.causes if not cause.because.strip()]
    if silent:
        links = "A link" if len(silent) == 1 else f"{len(silent)} links"
        advice = "Write in 'because' what must hold for the one to bring the other."
        message = f"{links} to {quoted(effect.text)} {'has' if len(silent) == 1 else 'have'} no assumption."
        yield Hit(f"mission/{effect.id}/causes", message, advice)
