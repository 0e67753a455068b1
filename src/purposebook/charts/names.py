"""What the ids of a workbook are called in pictures; an id that nobody wrote says so."""

from __future__ import annotations

from collections.abc import Mapping

from purposebook.domain.workbook import Workbook


def called(names: Mapping[str, str], id: str | None) -> str:
    """Return the name of an id, or say that nobody wrote it; nothing is called nothing."""
    return names.get(id, f"{id} (not written yet)") if id else ""


def metric_names(book: Workbook) -> dict[str, str]:
    """Return each metric's name by its id."""
    return {metric.id: metric.name for metric in book.metrics.metrics}


def persona_names(book: Workbook) -> dict[str, str]:
    """Return each persona's name by its id."""
    return {persona.id: persona.name for persona in book.personas.personas}
