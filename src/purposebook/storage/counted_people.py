"""private/counted.json: who was counted in which sum, so that no two sums tell what one person answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from purposebook.domain.rounds import CountedPeople
from purposebook.errors import DataFaults
from purposebook.storage import disk
from purposebook.storage.files import read_bytes, refusal
from purposebook.storage.frozen_copies import frozen_folders
from purposebook.storage.limits import YAML_BYTES
from purposebook.storage.private_answers import private_folder
from purposebook.storage.reading import read_part
from purposebook.storage.shipped import PRIVATE

_NAME: Final = f"{PRIVATE}/counted.json"


class _NotedSum(BaseModel):
    """Hold who was counted in one sum."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    part: str
    date: dt.date
    people: Annotated[tuple[str, ...], Field(min_length=1)]


class _Note(BaseModel):
    """Hold the file."""

    model_config = ConfigDict(extra="forbid")

    version: Literal[1] = 1
    sums: tuple[_NotedSum, ...] = ()


def groups_before(product: Path, part: str, field: str) -> tuple[CountedPeople, ...]:
    """Return who was counted in each sum of a part: as noted, and as the part and its frozen copies say.

    Raise `DataFaults` where the note or the part cannot be read.
    """
    noted = [
        CountedPeople(one.date, len(one.people), frozenset(one.people)) for one in _noted(product) if one.part == part
    ]
    known = {(one.date, one.count): one for one in (*_written(product, part, field), *noted)}
    return tuple(known.values())


def note_group(product: Path, part: str, group: CountedPeople) -> None:
    """Note who is counted, before the sum itself is written: whatever breaks off in between hides too much."""
    sums = _noted(product)
    new = _NotedSum(part=part, date=group.date, people=tuple(sorted(group.people or ())))
    if new not in sums:
        text = _Note(sums=(*sums, new)).model_dump_json(indent=2)
        disk.write_bytes(private_folder(product) / Path(_NAME).name, f"{text}\n".encode())


def _noted(product: Path) -> tuple[_NotedSum, ...]:
    """Return what was noted of all parts."""
    data = read_bytes(product, _NAME, YAML_BYTES)
    try:
        return _Note.model_validate_json(data).sums if data is not None else ()
    except ValidationError as error:
        advice = "restore it from a backup, or delete it: then nothing is summed for half a year"
        raise refusal(product, _NAME, "does not say who was counted", advice) from error


def _written(product: Path, part: str, field: str) -> Iterator[CountedPeople]:
    """Yield the sums that stand in a part, and in the copies of it that reviews froze."""
    for folder in (product, *frozen_folders(product)):
        try:
            rounds: tuple[Any, ...] = getattr(read_part(folder, part), field)
        except DataFaults:
            if folder == product:
                raise
            continue  # an old copy that cannot be read shows nobody anything
        yield from (CountedPeople(one.date, one.people) for one in rounds)
