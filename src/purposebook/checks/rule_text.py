"""The rules as pages for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from purposebook.checks.rule import Rule


def rules_text(rules: Iterable[Rule]) -> str:
    """Return one line per rule: id, severity, title."""
    lines = [f"{rule.id:<4}{rule.severity:<9}{rule.title}" for rule in rules]
    return "\n".join([*lines, "", "purposebook rules RULE tells more about one of them."])


def rule_text(rule: Rule) -> str:
    """Return everything about one rule, and how to silence it."""
    reads = "every language" if rule.languages is None else "English and French only"
    rows = (
        ("looks for", rule.looks_for),
        ("source", rule.source),
        ("false alarms", rule.false_alarms),
        ("what to do", rule.advice),
        ("strong", str(rule.strong)),
        ("weak", str(rule.weak)),
        ("reads", reads),
        ("silence", silence_of(rule)),
    )
    return "\n".join([f"{rule.id}  {rule.title} ({rule.severity})", "", *(_row(name, text) for name, text in rows)])


def silence_of(rule: Rule) -> str:
    """Return the line of product.yml that silences a rule at one place."""
    place = next(iter(rule.weak.parts), "mission")
    line = f"ignore: [{{rule: {rule.id}, where: {place}/ID, because: your reason, which the report prints}}]"
    return f"{line} in product.yml; without 'where' it is silenced everywhere"


def _row(name: str, text: str) -> str:
    """Set one row with a hanging indent."""
    return textwrap.fill(
        text, width=96, initial_indent=f"{name:<14}", subsequent_indent=" " * 14, break_on_hyphens=False
    )
