"""By which channel people came."""

from __future__ import annotations

from typing import Final

from purposebook.charts.drawing import draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.funnel import definition_source
from purposebook.charts.grid import MOST, rest, stops
from purposebook.charts.stacks import Heads, Stack, stacks
from purposebook.charts.words import apart, counted, day, integer, percent
from purposebook.measures.pirate.found import Channel, PirateMeasures

_HEADS: Final = Heads("Channel", "Actors who came by it first")
_COLUMNS: Final = ("Channel", "Actors", "Share")
UNNAMED: Final = "no channel named"


def acquisition(found: PirateMeasures) -> Figure | None:
    """Draw a bar for each channel, or nothing where nobody came."""
    channels = found.acquisition.value
    if not channels:
        return None
    whole = sum(one.actors for one in channels)
    rows = [Stack(_named(one), (one.actors,), _said(one, whole)) for one in channels]
    return Figure(
        "acquisition",
        _title(channels, whole),
        draw(*stacks(_HEADS, rows[:MOST])),
        _description(found, len(rows)),
        table(_COLUMNS, [(_named(one), one.actors, round(one.actors / whole, 4)) for one in channels]),
        definition_source(found),
        team=("Channel",),
        listing=(Group("Channels", tuple(Item(row.name, row.label) for row in rows)),),
    )


def _named(one: Channel) -> str:
    """Name a channel."""
    return one.channel or UNNAMED


def _said(one: Channel, whole: int) -> str:
    """Write a channel's count and share."""
    return f"{integer(one.actors)}, {percent(one.actors / whole)}"


def _title(channels: tuple[Channel, ...], whole: int) -> str:
    """Say how many came, and by which channel most."""
    first = f"{counted(whole, 'actor')} came"
    named = [one for one in channels if one.channel]
    if not named:
        return f"{first}; the log names no channel"
    most = max(named, key=lambda one: one.actors)
    return f"{first}, {integer(most.actors)} of them by {apart(most.channel, 40)}"


def _description(found: PirateMeasures, rows: int) -> str:
    """Say what counts as coming."""
    until = f" up to {day(found.complete_until)}" if found.complete_until else ""
    return rest(
        (
            f"Each actor counts once, with the channel of the first event{until}.",
            "The channel is what the log says; it does not say what else moved somebody to come.",
            stops(rows, "channels"),
        )
    )
