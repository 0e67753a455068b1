"""Where everything on the page comes from: day, versions, counts, files."""

from __future__ import annotations

import importlib.metadata
from collections import Counter
from typing import Final

from purposebook.domain.row_origins import RowOrigin
from purposebook.domain.workbook import PARTS
from purposebook.notebook import wording
from purposebook.notebook.cards import render
from purposebook.notebook.snapshot import Snapshot
from purposebook.storage.files import SURVEYS
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
        rows=tuple((one, _row_note(snap, one)) for one in snap.origins),
        answers=_answers(snap),
    )


def _row_note(snap: Snapshot, origin: RowOrigin) -> str:
    """Say what a file with rows holds, and which rows do not count; what a database gave is counted already."""
    if origin.part == "events":
        return "event log" if origin.source.file else ""
    left_out = snap.measured.left_out
    later = f"{wording.count(left_out, 'row')} left out because dated later" if left_out else ""
    counted = wording.count(len(snap.book.observations) - left_out, "observation")
    return ", ".join(filter(None, (counted if origin.source.file or left_out else "", later)))


def _answers(snap: Snapshot) -> tuple[tuple[str, str], ...]:
    """Name the file with the answers of surveys, and say what it holds; nothing where nobody is asked anything."""
    if not snap.book.answers and not snap.book.metrics.surveys:
        return ()
    amount = len(snap.book.answers)
    return ((SURVEYS, wording.count(amount, "answer") if amount else "not written yet"),)


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
