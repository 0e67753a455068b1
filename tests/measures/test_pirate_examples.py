"""Pirate metrics worked by hand: small logs whose answers fit on a page."""

from __future__ import annotations

import datetime as dt

import pytest
from pirate_plain import definitions, told

from purposebook.measures.pirate.engaging import A_RATIO
from purposebook.measures.pirate.found import Age, Cohort, Rate, Retained

AS_OF = dt.date(2024, 6, 30)
TRIO = ("actor", "at", "event")
VISITS = [
    ("00004", "2024-01-31", "visit"),
    ("4", "2024-01-02", "visit"),
    ("4", "2024-02-01", "visit"),
    ("4", "2024-03-31", "visit"),
    ("00004", "2024-03-01", "visit"),
    ("5", "2024-02-29", "visit"),
    ("5", "2024-02-29", "visit"),
]


def _retained(**parts: object) -> Retained:
    """Return the retention of the visits."""
    found = told(definitions(retention=parts), VISITS, AS_OF, TRIO).retention.value
    assert found is not None
    return found


def _counts(ages: tuple[Age, ...]) -> list[tuple[int, int] | None]:
    """Return (active, of) of each age."""
    return [one.share and (one.share.actors, one.share.of) for one in ages]


def _of(cohort: Cohort) -> tuple[str, int, list[tuple[int, int] | None]]:
    """Return a cohort as plain values."""
    return str(cohort.start), cohort.size, _counts(cohort.ages)


def test_classic_months() -> None:
    """Count who was active in the month; the log ends with March, so February has no second month yet."""
    found = _retained()
    assert _of(found.cohorts[0]) == ("2024-01-01", 2, [(2, 2), (1, 2), (2, 2)])
    assert _of(found.cohorts[1]) == ("2024-02-01", 1, [(1, 1), (0, 1), None])
    assert _counts(found.overall) == [(3, 3), (1, 3), (2, 2)]


def test_rolling_months() -> None:
    """Count who was active in the month or later, and say what that understates."""
    answer = told(definitions(retention={"kind": "rolling"}), VISITS, AS_OF, TRIO).retention
    assert answer.value is not None
    assert _counts(answer.value.overall) == [(3, 3), (2, 3), (2, 2)]
    assert "understates recent ages" in answer.reasons[0]


def test_bracket() -> None:
    """Count who was active in any of the months, told at the first; February's are not over."""
    found = _retained(kind="bracket", bracket=[1, 2])
    assert found.bracket == (1, 2)
    assert [one.age for one in found.overall] == [1]
    assert [_counts(cohort.ages) for cohort in found.cohorts] == [[(2, 2)], [None]]


def test_spans_of_24_hours() -> None:
    """Count spans of 30 days from the own start: 00004 comes back on its day 30, which is age 1."""
    found = _retained(clock="24h")
    assert _of(found.cohorts[0]) == ("2024-01-01", 2, [(2, 2), (2, 2), None])
    assert _of(found.cohorts[1]) == ("2024-02-01", 1, [(1, 1), None, None])


def test_weeks_begin_on_monday() -> None:
    """Take a Sunday and the next day for two weeks."""
    rows = [("1", "2024-03-03", "x"), ("1", "2024-03-04", "x"), ("2", "2024-03-10", "x")]
    found = told(definitions(retention={"period": "week"}), rows, AS_OF, TRIO).retention.value
    assert found is not None
    assert _of(found.cohorts[0]) == ("2024-02-26", 1, [(1, 1), (1, 1)])


@pytest.mark.parametrize(
    ("bracket", "why"), [(None, "needs a bracket"), ([3, 1], "does not run"), ([-1, 1], "does not run")]
)
def test_bracket_without_sense(bracket: list[int] | None, why: str) -> None:
    """Refuse a bracket that is missing or runs backwards."""
    answer = told(definitions(retention={"kind": "bracket", "bracket": bracket}), VISITS, AS_OF, TRIO).retention
    assert answer.value is None
    assert why in answer.reasons[0]


@pytest.mark.parametrize("offset", ["", "+02:00"])
def test_day_on_which_clocks_go_forward(offset: str) -> None:
    """Take 23.5 hours across the lost hour for age 0, and the calendar day after for age 1."""
    rows = [("1", "2024-03-30T12:00:00", "x"), ("1", f"2024-03-31T12:30:00{offset}", "x"), ("2", "2024-04-09", "x")]
    ages = {}
    for clock in ("calendar", "24h"):
        retention = {"period": "day", "clock": clock}
        found = told(definitions(time_zone="Europe/Paris", retention=retention), rows, AS_OF, TRIO).retention.value
        assert found is not None
        ages[clock] = _counts(found.cohorts[0].ages)[:2]
    assert ages == {"calendar": [(1, 1), (1, 1)], "24h": [(1, 1), (0, 1)]}


@pytest.mark.parametrize(("zone", "day"), [("Europe/Paris", "2024-04-01"), ("America/New_York", "2024-03-31")])
def test_two_time_zones(zone: str, day: str) -> None:
    """Put an evening in UTC on the day that it is in the zone, and name the zone."""
    found = told(definitions(time_zone=zone), [("1", "2024-03-31T22:30:00Z", "x")], AS_OF, TRIO)
    assert str(found.complete_until) == day
    assert f"days begin at midnight in the time zone {zone}" in found.reasons


def test_activation_leaves_out_who_still_has_time() -> None:
    """Count the success on the last day, not the one after; leave out who started too late."""
    rows = [("1", "2024-01-01", "start"), ("1", "2024-01-04", "win"), ("2", "2024-01-01", "start")]
    rows += [("2", "2024-01-05", "win"), ("3", "2024-01-03", "start"), ("3", "2024-01-03", "win")]
    answer = told(definitions(activation={"events": ["win"], "within": "3d"}), rows, AS_OF, TRIO).activation
    assert answer.value == Rate(1, 2, pytest.approx(0.0945, abs=1e-4), pytest.approx(0.9055, abs=1e-4))
    assert answer.reasons == ("1 actor is left out, for their time (3d) has not fully elapsed",)


def test_time_allowed_ends_with_the_day_of_the_zone() -> None:
    """Leave out who would have until half past midnight in Paris, though it is still the day before in UTC."""
    rows = [("1", "2024-01-02T00:30:00", "win")]
    pirate = definitions(time_zone="Europe/Paris", activation={"events": ["win"], "within": "1d"})
    answer = told(pirate, rows, AS_OF, TRIO).activation
    assert answer.reasons == ("nobody's time (1d) has fully elapsed by 2024-01-02: no activation",)


def test_referral() -> None:
    """Multiply invitations per active actor by acceptance: 2 / 4 * 1 / 2."""
    rows = [("1", "2024-01-01", "x"), ("1", "2024-01-10", "sent"), ("2", "2024-01-10", "sent")]
    rows += [("3", "2024-01-11", "came"), ("3", "2024-01-11", "came"), ("4", "2024-01-19", "x")]
    parts = {"invited": "sent", "accepted": "came", "cycle": "10d"}
    found = told(definitions(referral=parts), rows, AS_OF, TRIO).referral.value
    assert found is not None
    assert (found.active, found.invitations, found.accepted, found.per_actor, found.k) == (4, 2, 1, 0.5, 0.25)
    assert found.acceptance is not None
    assert (found.acceptance.actors, found.acceptance.of) == (1, 2)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([("1", "2024-01-02", "sent"), ("2", "2024-01-02", "came"), ("3", "2024-01-03", "came")], "were invited"),
        ([("1", "2024-01-01", "sent"), ("2", "2024-01-03", "came")], "nobody was invited"),
    ],
)
def test_no_acceptance(rows: list[tuple[str, str, str]], why: str) -> None:
    """Give no acceptance and no K where nobody was invited in the cycle, or more accepted than were."""
    parts = {"invited": "sent", "accepted": "came", "cycle": "2d"}
    answer = told(definitions(referral=parts), rows, AS_OF, TRIO).referral
    assert answer.value is not None
    assert (answer.value.acceptance, answer.value.k) == (None, None)
    assert why in answer.reasons[0]


def test_a_log_shorter_than_a_cycle_has_no_referral() -> None:
    """Refuse a cycle of which days are missing, and say how many days there are."""
    parts = {"invited": "sent", "accepted": "came", "cycle": "30d"}
    rows = [("1", "2024-06-01", "sent"), ("2", "2024-06-09", "came")]
    answer = told(definitions(referral=parts), rows, dt.date(2024, 6, 9), TRIO).referral
    said = "the log covers 9 days up to 2024-06-09, less than a cycle of 30 days: no referral"
    assert (answer.value, answer.reasons) == (None, (said,))


def test_funnel_needs_two_rows_for_two_steps() -> None:
    """Take the second purchase of the same moment for the second step, and a lone one not."""
    rows = [
        ("1", "2024-01-01", "buy"),
        ("1", "2024-01-01", "buy"),
        ("2", "2024-01-01", "buy"),
        ("3", "2024-01-31", "x"),
    ]
    found = told(definitions(funnel={"steps": ["buy", "buy"], "within": "7d"}), rows, AS_OF, TRIO).funnel.value
    assert found is not None
    assert [(one.share.actors, one.share.of) for one in found] == [(2, 2), (1, 2)]


def test_funnel_is_ordered_and_takes_the_first_entry() -> None:
    """Do not count a step before the one it follows, nor a second entry that would have been in time."""
    rows = [("1", "2024-01-02", "a"), ("1", "2024-01-01", "b"), ("2", "2024-01-01", "a"), ("2", "2024-01-09", "a")]
    rows += [("2", "2024-01-10", "b"), ("3", "2024-01-01", "a"), ("3", "2024-01-03", "b"), ("4", "2024-01-31", "a")]
    answer = told(definitions(funnel={"steps": ["a", "b"], "within": "7d"}), rows, AS_OF, TRIO).funnel
    assert answer.value is not None
    assert [(one.share.actors, one.share.of) for one in answer.value] == [(3, 3), (1, 3)]
    assert "counts once" in answer.reasons[-1]


def test_each_step_follows_the_one_before() -> None:
    """Do not count a third step that was taken before the second."""
    rows = [("1", "2024-01-01", "a"), ("1", "2024-01-02", "c"), ("1", "2024-01-03", "b"), ("2", "2024-01-31", "a")]
    found = told(definitions(funnel={"steps": ["a", "b", "c"], "within": "7d"}), rows, AS_OF, TRIO).funnel.value
    assert [one.share.actors for one in found or ()] == [1, 1, 0]


def test_first_channel_is_a_named_one() -> None:
    """Take of two first events at one moment the one that names a channel, then the alphabet's first."""
    rows = [("1", "2024-01-01", "x", ""), ("1", "2024-01-01", "x", "web"), ("1", "2024-01-01", "x", "ads")]
    rows += [("2", "2024-01-01", "x", ""), ("2", "2024-01-02", "x", "web"), ("3", "2024-01-01", "x", " ads ")]
    found = told(definitions(), rows, AS_OF, (*TRIO, "channel")).acquisition.value
    assert [(one.channel, one.actors) for one in found or ()] == [("ads", 2), ("", 1)]


def test_engagement_is_told_per_actor() -> None:
    """March holds 00004 and 4 with a row each; February holds 4 once and 5 twice on a day; January is not whole."""
    answer = told(definitions(complete_until="2024-04-10"), VISITS, AS_OF, TRIO).engagement
    assert answer.value is not None
    counts = [(str(one.start), one.active, one.rows, one.days) for one in answer.value.series]
    assert counts == [("2024-02-01", 2, 3, 2), ("2024-03-01", 2, 2, 2)]
    assert [(one.per_active, one.days_per_active) for one in answer.value.series] == [(1.5, 1), (1, 1)]
    assert answer.reasons == ("retention is not declared: any event counts, by month", A_RATIO)


def test_engagement_takes_the_period_and_the_event_of_retention() -> None:
    """Count wins by week, whatever the clock, and keep a week without any; two weeks are whole."""
    rows = [("1", "2024-03-04", "win"), ("1", "2024-03-04", "win"), ("2", "2024-03-05", "x"), ("1", "2024-03-24", "x")]
    parts = {"event": "win", "period": "week", "clock": "24h"}
    until = {"complete_until": "2024-03-16"}
    answer = told(definitions(retention=parts, **until), rows, AS_OF, TRIO).engagement
    assert answer.value is not None
    assert [(one.active, one.rows, one.days) for one in answer.value.series] == [(1, 2, 1)]
    assert answer.reasons == (A_RATIO,)
    later = told(definitions(retention=parts), rows, AS_OF, TRIO).engagement
    assert later.reasons == ("nobody was active from 2024-03-18 to 2024-03-24: no engagement",)
