"""The Software Carbon Intensity: answers worked out by hand, and why there is none."""

from __future__ import annotations

from typing import Any

import pytest

from purposebook.domain.responsibility import Footprint
from purposebook.measures.footprint import NOT_SUBTRACTED, FootprintMeasures, measure_footprint

SERVERS = {
    "name": "Servers",
    **{"energy": 120, "intensity": 300, "embodied": 900_000, "reserved_time": 720, "lifespan": 36_000},
    **{"reserved": 8, "total": 64},
}
NETWORK = {"name": "Network", "energy": 10, "intensity": 400, "embodied": 0}


def measured(*components: dict[str, Any], **more: Any) -> FootprintMeasures:
    """Measure a footprint of 40,000 lessons."""
    written = {"unit": "lesson", "amount": 40_000, "components": components or (SERVERS, NETWORK), **more}
    return measure_footprint(Footprint.model_validate(written))


def test_known_answer() -> None:
    """120·300 + 900,000·(720/36,000)·(8/64) = 36,000 + 2,250; with 10·400 of network, over 40,000 lessons."""
    found = measured()
    servers, network = found.components
    assert (servers.operational.value, servers.embodied.value) == (36_000, 2_250)
    assert (network.operational.value, network.embodied.value) == (4_000, 0)
    assert found.total.value == 42_250
    assert found.rate.value == pytest.approx(1.05625)


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("energy", None, "no energy"),
        ("intensity", None, "no grid"),
        ("embodied", None, "no embodied"),
        ("lifespan", None, "no lifespan"),
        ("energy", -1, "energy is below zero"),
        ("lifespan", 0, "lifespan is zero"),
        ("total", 0, "total resources is zero"),
        ("reserved", 65, "reserved resources is more than total resources"),
        ("reserved_time", 40_000, "reserved time is more than lifespan"),
    ],
)
def test_a_missing_or_impossible_input_refuses_the_whole(field: str, value: float | None, reason: str) -> None:
    """What is left without one component would be too small a footprint."""
    found = measured({**SERVERS, field: value}, NETWORK)
    assert found.components[0].reasons == (reason,)
    assert found.total.value is None and found.rate.value is None
    assert "1 of 2 components cannot be computed: no footprint" in found.rate.reasons


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"amount": 0}, "the number of units (R) is zero or less: nothing to divide by"),
        ({"amount": None}, "no number of units (R): nothing to divide by"),
        ({"unit": " "}, "the unit (R) has no name: nothing to divide by"),
    ],
)
def test_without_units_there_is_no_rate(more: dict[str, Any], reason: str) -> None:
    """Nothing is divided by nothing; the total stays."""
    found = measured(**more)
    assert found.total.value == 42_250
    assert found.rate.value is None and found.rate.reasons == (reason,)


def test_no_component_is_no_footprint() -> None:
    """An empty sum is not a footprint of zero."""
    assert measure_footprint(Footprint(unit="lesson", amount=5)).total.value is None


def test_offsets_are_never_subtracted() -> None:
    """Compensation changes no number, and is said aloud."""
    found = measured(offsets=42_250)
    assert found.total.value == 42_250
    assert found.total.reasons == (NOT_SUBTRACTED,) == found.rate.reasons


@pytest.mark.parametrize(("stated", "caveats"), [(42_000, 0), (40_000, 1), (50_000, 1), (None, 0)])
def test_a_stated_total_that_the_parts_contradict_is_a_caveat(stated: float | None, caveats: int) -> None:
    """Rounding is no contradiction; what is computed stays what it is."""
    found = measured(stated=stated)
    assert found.total.value == 42_250 and len(found.total.reasons) == caveats


def test_the_baseline_is_compared_by_the_same_method_only() -> None:
    """The words of both methods agree, up to case and spaces."""
    same = measured(baseline=2.1125, method="From server hours", baseline_method=" from  server hours")
    assert same.change.value == pytest.approx(-0.5)
    for more in ({"baseline_method": "Billed"}, {}, {"baseline_method": "From server hours", "amount": 0}):
        assert measured(**{"baseline": 2.1, "method": "From server hours", **more}).change.value is None
    assert measured(baseline=0, method="a", baseline_method="a").change.value is None
    assert measured().change.reasons == ("no baseline: no change",)


def test_the_embodied_share_of_an_hour() -> None:
    """1000 kg over 4 years, 1 hour: 28.54 g."""
    server = {"energy": 0, "embodied": 1_000_000, "reserved_time": 1, "lifespan": 4 * 365 * 24}
    found = measured({"name": "Server", **server, "reserved": 1, "total": 1}, amount=1)
    assert f"{found.components[0].embodied.value:.2f}" == "28.54"
    assert f"{found.rate.value:.2f}" == "28.54"
    assert found.cleaner == found.dirtier == found.rate.value, "no energy: no grid matters"


def test_sensitivity_to_the_grid() -> None:
    """40,000 g come from grids and 2,250 g from hardware: half and twice of the first only."""
    found = measured()
    assert found.cleaner == pytest.approx((20_000 + 2_250) / 40_000)
    assert found.dirtier == pytest.approx((80_000 + 2_250) / 40_000)
    assert measured(amount=0).cleaner is None


def test_a_contradicted_total_stands_beside_the_sum() -> None:
    """Both numbers are kept, and the contradiction is named."""
    found = measured(stated=50_000)
    assert (found.stated, found.total.value, found.contradicted) == (50_000, 42_250, True)
    assert not measured(stated=42_000).contradicted and not measured().contradicted
