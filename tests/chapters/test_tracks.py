"""The two tracks: what the welcome page and the facilitator's guide say of the chapters is so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

from purposebook.storage.workspace import Workspace

ROOT = Path(__file__).parents[2]
CHAPTERS = Workspace.find(ROOT).notebooks()
WELCOME = (ROOT / "chapters" / "welcome.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "templates" / "workshop" / "facilitator-guide.md").read_text(encoding="utf-8")
SHORT_WAY = 5
"""The minutes of an exercise's short way."""

each_chapter = pytest.mark.parametrize("chapter", CHAPTERS)


def prose(chapter: str) -> list[str]:
    """Return the markdown cells of a chapter."""
    found: Any = nbformat.read(CHAPTERS[chapter], as_version=4)
    return [cell.source for cell in found.cells if cell.cell_type == "markdown"]


def exercises(chapter: str) -> list[tuple[str, int, str]]:
    """Return each exercise of a chapter: the heading above it, its minutes and its text."""
    heading, found = "", []
    for text in prose(chapter):
        if text.startswith("#"):
            heading = text.splitlines()[0].lstrip("# ")
        if told := re.match(r"\*\*Your turn, (\d+) minutes\.\*\*", text):
            found.append((heading, int(told[1]), text))
    return found


def told_minutes(chapter: str) -> int:
    """Return the minutes that a chapter's first cell promises."""
    told = re.search(r"About (\d+) minutes", prose(chapter)[0])
    assert told
    return int(told[1])


def tables(text: str, width: int) -> list[list[str]]:
    """Return the rows of all tables with so many columns, without their heads."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"]
    return [row for row in rows if len(row) == width and row[-1].isdecimal()]


@each_chapter
def test_minutes_add_up(chapter: str) -> None:
    """Promise as many minutes as the exercises of the chapter take together."""
    assert told_minutes(chapter) == sum(minutes for _, minutes, _ in exercises(chapter))


@each_chapter
def test_every_exercise_has_a_short_way(chapter: str) -> None:
    """End each exercise that takes longer with one sentence for those who are short of time."""
    for heading, minutes, text in exercises(chapter):
        if minutes > SHORT_WAY:
            assert re.search(r"\n\nWhen you are short of time: [a-z][^\n!]+[.?]$", text), heading


def test_welcome_lists_the_chapters() -> None:
    """List every chapter in the order of `_toc.yml`, with its own minutes."""
    listed = [(name.lower(), int(minutes)) for name, _, minutes in tables(WELCOME, 3)]
    assert listed == [(chapter, told_minutes(chapter)) for chapter in CHAPTERS]


def test_the_short_track_takes_two_hours() -> None:
    """Name steps that there are, each in full or the short way, and add up to 120 minutes."""
    rows = tables(WELCOME, 4)
    full = {(chapter, heading): minutes for chapter in CHAPTERS for heading, minutes, _ in exercises(chapter)}
    for chapter, step, how, minutes in rows:
        if chapter:
            assert how in {"in full", "the short way"}
            assert int(minutes) == (full[chapter.lower(), step] if how == "in full" else SHORT_WAY)
    assert sum(int(row[-1]) for row in rows) == 120


def test_the_guide_knows_every_chapter() -> None:
    """Give each chapter a paragraph, in the order of `_toc.yml`."""
    told = re.findall(r"^\*\*(\w+)\.\*\* ", GUIDE, re.MULTILINE)
    assert [name.lower() for name in told] == list(CHAPTERS)


def test_the_sessions_of_the_full_track_hold_every_exercise() -> None:
    """Spread all minutes of all chapters over sessions of less than two hours."""
    minutes = [int(row[-1]) for row in tables(GUIDE, 3)]
    assert sum(minutes) == sum(map(told_minutes, CHAPTERS))
    assert max(minutes) < 120


def test_the_guides_two_hours_are_those_of_the_welcome_page() -> None:
    """Give the short track's timetable the same minutes, step by step."""
    timetable = [(chapter, int(minutes)) for _, _, chapter, minutes in tables(GUIDE, 4)]
    assert timetable == [(chapter, int(minutes)) for chapter, _, _, minutes in tables(WELCOME, 4)]
