"""Reduce an executed chapter to what readers of a report see: no code, no exercise, no trace of how it ran."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import zip_longest
from typing import Any, Final

WORKBOOK_TAGS: Final = frozenset({"teaching", "exercise", "facilitator"})
"""Cells for the team at work; left out of a report unless asked for."""

SAFE_FORMS: Final = ("text/html", "image/png", "image/jpeg", "text/plain")
"""What an output may be published as, best first; markdown would let a text run, and read files of this machine."""
_NO_CODE: Final = "..."
"""Stands for a chapter's code, hidden; Jupyter Book leaves out the outputs of a cell that is empty."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


def trimmed(notebook: Mapping[str, Any], with_exercises: bool = False) -> dict[str, Any]:
    """Return a new notebook that holds titles, prose and outputs only."""
    cells = [cell for cell in notebook["cells"] if with_exercises or not _tags(cell) & WORKBOOK_TAGS]
    cells = [cell for cell, after in zip_longest(cells, cells[1:]) if not (after and _asks_for_nothing(cell, after))]
    kept = [_trimmed_cell(cell, number == 0 and not with_exercises) for number, cell in enumerate(cells)]
    numbered = [cell | {"id": f"cell-{number}"} for number, cell in enumerate(cell for cell in kept if cell)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return {"cells": numbered, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}


def title_of(notebook: Mapping[str, Any]) -> str:
    """Return the chapter's title: the first heading of its first cell."""
    lines = str(notebook["cells"][0]["source"]).splitlines() if notebook["cells"] else []
    return next((line.removeprefix("# ").strip() for line in lines if line.startswith("# ")), "")


def html_of(output: Mapping[str, Any]) -> str:
    """Return the HTML that an output shows; a notebook may hold it line by line."""
    html = output["data"]["text/html"]
    return html if isinstance(html, str) else "".join(html)


def _tags(cell: Mapping[str, Any]) -> set[str]:
    """Return a cell's tags."""
    return set(cell["metadata"].get("tags", []))


def _asks_for_nothing(cell: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Tell whether a cell is a question to which the view after it says nothing."""
    return (
        cell["cell_type"] == "markdown"
        and cell["source"].strip().endswith("?")
        and "\n" not in cell["source"].strip()
        and after["cell_type"] == "code"
        and bool(after["outputs"])
        and all(_is_blank(output) for output in after["outputs"])
    )


def _is_blank(output: Mapping[str, Any]) -> bool:
    """Tell whether an output is HTML without a sign in it."""
    return "text/html" in output.get("data", {}) and not html_of(output).strip()


def _trimmed_cell(cell: Mapping[str, Any], only_first_sentence: bool) -> dict[str, Any] | None:
    """Return what stays of a cell, or nothing."""
    if cell["cell_type"] == "markdown":
        source = _opening(cell["source"]) if only_first_sentence else cell["source"]
        return {"cell_type": "markdown", "metadata": {}, "source": source}
    if cell["cell_type"] != "code" or "remove-cell" in _tags(cell):
        return None
    outputs = [_bare(output) for output in cell["outputs"] if _is_shown(output)]
    frame = {"cell_type": "code", "metadata": {"tags": ["remove-input"]}, "source": _NO_CODE, "execution_count": None}
    return {**frame, "outputs": outputs} if outputs else None


def _opening(source: str) -> str:
    """Return the title and the first sentence after it."""
    title, _, rest = source.strip().partition("\n")
    paragraph = rest.strip().split("\n\n")[0].strip()
    sentence = _SENTENCE_END.split(paragraph, maxsplit=1)[0]
    return f"{title}\n\n{sentence}".strip()


def _is_shown(output: Mapping[str, Any]) -> bool:
    """Keep displays and printed lines; drop warnings, which hold paths, widgets, which need a server, and nothing."""
    if output["output_type"] == "stream":
        return bool(output["name"] == "stdout")
    data = output.get("data", {})
    return (
        not _is_blank(output)
        and not any("widget" in form for form in data)
        and any(form in data for form in SAFE_FORMS)
    )


def _bare(output: Mapping[str, Any]) -> dict[str, Any]:
    """Return an output without metadata, counts and second forms of the same thing."""
    if output["output_type"] == "stream":
        return {"output_type": "stream", "name": "stdout", "text": output["text"]}
    form = next(form for form in SAFE_FORMS if form in output["data"])
    return {"output_type": "display_data", "data": {form: output["data"][form]}, "metadata": {}}
