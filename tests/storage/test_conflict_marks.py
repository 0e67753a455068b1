"""Conflicts that git left in a file are called that: one fault, with the line of the first mark."""

from __future__ import annotations

from pathlib import Path

import pytest
from storage_samples import faults_in, product

from purposebook.storage.reading import read_part

ADVICE = "keep one of the two states, and delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>"
MISSION = "purpose: A\n<<<<<<< HEAD\nmission: A b\n=======\nmission: B c\n>>>>>>> theirs\n"
ROWS = "metric,date,value\n<<<<<<< HEAD\nriders,2026-03-31,1200\n=======\nriders,2026-03-31,1250\n>>>>>>> theirs\n"


def said(file: str, line: int, mark: str = "<<<<<<<") -> str:
    """Return the fault of a conflict."""
    return f"{file}:{line}: a git conflict ({mark} in line {line}) is not resolved yet, {ADVICE}\n"


@pytest.mark.parametrize(
    ("text", "line", "mark"),
    [
        (MISSION, 2, "<<<<<<<"),
        (MISSION.replace("\n", "\r\n"), 2, "<<<<<<<"),
        (MISSION.replace("=======", "||||||| base\nmission: A\n======="), 2, "<<<<<<<"),
        ('purpose: "A\n<<<<<<< HEAD\n  b\n=======\n  c\n>>>>>>> theirs\n  d"\n', 2, "<<<<<<<"),
        ("purpose: |\n  A\n<<<<<<< HEAD\n  b\n=======\n  c\n>>>>>>> theirs\n", 3, "<<<<<<<"),
        ("purpose: |\n  <<<<<<< HEAD\n  a\n  =======\n  b\n  >>>>>>> theirs\n", 2, "<<<<<<<"),
        ("vision:\n  statement: >-\n    A\n\n    <<<<<<< HEAD\n\n    =======\n\n    >>>>>>> b\n", 5, "<<<<<<<"),
        (MISSION.replace("<<<<<<< HEAD\n", ""), 3, "======="),
        ("purpose: A\nmission: B c\n>>>>>>> theirs\n", 3, ">>>>>>>"),
    ],
)
def test_a_conflict_in_yaml_is_one_fault(tmp_path: Path, text: str, line: int, mark: str) -> None:
    """Name the first mark, also where only some are left or the file could be read all the same."""
    assert faults_in(product(tmp_path, mission=text)) == said("mission.yml", line, mark)


@pytest.mark.parametrize(
    ("text", "line", "mark"),
    [
        (ROWS, 2, "<<<<<<<"),
        (ROWS.replace(",", ";").replace("\n", "\r\n"), 2, "<<<<<<<"),
        (
            "<<<<<<< HEAD\nmetric,date,value\n=======\nmetric,date,value,note\n>>>>>>> b\nriders,2026-03-31,1\n",
            1,
            "<<<<<<<",
        ),
        (ROWS.replace("<<<<<<< HEAD\n", ""), 3, "======="),
        (
            'metric,date,value,note\nriders,2026-03-31,1,"<<<<<<< HEAD\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> b\n"\n',
            3,
            "<<<<<<<",
        ),
    ],
)
def test_a_conflict_in_a_table_is_one_fault(tmp_path: Path, text: str, line: int, mark: str) -> None:
    """Call neither the marks nor the rows between them ragged."""
    assert faults_in(product(tmp_path, observations=text)) == said("observations.csv", line, mark)


def test_other_tables_know_conflicts_too(tmp_path: Path) -> None:
    """Find them in the answers of surveys and in event logs."""
    folder = product(tmp_path, metrics="pirate: {events: {file: events.csv}}\n")
    (folder / "surveys.csv").write_text(ROWS.replace("metric", "survey").replace("value", "score"), encoding="utf-8")
    lines = "actor,at,event\nada,2026-09-01,x\n<<<<<<< HEAD\nb,2026-09-01,x\n=======\n>>>>>>> theirs\n"
    (folder / "events.csv").write_text(lines, encoding="utf-8")
    assert faults_in(folder) == said("events.csv", 3) + said("surveys.csv", 2)


@pytest.mark.parametrize(
    "text",
    [
        "purpose: |\n  Title\n  =======\n  text\n",
        "purpose: |\n  >>>>>>> theirs\n  =======\n  <<<<<<< HEAD\n",
        'purpose: "<<<<<<< and >>>>>>> and ======="\n',
        'purpose: "Title\n=======\n  text"\n',
        "# <<<<<<< HEAD\npurpose: A\n",
    ],
)
def test_a_text_may_hold_such_marks(tmp_path: Path, text: str) -> None:
    """Leave texts alone that speak of marks without holding a conflict, or underline a title."""
    folder = product(tmp_path, mission=text)
    assert faults_in(folder) == ""
    assert read_part(folder, "mission").model_dump()["purpose"] or text.startswith("#")


@pytest.mark.parametrize("kept", [("mission: A b",), ("mission: B c",)])
def test_the_advice_helps(tmp_path: Path, kept: tuple[str, ...]) -> None:
    """Keep one state, delete the marks, and nothing is wrong."""
    lines = [line for line in MISSION.splitlines() if line.startswith("purpose") or line in kept]
    assert faults_in(product(tmp_path, mission="\n".join(lines))) == ""
