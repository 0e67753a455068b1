"""A chart with everything that a reader needs who does not see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    Chart: TypeAlias = alt.Chart | alt.LayerChart


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
    table: pd.DataFrame
    """The data, one fact a row, under headers of our own."""
    source: str = ""
    """Where the data come from."""
    team: tuple[str, ...] = ()
    """The headers of those columns that hold the team's own words."""
    listing: tuple[Group, ...] = ()
    """The same in words, for columns that are too narrow for the picture; empty where the picture fits everywhere."""


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> pd.DataFrame:
    """Hold rows under headers of our own; texts stay the texts that they are."""
    import pandas as pd

    return pd.DataFrame([tuple(row) for row in rows], columns=list(columns), dtype=object)
