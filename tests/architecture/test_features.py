"""The table of everything that the workbook leads through says the truth, row by row."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest

from purposebook.checks.catalogue import BY_ID
from purposebook.domain.base import Model
from purposebook.domain.outline import outline, values_in
from purposebook.domain.private import PrivateAnswers
from purposebook.domain.workbook import PARTS
from purposebook.notebook.sections import SECTIONS
from purposebook.notebook.views import VIEWS
from purposebook.storage.reading import read_workbook

ROOT = Path(__file__).parents[2]
IDS = [
    *(f"A{number}" for number in range(1, 17)),
    *(f"B{number}" for number in range(1, 12)),
    *(f"C{number}" for number in range(1, 17)),
    *(f"D{number}" for number in range(1, 8)),
    *(f"E{number}" for number in range(1, 8)),
]
NOTHING = "–"


@dataclass(frozen=True)
class Row:
    """Hold one row of the table."""

    id: str
    practice: str
    written: tuple[str, ...]
    chapter: str
    section: str
    rules: tuple[str, ...]
    shown: str
    filled: str
    tests: tuple[str, ...]


def _row(line: str) -> Row:
    """Read one line of the table."""
    id, practice, written, place, rules, shown, filled, tests = [cell.strip() for cell in line.strip("| \n").split("|")]
    chapter, _, section = place.partition(": ")
    return Row(
        id,
        practice,
        tuple(re.findall(r"`([^`]+)`", written)),
        chapter,
        section,
        () if rules == NOTHING else tuple(rules.split()),
        shown,
        filled,
        tuple(re.findall(r"`([^`]+)`", tests)),
    )


ROWS = [
    _row(line)
    for line in (ROOT / "docs" / "features.md").read_text(encoding="utf-8").splitlines()
    if re.match(r"\| [A-E]\d", line)
]
each = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)


@cache
def calls(chapter: str) -> frozenset[tuple[str, str]]:
    """Return kind and name of everything that a chapter shows."""
    cells = nbformat.read(ROOT / "chapters" / f"{chapter}.ipynb", as_version=4).cells
    trees = [ast.parse(cell.source) for cell in cells if cell.cell_type == "code"]
    found = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = [call for call in found if isinstance(call.func, ast.Attribute) and isinstance(call.args[0], ast.Constant)]
    return frozenset((call.func.attr, str(call.args[0].value)) for call in named)  # type: ignore[attr-defined]


def models_at(path: str) -> tuple[type[Model], str]:
    """Return the model that holds the last key of `part.key.key`, and that key."""
    part, *keys = path.split(".")
    model: type[Model] = PrivateAnswers if part == "private" else PARTS[part]
    for key in keys[:-1]:
        model = next(inner.model for inner in outline(model).inner if inner.key == key)
    return model, keys[-1]


def values_at(path: str, product: str) -> list[Any]:
    """Return what a product has written under a key, wherever it stands."""
    part, *keys = path.split(".")
    found: list[Any] = [getattr(read_workbook(ROOT / "data" / product), part)]
    for key in keys[:-1]:
        inner = [next(one for one in outline(type(value)).inner if one.key == key) for value in found]
        found = [item for value, one in zip(found, inner, strict=True) for item in values_in(value, one)]
    return [value for value in (getattr(item, keys[-1]) for item in found) if value not in (None, "", ())]


def test_every_practice_has_its_row() -> None:
    """No practice of the field is missing, and none is invented."""
    assert [row.id for row in ROWS] == IDS


@each
def test_it_can_be_written(row: Row) -> None:
    """Each key is a field of its part's model, with label and help."""
    assert row.written or row.id == "A15"
    for path in row.written:
        model, key = models_at(path)
        names = {info.alias or name: info for name, info in model.model_fields.items()}
        assert names[key].title and names[key].description


@each
def test_a_chapter_asks_for_it(row: Row) -> None:
    """The section's form stands in the chapter, and asks for at least the first key."""
    if row.section == NOTHING:
        assert row.id in {"A15", "C3"}
        return
    assert ("form", row.section) in calls(row.chapter)
    asked = {f"{section.part}.{field}" for section in SECTIONS.values() for field in section.fields}
    assert all(".".join(path.split(".")[:2]) in asked for path in row.written if path != "metrics.pirate")


@each
def test_its_rules_are_in_the_catalogue(row: Row) -> None:
    """Each rule exists and speaks in a part in which the practice is written."""
    parts = {path.partition(".")[0] for path in row.written}
    for id in row.rules:
        assert BY_ID[id].parts & (parts | {"evidence"}), id


@each
def test_something_shows_it(row: Row) -> None:
    """Each picture or card exists, and some chapter shows it."""
    named = re.findall(r"(form|figure|card) `([^`]+)`", row.shown)
    assert named or row.shown in {"the portfolio", NOTHING}
    chapters = [path.stem for path in (ROOT / "chapters").glob("*.ipynb")]
    for kind, name in named:
        assert name in VIEWS[kind]
        assert any((kind, name) in calls(chapter) for chapter in chapters)


@each
def test_the_example_has_it(row: Row) -> None:
    """The worked example has each key filled."""
    if row.filled != NOTHING:
        assert [path for path in row.written if not values_at(path, row.filled)] == []


@each
def test_tests_hold_it(row: Row) -> None:
    """Each file of tests exists, and tests something."""
    assert row.tests
    for path in row.tests:
        assert "\ndef test_" in (ROOT / path).read_text(encoding="utf-8"), path
