"""When things happened: days of the product's time zone, and moments between which time can be measured."""

from __future__ import annotations

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

DAY: Final = 86_400_000_000
"""Microseconds of 24 hours; every moment is a whole number of microseconds since 1970."""
UTC: Final = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Universal", "Zulu"})

_DATE: Final = """*, CAST("at" AS TIMESTAMP) AS local, epoch_us(CAST("at" AS TIMESTAMP)) AS moment, true AS dated"""
_UTC: Final = """*, CAST("at" AS TIMESTAMP) AS local, epoch_us(CAST("at" AS TIMESTAMP)) AS moment, false AS dated"""
_NAIVE: Final = """*, CAST("at" AS TIMESTAMP) AS local, false AS dated,
    epoch_us(timezone(getvariable('zone'), CAST("at" AS TIMESTAMP))) AS moment"""
_ZONED: Final = """*, timezone(getvariable('zone'), CAST("at" AS TIMESTAMPTZ)) AS local, false AS dated,
    epoch_us(CAST("at" AS TIMESTAMPTZ)) AS moment"""
_TEXT: Final = r"""* REPLACE (upper(trim(CAST("at" AS VARCHAR))) AS "at"),
    regexp_matches("at", '^[^ T]+[ T].*(Z|[+-]\d\d(:?\d\d)?)$') AS offset_given,
    CASE WHEN offset_given THEN timezone(getvariable('zone'), TRY_CAST("at" AS TIMESTAMPTZ))
        ELSE TRY_CAST("at" AS TIMESTAMP) END AS local,
    length("at") <= 10 AS dated,
    CASE WHEN offset_given THEN epoch_us(TRY_CAST("at" AS TIMESTAMPTZ))
        ELSE epoch_us(timezone(getvariable('zone'), local)) END AS moment"""


def times(kind: str, zone: str) -> str:
    """Return how to read a column `at` of this type: as `local` time, as `moment`, and whether it is but a day.

    A time with an offset is converted to the zone. A time without one, and a day, are local already. Where clocks are
    put back, an hour happens twice: a local time within it is taken for the second; one that is skipped where clocks
    are put forward is read as if they had not been.
    """
    if kind == "DATE":
        return _DATE
    if kind.startswith("TIMESTAMP"):
        if "TIME ZONE" in kind:
            return _ZONED
        return _UTC if zone in UTC else _NAIVE
    return _TEXT


def end_of(day: dt.date, zone: str, dated: bool) -> int:
    """Return the moment at which the day is over; days that have no times are all 24 hours long."""
    midnight = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), dt.UTC if dated else ZoneInfo(zone))
    return (midnight - dt.datetime(1970, 1, 1, tzinfo=dt.UTC)) // dt.timedelta(microseconds=1)
