"""Every piece of evidence on a time line, against the days that one review covers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Final, get_args

from purposebook.charts.figure import Figure, table
from purposebook.charts.layer import Layer, layer, layered, unchecked
from purposebook.charts.palette import LIGHT
from purposebook.charts.words import counted, day, listed, quoted, verb
from purposebook.domain.evidence import Evidence, EvidenceKind
from purposebook.domain.workbook import Workbook

_ROW: Final = 40
_NEAR: Final = 0.02
"""Dots closer than this share of the whole time stand above each other."""


def freshness(book: Workbook, as_of: dt.date) -> Figure | None:
    """Draw dated evidence by kind; what is older than the review period is hollow."""
    every = book.evidence.evidence
    dated = sorted((one for one in every if one.date), key=lambda one: (one.date or as_of, one.id))
    if not dated:
        return None
    start = as_of - dt.timedelta(days=book.product.review_every)
    rows = [_facts(one, start, as_of) for one in (*dated, *(one for one in every if not one.date))]
    return Figure(
        "freshness",
        _title(every, start, as_of),
        _chart(dated, start, as_of),
        _description(every, start, as_of),
        table(["Evidence", "Id", "Kind", "Date", "Age in days", "State"], rows),
        "evidence.yml",
        team=("Evidence",),
    )


def state_of(one: Evidence, start: dt.date, as_of: dt.date) -> str:
    """Say how old a piece of evidence is, in a word."""
    if one.date is None:
        return "not dated"
    if one.date > as_of:
        return "after the report's day"
    return "fresh" if one.date >= start else "stale"


def _title(every: Sequence[Evidence], start: dt.date, as_of: dt.date) -> str:
    """Say how much of the evidence is fresh."""
    fresh = sum(state_of(one, start, as_of) == "fresh" for one in every)
    days = (as_of - start).days
    pieces = counted(len(every), "piece of evidence", "pieces of evidence")
    dates = [one.date for one in every if one.date and one.date <= as_of]
    age = (as_of - max(dates)) if dates else None
    newest = (
        f"; the newest is {_days(age) + ' old' if age else 'from the day of this report'}" if age is not None else ""
    )
    return f"{fresh or 'None'} of {pieces} {verb(fresh)} from the last {counted(days, 'day')}{newest}"


def _description(every: Sequence[Evidence], start: dt.date, as_of: dt.date) -> str:
    """Name the newest and the oldest, and count the states."""
    dates = [one.date for one in every if one.date and one.date <= as_of]
    said = [f"The shaded days, {day(start)} to {day(as_of)}, are one review period."]
    if dates:
        said.append(f"The oldest piece is {_days(as_of - min(dates))} old.")
    stale = [quoted(one.note or one.quote or one.id, 60) for one in every if state_of(one, start, as_of) == "stale"]
    undated = sum(one.date is None for one in every)
    said.append(f"Stale, drawn hollow: {listed(stale, 6)}." if stale else "Nothing is stale.")
    said.append(f"{counted(undated, 'piece')} {verb(undated, 'has', 'have')} no date." if undated else "")
    return " ".join(filter(None, said))


def _days(age: dt.timedelta) -> str:
    """Write an age."""
    return counted(age.days, "day")


def _facts(one: Evidence, start: dt.date, as_of: dt.date) -> tuple[object, ...]:
    """Return a row of the table."""
    age = (as_of - one.date).days if one.date else None
    label = one.note or one.quote or one.id
    return label, one.id, one.kind, one.date.isoformat() if one.date else "", age, state_of(one, start, as_of)


def _placed(
    dated: Sequence[Evidence], kinds: Sequence[str], start: dt.date, as_of: dt.date
) -> Iterator[dict[str, Any]]:
    """Yield each dot with its place in its row: neighbours in time stand above each other."""
    first, last = min(dated[0].date or start, start), max(dated[-1].date or as_of, as_of)
    near = max((last - first).days * _NEAR, 1)
    before: dict[str, tuple[dt.date, int]] = {}
    for one in dated:
        held, level = before.get(one.kind, (dt.date.min, 0))
        date = one.date or as_of
        level = level + 1 if held != dt.date.min and (date - held).days < near else 0
        before[one.kind] = (date, level)
        yield {
            "date": date.isoformat(),
            "row": _ROW * (kinds.index(one.kind) + 0.5) - 8 * (level % 3),
            "state": state_of(one, start, as_of),
            "note": one.note or one.quote or one.id,
            "day": day(date),
        }


@unchecked()
def _chart(dated: Sequence[Evidence], start: dt.date, as_of: dt.date) -> Any:
    """Draw the review period, the day of the report, and one row of dots per kind."""
    from purposebook.charts.quick_altair import alt

    kinds = [kind for kind in get_args(EvidenceKind) if any(one.kind == kind for one in dated)]
    rows = list(_placed(dated, kinds, start, as_of))
    height = _ROW * len(kinds)
    x = alt.X("date:T", title=None, scale=alt.Scale(type="utc", padding=12), axis=alt.Axis(tickCount=5))
    y = alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False))
    dots = (_dots(rows, state, x, y) for state in ("stale", "fresh", "after the report's day"))
    return layered(
        [*_period(start, as_of, x), *_rows(kinds, y), *filter(None, dots)],
        width="container",
        height=height,
        padding={"left": 2, "top": 2, "right": 2, "bottom": 2},
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    )


def _period(start: dt.date, as_of: dt.date, x: Any) -> Iterator[Layer]:
    """Shade the review period and rule the day of the report."""
    from purposebook.charts.quick_altair import alt

    values = [
        {"date": start.isoformat(), "end": as_of.isoformat(), "text": f"last {counted((as_of - start).days, 'day')}"}
    ]
    end = alt.X("end:T")
    yield layer(values, "rect", fill=LIGHT["band"]).encode(x=x, x2=alt.X2("end:T"))
    yield layer(values, "rule", stroke=LIGHT["muted"], strokeWidth=1.5).encode(x=end)
    label = layer(values, "text", align="right", dx=-4, dy=-9, color=LIGHT["muted"], fontSize=11)
    yield label.encode(x=end, y=alt.value(0), text=alt.Text("text:N"))


def _rows(kinds: Sequence[str], y: Any) -> Iterator[Layer]:
    """Rule one row per kind and name it."""
    from purposebook.charts.quick_altair import alt

    values = [{"row": _ROW * (at + 0.5), "kind": kind.capitalize()} for at, kind in enumerate(kinds)]
    yield layer(values, "rule", stroke=LIGHT["line"], strokeWidth=1).encode(y=y)
    text = layer(values, "text", align="right", dx=-8, color=LIGHT["ink"])
    yield text.encode(x=alt.value(0), y=y, text=alt.Text("kind:N"))


def _dots(rows: Sequence[dict[str, Any]], state: str, x: Any, y: Any) -> Layer | None:
    """Draw the dots of one state: filled where fresh, hollow where stale."""
    from purposebook.charts.quick_altair import alt

    values = [row for row in rows if row["state"] == state]
    if not values:
        return None
    colour = LIGHT["good" if state == "fresh" else "absent"]
    look = {"stroke": colour, "strokeWidth": 1.8, "fill": colour if state == "fresh" else LIGHT["paper"], "opacity": 1}
    shape = "circle" if state in {"fresh", "stale"} else "triangle-right"
    fields = (("note", "Evidence"), ("day", "Date"), ("state", "State"))
    tips = [alt.Tooltip(f"{field}:N", title=title) for field, title in fields]
    return layer(values, "point", shape=shape, size=90, **look).encode(x=x, y=y, tooltip=tips)
