"""The rules as pages for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from purposebook.checks.rule import Rule
from purposebook.domain.result_commands import RuleDescribed, RulesResult


def rules_text(rules: Iterable[Rule]) -> str:
    """Return one line per rule: id, severity, title."""
    lines = [f"{rule.id:<4}{rule.severity:<9}{rule.title}" for rule in rules]
    return "\n".join([*lines, "", "purposebook rules RULE tells more about one of them."])


def rule_text(rule: Rule) -> str:
    """Return everything about one rule, and how to silence it."""
    rows = (*rows_of(rule), ("silence", silence_of(rule)))
    return "\n".join([f"{rule.id}  {rule.title} ({rule.severity})", "", *(_row(name, text) for name, text in rows)])


def described(rules: Iterable[Rule]) -> RulesResult:
    """Return everything about some rules for programs."""
    return RulesResult(rules=tuple(map(_described, rules)))


def _described(rule: Rule) -> RuleDescribed:
    """Return everything about one rule."""
    return RuleDescribed(
        id=rule.id,
        severity=rule.severity,
        title=rule.title,
        looks_for=rule.looks_for,
        source=rule.source,
        false_alarms=rule.false_alarms,
        advice=rule.advice,
        strong=str(rule.strong),
        weak=str(rule.weak),
        parts=tuple(sorted(rule.parts)),
        languages=None if rule.languages is None else tuple(sorted(rule.languages)),
        silence=silence_of(rule),
    )


def rows_of(rule: Rule) -> tuple[tuple[str, str], ...]:
    """Return what is told of a rule: each row's name and text."""
    return (
        ("looks for", rule.looks_for),
        ("source", rule.source),
        ("false alarms", rule.false_alarms),
        ("what to do", rule.advice),
        ("strong", str(rule.strong)),
        ("weak", str(rule.weak)),
        ("reads", "every language" if rule.languages is None else "English and French only"),
    )


def silence_of(rule: Rule) -> str:
    """Say how a rule is silenced."""
    line = f"{silencing_line(rule)} in product.yml"
    return f"{line}; the report prints the reason, and without 'where' it is silenced everywhere"


def silencing_line(rule: Rule) -> str:
    """Return the line of product.yml that silences a rule at one place."""
    place = next((part for part in rule.weak.parts if part in rule.parts), "mission")
    return f"ignore: [{{rule: {rule.id}, where: {place}/ID, because: your reason}}]"


def _row(name: str, text: str) -> str:
    """Set one row with a hanging indent."""
    return textwrap.fill(
        text, width=96, initial_indent=f"{name:<14}", subsequent_indent=" " * 14, break_on_hyphens=False
    )
