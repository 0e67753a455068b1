"""The Software Carbon Intensity of a product: grams of CO2e per unit, from energy and hardware."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from purposebook.domain.responsibility import Component, Footprint
from purposebook.measures.answer import Answer, finite
from purposebook.text.plurals import counted

ROUNDED: Final = 0.01
"""A stated total that is off by no more than this share of the computed one was rounded."""
NOT_SUBTRACTED: Final = "offsets are not subtracted: compensation that was bought saves nothing"
_OPERATIONAL: Final = (("energy", "energy"), ("intensity", "grid"))
_EMBODIED: Final = (
    ("embodied", "embodied"),
    ("reserved_time", "reserved time"),
    ("lifespan", "lifespan"),
    ("reserved", "reserved resources"),
    ("total", "total resources"),
)


@dataclass(frozen=True)
class ComponentMeasures:
    """Hold both shares of one component, in grams of CO2e."""

    name: str
    operational: Answer[float]
    """E·I."""
    embodied: Answer[float]
    """M = TE·(TiR/EL)·(RR/ToR)."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Say why either share is missing."""
        shares = (self.operational, self.embodied)
        return tuple(reason for share in shares if share.value is None for reason in share.reasons)


@dataclass(frozen=True)
class FootprintMeasures:
    """Hold what the parts come to, and how that compares."""

    components: tuple[ComponentMeasures, ...]
    total: Answer[float]
    """Grams of CO2e of all components; a stated total that they contradict, and offsets, are caveats."""
    rate: Answer[float]
    """Grams of CO2e per unit."""
    change: Answer[float]
    """How far the rate is from the baseline, as a share of the baseline."""
    cleaner: float | None = None
    """The rate if every grid emitted half as much."""
    dirtier: float | None = None
    """The rate if every grid emitted twice as much."""
    stated: float | None = None
    """A total that somebody published, in grams of CO2e."""

    @property
    def contradicted(self) -> bool:
        """Say whether the parts contradict the stated total; both are shown then."""
        return contradicts(self.stated, self.total.value)


def measure_footprint(footprint: Footprint) -> FootprintMeasures:
    """Return the Software Carbon Intensity SCI = (sum(E·I) + sum(M)) / R.

    E in kWh, I in g/kWh, M in g of CO2e, R in units of the same period. Offsets are never subtracted. One component
    without a number refuses the total: what is left would be too small. Where E or TE is zero nothing else is needed.
    The baseline is compared only where both say how they were worked out, in the same words.
    Sensitivity: the rate at half and at twice each component's own intensity I, hardware unchanged. Published
    intensities of one grid differ by such factors between hours of a day, and between average and marginal counting;
    half and twice keep components on different grids comparable, where one number for all would not.
    Source: Green Software Foundation, Software Carbon Intensity specification (ISO/IEC 21031:2024).
    """
    components = tuple(_component(one) for one in footprint.components)
    total = _total(footprint, components)
    rate = _rate(footprint, total)
    half, twice = (_at_intensity(footprint, components, rate, factor) for factor in (0.5, 2.0))
    return FootprintMeasures(components, total, rate, _change(footprint, rate), half, twice, footprint.stated)


def _at_intensity(
    footprint: Footprint, components: tuple[ComponentMeasures, ...], rate: Answer[float], factor: float
) -> float | None:
    """Return the rate at `factor` times the intensity of every grid."""
    if rate.value is None or footprint.amount is None:
        return None
    total = sum(factor * (one.operational.value or 0) + (one.embodied.value or 0) for one in components)
    return finite(total / footprint.amount, "footprint per unit").value


def contradicts(stated: float | None, total: float | None) -> bool:
    """Say whether a published total differs from the computed one by more than rounding."""
    return stated is not None and total is not None and abs(stated - total) > ROUNDED * abs(total)


def _component(one: Component) -> ComponentMeasures:
    """Compute both shares of one component."""
    return ComponentMeasures(one.name, _operational(one), _embodied(one))


def _operational(one: Component) -> Answer[float]:
    """Return E·I."""
    if one.energy == 0:
        return Answer(0.0)
    wrong = _wrong(one, _OPERATIONAL)
    if wrong or one.energy is None or one.intensity is None:
        return Answer.refused(*wrong)
    return finite(one.energy * one.intensity, "operational share")


def _embodied(one: Component) -> Answer[float]:
    """Return TE·(TiR/EL)·(RR/ToR)."""
    if one.embodied == 0:
        return Answer(0.0)
    wrong = _wrong(one, _EMBODIED)
    if wrong or None in (one.embodied, one.reserved_time, one.lifespan, one.reserved, one.total):
        return Answer.refused(*wrong)
    made, time, life, used, of = (float(getattr(one, name)) for name, _ in _EMBODIED)
    shares = (("reserved time", time, "lifespan", life), ("reserved resources", used, "total resources", of))
    reasons = [f"{whole} is zero" for _, _, whole, all_of_it in shares if all_of_it == 0]
    reasons += [f"{part} is more than {whole}" for part, some, whole, all_of_it in shares if some > all_of_it > 0]
    return Answer.refused(*reasons) if reasons else finite(made * (time / life) * (used / of), "embodied share")


def _wrong(one: Component, fields: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Name the fields that are not written, and those below zero."""
    values = [(words, getattr(one, name)) for name, words in fields]
    missing = [f"no {words}" for words, value in values if value is None]
    return (*missing, *(f"{words} is below zero" for words, value in values if value is not None and value < 0))


def _total(footprint: Footprint, components: tuple[ComponentMeasures, ...]) -> Answer[float]:
    """Add the components up."""
    if not components:
        return Answer.refused("no component: no footprint")
    lacking = sum(bool(one.reasons) for one in components)
    if lacking:
        return Answer.refused(f"{lacking} of {counted(len(components), 'component')} cannot be computed: no footprint")
    total = sum((one.operational.value or 0) + (one.embodied.value or 0) for one in components)
    caveats = [NOT_SUBTRACTED] if footprint.offsets else []
    if contradicts(footprint.stated, total):
        caveats.append("the stated total and the sum of the parts contradict each other")
    return finite(total, "footprint", *caveats)


def _rate(footprint: Footprint, total: Answer[float]) -> Answer[float]:
    """Divide the total by the units of the period."""
    reasons = [] if total.value is not None else list(total.reasons)
    if not footprint.unit.strip():
        reasons.append("the unit (R) has no name: nothing to divide by")
    if footprint.amount is None:
        reasons.append("no number of units (R): nothing to divide by")
    elif footprint.amount <= 0:
        reasons.append("the number of units (R) is zero or less: nothing to divide by")
    if reasons or total.value is None or footprint.amount is None:
        return Answer.refused(*reasons)
    return finite(total.value / footprint.amount, "footprint per unit", *total.reasons)


def _change(footprint: Footprint, rate: Answer[float]) -> Answer[float]:
    """Compare with the baseline."""
    before = footprint.baseline
    if before is None:
        return Answer.refused("no baseline: no change")
    if rate.value is None:
        return Answer.refused(*rate.reasons)
    now, then = (" ".join(text.casefold().split()) for text in (footprint.method, footprint.baseline_method))
    if not now or not then:
        return Answer.refused("method or method of the baseline is not written: no comparison")
    if now != then:
        return Answer.refused("the baseline was worked out by another method: no comparison")
    if before <= 0:
        return Answer.refused("the baseline is zero or less: no change")
    return finite(rate.value / before - 1, "change")
