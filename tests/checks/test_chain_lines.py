"""The rules of the ripple and of alternatives on cases that are easy to get wrong."""

from __future__ import annotations

from typing import Any

import pytest
from rule_trials import hits

from purposebook.checks.example import book_of


def effect(id: str, ring: str, *causes: str, because: str = "It holds") -> dict[str, Any]:
    """Return one effect."""
    return {"id": id, "ring": ring, "text": id, "causes": [{"effect": one, "because": because} for one in causes]}


def ripple(*effects: dict[str, Any]) -> list[str]:
    """Return where T1 speaks."""
    return [hit.where for hit in hits("T1", book_of({"mission": {"ripple": list(effects)}}))]


A, B = effect("a", "interaction"), effect("b", "individual", "a")


def test_a_chain_of_neighbours_passes() -> None:
    """Each ring may follow from its own or from the one inside it."""
    third, fourth = effect("c", "community", "b"), effect("d", "industry", "c")
    assert ripple(A, B, third, fourth, effect("e", "industry", "d")) == []


@pytest.mark.parametrize(("ring", "inner"), [("community", "a"), ("industry", "a"), ("industry", "b")])
def test_a_skipped_ring_is_named(ring: str, inner: str) -> None:
    """One ring in between is missing, however many others there are."""
    assert ripple(A, B, effect("far", ring, inner)) == ["mission/far/ring"]


def test_the_missing_ring_is_said() -> None:
    """The finding says which ring nobody thought of."""
    found = hits("T1", book_of({"mission": {"ripple": [A, effect("far", "industry", "a")]}}))
    assert found[0].message == "'far' follows from 'a': no effect on the individual between them."


def test_loose_effects_are_named() -> None:
    """An outer effect without cause hangs in the air, an interaction that leads nowhere ends there."""
    assert ripple(A, B, effect("c", "community")) == ["mission/c"]
    assert ripple(A) == ["mission/a"]


def test_links_without_assumption_are_one_finding() -> None:
    """Two silent links to one effect are told together."""
    bare = effect("b", "individual", "a", "z", because=" ")
    found = hits("T1", book_of({"mission": {"ripple": [A, effect("z", "interaction"), bare]}}))
    assert [(hit.where, hit.message) for hit in found] == [("mission/b/causes", "2 links to 'b' have no assumption.")]


def test_a_cause_that_nobody_wrote_is_another_rule_s() -> None:
    """A link to an unknown effect is X1's to tell."""
    assert ripple(A, effect("b", "individual", "a", "nobody")) == []


def other(id: str, name: str, strong: bool = True, weak: bool = True) -> dict[str, Any]:
    """Return one alternative."""
    return {"id": id, "name": name, "strengths": ["Free"] * strong, "weaknesses": ["Slow"] * weak}


def compared(*alternatives: dict[str, Any], language: str = "en") -> list[tuple[str, str]]:
    """Return what W1 says."""
    parts = {"product": {"name": "E", "language": language}, "mission": {"alternatives": list(alternatives)}}
    return [(hit.where, hit.message) for hit in hits("W1", book_of(parts))]


NOTHING = other("do-nothing", "Nada")
LEFT_OUT = ("mission/alternatives", "The comparison leaves out doing nothing.")


@pytest.mark.parametrize(
    "name", ["Do nothing", "Carry on as before", "The status quo", "Going without", "Nothing", "Wait and see"]
)
def test_doing_nothing_has_many_names(name: str) -> None:
    """The words count as well as the id."""
    assert compared(other("other", name)) == []


@pytest.mark.parametrize("name", ["A video studio", "Nothing but Video Ltd. studio", "Spreadsheets"])
def test_other_things_are_something(name: str) -> None:
    """A comparison with rivals only leaves out what most people choose."""
    assert compared(other("other", name)) == [LEFT_OUT]


@pytest.mark.parametrize("language", ["en", "fr", "de", "ja"])
def test_the_id_is_read_in_every_language(language: str) -> None:
    """Whatever the words, the id says it."""
    assert compared(NOTHING, language=language) == []
    assert compared(other("studio", "Studio"), language=language) == [LEFT_OUT]


def test_a_win_in_every_row_is_questioned() -> None:
    """One alternative without strength is named; several are one finding."""
    one = other("studio", "Studio", strong=False)
    assert compared(NOTHING, one) == [
        ("mission/studio/strengths", "We win every row against 'Studio': it has no strength.")
    ]
    assert [where for where, _ in compared(NOTHING, one, other("app", "App", strong=False))] == ["mission/alternatives"]


def test_an_alternative_that_is_only_named_waits() -> None:
    """Where nothing is compared yet, nobody has won."""
    assert compared(NOTHING, other("studio", "Studio", strong=False, weak=False)) == []


def test_no_alternatives_no_comparison() -> None:
    """An empty part gets no finding."""
    assert compared() == []
