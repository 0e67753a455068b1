"""The time of day, which only forms tell; nothing that is published asks for it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path


def written_at(file: Path) -> dt.datetime | None:
    """Return when a file was last written, by the clock of this machine; None while there is no such file."""
    try:
        return dt.datetime.fromtimestamp(file.stat().st_mtime)
    except OSError:
        return None


def told(moment: dt.datetime) -> str:
    """Write a moment as people say it; the day is left out when it is today."""
    time = f"at {moment:%H:%M}"
    return time if moment.date() == dt.date.today() else f"{time} on {moment.day} {moment:%B %Y}"
