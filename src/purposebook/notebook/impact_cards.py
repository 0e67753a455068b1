"""What an event log and experiments tell, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from purposebook.notebook.cards import render
from purposebook.notebook.impact_figures import NO_COMPARISON
from purposebook.notebook.mission_views import empty
from purposebook.notebook.not_used import not_used_reason
from purposebook.notebook.snapshot import Snapshot
from purposebook.notebook.wording import number
from purposebook.text.directions import isolated
from purposebook.text.numbers import NBSP, coefficient, percent, points

if TYPE_CHECKING:
    from purposebook.measures.experiment import ExperimentMeasures
    from purposebook.measures.pirate.found import PirateMeasures, Rate

NO_LOG: Final = "There is no event log to count from yet, so nothing of it is drawn. It says who did what, and when."


def _pirate_card(snap: Snapshot) -> str:
    """Show the pirate metrics as sentences, with what to know about each.

    Where nothing is declared, the section of the form has said so already; then this says nothing.
    """
    found = snap.pirate
    if found is None and snap.book.metrics.pirate is None:
        return ""
    if found is None:
        return empty(snap, not_used_reason(snap.book, "pirate") or NO_LOG)
    notes = (*found.reasons, *_from_database(snap))
    return render("numbers.html", snap=snap, rows=tuple(_pirate_rows(found)), notes=notes)


def _from_database(snap: Snapshot) -> Iterator[str]:
    """Say which rows of a database the numbers rest on, and that they are kept ones, where they are."""
    for one in snap.origins:
        if one.part == "events" and one.source.database:
            yield f"events: {one.said}"
            if not one.reached:
                yield one.kept(snap.as_of)


def _pirate_rows(found: PirateMeasures) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield a name, what is said, and reasons for each of the five."""
    came = found.acquisition
    yield "Acquisition", _came(sum(one.actors for one in came.value or ())), came.reasons
    activated = found.activation
    yield "Activation", _of("had their first success in time", activated.value), activated.reasons
    kept = found.retention.value
    first = next((age.share for age in kept.overall if age.age and age.share), None) if kept else None
    again = f"were active again in the first {kept.period}" if kept else ""
    yield "Retention", _of(again, first), found.retention.reasons
    yield "Referral", _referred(found), found.referral.reasons
    yield "Revenue", _earned(found), found.revenue.reasons


def _came(actors: int) -> str:
    """Say how many came."""
    return f"{number(actors)} came." if actors else ""


def _of(did: str, rate: Rate | None) -> str:
    """Say how many of how many did something, and how sure that is."""
    if rate is None:
        return ""
    low, high = (number(round(100 * end, 1)) for end in (rate.low, rate.high))
    share = f"{percent(rate.rate)}, plausibly between {low}{NBSP}% and {high}{NBSP}%"
    return f"{number(rate.actors)} of {number(rate.of)} {did}: {share}."


def _referred(found: PirateMeasures) -> str:
    """Say what invitations bring."""
    one = found.referral.value
    if one is None:
        return ""
    accepted = _of("invitations were accepted", one.acceptance)
    k = "" if one.k is None else f" Each active person brings {coefficient(one.k)} others a cycle (K)."
    return f"{coefficient(one.per_actor)} invitations for each active person. {accepted}{k}"


def _earned(found: PirateMeasures) -> str:
    """Say who pays, and how much."""
    one = found.revenue.value
    if one is None:
        return ""
    paid = _of("who were active paid", one.paying)
    if one.total is None or one.per_paying is None or one.per_active is None:
        return paid
    each = [number(round(value, 2)) for value in (one.total, one.per_paying, one.per_active)]
    return f"{paid} In all {each[0]}: {each[1]} for each who paid, {each[2]} for each who was active."


def _experiment_card(snap: Snapshot) -> str:
    """Show what each comparison can support, in sentences."""
    if not snap.experiments:
        return empty(snap, NO_COMPARISON)
    experiments = {one.id: one for one in snap.book.experiments.experiments}
    rows = tuple(
        (isolated(experiments[one.id].step), _estimate(one), (*one.caveats, *one.reasons)) for one in snap.experiments
    )
    return render("numbers.html", snap=snap, rows=rows, notes=())


def _estimate(one: ExperimentMeasures) -> str:
    """Say an estimate with its interval, or that it has none."""
    if one.difference is not None:
        said = f"Treatment less control: {points(one.difference)} points"
        return f"{said}, {_plausible(one, 100, 1)}."
    if one.ratio is None:
        return ""
    naive = "" if one.naive_ratio is None else f" The plain ratio of the means is {coefficient(one.naive_ratio)}."
    return f"After to before: {coefficient(one.ratio)} times, {_plausible(one, 1, 3)}.{naive}"


def _plausible(one: ExperimentMeasures, scale: int, decimals: int) -> str:
    """Say an interval, or that there is none."""
    if one.interval is None:
        return "without an interval"
    low, high = (number(round(scale * end, decimals)) for end in one.interval)
    return f"plausibly between {low} and {high}"


CARDS: Final[Mapping[str, Callable[[Snapshot], str]]] = {"pirate": _pirate_card, "estimates": _experiment_card}
