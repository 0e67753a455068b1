"""What an event log tells -> its part of the result of `purposebook measures --format json`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from purposebook.measures.pirate.found import (
    Activity,
    Age,
    Cohort,
    Earned,
    Engaged,
    PirateMeasures,
    Rate,
    Referred,
    Retained,
)

Json = dict[str, Any]


def pirate_json(found: PirateMeasures) -> Json:
    """Return the pirate metrics; what is not declared or has no answer is null or empty, and says why in `reasons`."""
    return {
        "complete_until": found.complete_until.isoformat() if found.complete_until else None,
        "events": found.events,
        "actors": found.actors,
        "acquisition": [vars(one) for one in found.acquisition.value or ()],
        "activation": _activation(found.activation.value) if found.activation.value else None,
        "retention": _retention(found.retention.value) if found.retention.value else None,
        "referral": _referral(found.referral.value) if found.referral.value else None,
        "revenue": _revenue(found.revenue.value) if found.revenue.value else None,
        "funnel": [{"step": one.step, **_rate(one.share)} for one in found.funnel.value or ()],
        "engagement": _engagement(found.engagement.value) if found.engagement.value else None,
        "reasons": list(_reasons(found)),
    }


def _rate(rate: Rate) -> Json:
    """Return so many actors, their share and its interval."""
    return {"actors": rate.actors, "rate": rate.rate, "interval": [rate.low, rate.high]}


def _activation(rate: Rate) -> Json:
    """Return how many of those whose time is over were activated."""
    return {"eligible": rate.of, **_rate(rate)}


def _retention(found: Retained) -> Json:
    """Return retention, cohort by cohort and over all."""
    return {
        "kind": found.kind,
        "period": found.period,
        "clock": found.clock,
        "bracket": list(found.bracket) if found.bracket else None,
        "cohorts": [_cohort(one) for one in found.cohorts],
        "overall": [_age(one) for one in found.overall],
    }


def _cohort(one: Cohort) -> Json:
    """Return one cohort."""
    return {"cohort": one.start.isoformat(), "size": one.size, "ages": [_age(age) for age in one.ages]}


def _age(one: Age) -> Json:
    """Return one age; a period that has not fully elapsed is blank, never zero."""
    shown = _rate(one.share) if one.share else {"actors": None, "rate": None, "interval": None}
    return {"age": one.age, **shown, "complete": one.share is not None}


def _referral(found: Referred) -> Json:
    """Return what invitations bring."""
    acceptance = found.acceptance
    return {
        "invitations_per_actor": found.per_actor,
        "acceptance": acceptance.rate if acceptance else None,
        "acceptance_interval": [acceptance.low, acceptance.high] if acceptance else None,
        "k": found.k,
        "cycle_days": found.cycle_days,
        "active": found.active,
        "invitations": found.invitations,
        "accepted": found.accepted,
    }


def _revenue(found: Earned) -> Json:
    """Return what is paid."""
    return {
        "paying": found.paying.actors,
        "active": found.paying.of,
        "rate": found.paying.rate,
        "interval": [found.paying.low, found.paying.high],
        "total": found.total,
        "per_active": found.per_active,
        "per_paying": found.per_paying,
    }


def _engagement(found: Engaged) -> Json:
    """Return what each active actor did in the last complete period, and in those before."""
    return {
        "event": found.event,
        "period": found.period,
        **_activity(found.latest),
        "series": [_activity(one) for one in found.series],
    }


def _activity(one: Activity) -> Json:
    """Return one period; without anybody active there is nothing per active actor."""
    return {
        "start": one.start.isoformat(),
        "end": one.end.isoformat(),
        "active": one.active,
        "per_active": one.per_active,
        "days_per_active": one.days_per_active,
    }


def _reasons(found: PirateMeasures) -> Iterator[str]:
    """Say what to know about all of it, then about each answer."""
    yield from found.reasons
    for name in ("acquisition", "activation", "retention", "referral", "revenue", "funnel", "engagement"):
        yield from (f"{name}: {reason}" for reason in getattr(found, name).reasons)
