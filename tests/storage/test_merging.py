"""Two people's changes to one part: both are kept, or the clash is named."""

from __future__ import annotations

from purposebook.storage.merging import Merge
from purposebook.storage.said import Group


def merged(base: Group, newest: Group, mine: Group) -> tuple[Group, list[str]]:
    """Merge, and return the result with the names of the conflicts."""
    merge = Merge()
    return merge.groups(base, newest, mine), merge.conflicts


def items(*ids: str, **texts: str) -> Group:
    """Make a list of items with ids."""
    return {"items": [{"id": id, "text": texts.get(id, id)} for id in ids]}


def test_different_fields_are_both_kept() -> None:
    """Join changes to different fields, new and deleted ones too."""
    base: Group = {"a": "1", "b": "1", "c": "1"}
    assert merged(base, {"a": "2", "b": "1", "c": "1"}, {"a": "1", "d": "3", "c": "1"}) == (
        {"a": "2", "c": "1", "d": "3"},
        [],
    )


def test_the_same_field_changed_differently_is_a_conflict() -> None:
    """Name the field by its path, through lists by ids."""
    base: Group = {"vision": {"by": "2030"}, **items("x")}
    theirs: Group = {"vision": {"by": "2031"}, **items("x", x="theirs")}
    mine: Group = {"vision": {"by": "2032"}, **items("x", x="mine")}
    assert merged(base, theirs, mine)[1] == ["vision.by", "items[x].text"]


def test_the_same_change_by_both_is_no_conflict() -> None:
    """Agree with somebody who wrote the same."""
    assert merged({"a": "1"}, {"a": "2"}, {"a": "2"}) == ({"a": "2"}, [])


def test_items_added_by_both_are_both_kept() -> None:
    """Keep two new items, each behind its neighbour."""
    assert merged(items("x"), items("x", "y"), items("z", "x")) == (items("z", "x", "y"), [])


def test_the_same_new_id_with_other_words_is_a_conflict() -> None:
    """Name the field of an id that both invented."""
    assert merged({}, items("x", x="a"), items("x", x="b"))[1] == ["items[x].text"]
    assert merged(items("w"), items("w", "x", x="a"), items("w", "x", x="b"))[1] == ["items[x].text"]


def test_removing_what_somebody_else_changed_is_a_conflict() -> None:
    """Neither drop their words nor bring back what was removed without saying so."""
    assert merged(items("x", "y"), items("x", "y", y="new"), items("x"))[1] == ["items[y]"]
    assert merged(items("x", "y"), items("x"), items("x", "y", y="new"))[1] == ["items[y]"]


def test_a_removed_item_stays_removed() -> None:
    """Take away what either took away."""
    assert merged(items("x", "y", "z"), items("y", "z"), items("x", "y")) == (items("y"), [])


def test_a_renamed_item_keeps_what_others_changed_in_it() -> None:
    """Follow an item by its place when only its id changed."""
    assert merged(
        items("x", "y"), items("x", "y", y="theirs"), {"items": [{"id": "x", "text": "x"}, {"id": "w", "text": "y"}]}
    ) == (
        {"items": [{"id": "x", "text": "x"}, {"id": "w", "text": "theirs"}]},
        [],
    )


def test_a_new_order_is_kept() -> None:
    """Take the order of whoever changed it, with the other's new item in its place."""
    assert merged(items("x", "y", "z"), items("x", "y", "n", "z"), items("z", "y", "x")) == (
        items("z", "y", "n", "x"),
        [],
    )
    assert merged(items("x", "y"), items("y", "x"), items("x", "y", "n")) == (items("y", "n", "x"), [])


def test_lists_without_ids_are_one_field() -> None:
    """Name a plain list that both changed."""
    base: Group = {"goals": ["a"]}
    assert merged(base, {"goals": ["a", "b"]}, {"goals": ["a", "c"]})[1] == ["goals"]


def test_ids_that_stand_twice_make_the_list_one_field() -> None:
    """Never guess which of two equal ids is meant."""
    assert merged(items("x", "x"), items("x", "x", "y"), items("x"))[1] == ["items"]
