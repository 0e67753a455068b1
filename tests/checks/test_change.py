"""What a change brought is told from what was there before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from purposebook.checks.change import only_new
from purposebook.checks.finding import Checked, Finding, ProductCheck, Silenced
from purposebook.errors import Fault

OLD = Finding("M3", "warning", "mission.yml", 3, "mission/mission", "'the best' says where you rank.", "Say.", "Us")
FAULT = Fault("metrics.yml", 7, 3, "metrics[2].unit", "is a list", "write a text")


def product(*findings: Finding, faults: tuple[Fault, ...] = ()) -> ProductCheck:
    """Return what a check found."""
    return ProductCheck("bus", faults, None if faults else Checked(findings, (), ()))


def test_a_finding_on_another_line_is_no_news() -> None:
    """Lines move when somebody writes above them."""
    found = only_new(product(replace(OLD, line=30)), product(OLD))
    assert found.checked and found.checked.findings == () and found.left_out == 1


@pytest.mark.parametrize(
    "other",
    [
        {"where": "mission/tagline"},
        {"message": "'the first' ranks."},
        {"rule": "M2"},
        {"severity": "error"},
    ],
)
def test_another_place_word_rule_or_weight_is_news(other: dict[str, str]) -> None:
    """Each of them says something that was not said before."""
    new = replace(OLD, **other)
    found = only_new(product(OLD, new), product(OLD))
    assert found.checked and found.checked.findings == (new,) and found.left_out == 1


def test_the_same_twice_is_news_once() -> None:
    """A second finding that reads like the first is new."""
    found = only_new(product(OLD, replace(OLD, line=9)), product(OLD))
    assert found.checked and [one.line for one in found.checked.findings] == [9]


def test_a_new_product_is_all_news() -> None:
    """Nothing was said of it before."""
    found = only_new(product(OLD), None)
    assert found.checked and found.checked.findings == (OLD,) and found.left_out == 0


def test_a_fault_stays_old_when_items_move() -> None:
    """An item put before it changes its number and its line."""
    moved = replace(FAULT, line=12, field="metrics[3].unit")
    new = replace(FAULT, message="is a number")
    found = only_new(product(faults=(moved, new)), product(faults=(FAULT,)))
    assert found.faults == (new,) and found.left_out == 1


def test_what_a_fault_hid_is_news() -> None:
    """Where the former state could not be read, everything is new."""
    found = only_new(product(OLD), product(faults=(FAULT,)))
    assert found.checked and found.checked.findings == (OLD,)


def test_an_answered_finding_is_told_once() -> None:
    """What was silenced before is not told again."""
    silenced = Silenced("M3", "mission/mission", "Our promise.", OLD)
    now = ProductCheck("bus", (), Checked((), (silenced,), ()))
    assert only_new(now, now).checked == Checked((), (), ())
    assert only_new(now, product(OLD)).checked == Checked((), (silenced,), ())
