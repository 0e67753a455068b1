"""The same number is written alike in the terminal, on the page and in JSON."""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from purposebook.measures.product import ProductMeasures, measure
from purposebook.measures.report import as_text
from purposebook.notebook.snapshot import Snapshot
from purposebook.notebook.views import VIEWS
from purposebook.storage.reading import read_workbook
from purposebook.text.numbers import number, percent, without_noise

DATA = Path(__file__).resolve().parents[2] / "data"
AS_OF = dt.date(2026, 10, 31)
EXAMPLES = ("coursecraft", "books-to-the-door")


@cache
def measured(product: str) -> ProductMeasures:
    """Return every number of an example."""
    return measure(read_workbook(DATA / product), AS_OF)


@cache
def page(product: str, kind: str, name: str) -> str:
    """Return the words of a view."""
    html = VIEWS[kind][name](Snapshot(read_workbook(DATA / product), AS_OF))  # type: ignore[index]
    shown = lxml.html.fromstring(f"<div>{html}</div>")
    for drawn in shown.xpath("//svg | //script"):
        drawn.drop_tree()
    return " ".join(shown.text_content().split())


@pytest.mark.parametrize("product", EXAMPLES)
def test_values_intervals_and_counts_of_metrics(product: str) -> None:
    """What JSON says of each metric stands in the same digits in the plain report and in its card."""
    text, cards = " ".join(as_text(measured(product)).split()), page(product, "card", "metrics")
    for one in json.loads(json.dumps(measured(product).as_json()))["metrics"]:
        latest = one["latest"]
        if latest is None:
            continue
        said = [" ".join(number(value).split()) for value in (latest["value"], *(latest["interval"] or ()))]
        assert all(value in text and value in cards for value in said), one["id"]


@pytest.mark.parametrize("product", EXAMPLES)
def test_shares_of_people(product: str) -> None:
    """A share of the event log is rounded alike in the plain report, on its card and in its picture."""
    found = json.loads(json.dumps(measured(product).as_json()))["pirate"]
    if not found or not found["activation"]:
        pytest.skip("no event log")
    said = percent(found["activation"]["rate"])
    assert said.replace("\u00a0", " ") in as_text(measured(product))
    assert said.replace("\u00a0", " ") in page(product, "card", "pirate")


@pytest.mark.parametrize("product", EXAMPLES)
def test_thousands_are_set_apart_alike(product: str) -> None:
    """No number of the report or of a page has a comma between thousands."""
    views = [page(product, "card", name) for name in ("metrics", "tiles", "board", "pirate", "estimates")]
    for text in (as_text(measured(product)), *views):
        assert not re.findall(r"(?<!\d)\d{1,3},\d{3}(?!\d)", text)


@pytest.mark.parametrize(
    ("noisy", "clean"),
    [(0.1 + 0.2, 0.3), (0.07 * 100, 7.0), (56.00000000000001, 56.0), (-0.1 - 0.2, -0.3), (1.1 * 3, 3.3)],
)
def test_json_has_no_noise(noisy: float, clean: float) -> None:
    """A decimal number that sums of floats miss by a hair is written as that number."""
    assert without_noise(noisy) == clean


@given(st.floats(-1e15, 1e15, allow_nan=False))
def test_json_keeps_what_it_knows(value: float) -> None:
    """A number is never moved further than floating point errs by itself."""
    assert without_noise(value) == pytest.approx(value, rel=1e-15, abs=0)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_json_keeps_every_digit_of_a_ratio(one: int, other: int) -> None:
    """The ratio of two counts, which no sum has blurred, keeps all its digits."""
    assert without_noise(one / other) == one / other
