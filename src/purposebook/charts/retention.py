"""How fast people fall away: the share that is active at each age, over all cohorts and for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from purposebook.charts.cohorts import ROWS, clock, how, named
from purposebook.charts.figure import Figure, table
from purposebook.charts.funnel import definition_source
from purposebook.charts.grid import rest
from purposebook.charts.layer import Layer, layer, layered, unchecked
from purposebook.charts.palette import LIGHT
from purposebook.charts.words import integer, percent, percents, sentences
from purposebook.measures.pirate.found import Age, PirateMeasures, Retained
from purposebook.measures.proportions import METHOD

if TYPE_CHECKING:
    import altair as alt

_HEIGHT: Final = 240
_COLUMNS: Final = ("Age", "Actors", "Of", "Share", f"{METHOD}, low", f"{METHOD}, high")


def retention(found: PirateMeasures) -> Figure | None:
    """Draw the curve over all cohorts, theirs thin behind it; nothing with fewer than two ages."""
    kept = found.retention.value
    over = [age for age in kept.overall if age.share] if kept else []
    if kept is None or len(over) < 2:
        return None
    return Figure(
        "retention",
        _title(kept, over),
        _layers(kept, over),
        _description(found, kept, over),
        table(_COLUMNS, [_fact(age) for age in kept.overall]),
        definition_source(found),
    )


@unchecked()
def _layers(kept: Retained, over: list[Age]) -> alt.TopLevelLayerSpec:
    """Layer thin curves, the thick one, its intervals and its points."""
    from purposebook.charts.quick_altair import alt

    last = max(age.age for age in over)
    ticks = alt.Axis(tickMinStep=1, format="d", tickCount=min(12, last + 1), labelOverlap=True, labelSeparation=6)
    sides = {
        "x": alt.X("age:Q", title=f"{kept.period.capitalize()}s since", axis=ticks, scale=alt.Scale(nice=False)),
        "y": alt.Y("share:Q", title=None, axis=alt.Axis(format=".0%", tickCount=5), scale=alt.Scale(domain=[0, 1])),
    }
    rows = [_row(age) for age in over]
    spans = layer(rows, "rule", stroke=LIGHT["s1"], strokeWidth=1.4, opacity=0.8)
    tips = [alt.Tooltip(f"{field}:N", title=title) for field, title in (("when", "Age"), ("said", "Active"))]
    points = layer(rows, "point", shape="circle", size=60, opacity=1, fill=LIGHT["s1"], stroke=LIGHT["paper"])
    return layered(
        [
            *_thin(kept, sides),
            spans.encode(x=sides["x"], y=alt.Y("low:Q"), y2=alt.Y2("high:Q")),
            layer(rows, "line", stroke=LIGHT["s1"], strokeWidth=2.4).encode(**sides),
            points.encode(**sides, tooltip=tips),
        ],
        width="container",
        height=_HEIGHT,
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    )


def _thin(kept: Retained, sides: dict[str, Any]) -> Iterator[Layer]:
    """Draw the curve of each of the newest cohorts."""
    from purposebook.charts.quick_altair import alt

    rows = [
        {"age": age.age, "share": age.share.rate, "cohort": named(cohort, kept.period)}
        for cohort in kept.cohorts[-ROWS:]
        for age in cohort.ages
        if age.share
    ]
    line = layer(rows, "line", stroke=LIGHT["absent"], strokeWidth=0.9, opacity=0.7)
    yield line.encode(**sides, detail=alt.Detail("cohort:N"))


def _row(age: Age) -> dict[str, Any]:
    """Return one age with what a pointer reveals."""
    share = age.share
    if share is None:
        raise ValueError("an age that is not over has no place in the curve")
    said = f"{integer(share.actors)} of {integer(share.of)}: {percent(share.rate)}, {_span(age)}"
    ends = {"low": share.low, "high": share.high}
    return {"age": age.age, "share": share.rate, **ends, "when": str(age.age), "said": said}


def _span(age: Age) -> str:
    """Write an interval."""
    return percents(age.share.low, age.share.high) if age.share else ""


def _title(kept: Retained, over: list[Age]) -> str:
    """Say where the curve begins and ends."""
    first, last = over[min(1, len(over) - 1)], over[-1]
    begin = f"{percent(first.share.rate) if first.share else ''} are active in {kept.period} {first.age}"
    if first is last:
        return begin
    return f"{begin}, {percent(last.share.rate) if last.share else ''} in {kept.period} {last.age}"


def _description(found: PirateMeasures, kept: Retained, over: list[Age]) -> str:
    """Say what the lines are, and why late ages rest on fewer people."""
    fewest = min(age.share.of for age in over if age.share)
    return rest(
        (
            f"{how(kept)}. {clock(kept)}",
            f"The thick line holds all cohorts whose time is over, with the interval of each age ({METHOD});",
            "thin lines are single cohorts.",
            f"Late ages rest on fewer people, the last ones on {integer(fewest)}.",
            sentences(found.retention.reasons),
        )
    )


def _fact(age: Age) -> tuple[object, ...]:
    """Return an age's row of the table."""
    share = age.share
    if share is None:
        return age.age, "", "", "", "", ""
    return age.age, share.actors, share.of, *(round(rate, 4) for rate in (share.rate, share.low, share.high))
