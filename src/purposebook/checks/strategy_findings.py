"""How the strategy's rules find what they look for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from purposebook.checks.gaps import lacking, some
from purposebook.checks.orders import ordered_output
from purposebook.checks.reading import listed, opening, quoted, read, seen
from purposebook.checks.rule import Hit, Question
from purposebook.checks.solutions import solutions_of, wanted_solution
from purposebook.checks.words import words_of
from purposebook.domain.strategy import Initiative, Whys
from purposebook.domain.workbook import Workbook

_WORKED_ON: Final = frozenset({"exploring", "active"})
_OVER: Final = frozenset({"done", "stopped"})


def is_adrift(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find intents without horizon, metric or owner, and initiatives without intent or problem (C1)."""
    for intent in book.strategy.intents:
        missing = lacking((intent.horizon, "a horizon"), (intent.metric, "a metric"), (intent.owner, "an owner"))
        if missing:
            yield Hit(
                f"strategy/{intent.id}",
                f"{quoted(intent.text)} lacks {listed(missing)}.",
                f"Add {listed(missing)} to the intent.",
            )
    for item in book.strategy.initiatives:
        said = tuple(_adrift(book, item)) if item.status not in _OVER else ()
        if said:
            yield Hit(f"strategy/{item.id}", f"{quoted(item.problem)} {listed(said)}.")


def _adrift(book: Workbook, item: Initiative) -> Iterator[str]:
    """Yield what keeps an initiative from being a problem that an intent needs solved."""
    if item.intent is None:
        yield "serves no intent"
    solution = _solution(book, item.problem)
    if solution:
        yield f"names a solution ({quoted(solution)}), not the problem"


def _solution(book: Workbook, text: str) -> str:
    """Return the solution that stands in place of a problem: wanted, made, or all that is said."""
    known, passage = words_of(book), read("", text, (book.product.name,))
    whole, rest = opening(passage, solutions_of(known), known.articles)
    made = ordered_output(passage, known) and seen(passage, solutions_of(known))
    return wanted_solution(passage, known) or made or ("" if rest.strip(" .!") else whole)


def skips_the_whys(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find initiatives that are worked on and do not say why (C2)."""
    for item in book.strategy.initiatives:
        whys = item.whys or Whys()
        missing = lacking(
            (whys.build, "why to build it"),
            (whys.problem, "which problem it solves"),
            (whys.customer, "what customers gain"),
            (whys.business, "what the business gains"),
        )
        if missing and item.status in _WORKED_ON:
            yield Hit(
                f"strategy/{item.id}", f"{quoted(item.problem)} is worked on, and does not say {listed(missing)}."
            )


def flows_past_somebody(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find teams that stand in no value stream, and steps that nobody does (C3)."""
    streams = book.strategy.streams
    placed = {_same(step.team) for stream in streams for step in stream.steps}
    idle = [team for team in book.strategy.teams if team.strip() and _same(team) not in placed]
    if idle:
        yield Hit(
            "strategy/teams",
            f"{'These teams stand' if len(idle) > 1 else 'This team stands'} in no value stream: {some(idle)}.",
        )
    for stream in streams:
        nobody = [step.name for step in stream.steps if not step.team.strip()]
        if nobody:
            yield Hit(f"strategy/{stream.id}", f"Nobody is named for {some(nobody)}.", "Name the team that does it.")


def _same(team: str) -> str:
    """Return a team's name as it is compared."""
    return " ".join(team.casefold().split())
