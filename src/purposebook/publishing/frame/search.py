"""The search index: the plain text of every section, as data for a script that writes text and never HTML."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from sphinx.application import Sphinx

from purposebook.publishing.frame.context import chapter_pages
from purposebook.storage import disk

_SILENT: Final = frozenset({"script", "style", "svg", "template", "noscript"})
_HEADINGS: Final = frozenset({"h1", "h2"})
_VOID: Final = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


@dataclass
class Section:
    """Hold the text below one heading."""

    anchor: str
    title: str = ""
    words: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Return the text in one line."""
        return " ".join(" ".join(self.words).split())


class PageText(HTMLParser):
    """Collect the sections of a page's article."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections: list[Section] = []
        self._open: list[str] = []
        self._anchor = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Follow where in the page we are."""
        if tag in _VOID:
            return
        self._open.append(tag)
        if tag == "section":
            self._anchor = dict(attrs).get("id") or ""
        if tag in _HEADINGS and "article" in self._open:
            self.sections.append(Section(self._anchor))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element of that name."""
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees."""
        if "article" not in self._open or not self.sections or _SILENT & set(self._open):
            return
        section = self.sections[-1]
        if _HEADINGS & set(self._open):
            section.title += data.strip()
        else:
            section.words.append(data)


def sections_of(html: str) -> Iterator[Section]:
    """Yield the sections of a page."""
    reader = PageText()
    reader.feed(html)
    reader.close()
    yield from reader.sections


def write_index(app: Sphinx) -> None:
    """Write the index as a script, which a page opened from a disk may load where data may not be fetched."""
    out = Path(app.outdir)
    found = [entry for page in chapter_pages(app) for entry in _entries(page, out / f"{page}.html")]
    text = json.dumps(found, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    disk.write_text(out / "_static" / "search-index.js", f"window.purposebookIndex={text};\n")


def _entries(page: str, file: Path) -> Iterator[dict[str, str]]:
    """Yield what the search script needs of one page."""
    sections = list(sections_of(file.read_text(encoding="utf-8")))
    for section in sections:
        first = section is sections[0]
        href = f"{page}.html" + ("" if first else f"#{section.anchor}")
        yield {"page": sections[0].title, "title": "" if first else section.title, "href": href, "text": section.text()}
