"""Read YAML in which every scalar stays the text that was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from purposebook.storage.texts import shown
from purposebook.storage.yaml_nodes import Complaint, Mapping, Node, Refused, Scalar, Sequence, Span
from purposebook.storage.yaml_quick import quick_events
from purposebook.storage.yaml_size import too_many_nodes

Event = Any
"""A parse event of either reader: they name their classes and what these hold alike."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document:
    """Hold what a file says and what is wrong with how it says it."""

    root: Mapping | None
    """None for a file that says nothing, or that could not be read to its end."""
    complaints: tuple[Complaint, ...] = ()


@dataclass(slots=True)
class _Open:
    """Collect the children of a list or mapping that has not ended."""

    event: Event
    children: list[Node]


def parse(text: str) -> Document:
    """Return the document that `text` holds, its top level being `key: value`."""
    too_many = too_many_nodes(text)
    if too_many:
        return Document(None, (too_many,))
    try:
        root = _compose(_events(text))
    except Refused as refused:
        return Document(None, (refused.complaint,))
    if root is None or (isinstance(root, Scalar) and root.value is None):
        return Document(None)
    if not isinstance(root, Mapping):
        message = (
            "the file holds a list where keys are expected"
            if isinstance(root, Sequence)
            else "the file holds a text where keys are expected"
        )
        return Document(None, (Complaint(root.span.line, root.span.column, message, "write it as 'key: value' lines"),))
    return Document(root, tuple(_key_complaints(root)))


def _events(text: str) -> Iterable[Event]:
    """Return what stands in a text, one event after the other: found quickly where that is safe, else with care."""
    quick = quick_events(text)
    if quick is not None:
        return quick
    from purposebook.storage.yaml_guard import events

    return events(text)


def _compose(stream: Iterable[Event]) -> Node | None:
    """Build nodes from events, without recursion."""
    top = _Open(None, [])
    stack = [top]
    for event in stream:
        match type(event).__name__:
            case "MappingStartEvent" | "SequenceStartEvent":
                stack.append(_Open(event, []))
            case "MappingEndEvent" | "SequenceEndEvent":
                closed = _closed(stack.pop(), event)
                stack[-1].children.append(closed)
            case "ScalarEvent":
                stack[-1].children.append(_scalar(event))
    return top.children[0] if top.children else None


def _scalar(event: Event) -> Scalar:
    """Keep a scalar's text, and the mark that it is written with."""
    if _SURROGATE.search(event.value):
        where = Complaint(
            event.start_mark.line + 1,
            event.start_mark.column + 1,
            "half of a character is escaped here",
            "write the character itself",
        )
        raise Refused(where)
    return Scalar(_span(event, event), event.value, event.style or "")


def _closed(opened: _Open, end: Event) -> Node:
    """Make the list or mapping whose end has come."""
    span, flow = _span(opened.event, end), bool(opened.event.flow_style)
    if type(opened.event).__name__ != "MappingStartEvent":
        return Sequence(span, flow, tuple(opened.children))
    keys, values = opened.children[::2], opened.children[1::2]
    return Mapping(span, flow, tuple((_key(key), value) for key, value in zip(keys, values, strict=True)))


def _key(node: Node) -> Scalar:
    """Return a key, which is a text and neither empty nor a merge."""
    line, column = node.span.line, node.span.column
    if not isinstance(node, Scalar):
        raise Refused(
            Complaint(
                line, column, "a list or braces stand where a key is expected", "put quotes around texts with brackets"
            )
        )
    if node.text == "" or (node.text == "<<" and not node.mark):
        what = "a key is empty" if node.text == "" else "the merge key '<<' is not read"
        raise Refused(Complaint(line, column, what, "write the key's name before the colon"))
    return node


def _span(first: Event, last: Event) -> Span:
    """Return where something begins and ends."""
    start = first.start_mark
    return Span(start.index, last.end_mark.index, start.line + 1, start.column + 1)


def _key_complaints(node: Node) -> Iterator[Complaint]:
    """Yield a complaint for every key that stands twice in one mapping."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _key_complaints(item)
    elif isinstance(node, Mapping):
        first: dict[str, int] = {}
        for key, value in node.entries:
            if key.text in first:
                message = f"the key '{shown(key.text)}' stands twice, first in line {first[key.text]}"
                yield Complaint(key.span.line, key.span.column, message, "keep one of the two")
            first.setdefault(key.text, key.span.line)
            yield from _key_complaints(value)
