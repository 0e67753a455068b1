"""The table that `purposebook list` prints."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from purposebook.checks.engine import check
from purposebook.checks.finding import COUNTED
from purposebook.checks.parts_done import parts_done
from purposebook.domain.slug import Slug
from purposebook.domain.workbook import Workbook
from purposebook.errors import DataFaults
from purposebook.storage.reading import read_workbook
from purposebook.storage.visibility import visibility_of
from purposebook.storage.workspace import Workspace

_HEADER = ("PRODUCT", "NAME", "PARTS DONE", "FINDINGS", "METRICS WITH DATA", "LAST REVIEW", "VISIBILITY")


def overview(workspace: Workspace, as_of: dt.date) -> str:
    """Return one aligned line per product; a product with faults says how many."""
    rows = [_HEADER, *(_row(workspace, slug, as_of) for slug in workspace.products())]
    return "\n".join(_aligned(rows)) if len(rows) > 1 else "No product yet: make one with 'purposebook new my-product'."


def _row(workspace: Workspace, slug: Slug, as_of: dt.date) -> tuple[str, ...]:
    """Return the cells of one product."""
    folder = workspace.folder(slug)
    visibility = visibility_of(folder) or "not to be read"
    try:
        book = read_workbook(folder)
    except DataFaults as broken:
        count = len(broken.faults)
        return (slug, "", "", f"{count} fault{'s' if count != 1 else ''}: purposebook check {slug}", "", "", visibility)
    done = parts_done(book)
    return (
        slug,
        book.product.name,
        f"{sum(done.values())} of {len(done)}",
        _findings(book, as_of),
        _metrics(book, as_of),
        max((one.date.isoformat() for one in book.reviews.held(as_of)), default="never"),
        visibility,
    )


def _findings(book: Workbook, as_of: dt.date) -> str:
    """Return the number of findings by severity."""
    checked = check(book, as_of)
    counts = [(words, len(checked.of(severity))) for severity, words in COUNTED.items()]
    return ", ".join(f"{count} {words[count != 1]}" for words, count in counts if count) or "none"


def _metrics(book: Workbook, as_of: dt.date) -> str:
    """Return how many of the metrics have an observation up to `as_of`."""
    observed = {row.metric for row in book.observations if row.date <= as_of}
    return f"{sum(metric.id in observed for metric in book.metrics.metrics)} of {len(book.metrics.metrics)}"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Yield each row with its cells padded to the widest of their column."""
    shown = [[cell if len(cell) <= 40 else cell[:39] + "…" for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in shown) for column in range(len(shown[0]))]
    for row in shown:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
