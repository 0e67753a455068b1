"""Turn ids into the words of the things that they name, with a link to where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from purposebook.domain.references import declared
from purposebook.domain.workbook import Workbook
from purposebook.notebook.wording import shortened

PAGES: Final = {
    "clause": "mission",
    "alternative": "mission",
    "objective": "objectives",
    "segment": "personas",
    "persona": "personas",
    "need": "personas",
    "stakeholder": "personas",
    "evidence": "personas",
    "metric": "metrics",
}
"""The chapter on whose page each kind of item stands."""


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


class Labels:
    """Know the label of every id of a workbook."""

    def __init__(self, book: Workbook, *, linked: bool = True) -> None:
        self._linked = linked
        self._known = {(item.kind, item.id): item.label for item in reversed(tuple(declared(book)))}

    def one(self, id: str, *kinds: str) -> Label:
        """Return the label of `id` among `kinds`, marked when nobody wrote it."""
        kind = next((kind for kind in kinds if (kind, id) in self._known), None)
        if kind is None:
            return Label(id, id, kinds[0], missing=True)
        return Label(id, shortened(self._known[kind, id], 72), kind, self.href(kind, id))

    def all(self, ids: Iterable[str], *kinds: str) -> tuple[Label, ...]:
        """Return the labels of `ids` in their order."""
        return tuple(self.one(id, *kinds) for id in ids)

    def knows(self, id: str, *kinds: str) -> bool:
        """Tell whether somebody wrote `id` as one of `kinds`."""
        return any((kind, id) in self._known for kind in kinds)

    def href(self, kind: str, id: str) -> str:
        """Return the address of an item's card."""
        return self.page(PAGES[kind], anchor(kind, id))

    def page(self, chapter: str, fragment: str = "") -> str:
        """Return the address of a chapter's page; the report is the site's first page."""
        if not self._linked or not chapter:
            return ""
        name = "index" if chapter == "report" else chapter
        return f"{name}.html#{fragment}" if fragment else f"{name}.html"


def anchor(kind: str, id: str) -> str:
    """Name the place of an item's card on its page."""
    return f"{kind}-{id}"
