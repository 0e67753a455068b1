"""Find files whose names are nearly, but not quite, those of a part: nobody would notice that they are not read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from purposebook.domain.imports import IMPORTS
from purposebook.domain.part_names import PART_NAMES
from purposebook.errors import Fault
from purposebook.storage.texts import nearest, shown


def stray_faults(folder: Path) -> Iterator[Fault]:
    """Yield a fault for each YAML file that was probably meant to be a part."""
    names = sorted(path.name for path in folder.iterdir())
    for name in names:
        meant = _meant(name)
        if meant and f"{meant}.yml" != name:
            advice = (
                f"rename it to {meant}.yml"
                if f"{meant}.yml" not in names
                else f"{meant}.yml is; move this file to another folder"
            )
            yield Fault(shown(name), 0, 0, "", "is not read", advice)


def _meant(name: str) -> str | None:
    """Return the part that a file name is nearest to, if it is near one."""
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem or stem.startswith(".") or ending.casefold() not in {"yml", "yaml"}:
        return None
    return nearest(stem, (*PART_NAMES, IMPORTS), cutoff=0.8)
