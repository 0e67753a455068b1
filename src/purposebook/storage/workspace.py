"""Find the folder with the book, its chapters and its products."""

from __future__ import annotations

import os
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from purposebook.domain.slug import Slug
from purposebook.errors import BadSlug, DataFaults, Fault, UsageError
from purposebook.storage.files import checked_folder, decoded, read_bytes
from purposebook.storage.limits import YAML_BYTES

if TYPE_CHECKING:
    from purposebook.storage.yaml_nodes import Plain

_TOC: Final = "_toc.yml"
_BOOK: Final = ("_config.yml", _TOC)


@dataclass(frozen=True)
class Toc:
    """Hold the order of the book's pages as `_toc.yml` says it, each as a path without ending."""

    root: str
    chapters: tuple[str, ...]


@dataclass(frozen=True)
class Workspace:
    """Name a workspace's folder and the folder of its products, both from the root of the file system."""

    root: Path
    data: Path

    @classmethod
    def find(cls, start: Path, data: Path | None = None) -> Workspace:
        """Return the workspace around `start`, with its own `data` folder unless another is named.

        One above `start` that belongs to another user is refused: what it holds would run with our rights.
        """
        here = start.absolute()
        for folder in (here, *here.parents):
            if all((folder / name).is_file() for name in _BOOK):
                if folder != here and _is_foreign(folder):
                    raise UsageError(
                        f"The workspace '{folder.name}' above this folder belongs to another user. If you trust what "
                        "it holds, go there, or name it with --workspace."
                    )
                return cls(folder, folder / "data" if data is None else data.absolute())
        raise UsageError(
            "There is no workspace here or in a folder above: it has a _config.yml and a _toc.yml. "
            "Make one with: purposebook init my-workspace"
        )

    def products(self) -> tuple[Slug, ...]:
        """Return the products in the order of their names; hidden folders, links, files and notes are none."""
        return tuple(Slug(path.name) for path in self._folders() if _refusal(path.name) is None)

    def misnamed(self, among: Container[str] | None = None) -> tuple[BadSlug, ...]:
        """Return what is wrong with each folder, of all or `among` these, that is a product but for its name."""
        return tuple(
            refusal
            for path in self._folders()
            if (among is None or path.name in among)
            and (path / "product.yml").exists()
            and (refusal := _refusal(path.name)) is not None
        )

    def _folders(self) -> tuple[Path, ...]:
        """Return the folders that may be products, in the order of their names."""
        if not self.data.is_dir():
            raise UsageError(
                f"There is no folder '{self.data.name}' with products. Make the first with: purposebook new my-product"
            )
        folders = (path for path in sorted(self.data.iterdir()) if not path.name.startswith("."))
        return tuple(path for path in folders if not path.is_symlink() and path.is_dir())

    def folder(self, slug: str) -> Path:
        """Return a product's folder; a name that is no slug never becomes a path."""
        name = Slug(slug)
        path = self.data / name
        if not path.is_symlink() and not path.exists():
            raise UsageError(f"There is no product '{name}'. {self._known()}")
        return checked_folder(path)

    def toc(self) -> Toc:
        """Return the pages of the book in the order of `_toc.yml`."""
        return _toc_of(decoded(self.root, _TOC, read_bytes(self.root, _TOC, YAML_BYTES) or b""), self.root.name)

    def chapters(self) -> tuple[str, ...]:
        """Return the names of the notebooks in the order of `_toc.yml`."""
        return tuple(self.notebooks())

    def notebooks(self) -> dict[str, Path]:
        """Return the notebooks of this workspace in the order of `_toc.yml`, by their names."""
        toc = self.toc()
        pages = [PurePosixPath(page.removesuffix(".ipynb")) for page in (toc.root, *toc.chapters)]
        inside = (page for page in pages if not page.is_absolute() and ".." not in page.parts)
        found = {page.name: self.root / f"{page}.ipynb" for page in inside}
        return {name: path for name, path in found.items() if path.is_file()}

    def _known(self) -> str:
        """Name the products that there are."""
        names = ", ".join(self.products()[:20])
        return f"Known here: {names}." if names else "Make the first with: purposebook new my-product"


def _refusal(name: str) -> BadSlug | None:
    """Say why a folder's name cannot be an address, or nothing when it can."""
    try:
        Slug(name)
    except BadSlug as error:
        return BadSlug(f"{error} Rename that folder, or move it out of the products.")
    return None


@lru_cache(maxsize=8)
def _toc_of(text: str, place: str) -> Toc:
    """Return what the text of `_toc.yml` says; the workspace in this `place` is asked several times in one command."""
    from purposebook.storage.yaml_nodes import plain
    from purposebook.storage.yaml_reading import parse

    document = parse(text)
    if document.complaints:
        raise DataFaults(place, [complaint.fault(_TOC) for complaint in document.complaints])
    found = plain(document.root)
    if not isinstance(found, dict) or not isinstance(found.get("root"), str):
        first = Fault(_TOC, 1, 1, "root", "is missing", "name the first page, such as 'root: chapters/welcome'")
        raise DataFaults(place, [first])
    return Toc(str(found["root"]), _pages(found))


def _pages(found: Plain) -> tuple[str, ...]:
    """Return every page below `parts`, `chapters` and `sections`, in order."""
    if isinstance(found, list):
        return tuple(page for item in found for page in _pages(item))
    if not isinstance(found, dict):
        return ()
    own = found.get("file")
    below = (_pages(found.get(key)) for key in ("parts", "chapters", "sections", "entries", "subtrees"))
    return ((own,) if isinstance(own, str) else ()) + tuple(page for pages in below for page in pages)


def _is_foreign(root: Path) -> bool:
    """Tell whether a workspace's chapters or configuration belong to neither this user nor the administrator."""
    if not hasattr(os, "geteuid"):
        return False
    trusted = {os.geteuid(), 0}
    if os.geteuid() == 0 and os.environ.get("SUDO_UID", "").isdecimal():
        trusted.add(int(os.environ["SUDO_UID"]))
    return any((root / name).exists() and (root / name).stat().st_uid not in trusted for name in (*_BOOK, "chapters"))
