"""The page of all rules."""

from __future__ import annotations

import pytest
from ruamel.yaml import YAML

from purposebook.checks.catalogue import RULES
from purposebook.checks.rule import Rule
from purposebook.checks.rule_page import rules_page
from purposebook.checks.rule_text import silencing_line
from purposebook.domain.product import Product

PAGE = rules_page(RULES)


def sections() -> dict[str, str]:
    """Return each section of the page by its heading."""
    told = PAGE.split("\n## ")[1:]
    return {section.partition("\n")[0]: section for section in told}


def test_each_rule_has_a_row_and_a_section() -> None:
    """The table leads to a section for each rule, in the order of the catalogue."""
    assert list(sections()) == [rule.id for rule in RULES]
    assert all(f"| [{rule.id}](#{rule.id.lower()}) | {rule.severity} |" in PAGE for rule in RULES)


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.id)
def test_a_section_tells_everything(one: Rule) -> None:
    """What a rule looks for, its source, its risk, advice and both examples are on the page."""
    section = sections()[one.id].replace("\\", "")
    told = (one.title, one.looks_for, one.source, one.false_alarms, one.advice, str(one.strong), str(one.weak))
    assert all(text in section for text in told)


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.id)
def test_the_line_that_silences_can_be_copied(one: Rule) -> None:
    """The line is YAML that product.yml accepts, and its place is one where the rule speaks."""
    product = Product.model_validate({"name": "Example", **YAML(typ="safe").load(silencing_line(one))})
    assert [item.rule for item in product.ignore] == [one.id]
    assert product.ignore[0].where.partition("/")[0] in one.parts and product.ignore[0].because == "your reason"


def test_marks_of_markdown_are_kept_as_text() -> None:
    """An angle bracket or a hash of a rule's text is no tag and no heading."""
    assert "\\#1" in sections()["M3"] and "<" not in PAGE.replace("\\<", "")
