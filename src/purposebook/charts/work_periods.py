"""Work over time: whom it serves, and whether it was an easy win or a hard improvement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import MOST, rest, stops
from purposebook.charts.tallies import Tally, tallies, tally_list
from purposebook.charts.words import apart, counted, large, listed, quarter, verb
from purposebook.domain.work import WorkItem
from purposebook.domain.workbook import Workbook

_HEAD: Final = "Closed in: items (effort)"
_STATUSES: Final = (
    ("done", "Done, no date"),
    ("doing", "Being worked on"),
    ("open", "Open"),
    ("dropped", "Dropped"),
)


@dataclass(frozen=True)
class _Sorting:
    """Name a field by which work is sorted, and its values in words; the last stands for what nobody sorted."""

    figure: str
    field: Literal["value", "size"]
    kinds: tuple[tuple[str | None, str], ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """Return the words alone."""
        return tuple(words for _, words in self.kinds)


_VALUE: Final = _Sorting(
    "work-value",
    "value",
    (
        ("to-users", "Value to users"),
        ("from-users", "Value from users"),
        ("both", "Both"),
        ("upkeep", "Upkeep"),
        (None, "Not classified"),
    ),
)
_GAIN: Final = _Sorting(
    "work-gain",
    "size",
    (("easy-win", "Easy wins"), ("hard-improvement", "Hard improvements"), (None, "Not classified")),
)


def work_value(book: Workbook) -> Figure | None:
    """Draw whom work serves, by the quarter in which it was closed, or by its status."""
    return _figure(book, _VALUE)


def work_gain(book: Workbook) -> Figure | None:
    """Draw easy wins and hard improvements, by the quarter in which they were closed, or by their status."""
    return _figure(book, _GAIN)


def _figure(book: Workbook, sorting: _Sorting) -> Figure | None:
    """Draw work by period and kind, with effort where it is written."""
    items = book.work.items
    if not items:
        return None
    periods = _periods(items)
    rows = [_tally(name, found, sorting) for name, found in periods.items()]
    return Figure(
        sorting.figure,
        _title(items, sorting),
        tallies(_HEAD, sorting.heads, rows[-MOST:]),
        _description(book, sorting, len(rows)),
        table(["Period", "Kind", "Items", "Effort", "Items without effort"], list(_facts(periods, sorting))),
        "work.yml",
        listing=tally_list(_HEAD, sorting.heads, rows),
    )


def _periods(items: Sequence[WorkItem]) -> dict[str, list[WorkItem]]:
    """Group items by the quarter in which they were done, in order; behind them those without such a day."""
    done = [item for item in items if item.status == "done" and item.closed]
    found: dict[str, list[WorkItem]] = {}
    for item in sorted(done, key=lambda one: str(one.closed)):
        found.setdefault(quarter(item.closed) if item.closed else "", []).append(item)
    for status, words in _STATUSES:
        others = [item for item in items if item.status == status and not (status == "done" and item.closed)]
        if others:
            found[words] = others
    return found


def _of(found: Sequence[WorkItem], sorting: _Sorting, kind: str | None) -> list[WorkItem]:
    """Return the items of one kind."""
    return [item for item in found if getattr(item, sorting.field) == kind]


def effort_of(found: Sequence[WorkItem]) -> float | None:
    """Add up the effort that is written; None where none is."""
    known = [item.effort for item in found if item.effort is not None]
    return sum(known) if known else None


def _tally(name: str, found: Sequence[WorkItem], sorting: _Sorting) -> Tally:
    """Count the items of one period."""
    kinds = [_of(found, sorting, kind) for kind, _ in sorting.kinds]
    efforts = [effort_of(one) for one in kinds]
    labels = [
        str(len(one)) if effort is None else f"{len(one)} ({large(effort)})"
        for one, effort in zip(kinds, efforts, strict=True)
    ]
    return Tally(name, tuple(map(len, kinds)), tuple(labels))


def _title(items: Sequence[WorkItem], sorting: _Sorting) -> str:
    """Count the kinds over all periods."""
    counts = [len(_of(items, sorting, kind)) for kind, _ in sorting.kinds]
    said = [f"{count or 'none'} {words.lower()}" for count, words in zip(counts, sorting.heads, strict=True)]
    return f"Of {counted(len(items), 'work item')}: {listed(said)}"


def _description(book: Workbook, sorting: _Sorting, periods: int) -> str:
    """Say what numbers stand for, and what is not known."""
    items = book.work.items
    bare, unsorted = sum(item.effort is None for item in items), len(_of(items, sorting, None))
    unit = f"in {apart(book.work.unit)}" if book.work.unit.strip() else "whose unit is not written"
    effort = bare < len(items)
    return rest(
        (
            "Items that are done stand in the quarter in which they were closed; others stand by their status.",
            f"In brackets stands their effort, {unit}." if effort else "Nobody wrote any effort.",
            f"{counted(bare, 'item')} {verb(bare, 'has', 'have')} no effort." if effort and bare else "",
            f"{counted(unsorted, 'item')} {verb(unsorted)} not classified." if unsorted else "",
            "How much of each there should be is nowhere laid down.",
            stops(periods, "periods", "newest"),
        )
    )


def _facts(periods: dict[str, list[WorkItem]], sorting: _Sorting) -> Iterator[tuple[object, ...]]:
    """Yield one row per period and kind."""
    for name, found in periods.items():
        for kind, words in sorting.kinds:
            one = _of(found, sorting, kind)
            yield name, words, len(one), effort_of(one), sum(item.effort is None for item in one)
