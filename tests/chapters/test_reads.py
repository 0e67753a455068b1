"""Every chapter reads the files that it shows something from, and asks for the day only where that matters."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import nbformat
import pytest

from purposebook.domain.variables import JOURNAL
from purposebook.domain.workbook import PARTS
from purposebook.notebook import open_chapter
from purposebook.notebook.snapshot import Snapshot
from purposebook.storage.journal import Journal, read_journal

ROOT = Path(__file__).parents[2]
AS_OF = "2026-10-31"
DATA = {"observations": "observations.csv", "answers": "surveys.csv", "events": "events.csv"}
ALL = frozenset({*(f"{part}.yml" for part in PARTS), "observations.csv"})
FROZEN = frozenset(f"reviews/{name}/metrics.yml" for name in ("2026-04-30-spring-2026", "2026-07-31-summer-2026"))
"""Copies that a review may have kept; the example's reviews were written by hand."""


def files(*parts: str) -> frozenset[str]:
    """Return the names of the parts' files."""
    return frozenset(DATA.get(part, f"{part}.yml") for part in parts)


CORE = files("product", "mission", "objectives", "personas")
THREAD = CORE | files("evidence", "metrics")
PLANS = THREAD | files("strategy", "opportunities", "work", "experiments")
# Ids are unique across parts: a chapter of a later part reads those before it. Nothing but objectives, metrics, report,
# experiments with a before and an after, and review rests on observations: one changed number runs these five.
READ = {
    # rules of the mission ask for whom, on what it rests, who serves it, and what shows it
    "mission": (THREAD, False),
    # an objective's card shows the newest value of each key result, and the score on that day
    "objectives": (CORE | files("metrics", "observations"), True),
    # ages of evidence, refinements and contacts; every part may use a persona, or cite a piece of evidence
    "personas": (ALL - {"observations.csv"}, True),
    "metrics": (ALL | files("answers", "events"), True),
    "report": (ALL | files("answers"), True),
    "strategy": (THREAD | files("strategy"), False),
    # kill criteria, open loops and steps have a day that may have passed
    "opportunities": (PLANS, True),
    "experiments": (PLANS | files("observations"), True),
    "responsibility": (PLANS | files("responsibility"), True),
    "culture": (PLANS | files("responsibility", "culture"), False),
    "review": (ALL | FROZEN, True),
}
BEGUN = {
    "mission": (CORE, False),
    "objectives": (CORE | files("metrics"), False),
    "personas": (CORE | files("evidence"), False),
    "metrics": (THREAD | files("observations", "answers"), False),
    "report": (ALL | files("answers"), True),
    "strategy": (THREAD | files("strategy"), False),
    "opportunities": (THREAD | files("strategy", "opportunities", "work"), False),
    "experiments": (PLANS, False),
    "responsibility": (PLANS | files("responsibility"), False),
    "culture": (PLANS | files("responsibility", "culture"), False),
    "review": (ALL - {"observations.csv"}, False),
}


def run(name: str, product: str, notes: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    """Run a chapter's code cells as publishing does, without a kernel, and return what it read."""
    monkeypatch.setenv(JOURNAL, str(notes))
    notebook = nbformat.read(ROOT / "chapters" / f"{name}.ipynb", as_version=4)
    opening, parameters, *calls = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    values = {"product": product, "data_dir": str(ROOT / "data"), "as_of": AS_OF, "mode": "published"}
    injected = "\n".join(f"{name} = {value!r}" for name, value in values.items())
    exec("\n".join((opening, parameters, injected, *calls)), {})  # noqa: S102 - chapters of this repository
    return read_journal(notes)


@pytest.mark.parametrize("name", READ)
def test_a_chapter_reads_what_it_shows(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Read exactly these files of a full product, and ask for the day or not."""
    found = run(name, "coursecraft", tmp_path / "notes", monkeypatch)
    assert (set(found.files), found.day, found.torn) == (*READ[name], False)
    assert {file for file, text in found.files.items() if text is None} <= {"surveys.csv", *FROZEN}


@pytest.mark.parametrize("name", BEGUN)
def test_a_chapter_of_a_product_that_is_begun_reads_less(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rest on the files that are missing too, and not on the day while nothing is dated."""
    found = run(name, "first-steps", tmp_path / "notes", monkeypatch)
    assert (set(found.files), found.day, found.torn) == (*BEGUN[name], False)
    assert {file for file, hashed in found.files.items() if hashed} == {"product.yml", "mission.yml"}


def test_opening_a_chapter_reads_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither read a file nor ask for the day before something is shown."""
    monkeypatch.setenv(JOURNAL, str(tmp_path / "notes"))
    chapter = open_chapter("mission", "coursecraft", str(ROOT / "data"), AS_OF, "published")
    assert not (tmp_path / "notes").exists()
    assert (chapter.as_of, Snapshot(chapter.book, dt.date.max).as_of) == (dt.date(2026, 10, 31), dt.date.max)
    assert read_journal(tmp_path / "notes").day
