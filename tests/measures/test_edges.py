"""What data can get wrong: each case gives its sentence, none a wrong number or a traceback."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from measured_samples import AS_OF, book, day, metric, row

from purposebook.domain.experiments import Experiments
from purposebook.domain.metrics import Observation
from purposebook.domain.objectives import Objective
from purposebook.domain.workbook import Workbook
from purposebook.measures import ProductMeasures, measure
from purposebook.measures.before_after import before_after
from purposebook.measures.difference import difference
from purposebook.measures.report import as_text
from purposebook.measures.series import Point
from purposebook.measures.step_model import Terms

SINCE = {"kind": "before-after", "metric": "rate", "change": "2026-01-11", "trend": True}
LARGE = Observation.model_construct(
    metric="rate", date=day(0), value=1e308, numerator=None, denominator=None, segment="", note=""
)


def with_comparison(made: Workbook, **keys: object) -> Workbook:
    """Add an experiment that compares."""
    written = {"experiments": [{"id": "e", "step": "x", "comparison": {**SINCE, **keys}}]}
    return replace(made, experiments=Experiments.model_validate(written))


def of_metric(found: ProductMeasures) -> tuple[object, tuple[str, ...]]:
    """Return a metric's progress and reasons."""
    return found.metrics[0].progress, found.metrics[0].reasons


def of_limits(found: ProductMeasures) -> tuple[object, tuple[str, ...]]:
    """Return a metric's limits and reasons."""
    return found.metrics[0].limits, found.metrics[0].reasons


def of_interval(found: ProductMeasures) -> tuple[object, tuple[str, ...]]:
    """Return the newest interval and the metric's reasons."""
    latest = found.metrics[0].latest
    return latest and latest.interval, found.metrics[0].reasons


def of_experiment(found: ProductMeasures) -> tuple[object, tuple[str, ...]]:
    """Return an experiment's ratio or difference and its reasons."""
    one = found.experiments[0]
    return one.ratio if one.difference is None else one.difference, one.reasons


def of_objective(found: ProductMeasures) -> tuple[object, tuple[str, ...]]:
    """Return an objective's score and reasons."""
    return found.objectives[0].score, found.objectives[0].reasons


def of_latest(found: ProductMeasures) -> tuple[object, tuple[str, ...]]:
    """Return the newest value and the metric's reasons."""
    return found.metrics[0].latest, found.metrics[0].reasons


def of_segments(found: ProductMeasures) -> tuple[object, tuple[str, ...]]:
    """Return the segments, or nothing, and the metric's reasons."""
    return found.metrics[0].segments or None, found.metrics[0].reasons


def of_rows(found: ProductMeasures) -> tuple[object, tuple[str, ...]]:
    """Return nothing, and what the product says of its rows."""
    return None, found.notes


FEW = [row(at, 30 + at % 3) for at in range(11)]
TWICE_ZERO = {"kind": "two-proportions", "control": {"successes": 0, "trials": 0}}
CASES = {
    "fewer points than limits need": (book([metric()], FEW), of_limits, "fewer than 12 points: no limits"),
    "fewer points than a step needs": (
        with_comparison(book([metric()], FEW)),
        of_experiment,
        "10 points before 2026-01-11 and 1 after: at least 8 each are needed",
    ),
    "fewer points than a season needs": (
        with_comparison(book([metric()], [row(at, at % 7) for at in range(20)]), season=12),
        of_experiment,
        "20 points are less than two seasons of 12",
    ),
    "a baseline equal to its target": (
        book([metric(baseline={"value": 75, "date": "2026-01-01"})], FEW),
        of_metric,
        "target equals baseline",
    ),
    "nobody in a group": (
        with_comparison(book([metric()]), **{**TWICE_ZERO, "treatment": {"successes": 0, "trials": 0}}),
        of_experiment,
        "nobody was in one of the groups (zero trials)",
    ),
    "a numerator above its denominator": (
        book([metric()], [row(0, numerator=5, denominator=3)]),
        of_interval,
        "numerator above the denominator: a ratio has no interval",
    ),
    "an unknown metric in an objective": (
        book([], [], [Objective(id="o", statement="x", key_results=("nowhere",))]),
        of_objective,
        "nowhere is not written: left out of the score",
    ),
    "an unknown metric in an experiment": (
        with_comparison(book([metric()], FEW), metric="nowhere"),
        of_experiment,
        "metric 'nowhere' is not written: no ratio",
    ),
    "an unknown metric in the rows": (
        book([metric()], [row(0, 1, metric="nowhere")]),
        of_rows,
        "metric 'nowhere' is not written: 1 observation row left out",
    ),
    "one day twice, with other numbers": (
        book([metric()], [row(0, 1), row(0, 2)]),
        of_latest,
        "2026-01-01 has rows that disagree: the day is left out",
    ),
    "one segment's day twice, with other numbers": (
        book([metric()], [row(0, 1, segment="solo"), row(0, 2, segment="solo")]),
        of_segments,
        "segment solo: 2026-01-01 has rows that disagree: the day is left out",
    ),
    "too large for limits": (
        book([metric()], [LARGE.model_copy(update={"date": day(at), "value": (-1) ** at * 1e308}) for at in range(14)]),
        of_limits,
        "the numbers are too large to compute with: no limits",
    ),
    "too large for a step": (
        with_comparison(book([metric()], [LARGE.model_copy(update={"date": day(at)}) for at in range(20)])),
        of_experiment,
        "the numbers are too large to compute with: no ratio",
    ),
}


@pytest.mark.parametrize(("made", "number", "sentence"), CASES.values(), ids=list(CASES))
def test_each_case_has_its_sentence(
    made: Workbook, number: Callable[[ProductMeasures], tuple[object, tuple[str, ...]]], sentence: str
) -> None:
    """Give no number where there is none, say why, and print both as text and as JSON."""
    found = measure(made, AS_OF)
    value, reasons = number(found)
    assert value is None
    assert any(reason.startswith(sentence) for reason in reasons), reasons
    assert "NaN" not in json.dumps(found.as_json(), allow_nan=False)
    assert sentence in " ".join(as_text(found).split())


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"numerator": 1, "denominator": 0}, "leave the row out when there was nobody to count"),
        ({"value": 1e308}, "less than or equal to"),
        ({"value": "1e308"}, "less than or equal to"),
    ],
)
def test_rows_that_are_refused_say_why(cells: dict[str, object], sentence: str) -> None:
    """Never let a denominator of 0, or a number without end, into a report."""
    with pytest.raises(ValueError, match=sentence):
        Observation.model_validate({"metric": "rate", "date": "2026-01-01", **cells})


def test_the_same_row_twice_is_said() -> None:
    """Count it once, in the whole and in a segment, and say so."""
    rows = [row(0, 1), row(0, 1), *[row(at, 2, segment="solo") for at in (1, 1, 2, 2)]]
    reasons = measure(book([metric()], rows), AS_OF).metrics[0].reasons
    assert "2026-01-01 has the same row more than once: it counts once" in reasons
    assert (
        "segment solo: 2 days from 2026-01-02 to 2026-01-03 have the same row more than once: each counts once"
        in reasons
    )


def test_dates_out_of_order_change_nothing() -> None:
    """Give the same result for any order of the rows, experiments included."""
    rows = [row(at, numerator=20 + at % 5 + (9 if at >= 10 else 0), denominator=90) for at in range(20)]
    one, other = (measure(with_comparison(book([metric()], order)), AS_OF).as_json() for order in (rows, rows[::-1]))
    assert one == other and one["experiments"][0]["ratio"] is not None


@pytest.mark.parametrize("value", [1e308, -1e308, 1e-308, 5e-324, 0.0])
def test_numbers_at_the_edge_of_what_there_is(value: float) -> None:
    """Fit or refuse; nothing overflows."""
    points = [Point(day(at), value if at % 2 else value / 2) for at in range(20)]
    found = before_after(points, "hours", day(10), Terms(True, None))
    assert found.ratio is None or 0 < found.ratio < 1e6
    assert found.ratio is not None or found.reasons
    assert difference((0, 1), (2**60, 2**60)).value is None
