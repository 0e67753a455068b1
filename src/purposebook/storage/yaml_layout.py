"""Know where each entry of a YAML text ends, what stands between entries, and how entries are joined again."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence as Many
from dataclasses import dataclass
from typing import Final

from purposebook.storage.yaml_nodes import Mapping, Node, Scalar, Sequence

_REST_OF_LINE: Final = re.compile(r"[ \t]*(#[^\r\n]*)?(?=[\r\n]|\Z)")
_COMMENT_LINE: Final = re.compile(r"^[ \t]*#[^\r\n]*", re.MULTILINE)
_COLON: Final = re.compile(r"[ \t]*:")
_COMMENT_ON_FIRST: Final = re.compile(r"[ \t]*(?:[|>][-+0-9]*[ \t]+)?(#[^\r\n]*)")


class Awkward(Exception):  # noqa: N818 - a signal inside this layer
    """Say that a place is written in a way that only writing it anew can change."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold one entry or item of the new text, and which one of the old text it continues."""

    origin: int | None
    body: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Read the layout of one text."""

    text: str
    newline: str

    def end(self, node: Node) -> int:
        """Return where a node's own text ends, without the comments and blank lines behind a block."""
        if isinstance(node, Scalar):
            return node.span.start + len(self._own_text(node))
        if node.flow:
            return node.span.end
        end = self.value_end(*node.entries[-1]) if isinstance(node, Mapping) else self.end(node.items[-1])
        return end + len(self.rest(end))

    def colon_end(self, key: Scalar) -> int:
        """Return where the colon behind a key ends."""
        found = _COLON.match(self.text, key.span.end)
        if not found:
            raise Awkward
        return found.end()

    def value_end(self, key: Scalar, value: Node) -> int:
        """Return where a key's value ends; the parser places an empty one at whatever comes next."""
        return self.colon_end(key) if value.span.start == value.span.end else self.end(value)

    def rest(self, end: int) -> str:
        """Return the comment behind a value on the same line, with the spaces before it."""
        found = _REST_OF_LINE.match(self.text, end)
        if not found:
            raise Awkward
        return found.group()

    def whole(self, flow: bool, span: tuple[int, int]) -> str:
        """Return an entry as it is, to the end of its line where it has one of its own."""
        return self.text[span[0] : span[1]] + ("" if flow else self.rest(span[1]))

    def comment(self, after: int, value: Node) -> str:
        """Return the comment on a value's first line, with the spaces before it: it stays when the value goes."""
        several = value.mark in {"|", ">"} if isinstance(value, Scalar) else not value.flow
        if not several and value.span.start < value.span.end:
            return self.rest(self.end(value)).rstrip()
        found = _COMMENT_ON_FIRST.match(self.text, after)
        return f"  {found.group(1)}" if found else ""

    def item_start(self, node: Sequence, item: Node) -> int:
        """Return where an item begins, its dash included."""
        if node.flow:
            return item.span.start
        before = self.text[: item.span.start].rstrip(" \t")
        if not before.endswith("-"):
            raise Awkward
        return len(before) - 1

    def joined(self, node: Mapping | Sequence, spans: Many[tuple[int, int]], pieces: Many[Piece]) -> str:
        """Join the pieces with what stood between the old entries; a group's comments outlive its keys."""
        if node.flow:
            return self._joined_in_brackets(node, spans, pieces)
        indent = " " * (node.span.column - 1)
        gaps = self._gaps(spans, indent)
        left = self._left_behind(gaps, pieces) if isinstance(node, Mapping) else {}
        result = ""
        for piece in pieces:
            gap = (gaps[piece.origin] if piece.origin is not None else "") or self.newline + indent
            comments = left.get(piece.origin, "")
            result += comments + gap if result else self._above_first(node, comments + self._comments(gap), indent)
            result += piece.body
        tail = left.get(None, "")
        return result + tail if result else tail.removeprefix(self.newline)

    def _left_behind(self, gaps: Many[str], pieces: Many[Piece]) -> dict[int | None, str]:
        """Return the comments above vanished entries by the entry that follows them; None for the end."""
        present = {piece.origin for piece in pieces}
        found: dict[int | None, str] = {}
        waiting = ""
        for index, gap in enumerate(gaps):
            if index in present:
                found[index], waiting = waiting, ""
            else:
                waiting += self._comments(gap)
        return {**found, None: waiting}

    def _above_first(self, node: Node, comments: str, indent: str) -> str:
        """Return the comments above an entry that has become the first of its block."""
        if not comments:
            return ""
        if self.text[: node.span.start].rpartition("\n")[2].strip():
            raise Awkward
        return (comments + self.newline + indent).removeprefix(self.newline).removeprefix(indent)

    def _gaps(self, spans: Many[tuple[int, int]], indent: str) -> list[str]:
        """Return what stands before each entry, from the line break to the indentation; nothing before the first."""
        gaps = [""]
        for (_, end), (start, _) in itertools.pairwise(spans):
            gap = self.text[end + len(self.rest(end)) : start]
            if not gap.startswith(("\r", "\n")) or not gap.endswith(("\n" + indent, "\r" + indent)):
                raise Awkward
            gaps.append(gap)
        return gaps

    def _joined_in_brackets(self, node: Node, spans: Many[tuple[int, int]], pieces: Many[Piece]) -> str:
        """Join the pieces within brackets or braces."""
        start, end = node.span.start, node.span.end
        if self.text[start] not in "[{" or not spans:
            raise Awkward
        gaps = ["", *(self.text[before:after] for (_, before), (after, _) in itertools.pairwise(spans))]
        if any("#" in gap for gap in gaps) and len(pieces) < len(spans):
            raise Awkward
        joined = ""
        for piece in pieces:
            joined += ((gaps[piece.origin] if piece.origin else "") or ", ") if joined else ""
            joined += piece.body
        return self.text[start : spans[0][0]] + joined + self.text[spans[-1][1] : end]

    def _comments(self, gap: str) -> str:
        """Return the comment lines of a gap, each behind a line break."""
        return "".join(self.newline + line for line in _COMMENT_LINE.findall(gap))

    def _own_text(self, node: Scalar) -> str:
        """Return a scalar as written; blank lines behind a block text are its own only if it keeps them."""
        written = self.text[node.span.start : node.span.end]
        if node.mark not in {"|", ">"}:
            return written
        keeps = "+" in written.partition("\n")[0].partition("#")[0]
        return re.sub(r"\r?\n[ \t]*\Z", "", written) if keeps else written.rstrip(" \t\r\n")
