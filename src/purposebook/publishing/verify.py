"""Believe nothing about a site that was not read back from its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any, Final

from lxml import etree

from purposebook.errors import BuildFailed
from purposebook.publishing.audit import active, active_in
from purposebook.publishing.book import page_of
from purposebook.publishing.frame.assets import INDEX_FILE
from purposebook.publishing.frame.policy import CONTENT_SECURITY_POLICY
from purposebook.publishing.gathering import parsed
from purposebook.publishing.record import FILE_NAME, files_of, read_record
from purposebook.publishing.trimming import html_of
from purposebook.storage.texts import shown

_AGAIN: Final = "build again."
_REFUSED: Final = (
    "which may run, load or redirect something: take it out. Show text, tables and pictures, and link with <a href>."
)
_FAILURE_MARKS: Final = frozenset({"traceback", "stderr", "papermill-error-cell", "system-message", "problematic"})
"""Classes and ids that the tools give to what went wrong; texts are escaped and cannot forge them."""
_CLASSES: Final = etree.XPath("//@class", smart_strings=False)
_IDS: Final = etree.XPath("//@id", smart_strings=False)


def check_site(site: Path) -> tuple[str, ...]:
    """Return one sentence for each way in which a published site differs from its build.json."""
    record = read_record(site)
    if record is None:
        return (f"{FILE_NAME} is missing or was changed: publish the product again.",)
    expected = {page.file: page.sha256 for page in record.pages}
    found = {page.file: page.sha256 for page in files_of(site)}
    links = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_symlink())
    return (
        *(f"{name} is missing." for name in sorted(set(expected) - set(found))),
        *(f"{name} was changed." for name in sorted(set(expected) & set(found)) if expected[name] != found[name]),
        *(f"{name} was added." for name in sorted({*found, *links} - set(expected))),
    )


def check_portfolio(out: Path) -> tuple[str, ...]:
    """Return one sentence for each way in which the portfolio of `out` differs from the sites that stand there."""
    page = out / "index.html"
    if not page.is_file():
        return (f"index.html is missing: {_AGAIN}",)
    items = parsed(page.read_text(encoding="utf-8")).iter("li")
    shown = {item.get("id"): item.get("data-seal") for item in items if item.get("data-seal")}
    records = {folder.name: read_record(folder) for folder in out.iterdir() if folder.is_dir()}
    there = {name: record.seal for name, record in records.items() if record}
    return (
        *(f"index.html does not show {name}: {_AGAIN}" for name in sorted(there.keys() - shown.keys())),
        *(f"index.html shows {name}, which is not there: {_AGAIN}" for name in sorted(shown.keys() - there.keys())),
        *(
            f"index.html shows another state of {name} than its site: {_AGAIN}"
            for name in sorted(shown.keys() & there.keys())
            if shown[name] != there[name]
        ),
    )


@dataclass(frozen=True)
class PageFacts:
    """Hold what a page must prove."""

    title: str
    policies: tuple[str, ...]
    marks: frozenset[str]
    """What is a sign of failure among its classes and ids."""


def facts_of(html: str) -> PageFacts:
    """Read a page."""
    page = parsed(html)
    title = next(page.iter("title"), None)
    words = {word for text in dict.fromkeys(_CLASSES(page)) for word in text.split()}
    metas = (meta for meta in page.iter("meta") if (meta.get("http-equiv") or "").lower() == "content-security-policy")
    return PageFacts(
        title=str(title.text or "") if title is not None else "",
        policies=tuple(meta.get("content") or "" for meta in metas),
        marks=frozenset((words | set(_IDS(page))) & _FAILURE_MARKS),
    )


def verify_pages(
    files: Mapping[str, bytes],
    titles: Mapping[str, str],
    secrets: Iterable[str],
    chapters: Mapping[str, Mapping[str, Any]],
) -> None:
    """Raise `BuildFailed` unless every page of `titles` is there, whole and strict, and tells none of `secrets`.

    The `chapters`, by their names, tell which cell shows what is refused.
    """
    html = {name: data.decode("utf-8") for name, data in files.items() if name.endswith(".html")}
    for page, title in titles.items():
        if f"{page}.html" not in html:
            raise BuildFailed(f"the page '{page}' was not made: check the chapter of that name in _toc.yml.")
        for wrong in _wrongs(html[f"{page}.html"], title):
            raise BuildFailed(f"the page '{page}' {wrong}.")
        for found in active(parsed(html[f"{page}.html"]), html[f"{page}.html"]):
            raise BuildFailed(f"{_place(page, chapters)} shows {shown(found)}, {_REFUSED}")
    for name, text in {**html, INDEX_FILE: files[INDEX_FILE].decode("utf-8")}.items():
        told = unescape(text)
        if any(secret in told for secret in secrets):
            raise BuildFailed(f"{name} names a folder of this machine: take it out of the chapter that shows it.")


def _wrongs(html: str, title: str) -> Iterator[str]:
    """Yield what is wrong with a page, each as the end of a sentence."""
    facts = facts_of(html)
    if facts.title != title:
        yield "has another title than its chapter: start the chapter's first cell with one line '# Title'"
    if facts.policies != (CONTENT_SECURITY_POLICY,):
        yield "does not carry our Content-Security-Policy: use the page template of templates/report/pages"
    if facts.marks:
        yield "shows a failure: run the chapter in JupyterLab to see why"


def _place(page: str, chapters: Mapping[str, Mapping[str, Any]]) -> str:
    """Name the cell that shows something active, or the page if it is no cell's HTML alone."""
    for name, notebook in chapters.items():
        for number, cell in enumerate(notebook["cells"] if page_of(name) == page else (), start=1):
            if any(active_in(html_of(one)) for one in cell.get("outputs", ()) if "text/html" in one.get("data", {})):
                return f"cell {number} of chapter '{name}'"
    return f"the page '{page}'"
