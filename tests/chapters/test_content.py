"""The worked examples and the starter files teach what they mean to teach."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

from purposebook.checks.engine import check
from purposebook.domain.references import declared, references
from purposebook.domain.workbook import PARTS
from purposebook.measures.product import measure
from purposebook.storage.reading import read_workbook

ROOT = Path(__file__).parents[2]
COURSECRAFT = ROOT / "data" / "coursecraft"
FIRST_STEPS = ROOT / "data" / "first-steps"
STARTER = ROOT / "templates" / "product"
AS_OF = dt.date(2026, 10, 31)


def test_coursecraft_is_complete() -> None:
    """Write every part, with every reference pointing to something."""
    book = read_workbook(COURSECRAFT)
    assert book.written == frozenset(PARTS)
    assert {reference.target for reference in references(book)} <= {item.id for item in declared(book)}


def test_coursecraft_has_no_error() -> None:
    """Show advice, and one silenced rule with its reason, but nothing that stops a build in CI."""
    checked = check(read_workbook(COURSECRAFT), AS_OF)
    severities = {finding.severity for finding in checked.findings}
    assert "error" not in severities
    assert "warning" in severities
    assert [(one.rule, one.where) for one in checked.silenced] == [("R1", "personas/no-mouse")]


def test_published_figures_have_no_interval() -> None:
    """Invent no sample size for the two published figures of the case."""
    metric = next(one for one in measure(read_workbook(COURSECRAFT), AS_OF).metrics if one.id == "publish-rate")
    assert [(point.value, point.n, point.interval) for point in metric.series] == [(25, None, None), (75, None, None)]


def test_everything_else_says_that_it_is_an_illustration() -> None:
    """Tell our own numbers and voices from those of the case."""
    book = read_workbook(COURSECRAFT)
    assert all("illustration" in metric.source for metric in book.metrics.metrics)
    assert all("Our illustration." in one.note for one in book.evidence.evidence if one.id != "published-case")


def test_uploading_moved_nothing() -> None:
    """Show a step at the second change, and none at the first."""
    metric = next(one for one in measure(read_workbook(COURSECRAFT), AS_OF).metrics if one.id == "first-lesson-rate")
    before, uploader, editing = [phase.limits for phase in metric.phases]
    assert before and uploader and editing
    assert abs(uploader.mean - before.mean) < 3
    assert all(point.value > uploader.upper for point in metric.series if point.date >= dt.date(2026, 7, 6))


def test_the_whole_falls_while_both_groups_rise() -> None:
    """Keep the lesson of `completion`: look at the groups before believing the whole."""
    rows = [row for row in read_workbook(COURSECRAFT).observations if row.metric == "completion"]
    shares = {
        name: [row.numerator / row.denominator for row in rows if row.segment == name]
        for name in ("", "phone", "computer")
    }  # type: ignore[operator]
    assert shares[""][-1] < shares[""][0]
    assert all(shares[name][-1] > shares[name][0] for name in ("phone", "computer"))


def test_first_steps_is_nearly_empty() -> None:
    """Leave a draft mission only, weak enough to be told so."""
    book = read_workbook(FIRST_STEPS)
    assert book.written == {"product", "mission"}
    rules = {finding.rule for finding in check(book, AS_OF).findings}
    assert {"M2", "M3", "M4", "M5"} <= rules


def test_starter_says_nothing_yet() -> None:
    """Begin a product with guidance only: every part but the name is not written."""
    assert read_workbook(STARTER).written == {"product"}
    assert {path.stem for path in STARTER.glob("*.yml")} == set(PARTS)
    assert (STARTER / "observations.csv").read_text(encoding="utf-8").count("\n") == 1


def test_starter_examples_are_valid(tmp_path: Path) -> None:
    """Offer examples that can be used as they are, by taking away the marks of the comments."""
    folder = shutil.copytree(STARTER, tmp_path / "sample")
    for path in folder.glob("*.yml"):
        path.write_text(
            re.sub(r"^# (?=[a-z_]+:|  )", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8"
        )
    assert read_workbook(folder).written == frozenset(PARTS)
