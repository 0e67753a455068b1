"""Make one product's pages from an order: run what is not known, stage, make, verify."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from purposebook.domain.results import FindingCounts
from purposebook.domain.workbook import Workbook
from purposebook.publishing.book import page_of, stage_book
from purposebook.publishing.chapters import notebook_of, run_chapter
from purposebook.publishing.gathering import gather_site
from purposebook.publishing.identity import Identity
from purposebook.publishing.inputs import names_read
from purposebook.publishing.order import ChapterResult, ChapterSource, Made, Order, SiteFile
from purposebook.publishing.pages import make_pages
from purposebook.publishing.portfolio_card import card_of
from purposebook.publishing.record import digest
from purposebook.publishing.shown_cells import put_into, taken_from
from purposebook.publishing.trimming import title_of, trimmed
from purposebook.publishing.verify import verify_pages
from purposebook.storage import disk, journal
from purposebook.storage.reading import read_workbook

DATA: Final = "data"
"""Where a chapter finds the products: the folder in which it runs holds this one and nothing else."""
Tell = Callable[[str, str], None]
"""Is told what was done, and to which chapter."""


@dataclass
class Making:
    """Follow one order through its steps."""

    order: Order
    folder: Path
    """An empty folder of our own."""
    tell: Tell
    make_pages: Callable[[Path, dt.date], Path] = make_pages
    ran: list[ChapterResult] = field(default_factory=list)
    """The chapters that ran to their end so far."""

    def made(self) -> Made:
        """Return the verified pages; raises `DataFaults` or `BuildFailed`."""
        order, place = self.order, self.folder / DATA / self.order.product
        disk.make_folder(place)
        for name, data in order.files.items():
            disk.jot(place / name, data)
        book = read_workbook(place)
        inputs = {name: digest(order.files[name]) for name in names_read(book) if name in order.files}
        shown = {chapter.name: self._shown(chapter) for chapter in order.book.chapters}
        site = self.folder / "site"
        titles, later = self._site(book, shown, site)
        card = card_of(book, order.as_of)
        card.write(site)
        self.tell("pages", "")
        return Made(
            product=order.product,
            files=tuple(_files(site, order.held)),
            inputs=inputs,
            cells={name: sum(cell["cell_type"] == "code" for cell in one["cells"]) for name, one in shown.items()},
            findings=FindingCounts(**card.findings),
            pages=len(titles),
            ran=tuple(self.ran),
            later=later,
        )

    def _shown(self, chapter: ChapterSource) -> dict[str, Any]:
        """Return a chapter with what its cells show: as it is known, or by running it."""
        source = notebook_of(chapter.name, chapter.data)
        if chapter.name not in self.order.known:
            self.tell("running", chapter.name)
            self.ran.append(self._run(chapter))
            self.tell("ran", chapter.name)
            return put_into(source, self.ran[-1].cells)
        return put_into(source, self.order.known[chapter.name])

    def _run(self, chapter: ChapterSource) -> ChapterResult:
        """Run a chapter and note what it read."""
        order, notes = self.order, self.folder / f"journal-{chapter.name}"
        disk.jot(notes, b"")  # a chapter that reads nothing has read all that it rests on
        os.environ[journal.VARIABLE] = str(notes)
        day = order.as_of.isoformat()
        parameters = {"product": order.product, "data_dir": DATA, "as_of": day, "mode": "published"}
        try:
            with contextlib.chdir(self.folder):
                notebook = run_chapter(chapter.name, chapter.data, parameters, order.limits, isolated=order.isolated)
        finally:
            os.environ.pop(journal.VARIABLE)
        found = journal.read_journal(notes)
        return ChapterResult(chapter.name, taken_from(notebook), dict(found.files), found.day, not found.torn)

    def _site(self, book: Workbook, shown: Mapping[str, Any], site: Path) -> tuple[Mapping[str, str], frozenset[str]]:
        """Make the pages, keep what they load, and verify them; return their titles, and what is still to be added."""
        order = self.order
        chapters = {name: trimmed(notebook, order.with_exercises) for name, notebook in shown.items()}
        product = book.product
        identity = Identity(product.name, order.as_of.isoformat(), product.language, product.visibility, portfolio=True)
        stage_book(self.folder / "book", order.book.config, chapters, identity)
        titles = {page_of(name): identity.title(title_of(notebook)) for name, notebook in chapters.items()}
        later = gather_site(self.make_pages(self.folder / "book", order.as_of), site, titles)
        written = b"\n".join(order.files.values()).decode("utf-8", "replace")
        secrets = [folder for folder in (*order.secrets, str(self.folder)) if folder not in written]
        verify_pages(site, titles | {"search": identity.title("Search")}, secrets)
        return titles, later


def _files(site: Path, held: frozenset[str]) -> Iterator[SiteFile]:
    """Yield every file of a site, without the bytes that are held already."""
    for path in sorted(site.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            name = digest(data)
            yield SiteFile(path.relative_to(site).as_posix(), name, None if name in held else data)
