"""A real log, CDNOW's purchases of 1997 and 1998, compared with pandas."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest
from pirate_plain import definitions

from purposebook.domain.event_log import EventLog
from purposebook.measures.pirate.found import PirateMeasures
from purposebook.measures.pirate.measure import measure_pirate
from purposebook.text.plurals import integer

FILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "products" / "cdnow" / "events.csv"
pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the shared products are not on this machine")


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    """Read the purchases with the month of each and of the buyer's first."""
    found = pd.read_csv(FILE, dtype={"actor": str}, parse_dates=["at"])
    found["month"] = found["at"].dt.to_period("M")
    found["cohort"] = found.groupby("actor")["month"].transform("min")
    return found


@pytest.fixture(scope="module")
def found() -> PirateMeasures:
    """Ask as the product does."""
    purchase = {"event": "purchase"}
    pirate = definitions(acquisition=purchase, retention=purchase, revenue=purchase)
    log = EventLog(FILE, "csv", ("actor", "at", "event", "value"))
    return measure_pirate(pirate, log, dt.date(2026, 11, 1))


def test_counts(found: PirateMeasures) -> None:
    """Know the published size of the sample."""
    assert (found.actors, found.events, found.complete_until) == (2357, 6919, dt.date(1998, 6, 30))


def test_cohorts_are_those_of_pandas(found: PirateMeasures, frame: pd.DataFrame) -> None:
    """Count the active of each cohort and month, and leave the months after the log's end blank."""
    active = frame.groupby(["cohort", "month"])["actor"].nunique()
    assert found.retention.value is not None
    assert [cohort.size for cohort in found.retention.value.cohorts] == list(frame.groupby("cohort")["actor"].nunique())
    for cohort in found.retention.value.cohorts:
        start = pd.Period(cohort.start, "M")
        for one in cohort.ages:
            over = start + one.age <= pd.Period("1998-06", "M")
            expected = (int(active.get((start, start + one.age), 0)), cohort.size) if over else None
            assert (one.share and (one.share.actors, one.share.of)) == expected
    assert [cohort.ages[-1].share is None for cohort in found.retention.value.cohorts] == [False, True, True]


def test_revenue_counts_transactions_not_days(found: PirateMeasures, frame: pd.DataFrame) -> None:
    """Add up every row, also a second one of the same day."""
    total, days = frame["value"].sum(), len(frame.drop_duplicates(["actor", "at"]))
    assert found.revenue.value is not None
    assert found.revenue.value.total == pytest.approx(total, abs=1e-6)
    assert found.revenue.value.per_paying == pytest.approx(total / 2357)
    assert (found.revenue.value.paying.actors, found.revenue.value.paying.of) == (2357, 2357)
    assert found.revenue.reasons == (
        f"each row of “purchase” counts: {integer(6919)} rows, on {integer(days)} different days of an actor",
    )


def test_engagement_is_that_of_pandas(found: PirateMeasures, frame: pd.DataFrame) -> None:
    """Count buyers, purchases and days of the last twelve months, and divide the newest by its buyers."""
    months = frame.groupby("month")["actor"].agg(["nunique", "size"])
    months["days"] = frame.drop_duplicates(["actor", "at"]).groupby("month").size()
    assert found.engagement.value is not None
    told = {pd.Period(one.start, "M"): [one.active, one.rows, one.days] for one in found.engagement.value.series}
    assert told == {month: list(map(int, counts)) for month, counts in months.iloc[-12:].iterrows()}
    newest = months.iloc[-1]
    two = found.engagement.value.latest.per_active, found.engagement.value.latest.days_per_active
    assert two == pytest.approx((newest["size"] / newest["nunique"], newest["days"] / newest["nunique"]))


@pytest.mark.parametrize(
    ("retention", "age", "came_back"),
    [
        ({}, 1, (345, 2357)),
        ({}, 16, (97, 1638)),
        ({"kind": "rolling"}, 1, (1066, 2357)),
        ({"kind": "bracket", "bracket": [1, 3]}, 1, (604, 2357)),
        ({"clock": "24h"}, 1, (322, 2357)),
    ],
)
def test_who_came_back_as_the_page_says(retention: dict[str, object], age: int, came_back: tuple[int, int]) -> None:
    """Four true numbers for the same question, as docs/measures.md prints them."""
    log = EventLog(FILE, "csv", ("actor", "at", "event", "value"))
    asked = definitions(acquisition={"event": "purchase"}, retention={"event": "purchase", **retention})
    found = measure_pirate(asked, log, dt.date(2026, 11, 1)).retention.value
    assert found is not None
    share = next(one.share for one in found.overall if one.age == age)
    assert share is not None and (share.actors, share.of) == came_back


def test_the_funnel_of_the_page() -> None:
    """436 of 2,357 bought a second time within 30 days."""
    log = EventLog(FILE, "csv", ("actor", "at", "event", "value"))
    asked = definitions(funnel={"steps": ["purchase", "purchase"], "within": "30d"})
    found = measure_pirate(asked, log, dt.date(2026, 11, 1)).funnel.value
    assert found is not None
    assert (found[-1].share.actors, found[-1].share.of) == (436, 2357)
