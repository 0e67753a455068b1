"""Commands of the quarterly look: freeze a review, and tell what is different since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from purposebook.cli.console import result, say
from purposebook.cli.options import (
    AsOfOption,
    DataOption,
    Format,
    FormatOption,
    ProductArgument,
    QuerySecondsOption,
    WorkspaceOption,
    day,
    existing,
    find_workspace,
    limit_queries,
)
from purposebook.errors import UsageError
from purposebook.text.directions import plain, typed
from purposebook.text.numbers import number

if TYPE_CHECKING:
    from purposebook.domain.difference import Difference
    from purposebook.domain.result_commands import ChangedNumber, DiffResult
    from purposebook.domain.reviews import Review
    from purposebook.domain.workbook import Workbook

NOW = "now"
_SIGNS = {"added": "+", "removed": "-", "changed": "~"}


def register(app: typer.Typer) -> None:
    """Add this module's commands to `app`."""
    app.command(epilog='Example: purposebook review coursecraft --title "Autumn review"')(review)
    app.command(epilog="Example: purposebook diff coursecraft summer now")(diff)


def review(
    product: ProductArgument,
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="What you call this review.")],
    audience: Annotated[str, typer.Option("--audience", metavar="TEXT", help="Who looks at it.")] = "",
    as_of: AsOfOption = "",
    query_seconds: QuerySecondsOption = 60,
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Freeze the workbook as it stands: its files, its mission and the newest value of each metric."""
    limit_queries(query_seconds)
    from purposebook.publishing.inputs import product_files, product_logs
    from purposebook.storage.freezing import freeze
    from purposebook.storage.reading import read_workbook

    place = find_workspace(workspace, data)
    folder = place.folder(existing(place, product))
    made = _review_of(read_workbook(folder), title, audience, day(as_of))
    files = product_files(folder)
    target = freeze(folder, made, files, {name: Path(log.path) for name, log in product_logs(folder, files).items()})
    numbers = f"{len(made.numbers)} number{'' if len(made.numbers) == 1 else 's'}"
    say(f"Froze {numbers} as review '{made.id}' in {folder.name}/reviews/{target.name}/.")
    say(f"Next: write claims and decisions into reviews.yml, or purposebook open {product} review")


def diff(
    product: ProductArgument,
    first: Annotated[str, typer.Argument(metavar="A", help="Id of a review; default: the newest.")] = "",
    second: Annotated[str, typer.Argument(metavar="B", help="Id of a review, or 'now'.")] = NOW,
    format: FormatOption = Format.text,
    as_of: AsOfOption = "",
    query_seconds: QuerySecondsOption = 60,
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Tell what is different between two frozen reviews, or between one and now."""
    limit_queries(query_seconds)
    from purposebook.storage.reading import read_workbook

    place = find_workspace(workspace, data, book=False)
    folder = place.folder(existing(place, product))
    today, book = day(as_of, announce=format is Format.text), read_workbook(folder)
    first = first or _newest(folder, book, today)
    states = [_state(folder, book, name, today) for name in (first, second)]
    if format is Format.json:
        return result(_compared(product, first, second, *states).model_dump_json(indent=2))
    return result(plain("\n".join(_told(first, second, *states))))


def _review_of(book: Workbook, title: str, audience: str, today: dt.date) -> Review:
    """Make the entry of a review with every number that there is."""
    from pydantic import ValidationError

    from purposebook.domain.references import ids_of
    from purposebook.domain.reviews import Frozen, Review
    from purposebook.domain.slug import free_id
    from purposebook.measures.product import measure

    newest = ((one.id, one.latest) for one in measure(book, today).metrics)
    numbers = tuple(Frozen(metric=id, value=seen.value, date=seen.date) for id, seen in newest if seen)
    id = free_id(title, ids_of(book), "review")
    texts = {"audience": audience, "mission": book.mission.mission}
    try:
        return Review.model_validate({"id": id, "title": title, "date": today, "numbers": numbers, **texts})
    except ValidationError as error:
        wrong = error.errors()[0]
        raise UsageError(f"--{wrong['loc'][0]} {wrong['msg'].removeprefix('Value error, ')}.") from None


def _newest(folder: Path, book: Workbook, today: dt.date) -> str:
    """Return the id of the newest review with frozen files, or of the newest one that was written by hand."""
    from purposebook.storage.freezing import frozen_folder

    past = book.reviews.held(today)
    past = tuple(one for one in past if frozen_folder(folder, one).is_dir()) or past
    if not past:
        raise UsageError("There is no review to compare with. Make one with: purposebook review PRODUCT --title TEXT")
    return max(past, key=lambda one: one.date).id


def _state(folder: Path, book: Workbook, name: str, today: dt.date) -> tuple[Workbook, dt.date]:
    """Return the workbook of a review, or of now, with its day."""
    from purposebook.storage.freezing import frozen_folder
    from purposebook.storage.reading import read_workbook

    if name == NOW:
        return book, today
    known = {one.id: one for one in book.reviews.reviews}
    if name not in known:
        names = ", ".join([*known, NOW])
        raise UsageError(f"There is no review {typed(name[:40])}. Use one of: {names}.")
    place = frozen_folder(folder, known[name])
    if not place.is_dir():
        raise UsageError(
            f"The review '{name}' was written by hand, so no files were frozen with it: reviews/{place.name}/ is not "
            "there. Compare reviews that 'purposebook review' made."
        )
    return read_workbook(place), known[name].date


def _told(first: str, second: str, before: tuple[Workbook, dt.date], after: tuple[Workbook, dt.date]) -> Iterator[str]:
    """Yield the lines of a comparison: items, then numbers."""
    from purposebook.domain.difference import differences

    yield f"{first} ({before[1].isoformat()}) -> {second} ({after[1].isoformat()})"
    found = differences(before[0], after[0])
    yield from _items_told(found)
    numbers = tuple(_numbers_told(before, after))
    yield from ("", "numbers", *numbers) if numbers else ()
    if not (found or numbers):
        yield "Nothing is different."


def _items_told(found: Iterable[Difference]) -> Iterator[str]:
    """Yield what came, went and changed, part by part."""
    from purposebook.checks.reading import quoted

    part = ""
    for one in found:
        if one.part != part:
            part = one.part
            yield from ("", part)
        name = f"{one.kind} {one.id}: {quoted(one.label)}" if one.kind else "the part itself"
        yield f"  {_SIGNS[one.how]} {name}"
        for field in one.fields:
            yield f"      {field.title}: {quoted(field.before)} -> {quoted(field.after)}"


def _numbers_told(before: tuple[Workbook, dt.date], after: tuple[Workbook, dt.date]) -> Iterator[str]:
    """Yield a line for each metric whose newest value is another one."""
    for one in _changed_numbers(before, after):
        was, now = one.before, one.after
        then = f"{number(was.value)} ({was.date.isoformat()})" if was else "no value"
        yield f"  {one.metric}: {then} -> {number(now.value)} ({now.date.isoformat()}) {one.unit}".rstrip()


def _changed_numbers(before: tuple[Workbook, dt.date], after: tuple[Workbook, dt.date]) -> Iterator[ChangedNumber]:
    """Yield each metric whose newest value is another one; a difference shows no cause."""
    from purposebook.domain.result_commands import ChangedNumber, DatedValue
    from purposebook.measures.product import measure

    old = {one.id: one.latest for one in measure(*before).metrics}
    for one in measure(*after).metrics:
        was, now = old.get(one.id), one.latest
        if now and (was is None or (was.date, was.value) != (now.date, now.value)):
            then = DatedValue(value=was.value, date=was.date) if was else None
            new = DatedValue(value=now.value, date=now.date)
            yield ChangedNumber(metric=one.id, unit=one.unit, before=then, after=new)


def _compared(
    product: str, first: str, second: str, before: tuple[Workbook, dt.date], after: tuple[Workbook, dt.date]
) -> DiffResult:
    """Return a comparison for programs."""
    from purposebook.domain.difference import differences
    from purposebook.domain.result_commands import ChangedItem, ComparedState, DiffResult

    return DiffResult(
        product=product,
        before=ComparedState(review=first, date=before[1]),
        after=ComparedState(review=second, date=after[1]),
        items=tuple(ChangedItem.model_validate(asdict(one)) for one in differences(before[0], after[0])),
        numbers=tuple(_changed_numbers(before, after)),
    )
