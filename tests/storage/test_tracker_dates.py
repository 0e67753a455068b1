"""Days of trackers are read as they are written, and no order of day and month is guessed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from purposebook.errors import DataFaults
from purposebook.storage.tracker_dates import day_of, order_in, orders_of
from purposebook.storage.work_reading import read_export

DAY = dt.date(2026, 7, 2)


@pytest.mark.parametrize(
    "text",
    [
        "2026-07-02",
        "2026-07-02T23:15:00Z",
        "2026-07-02T01:15:00.000+14:00",
        "2026-07-02 09:15",
        "2026/7/2",
        "02/Jul/26 9:15 AM",
        "2/July/2026 21:15",
        "02-Jul-2026",
        "Thu Jul 02 2026 11:21:41 GMT+0000 (GMT+00:00)",
        "Jul 2, 2026",
        " 2.7.2026 9:15 ",
    ],
)
def test_every_form_is_the_same_day(text: str) -> None:
    """Read ISO, Jira's, Linear's and Azure's forms; the hour and its zone move no day."""
    assert day_of(text, "dmy") == DAY


def test_the_order_decides() -> None:
    """Read numbers in the order that is known."""
    assert day_of("7/2/2026 9:15:00 AM", "mdy") == DAY
    assert day_of("2/7/26", "dmy") == DAY


@pytest.mark.parametrize(
    "text", ["", "2026", "7-2026", "02/Jux/26", "2026-02-30", "13/13/2026", "Q3", "2/7.2026", "now"]
)
def test_anything_else_is_refused(text: str) -> None:
    """Guess nothing from half a date."""
    with pytest.raises(ValueError, match="; "):
        day_of(text, "dmy")


def test_only_a_day_above_twelve_proves_an_order() -> None:
    """Take equal numbers and named months for no proof."""
    assert orders_of("7/22/2026") == {"mdy"}
    assert orders_of("22.7.2026") == {"dmy"}
    assert orders_of("7/2/2026") == {"dmy", "mdy"}
    assert orders_of("7/7/2026") == orders_of("02/Jul/26") == orders_of("soon") == frozenset()
    assert order_in(["7/2/2026", "7/22/2026"]) == {"mdy"}
    assert order_in(["22/7/2026", "7/22/2026"]) == {"dmy", "mdy"}


def azure(folder: Path, *days: str) -> Path:
    """Write an export of Azure DevOps with a day a row."""
    path = folder / "azure.csv"
    rows = "".join(f"{at},Bug,One,New,{day}\n" for at, day in enumerate(days))
    path.write_text(f"ID,Work Item Type,Title,State,Created Date\n{rows}")
    return path


def test_one_day_of_a_file_decides_for_all(tmp_path: Path) -> None:
    """Read ambiguous days as the unambiguous ones of the same file are written."""
    items = read_export(azure(tmp_path, "7/2/2026 9:15:00 AM", "7/22/2026 9:15:00 AM"), {}).items
    assert [item.created for item in items] == [DAY, dt.date(2026, 7, 22)]


def test_a_file_that_leaves_it_open_asks(tmp_path: Path) -> None:
    """Say which cell can be read in two ways, and take what the user says."""
    path = azure(tmp_path, "7/7/2026", "7/2/2026")
    with pytest.raises(DataFaults) as refused:
        read_export(path, {})
    assert str(refused.value.faults[0]) == (
        "azure.csv:3 Created Date: '7/2/2026' and all days of this file may begin with day or month, "
        "say which with --dates dmy or --dates mdy"
    )
    assert [item.created for item in read_export(path, {}, "mdy").items] == [dt.date(2026, 7, 7), DAY]


def test_a_file_that_contradicts_itself_is_refused(tmp_path: Path) -> None:
    """Take neither of two orders for the right one."""
    with pytest.raises(DataFaults, match=r"azure.csv:3 Created Date: '7/22/2026' has its month first"):
        read_export(azure(tmp_path, "22/7/2026", "7/22/2026"), {})
