"""Examples that a reader reads and a test runs: they are small workbooks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from purposebook.domain.metrics import Observation
from purposebook.domain.slug import Slug
from purposebook.domain.surveys import SurveyAnswer
from purposebook.domain.workbook import PARTS, Workbook

EXAMPLE_DAY: Final = dt.date(2026, 9, 30)
"""The day on which the examples are looked at."""


@dataclass(frozen=True)
class Example:
    """Show one answer, as a sentence and as the parts of a workbook."""

    text: str
    parts: Mapping[str, Any]
    """Part -> its content as in YAML; `observations` is a list of rows."""

    def book(self) -> Workbook:
        """Return the workbook that says exactly this."""
        return book_of(self.parts)

    def __str__(self) -> str:
        return self.text


def book_of(parts: Mapping[str, Any], slug: str = "example") -> Workbook:
    """Make a workbook from its parts' contents; a part that is not given counts as not written."""
    contents = {"product": {"name": "Example"}} | dict(parts)
    rows = tuple(Observation.model_validate(row) for row in contents.pop("observations", ()))
    answers = tuple(SurveyAnswer.model_validate(row) for row in contents.pop("answers", ()))
    models: dict[str, Any] = {part: PARTS[part].model_validate(content) for part, content in contents.items()}
    return Workbook(slug=Slug(slug), observations=rows, answers=answers, written=frozenset(models), **models)


def mission_says(text: str, **more: Any) -> Example:
    """Show a mission of these words."""
    return Example(text, {"mission": {"mission": text, **more}})


def objective_says(text: str, **more: Any) -> Example:
    """Show an objective of these words."""
    return Example(text, {"objectives": {"objectives": [{"id": "goal", "statement": text, **more}]}})


def metric_says(text: str, **more: Any) -> Example:
    """Show a metric of this name."""
    return Example(text, {"metrics": {"metrics": [{"id": "measure", "name": text, **more}]}})


def need_says(text: str, **more: Any) -> Example:
    """Show a persona's need of these words."""
    return Example(
        text,
        {"personas": {"personas": [{"id": "ana", "name": "Ana", "needs": [{"id": "need", "text": text, **more}]}]}},
    )
