"""Retention of people who come around midnight: by the calendar of the product's zone, or by hours that pass."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from purposebook.measures.product import measure
from purposebook.storage.reading import read_workbook

LOG = """\
actor,at,event
a,2026-03-01T15:30:00Z,signed_up
a,2026-03-01T16:10:00Z,opened
b,2026-03-02T00:00:00Z,signed_up
b,2026-03-03T15:59:59Z,opened
c,2026-03-01T23:59:00+08:00,signed_up
c,2026-03-02T00:01:00+08:00,opened
d,2026-03-05T12:00:00Z,opened
"""
METRICS = """\
pirate:
  events: {file: events.csv}
  time_zone: Asia/Shanghai
  complete_until: 2026-06-30
  acquisition: {event: signed_up}
  retention: {event: any, period: %s, kind: classic, clock: %s}
"""


def cohorts(folder: Path, log: str, period: str, clock: str) -> dict[str, list[int]]:
    """Return how many came back at each age, by cohort."""
    (folder / "bus").mkdir()
    (folder / "bus" / "product.yml").write_text("name: Night bus\n", encoding="utf-8")
    (folder / "bus" / "metrics.yml").write_text(METRICS % (period, clock), encoding="utf-8")
    (folder / "bus" / "events.csv").write_text(log, encoding="utf-8")
    found = measure(read_workbook(folder / "bus"), dt.date(2026, 7, 1)).as_json()["pirate"]["retention"]["cohorts"]
    return {one["cohort"]: [age["actors"] for age in one["ages"][:2]] for one in found}


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("period", "clock", "came"),
    [
        ("day", "calendar", {"2026-03-01": [2, 2], "2026-03-02": [1, 1]}),
        ("day", "24h", {"2026-03-01": [2, 0], "2026-03-02": [1, 1]}),
        ("week", "calendar", {"2026-02-23": [2, 2], "2026-03-02": [1, 0]}),
    ],
)
def test_days_weeks_and_hours_differ(
    tmp_path: Path, mark: str, period: str, clock: str, came: dict[str, list[int]]
) -> None:
    """Count local days, hours since the start, and weeks from Monday, whatever separates the cells."""
    assert cohorts(tmp_path, LOG.replace(",", mark), period, clock) == came


def test_a_log_that_a_spreadsheet_saved_counts_the_same(tmp_path: Path) -> None:
    """Read `sep=`, capitals and a column without a name as if they were not there."""
    rows = LOG.replace(",", ";").replace("\n", ";\r\n").replace("actor;at;event", "sep=;\r\nActor; At;Event")
    assert cohorts(tmp_path, "\ufeff" + rows, "day", "24h") == {"2026-03-01": [2, 0], "2026-03-02": [1, 1]}
