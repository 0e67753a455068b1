"""Read the days that trackers write, and guess no order of day and month."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final, Literal

Order = Literal["dmy", "mdy"]
"""Day first, or month first."""

_TIME: Final = r"(?:[T,]?\s*[0-9]{1,2}:[0-9]{2}.*)?"
"""Behind a day; times and zones are not read: the day counts as it is written."""
_YEAR_FIRST: Final = re.compile(rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_TIME}", re.DOTALL)
_DAY_NAMED_MONTH: Final = re.compile(rf"([0-9]{{1,2}})[/ .-]+([A-Za-z]{{3,9}})[/ .-]+([0-9]{{4}}|[0-9]{{2}}){_TIME}")
_NAMED_MONTH_DAY: Final = re.compile(
    rf"(?:[A-Z][a-z]{{2}},? )?([A-Z][a-z]{{2,8}}) ([0-9]{{1,2}}),? ([0-9]{{4}}){_TIME}"
)
_NUMBERS: Final = re.compile(rf"([0-9]{{1,2}})([/.-])([0-9]{{1,2}})\2([0-9]{{4}}|[0-9]{{2}}){_TIME}")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
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
    if found := _DAY_NAMED_MONTH.fullmatch(text):
        return int(found[3]), _month(found[2]), int(found[1])
    if found := _NAMED_MONTH_DAY.fullmatch(text):
        return int(found[3]), _month(found[1]), int(found[2])
    if found := _NUMBERS.fullmatch(text):
        day, month = (found[1], found[3]) if order == "dmy" else (found[3], found[1])
        return int(found[4]), int(month), int(day)
    return None


def _month(name: str) -> int:
    """Return the number of an English month; 0, which no calendar has, for another word."""
    start = name[:3].casefold()
    return _MONTHS.index(start) + 1 if start in _MONTHS else 0
