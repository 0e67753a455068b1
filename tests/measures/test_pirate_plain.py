"""Every pirate metric of random logs, compared with plain Python."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pirate_plain import (
    DAY,
    Grid,
    Sample,
    activated,
    channels,
    cohorts,
    definitions,
    eligible_of,
    engaged,
    measured,
    read,
    samples,
    starts,
    stepped,
)

from purposebook.measures.pirate.found import Rate, Retained

UNLUCKY = (HealthCheck.filter_too_much,)
"""Many samples lack an event that a question needs; where nearly all did, Hypothesis would still refuse the test."""
FEW = settings(max_examples=20, deadline=None, suppress_health_check=UNLUCKY)
ACQUIRED = st.sampled_from([None, "a"])


def _pirate(sample: Sample, event: str | None = None, **parts: Any) -> Any:
    """Define a sample's metrics."""
    return definitions(time_zone=sample.zone, acquisition={"event": event} if event else None, **parts)


def _numbers(share: Rate | None) -> tuple[int, int] | None:
    """Return a share's counts."""
    return None if share is None else (share.actors, share.of)


@FEW
@given(samples(), ACQUIRED, st.sampled_from([None, 3, 40]))
def test_acquisition(sample: Sample, event: str | None, complete: int | None) -> None:
    """Count distinct actors by the channel of their first event, up to the last day that counts."""
    until = sample.as_of - complete * DAY if complete is not None else None
    rows, last, _ = read(sample, until)
    found = measured(_pirate(sample, event, complete_until=until), sample)
    assert (found.complete_until, found.events, found.actors) == (last, len(rows), len({row.actor for row in rows}))
    expected = channels(rows, event)
    assert [(one.channel, one.actors) for one in found.acquisition.value or ()] == expected
    assert found.acquisition.value or found.acquisition.reasons


@FEW
@given(samples(), ACQUIRED, st.sampled_from(["all", "any"]), st.integers(1, 40))
def test_activation(sample: Sample, event: str | None, match: str, days: int) -> None:
    """Count successes within the time allowed, of those whose time is over."""
    rows, _, end = read(sample)
    occur = {row.event for row in rows}
    assume({"b", "c", event or "b"} <= occur)
    pirate = _pirate(sample, event, activation={"events": ["b", "c"], "match": match, "within": f"{days}d"})
    succeeded, eligible = activated(rows, eligible_of(rows, event, days, end), {"b", "c"}, match == "all", days)
    found = measured(pirate, sample).activation
    assert _numbers(found.value) == ((succeeded, eligible) if eligible else None)
    assert found.value or "has fully elapsed" in found.reasons[0]


@settings(max_examples=50, deadline=None, suppress_health_check=UNLUCKY)
@given(
    samples(),
    ACQUIRED,
    st.tuples(
        st.sampled_from(["any", "b", "a"]),
        st.sampled_from(["day", "week", "month"]),
        st.sampled_from(["calendar", "24h"]),
        st.sampled_from(["classic", "rolling", "bracket"]),
    ),
    st.sampled_from([(0, 0), (1, 3), (2, 2)]),
)
def test_retention(
    sample: Sample,
    event: str | None,
    asked: tuple[str, str, str, str],
    bracket: tuple[int, int],
) -> None:
    """Count who came back, cohort by cohort and over all, with blanks where the time is not over."""
    (back, period, clock, kind), (rows, last, end) = asked, read(sample)
    assume({event, back} - {"any", None} <= {row.event for row in rows} and last is not None)
    parts = {"event": back, "period": period, "clock": clock, "kind": kind, "bracket": bracket}
    found = measured(_pirate(sample, event, retention=parts), sample).retention.value
    assert found is not None
    assert last is not None
    begun, grid = starts(rows, event), Grid(period, clock, end, last)
    for place, age in enumerate(one.age for one in found.overall):
        until = {"classic": age, "rolling": None, "bracket": bracket[1]}[kind]
        _same(found, place, cohorts([row for row in rows if back in ("any", row.event)], begun, grid, age, until))
    assert _ends_with_a_period_that_is_not_over(found) or kind == "bracket"


def _same(found: Retained, place: int, expected: dict[dt.date, tuple[int, int | None]]) -> None:
    """Compare one age of all cohorts, and overall."""
    assert [cohort.start for cohort in found.cohorts] == sorted(expected)
    for cohort in found.cohorts:
        size, active = expected[cohort.start]
        assert cohort.size == size
        assert _numbers(cohort.ages[place].share) == (None if active is None else (active, size))
    over = [(size, active) for size, active in expected.values() if active is not None]
    total = sum(active for _, active in over), sum(size for size, _ in over)
    assert _numbers(found.overall[place].share) == (total if over else None)


def _ends_with_a_period_that_is_not_over(found: Retained) -> bool:
    """Say whether at most the last age of the oldest cohort is blank, as nothing was cut off."""
    newest = [one.share is None for one in found.overall]
    return not any(newest[:-1]) or found.clock == "24h"


@FEW
@given(samples(), st.integers(1, 60))
def test_referral(sample: Sample, days: int) -> None:
    """Count invitations and those who accepted, in the last full cycle."""
    rows, last, _ = read(sample)
    assume(last is not None and "b" in {row.event for row in rows})
    pirate = _pirate(sample, referral={"invited": "b", "accepted": "c", "cycle": f"{days}d"})
    found = measured(pirate, sample).referral
    assert last is not None
    first = last - (days - 1) * DAY
    cycle = [row for row in rows if row.day >= first]
    refused = "less than a cycle" if min(row.day for row in rows) > first else "" if cycle else "nobody was active"
    assert (found.value is None) == bool(refused)
    if found.value is None:
        assert refused in found.reasons[0]
        return
    invited, active = sum(row.event == "b" for row in cycle), len({row.actor for row in cycle})
    accepted = len({row.actor for row in cycle if row.event == "c"})
    told = found.value
    assert (told.active, told.invitations, told.accepted) == (active, invited, accepted)
    assert told.k == (pytest.approx(accepted / active) if invited and accepted <= invited else None)


@FEW
@given(samples())
def test_revenue(sample: Sample) -> None:
    """Add up what was paid, row by row."""
    rows, _, _ = read(sample)
    paid = [row for row in rows if row.event == "b"]
    assume(paid)
    found = measured(_pirate(sample, revenue={"event": "b"}), sample).revenue
    values = [row.value for row in paid if row.value is not None]
    paying, active = len({row.actor for row in paid}), len({row.actor for row in rows})
    assert found.value is not None
    assert (found.value.paying.actors, found.value.paying.of) == (paying, active)
    if values:
        total = sum(values)
        three = found.value.total, found.value.per_active, found.value.per_paying
        assert three == pytest.approx((total, total / active, total / paying), abs=1e-9)
    else:
        assert found.value.total is None
    without = any("no finite value" in reason for reason in found.reasons)
    assert without == (0 < len(values) < len(paid))


@FEW
@given(samples(), st.lists(st.sampled_from("abc"), min_size=2, max_size=4), st.integers(1, 30))
def test_funnel(sample: Sample, steps: list[str], days: int) -> None:
    """Follow each actor, row by row, from the first entry."""
    rows, _, end = read(sample)
    assume(steps[0] in {row.event for row in rows})
    found = measured(_pirate(sample, funnel={"steps": steps, "within": f"{days}d"}), sample).funnel
    counts = stepped(rows, steps, days, end)
    assert [_numbers(one.share) for one in found.value or ()] == [(n, counts[0]) for n in counts if counts[0]]
    assert found.value or "has fully elapsed" in found.reasons[0]


@FEW
@given(samples(), ACQUIRED, st.sampled_from(["any", "b"]), st.sampled_from(["day", "week", "month"]))
def test_engagement(sample: Sample, event: str | None, back: str, period: str) -> None:
    """Count who was active in each complete period, with their rows and days."""
    rows, last, _ = read(sample)
    assume(last is not None and {event, back} - {"any", None} <= {row.event for row in rows})
    found = measured(_pirate(sample, event, retention={"event": back, "period": period}), sample).engagement
    assert last is not None
    expected = engaged(rows, period, back, min(row.day for row in rows), last)
    if found.value is None:
        assert ("nobody was active" if expected else f"no complete {period}") in found.reasons[0]
        assert not expected or expected[-1][2] == 0
        return
    told = [(one.start, one.end, one.active, one.rows, one.days) for one in found.value.series]
    assert told == expected
    assert found.value.latest.per_active == pytest.approx(expected[-1][3] / expected[-1][2])


@FEW
@given(samples(), ACQUIRED)
def test_actors_told_apart_in_portions(sample: Sample, event: str | None) -> None:
    """Find the same in a log that is so large that its actors are told apart portion by portion."""
    pirate = _pirate(sample, event, retention={"period": "week"}, revenue={"event": "b"})
    whole = measured(pirate, sample)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("purposebook.measures.pirate.events._PORTION", 2)
        assert measured(pirate, sample) == whole
