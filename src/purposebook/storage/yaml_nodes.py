"""What a YAML file holds, as values that remember where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from purposebook.errors import Fault

Plain = str | None | list["Plain"] | dict[str, "Plain"]
"""Data in which every scalar is the text as written, or None where nothing was written."""
Path = tuple[str | int, ...]
"""Keys and list positions from the top of a file to a place in it."""

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that say nothing."""


@dataclass(frozen=True, slots=True)
class Span:
    """Say where a node begins and ends: character offsets, and the first character's line and column (1-based)."""

    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """Hold one text as it was written."""

    span: Span
    text: str
    mark: str
    """Empty for a plain scalar, else its indicator: `'`, `"`, `|` or `>`."""

    @property
    def value(self) -> str | None:
        """Return the text, or None for a plain scalar that says nothing."""
        return None if not self.mark and self.text in NOTHING else self.text


@dataclass(frozen=True, slots=True)
class Mapping:
    """Hold keys with their values, in the order of the file."""

    span: Span
    flow: bool
    entries: tuple[tuple[Scalar, Node], ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """Hold the items of a list."""

    span: Span
    flow: bool
    items: tuple[Node, ...]


Node = Scalar | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class Complaint:
    """Say what is wrong at one place of a file, before anybody knows which file it is."""

    line: int
    column: int
    message: str
    advice: str

    def fault(self, file: str, field: str = "") -> Fault:
        """Name the file, and the field if there is one."""
        return Fault(file, self.line, self.column, field, self.message, self.advice)


class Refused(Exception):  # noqa: N818 - it never leaves this layer; readers turn it into faults
    """Stop reading a file for one complaint."""

    def __init__(self, complaint: Complaint) -> None:
        self.complaint = complaint
        super().__init__(complaint.message)


def plain(node: Node | None) -> Plain:
    """Return what a node says, without its places; the first of two equal keys counts."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in reversed(node.entries)} if _repeats(node) else _in_order(node)


def places(node: Node | None) -> dict[Path, tuple[int, int]]:
    """Return line and column of every key and every list item."""
    found: dict[Path, tuple[int, int]] = {}
    if node is not None:
        found[()] = (node.span.line, node.span.column)
        _collect(node, (), found)
    return found


def _in_order(node: Mapping) -> dict[str, Plain]:
    """Return the keys of a mapping that has none twice."""
    return {key.text: plain(value) for key, value in node.entries}


def _repeats(node: Mapping) -> bool:
    """Tell whether a key stands twice."""
    return len({key.text for key, _ in node.entries}) < len(node.entries)


def _collect(node: Node, path: Path, found: dict[Path, tuple[int, int]]) -> None:
    """Add the places below `path`; the guard has bounded the depth."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            found.setdefault((*path, key.text), (key.span.line, key.span.column))
            _collect(value, (*path, key.text), found)
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            found[(*path, index)] = (item.span.line, item.span.column)
            _collect(item, (*path, index), found)
