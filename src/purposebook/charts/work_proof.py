"""How much work has no proven value: it came from no evidence, and nobody measured it after it shipped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import rest
from purposebook.charts.tallies import Tally, tallies, tally_list
from purposebook.charts.words import apart, counted, large, percent, verb
from purposebook.charts.work_origin import is_measured
from purposebook.charts.work_periods import effort_of
from purposebook.domain.work import WorkItem
from purposebook.domain.workbook import Workbook

_UNPROVEN: Final = "No proven value"
_UNKNOWN: Final = "Not classified"
_GROUPS: Final = ("Evidence and measured", "Evidence only", "Measured only", _UNPROVEN, _UNKNOWN)


def work_proof(book: Workbook) -> Figure | None:
    """Draw work that is done or being done by what proves its value, in items and in effort."""
    items = [item for item in book.work.items if item.status in {"doing", "done"}]
    if not items:
        return None
    groups = {name: [item for item in items if group_of(item) == name] for name in _GROUPS}
    heads, rows = _heads(book), [_tally(name, found) for name, found in groups.items()]
    return Figure(
        "work-proof",
        _title(items, groups),
        tallies("Proof", heads, rows, shared=False),
        _description(groups),
        table(["Proof", "Items", "Effort", "Items without effort"], [_facts(*pair) for pair in groups.items()]),
        "work.yml",
        listing=tally_list("Proof", heads, rows),
    )


def group_of(item: WorkItem) -> str:
    """Say what proves the value of a work item."""
    if item.origin == "evidence":
        return _GROUPS[0] if is_measured(item) else _GROUPS[1]
    if is_measured(item):
        return _GROUPS[2]
    return _UNPROVEN if item.origin else _UNKNOWN


def _heads(book: Workbook) -> tuple[str, str]:
    """Head the columns."""
    unit = apart(book.work.unit.strip())
    return "Items", f"Effort, in {unit}" if unit else "Effort"


def _tally(name: str, found: Sequence[WorkItem]) -> Tally:
    """Count one group."""
    effort = effort_of(found)
    label = large(effort) if effort is not None else "not written" if found else "0"
    return Tally(name, (len(found), effort or 0), (str(len(found)), label))


def _title(items: Sequence[WorkItem], groups: dict[str, list[WorkItem]]) -> str:
    """Say which share of the effort has no proven value; of the items, where no effort is written."""
    bare, unknown = groups[_UNPROVEN], groups[_UNKNOWN]
    effort, spent = effort_of(items), effort_of(bare) or 0
    if effort and all(item.effort is not None and item.effort >= 0 for item in items):
        share = percent(spent / effort)
        first = f"{share} of the effort is spent on work with no proven value: {counted(len(bare), 'item')}"
    else:
        first = (
            f"{len(bare) or 'None'} of {counted(len(items), 'item')} {verb(len(bare), 'has', 'have')} no proven value"
        )
    last = f"; {len(unknown)} {verb(len(unknown))} not classified and not measured" if unknown else ""
    return f"{first}{last}"


def _description(groups: dict[str, list[WorkItem]]) -> str:
    """Say what counts as a proof."""
    bare = sum(item.effort is None for found in groups.values() for item in found)
    read = [f"{name.lower()} {len(found)}" for name, found in groups.items()]
    return rest(
        (
            f"Items that are done or being done: {', '.join(read)}.",
            "Value counts as proven where an item came from evidence, or where a metric was looked at afterwards.",
            "Duties and repairs may well be worth their effort without either.",
            f"{counted(bare, 'item')} {verb(bare, 'has', 'have')} no effort written." if bare else "",
        )
    )


def _facts(name: str, found: Sequence[WorkItem]) -> tuple[object, ...]:
    """Return a group's row."""
    return name, len(found), effort_of(found), sum(item.effort is None for item in found)
