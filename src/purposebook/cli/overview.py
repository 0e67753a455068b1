"""What `purposebook list` prints."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from purposebook.checks.engine import check
from purposebook.checks.finding import COUNTED
from purposebook.checks.parts_done import parts_done
from purposebook.domain.result_build import FindingCounts
from purposebook.domain.result_commands import ListedProduct, ListResult
from purposebook.domain.slug import Slug
from purposebook.errors import DataFaults
from purposebook.storage.reading import read_workbook
from purposebook.storage.visibility import visibility_of
from purposebook.storage.workspace import Workspace

_HEADER = ("PRODUCT", "NAME", "PARTS DONE", "FINDINGS", "METRICS WITH DATA", "LAST REVIEW", "VISIBILITY")


def overview(workspace: Workspace, as_of: dt.date) -> ListResult:
    """Return how far each product is."""
    return ListResult(as_of=as_of, products=tuple(_listed(workspace, slug, as_of) for slug in workspace.products()))


def as_text(found: ListResult) -> str:
    """Return one aligned line per product; a product with faults says how many."""
    rows = [_HEADER, *map(_row, found.products)]
    return "\n".join(_aligned(rows)) if len(rows) > 1 else "No product yet: make one with 'purposebook new my-product'."


def _listed(workspace: Workspace, slug: Slug, as_of: dt.date) -> ListedProduct:
    """Read one product and say how far it is."""
    folder = workspace.folder(slug)
    visibility = visibility_of(folder)
    try:
        book = read_workbook(folder)
    except DataFaults as broken:
        nothing = dict.fromkeys(ListedProduct.model_fields)
        return ListedProduct.model_validate(
            {**nothing, "product": slug, "visibility": visibility, "faults": len(broken.faults)}
        )
    done, checked = parts_done(book), check(book, as_of)
    observed = {row.metric for row in book.observations if row.date <= as_of}
    return ListedProduct(
        product=slug,
        name=book.product.name,
        visibility=visibility,
        faults=0,
        parts_done=sum(done.values()),
        parts=len(done),
        findings=FindingCounts.model_validate({severity: len(checked.of(severity)) for severity in COUNTED}),
        metrics=len(book.metrics.metrics),
        metrics_with_data=sum(metric.id in observed for metric in book.metrics.metrics),
        last_review=max((one.date for one in book.reviews.held(as_of)), default=None),
    )


def _row(one: ListedProduct) -> tuple[str, ...]:
    """Return the cells of one product."""
    visibility = one.visibility or "not to be read"
    if one.findings is None:
        told = f"{one.faults} fault{'s' if one.faults != 1 else ''}: purposebook check {one.product}"
        return (one.product, "", "", told, "", "", visibility)
    counts = [(words, getattr(one.findings, severity)) for severity, words in COUNTED.items()]
    return (
        one.product,
        one.name or "",
        f"{one.parts_done} of {one.parts}",
        ", ".join(f"{count} {words[count != 1]}" for words, count in counts if count) or "none",
        f"{one.metrics_with_data} of {one.metrics}",
        one.last_review.isoformat() if one.last_review else "never",
        visibility,
    )


def _aligned(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Yield each row with its cells padded to the widest of their column."""
    shown = [[cell if len(cell) <= 40 else cell[:39] + "…" for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in shown) for column in range(len(shown[0]))]
    for row in shown:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
