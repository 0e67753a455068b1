"""A chart with everything that a reader needs who does not see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import altair as alt

    Chart: TypeAlias = alt.TopLevelSpec


@dataclass(frozen=True)
class Item:
    """Say one thing of a picture in words."""

    text: str
    """Team text, whole."""
    note: str = ""
    """Our own words about it, such as `no objective serves it`."""
    state: str = ""
    """A word of `palette.STATES`, or nothing."""


@dataclass(frozen=True)
class Group:
    """Gather the items that stand together in a picture."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Table:
    """Hold one fact a row, under headers of our own; a data frame of it would cost every page half a second."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]

    def column(self, name: str) -> tuple[object, ...]:
        """Return what stands under a header."""
        at = self.columns.index(name)
        return tuple(row[at] for row in self.rows)


@dataclass(frozen=True)
class Figure:
    """Hold a chart, the sentence that says what is seen in it, its description and its data."""

    name: str
    """A slug that is unique on its page: ids are made from it."""
    title: str
    """A sentence that says what is seen."""
    chart: Chart
    """Written in the light palette; `width="container"` where it can follow its column."""
    description: str
    """Everything that the picture shows, in words."""
    table: Table
    """The data, whole."""
    source: str = ""
    """Where the data come from."""
    team: tuple[str, ...] = ()
    """The headers of those columns that hold the team's own words."""
    listing: tuple[Group, ...] = ()
    """The same in words, for columns that are too narrow for the picture; empty where the picture fits everywhere."""


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """Hold rows under headers; texts stay the texts that they are."""
    return Table(tuple(columns), tuple(tuple(row) for row in rows))
