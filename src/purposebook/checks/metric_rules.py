"""The rules that read a metric's sheet: K1 and K6 to K10."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from purposebook.checks.example import Example, metric_says
from purposebook.checks.metric_findings import (
    aims_at_noise,
    aims_wrong,
    has_no_guard,
    is_not_filled_in,
    lacks_definition,
    stands_without_users,
)
from purposebook.checks.rule import Rule
from purposebook.checks.words import WORD_LANGUAGES
from purposebook.domain.workbook import PARTS

_OBJECTIVE = {
    "objectives": [{"id": "finish", "statement": "First-time authors finish.", "key_results": ["publish-rate"]}]
}
_BARE = {"id": "publish-rate", "name": "Authors who publish"}
_WHOLE = _BARE | {
    "unit": "%",
    "formula": "published / started",
    "source": "Product analytics",
    "baseline": {"value": 25, "date": "2026-01-31"},
    "target": {"value": 75, "by": "2026-12-31"},
}


def _key_result(text: str, metric: Mapping[str, Any]) -> Example:
    """Show one metric as the key result of one objective."""
    return Example(text, {"objectives": _OBJECTIVE, "metrics": {"metrics": [metric]}})


def _monthly(target: float) -> Example:
    """Show a rate that has moved between 38 and 43 for a year, and a target for it."""
    values = (41, 39, 42, 40, 38, 41, 43, 40, 39, 42, 41, 40)
    rows = [
        {"metric": "publish-rate", "date": f"2025-{month:02}-28", "value": value}
        for month, value in enumerate(values, start=1)
    ]
    metric = _BARE | {"unit": "%", "direction": "increase", "target": {"value": target}}
    text = f"Twelve months between 38 % and 43 %, and a target of {target:g} %."
    return Example(text, {"metrics": {"metrics": [metric]}, "observations": rows})


def _two(text: str, *metrics: Mapping[str, Any]) -> Example:
    """Show metrics side by side."""
    return Example(text, {"metrics": {"metrics": list(metrics)}})


DEFINITION_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="K1",
        severity="error",
        title="A key result is defined",
        looks_for="A key result's metric without baseline, target, unit, the target's date or source. Where every "
        "objective that names it is 'kind: learning', the target may wait; a milestone needs no baseline and no unit.",
        source="The SMART criteria, and PostHog's public handbook on goals that can be told reached or missed.",
        false_alarms="Learning objectives whose cycle has ended pass, because the workbook does not know when the "
        "cycle began.",
        advice="Add what is missing to the metric.",
        strong=_key_result("Authors who publish: from 25% to 75% by 2026-12-31, from product analytics.", _WHOLE),
        weak=_key_result("Authors who publish.", _BARE),
        find=lacks_definition,
        parts=frozenset({"metrics"}),
    ),
    Rule(
        id="K6",
        severity="warning",
        title="A target has a guard",
        looks_for="A target of an outcome, of engagement, speed or revenue whose metric names neither a guard nor a "
        "pair. A metric of no declared kind counts as an outcome where it is a key result. Guards, milestones and "
        "values that are to be maintained need none.",
        source="Andrew Grove and John Doerr on paired measures: a quantity is watched together with the quality that "
        "it could cost.",
        false_alarms="Targets so small that nothing can suffer from them, and outcomes that nobody can reach by "
        "another way, such as deaths.",
        advice="Name in 'guards' what must not get worse meanwhile: complaints, errors, people who leave.",
        strong=_two(
            "Monthly revenue, guarded by complaints.",
            {"id": "revenue", "name": "Monthly revenue", "target": {"value": 9}, "guards": ["complaints"]},
            {"id": "complaints", "name": "Complaints"},
        ),
        weak=metric_says("Monthly revenue", target={"value": 9}),
        find=has_no_guard,
        parts=frozenset({"metrics"}),
        languages=WORD_LANGUAGES,
    ),
    Rule(
        id="K7",
        severity="warning",
        title="Value to users beside value from users",
        looks_for="A business metric in a product that has no metric of what users gain, and that names none under "
        "'pairs_with'.",
        source="The order of value in product-led practice: value to users first, value from users follows.",
        false_alarms="A metric of no declared kind and level counts as user value, so the rule may stay silent.",
        advice="Add a metric of what users gain, and give it 'level: user', or name it under 'pairs_with'.",
        strong=_two(
            "Revenue beside authors who publish.",
            {"id": "revenue", "name": "Revenue", "kind": "business"},
            {"id": "publish-rate", "name": "Authors who publish", "kind": "outcome", "level": "user"},
        ),
        weak=metric_says("Revenue", kind="business", level="business"),
        find=stands_without_users,
        parts=frozenset({"metrics"}),
    ),
    Rule(
        id="K8",
        severity="warning",
        title="Filled in",
        looks_for="TBD, 'to be added', lorem ipsum and template brackets in any text; a share (%) that does not say "
        "of what; a key result or north star without formula.",
        source="Published real workbooks, in which placeholders outlived their first review.",
        false_alarms="Texts about placeholders; names in square brackets. A denominator may be meant in words that "
        "the rule does not know.",
        advice="Write the answer, or empty the field.",
        strong=metric_says("Authors who publish", unit="%", formula="published / started"),
        weak=metric_says("TBD", unit="%"),
        find=is_not_filled_in,
        parts=frozenset(PARTS),
    ),
    Rule(
        id="K9",
        severity="warning",
        title="The target lies ahead",
        looks_for="A target that equals the baseline (unless the direction is 'maintain'), or lies on its wrong side "
        "for the direction.",
        source="Arithmetic.",
        false_alarms="None known.",
        advice="Correct the direction, the baseline or the target.",
        strong=metric_says(
            "Fewer errors: from 20 to 5", direction="decrease", baseline={"value": 20}, target={"value": 5}
        ),
        weak=metric_says(
            "Fewer errors: from 20 to 30", direction="decrease", baseline={"value": 20}, target={"value": 30}
        ),
        find=aims_wrong,
        parts=frozenset({"metrics"}),
    ),
    Rule(
        id="K10",
        severity="info",
        title="The target is more than chance",
        looks_for="A target inside the metric's limits of normal variation since its last dated change: a good month "
        "can reach it while nothing has changed. 'maintain' and milestones are passed over.",
        source="NHS England, Making Data Count: tell special from common cause variation before you act.",
        false_alarms="Short series, and targets that are meant as a least level. Fewer than 12 points are not judged.",
        advice="Aim beyond the limits, or change the process and date that under 'changes'.",
        strong=_monthly(60),
        weak=_monthly(42),
        find=aims_at_noise,
        parts=frozenset({"metrics"}),
    ),
)
"""The rules of a metric's definition, in the order of their ids."""
