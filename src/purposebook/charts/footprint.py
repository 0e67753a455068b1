"""What a unit of the product costs the planet: energy and hardware by component, and the number before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from purposebook.charts.drawing import Shape, draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.grid import MOST, rest, stops
from purposebook.charts.stacks import Heads, Stack, stacks
from purposebook.charts.words import apart, large, number, percent, quoted
from purposebook.domain.responsibility import Footprint
from purposebook.domain.workbook import Workbook
from purposebook.measures.footprint import ComponentMeasures, FootprintMeasures, contradicts, measure_footprint

_GRAMS: Final = "g of CO2e"
_HEADS: Final = Heads("Component", _GRAMS, key=("energy in use", "making the hardware"))


def footprint(book: Workbook) -> Figure | None:
    """Draw both shares of each component, then the rate beside a baseline of the same method."""
    written = book.responsibility.footprint
    if written is None or not written.components:
        return None
    found = measure_footprint(written)
    return Figure(
        "footprint",
        _title(found),
        draw(*_shapes(written, found)),
        _description(written, found),
        table(["What", "Operational (g)", "Embodied (g)", "Together (g)", "Note"], list(_facts(written, found))),
        "responsibility.yml",
        team=("What",),
        listing=(
            Group("Components", tuple(map(_item, found.components))),
            Group("Together", tuple(_items(written, found))),
        ),
    )


def _together(one: ComponentMeasures) -> float | None:
    """Add up both shares."""
    shares = one.operational.value, one.embodied.value
    return shares[0] + shares[1] if shares[0] is not None and shares[1] is not None else None


def _words(one: ComponentMeasures) -> str:
    """Say what a component comes to, or why it comes to nothing."""
    together = _together(one)
    return f"{large(together)} g" if together is not None else f"not computed: {', '.join(one.reasons)}"


def _label(one: ComponentMeasures) -> str:
    """Say at a bar's end what it comes to, or which part of it is drawn."""
    if _together(one) is not None:
        return _words(one)
    if one.operational.value is not None:
        return "energy in use only"
    return "hardware only" if one.embodied.value is not None else "not computed"


def _rate(value: float, unit: str) -> str:
    """Write grams per unit."""
    return f"{number(value)} g per {apart(unit.strip())}"


def _shapes(written: Footprint, found: FootprintMeasures) -> tuple[list[Shape], float]:
    """Draw the components, and below them the rate with its baseline."""
    rows = [
        Stack(one.name, (one.operational.value or 0, one.embodied.value or 0), _label(one), note=_words(one))
        for one in found.components[:MOST]
    ]
    shapes, bottom = stacks(_HEADS, rows)
    rates = _rates(written, found)
    if not rates:
        return shapes, bottom
    more, end = stacks(Heads("Per unit", "g of CO2e per unit"), rates, bottom + 16)
    return [*shapes, *more], end


def _rates(written: Footprint, found: FootprintMeasures) -> list[Stack]:
    """Return the rate, and the baseline where it can be compared."""
    if found.rate.value is None:
        return []
    now = Stack("Now", (found.rate.value,), f"{number(found.rate.value)} g")
    if found.change.value is None or written.baseline is None:
        return [now]
    return [Stack("Baseline", (written.baseline,), f"{number(written.baseline)} g"), now]


def _title(found: FootprintMeasures) -> str:
    """Say what a unit costs, or why nobody can say."""
    if found.total.value is None:
        return f"The footprint is not known yet: {_sentence(found.total.reasons)}"
    if found.rate.value is None:
        return f"{large(found.total.value)} {_GRAMS}, but no number per unit: {_sentence(found.rate.reasons)}"
    first = f"{number(found.rate.value)} {_GRAMS} for each unit"
    if found.change.value is None:
        return f"{first}; there is nothing to compare it with"
    change = percent(abs(found.change.value))
    return f"{first}, {change} {'less' if found.change.value < 0 else 'more'} than the baseline"


def _sentence(reasons: Sequence[str]) -> str:
    """Write reasons in a row."""
    return "; ".join(reason.partition(": no")[0] for reason in reasons)


def _description(written: Footprint, found: FootprintMeasures) -> str:
    """Say what was divided by what, what is refused, and what contradicts what."""
    lacking = [f"{quoted(one.name, 60)}: {', '.join(one.reasons)}" for one in found.components if one.reasons]
    unit = f", the unit is {quoted(written.unit, 60)}" if written.unit.strip() else ""
    return rest(
        (
            f"Software Carbon Intensity by the ISO/IEC 21031:2024 formula, (E·I + M) / R{unit}.",
            f"Not computed: {'; '.join(lacking[:5])}; a bar of theirs is only a part." if lacking else "",
            _stated(written, found),
            "Offsets are not subtracted: compensation that was bought saves nothing." if written.offsets else "",
            _compared(written, found),
            stops(len(found.components), "components"),
        )
    )


def _stated(written: Footprint, found: FootprintMeasures) -> str:
    """Set a published total beside the computed one."""
    if written.stated is None or found.total.value is None:
        return ""
    does = "contradicts" if contradicts(written.stated, found.total.value) else "agrees with"
    return f"The stated total, {large(written.stated)} g, {does} the sum of the parts, {large(found.total.value)} g."


def _compared(written: Footprint, found: FootprintMeasures) -> str:
    """Say why a baseline is not drawn."""
    if written.baseline is None or found.rate.value is None or found.change.value is not None:
        return ""
    return f"The baseline, {number(written.baseline)} g, is not drawn: {_sentence(found.change.reasons)}."


def _facts(written: Footprint, found: FootprintMeasures) -> Iterator[tuple[object, ...]]:
    """Yield one row per component, then what they come to."""
    for one in found.components:
        yield one.name, one.operational.value, one.embodied.value, _together(one), ", ".join(one.reasons)
    yield "All components", "", "", found.total.value, "; ".join(found.total.reasons)
    if written.stated is not None:
        yield "Stated total", "", "", written.stated, "as published"
    note = "; ".join(reason for reason in found.rate.reasons if reason not in found.total.reasons)
    yield "Per unit", "", "", found.rate.value, note
    if written.baseline is not None:
        yield "Baseline, per unit", "", "", written.baseline, "; ".join(found.change.reasons)


def _item(one: ComponentMeasures) -> Item:
    """Say one component."""
    return Item(one.name, _words(one), "warn" if one.reasons else "")


def _items(written: Footprint, found: FootprintMeasures) -> Iterator[Item]:
    """Say what the components come to."""
    total, rate = found.total, found.rate
    yield Item("All components", f"{large(total.value)} g" if total.value is not None else _sentence(total.reasons))
    if written.stated is not None:
        yield Item("Stated total", f"{large(written.stated)} g")
    yield Item("Now", _rate(rate.value, written.unit) if rate.value is not None else _sentence(rate.reasons))
    if written.baseline is not None:
        yield Item("Baseline", f"{number(written.baseline)} g per unit")
