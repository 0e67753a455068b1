"""How the rules of opportunities, ideas, exits, decisions and iterations find what they look for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from purposebook.checks.gaps import is_old, is_past, lacking
from purposebook.checks.reading import listed, quoted
from purposebook.checks.rule import Hit, Question
from purposebook.domain.opportunities import Decision, Exit, Opportunity
from purposebook.domain.workbook import Workbook
from purposebook.text.plurals import counted

_FEWEST_SOLUTIONS: Final = 2
_OPEN_EXITS: Final = frozenset({"planned", "active"})


def is_bare_branch(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find opportunities without objective or choice, and chosen solutions that nothing tested (G1)."""
    taken_up = {item.objective for item in book.opportunities.opportunities if _open_ways(item)}
    for item in book.opportunities.opportunities:
        said = tuple(_bare(item, waits=item.objective in taken_up - {None} and not item.solutions))
        if said:
            yield Hit(f"opportunities/{item.id}", f"{quoted(item.text)} {listed(said)}.")
        for solution in item.solutions:
            tested = any(test.result != "untested" for test in solution.tests)
            if solution.status == "chosen" and not tested:
                yield Hit(
                    f"opportunities/{solution.id}",
                    f"{quoted(solution.text)} is chosen, and none of its assumptions was tested.",
                    "Write down what must hold for it, and the smallest way to find out.",
                )


def _open_ways(item: Opportunity) -> int:
    """Count the solutions of an opportunity that are not dropped."""
    return sum(solution.status != "dropped" for solution in item.solutions)


def _bare(item: Opportunity, *, waits: bool) -> Iterator[str]:
    """Yield what an opportunity lacks above it and below it; one that waits for another needs no solution yet."""
    if item.objective is None:
        yield "names no objective"
    open_ways = _open_ways(item)
    if open_ways < _FEWEST_SOLUTIONS and not waits:
        yield "has one solution only" if open_ways else "has no solution left" if item.solutions else "has no solution"


def slips_through(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find ideas that are kept and do not say what they serve (G2)."""
    for idea in book.opportunities.ideas:
        missing = lacking((idea.clauses, "clause"), (idea.personas, "persona"), (idea.objectives, "outcome"))
        if missing and idea.verdict == "keep":
            yield Hit(
                f"opportunities/{idea.id}", f"{quoted(idea.text)} is kept, and names no {' and no '.join(missing)}."
            )


def lets_nothing_go(book: Workbook, asked: Question) -> Iterator[Hit]:
    """Find exits that are no criteria, that were set after the start, or whose day has passed (G3)."""
    for item in book.opportunities.exits:
        where, name = f"opportunities/{item.id}", quoted(item.about)
        missing = _undecidable(item)
        if missing:
            yield Hit(where, f"{name} lacks {listed(missing)}.", f"Add {listed(missing)}, so that the day decides.")
        if item.came_late and item.set_on and item.started:
            days = f"it was set on {item.set_on.isoformat()}, and the work began on {item.started.isoformat()}"
            yield Hit(where, f"The criterion for {name} came after the start: {days}.")
        if item.status == "active" and item.check_on and is_past(asked, item.check_on):
            yield Hit(
                where,
                f"{name} was to be decided on {item.check_on.isoformat()}, and is still active.",
                "Look at the number, and stop or keep it; write down what it taught you.",
            )


def _undecidable(item: Exit) -> tuple[str, ...]:
    """Return what keeps an open exit from being decided; what is decided needs nothing more."""
    if item.status not in _OPEN_EXITS:
        return ()
    return lacking((item.metric, "a metric"), (item.threshold, "a threshold"), (item.check_on, "a day to check on"))


def is_weakly_decided(book: Workbook, asked: Question) -> Iterator[Hit]:
    """Find decisions on stakeholders' word alone, without alternatives, or due to be looked at again (G4)."""
    for item in book.opportunities.decisions:
        said = tuple(_weak(item))
        where, name = f"opportunities/{item.id}", quoted(item.question)
        if said:
            yield Hit(where, f"The decision {name} {listed(said)}.")
        if item.revisit and is_past(asked, item.revisit):
            yield Hit(
                where,
                f"{name} was to be looked at again on {item.revisit.isoformat()}.",
                "Look at it again, and write the next day or let the decision stand without one.",
            )


def _weak(item: Decision) -> Iterator[str]:
    """Yield what a decision rests on too little."""
    if item.stakeholders and not item.evidence:
        yield "rests on stakeholders alone"
    others = {option.strip().casefold() for option in item.options} - {item.choice.strip().casefold(), ""}
    if not others:
        yield "names no alternative"


def leaves_loop_open(book: Workbook, asked: Question) -> Iterator[Hit]:
    """Find feedback without a change, and changes without an effect, for longer than the review period (G5)."""
    days = book.product.review_every
    for item in book.opportunities.iterations:
        where, name = f"opportunities/{item.id}", quoted(item.feedback)
        is_changed = bool(item.change.strip() or item.changed)
        if is_changed and not item.effect.strip() and is_old(book, asked, item.changed):
            message = (
                f"{name} was answered by a change more than {counted(days, 'day')} ago, and nobody wrote what it did."
            )
            yield Hit(where, message, "Look at what happened since, and write it down as the effect.")
        elif not is_changed and is_old(book, asked, item.heard):
            message = f"{name} was heard more than {counted(days, 'day')} ago, and nothing is changed."
            yield Hit(where, message, "Change something, or write down as the change why nothing is to be done.")
