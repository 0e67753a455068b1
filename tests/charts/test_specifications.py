"""Every chart is checked against Vega-Lite's schema here, because nothing checks it while a page is built."""

from __future__ import annotations

import datetime as dt
import importlib
import inspect
import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from chart_samples import book, hostile, pictures
from grid_samples import grid_pictures, hostile_grids
from impact_samples import impact_pictures

from purposebook import charts
from purposebook.charts.layer import layer, layered
from purposebook.charts.quick_altair import alt
from purposebook.charts.theme import theme
from purposebook.domain.metrics import Observation
from purposebook.domain.workbook import Workbook
from purposebook.storage.reading import read_workbook

DATA = Path(__file__).resolve().parents[2] / "data"


def kinds() -> set[str]:
    """Return the name of every public function of the package that draws a figure."""
    modules = [
        importlib.import_module(f"{charts.__name__}.{found.name}") for found in pkgutil.iter_modules(charts.__path__)
    ]
    own = [(name, value) for one in modules for name, value in vars(one).items() if inspect.isfunction(value)]
    drawing = {name for name, value in own if str(inspect.signature(value).return_annotation) == "Figure | None"}
    return {name.removesuffix("_chart") for name in drawing if not name.startswith("_")}


KINDS = kinds()


def series(count: int, *, counted: bool = False, **metric: Any) -> Workbook:
    """Make a workbook of one metric, observed every week, whose last but one value stands out."""
    start = dt.date(2024, 1, 1)
    values = [90 if at == count - 2 else 50 + at % 5 for at in range(count)]
    numbers = [{"numerator": value, "denominator": 99} if counted else {"value": value} for value in values]
    rows = [Observation(metric="m", date=start + dt.timedelta(days=7 * at), **seen) for at, seen in enumerate(numbers)]
    return book(metrics={"metrics": [{"id": "m", "name": "M", **metric}]}, observations=rows)


ENDS = {"baseline": {"value": 25}, "target": {"value": 75}}
CHANGES = [{"date": f"2024-0{month}-01", "what": "A change whose words are long"} for month in range(1, 9)]
EVIDENCE = [{"id": f"e{at}", "kind": "desk", "date": date} for at, date in enumerate(["2020-01-01", "2027-01-01"])]
BOOKS: dict[str, Callable[[], Workbook]] = {
    "full": lambda: read_workbook(DATA / "coursecraft"),
    "begun": lambda: read_workbook(DATA / "first-steps"),
    "empty": book,
    "hostile": hostile,
    "one point": lambda: series(1, unit="%"),
    "signals that are welcome": lambda: series(40, direction="increase", unit="x" * 99, changes=CHANGES, **ENDS),
    "signals that are not": lambda: series(29, direction="decrease", changes=CHANGES),
    "signals without a side": lambda: series(29, counted=True, unit="%"),
    "a band of intervals": lambda: series(60, counted=True, unit="%"),
    "more than is drawn": lambda: series(1_200),
    "old and future evidence": lambda: book(evidence={"evidence": EVIDENCE}),
    "no level": lambda: book(metrics={"metrics": [{"id": "m", "name": "M"}]}),
}


@pytest.mark.parametrize("name", BOOKS)
def test_every_specification_follows_the_schema(name: str) -> None:
    """Full, empty or odd: with the look that all charts share, each is what Vega-Lite describes."""
    look = {key: value for key, value in theme().items() if value is not None}  # null is no ground: not in the schema
    drawn = [figure for figure in pictures(BOOKS[name]()) if figure]
    assert drawn
    for figure in drawn:
        alt.TopLevelLayerSpec.validate({**figure.chart.to_dict(validate=False), "config": look})


@pytest.mark.parametrize("name", ["full", "hostile"])
def test_every_specification_of_impact_follows_the_schema(name: str) -> None:
    """What logs and experiments tell is drawn by the same rules."""
    look = {key: value for key, value in theme().items() if value is not None}
    drawn = [figure for figure in impact_pictures(name) if figure]
    assert len(drawn) > 6
    for figure in drawn:
        alt.TopLevelLayerSpec.validate({**figure.chart.to_dict(validate=False), "config": look})


def test_every_chart_function_is_among_them() -> None:
    """A new chart that the samples do not draw is noticed."""
    names = {figure.name.split("-")[0] for figure in pictures(hostile()) if figure}
    grids = {figure.name for figure in grid_pictures(hostile_grids()) if figure}
    impact = {figure.name.split("-")[0] for figure in impact_pictures("hostile") if figure}
    assert len(names) + len(grids) + len(impact) == len(KINDS)


def test_a_wrong_specification_would_be_noticed() -> None:
    """What is built without a check fails the check that the tests ask for."""
    wrong = layered([layer([{"x": 1}], "dot").encode(x=alt.X("x:Q"))], width=10)
    assert wrong.to_dict(validate=False)
    with pytest.raises(alt.utils.schemapi.SchemaValidationError):
        wrong.to_dict()


def test_altair_still_checks_what_others_build() -> None:
    """After our charts, altair refuses a nonsensical mark as it always does."""
    assert list(pictures(series(3)))
    with pytest.raises(alt.utils.schemapi.SchemaValidationError):
        alt.MarkDef(type="nonsense")


def test_rows_that_several_layers_draw_are_written_once() -> None:
    """Equal rows share a set of data, whose name depends on nothing but its place."""
    rows, others = [{"x": 1}], [{"x": 2}]
    chart = layered(layer(data, "point").encode(x=alt.X("x:Q")) for data in (rows, others, [{"x": 1}]))
    spec = chart.to_dict()
    assert spec["datasets"] == {"data-1": rows, "data-2": others}
    assert [one["data"]["name"] for one in spec["layer"]] == ["data-1", "data-2", "data-1"]
