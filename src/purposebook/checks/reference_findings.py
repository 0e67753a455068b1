"""How the rules of references and age find what they look for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from typing import Final

from purposebook.checks.frameworks import framework_of, nearest_framework
from purposebook.checks.people import people_of
from purposebook.checks.reading import listed, quoted
from purposebook.checks.rule import Hit, Question
from purposebook.domain.references import HOME, Reference, declared, declared_in, references
from purposebook.domain.workbook import PARTS, Workbook
from purposebook.text.plurals import counted

_HISTORY: Final = "reviews/"
"""What stands below this was true on the day of a review."""
LOOKS_LIKE: Final = 0.85
"""From this likeness on, free text is taken for a mistyped id."""


def is_loose(book: Workbook, asked: Question) -> Iterator[Hit]:
    """Find broken and early references, duplicate ids, unused items, mistyped names and unknown frameworks (X1)."""
    yield from _broken(book, asked.parts)
    yield from _duplicates(book, asked.parts)
    yield from _unused(book, asked.parts)
    yield from _mistyped(book, asked.parts)
    if "product" in asked.parts:
        yield from _unknown_frameworks(book)


class _Known:
    """Know what is declared, and read no more of a workbook than is asked."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._parts: dict[str, frozenset[tuple[str, str]]] = {}

    def has(self, id: str, kinds: Iterable[str]) -> bool:
        """Tell whether `id` names something of one of `kinds`."""
        return any((kind, id) in self._declared_in(HOME[kind]) for kind in kinds)

    @cached_property
    def kinds(self) -> Mapping[str, list[str]]:
        """Return the kinds of every id of the whole workbook."""
        found: dict[str, list[str]] = {}
        for item in declared(self._book):
            found.setdefault(item.id, []).append(item.kind)
        return found

    def _declared_in(self, part: str) -> frozenset[tuple[str, str]]:
        """Return kind and id of all that one part declares."""
        if part not in self._parts:
            self._parts[part] = frozenset((item.kind, item.id) for item in declared_in(self._book, part))
        return self._parts[part]


def _broken(book: Workbook, parts: Set[str]) -> Iterator[Hit]:
    """Find references to ids that nobody wrote, or that are of another kind; each place and id once."""
    known = _Known(book)
    for reference in dict.fromkeys(references(book, parts)):
        if not known.has(reference.target, reference.kinds):
            yield _dangling(book, reference, known.kinds)


def _dangling(book: Workbook, reference: Reference, kinds: Mapping[str, list[str]]) -> Hit:
    """Say what is wrong with one reference."""
    asked = " or ".join(reference.kinds)
    if reference.where.startswith(_HISTORY):
        return _gone(reference, asked)
    other = kinds.get(reference.target)
    if other:
        return Hit(
            reference.where,
            f"'{reference.target}' is the id of {_one(other[0])}; {_one(asked)} is asked for here.",
            f"Name the id of {_one(asked)}.",
        )
    waiting = [part for part in dict.fromkeys(HOME[kind] for kind in reference.kinds) if part not in book.written]
    if waiting:
        message = f"'{reference.target}' is not written yet: there is no {listed(f'{part}.yml' for part in waiting)}."
        return Hit(reference.where, message, f"Write it in the part {listed(waiting)}.", "info")
    near = get_close_matches(
        reference.target, [id for id, found in kinds.items() if set(found) & set(reference.kinds)], n=1
    )
    advice = (
        f"Did you mean '{near[0]}'?" if near else f"Write the {asked} '{reference.target}', or take the reference out."
    )
    return Hit(reference.where, f"'{reference.target}' points to no {asked}.", advice)


def _gone(reference: Reference, asked: str) -> Hit:
    """Say that a review names what was renamed or taken out since: it is judged by its own day, so nothing is wrong."""
    return Hit(
        reference.where,
        f"The {asked} '{reference.target}' of this review is no longer in the workbook.",
        "Leave the review as it is. To change an id everywhere it is used, run 'purposebook rename PRODUCT/OLD NEW'.",
        "info",
    )


def _one(kind: str) -> str:
    """Return a kind with its article: `a clause`, `an objective`."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _duplicates(book: Workbook, parts: Set[str]) -> Iterator[Hit]:
    """Find ids that two items share, across kinds; the later one is told, so that no part behind it is read."""
    first: dict[str, str] = {}
    homes = list(dict.fromkeys(HOME.values()))
    last = max((homes.index(part) for part in homes if part in parts), default=-1)
    for item in (item for part in homes[: last + 1] for item in declared_in(book, part)):
        if item.id in first and HOME[item.kind] in parts:
            yield Hit(
                item.where,
                f"The id '{item.id}' names {_one(first[item.id])} and {_one(item.kind)}.",
                "Give one of them another id.",
            )
        first.setdefault(item.id, item.kind)


def _unused(book: Workbook, parts: Set[str]) -> Iterator[Hit]:
    """Find personas and metrics that nothing uses, once objectives are written."""
    if not parts & {"personas", "metrics"} or "objectives" not in book.written:
        return
    used = _used(book)
    for persona in book.personas.personas:
        if not used & {persona.id, *(need.id for need in persona.needs)}:
            yield _idle(
                f"personas/{persona.id}",
                f"the persona {quoted(persona.name)}",
                "Name them in an objective or as a beneficiary, or let them go.",
            )
    for metric in book.metrics.metrics:
        if metric.id not in used:
            yield _idle(
                f"metrics/{metric.id}",
                f"the metric {quoted(metric.name)}",
                "Make it a key result or a guard, or stop measuring it.",
            )


def _idle(where: str, what: str, advice: str) -> Hit:
    """Say that nothing uses an item."""
    return Hit(where, f"Nothing uses {what}.", advice, "warning")


def _used(book: Workbook) -> set[str]:
    """Return every id that something points to; dropped objectives and observations use nothing."""
    going = [item for item in book.objectives.objectives if item.status != "dropped"]
    dropped = {f"objectives/{item.id}" for item in book.objectives.objectives if item.status == "dropped"}
    pointed = {one.target for one in references(book, PARTS) if one.where.rpartition("/")[0] not in dropped}
    named = [item.outcome.who for item in going if item.outcome] + [
        book.mission.ladder.for_whom if book.mission.ladder else ""
    ]
    spoken = {
        persona.id for persona in book.personas.personas for who in named if _names(persona.id, persona.name, who)
    }
    return pointed | spoken


def _names(id: str, name: str, who: str) -> bool:
    """Tell whether `who` is a persona's id or name."""
    return who.strip().casefold() in {id, name.strip().casefold()}


def _mistyped(book: Workbook, parts: Set[str]) -> Iterator[Hit]:
    """Find free texts that nearly equal the id of a persona or segment."""
    said = [(where, text.strip()) for where, text in _free_texts(book, parts) if text.strip()]
    ids = [id for id, _ in people_of(book)] if said else []
    for where, who in said:
        likeness, near = max(((_likeness(id, who), id) for id in ids), default=(0.0, ""))
        if who not in ids and likeness >= LOOKS_LIKE:
            advice = f"Write '{near}' so that the thread holds."
            yield Hit(where, f"{quoted(who)} looks like the id '{near}'.", advice, "warning")


def _free_texts(book: Workbook, parts: Set[str]) -> Iterator[tuple[str, str]]:
    """Yield the places where an id or words may stand."""
    if "mission" in parts and book.mission.ladder:
        yield "mission/ladder", book.mission.ladder.for_whom
    for item in book.objectives.objectives if "objectives" in parts else ():
        if item.outcome:
            yield f"objectives/{item.id}/outcome", item.outcome.who


def _likeness(id: str, who: str) -> float:
    """Tell how alike an id and a short text are, from 0 to 1."""
    return SequenceMatcher(None, id, who.casefold(), autojunk=False).ratio() if len(who) <= 80 else 0.0


def _unknown_frameworks(book: Workbook) -> Iterator[Hit]:
    """Find names of frameworks that are not used, and that nobody knows."""
    for one in book.product.not_used:
        if framework_of(one.framework) is None:
            near = nearest_framework(one.framework)
            yield Hit(
                "product/not_used",
                f"{quoted(one.framework)} is left out, but no framework of that name is known.",
                f"Did you mean '{near}'?" if near else "Name a chapter or a framework, such as 'heart' or 'strategy'.",
                "info",
            )


def is_old_evidence(book: Workbook, asked: Question) -> Iterator[Hit]:
    """Find evidence older than the review period; several pieces are one finding (X2)."""
    every = sorted((item.date, item.id) for item in book.evidence.evidence if item.date)
    if not every:
        return
    as_of, days = asked.as_of, book.product.review_every
    dated = [(date, id) for date, id in every if date <= as_of]
    old = [(date, id) for date, id in dated if (as_of - date).days > days]
    if len(old) == 1:
        yield Hit(
            f"evidence/{old[0][1]}", f"'{old[0][1]}' of {old[0][0].isoformat()} is older than {counted(days, 'day')}."
        )
    elif old:
        count = f"{len(old)} of {len(book.evidence.evidence)} pieces of evidence are older than {counted(days, 'day')}"
        names = listed(f"'{id}'" for _, id in old[:3])
        yield Hit("evidence/evidence", f"{count}, the oldest {names}; the newest is of {dated[-1][0].isoformat()}.")
