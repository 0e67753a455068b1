"""The search index: the plain text of every section, as data for a script that writes text and never HTML."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from purposebook.publishing.gathering import parsed

_SILENT: Final = frozenset({"script", "style", "svg", "template", "noscript"})
_HEADINGS: Final = frozenset({"h1", "h2"})


@dataclass
class Section:
    """Hold the text below one heading."""

    anchor: str
    title: str = ""
    words: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Return the text in one line."""
        return " ".join(" ".join(self.words).split())


def sections_of(html: str) -> Iterator[Section]:
    """Yield the sections of a page's article; what stands before the first heading belongs to none."""
    article = next(parsed(html).iter("article"), None)
    found: list[Section] = []
    if article is not None:
        _read(article, "", found, in_heading=False)
    yield from found


def _read(element: etree._Element, anchor: str, found: list[Section], *, in_heading: bool) -> None:
    """Add what a reader sees of an element to the sections found so far."""
    if element.tag == "section":
        anchor = element.get("id") or ""
    if element.tag in _HEADINGS:
        found.append(Section(anchor))
        in_heading = True
    _keep(element.text, found, in_heading)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SILENT:
            _read(child, anchor, found, in_heading=in_heading)
        _keep(child.tail, found, in_heading)


def _keep(text: str | None, found: list[Section], in_heading: bool) -> None:
    """Add a text to the title or to the words of the newest section."""
    if not text or not found:
        return
    if in_heading:
        found[-1].title += text.strip()
    else:
        found[-1].words.append(text)


def index_of(pages: Mapping[str, str]) -> bytes:
    """Return the index over pages (name -> HTML) as a script, which a page opened from a disk may load."""
    found = [entry for page, html in pages.items() for entry in _entries(page, html)]
    text = json.dumps(found, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return f"window.purposebookIndex={text};\n".encode()


def _entries(page: str, html: str) -> Iterator[dict[str, str]]:
    """Yield what the search script needs of one page."""
    sections = list(sections_of(html))
    for section in sections:
        first = section is sections[0]
        href = f"{page}.html" + ("" if first else f"#{section.anchor}")
        yield {"page": sections[0].title, "title": "" if first else section.title, "href": href, "text": section.text()}
