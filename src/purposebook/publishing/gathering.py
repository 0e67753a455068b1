"""Pick a book's pages and only what they load out of what Jupyter Book made."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from purposebook.errors import BuildFailed

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
_PAGES: Final = 32
"""More than a product has: its pages are read for the search index, for what they load, and to be verified."""
LATER: Final = frozenset({"_static/vega.js"})
"""What every site has the same and a staged book has not: whoever publishes adds it."""


@lru_cache(maxsize=_PAGES)
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


def local_addresses(html: str) -> tuple[str, ...]:
    """Return the site's own files that a page loads."""
    parts = (urlsplit(address) for address in loads(html))
    return tuple(unquote(part.path) for part in parts if not part.scheme and not part.netloc)


def gathered(made: Path, pages: Iterable[str]) -> tuple[dict[str, bytes], frozenset[str]]:
    """Return `pages` (names without `.html`) of `made` with what they load, by their names, and what is `LATER`."""
    files = [f"{page}.html" for page in (*pages, "search")]
    needed = {*files, *(asset for file in files for asset in _assets(made, file))}
    found = {}
    for name in sorted(needed - LATER):
        if not (made / name).is_file() or not (made / name).resolve().is_relative_to(made.resolve()):
            raise missing(name)
        found[name] = (made / name).read_bytes()
    return found, LATER & needed


def missing(name: str) -> BuildFailed:
    """Say that a page loads a file that is not there."""
    return BuildFailed(f"'{name}' is no file of the book: look for it in the chapters of _toc.yml.")


def _assets(made: Path, page: str) -> tuple[str, ...]:
    """Return the site's own files that a page loads."""
    file = made / page
    return local_addresses(file.read_text(encoding="utf-8")) if file.is_file() else ()
