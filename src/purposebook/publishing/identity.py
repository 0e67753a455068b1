"""Who a book is about: the few texts that its frame needs, handed to Sphinx as data and never as source."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final, Self

FILE_NAME: Final = "purposebook-site.json"
FRONT_CHAPTER: Final = "report"
"""The chapter that becomes `index.html`."""

NAME_MARK: Final = "\ue000purposebook-name\ue001"
"""Stands for the product's name while pages are made that several products share."""


@dataclass(frozen=True)
class Identity:
    """Name the product that a book is about; the defaults are the workbook itself, before any product."""

    name: str = ""
    as_of: str = ""
    language: str = ""
    visibility: str = "public"
    portfolio: bool = False
    """True when the page over all products stands one folder above."""

    @classmethod
    def read(cls, book: Path) -> Self:
        """Return what the staged book at `book` says, or the defaults for a plain `jupyter-book build`."""
        file = book / FILE_NAME
        return cls(**json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else cls()

    def as_json(self) -> str:
        """Return the file's content."""
        return json.dumps(asdict(self), ensure_ascii=True, indent=1)

    def nameless(self) -> Self:
        """Return the same with a mark in the place of the name, if there is one."""
        return replace(self, name=NAME_MARK) if self.name else self

    def title(self, page: str) -> str:
        """Return what a browser's tab shows: `Mission · CourseCraft`."""
        return f"{page} · {self.name or 'Purposebook'}"
