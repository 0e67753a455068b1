"""The run cache of one workspace: which chapters need not run, and which sites need not be made."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from purposebook.publishing.cache.fingerprint import environment, hashed
from purposebook.publishing.cache.places import CACHE, results_folder, traces_file
from purposebook.publishing.cache.skeletons import keep_skeleton, kept_skeleton
from purposebook.publishing.cache.store import Store
from purposebook.publishing.cache.traces import CLUSTER, Trace, Traces
from purposebook.publishing.order import BookSource, ChapterResult, Made, Skeleton
from purposebook.publishing.record import digest

NEVER: Final = "never-cache"
"""The tag of a cell whose chapter runs in every build: it rests on more than the files of its product."""
SKELETON: Final = "skeleton"
"""The kind of aid that names further files of the store."""
_PICTURES: Final = "pictures"
_PARTS: Final = "parts"
_BOOK: Final = "book"
_DAY: Final = "as_of"
_ANY_NAME: Final = ("globals", "locals", "vars", "eval", "exec", "get_ipython", "__import__")
"""What can reach a parameter without naming it."""


@dataclass(frozen=True)
class Lookup:
    """Hold what is known of a product's chapters before anything runs."""

    known: Mapping[str, bytes]
    """What the cells of each chapter showed that need not run."""
    why: Mapping[str, str]
    """Why each of the others has to."""


@dataclass(frozen=True)
class _Code:
    """Hold what matters of a chapter's code."""

    hash: str
    day: bool
    """Whether it does more with the day than to open the chapter."""
    never: bool


class RunCache:
    """Look up and keep results; nothing here is believed that does not match its hash.

    What a cluster made has keys of its own: no build of this machine alone ever takes it for a result of ours.
    """

    def __init__(self, root: Path, book: BookSource, place: Path = CACHE, on_cluster: bool = False) -> None:
        self._root = root
        self._environment = f"{CLUSTER}{environment()}" if on_cluster else environment()
        self._place = place
        self.store = Store(results_folder(root, place))
        self._codes = {chapter.name: _code(chapter.data) for chapter in book.chapters}
        self._made = False
        self._book = hashed([digest(book.config), digest(book.toc), [[c.path, digest(c.data)] for c in book.chapters]])

    def look(self, product: str, files: Mapping[str, str], day: str, force: bool) -> Lookup:
        """Tell which chapters are known for these files (name -> hash) and this day."""
        traces = self._traces(product)
        known: dict[str, bytes] = {}
        why: dict[str, str] = {}
        for chapter, code in self._codes.items():
            now = Trace(code.hash, self._environment, files, day, "")
            found = None if force or code.never else traces.found(chapter, now)
            cells = self.store.get(found.result) if found else None
            if cells is not None:
                known[chapter] = cells
            else:
                why[chapter] = "--force was given" if force else _never() if code.never else traces.why(chapter, now)
        return Lookup(known, why)

    def keep(self, product: str, files: Mapping[str, str], day: str, ran: tuple[ChapterResult, ...]) -> None:
        """Keep what chapters showed, where that rests on what we know."""
        traces = before = self._traces(product)
        if ran and not self._path(product).exists():
            before.write(self._path(product))  # what is kept from now on is known to be of a product
        for one in ran:
            code = self._codes[one.chapter]
            rests = all(files.get(name) == found for name, found in one.files.items())
            result = self.store.put(one.cells) if one.cacheable and rests and not code.never else None
            if result is not None:
                used = day if one.day or code.day else None
                traces = traces.with_run(one.chapter, Trace(code.hash, self._environment, one.files, used, result))
        if traces is not before:
            traces.write(self._path(product))

    def inputs(self, product: str, files: Mapping[str, str], day: str, with_exercises: bool) -> str:
        """Return one hash for everything that a product's site is made from."""
        return hashed([product, dict(files), day, with_exercises, self._book, self._environment])

    def site(self, product: str, inputs: str) -> str | None:
        """Return the seal of the site that came of these inputs, unless a chapter must always run."""
        always = any(code.never for code in self._codes.values())
        return None if always else self._traces(product).sites.get(inputs)

    def skeleton(self, product: str) -> Skeleton | None:
        """Return the product's pages as they were before they were filled, made by the same code."""
        name = self._traces(product).aid(SKELETON, self._environment)
        return kept_skeleton(self.store, name) if name else None

    def pictures(self, product: str) -> bytes | None:
        """Return pictures that the product's chapters showed, drawn by the same code."""
        name = self._traces(product).aid(_PICTURES, self._environment)
        return self.store.get(name) if name else None

    def parts(self, product: str) -> bytes | None:
        """Return what the product's parts said when its site was made last, by the same code."""
        name = self._traces(product).aid(_PARTS, self._environment)
        return self.store.get(name) if name else None

    def sound(self, product: str) -> bool:
        """Tell whether a site was made from this book by the same code: the product's last one, or one just now."""
        return self._made or self._traces(product).aid(_BOOK, self._environment) == self._book

    def keep_site(self, inputs: str, seal: str, made: Made) -> None:
        """Remember which site came of these inputs, and what makes the next build quicker."""
        self._made = True
        traces = self._traces(made.product).with_site(inputs, seal)
        aids = {
            SKELETON: keep_skeleton(self.store, made.skeleton) if made.skeleton else None,
            _PICTURES: self.store.put(made.pictures) if made.pictures else None,
            _PARTS: self.store.put(made.parts) if made.parts else None,
            _BOOK: self._book,
        }
        for kind, name in aids.items():
            traces = traces.with_aid(kind, self._environment, name) if name else traces
        traces.write(self._path(made.product))

    def _traces(self, product: str) -> Traces:
        """Return what is remembered of a product."""
        return Traces.read(self._path(product))

    def _path(self, product: str) -> Path:
        """Return the file that remembers a product."""
        return traces_file(self._root, product, self._place)


def _never() -> str:
    """Say why a chapter is never looked up."""
    return f"a cell of it is tagged {NEVER}"


def _code(data: bytes) -> _Code:
    """Read a chapter's code cells; what is no notebook is named when it is run."""
    try:
        cells = [cell for cell in json.loads(data)["cells"] if cell["cell_type"] == "code"]
        sources = ["".join(cell["source"]) for cell in cells]
        tags = [list(cell["metadata"].get("tags", [])) for cell in cells]
    except (ValueError, KeyError, TypeError, AttributeError):
        return _Code(digest(data), day=True, never=True)
    day = any(_uses_day(source) for source in sources)
    return _Code(hashed([sources, tags]), day, any(NEVER in own for own in tags))


def _uses_day(source: str) -> bool:
    """Tell whether code does more with the day than to set it and to open the chapter with it."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return True
    passed = {id(value) for call in ast.walk(tree) for value in _passed(call)}
    return any(_reads_day(node) and id(node) not in passed for node in ast.walk(tree))


def _passed(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what code hands to `open_chapter`, which notes by itself whether the day is used."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open_chapter":
        yield from node.args
        yield from (keyword.value for keyword in node.keywords)


def _reads_day(node: ast.AST) -> bool:
    """Tell whether code reads the parameter, or looks at names in a way that hides which."""
    if isinstance(node, ast.Name):
        return isinstance(node.ctx, ast.Load) and node.id in {_DAY, *_ANY_NAME}
    return isinstance(node, ast.Attribute) and node.attr == _DAY
