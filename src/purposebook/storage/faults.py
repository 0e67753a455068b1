"""Turn what pydantic says about data into faults that name the place and the next step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from purposebook.domain.base import Model
from purposebook.errors import Fault
from purposebook.storage.fields import dotted
from purposebook.storage.limits import FAULTS_SHOWN
from purposebook.storage.model_wording import words_for
from purposebook.storage.texts import shown
from purposebook.storage.yaml_nodes import Path
from purposebook.text.plurals import integer


def faults_of(
    error: ValidationError, model: type[Model], file: str, places: Mapping[Path, tuple[int, int]]
) -> Iterator[Fault]:
    """Yield one fault per complaint, at the key, item or mapping that it concerns."""
    for details in error.errors(include_url=False):
        path = tuple(step for step in details["loc"] if step != "[key]")
        line, column = _nearest(path, places)
        message, advice = words_for(details, model, path)
        yield Fault(file, line, column, shown(dotted(path)), message, advice)


def limited(name: str, faults: list[Fault]) -> tuple[Fault, ...]:
    """Name the first thousand faults of a file and count the others."""
    shown_faults, rest = tuple(faults[:FAULTS_SHOWN]), faults[FAULTS_SHOWN:]
    if not rest:
        return shown_faults
    more = f"{integer(len(rest))} more faults follow"
    return (*shown_faults, Fault(name, rest[0].line, 0, "", more, "mend those above first"))


def _nearest(path: Path, places: Mapping[Path, tuple[int, int]]) -> tuple[int, int]:
    """Return the place of `path`, or of whatever it stands in."""
    for length in range(len(path), -1, -1):
        if path[:length] in places:
            return places[path[:length]]
    return (0, 0)
