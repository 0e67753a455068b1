"""Copy a book's pages and only what they load into a clean folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from purposebook.errors import BuildFailed
from purposebook.storage import disk

LOADING: Final = {
    "script": "src",
    "img": "src",
    "link": "href",
    "source": "src",
    "iframe": "src",
    "embed": "src",
    "object": "data",
    "audio": "src",
    "video": "src",
}
"""Elements that load something by themselves, with the attribute that says what."""
LATER: Final = frozenset({"_static/vega.js"})
"""What every site has the same and a staged book has not: whoever publishes adds it."""


@lru_cache(maxsize=8)
def parsed(html: str) -> etree._Element:
    """Return a page as a tree that nobody may change; a browser would build the same from what our templates write."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    found = etree.fromstring(html.encode(), parser) if html.strip() else None
    return etree.Element("html") if found is None else found


def loads(html: str) -> tuple[str, ...]:
    """Return every address that a page loads by itself, as written."""
    return addresses(parsed(html))


def addresses(page: etree._Element) -> tuple[str, ...]:
    """Return every address that a parsed page loads by itself, as written."""
    found = (element.get(LOADING[element.tag]) for element in page.iter(*LOADING))
    return tuple(address for address in found if address)


def gather_site(made: Path, site: Path, pages: Iterable[str]) -> frozenset[str]:
    """Copy `pages` (names without `.html`) from `made` to `site`, with what they load; return what is added `LATER`."""
    disk.make_folder(site)
    files = [f"{page}.html" for page in (*pages, "search")]
    needed = sorted({*files, *(asset for file in files for asset in _assets(made, file))})
    for name in needed:
        if name in LATER:
            continue
        if not (made / name).is_file() or not (made / name).resolve().is_relative_to(made.resolve()):
            raise BuildFailed(f"'{name}' is no file of the book: look for it in the chapters of _toc.yml.")
        disk.make_folder((site / name).parent)
        disk.jot(site / name, (made / name).read_bytes())
    return LATER & set(needed)


def _assets(made: Path, page: str) -> Iterator[str]:
    """Yield the site's own files that a page loads."""
    file = made / page
    html = file.read_text(encoding="utf-8") if file.is_file() else ""
    for address in loads(html):
        parts = urlsplit(address)
        if not parts.scheme and not parts.netloc:
            yield unquote(parts.path)
