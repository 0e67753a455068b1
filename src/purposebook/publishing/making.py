"""Make one product's pages from an order: run what is not known, stage, make, verify."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from purposebook.domain.result_build import FindingCounts
from purposebook.domain.variables import JOURNAL, PICTURES, SPILL
from purposebook.domain.workbook import Workbook
from purposebook.notebook.pictures import know, noted, packed, unpacked
from purposebook.publishing.book import FRONT_PAGE, page_of, stage_book
from purposebook.publishing.chapters import notebook_of, run_chapter
from purposebook.publishing.frame.licences import LICENCES, licences
from purposebook.publishing.gathering import gathered
from purposebook.publishing.identity import FRONT_CHAPTER, Identity
from purposebook.publishing.inputs import names_read
from purposebook.publishing.limits import ProductShare
from purposebook.publishing.logs import Laid
from purposebook.publishing.order import ChapterResult, ChapterSource, Made, Order, SiteFile, Skeleton
from purposebook.publishing.pages import make_pages
from purposebook.publishing.portfolio_card import FILE_NAME as CARD
from purposebook.publishing.portfolio_card import card_of
from purposebook.publishing.record import digest
from purposebook.publishing.shown_cells import put_into, taken_from
from purposebook.publishing.skeleton import Shelf, check_loaded, filled, key_of, lifted
from purposebook.publishing.trimming import title_of, trimmed
from purposebook.publishing.verify import verify_pages
from purposebook.publishing.warm.together import Together
from purposebook.publishing.warm.usage import disk as used_disk
from purposebook.storage import disk, journal
from purposebook.storage.reading import parts_to_pack, read_workbook, take_parts

DATA: Final = "data"
"""Where a chapter finds the products: the folder in which it runs holds this one and nothing else."""
_PICTURES: Final = "pictures"
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
    shelf: Shelf | None = None
    """Pages of other products, where there are any."""
    ran: list[ChapterResult] = field(default_factory=list)
    """The chapters that ran to their end so far."""
    logs: Laid = field(init=False)
    """The event logs, where chapters find them."""
    skeleton: Skeleton = field(init=False)
    """The pages before they are filled."""
    share: ProductShare = field(init=False)
    """What chapters may take together."""
    sources: Mapping[str, Any] = field(init=False)
    """The notebooks of chapters, as they stand in the book."""

    def made(self) -> Made:
        """Return the verified pages; raises `DataFaults` or `BuildFailed`."""
        order, place = self.order, self.folder / DATA / self.order.product
        book = self._book(place)
        inputs = self._inputs(book)
        self.sources = {one.name: notebook_of(one.name, one.data, order.sound) for one in order.book.chapters}
        older = unpacked(order.pictures) if order.pictures else {}
        know({} if order.isolated else older)
        card = card_of(book, order.as_of)  # first: chapters find the rules read, which takes as long as using them
        cells = {**order.known, **self._run_unknown()}
        shown = {name: put_into(source, cells[name]) for name, source in self.sources.items()}
        titles, files = self._site(book, shown)
        files |= {CARD: card.as_bytes(), LICENCES: licences()}
        used = noted(self.folder / _PICTURES)
        self.logs.refuse_changed()
        self.tell("pages", "")
        return Made(
            product=order.product,
            files=tuple(_files(files, order.held)),
            inputs=inputs,
            cells={name: sum(cell["cell_type"] == "code" for cell in one["cells"]) for name, one in shown.items()},
            findings=FindingCounts(**card.findings),
            pages=len(titles),
            ran=tuple(self.ran),
            later=self.skeleton.later,
            pictures=packed(used, older) if used.keys() - older.keys() else None,
            parts=parts_to_pack(place),
            skeleton=None if self.skeleton is order.skeleton else self.skeleton,
            visibility=book.product.visibility,
        )

    def _book(self, place: Path) -> Workbook:
        """Put the product's files where chapters find them, and read them."""
        disk.make_folder(place)
        for name, data in self.order.files.items():
            disk.make_folder((place / name).parent)
            disk.jot(place / name, data)
        self.logs = Laid.out(self.order.logs, place)
        take_parts(self.order.parts)
        return read_workbook(place)

    def _inputs(self, book: Workbook) -> dict[str, str]:
        """Return the hash of each file that the product is read from."""
        files, logs = self.order.files, self.order.logs
        found = {name: digest(files[name]) for name in names_read(book) if name in files}
        return found | {name: logs[name].sha256 for name in names_read(book) if name in logs}

    def _run_unknown(self) -> dict[str, bytes]:
        """Run every chapter that is not known and return what its cells show; raises what the first failure was."""
        order = self.order
        until = time.monotonic() + order.limits.product_seconds
        self.share = ProductShare(self.folder, used_disk([self.folder]) or 0, until)
        longest_first = sorted(order.book.chapters, key=lambda one: (one.name != FRONT_CHAPTER, -len(one.data)))
        missing = {chapter.name: chapter for chapter in longest_first if chapter.name not in order.known}
        together = Together(
            lambda name: self._run(missing[name]),
            order.together,
            lambda name: self.tell("running", name),
            lambda name: self.tell("ran", name),
        )
        found = together.results(tuple(missing))
        self.ran += [found[name] for name in missing if isinstance(found.get(name), ChapterResult)]
        for name in missing:
            if isinstance(found.get(name), Exception):
                raise found[name]
        return {one.chapter: one.cells for one in self.ran}

    def _run(self, chapter: ChapterSource) -> ChapterResult:
        """Run a chapter and note what it read."""
        order, notes = self.order, self.folder / f"journal-{chapter.name}"
        disk.jot(notes, b"")  # a chapter that reads nothing has read all that it rests on
        own = {JOURNAL: str(notes), PICTURES: str(self.folder / _PICTURES), SPILL: str(self.folder)}
        os.environ |= own
        day = order.as_of.isoformat()
        parameters = {"product": order.product, "data_dir": DATA, "as_of": day, "mode": "published"}
        try:
            with contextlib.chdir(self.folder):
                source = self.sources[chapter.name]
                notebook = run_chapter(
                    chapter.name, source, parameters, order.limits, isolated=order.isolated, share=self.share
                )
        finally:
            for name in own:
                os.environ.pop(name)
        found = journal.read_journal(notes)
        rests = not found.torn and not self.logs.changed()
        return ChapterResult(chapter.name, taken_from(notebook), dict(found.files), found.day, rests)

    def _site(self, book: Workbook, shown: Mapping[str, Any]) -> tuple[Mapping[str, str], dict[str, bytes]]:
        """Return the titles of the pages, and all files of the site, verified."""
        order, product = self.order, book.product
        chapters = {name: trimmed(notebook, order.with_exercises) for name, notebook in shown.items()}
        identity = Identity(product.name, order.as_of.isoformat(), product.language, product.visibility, portfolio=True)
        titles = {page_of(name): identity.title(title_of(notebook)) for name, notebook in chapters.items()}
        marked, outputs = lifted(chapters)
        self.skeleton = self._skeleton(marked, identity.nameless(), titles)
        files = filled(self.skeleton, product.name, outputs, sorted(titles, key=lambda page: page != FRONT_PAGE))
        written = b"\n".join(order.files.values()).decode("utf-8", "replace")
        secrets = [folder for folder in (*order.secrets, str(self.folder)) if folder not in written]
        verify_pages(files, titles | {"search": identity.title("Search")}, secrets, shown)
        check_loaded(files, self.skeleton.later)
        return titles, files

    def _skeleton(self, marked: Mapping[str, Any], identity: Identity, pages: Iterable[str]) -> Skeleton:
        """Return pages to be filled: of an earlier build or another product, or as Jupyter Book makes them now."""
        order, staged = self.order, self.folder / "book"
        stage_book(staged, order.settings, marked, identity)
        key = key_of(staged, order.as_of)
        if order.skeleton is not None and order.skeleton.key == key:
            return order.skeleton
        found = self.shelf.get(key) if self.shelf is not None else None
        if found is None:
            found = Skeleton(key, *gathered(self.make_pages(staged, order.as_of), pages))
            if self.shelf is not None:
                self.shelf.put(found)
        return found


def _files(files: Mapping[str, bytes], held: frozenset[str]) -> Iterator[SiteFile]:
    """Yield every file of a site, without the bytes that are held already."""
    for name, data in sorted(files.items()):
        hash = digest(data)
        yield SiteFile(name, hash, None if hash in held else data)
