"""Freeze a product's files for one build, so that an edit in the middle of it cannot mix two states."""

from __future__ import annotations

from pathlib import Path

from purposebook.domain.slug import Slug
from purposebook.domain.workbook import PARTS, Workbook
from purposebook.publishing.record import digest
from purposebook.storage import disk
from purposebook.storage.reading import read_workbook


def freeze_product(source: Path, data: Path, slug: Slug) -> tuple[Workbook, dict[str, str]]:
    """Copy the product at `source` to `data/slug`; return its workbook and the hash of every file read."""
    first = read_workbook(source)  # refuses links, devices and faults before anything is copied
    names = sorted({*(f"{part}.yml" for part in PARTS), *_sources(first)})
    folder = data / slug
    disk.make_folder(folder)
    for name in names:
        if (source / name).is_file() and not (source / name).is_symlink():
            disk.copy_file(source / name, folder / name)
    copied = sorted(path for path in folder.iterdir() if path.is_file())
    return read_workbook(folder), {path.name: digest(path.read_bytes()) for path in copied}


def _sources(book: Workbook) -> set[str]:
    """Return the names of the data files that the metrics refer to."""
    observations = book.metrics.observations
    events = book.metrics.pirate.events if book.metrics.pirate else None
    return {source.file for source in (observations, events) if source is not None and source.file}
