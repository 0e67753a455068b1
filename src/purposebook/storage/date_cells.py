"""Read a day as spreadsheets write it: where it has one reading it is read or named, else every reading is named."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from purposebook.storage.number_cells import COMMA_IS_DECIMAL, Words
from purposebook.storage.texts import shown

IS_TIME: Final = "is a time where a day is expected"
_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_FIRST: Final = re.compile(r"[0-9]{1,2}\. ?[0-9]{1,2}\. ?[0-9]{4}")
"""Nobody writes points between month, day and year in another order."""
_PARTS: Final = re.compile(r"([0-9]{1,4})(\. ?|[-/ ])([0-9]{1,2})\2([0-9]{1,4})\.?")
_WITH_TIME: Final = re.compile(r"(\S*[0-9])(?:,? |T)[0-9]{1,2}[:.][0-9]{2}.*")
_DIGITS: Final = re.compile(r"[0-9]{8}")
_SERIAL: Final = re.compile(r"([0-9]{5})(?:[.,][0-9]*)?")
_FIRST_SERIAL: Final = dt.date(1899, 12, 30)
_SERIALS: Final = range(20_000, 80_000)
"""From 1954 to 2119."""
_MONTH: Final = re.compile(r"([0-9]{4})-([0-9]{2})")
_CENTURY: Final = 2000


def date_cell(cell: str, delimiter: str) -> str | Words:
    """Return a day as YYYY-MM-DD, or what is wrong with it; what is no day at all comes back as it is."""
    if _ISO.fullmatch(cell):
        return cell
    found = tuple(_readings(cell))
    if delimiter == COMMA_IS_DECIMAL and _DAY_FIRST.fullmatch(cell) and found:
        return found[0].isoformat()
    return date_words(cell) or cell


def date_words(cell: str) -> Words | None:
    """Name every day that a text may mean; nothing where it is no day that is known here."""
    text = cell.strip()
    with_time = _WITH_TIME.fullmatch(text)
    days = tuple(_readings(with_time[1] if with_time else text))
    if with_time and days:
        return f"'{shown(text)}' {IS_TIME}", f"write the day that you mean, such as {days[0].isoformat()}"
    if len(days) > 1:
        return f"'{shown(text)}' may be {_either(days)}", "write the one that you mean"
    if days:
        return f"'{shown(text)}' is not a date", f"write it as {days[0].isoformat()}"
    if _PARTS.fullmatch(text):
        return f"'{shown(text)}' is not a day of the calendar", "check the month and the day"
    return _serial(text) or _month(text)


def _readings(text: str) -> Iterator[dt.date]:
    """Yield each day that three numbers can mean, once."""
    found = _PARTS.fullmatch(text)
    if found:
        first, second, third = found[1], found[3], found[4]
        orders = _orders(first, second, third, found[2].strip() == ".")
    else:
        whole = text if _DIGITS.fullmatch(text) else ""
        orders = [(whole[:4], whole[4:6], whole[6:]), (whole[4:], whole[2:4], whole[:2])] if whole else []
    seen = set()
    for year, month, day in orders:
        made = _day(year, month, day)
        if made and made not in seen:
            seen.add(made)
            yield made


def _orders(first: str, second: str, third: str, points: bool) -> list[tuple[str, str, str]]:
    """Return year, month and day in each order in which three numbers may stand."""
    if len(first) > 2:
        return [(first, second, third)]
    day_first, month_first = (third, second, first), (third, first, second)
    if len(third) > 2:
        return [day_first] if points else [day_first, month_first]
    return [day_first, (first, second, third)] if points else [day_first, month_first, (first, second, third)]


def _day(year: str, month: str, day: str) -> dt.date | None:
    """Return a day of the calendar, of this century where its year has two digits."""
    if len(year) not in {2, 4} or len(day) > 2 or (len(year) == 4 and not 1900 <= int(year) < 2200):
        return None
    try:
        return dt.date(int(year) + (_CENTURY if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None


def _either(days: tuple[dt.date, ...]) -> str:
    """Write days as alternatives."""
    written = [day.isoformat() for day in days]
    return f"{', '.join(written[:-1])} or {written[-1]}"


def _serial(text: str) -> Words | None:
    """Recognise the number by which spreadsheets keep a day."""
    found = _SERIAL.fullmatch(text)
    if not found or int(found[1]) not in _SERIALS:
        return None
    day = (_FIRST_SERIAL + dt.timedelta(days=int(found[1]))).isoformat()
    what = f"'{shown(text)}' may be a spreadsheet's number for {day}"
    return what, f"write it as {day}, or format the column as a date and export it again"


def _month(text: str) -> Words | None:
    """Ask for a day where a month stands."""
    found = _MONTH.fullmatch(text)
    day = _day(found[1], found[2], "28") if found else None
    if day is None:
        return None
    last = (day + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    return f"'{shown(text)}' is a month", f"write its last day, {last.isoformat()}"
