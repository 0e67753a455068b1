"""Days of trackers are read as they are written, and no order of day and month is guessed."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from purposebook.errors import DataFaults
from purposebook.storage.month_names import LANGUAGES, month_number, names_in
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


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("02/Mai/26 9:15 AM", 5),
        ("03/Okt/26 9:15 AM", 10),
        ("12/Mär/26 9:15 AM", 3),
        ("12/Mrz/26 09:15", 3),
        ("12/Dez/26 9:15 AM", 12),
        ("27/janv./26 10:07 AM", 1),
        ("27/févr./26 10:07", 2),
        ("27/août/26 10:07", 8),
        ("27/déc./26 10:07", 12),
        ("27/juil./26", 7),
        ("27/ene/26 10:07 AM", 1),
        ("27/abr/26", 4),
        ("27/dic/26", 12),
        ("27/set/26", 9),
        ("27/gen/26", 1),
        ("27/out/26", 10),
        ("27/mrt/26", 3),
        ("27. M\u0061\u0308rz 2026", 3),
        ("02.Okt.2026", 10),
        ("2 de diciembre de 2026", 12),
        ("Donnerstag, 2. Juli 2026", 7),
        ("2026-Dez-02", 12),
        ("Sept. 2, 2026", 9),
    ],
)
def test_months_of_many_languages(text: str, month: int) -> None:
    """Read the names of months as trackers write them: with and without accent and full stop, short and whole."""
    day = day_of(text, "dmy")
    assert (day.year, day.month) == (2026, month) and day.day in {2, 3, 12, 27}


@pytest.mark.parametrize("text", ["02/jui/26", "02/ma/26", "02/Foo/26", "02/Monat/26"])
def test_a_month_that_nobody_knows_is_called_that(text: str) -> None:
    """Say that the month's name is the trouble, also where it could be one of two."""
    with pytest.raises(ValueError, match=r"names no month that is known here; export|is no date that is known"):
        day_of(text, "dmy")


def test_no_name_means_two_months() -> None:
    """Whatever language is asked first, a name means the same month in all of them."""
    found: dict[str, set[int]] = {}
    for language in LANGUAGES:
        for name, number in names_in(language).items():
            found.setdefault(name, set()).add(number)
    assert {name: numbers for name, numbers in found.items() if len(numbers | {month_number(name)}) > 1} == {}
    assert len(found) > 200


def test_english_months_read_no_library() -> None:
    """Import as fast as before where a tracker speaks English."""
    command = "from purposebook.storage.tracker_dates import day_of; import sys; day_of('02/Jul/26', 'dmy'); "
    done = subprocess.run(
        [sys.executable, "-c", command + "print('babel' in sys.modules)"], check=True, capture_output=True
    )
    assert done.stdout.strip() == b"False"


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
        "azure.csv:3 Created Date: '7/2/2026' is 2026-02-07 (day first) or 2026-07-02 (month first), and no other day "
        "of this file decides, say which with --dates dmy or --dates mdy"
    )
    assert [item.created for item in read_export(path, {}, "mdy").items] == [dt.date(2026, 7, 7), DAY]


def test_a_file_that_contradicts_itself_is_refused(tmp_path: Path) -> None:
    """Take neither of two orders for the right one."""
    with pytest.raises(DataFaults, match=r"azure.csv:3 Created Date: '7/22/2026' has its month first"):
        read_export(azure(tmp_path, "22/7/2026", "7/22/2026"), {})


def test_an_order_that_the_file_disproves_is_refused(tmp_path: Path) -> None:
    """Say that the option is the trouble, not the day; following the advice reads the file."""
    path = azure(tmp_path, "22/7/2026", "2/7/2026")
    with pytest.raises(DataFaults, match=r"'22/7/2026' has its day first, .* leave --dates out, or write --dates dmy"):
        read_export(path, {}, "mdy")
    assert [read_export(path, {}, order).items[1].created for order in ("dmy", None)] == [DAY, DAY]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Issue key;Summary;Status;Created", "A-1;One;Done;2.7.2026"),
        ("Vorgangsschlüssel,Zusammenfassung,Status,Erstellt", "A-1,Eins,Fertig,02.07.26 9:15"),
        ("Clé de ticket;Résumé;État;Création", "A-1;Un;Fermé;02.07.2026 09:15"),
    ],
)
def test_points_and_semicolons_have_one_reading(header: str, row: str, tmp_path: Path) -> None:
    """Read the day first where points stand between the numbers and nothing else about the file is English."""
    path = tmp_path / "export.csv"
    path.write_text(f"{header}\n{row}\n", encoding="utf-8")
    assert read_export(path, {}).items[0].created == DAY


@pytest.mark.parametrize("day", ["2.7.2026", "2/7/2026", "02-07-26"])
def test_any_other_day_in_numbers_is_refused_with_both_readings(day: str, tmp_path: Path) -> None:
    """Guess no order; name both days, and read what the user says."""
    path = azure(tmp_path, day)
    with pytest.raises(DataFaults, match=r"2026-07-02 \(day first\) or 2026-02-07 \(month first\)"):
        read_export(path, {})
    assert read_export(path, {}, "dmy").items[0].created == DAY
