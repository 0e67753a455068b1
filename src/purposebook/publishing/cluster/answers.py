"""Check an answer of the cluster against its order; nothing that a worker can write ends more than one product."""

from __future__ import annotations

import datetime as dt
import re
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, TypeAdapter

from purposebook.domain.product import Product
from purposebook.errors import BuildFailed, Fault
from purposebook.notebook.wording import SHAPES
from purposebook.publishing.book import FRONT_PAGE, page_of
from purposebook.publishing.chapters import notebook_of
from purposebook.publishing.cluster.messages import read_answer
from purposebook.publishing.frame.assets import INDEX_FILE, PYGMENTS, static_files
from purposebook.publishing.frame.index import index_of
from purposebook.publishing.gathering import LATER, local_addresses
from purposebook.publishing.identity import Identity
from purposebook.publishing.order import ChapterResult, Made, NotMade, Order, Outcome, SiteFile
from purposebook.publishing.portfolio_card import FILE_NAME as CARD
from purposebook.publishing.portfolio_card import Card
from purposebook.publishing.record import digest
from purposebook.publishing.shown_cells import put_into
from purposebook.publishing.trimming import title_of, trimmed
from purposebook.publishing.verify import verify_pages
from purposebook.storage.files import decoded
from purposebook.storage.reading import parsed
from purposebook.storage.visibility import FILE as PRODUCT

_REFUSED: Final = "a worker of the cluster answered with what cannot be published"
_UNREADABLE: Final = "it is not as an answer is written"
_IMAGE: Final = re.compile(r"_images/[0-9a-f]{64}\.(?:png|jpe?g)")
_IMAGE_BYTES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_STYLE_THAT_LOADS: Final = re.compile(rb"[@\\]|url\s*\(|expression", re.IGNORECASE)
"""What a style sheet needs to load something, or to hide that it does."""
_READ: Final = 10_000
_NAME: Final = 1_000
"""Files that a chapter may have read, and signs of a name: more than any has, and they are remembered."""
_WORDS: Final = 4_000
"""The longest message of a worker that is shown."""


class _Cell(BaseModel):
    """Hold what one code cell showed, and nothing that could take the place of its source."""

    model_config = ConfigDict(strict=True, extra="forbid")
    outputs: list[dict[str, Any]]
    execution_count: int | None


_CELLS: Final = TypeAdapter(list[_Cell])
_CARD: Final = TypeAdapter(Card)


def received(data: bytes, order: Order) -> Outcome:
    """Return what an answer says, found to be right; else say that it was refused, and why."""
    try:
        return _checked(read_answer(data), order)
    except BuildFailed as error:
        return NotMade(order.product, f"{_REFUSED}: {error}")
    except Exception:  # noqa: BLE001 - a stranger wrote it: whatever breaks on it must not touch the next product
        why = f"{_REFUSED}: {_UNREADABLE}; see what runs on that machine"
        return NotMade(order.product, why, trace=_plain(traceback.format_exc()))


def held(order: Order) -> Order:
    """Return an order that says which files no worker needs to send: those that are the same for every site."""
    return replace(order, held=frozenset(digest(data) for data in static_files().values()))


def _checked(outcome: Outcome, order: Order) -> Outcome:
    """Return an outcome that fits its order, with the bytes of all its files; raise if it does not fit."""
    ran = [one.chapter for one in outcome.ran]
    unknown = {chapter.name for chapter in order.book.chapters} - set(order.known)
    _demand(outcome.product == order.product, "it is about another product")
    _demand(len(ran) == len(set(ran)) and set(ran) <= unknown, "it tells of chapters that were not to run")
    for one in outcome.ran:
        _demand(len(one.files) <= _READ and max(map(len, one.files), default=0) <= _NAME, "it read too many files")
        _CELLS.validate_json(one.cells)
    if isinstance(outcome, NotMade):
        faults = tuple(_plain_fault(one) for one in outcome.faults)
        return replace(outcome, message=_plain(outcome.message), faults=faults, trace=_plain(outcome.trace))
    _demand(set(ran) == unknown, "it tells nothing of some chapters")
    return _Answer(outcome, order, _chapters(outcome.ran, order)).checked()


def _chapters(ran: tuple[ChapterResult, ...], order: Order) -> dict[str, dict[str, Any]]:
    """Return the chapters with what their cells showed."""
    cells = {**order.known, **{one.chapter: one.cells for one in ran}}
    sources = {one.name: notebook_of(one.name, one.data, order.sound) for one in order.book.chapters}
    return {name: put_into(source, cells[name]) for name, source in sources.items()}


@dataclass(frozen=True)
class _Answer:
    """Hold an answer beside its order."""

    made: Made
    order: Order
    shown: Mapping[str, dict[str, Any]]
    """The chapters with what their cells showed."""

    def checked(self) -> Made:
        """Return the answer with the bytes of all its files; raise `BuildFailed` unless all is as it must be."""
        made, product = self.made, self._product()
        chapters = {name: trimmed(notebook, self.order.with_exercises) for name, notebook in self.shown.items()}
        identity = Identity(product.name, self.order.as_of.isoformat())
        titles = {page_of(name): identity.title(title_of(notebook)) for name, notebook in chapters.items()}
        files = self._files(titles)
        written = b"\n".join(self.order.files.values()).decode("utf-8", "replace")
        secrets = [folder for folder in self.order.secrets if folder not in written]
        verify_pages(files, titles | {"search": identity.title("Search")}, secrets, self.shown)
        pages = sorted(titles, key=lambda page: page != FRONT_PAGE)
        index = index_of({page: files[f"{page}.html"].decode("utf-8") for page in pages})
        _demand(files[INDEX_FILE] == index, "its search index is not that of its pages")
        self._check_card(files[CARD], product)
        self._check_facts(product, len(titles))
        return replace(made, files=tuple(SiteFile(name, digest(data), data) for name, data in sorted(files.items())))

    def _product(self) -> Product:
        """Return the product, as its own file here says."""
        text = decoded(Path(), PRODUCT, self.order.files[PRODUCT])
        product = parsed(Path(self.order.product), "product", text).value
        assert isinstance(product, Product)  # noqa: S101 - any other value is refused as whatever breaks here
        return product

    def _files(self, titles: Mapping[str, str]) -> dict[str, bytes]:
        """Return the files, each with a name that a site's file may have; our own static files, never a worker's."""
        found: dict[str, bytes] = {}
        pages = {f"{page}.html" for page in (*titles, "search")}
        for file in self.made.files:
            _demand(file.name not in found, "it has a file twice")
            found[file.name] = _bytes_of(file, pages)
        missing = (pages | {INDEX_FILE, CARD}) - set(found)
        _demand(not missing, "a file of the site is missing")
        loaded = {name for page in pages for name in local_addresses(found[page].decode("utf-8"))}
        _demand(loaded <= set(found) | self.made.later and self.made.later <= LATER, "its pages load what it has not")
        return found

    def _check_card(self, data: bytes, product: Product) -> None:
        """Refuse a card that the portfolio could not show, or that is not this product's."""
        card = _CARD.validate_json(data, strict=True)
        own = (card.slug, card.name, card.summary, card.visibility, card.language, card.as_of)
        day = self.order.as_of.isoformat()
        right = (self.order.product, product.name, product.summary, product.visibility, product.language, day)
        _demand(own == right and card.as_bytes() == data, "its card is of another product")
        _demand(all(row.state in SHAPES for row in card.qualities), "its card has an unknown state")
        _demand(card.findings == self.made.findings.model_dump(), "its card counts other findings")
        if card.last_review:
            dt.date.fromisoformat(card.last_review)

    def _check_facts(self, product: Product, pages: int) -> None:
        """Refuse what the site's record would say wrongly."""
        made, order = self.made, self.order
        hashes = {name: digest(data) for name, data in order.files.items()}
        hashes |= {name: log.sha256 for name, log in order.logs.items()}
        cells = {name: sum(cell["cell_type"] == "code" for cell in one["cells"]) for name, one in self.shown.items()}
        _demand(made.inputs.items() <= hashes.items(), "it was made from other files")
        _demand(list(made.cells.items()) == list(cells.items()) and made.pages == pages, "it miscounts its chapters")
        _demand(made.visibility == product.visibility, "it says that others may see the product")


def _bytes_of(file: SiteFile, pages: set[str]) -> bytes:
    """Return a file's bytes; raise `BuildFailed` for one that no site has."""
    own = static_files().get(file.name)
    if own is not None:
        _demand(file.sha256 == digest(own), f"{file.name} is not ours")
        return own
    data = file.data
    _demand(data is not None and file.sha256 == digest(data), "a file is not what its hash says")
    assert data is not None  # noqa: S101 - demanded just before
    if file.name == PYGMENTS:
        _demand(not _STYLE_THAT_LOADS.search(data), f"{file.name} loads something")
    elif _IMAGE.fullmatch(file.name):
        _demand(data.startswith(_IMAGE_BYTES), "a picture is none")
    else:
        _demand(file.name in {*pages, INDEX_FILE, CARD}, "it has a file that no site has")
    return data


def _plain_fault(fault: Fault) -> Fault:
    """Return a fault in plain words."""
    words = (_plain(word) for word in (fault.file, fault.field, fault.message, fault.advice))
    file, field, message, advice = words
    return Fault(file, fault.line, fault.column, field, message, advice)


def _plain(text: str) -> str:
    """Return a worker's words without signs that would command a terminal."""
    return "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text[:_WORDS])


def _demand(true: bool, wrong: str) -> None:
    """Raise `BuildFailed` with what is wrong, unless it is not."""
    if not true:
        raise BuildFailed(wrong)
