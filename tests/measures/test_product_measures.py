"""A workbook's measures as a whole, and as JSON."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from measured_samples import AS_OF, book, day, metric, row

from purposebook.domain.base import LARGEST_NUMBER
from purposebook.domain.metrics import Observation
from purposebook.domain.objectives import Objective
from purposebook.domain.schemas import results_schema
from purposebook.measures import measure
from purposebook.measures.product import NO_EVENTS

CELLS = st.tuples(
    st.integers(0, 600),
    st.one_of(st.floats(-LARGEST_NUMBER, LARGEST_NUMBER), st.tuples(st.integers(0, 50), st.integers(1, 50))),
    st.sampled_from(["", "", "solo"]),
)


def rows_of(cells: list[tuple[int, float | tuple[int, int], str]]) -> list[Observation]:
    """Make observations of drawn cells."""
    return [
        row(number, segment=segment, numerator=cell[0], denominator=cell[1])
        if isinstance(cell, tuple)
        else row(number, cell, segment=segment)
        for number, cell, segment in cells
    ]


def numbers(value: object) -> Iterator[float]:
    """Yield every number in a JSON structure."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from numbers(item)
    elif isinstance(value, float | int):
        yield value


def test_json_has_the_keys_of_the_contract() -> None:
    """Carry every key of the public interface, empty ones included."""
    told = measure(book([metric()], [row(0, 30)]), AS_OF).as_json()
    assert [told[key] for key in ("product", "as_of", "pirate", "experiments", "footprint", "inclusion")] == [
        "sample",
        "2026-10-31",
        None,
        [],
        None,
        [],
    ]
    assert set(told["metrics"][0]["latest"]) == {"date", "value", "n", "interval", "method"}
    assert set(told["metrics"][0]["series"][0]) == {"date", "value", "n", "interval"}


def test_json_follows_its_schema() -> None:
    """Validate against the published schema, and say nothing that it does not describe."""
    jsonschema = pytest.importorskip("jsonschema")
    objective = Objective(id="o", statement="x", key_results=("rate",))
    rows = [row(number * 9, numerator=number + 1, denominator=40) for number in range(30)]
    told = measure(book([metric()], [*rows, row(3, 1, segment="solo")], [objective]), AS_OF).as_json()
    schema = results_schema("measures")
    jsonschema.Draft202012Validator(schema).validate(told)
    assert set(told) == set(schema["properties"])
    assert set(told["metrics"][0]) == set(schema["$defs"]["MetricResult"]["properties"])


def test_a_metric_without_observations() -> None:
    """Give reasons instead of numbers."""
    found = measure(book([metric()]), AS_OF).metrics[0]
    assert (found.latest, found.progress, found.limits, found.assurance) == (None, None, None, None)
    assert found.reasons == (
        "no observation of the whole by 2026-10-31: no latest value, progress, limits or assurance",
    )


def test_later_rows_are_counted() -> None:
    """Leave out rows after the day, and count them."""
    found = measure(book([metric()], [row(0, 30), row(400, 90), row(401, 91)]), AS_OF)
    assert found.left_out == 2
    assert found.reasons == ("2 observation rows are later than 2026-10-31 and left out",)


@given(st.lists(CELLS, max_size=40), st.integers(0, 600))
@settings(max_examples=60, deadline=None)
def test_later_rows_change_nothing(cells: list[tuple[int, float | tuple[int, int], str]], number: int) -> None:
    """Give the same metric whether later rows exist or not."""
    rows, as_of = rows_of(cells), day(number)
    known = [given_row for given_row in rows if given_row.date <= as_of]
    assert measure(book([metric()], rows), as_of).metrics == measure(book([metric()], known), as_of).metrics


@given(st.lists(CELLS, max_size=40), st.sampled_from(["increase", "decrease", "maintain", None]))
@settings(max_examples=60, deadline=None)
def test_every_number_is_finite(cells: list[tuple[int, float | tuple[int, int], str]], direction: str | None) -> None:
    """Print JSON without NaN or infinity, and a reason wherever a number is missing."""
    told = measure(book([metric(direction=direction)], rows_of(cells)), day(700)).as_json()
    json.dumps(told, allow_nan=False)
    assert all(map(math.isfinite, numbers(told)))
    missing = [key for key in ("latest", "progress", "pace", "limits", "assurance") if told["metrics"][0][key] is None]
    assert not missing or told["metrics"][0]["reasons"]


def test_declared_and_not_computed_is_said() -> None:
    """Say that pirate metrics are declared and have no event log."""
    plain = book([])
    declared = plain.metrics.model_validate({"pirate": {"events": {"file": "events.csv"}}})
    found = measure(replace(plain, metrics=declared), AS_OF)
    assert found.pirate is None
    assert found.notes == (NO_EVENTS,) == tuple(found.as_json()["reasons"])


def test_importing_measures_is_cheap(tmp_path: Path) -> None:
    """Load neither pandas nor scipy before somebody asks for a frame."""
    code = "import sys, purposebook.measures.report; print({'pandas', 'scipy', 'numpy'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
