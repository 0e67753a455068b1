"""Pictures made of boxes, words, marks and paths on a sheet of pixels, drawn as one layered chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from purposebook.charts.layer import Layer, layer, layered, unchecked
from purposebook.charts.looks import BOXES, GROUNDS, MARKS, PATHS, TEXTS

if TYPE_CHECKING:
    import altair as alt

SHEET: Final = 760
"""Pixels of a sheet's width: the column of a page, so that texts keep their size."""


@dataclass(frozen=True)
class Tip:
    """Hold what a pointer reveals: the whole text and what we say about it."""

    text: str = ""
    note: str = ""


@dataclass(frozen=True)
class Box:
    """Draw a rounded rectangle."""

    x: float
    y: float
    width: float
    height: float
    look: str = "node"
    tip: Tip = Tip()


@dataclass(frozen=True)
class Words:
    """Write lines of text; `y` is the middle of the first line."""

    x: float
    y: float
    text: str
    look: str = "text"
    tip: Tip = Tip()


@dataclass(frozen=True)
class Mark:
    """Draw a symbol around a point."""

    x: float
    y: float
    look: str = "present"
    tip: Tip = Tip()


@dataclass(frozen=True)
class Path:
    """Draw a smooth line through points."""

    points: tuple[tuple[float, float], ...]
    look: str = "edge"


Shape = Box | Words | Mark | Path


@unchecked()
def draw(shapes: Iterable[Shape], height: float, width: float = SHEET) -> alt.TopLevelLayerSpec:
    """Draw grounds, paths, boxes, marks and words on top of each other, each look in a layer of its own."""
    from purposebook.charts.quick_altair import alt

    layers: dict[tuple[int, str, bool], list[Any]] = {}
    for shape in sorted(shapes, key=_depth):
        layers.setdefault((_depth(shape), shape.look, _has_tip(shape)), []).append(shape)
    sides = {
        "x": alt.X("x:Q", scale=alt.Scale(domain=[0, width], nice=False), axis=None),
        "y": alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False), axis=None),
    }
    charts = [_layer(group, sides) for group in layers.values()]
    return layered(charts, width=width, height=height, padding=2)


def _depth(shape: Shape) -> int:
    """Return what a shape lies above: words are never covered, and grounds cover nothing."""
    if isinstance(shape, Box):
        return 0 if shape.look in GROUNDS else 2
    return {Path: 1, Mark: 3, Words: 4}[type(shape)]


def _has_tip(shape: Shape) -> bool:
    """Say whether a pointer reveals anything there."""
    return not isinstance(shape, Path) and bool(shape.tip.text or shape.tip.note)


def _layer(shapes: Sequence[Any], sides: dict[str, Any]) -> Layer:
    """Draw all shapes of one kind and look."""
    from purposebook.charts.quick_altair import alt

    first = shapes[0]
    channels = dict(sides)
    if _has_tip(first):
        channels["tooltip"] = [alt.Tooltip("whole:N", title="Text"), alt.Tooltip("note:N", title="Note")]
    if isinstance(first, Path):
        rows, look = _steps(shapes), PATHS[first.look]
        channels |= {"detail": alt.Detail("path:N"), "order": alt.Order("step:O")}
    elif isinstance(first, Box):
        rows, look = _corners(shapes), BOXES[first.look]
        channels |= {"x2": alt.X2("x2:Q"), "y2": alt.Y2("y2:Q")}
    elif isinstance(first, Mark):
        rows, look = [_place(mark) for mark in shapes], MARKS[first.look]
    else:
        rows, look = [{**_place(word), "text": word.text} for word in shapes], TEXTS[first.look]
        channels["text"] = alt.Text("text:N")
    return layer(rows, **look).encode(**channels)


def _corners(boxes: Sequence[Box]) -> list[dict[str, Any]]:
    """Return one row per box."""
    return [{**_place(box), "x2": box.x + box.width, "y2": box.y + box.height} for box in boxes]


def _steps(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """Return one row per point of each path."""
    return [
        {"x": x, "y": y, "path": number, "step": step}
        for number, path in enumerate(paths)
        for step, (x, y) in enumerate(path.points)
    ]


def _place(shape: Box | Mark | Words) -> dict[str, Any]:
    """Return where a shape stands and what a pointer reveals there."""
    tip = {"whole": shape.tip.text, "note": shape.tip.note} if _has_tip(shape) else {}
    return {"x": shape.x, "y": shape.y, **tip}
