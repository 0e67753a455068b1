"""Pages are made without what cells show and filled afterwards; nobody can tell, and no text passes for a mark."""

import datetime as dt
import json
import shutil
import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from small_workspace import ROOT, code, markdown, small_order
from watched_builds import DAY

from purposebook.errors import BuildFailed
from purposebook.publishing.book import derived_config, stage_book
from purposebook.publishing.cache.skeletons import keep_skeleton, kept_skeleton
from purposebook.publishing.cache.store import Store
from purposebook.publishing.gathering import gathered
from purposebook.publishing.identity import NAME_MARK, Identity
from purposebook.publishing.making import Making
from purposebook.publishing.order import Made, Order, Skeleton
from purposebook.publishing.pages import make_pages
from purposebook.publishing.skeleton import Shelf, check_loaded, filled, key_of, lifted
from purposebook.publishing.trimming import trimmed

MARK = '<pb-shown data-number="0"></pb-shown>'
SPECIAL = '<p>\\1 \\g<0> é \u2028 & &amp; {{ 7*7 }} $5 to $10 <pb-shown data-number="1"></pb-shown></p>'


def shown(*outputs: dict[str, object]) -> dict[str, object]:
    """Return a cell that showed these outputs."""
    return code("show()", "remove-input") | {"outputs": list(outputs), "execution_count": 1}


def html(text: str) -> dict[str, object]:
    """Return an output that is HTML."""
    return {"output_type": "display_data", "data": {"text/html": text}, "metadata": {}}


def book_of(*cells: dict[str, object]) -> dict[str, dict[str, object]]:
    """Return a book of one executed chapter."""
    return {"report": trimmed({"cells": [markdown("# Report\n\nWords."), *cells]})}


@pytest.mark.slow
def test_filled_pages_are_those_that_jupyter_book_makes(tmp_path: Path) -> None:
    """With every kind of output, and texts that mean something to patterns, Jinja, MyST and us."""
    stream = {"output_type": "stream", "name": "stdout", "text": "printed <b>\n"}
    plain = {"output_type": "display_data", "data": {"text/plain": "Plain <b>"}, "metadata": {}}
    cells = (shown(html(SPECIAL), stream, html('<div class="pb-figure">1</div>')), shown(plain), shown(html(MARK)))
    book, config = book_of(*cells), derived_config((ROOT / "_config.yml").read_bytes())
    identity = Identity(name=f"Alpha {MARK} <&\"'{NAME_MARK}", as_of=DAY.isoformat(), language="en")
    stage_book(tmp_path / "whole", config, book, identity)
    whole, later = gathered(make_pages(tmp_path / "whole", DAY), ["index"])
    marked, outputs = lifted(book)
    assert outputs == (SPECIAL, '<div class="pb-figure">1</div>', MARK)
    stage_book(tmp_path / "marked", config, marked, identity.nameless())
    skeleton = Skeleton("", *gathered(make_pages(tmp_path / "marked", DAY), ["index"]))
    assert skeleton.later == later
    assert filled(skeleton, identity.name, outputs, ["index"]) == whole
    assert SPECIAL.encode() in whole["index.html"]


def test_a_mark_that_got_lost_or_doubled_is_no_page() -> None:
    """A page that lacks what a cell shows is not published."""
    for page in ("", MARK * 2, MARK + MARK.replace("0", "1")):
        skeleton = Skeleton("", {"index.html": page.encode(), "_static/search-index.js": b""}, frozenset())
        with pytest.raises(BuildFailed, match="do not show all"):
            filled(skeleton, "Alpha", ("<p>shown</p>",), ["index"])


def test_what_a_cell_loads_has_to_be_there() -> None:
    """A site works when it is copied elsewhere."""
    skeleton = Skeleton("", {"index.html": MARK.encode(), "_static/search-index.js": b""}, frozenset())
    with pytest.raises(BuildFailed, match=r"'else\.png' is no file of the book"):
        check_loaded(filled(skeleton, "Alpha", ('<img src="else.png">',), ["index"]), skeleton.later)


def test_the_key_knows_the_book_and_the_day(tmp_path: Path) -> None:
    """Prose, structure, language and day count; name and what cells show do not, but for whether it draws."""

    def key(*cells: dict[str, object], name: str = "Alpha", language: str = "en", day: int = 1) -> str:
        """Stage a book and return its key."""
        shutil.rmtree(tmp_path / "book", ignore_errors=True)
        identity = Identity(name=name, language=language).nameless()
        stage_book(tmp_path / "book", {"title": "T"}, lifted(book_of(*cells))[0], identity)
        return key_of(tmp_path / "book", DAY.replace(day=day))

    first = key(shown(html("1")))
    assert first == key(shown(html("2")))
    assert first == key(shown(html("1")), name="Beta")
    others = [
        key(shown(html("1")), name=""),
        key(shown(html("1")), language="fr"),
        key(shown(html("1")), day=2),
        key(shown(html("1")), shown(html("2"))),
        key(shown(html("1"), html("2"))),
        key(shown(html("pb-figure"))),
        key(shown(html("1")), markdown("More.")),
    ]
    assert len({first, *others}) == 1 + len(others)


def test_a_skeleton_comes_back_whole_or_not_at_all(tmp_path: Path) -> None:
    """Damage in any of its files means that Jupyter Book makes the pages again."""
    files = {"index.html": b"<p>\xc3\xa9", "_static/site.css": b"\xff", "_static/search-index.js": b"old"}
    skeleton, store = Skeleton("key", files, frozenset({"_static/vega.js"})), Store(tmp_path / "store")
    name = keep_skeleton(store, skeleton)
    assert name is not None
    del files["_static/search-index.js"]
    assert kept_skeleton(store, name) == replace(skeleton, files=files)
    for path in sorted(path for path in (tmp_path / "store").rglob("*") if path.is_file()):
        before = path.read_bytes()
        path.write_bytes(b"damaged")
        assert kept_skeleton(store, name) is None
        path.write_bytes(before)
    assert kept_skeleton(store, "0" * 64) is None


def made_of_one_cell(
    order: Order,
    text: str,
    folder: Path,
    make: Callable[[Path, dt.date], Path] = make_pages,
    shelf: Shelf | None = None,
) -> Made:
    """Make pages whose only cell shows a text."""
    cells = [{"outputs": [], "execution_count": 1}, {"outputs": [html(text)], "execution_count": 2}]
    place = folder / str(uuid.uuid4())
    place.mkdir()
    return Making(replace(order, known={"report": json.dumps(cells).encode()}), place, print, make, shelf).made()


def never(book: Path, day: dt.date) -> Path:
    """Make no pages."""
    raise AssertionError("Jupyter Book was asked")


@pytest.mark.slow
def test_products_share_pages_and_nothing_of_each_other(tmp_path: Path) -> None:
    """The second product's pages are as if it were alone, whatever the first is called and shows."""
    (tmp_path / "shelf").mkdir()
    shelf = Shelf(tmp_path / "shelf")
    first = replace(small_order({"report": ("show()",)}), files={"product.yml": b'name: "Canary <b>"\n'})
    second = replace(first, product="beta", files={"product.yml": b'name: "Beta & \\uE000 \\u202e"\n'})
    made_of_one_cell(first, "<p>canary</p>", tmp_path, shelf=shelf)
    assert shelf.count() == 1
    shared = made_of_one_cell(second, "<p>two</p>", tmp_path, never, shelf)
    assert shared.files == made_of_one_cell(second, "<p>two</p>", tmp_path).files
    assert b"anary" not in b"".join(file.data or b"" for file in shared.files)
    for path in (tmp_path / "shelf").iterdir():
        path.unlink()
    with pytest.raises(AssertionError, match="Jupyter Book was asked"):
        made_of_one_cell(second, "<p>two</p>", tmp_path, never, shelf)


@pytest.mark.slow
def test_pages_are_made_again_only_when_words_change(tmp_path: Path) -> None:
    """What cells show is filled into the kept pages; with other prose Jupyter Book makes them again."""
    made_of: list[Path] = []

    def make(book: Path, day: dt.date) -> Path:
        """Note what Jupyter Book is asked for."""
        made_of.append(book)
        return make_pages(book, day)

    def pages(order: Order, text: str) -> Made:
        """Make pages whose only cell shows a text."""
        return made_of_one_cell(order, text, tmp_path, make)

    order = small_order({"report": ("show()",)})
    first = pages(order, "<p>one</p>")
    assert first.skeleton is not None
    assert len(made_of) == 1
    again = pages(replace(order, skeleton=first.skeleton), "<p>two</p>")
    assert again.skeleton is None
    assert len(made_of) == 1
    assert again.files == pages(order, "<p>two</p>").files
    source = replace(order.book.chapters[0], data=order.book.chapters[0].data.replace(b"First", b"Other"))
    other = replace(order, book=replace(order.book, chapters=(source,)), skeleton=first.skeleton)
    made_of.clear()
    assert pages(other, "<p>one</p>").skeleton is not None
    assert len(made_of) == 1
