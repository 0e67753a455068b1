"""Turn what pydantic says about data into faults that name the place and the next step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from purposebook.domain.base import Model
from purposebook.errors import Fault
from purposebook.storage.fields import dotted, known_keys, model_at
from purposebook.storage.limits import FAULTS_SHOWN
from purposebook.storage.model_wording import words_for
from purposebook.storage.texts import nearest, shown
from purposebook.storage.yaml_nodes import Path
from purposebook.text.plurals import integer


def faults_of(
    error: ValidationError, model: type[Model], file: str, places: Mapping[Path, tuple[int, int]]
) -> Iterator[Fault]:
    """Yield one fault per complaint, at the key, item or mapping that it concerns."""
    said = [(tuple(step for step in one["loc"] if step != "[key]"), one) for one in error.errors(include_url=False)]
    suggested = {_suggested(path, model) for path, details in said if details["type"] == "extra_forbidden"}
    for path, details in said:
        if details["type"] == "missing" and path in suggested:  # the misspelt key is named, and renaming it is enough
            continue
        line, column = _nearest(path, places)
        message, advice = words_for(details, model, path)
        yield Fault(file, line, column, shown(dotted(path)), message, advice)


def _suggested(path: Path, model: type[Model]) -> Path:
    """Return the place of the key that is suggested instead of an unknown one."""
    owner = model_at(model, path[:-1]) or model
    return (*path[:-1], nearest(str(path[-1]), known_keys(owner)) or "")


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
