"""Delete from the cache that may be copied to other machines what it holds of products that are private now."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from purposebook.publishing.cache.places import CACHE, PRIVATE_CACHE, results_folder, traces_file
from purposebook.publishing.cache.run_cache import SKELETON
from purposebook.publishing.cache.skeletons import names_in
from purposebook.publishing.cache.store import Store
from purposebook.publishing.cache.traces import Traces
from purposebook.storage import disk

if TYPE_CHECKING:
    from purposebook.domain.slug import Slug
    from purposebook.domain.sources import Source
    from purposebook.storage.workspace import Workspace

_VEGA: Final = "vega-"
"""How the name of the one thing begins that the store keeps for all products alike."""


def is_kept(workspace: Workspace, private: Collection[Slug], published: Iterable[Slug]) -> bool:
    """Tell whether the cache may hold anything that chapters of private products showed, or that databases gave."""
    if any(traces_file(workspace.root, slug).exists() for slug in private):
        return True
    if not (workspace.root / CACHE / "databases").is_dir():
        return False
    from purposebook.storage.database_copies import Copies

    copies = Copies.published(workspace.root)
    left = {one for one in _databases(workspace, private) if copies.has(one)}
    return bool(left and left.difference(_databases(workspace, published)))


def keep_only(workspace: Workspace, published: Collection[Slug], private: Iterable[Slug]) -> None:
    """Delete everything that is not known to be of published products; raises `OSError`.

    The cache also holds earlier states of a product, which nothing refers to any more: therefore what may stay is
    looked for, and not what has to go. What tells of a product goes last, so that a killed build is made up for.
    """
    from purposebook.storage.database_copies import Copies
    from purposebook.storage.database_reading import declared

    copies = Copies.published(workspace.root)
    for slug in private:
        for source in declared(workspace.data / slug):
            Copies.near(workspace.data / slug).take_over(copies, source)
    copies.keep_only(_databases(workspace, published))
    _keep_results(workspace.root, published)


def forget_old_rows(workspace: Workspace) -> None:
    """Delete rows of databases that no product asks for any more, be it archived; what will not go stays."""
    if not any((workspace.root / cache / "databases").is_dir() for cache in (CACHE, PRIVATE_CACHE)):
        return
    from purposebook.storage.database_reading import forget_old_queries
    from purposebook.storage.products import ARCHIVE

    places = dict.fromkeys((workspace.data, workspace.root / "data"))
    folders = [path for place in places for path in (*place.glob("*/"), *place.glob(f"{ARCHIVE}/*/"))]
    with contextlib.suppress(OSError):
        forget_old_queries(workspace.root, folders)


def _databases(workspace: Workspace, slugs: Iterable[Slug]) -> Iterator[Source]:
    """Yield the databases that these products name."""
    from purposebook.storage.database_reading import declared

    for slug in slugs:
        yield from declared(workspace.data / slug)


def _keep_results(root: Path, products: Collection[str]) -> None:
    """Delete all results but those of these products."""
    store = Store(results_folder(root))
    store.keep_only({*_names(root, products, store), *_shared(root, store)})
    folder = traces_file(root, "any").parent
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.stem not in products or path.suffix != ".json":
            disk.remove_tree(path) if path.is_dir() else path.unlink(missing_ok=True)


def _names(root: Path, products: Iterable[str], store: Store) -> Iterator[str]:
    """Yield the names of all that is kept of these products."""
    for product in products:
        traces = Traces.read(traces_file(root, product))
        yield from (one.result for runs in traces.chapters.values() for one in runs)
        for kind, (_, name) in traces.aids.items():
            yield from names_in(store, name) if kind == SKELETON else (name,)


def _shared(root: Path, store: Store) -> Iterator[str]:
    """Yield the names of what all products share; forget how the files of all products were."""
    for path in (root / CACHE / "results").glob("*.name"):
        hash = store.target(path.stem)
        if path.name.startswith(_VEGA) and hash:
            yield hash
        else:
            path.unlink(missing_ok=True)
