"""private/counted.json: who was counted in which sum, so that no two sums tell what one person answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from purposebook.domain.rounds import Group
from purposebook.errors import DataFaults
from purposebook.storage import disk
from purposebook.storage.files import read_bytes, refusal
from purposebook.storage.frozen_copies import FOLDER
from purposebook.storage.limits import YAML_BYTES
from purposebook.storage.private_answers import private_folder
from purposebook.storage.reading import read_part
from purposebook.storage.shipped import PRIVATE

_NAME: Final = f"{PRIVATE}/counted.json"


class _Sum(BaseModel):
    """Hold who was counted in one sum."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    part: str
    date: dt.date
    people: Annotated[tuple[str, ...], Field(min_length=1)]


class _Counted(BaseModel):
    """Hold the file."""

    model_config = ConfigDict(extra="forbid")

    version: Literal[1] = 1
    sums: tuple[_Sum, ...] = ()


def groups_before(product: Path, part: str, field: str) -> tuple[Group, ...]:
    """Return who was counted in each sum of a part: as noted, and as the part and its frozen copies say.

    Raise `DataFaults` where the note or the part cannot be read.
    """
    noted = [Group(one.date, len(one.people), frozenset(one.people)) for one in _noted(product) if one.part == part]
    known = {(one.date, one.count): one for one in (*_written(product, part, field), *noted)}
    return tuple(known.values())


def note_group(product: Path, part: str, group: Group) -> None:
    """Note who is counted, before the sum itself is written: whatever breaks off in between hides too much."""
    sums = _noted(product)
    new = _Sum(part=part, date=group.date, people=tuple(sorted(group.people or ())))
    if new not in sums:
        text = _Counted(sums=(*sums, new)).model_dump_json(indent=2)
        disk.write_bytes(private_folder(product) / Path(_NAME).name, f"{text}\n".encode())


def _noted(product: Path) -> tuple[_Sum, ...]:
    """Return what was noted of all parts."""
    data = read_bytes(product, _NAME, YAML_BYTES)
    try:
        return _Counted.model_validate_json(data).sums if data is not None else ()
    except ValidationError as error:
        advice = "restore it from a backup, or delete it: then nothing is summed for half a year"
        raise refusal(product, _NAME, "does not say who was counted", advice) from error


def _written(product: Path, part: str, field: str) -> Iterator[Group]:
    """Yield the sums that stand in a part, and in the copies of it that reviews froze."""
    reviews = product / FOLDER
    frozen = sorted(reviews.iterdir()) if reviews.is_dir() and not reviews.is_symlink() else ()
    for folder in (product, *(path for path in frozen if path.is_dir() and not path.is_symlink())):
        try:
            rounds: tuple[Any, ...] = getattr(read_part(folder, part), field)
        except DataFaults:
            if folder == product:
                raise
            continue  # an old copy that cannot be read shows nobody anything
        yield from (Group(one.date, one.people) for one in rounds)
