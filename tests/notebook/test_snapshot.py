"""What is derived from a workbook is derived from as little of it as will do."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_books import AS_OF, snapshot

from purposebook.checks.rule import EVERYWHERE
from purposebook.errors import DataFaults
from purposebook.notebook import open_chapter
from purposebook.notebook.snapshot import Snapshot


@pytest.mark.parametrize("book", ["full", "hostile", "empty", "begun"])
def test_findings_of_a_part_are_those_of_the_whole(book: str) -> None:
    """Show in a section what the report shows of it, in the same order."""
    snap = snapshot(book)
    for part in EVERYWHERE:
        there = [one for one in snap.checked.findings if one.where.partition("/")[0] == part]
        assert list(snap.checked_in(part).findings) == there


def test_findings_are_worked_out_once() -> None:
    """Ask the rules once for each choice of parts, however often they are shown."""
    snap = Snapshot(snapshot("full").book, AS_OF)
    assert snap.checked_in("mission", "product") is snap.checked_in("product", "mission")
    assert snap.checked is snap.checked


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Return a folder with a product that has faults in two of its files."""
    folder = tmp_path / "data" / "sample"
    folder.mkdir(parents=True)
    for name, text in {"product": "name: Sample", "mission": "misson: Teach.", "evidence": "[]"}.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return tmp_path / "data"


def test_a_live_chapter_tells_all_faults_at_once(faulty: Path) -> None:
    """Read everything where somebody edits, whatever the chapter shows."""
    with pytest.raises(DataFaults) as found:
        open_chapter("report", "sample", str(faulty), "2026-10-31", "live")
    assert {fault.file for fault in found.value.faults} == {"mission.yml", "evidence.yml"}


def test_a_published_chapter_tells_the_faults_of_what_it_shows(faulty: Path) -> None:
    """Read what is shown, and refuse to show what cannot be read."""
    chapter = open_chapter("objectives", "sample", str(faulty), "2026-10-31", "published")
    assert "No objective is written yet" in chapter.html("form", "objectives")
    with pytest.raises(DataFaults, match="misson"):
        chapter.html("form", "statement")
