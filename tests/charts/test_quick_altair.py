"""Altair is read quickly, and works afterwards as if it had been read whole."""

import subprocess
import sys

import pytest

WHOLE = """
import sys
from purposebook.charts.quick_altair import alt
assert "altair.datasets" not in sys.modules
import jsonschema
assert {"date-time", "hostname", "color", "idn-hostname"} <= set(jsonschema.FormatChecker.checkers)
import jinja2
assert jinja2.Template("{{ a }}").render(a=1) == "1"
assert "vegaEmbed" in alt.Chart(alt.Data(values=[{"a": 1}])).mark_point().to_html()
from altair.datasets import data
assert "cars" in data.list_datasets() and alt.datasets.data is data
print("well")
"""
CHARTS = """
import datetime as dt, json, sys
if sys.argv[1] == "quick":
    from purposebook.charts.quick_altair import alt
import altair as alt
import pandas as pd
frame = pd.DataFrame({"a": [1, 2], "b": ["x", "y"], "day": pd.to_datetime(["2026-01-01", "2026-01-02"])})
plain = alt.Data(values=[{"a": 1, "b": None, "c": True, "d": 1.5}])
bases = [
    alt.Chart(plain).mark_line().encode(x="a:Q", y=alt.Y("b:N", sort=["x"], title=None), color="sum(d):Q"),
    alt.Chart(frame).mark_point(filled=True).encode(x="a", y="b:O", tooltip=["day:T", "a:Q"], detail="count()"),
    alt.Chart(frame).mark_bar().encode(x="yearmonth(day):T", y=alt.Y("a:Q", scale=alt.Scale(domain=(0, 3)))),
    alt.Chart(plain).mark_text().encode(text="a:Q", x=alt.datum(dt.date(2026, 1, 1)), opacity=alt.value(0.5)),
    alt.Chart(plain).mark_rect().encode(x="a:Q", x2="d:Q", row="b:N").properties(width="container"),
]
for chart in (*bases, alt.layer(bases[0], bases[3]), alt.hconcat(*bases[:2])):
    print(json.dumps(chart.to_dict()))
for wrong in ("z", "a:X", "b:"):
    try:
        print(json.dumps(alt.Chart(plain).mark_point().encode(x=wrong).to_dict()))
    except Exception as error:
        print(type(error).__name__, repr(str(error)))
"""


def _told(code: str, *arguments: str) -> str:
    """Run code in a process of its own."""
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code, *arguments], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_what_was_left_out_is_there_when_it_is_used() -> None:
    """Example data, saved pages, and nearly all formats of texts."""
    assert _told(WHOLE) == "well\n"


@pytest.mark.parametrize("times", [1, 2])
def test_every_chart_is_written_as_altair_writes_it(times: int) -> None:
    """Typed and untyped names, data frames and plain values, layers, what is wrong; and again when it is known."""
    code = CHARTS if times == 1 else CHARTS.replace("for chart in", "for chart in bases: chart.to_dict()\nfor chart in")
    quick = _told(code, "quick")
    assert quick == _told(code, "as it is")
    assert quick.count("\n") == 10
