"""A review is judged by its own day: what was renamed, retired or redefined since is shown as it was."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from purposebook.checks.engine import check
from purposebook.notebook.record_views import CARDS as RECORDS
from purposebook.notebook.review_views import moved
from purposebook.notebook.snapshot import Snapshot
from purposebook.storage.opening import open_workbook
from purposebook.storage.reading import read_workbook

DAY = dt.date(2026, 6, 1)
REVIEWS = """\
reviews:
  - id: q1
    title: Q1
    date: 2026-04-01
    numbers:
      - {metric: riders, value: 1200, date: 2026-03-31}
    claims: [{text: More people ride., metric: riders}]
    decisions: [{text: Go on., owner: Planner, by: 2026-05-01, clauses: [late]}]
"""
NOW = "metrics:\n  - {id: passengers, name: Riders a week, unit: riders}\n"
THEN = "metrics:\n  - {id: riders, name: Weekly riders, unit: persons}\n"


def night(root: Path, metrics: str = NOW, frozen: str | None = None, mission: str = "mission: M\n") -> Path:
    """Make a product with a review, and with the metrics that it froze."""
    folder = root / "night"
    folder.mkdir()
    rows = "metric,date,value\npassengers,2026-05-31,1300\n" if "passengers" in metrics else "metric,date,value\n"
    texts = {"product.yml": "name: Night bus\n", "reviews.yml": REVIEWS, "metrics.yml": metrics, "mission.yml": mission}
    for name, text in (texts | {"observations.csv": rows}).items():
        (folder / name).write_text(text)
    if frozen is not None:
        (folder / "reviews" / "2026-04-01-q1").mkdir(parents=True)
        (folder / "reviews" / "2026-04-01-q1" / "metrics.yml").write_text(frozen)
    return folder


def pages(folder: Path) -> str:
    """Return what the review chapter shows of its reviews."""
    snap = Snapshot(open_workbook(folder), DAY)
    return moved(snap) + RECORDS["reviews"](snap)


@pytest.mark.parametrize(
    "metrics",
    [NOW, "metrics: []\n", "# nothing\n", "metrics:\n  - {id: late, name: A metric with the id of a clause}\n"],
    ids=["renamed", "retired", "nothing left", "id used for another kind"],
)
def test_a_frozen_review_is_no_loose_end(tmp_path: Path, metrics: str) -> None:
    """Say at most an info about a metric or clause that is gone, and never advise to take it out."""
    found = check(read_workbook(night(tmp_path, metrics)), DAY).findings
    about = [one for one in found if one.where.startswith("reviews/") and one.rule == "X1"]
    assert about
    assert {one.severity for one in about} == {"info"}
    assert not any("take" in f"{one.message} {one.advice}" and "reference" in one.advice for one in about)
    assert all(one.severity != "error" for one in found)


def test_name_and_unit_come_from_the_frozen_copy(tmp_path: Path) -> None:
    """Show the number of that day as that day called and measured it."""
    shown = pages(night(tmp_path, frozen=THEN))
    assert shown.count("Weekly riders") == 3, "what moved, the review's numbers, its claim"
    assert "1\u202f200 persons" in shown.replace("\u00a0", " ") or "1 200 persons" in shown
    assert "not written yet" not in shown.replace("Not written yet", "")
    assert "no longer measured" in shown


def test_a_metric_with_a_new_unit_is_not_compared(tmp_path: Path) -> None:
    """Two numbers of different units are neither higher nor lower."""
    metrics = "metrics:\n  - {id: riders, name: Riders, unit: thousand riders}\n"
    folder = night(tmp_path, metrics, THEN)
    (folder / "observations.csv").write_text("metric,date,value\nriders,2026-05-31,1.3\n")
    shown = pages(folder)
    assert "measured in another unit since" in shown
    assert "lower" not in shown


@pytest.mark.parametrize("frozen", [None, "metrics: [\n", "metrics: []\n"], ids=["by hand", "damaged", "without it"])
def test_without_a_usable_copy_the_id_is_shown(tmp_path: Path, frozen: str | None) -> None:
    """A review keeps its number even when nobody knows any more what it was called."""
    shown = pages(night(tmp_path, frozen=frozen))
    assert "<code>riders</code>" in shown
    assert "no longer in the workbook" in shown
    assert "not written yet" not in shown.replace("Not written yet", "")


def test_a_linked_copy_is_not_followed(tmp_path: Path) -> None:
    """Read nothing outside of the product's folder."""
    folder = night(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "metrics.yml").write_text(THEN.replace("Weekly riders", "SECRET"))
    (folder / "reviews").mkdir()
    (folder / "reviews" / "2026-04-01-q1").symlink_to(elsewhere)
    assert "SECRET" not in pages(folder)
    assert not dict(read_workbook(folder).frozen)
