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
    from collections.abc import Sequence

    from purposebook.domain.base import Model
    from purposebook.domain.private import PrivateAnswers
    from purposebook.measures.answer import Answer

_TOLD_APART: Final = (
    "whoever has the earlier sum too can work out what the few answered who changed: keep the newest one only"
)


def register(app: typer.Typer) -> None:
    """Add this module's commands to `app`."""
    app.command(epilog="Example: purposebook summarise coursecraft --date 2026-09-03")(summarise)


def summarise(
    product: ProductArgument,
    date: Annotated[
        str, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of the round; default: the newest one.")
    ] = "",
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Add up what members answered alone in private/, and write sums of five or more to the product's parts."""
    from purposebook.storage.private_answers import read_answers

    place = find_workspace(workspace, data)
    folder = place.folder(existing(place, product))
    answers = read_answers(folder)
    if not answers:
        raise UsageError(
            f"There are no private answers in {product}/private/: each member writes a file of their own there, such "
            "as private/sunflower.yml, with 'date: 2026-09-03' and what they answer."
        )
    days = sorted({one.date for one in answers})
    day = named_day("--date", date) if date else days[-1]
    if day not in days:
        raise UsageError(f"Nobody answered on {day}. Days with answers: {', '.join(map(str, days))}.")
    _say_whose(day, [one.date for one in answers])
    for found in list(_sums(folder, [one for one in answers if one.date == day])):
        _tell(folder, found)
    result("Answers about the company and strengths stay where they are.")


@dataclass(frozen=True)
class _Sum:
    """Say what was added up, and where it goes."""

    title: str
    part: str
    field: str
    answer: Answer[Any]
    base: Model
    """The part as it was."""

    def saved(self, folder: Path) -> str:
        """Write the sum in the place of that of the same day, or behind the others; say what was done."""
        from purposebook.storage.saving import save_part

        newest: Any = self.answer.value
        items: tuple[Any, ...] = getattr(self.base, self.field)
        at = next((at for at, item in enumerate(items) if item.date == newest.date), len(items))
        if newest in items[at : at + 1]:
            return "unchanged"
        value = self.base.model_copy(update={self.field: (*items[:at], newest, *items[at + 1 :])})
        save_part(folder, self.part, self.base, value)
        return "written" if at == len(items) else "updated"


def _say_whose(day: dt.date, days: Sequence[dt.date]) -> None:
    """Say whose answers count: those of one day."""
    others = ", ".join(str(other) for other in sorted({other for other in days if other != day}))
    here = days.count(day)
    result(f"{here} {'file' if here == 1 else 'files'} of {day}" + (f"; others are of {others}" if others else ""))


def _sums(folder: Path, answers: Sequence[PrivateAnswers]) -> Iterator[_Sum]:
    """Add up each kind of answer."""
    from purposebook.domain.personas import Personas
    from purposebook.measures.rounds import need_ranking, rating_round, recall_count
    from purposebook.storage.reading import read_part

    culture, personas, strategy = (read_part(folder, part) for part in ("culture", "personas", "strategy"))
    needs = [need.id for _, need in personas.needs()] if isinstance(personas, Personas) else []
    yield _Sum("How we work", "culture", "rounds", rating_round(answers), culture)
    yield _Sum("Ranking of needs", "personas", "rankings", need_ranking(answers, needs), personas)
    yield _Sum("Vision and intents", "strategy", "recall", recall_count(answers), strategy)


def _tell(folder: Path, found: _Sum) -> None:
    """Save a sum where there is one, and say what became of it."""
    done = "nothing written" if found.answer.value is None else f"{found.saved(folder)} in {found.part}.yml"
    notes = (*found.answer.reasons, *((_TOLD_APART,) if done.startswith("updated") else ()))
    result("\n  ".join((f"{found.title}: {done}", *notes)))
