"""The workspace in which measurements are made: the repository's book with made products, in a temporary folder."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench_memory import BenchmarkError
from environment import ROOT
from generated_products import write_products

_FILES: Final = ("_config.yml", "_toc.yml")
_FOLDERS: Final = ("chapters", "templates")


@dataclass(frozen=True)
class Place:
    """Name a temporary workspace and the products in it."""

    root: Path
    slugs: tuple[str, ...]

    def forget(self) -> None:
        """Remove what an earlier build left: sites and caches."""
        for name in ("_site", ".purposebook"):
            shutil.rmtree(self.root / name, ignore_errors=True)


@contextmanager
def workspace(products: int, seed: int, among: int = 0) -> Iterator[Place]:
    """Make a workspace with `products` made products, those of middle size `among` more; remove it in the end."""
    with TemporaryDirectory(prefix="purposebook-benchmark-", ignore_cleanup_errors=True) as folder:
        root = Path(folder)
        _copy_book(root)
        made = write_products(root / "data", max(products, among), seed)
        yield Place(root, _middle(root / "data", made, products))


def _middle(data: Path, slugs: list[str], count: int) -> tuple[str, ...]:
    """Keep the `count` products whose files are of middle size, so that few stand for many."""
    by_size = sorted(slugs, key=lambda slug: (sum(path.stat().st_size for path in (data / slug).iterdir()), slug))
    first = (len(slugs) - count) // 2
    kept = set(by_size[first : first + count])
    for slug in set(slugs) - kept:
        shutil.rmtree(data / slug)
    return tuple(slug for slug in slugs if slug in kept)


def _copy_book(root: Path) -> None:
    """Copy the repository's book, as it stands."""
    try:
        for name in _FILES:
            shutil.copy(ROOT / name, root / name)
        for name in _FOLDERS:
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns(".*", "_build"))
    except (OSError, shutil.Error) as error:
        raise BenchmarkError(f"The book of this repository could not be copied: {error}.") from error
