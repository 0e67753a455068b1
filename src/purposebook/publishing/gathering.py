"""Copy a book's pages and only what they load into a clean folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

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


class Loads(HTMLParser):
    """Collect the addresses that a page loads by itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the address of an element that loads one."""
        address = dict(attrs).get(LOADING.get(tag, ""))
        if address:
            self.addresses.append(address)


def loads(html: str) -> tuple[str, ...]:
    """Return every address that a page loads by itself, as written."""
    reader = Loads()
    reader.feed(html)
    reader.close()
    return tuple(reader.addresses)


def gather_site(made: Path, site: Path, pages: Iterable[str]) -> None:
    """Copy `pages` (names without `.html`) from `made` to `site`, with their style sheets, scripts and pictures."""
    disk.make_folder(site)
    files = [f"{page}.html" for page in (*pages, "search")]
    needed = sorted({*files, *(asset for file in files for asset in _assets(made, file))})
    for name in needed:
        if not (made / name).is_file() or not (made / name).resolve().is_relative_to(made.resolve()):
            raise BuildFailed(f"'{name}' is no file of the book: look for it in the chapters of _toc.yml.")
        disk.make_folder((site / name).parent)
        disk.copy_file(made / name, site / name)


def _assets(made: Path, page: str) -> Iterator[str]:
    """Yield the site's own files that a page loads."""
    file = made / page
    html = file.read_text(encoding="utf-8") if file.is_file() else ""
    for address in loads(html):
        parts = urlsplit(address)
        if not parts.scheme and not parts.netloc:
            yield unquote(parts.path)
