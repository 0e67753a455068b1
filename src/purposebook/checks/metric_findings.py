"""How the metric sheets' rules find what they look for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from purposebook.checks.metric_kinds import counted_metrics, key_results, may_be_user_value, objectives_of
from purposebook.checks.reading import fold, is_one_of, listed, quoted, read, seen
from purposebook.checks.rule import Hit, Question
from purposebook.checks.texts import texts
from purposebook.checks.words import PLACEHOLDERS, words_of
from purposebook.domain.metrics import Metric, Observation
from purposebook.domain.objectives import Objective
from purposebook.domain.workbook import Workbook
from purposebook.measures.metric import measure_metric
from purposebook.measures.variation import FEWEST_POINTS
from purposebook.text.directions import isolated
from purposebook.text.numbers import number

_MARKED: Final = re.compile(
    r"(?<!\w)(?:TB[ADC]|TO-?DO|FIXME|XXX+|xxx+|[Ll]orem [Ii]psum|LOREM IPSUM|tb[dc])(?!\w)"
    r"|[?]{3,}|_{4,}|\{\{[^{}]{0,80}\}\}|\[[Tt]o be \w+\.?\]"
)
"""Marks that mean a placeholder wherever they stand; `todo` in small letters is an ordinary word in other languages."""
_BRACKETED: Final = re.compile(r"\s*(?:\[[^\[\]]{1,120}\]|<[^<>]{1,120}>|\([^()]{1,120}\))[\s.…]*")
_DENOMINATOR: Final = re.compile(
    r"[/÷:]|(?<!\w)(?:per|of|out of|over|divided by|among|par|sur|de|parmi|pro|von|durch|por|entre)(?!\w)",
    re.IGNORECASE,
)


def lacks_definition(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find key results without baseline, target, unit, date or source (K1)."""
    objectives = objectives_of(book)
    for metric in key_results(book):
        missing = tuple(_missing(metric, objectives[metric.id]))
        if missing:
            yield Hit(
                f"metrics/{metric.id}",
                f"{quoted(metric.name)} lacks {listed(missing)}.",
                f"Add {listed(missing)} to the metric.",
            )


def _missing(metric: Metric, objectives: tuple[Objective, ...]) -> Iterator[str]:
    """Yield what a key result's sheet lacks; a milestone needs no baseline or unit, learning needs no target yet."""
    graded = metric.kind != "milestone"
    learning = all(item.kind == "learning" for item in objectives)
    if graded and metric.baseline is None:
        yield "a baseline"
    if metric.target is None and not learning:
        yield "a target with its date"
    if metric.target is not None and metric.target.by is None:
        yield "the target's date"
    if graded and not metric.unit.strip():
        yield "a unit"
    if not metric.source.strip():
        yield "a source"


def has_no_guard(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find targets of an outcome, of engagement, speed or revenue that nothing guards (K6)."""
    aims = objectives_of(book)
    guards = {id for metric in book.metrics.metrics for id in metric.guards if id != metric.id}
    for metric in book.metrics.metrics:
        beside = {*metric.guards, metric.pairs_with} - {None, metric.id}
        is_watched = beside or metric.id in guards
        reason = "" if is_watched or not _aims_at_change(metric) else _pushes(book, metric, metric.id in aims)
        if reason:
            yield Hit(f"metrics/{metric.id}", f"{quoted(metric.name)} is a target of {reason} with no guard beside it.")


def _aims_at_change(metric: Metric) -> bool:
    """Tell whether a metric has a target that could be reached at the cost of something else."""
    watches = metric.direction == "maintain" or metric.kind in {"guardrail", "milestone"}
    return metric.target is not None and not watches


def _pushes(book: Workbook, metric: Metric, is_key_result: bool) -> str:
    """Return what a metric's target pushes: engagement, speed, revenue or an outcome."""
    known, passage = words_of(book), read("", metric.name)
    if metric.heart == "engagement" or seen(passage, known.engagement):
        return "engagement"
    if seen(passage, known.speed):
        return "speed"
    if seen(passage, known.revenue):
        return "revenue"
    is_outcome = metric.kind == "outcome" or (is_key_result and metric.kind is None)
    return "an outcome" if is_outcome else ""


def stands_without_users(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find business metrics in a product that measures nothing for users, unless they name what users get (K7)."""
    others = {metric.id for metric in book.metrics.metrics if not metric.is_business}
    business = tuple(
        metric for metric in book.metrics.metrics if metric.is_business and metric.pairs_with not in others
    )
    if business and not any(map(may_be_user_value, book.metrics.metrics)):
        names = listed(quoted(metric.name) for metric in business[:3])
        yield Hit(f"metrics/{business[0].id}", f"No metric beside {names} shows what users gain.")


def is_not_filled_in(book: Workbook, asked: Question) -> Iterator[Hit]:
    """Find placeholders in any text, and metrics whose formula or denominator is missing (K8)."""
    placed = dict.fromkeys((where, found) for where, text in texts(book, asked.parts) if (found := _placeholder(text)))
    for where, found in placed:
        yield Hit(
            where,
            f"{quoted(found)} is a placeholder.",
            "Write the answer, or empty the field: an empty field is honest.",
        )
    if "metrics" in asked.parts:
        counted = counted_metrics(book)
        for metric in book.metrics.metrics:
            yield from _unclear_formula(book, metric, metric.id in counted)


def _placeholder(text: str) -> str:
    """Return the placeholder in a text, or nothing."""
    marked = _MARKED.search(text)
    if marked:
        return marked.group()
    inner = text.strip().strip("[]<>().…:-– \n") if len(text) <= 130 else ""
    whole = inner and is_one_of(fold(inner), PLACEHOLDERS)
    return text.strip() if whole or _is_template(text) else ""


def _is_template(text: str) -> bool:
    """Tell whether a text as a whole stands in square or pointed brackets, or is dots only."""
    found = _BRACKETED.fullmatch(text) if len(text) <= 130 else None
    return bool(found and not text.lstrip().startswith("(")) or bool(text.strip() and not text.strip(" .…-–_"))


def _unclear_formula(book: Workbook, metric: Metric, counted: bool) -> Iterator[Hit]:
    """Find a key result or north star without formula, and a share that does not say of what."""
    leads = metric.id == book.metrics.north_star or metric.id in objectives_of(book)
    where, formula = f"metrics/{metric.id}/formula", metric.formula.strip()
    if metric.kind == "milestone":
        return
    if metric.unit.strip() == "%" and not counted and not _DENOMINATOR.search(formula or metric.name):
        yield Hit(
            where,
            f"{quoted(metric.name)} is a share that does not say of what.",
            "Write the formula with its denominator, as in published / started.",
        )
    elif leads and not formula:
        yield Hit(
            where,
            f"{quoted(metric.name)} has no formula.",
            "Write how it is computed, so that two people get the same number.",
        )


def aims_wrong(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find targets that equal the baseline or lie on its wrong side (K9)."""
    for metric in book.metrics.metrics:
        if metric.baseline is None or metric.target is None or metric.direction == "maintain":
            continue
        before, after = metric.baseline.value, metric.target.value
        where = f"metrics/{metric.id}/target"
        if before == after:
            yield Hit(
                where,
                f"Target and baseline are both {number(before)}.",
                "Set another target, or 'direction: maintain' if it is to stay.",
            )
        elif metric.direction and (after > before) != (metric.direction == "increase"):
            yield Hit(
                where,
                f"The target {number(after)} lies on the wrong side of the baseline {number(before)} "
                f"for '{metric.direction}'.",
            )


def aims_at_noise(book: Workbook, asked: Question) -> Iterator[Hit]:
    """Find targets that lie inside what the metric does anyway: its limits of normal variation (K10)."""
    aiming = {metric.id for metric in book.metrics.metrics if _aims_beyond(metric)}
    rows: dict[str, list[Observation]] = defaultdict(list)
    for row in book.observations if aiming and "metrics" in asked.parts else ():
        if row.metric in aiming:
            rows[row.metric].append(row)
    for metric in book.metrics.metrics:
        if len(rows[metric.id]) >= FEWEST_POINTS:
            yield from _within_limits(metric, rows[metric.id], asked)


def _aims_beyond(metric: Metric) -> bool:
    """Tell whether a metric is meant to leave the place where it is."""
    return metric.target is not None and metric.direction != "maintain" and metric.kind != "milestone"


def _within_limits(metric: Metric, rows: list[Observation], asked: Question) -> Iterator[Hit]:
    """Say that a target lies between the limits of the last phase."""
    limits = measure_metric(metric, rows, asked.as_of).limits
    if limits and metric.target and limits.lower <= metric.target.value <= limits.upper:
        unit = f" {isolated(metric.unit.strip())}" if metric.unit.strip() else ""
        yield Hit(
            f"metrics/{metric.id}/target",
            f"The target {number(metric.target.value)}{unit} lies inside the normal variation of "
            f"{quoted(metric.name)}: {number(limits.lower)} to {number(limits.upper)}{unit}.",
        )
