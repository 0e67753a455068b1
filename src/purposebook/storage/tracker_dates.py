"""Read the days that trackers write, and guess no order of day and month."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final, Literal

from purposebook.storage.month_names import bare, month_number

Order = Literal["dmy", "mdy"]
"""Day first, or month first."""

_TIME: Final = r"(?:[Tt,]?\s*[0-9]{1,2}:[0-9]{2}.*)?"
"""Behind a day; times and zones are not read: the day counts as it is written."""
_WEEKDAY: Final = r"(?:[a-z]{2,10},? )?"
_MONTH: Final = r"([a-z]{3,12})"
_YEAR: Final = r"([0-9]{4}|[0-9]{2})"
_YEAR_FIRST: Final = re.compile(rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_TIME}", re.DOTALL)
_YEAR_NAMED_MONTH: Final = re.compile(rf"([0-9]{{4}})[/ -]{_MONTH}[/ -]([0-9]{{1,2}}){_TIME}", re.DOTALL)
_DAY_NAMED_MONTH: Final = re.compile(
    rf"{_WEEKDAY}([0-9]{{1,2}})[/ -]+(?:de )?{_MONTH}[/ -]+(?:de )?{_YEAR}{_TIME}", re.DOTALL
)
_NAMED_MONTH_DAY: Final = re.compile(rf"{_WEEKDAY}{_MONTH} ([0-9]{{1,2}}),? ([0-9]{{4}}){_TIME}", re.DOTALL)
_NUMBERS: Final = re.compile(rf"([0-9]{{1,2}})([/.-])([0-9]{{1,2}})\2{_YEAR}{_TIME}", re.DOTALL)
_LATEST_MONTH: Final = 12


def orders_of(text: str) -> frozenset[Order]:
    """Return the orders in which a day in numbers can be read; empty where the order makes no difference."""
    found = _NUMBERS.fullmatch(text.strip())
    if not found or found[1] == found[3]:
        return frozenset()
    first, second = int(found[1]), int(found[3])
    possible: dict[Order, bool] = {"dmy": second <= _LATEST_MONTH, "mdy": first <= _LATEST_MONTH}
    return frozenset(order for order, fits in possible.items() if fits)


def order_in(texts: Iterable[str]) -> frozenset[Order]:
    """Return the order that these days prove; both where they contradict each other, none where all leave it open."""
    proven = (orders for text in texts if len(orders := orders_of(text)) == 1)
    return frozenset(order for orders in proven for order in orders)


def has_points(text: str) -> bool:
    """Tell whether a day is written as 2.7.2026, which only has its month first where English is spoken."""
    found = _NUMBERS.fullmatch(text.strip())
    return found is not None and found[2] == "."


def readings_of(text: str) -> str:
    """Return both days that a text in numbers may be."""
    first, second = day_of(text, "dmy"), day_of(text, "mdy")
    return f"{first.isoformat()} (day first) or {second.isoformat()} (month first)"


def day_of(text: str, order: Order) -> dt.date:
    """Return the day that a tracker wrote; raise ValueError with what is wrong and what to do."""
    written = text.strip()
    parts = _parts(written, order)
    if parts is None:
        raise ValueError("is no date that is known here; export it as YYYY-MM-DD, such as 2026-03-31")
    year, month, day = parts
    try:
        return dt.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        raise ValueError("is not a day of the calendar; check the month and the day") from None


def _parts(text: str, order: Order) -> tuple[int, int, int] | None:
    """Return year, month and day of whatever form a day has."""
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _NUMBERS.fullmatch(text):
        day, month = (found[1], found[3]) if order == "dmy" else (found[3], found[1])
        return int(found[4]), int(month), int(day)
    words = bare(text)
    if found := _DAY_NAMED_MONTH.fullmatch(words):
        return int(found[3]), _month(found[2]), int(found[1])
    if found := _NAMED_MONTH_DAY.fullmatch(words):
        return int(found[3]), _month(found[1]), int(found[2])
    if found := _YEAR_NAMED_MONTH.fullmatch(words):
        return int(found[1]), _month(found[2]), int(found[3])
    return None


def _month(name: str) -> int:
    """Return the number of a month."""
    number = month_number(name)
    if not number:
        raise ValueError("names no month that is known here; export it as YYYY-MM-DD, such as 2026-03-31")
    return number
