"""HEART: from a goal over a signal to a metric or the event log, or why a category is not used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, get_args

from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import Cell, Column, Row, grid, listing, missing, rest, stops, team
from purposebook.charts.words import listed, verb
from purposebook.domain.metrics import HeartCategory, HeartRow
from purposebook.domain.workbook import Workbook
from purposebook.measures.heart_events import question_of

_CATEGORIES: Final[tuple[HeartCategory, ...]] = get_args(HeartCategory)
_COLUMNS: Final = (Column("Category", 0.8), Column("Goal", 1.4), Column("Signal", 1.4), Column("Metric", 1.4))

LOG: Final = "the event log is asked about this category"


def heart_grid(book: Workbook) -> Figure | None:
    """Draw the five categories; a metric that names its category fills a row that nobody wrote."""
    found = tuple(_rows(book))
    if all(one.state == "absent" for one in found):
        return None
    return Figure(
        "heart",
        _title(found),
        grid(_COLUMNS, found),
        _description(found),
        table([one.head for one in _COLUMNS], [tuple(cell.whole for cell in one.cells) for one in found]),
        "metrics.yml",
        team=("Goal", "Signal", "Metric"),
        listing=listing(_COLUMNS, found),
    )


def _rows(book: Workbook) -> Iterator[Row]:
    """Yield the rows of each category in their order."""
    for category in _CATEGORIES:
        written = [one for one in book.metrics.heart if one.category == category]
        tagged = [
            HeartRow(category=metric.heart, signal=metric.signal, metric=metric.id)
            for metric in book.metrics.metrics
            if metric.heart == category and metric.id not in {one.metric for one in written}
        ]
        measured = any(one.metric for one in (*written, *tagged))
        yield from (_row(one, book, asks_log=not measured) for one in (*written, *tagged))
        if not written and not tagged:
            yield Row((Cell(_named(category)), missing(), missing(), _unmeasured(category, book)), state="absent")


def _row(one: HeartRow, book: Workbook, asks_log: bool) -> Row:
    """Return one row."""
    head = Cell(_named(one.category))
    if one.not_used_because.strip() and not one.metric:
        reason = Cell(one.not_used_because, "absent", own=True, over="not used, because")
        return Row((head, reason, Cell("not used"), Cell("not used")), state="good")
    cells = head, team(one.goal), team(one.signal), _metric(one, book, asks_log)
    return Row(cells, state="warn" if any(cell.mark.startswith("loose") for cell in cells) else "good")


def _metric(one: HeartRow, book: Workbook, asks_log: bool) -> Cell:
    """Name the metric of a row."""
    names = {metric.id: metric.name for metric in book.metrics.metrics}
    if not one.metric:
        return _unmeasured(one.category, book, "no metric yet") if asks_log else missing("no metric yet")
    if one.metric not in names:
        return Cell(f"{one.metric} (not written yet)", "bad-small", "no such metric is written")
    return Cell(names[one.metric], "good", "counts the signal", own=True)


def _unmeasured(category: HeartCategory, book: Workbook, words: str = "not written yet") -> Cell:
    """Say that there is no metric, or which question the event log is asked in its place."""
    question = question_of(category, book.metrics.pirate) if book.metrics.pirate and book.events else ""
    return Cell(f"no metric; {question} in the event log", note=LOG) if question else missing(words)


def _named(category: str) -> str:
    """Write a category as people read it."""
    return category.replace("-", " ").capitalize()


def _states(found: Sequence[Row], state: str) -> list[str]:
    """Return the categories with a row in a state."""
    return list(dict.fromkeys(one.cells[0].text.lower() for one in found if one.state == state))


def _logged(found: Sequence[Row]) -> list[str]:
    """Return the categories without a metric about which the event log is asked."""
    return list(dict.fromkeys(one.cells[0].text.lower() for one in found if one.cells[3].note == LOG))


def _title(found: Sequence[Row]) -> str:
    """Say how many categories lead to a metric, ask the event log, or are left out on purpose."""
    metrics = {one.cells[0].text for one in found if one.cells[3].own}
    skipped = {one.cells[0].text for one in found if one.cells[3].text == "not used"} - metrics
    first = f"{len(metrics)} of {len(_CATEGORIES)} categories {verb(len(metrics), 'leads', 'lead')} to a metric"
    logged = len(_logged(found))
    parts = (
        first,
        f"{logged} {verb(logged, 'asks', 'ask')} the event log" if logged else "",
        f"{len(skipped)} {verb(len(skipped))} not used, for a reason" if skipped else "",
    )
    return "; ".join(filter(None, parts))


def _description(found: Sequence[Row]) -> str:
    """Name what is not written."""
    bare, partly = _states(found, "absent"), _states(found, "warn")
    logged = _logged(found)
    return rest(
        (
            "Each row goes from a goal over a signal to a metric, for one category of HEART.",
            f"Nothing is written about {listed(bare)}." if bare else "",
            f"The event log is asked about {listed(logged)}." if logged else "",
            f"Something is missing in {listed(partly)}." if partly else "",
            stops(len(found), "rows"),
        )
    )
