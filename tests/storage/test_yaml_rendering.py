"""Values written as YAML: every reader, old or new, takes them for the same values."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from purposebook.storage.yaml_nodes import plain
from purposebook.storage.yaml_reading import parse
from purposebook.storage.yaml_rendering import group_lines, in_flow, render

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
ODD = [
    "no",
    "on",
    "1.10",
    "0123",
    "12:30",
    "~",
    "null",
    "<<",
    "2026-01-31",
    "0x1F",
    ".5",
    "1e3",
    "y",
    "=",
    "- a",
    "a: b",
    "a #b",
]
ODD += [
    "",
    " a",
    "a ",
    "a\n",
    "\na",
    "a\n\nb",
    "a\n  b\n",
    " a\nb",
    "a\r\nb",
    "a\u0085b",
    "a\u2028b",
    "\ufeff",
    "'",
    '"',
    "\\",
    "#",
]
ODD += [
    "[",
    "{",
    "a, b",
    "a]",
    "@a",
    "`a",
    "%a",
    "!a",
    "&a",
    "*a",
    "|",
    ">",
    "---",
    "...",
    "?",
    "? a",
    ":",
    "a:",
    "\t",
    "a\tb",
    "😀",
    "עברית",
]


@pytest.mark.parametrize("text", ODD)
def test_an_odd_text_reads_back_everywhere(text: str) -> None:
    """Read back as that text by ours and by YAML 1.1, in a line of its own and within brackets."""
    for written in (
        "\n".join((*group_lines({"key": text}, 0), "")),
        f"key: {in_flow(text)}",
        f"{{key: {in_flow(text)}}}",
    ):
        assert plain(parse(written).root) == {"key": text}
        assert yaml.safe_load(written) == {"key": text}


@settings(max_examples=400, deadline=None)
@given(text=TEXTS)
def test_any_text_reads_back(text: str) -> None:
    """Lose no character of any text."""
    written = "\n".join(group_lines({"a": {"b": [text, {"text": text, "id": "x"}]}}, 0)) + "\n"
    assert plain(parse(written).root) == {"a": {"b": [text, {"text": text, "id": "x"}]}}


def test_values_are_written_as_people_write_them() -> None:
    """Keep whole numbers without a point, short lists on a line, long texts below a bar."""
    assert in_flow([25.0, 0.1, 3, True]) == "[25, 0.1, 3, true]"
    assert render("one\ntwo", 2).body == ("  one", "  two")
    assert group_lines({"vision": {"statement": "Far", "by": "2030"}}, 0) == ['vision: {statement: Far, by: "2030"}']
    assert group_lines({"job": {"text": "Teach"}}, 0) == ["job: {text: Teach}"]
