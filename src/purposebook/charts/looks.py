"""How the boxes, words, marks and paths of a picture look; a look is named for what it means."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from purposebook.charts.palette import LIGHT
from purposebook.charts.theme import TEXT_SIZE

SMALL: Final = 11
"""Pixels of a note's letters."""
LINE: Final = 15
"""Pixels from line to line."""

Looks = Mapping[str, Mapping[str, Any]]


def _box(fill: str, stroke: str = "", width: float = 0, **more: Any) -> dict[str, Any]:
    """Describe a rectangle."""
    edge = {"stroke": LIGHT[stroke], "strokeWidth": width} if stroke else {}
    return {"mark": "rect", "fill": LIGHT[fill], **edge, **more}


def _text(colour: str = "ink", **more: Any) -> dict[str, Any]:
    """Describe lines of text."""
    base = {"align": "left", "baseline": "middle", "fontSize": TEXT_SIZE, "lineBreak": "\n", "lineHeight": LINE}
    return {"mark": "text", **base, "color": LIGHT[colour], **more}


def _mark(shape: str, colour: str, size: int = 90, hollow: float = 0) -> dict[str, Any]:
    """Describe a symbol: filled, or hollow with an edge of that width."""
    fill = LIGHT["paper"] if hollow else LIGHT[colour]
    edge = {"stroke": LIGHT[colour], "strokeWidth": hollow or 1}
    return {"mark": "point", "shape": shape, "fill": fill, **edge, "size": size, "opacity": 1}


def _path(colour: str, interpolate: str = "linear", width: float = 1.3, **more: Any) -> dict[str, Any]:
    """Describe a line."""
    return {"mark": "line", "stroke": LIGHT[colour], "strokeWidth": width, "interpolate": interpolate, **more}


_STRENGTHS: Final = (0.05, 0.1, 0.16, 0.23, 0.3)
BOXES: Final[Looks] = MappingProxyType(
    {
        "node": _box("panel", "muted", 1, cornerRadius=5),
        "loose": _box("paper", "warn", 1.6, cornerRadius=5, strokeDash=[5, 3]),
        "missing": _box("paper", "bad", 1.8, cornerRadius=5, strokeDash=[1.5, 3]),
        "empty": _box("paper", "absent", 1, cornerRadius=5, strokeDash=[4, 4]),
        "stripe": _box("panel"),
        "bar": _box("s1", cornerRadius=1),
        "bar-hollow": _box("paper", "s1", 1.5, cornerRadius=1),
        "cell": _box("paper", "line", 1),
        "key": _box("band", "line", 1),
        **{f"heat-{at}": _box("s1", opacity=strength) for at, strength in enumerate(_STRENGTHS)},
    }
)
HEAT: Final = tuple(f"heat-{at}" for at in range(len(_STRENGTHS)))
"""Grounds from pale to strong, all pale enough for ink."""
GROUNDS: Final = frozenset({"stripe", "cell", "key"})
"""Boxes that lie under everything else."""
TEXTS: Final[Looks] = MappingProxyType(
    {
        "text": _text(),
        "strong": _text(fontWeight="bold"),
        "middle": _text(align="center"),
        "small": _text(fontSize=SMALL, lineHeight=13),
        "small-middle": _text(fontSize=SMALL, lineHeight=13, align="center"),
        "upright": _text(fontSize=SMALL, lineHeight=13, angle=270),
        "head": _text("muted", fontSize=SMALL, lineHeight=13, fontWeight="bold"),
        "head-middle": _text("muted", fontSize=SMALL, lineHeight=13, fontWeight="bold", align="center"),
        "head-right": _text("muted", fontSize=SMALL, lineHeight=13, fontWeight="bold", align="right"),
        "note": _text("muted", fontSize=SMALL, lineHeight=13),
        "note-middle": _text("muted", fontSize=SMALL, lineHeight=13, align="center"),
        "note-right": _text("muted", fontSize=SMALL, lineHeight=13, align="right"),
    }
)
MARKS: Final[Looks] = MappingProxyType(
    {
        "good": _mark("circle", "good"),
        "warn": _mark("circle", "warn", 80, hollow=3),
        "bad": _mark("cross", "bad", 80),
        "absent": _mark("circle", "absent", 80, hollow=1.8),
        "joined": _mark("circle", "s1"),
        "planned": _mark("circle", "s1", 80, hollow=2),
        "loose": _mark("diamond", "warn", 70),
        "loose-small": _mark("diamond", "warn", 34),
        "bad-small": _mark("cross", "bad", 38),
        "good-small": _mark("circle", "good", 38),
        "warn-small": _mark("circle", "warn", 30, hollow=2),
        "absent-small": _mark("circle", "absent", 30, hollow=1.4),
        "user": _mark("circle", "s1"),
        "governance": _mark("square", "s2", 80),
        "influencer": _mark("triangle-up", "s3"),
        "provider": _mark("diamond", "s4"),
        "unclassed": _mark("circle", "absent", 80, hollow=1.8),
        "point": _mark("circle", "s1", 26),
        "point-hollow": _mark("circle", "s2", 26, hollow=1.4),
        "arrow": _mark("triangle-right", "muted", 45),
    }
)
PATHS: Final[Looks] = MappingProxyType(
    {
        "edge": _path("absent", "basis"),
        "broken": _path("bad", "basis", strokeDash=[1.5, 3]),
        "weak": _path("warn", "basis", strokeDash=[5, 4]),
        "tested": _path("good", "basis", width=2.2),
        "rule": _path("line", width=1),
        "axis": _path("muted", width=1.2),
        "together": _path("muted", strokeDash=[5, 4]),
        "interval": _path("s1", width=3),
        "course": _path("s1", width=1.8),
        "course-second": _path("s2", width=1.8),
    }
)
