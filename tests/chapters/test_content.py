"""The worked examples and the starter files teach what they mean to teach."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

from purposebook.checks.engine import check
from purposebook.domain.references import declared, references
from purposebook.domain.wcag import CRITERIA
from purposebook.domain.workbook import PARTS, Workbook
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


ON_PURPOSE = {
    ("O3", "mission/wherever"),
    ("R4", "mission/studio"),
    ("P1", "personas/keyboard-author"),
    ("X2", "evidence/evidence"),
    ("C2", "strategy/keyboard-only"),
    ("C3", "strategy/teams"),
    ("G1", "opportunities/i-wait-for-upload"),
    ("G3", "opportunities/stop-link"),
    ("G4", "opportunities/no-school-names"),
    ("V1", "work/items"),
    ("V1", "work/items/measured_by"),
    ("H3", "experiments/faster-upload/ended"),
    ("E2", "responsibility/second-income"),
    ("L1", "reviews/spring-2026"),
    ("K10", "metrics/first-lesson-rate/target"),
}
"""What CourseCraft teaches by a gap; a comment in the file says so at each place."""


def test_coursecraft_is_found_wanting_only_on_purpose() -> None:
    """The rules are silent but for the gaps that teach something."""
    found = check(read_workbook(COURSECRAFT), AS_OF).findings
    assert {(one.rule, one.where) for one in found} == ON_PURPOSE


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


def test_published_figures_are_those_of_the_case() -> None:
    """Give the first guess and the result the two published values, and the comparisons other metrics."""
    runs = {one.id: one for one in read_workbook(COURSECRAFT).experiments.experiments}
    guess, result = runs["faster-upload"], runs["video-help"]
    assert (guess.current.value, guess.actual.value, result.current.value, result.actual.value) == (25, 25, 25, 75)  # type: ignore[union-attr]
    assert all(one.comparison is None or one.comparison.metric != "publish-rate" for one in runs.values())


def test_expectations_and_criteria_come_first() -> None:
    """Write down what is expected, and when to stop, before the start; look at the result afterwards."""
    book = read_workbook(COURSECRAFT)
    for run in book.experiments.experiments:
        assert run.expected and run.started and run.expected.recorded and run.expected.recorded <= run.started
        assert not run.actual or (run.actual.recorded and run.actual.recorded >= run.started)
    assert all(one.set_on < one.started < one.check_on for one in book.opportunities.exits)  # type: ignore[operator]
    assert {one.id: one.status for one in book.opportunities.exits}["stop-uploader"] == "stopped"


def test_reviews_keep_the_numbers_of_their_day() -> None:
    """Freeze what the observations say on the day of the review, to two decimals."""
    book = read_workbook(COURSECRAFT)
    for review in book.reviews.reviews:
        latest = {one.id: one.latest for one in measure(book, review.date).metrics if one.latest}
        frozen = {one.metric: (one.date, one.value) for one in review.numbers}
        assert frozen == {id: (point.date, round(point.value, 2)) for id, point in latest.items()}


def test_every_criterion_is_answered_with_evidence() -> None:
    """Answer all criteria of levels A and AA, each with a method and what it rests on, and claim no more than that."""
    access = read_workbook(COURSECRAFT).responsibility.accessibility
    assert access and access.claim == "does-not-conform"
    asked = [one.number for one in CRITERIA.values() if one.level != "AAA"]
    assert [one.number for one in access.criteria] == asked
    assert all(one.evidence and one.method and one.term != "not-evaluated" for one in access.criteria)


def test_groups_add_up_to_the_whole() -> None:
    """Let groups of one dimension add up to what observations.csv says, one of them too small to be shown."""
    book = read_workbook(COURSECRAFT)
    assert book.responsibility.inclusion
    outcomes = book.responsibility.inclusion.outcomes
    sums = {
        name: (
            sum(one.reached for one in outcomes if one.dimension == name),
            sum(one.of for one in outcomes if one.dimension == name),
        )
        for name in ("age", "gender", "device")
    }
    autumn = _summed(book, "first-lesson-rate", dt.date(2026, 7, 6), dt.date(2026, 9, 28))
    assert sums == {"age": autumn, "gender": autumn, "device": _summed(book, "completion", AS_OF, AS_OF)}
    assert any(one.of < 10 for one in outcomes)


def _summed(book: Workbook, metric: str, first: dt.date, last: dt.date) -> tuple[float, float]:
    """Return how many did it, and how many could have, between two days."""
    rows = [row for row in book.observations if row.metric == metric and not row.segment and first <= row.date <= last]
    return sum(row.numerator or 0 for row in rows), sum(row.denominator or 0 for row in rows)


def test_sums_of_ranks_are_possible() -> None:
    """Share out m (m + 1) / 2 points for m needs, once for each member."""
    for ranking in read_workbook(COURSECRAFT).personas.rankings:
        needs = len(ranking.places)
        assert sum(place.ranks for place in ranking.places) == ranking.members * needs * (needs + 1) / 2


def test_footprint_says_what_its_parts_say() -> None:
    """State the total that energy and hardware add up to: four grams a lesson."""
    footprint = read_workbook(COURSECRAFT).responsibility.footprint
    assert footprint and footprint.stated and footprint.amount
    total = 0.0
    for part in footprint.components:
        total += (part.energy or 0) * (part.intensity or 0)
        if part.embodied:
            total += part.embodied * (part.reserved_time / part.lifespan) * (part.reserved / part.total)  # type: ignore[operator]
    assert (round(total, 6), round(total / footprint.amount, 6)) == (footprint.stated, 4)


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
