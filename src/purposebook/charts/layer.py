"""Layers of rows of our own columns, and the chart that they make.

Altair's own `encode` and `LayerChart` copy and check every piece at every step, which takes many times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

if TYPE_CHECKING:
    import altair as alt
    from altair.utils.schemapi import SchemaBase

    Channel: TypeAlias = SchemaBase | Mapping[str, Any] | list[alt.Tooltip]


@dataclass(frozen=True)
class Layer:
    """Hold rows of data with the mark that draws them, and what is drawn where."""

    rows: list[dict[str, Any]]
    look: Mapping[str, Any]
    channels: Mapping[str, Any] = field(default_factory=dict)

    def encode(self, **channels: Channel) -> Layer:
        """Say what is drawn where; a short form such as `"x:Q"` needs its channel around it."""
        return replace(self, channels={**self.channels, **channels})


def layer(rows: list[dict[str, Any]], mark: str, **look: Any) -> Layer:
    """Draw rows of data with one mark; what is drawn where is still to be encoded."""
    return Layer(rows, {**look, "type": mark})


@dataclass(frozen=True)
class _Plain:
    """Hold rows that altair takes as they are: it would look at each value again, and find nothing to do."""

    rows: list[dict[str, Any]]
    _schema: ClassVar[dict[str, str]] = {"type": "array"}

    def to_dict(self, *_: Any, **__: Any) -> list[dict[str, Any]]:
        """Return the rows themselves."""
        return self.rows


@contextmanager
def unchecked() -> Iterator[None]:
    """Build a chart without a check of every piece on its own; the tests check every chart as a whole."""
    from purposebook.charts.quick_altair import alt

    with alt.utils.schemapi.debug_mode(False):
        yield


@unchecked()
def layered(layers: Iterable[Layer], **size: Any) -> alt.TopLevelLayerSpec:
    """Lay layers on top of each other; rows that several of them draw are written once."""
    from purposebook.charts.quick_altair import alt

    known: list[list[dict[str, Any]]] = []
    units = []
    for one in layers:
        if one.rows not in known:
            known.append(one.rows)
        data = alt.NamedData(_named(known.index(one.rows)))
        units.append(alt.UnitSpec(alt.MarkDef(**one.look), data, encoding=alt.Encoding(**one.channels)))
    datasets = {_named(at): _Plain(rows) for at, rows in enumerate(known)}
    return alt.TopLevelLayerSpec(units, datasets=datasets, **size)


def _named(place: int) -> str:
    """Name the rows that came first, second and so on."""
    return f"data-{place + 1}"
