"""Lists in brackets, groups in braces, and tabs: what YAML 1.2 allows is read, all else is named for what it is."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from purposebook.storage import yaml_nodes as nodes
from purposebook.storage.yaml_reading import parse

ODD = (
    *("what is it?", "50% of users", "a - b", "it's", "x: y", "a, b", "{x}", "[y]", "# no", "c#d", "http://x.y/z?q=1"),
    *("", "é ü", "@x", "`y`", "- y", "? q", "k:v", '"q"', "end:", "word " * 40, ":-)", "(a)", "<b>", "tab\there"),
    "a\nb",
)
VALUES: Any = st.recursive(
    st.sampled_from(ODD),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abcd"), inner, max_size=4),
    max_leaves=12,
)


@given(st.fixed_dictionaries({"a": VALUES, "b": VALUES}), st.sampled_from([20, 80, 1000]))
@settings(max_examples=150, deadline=None)
def test_what_others_write_in_braces_is_read(value: dict[str, Any], width: int) -> None:
    """PyYAML's braces, of any width, and JSON say the same here."""
    written = [
        yaml.safe_dump(value, default_flow_style=True, width=width, allow_unicode=True),
        yaml.safe_dump(value, default_flow_style=None, width=width),
        json.dumps(value, ensure_ascii=False),
        json.dumps(value, indent=width % 7),
    ]
    for text in written:
        found = parse(text)
        assert found.complaints == ()
        assert found.root is not None and nodes.plain(found.root) == value


@pytest.mark.parametrize(
    "text",
    ["a: b\t\nc: d\n", "a:\tb\nc: \t d \t\n", "a: b\t# why\nc: d\n", "a: \"b\"\t\nc: 'd'\t\n", "{a: b,\tc: d}\t\n"],
)
def test_tabs_behind_a_value_or_a_colon_are_read(text: str) -> None:
    """As YAML 1.2 reads them, and as people paste them."""
    found = parse(text)
    assert found.complaints == ()
    assert found.root is not None and nodes.plain(found.root) == {"a": "b", "c": "d"}


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: {b: c: d}\n", 1, 9, "a colon stands inside a text, or a comma is missing before this key"),
        ("a: {b: c\n  d: e}\n", 2, 4, "a colon stands inside a text, or a comma is missing before this key"),
        ("a: {b: c\n  d: {x: y}\n}\n", 2, 4, "a colon stands inside a text, or a comma is missing before this key"),
        ('a: {b: "c" d: e}\n', 1, 12, "a comma is missing here, or text follows a closed quotation mark"),
        ("a: {b: x {y}, d: e}\n", 1, 10, "a bracket or brace stands inside a text"),
        ("a: [x [y], z]\n", 1, 7, "a bracket or brace stands inside a text"),
        ("a: {b: c\nd: e\nf: {g: h}\n", 1, 4, "the braces that open here with { are never closed"),
        ("a:\n  - {b: c, d: e\n  - {b: f}\n", 2, 5, "the braces that open here with { are never closed"),
        ("a: [b, c\nd: [e]\n", 1, 4, "the list that opens here with [ is never closed"),
        ("a: b\tc\n", 1, 5, "a tab stands inside this text"),
        ("a:\n\tb: c\n", 2, 1, "a tab stands where YAML wants spaces"),
        ("a: b\n\tc\n", 2, 1, "a tab stands where YAML wants spaces"),
    ],
)
def test_a_fault_is_named_for_what_it_is(text: str, line: int, column: int, message: str) -> None:
    """Braces that are closed are never said to be open."""
    (found,) = parse(text).complaints
    assert (found.line, found.column, found.message) == (line, column, message)
