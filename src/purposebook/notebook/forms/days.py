"""Days of the calendar as people type them: read where there is one reading, refused in words otherwise."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final

_YEAR_FIRST: Final = re.compile(r"(?P<year>[0-9]{4})(?P<by>[-/.])(?P<month>[0-9]{1,2})(?P=by)(?P<day>[0-9]{1,2})")
_DAY_FIRST: Final = re.compile(r"(?P<day>[0-9]{1,2})\.\s?(?P<month>[0-9]{1,2})\.\s?(?P<year>[0-9]{4})")
_TWO_READINGS: Final = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4})")
_BEGUN: Final = re.compile(r"[0-9./\s-]+")
_ADVICE: Final = "write it as YYYY-MM-DD, such as 2026-03-31"


def as_written(text: str) -> str:
    """Return a day as files write it; a text that has no one reading stays as it is."""
    found = _YEAR_FIRST.fullmatch(text.strip()) or _DAY_FIRST.fullmatch(text.strip())
    if not found:
        return text.strip()
    return f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}"


def why_not(text: str) -> str:
    """Say why `text` is no day of the calendar, and what to write."""
    if found := _YEAR_FIRST.fullmatch(as_written(text)):
        return _no_such_day(int(found["year"]), int(found["month"]), int(found["day"]))
    if found := _TWO_READINGS.fullmatch(text.strip()):
        return _readings(text.strip(), *map(int, found.groups()))
    if _BEGUN.fullmatch(text):
        return f"This is not a complete date; {_ADVICE}"
    return f"'{text.strip()[:40]}' is not a date; {_ADVICE}"


def _no_such_day(year: int, month: int, day: int) -> str:
    """Say which part of a day does not exist."""
    if not 1 <= month <= 12:
        return f"There is no month {month}; the months are 01 to 12"
    if not year >= dt.MINYEAR:
        return f"There is no year {year:04}; check the year"
    name, last = calendar.month_name[month], calendar.monthrange(year, month)[1]
    return f"{day} {name} {year} does not exist; {name} {year} has {last} days"


def _readings(text: str, first: int, second: int, year: int) -> str:
    """Offer each day that a text can mean."""
    days = {day.isoformat(): None for pair in ((first, second), (second, first)) for day in _day(year, *pair)}
    if not days:
        return f"'{text}' is not a day of the calendar; {_ADVICE}"
    why = "can be read in two ways" if len(days) > 1 else "does not begin with the year"
    return f"'{text}' {why}; write it as {' or '.join(days)}"


def _day(year: int, month: int, day: int) -> tuple[dt.date, ...]:
    """Return the day, or nothing when the calendar has no such day."""
    try:
        return (dt.date(year, month, day),)
    except ValueError:
        return ()
