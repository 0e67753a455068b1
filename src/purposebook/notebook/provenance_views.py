"""Where everything on the page comes from: day, versions, counts, files."""

from __future__ import annotations

import importlib.metadata
from collections import Counter
from typing import Final

from purposebook.domain.workbook import PARTS
from purposebook.notebook import wording
from purposebook.notebook.cards import render
from purposebook.notebook.snapshot import Snapshot
from purposebook.version import __version__

MAKERS: Final = ("papermill", "jupyter-book", "altair", "pandas")
"""The packages whose versions a reader needs to make the page again."""


def provenance(snap: Snapshot) -> str:
    """Show as of which day, by which versions and from which files the report was made."""
    return render(
        "provenance.html",
        snap=snap,
        product=snap.book.product,
        made=wording.joined((f"Purposebook {__version__}", *_versions())),
        files=_files(snap),
        kinds=wording.joined(f"{amount} × {kind}" for kind, amount in sorted(_kinds(snap).items())),
        pieces=len(snap.book.evidence.evidence),
        observations=len(snap.book.observations) - snap.measured.left_out,
        left_out=snap.measured.left_out,
        source=snap.book.metrics.observations,
    )


def _versions() -> tuple[str, ...]:
    """Name the makers that are installed, with their versions."""
    found = []
    for name in MAKERS:
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return tuple(found)


def _kinds(snap: Snapshot) -> Counter[str]:
    """Count the evidence by kind."""
    return Counter(item.kind for item in snap.book.evidence.evidence)


def _files(snap: Snapshot) -> tuple[tuple[str, bool], ...]:
    """Name the parts' files, and whether each says something."""
    return tuple((f"{part}.yml", part in snap.book.written) for part in PARTS)
