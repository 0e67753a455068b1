"""Turn ids into the words of the things that they name, with a link to where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from purposebook.domain.references import HOME, declared_in
from purposebook.domain.workbook import Workbook
from purposebook.notebook.wording import shortened

CHAPTER_OF: Final = {
    "product": "report",
    "mission": "mission",
    "objectives": "objectives",
    "personas": "personas",
    "evidence": "personas",
    "metrics": "metrics",
    "observations": "metrics",
    "answers": "metrics",
    "strategy": "strategy",
    "opportunities": "opportunities",
    "work": "opportunities",
    "experiments": "experiments",
    "responsibility": "responsibility",
    "culture": "culture",
    "reviews": "review",
}
"""The chapter that works on each part."""


@dataclass(frozen=True)
class Label:
    """Name one item as a reader sees it."""

    id: str
    text: str
    kind: str
    href: str = ""
    """Relative address of its card; empty where no page links to pages."""
    missing: bool = False
    """True when nobody wrote the item yet."""
    gone: bool = False
    """True when it was written once, and is no longer."""


class Labels:
    """Know the label of every id of a workbook."""

    def __init__(self, book: Workbook, *, linked: bool = True) -> None:
        self._linked = linked
        self._book = book
        self._parts: dict[str, dict[tuple[str, str], str]] = {}

    def _text(self, kind: str, id: str) -> str | None:
        """Return the first text of an item, or nothing when nobody wrote it; only the part of its kind is read."""
        part = HOME[kind]
        if part not in self._parts:
            items = reversed(tuple(declared_in(self._book, part)))
            self._parts[part] = {(item.kind, item.id): item.label for item in items}
        return self._parts[part].get((kind, id))

    def one(self, id: str, *kinds: str) -> Label:
        """Return the label of `id` among `kinds`, marked when nobody wrote it."""
        for kind in kinds:
            text = self._text(kind, id)
            if text is not None:
                return Label(id, shortened(text, 72), kind, self.href(kind, id))
        return Label(id, id, kinds[0], missing=True)

    def all(self, ids: Iterable[str], *kinds: str) -> tuple[Label, ...]:
        """Return the labels of `ids` in their order."""
        return tuple(self.one(id, *kinds) for id in ids)

    def knows(self, id: str, *kinds: str) -> bool:
        """Tell whether somebody wrote `id` as one of `kinds`."""
        return any(self._text(kind, id) is not None for kind in kinds)

    def about(self, where: str) -> Label | None:
        """Return the label of the item at `part/id[/field]`, or nothing where no item stands there."""
        part, _, rest = where.partition("/")
        id, home = rest.partition("/")[0], "metrics" if part in {"observations", "answers"} else part
        kind = next((kind for kind in HOME if HOME[kind] == home and self.knows(id, kind)), None)
        return self.one(id, kind) if kind else None

    def href(self, kind: str, id: str) -> str:
        """Return the address of an item's card."""
        return self.page(CHAPTER_OF[HOME[kind]], anchor(kind, id))

    def page(self, chapter: str, fragment: str = "") -> str:
        """Return the address of a chapter's page; the report is the site's first page."""
        if not self._linked or not chapter:
            return ""
        name = "index" if chapter == "report" else chapter
        return f"{name}.html#{fragment}" if fragment else f"{name}.html"


class ReviewLabels(Labels):
    """Know the labels of ids as they were on the day of a review: what is gone since is named, not missing."""

    def __init__(self, book: Workbook, review: str, *, linked: bool = True) -> None:
        super().__init__(book, linked=linked)
        frozen = book.frozen.get(review)
        self._metrics = {metric.id: metric for metric in (frozen or book.metrics).metrics}

    def one(self, id: str, *kinds: str) -> Label:
        """Return the label of `id` as that day knew it, with a link to what it is now."""
        now = super().one(id, *kinds)
        then = self._metrics.get(id) if "metric" in kinds else None
        if then is not None:
            return replace(now, text=shortened(then.name, 72), missing=False)
        return replace(now, missing=False, gone=now.missing)

    def unit(self, metric: str) -> str:
        """Return the unit in which a metric was measured on that day; after a rename, that of today."""
        found = self._metrics.get(metric) or self._book.metrics.metric(metric)
        return found.unit if found else ""


def anchor(kind: str, id: str) -> str:
    """Name the place of an item's card on its page."""
    return f"{kind.replace(' ', '-')}-{id}"
