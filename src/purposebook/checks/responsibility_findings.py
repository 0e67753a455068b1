"""How the rules of ethics, footprint and inclusion find what they look for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from purposebook.checks.frameworks import key_of
from purposebook.checks.gaps import is_past, lacking, some
from purposebook.checks.reading import listed, quoted
from purposebook.checks.rule import Hit, Question
from purposebook.domain.responsibility import DIMENSIONS, STAGES, Dimension, Footprint, Harm, Responsibility
from purposebook.domain.workbook import Workbook
from purposebook.measures.footprint import measure_footprint

_ALSO: Final = {
    "gender": ("sex", "sex-and-gender", "gender-and-sex", "gender-identity"),
    "age": ("ages", "age-group"),
    "income": (
        *("socio-economic-status", "socioeconomic-status", "socio-economic-background", "socioeconomic-background"),
        *("socio-economic-disadvantage", "socioeconomic-disadvantage", "poverty", "social-class"),
    ),
    "disability": ("disabilities", "ability", "abilities"),
    "race": ("ethnicity", "race-and-ethnicity", "race-or-ethnicity", "ethnic-origin"),
    "culture": ("religion", "religion-or-belief", "faith", "cultural-background"),
}
"""Under which other names laws and guides ask about a dimension."""


def stages_not_visited(part: Responsibility) -> tuple[str, ...]:
    """Return the stages of the life cycle at which nobody looked; a harm that is named there is a look."""
    seen = {visit.stage for visit in part.visits} | {harm.stage for harm in part.harms}
    return tuple(stage for stage in STAGES if stage not in seen)


def dimensions_not_considered(part: Responsibility) -> tuple[str, ...]:
    """Return the dimensions of inclusion that nobody wrote down."""
    named = {key_of(one.name) for one in part.inclusion.dimensions} if part.inclusion else set()
    return tuple(name for name in DIMENSIONS if named.isdisjoint((name, *_ALSO[name])))


def is_considered(one: Dimension) -> bool:
    """Tell whether a dimension says who is in scope, who took part, or why it does not matter."""
    return any(text.strip() for text in (one.in_scope, one.took_part, one.not_considered))


def what_an_act_lacks(harm: Harm) -> tuple[str, ...]:
    """Return what is missing where somebody is to act; a closed harm needs nothing more."""
    if harm.response != "act" or harm.closed:
        return ()
    return lacking((harm.owner, "an owner"), (harm.review, "a day to look again"))


def skips_a_stage(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find stages that nobody visited, and visits that name neither a harm nor why there is none (E1)."""
    part = book.responsibility
    missing = stages_not_visited(part)
    if missing and part != Responsibility():
        yield Hit("responsibility/visits", f"Nobody looked for harm in these stages: {listed(missing)}.")
    harmed = {harm.stage for harm in part.harms}
    silent = {one.stage for one in part.visits if not one.nobody_because.strip()} - harmed
    if silent:
        yield Hit(
            "responsibility/visits",
            "These stages were looked at with neither a harm nor a reason why nobody can be harmed: "
            f"{listed(stage for stage in STAGES if stage in silent)}.",
            "Name who may be harmed, or write under 'nobody_because' why nobody can be.",
        )


def leaves_harm_alone(book: Workbook, asked: Question) -> Iterator[Hit]:
    """Find harms on which somebody is to act without owner or day, and those that are overdue (E2)."""
    for harm in book.responsibility.harms:
        where, name = f"responsibility/{harm.id}", f"The harm to {quoted(harm.who)}"
        missing = what_an_act_lacks(harm)
        if missing:
            yield Hit(where, f"{name} is to be acted on, and lacks {listed(missing)}.", f"Add {listed(missing)}.")
        if harm.review and not harm.closed and is_past(asked, harm.review):
            yield Hit(where, f"{name} was to be looked at again on {harm.review.isoformat()}, and is not closed.")


def is_unclear_footprint(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find footprints that nobody could compute again, or that are made to look smaller (F1)."""
    found = book.responsibility.footprint
    for message, advice in _unclear(found) if found else ():
        yield Hit("responsibility/footprint", message, advice)


_COMPLETE: Final = "Give all inputs, or write 0 for what the boundary leaves out: 'embodied: 0'."


def _unclear(found: Footprint) -> Iterator[tuple[str, str]]:
    """Yield what is unclear about a footprint, with advice."""
    missing = lacking(
        (found.boundary, "a boundary"),
        (found.unit, "a unit"),
        (found.amount or None, "the number of units"),
        (found.method, "a method"),
        (found.source, "a source"),
        (found.date, "a date"),
    )
    if missing:
        yield f"The footprint lacks {listed(missing)}.", f"Add {listed(missing)}."
    if found.baseline is not None and key_of(found.baseline_method) != key_of(found.method):
        yield "The baseline is not by the method of the footprint.", "Work the baseline out again by the same method."
    if found.offsets:
        yield "Offsets are given, and are left out.", "Take them out: compensation is not a saving."
    for one in measure_footprint(found).components:
        if one.reasons:
            yield f"The component {quoted(one.name)} cannot be counted: {listed(one.reasons)}.", _COMPLETE
    if not found.components and found.stated is None:
        yield "No component is counted.", "Give energy and hardware for servers, network or devices."


def leaves_somebody_out(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find dimensions of inclusion that are not written down, or of which nothing is said (N1)."""
    part = book.responsibility
    if part.inclusion is None:
        return
    missing = dimensions_not_considered(part)
    if missing:
        yield Hit("responsibility/inclusion", f"Nobody considered {listed(missing)}.")
    empty = [one.name for one in part.inclusion.dimensions if not is_considered(one)]
    if empty:
        yield Hit(
            "responsibility/inclusion",
            f"Of {some(empty)} nothing is said: who is in scope, who took part, or why it does not matter.",
            "Say who is meant to use it and who took part in research, or why it does not matter here.",
        )
