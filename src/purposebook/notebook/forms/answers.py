"""From what stands in a form to a value that can be saved, and back to a folder; knows no widget."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from purposebook.domain.base import Model
from purposebook.domain.metrics import Metrics
from purposebook.domain.plain import DayError
from purposebook.notebook.forms import clock
from purposebook.notebook.forms.days import why_not
from purposebook.notebook.forms.drafts import Entry, Values, shown, written
from purposebook.notebook.forms.fields import Field, fields_of
from purposebook.notebook.forms.plans import ObservationSheet, Plan
from purposebook.notebook.forms.problems import Problem


def read(folder: Path, plan: Plan) -> Model:
    """Return the newest state of the part that a form works on."""
    from purposebook.storage.reading import read_observations, read_part

    if plan.part == "observations":
        return ObservationSheet.model_construct(observations=read_observations(folder))
    return read_part(folder, plan.part)


def save(folder: Path, plan: Plan, base: Model, value: Model) -> Model:
    """Write what differs between `base` and `value`; return the newest state."""
    from purposebook.storage.saving import save_observations, save_part

    if isinstance(base, ObservationSheet) and isinstance(value, ObservationSheet):
        rows = save_observations(folder, base.observations, value.observations)
        return ObservationSheet.model_construct(observations=rows)
    return save_part(folder, plan.part, base, value)


def file_of(folder: Path, plan: Plan) -> str:
    """Return the name of the file that a form writes."""
    if plan.part != "observations":
        return f"{plan.part}.yml"
    from purposebook.storage.files import OBSERVATIONS
    from purposebook.storage.reading import read_part

    metrics = read_part(folder, "metrics")
    return (metrics.observations.file if isinstance(metrics, Metrics) else None) or OBSERVATIONS


def written_at(folder: Path, plan: Plan, value: Model | None = None) -> dt.datetime | None:
    """Return when a form's file was last written; None while it, or what the form shows of `value`, is empty."""
    nothing = {field.name: shown(field, None) for field in plan.questions()}
    if value is not None and draft_of(plan, value) == nothing:
        return None
    return clock.written_at(folder / file_of(folder, plan))


def draft_of(plan: Plan, base: Model) -> dict[str, Any]:
    """Return what a form shows of a part."""
    return {field.name: shown(field, getattr(base, field.name)) for field in plan.questions()}


def value_of(plan: Plan, base: Model, draft: Values) -> tuple[Model | None, tuple[Problem, ...]]:
    """Return the part with the form's answers in it, or what is wrong with them; the rest is as in `base`."""
    asked = {field.name: written(field, draft[field.name], getattr(base, field.name)) for field in plan.questions()}
    keys = {field.name: field.key for field in plan.questions()}
    kept = {name: getattr(base, name) for name in type(base).model_fields if name not in asked}
    try:
        made = plan.model.model_validate({keys.get(name, name): value for name, value in {**kept, **asked}.items()})
    except ValidationError as error:
        return None, tuple(_problems(error, plan.model))
    return made, ()


def _problems(error: ValidationError, model: type[Model]) -> Iterator[Problem]:
    """Say each complaint in the words that a fault in the file would have."""
    from purposebook.storage.model_wording import words_for

    for details in error.errors(include_url=False):
        if isinstance(details.get("ctx", {}).get("error"), DayError):
            yield Problem(details["loc"], why_not(str(details["input"])))
        else:
            yield Problem(details["loc"], "; ".join(words_for(details, model, details["loc"])))


def taken_twice(plan: Plan, draft: Values, used: frozenset[str]) -> Iterator[Problem]:
    """Yield the new items whose id something else has already."""
    seen = set(used)
    for field in plan.questions():
        if field.kind == "items":
            yield from _taken(field, draft[field.name], (field.key,), seen)


def _taken(field: Field, entries: tuple[Entry, ...], path: tuple[str | int, ...], seen: set[str]) -> Iterator[Problem]:
    """Yield the new items of one list, and of the lists inside, whose id is taken."""
    for position, entry in enumerate(entries):
        id = entry.values.get("id", "")
        if id and entry.origin is None and id in seen:
            yield Problem((*path, position, "id"), f"'{id}' is the id of something else already; write another")
        seen.add(id)
        for inner in fields_of(field.model) if field.model else ():
            if inner.kind == "items":
                yield from _taken(inner, entry.values[inner.name], (*path, position, inner.key), seen)
