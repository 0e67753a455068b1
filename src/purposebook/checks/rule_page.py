"""The rules as one page in markdown: what the terminal tells one by one, for those who read on a code host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from purposebook.checks.rule import Rule
from purposebook.checks.rule_text import rows_of, silencing_line

_INTRODUCTION: Final = """# The rules

`purposebook check` reads what a team wrote with these rules, and chapters show what they say. They are deterministic:
no network, no model, the same words for the same workbook. A rule is advice and never a grade: it says what it saw,
whose idea it is, and when it is wrong. An *error* is a broken reference or something that has to be there, a *warning*
is worth a look, an *info* is worth knowing. `purposebook rules RULE` tells the same in a terminal.

A team that has thought about a rule and disagrees silences it in `product.yml`, at one place or, without `where`,
everywhere; the report prints the reason. Each rule is tried on published texts, in `tests/checks/published/`.

This page is generated from the rules (`python scripts/generate.py`).
"""


def rules_page(rules: Iterable[Rule]) -> str:
    """Return the page: a table of all rules, then a section for each."""
    told = tuple(rules)
    sections = ("\n".join(_section(rule)) for rule in told)
    return "\n".join([_INTRODUCTION, *_table(told), "", "\n\n".join(sections), ""])


def _table(rules: Iterable[Rule]) -> Iterator[str]:
    """Yield one row per rule."""
    yield from ("| rule | severity | what it asks for |", "| --- | --- | --- |")
    for rule in rules:
        yield f"| [{rule.id}](#{rule.id.lower()}) | {rule.severity} | {_plain(rule.title)} |"


def _section(rule: Rule) -> Iterator[str]:
    """Yield one rule's section; its heading is the id alone, so that its address is short and stays."""
    yield from (f"## {rule.id}", "", f"**{_plain(rule.title)}** ({rule.severity})", "")
    yield from (f"- *{name}*: {_plain(text)}" for name, text in rows_of(rule))
    yield f"- *silence*: `{silencing_line(rule)}`"


def _plain(text: str) -> str:
    """Keep what markdown would act on as it is written."""
    for mark in "\\`*_[]<>|#":
        text = text.replace(mark, f"\\{mark}")
    return text
