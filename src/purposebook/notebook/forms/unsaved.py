"""What somebody typed and did not save yet, kept for as long as the kernel lives.

A page that is reloaded runs its cells again; without this, the new form would show the file and lose the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from purposebook.domain.base import Model


@dataclass(frozen=True)
class Unsaved:
    """Hold a draft with the state of the part that it began from."""

    base: Model
    draft: dict[str, Any]


_KEPT: Final[dict[tuple[Path, str], Unsaved]] = {}


def keep(folder: Path, form: str, unsaved: Unsaved | None) -> None:
    """Remember what stands in a form, or forget it."""
    if unsaved:
        _KEPT[folder.resolve(), form] = unsaved
    else:
        _KEPT.pop((folder.resolve(), form), None)


def kept(folder: Path, form: str) -> Unsaved | None:
    """Return what was typed into a form and not saved."""
    return _KEPT.get((folder.resolve(), form))
