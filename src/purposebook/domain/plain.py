"""What dates and texts are before any model: read without pydantic, so that commands start at once."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

CONTROL: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML, XML and terminals cannot carry: control characters, lone surrogates, U+FFFE and U+FFFF."""
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class DayError(ValueError):
    """Say in plain words why a value is no day of the calendar."""


def to_date(value: object) -> dt.date:
    """Read an ISO 8601 calendar date and nothing else (no timestamps, no numbers); raise `DayError`."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    if isinstance(value, str) and _ISO_DATE.fullmatch(value.strip()):
        try:
            return dt.date.fromisoformat(value.strip())
        except ValueError:
            raise DayError(f"'{value.strip()}' is not a day of the calendar; check the month and the day") from None
    raise DayError("is not a date; write it as YYYY-MM-DD, such as 2026-03-31")
