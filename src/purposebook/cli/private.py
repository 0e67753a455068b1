"""The command that adds up private answers: the only way out of `private/`, and for counts alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from purposebook.cli.console import result
from purposebook.cli.options import DataOption, ProductArgument, WorkspaceOption, existing, find_workspace, named_day
from purposebook.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from purposebook.domain.base import Model
    from purposebook.domain.private import PrivateAnswers
    from purposebook.measures.answer import Answer
    from purposebook.measures.rounds import Sum

_NO_ANSWERS: Final = (
    "There are no private answers in {}/private/: each member writes a file of their own there, such as "
    "private/sunflower.yml, with 'date: 2026-09-03' and what they answer."
)
_WRITTEN_BEFORE: Final = (
    "the sum of this day stands there already, and another one beside it would tell what those few answered who "
    "changed: the newer answers count on the day of the next round"
)


def register(app: typer.Typer) -> None:
    """Add this module's commands to `app`."""
    app.command(epilog="Example: purposebook summarise coursecraft --date 2026-09-03")(summarise)


def summarise(
    product: ProductArgument,
    date: Annotated[
        str, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of the round; default: the newest one.")
    ] = "",
    same_people: Annotated[
        bool, typer.Option("--same-people", help="Earlier rounds of as many people counted just the same people.")
    ] = False,
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Add up what members answered alone in private/, and write sums of five or more to the product's parts."""
    from purposebook.storage.private_answers import close_to_others, read_answers

    place = find_workspace(workspace, data)
    folder = place.folder(existing(place, product))
    answers = read_answers(folder)
    if not answers:
        raise UsageError(_NO_ANSWERS.format(product))
    if close_to_others(folder):
        result(f"{product}/private/ could be opened by others on this machine; now only by its owner.")
    days = sorted({one.date for one in answers.values()})
    day = named_day("--date", date) if date else days[-1]
    if day not in days:
        raise UsageError(f"Nobody answered on {day}. Days with answers: {', '.join(map(str, days))}.")
    _say_whose(day, [one.date for one in answers.values()])
    for found in list(_sums(folder, {who: one for who, one in answers.items() if one.date == day})):
        _tell(folder, found, same_people=same_people)
    result("Answers about the company and strengths stay where they are.")


@dataclass(frozen=True)
class _Found:
    """Say what was added up, and where it goes."""

    title: str
    part: str
    field: str
    answer: Answer[Sum[Any]]
    base: Model
    """The part as it was."""

    def saved(self, folder: Path, *, same_people: bool) -> tuple[str, tuple[str, ...]]:
        """Write the sum in the place of that of the same day, or behind the others; say what was done, and why not."""
        from purposebook.domain.rounds import CountedPeople
        from purposebook.measures.differencing import why_held_back
        from purposebook.storage.counted_people import groups_before, note_group
        from purposebook.storage.saving import save_part

        if self.answer.value is None:
            return "nothing written", ()
        newest = self.answer.value.value
        group = CountedPeople(newest.date, newest.people, self.answer.value.people)
        items: tuple[Any, ...] = getattr(self.base, self.field)
        at = next((at for at, item in enumerate(items) if item.date == newest.date), len(items))
        if newest in items[at : at + 1]:
            note_group(folder, self.part, group)
            return f"unchanged in {self.part}.yml", ()
        before = groups_before(folder, self.part, self.field)
        if reason := why_held_back(group, before, same_people=same_people):
            return "nothing written", (reason,)
        if newest.people in [item.people for item in items[at : at + 1]]:
            return "nothing written", (_WRITTEN_BEFORE,)
        note_group(folder, self.part, group)
        rounds = (*items[:at], newest, *items[at + 1 :])
        save_part(folder, self.part, self.base, self.base.model_copy(update={self.field: rounds}))
        return f"{'written' if at == len(items) else 'updated'} in {self.part}.yml", ()


def _say_whose(day: dt.date, days: Sequence[dt.date]) -> None:
    """Say whose answers count: those of one day."""
    others = ", ".join(str(other) for other in sorted({other for other in days if other != day}))
    here = days.count(day)
    result(f"{here} {'file' if here == 1 else 'files'} of {day}" + (f"; others are of {others}" if others else ""))


def _sums(folder: Path, answers: Mapping[str, PrivateAnswers]) -> Iterator[_Found]:
    """Add up each kind of answer."""
    from purposebook.domain.personas import Personas
    from purposebook.measures.rounds import need_ranking, rating_round, recall_count
    from purposebook.storage.reading import read_part

    culture, personas, strategy = (read_part(folder, part) for part in ("culture", "personas", "strategy"))
    needs = [need.id for _, need in personas.needs()] if isinstance(personas, Personas) else []
    yield _Found("How we work", "culture", "rounds", rating_round(answers), culture)
    yield _Found("Ranking of needs", "personas", "rankings", need_ranking(answers, needs), personas)
    yield _Found("Vision and intents", "strategy", "recall", recall_count(answers), strategy)


def _tell(folder: Path, found: _Found, *, same_people: bool) -> None:
    """Save a sum where there is one, and say what became of it."""
    done, why_not = found.saved(folder, same_people=same_people)
    result("\n  ".join((f"{found.title}: {done}", *found.answer.reasons, *why_not)))
