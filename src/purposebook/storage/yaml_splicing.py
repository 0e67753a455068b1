"""Change a few values inside a YAML text and leave every other character, comment and blank line as it is."""

from __future__ import annotations

from dataclasses import dataclass

from purposebook.storage.merging import matched
from purposebook.storage.said import Group, Value
from purposebook.storage.yaml_layout import Awkward, Layout, Piece
from purposebook.storage.yaml_nodes import Mapping, Node, Scalar, Sequence
from purposebook.storage.yaml_rendering import Rendered, group_lines, in_flow, item_lines, render, text_of


@dataclass(frozen=True, slots=True)
class Change:
    """Hold what a place says, what it shall say, and that without what a reader assumes anyway."""

    old: Value
    new: Value
    brief: Value


@dataclass(frozen=True, slots=True)
class Splicer:
    """Rewrite places of one text."""

    layout: Layout
    finely: bool = True
    """False writes every changed top-level value anew: the second try after a first that did not read back."""

    @property
    def text(self) -> str:
        """Return the text as it was."""
        return self.layout.text

    def document(self, root: Mapping | None, change: Change) -> str:
        """Return the whole text with the change made."""
        newline = self.layout.newline
        if root is None:
            before = self.text if not self.text or self.text.endswith(("\n", "\r")) else self.text + newline
            gap = newline if before.strip() else ""
            return before + gap + newline.join((*group_lines(_group(change.brief), 0), ""))
        body = self._keys(root, change)
        whole = self.text[: root.span.start] + body + self.text[self.layout.end(root) :]
        return whole if whole.endswith(("\n", "\r")) or not whole else whole + newline

    def _inside(self, node: Node, change: Change) -> str | None:
        """Return the text of a list or group with the change made in it, or None when it must be written anew."""
        if not self.finely:
            return None
        try:
            if isinstance(node, Mapping) and isinstance(change.new, dict) and isinstance(change.old, dict):
                return self._keys(node, change)
            if isinstance(node, Sequence) and isinstance(change.new, list) and isinstance(change.old, list):
                return self._items(node, change)
        except Awkward:
            return None
        return None

    def _keys(self, node: Mapping, change: Change) -> str:
        """Change the keys of a group."""
        old, new, brief = _group(change.old), _group(change.new), _group(change.brief)
        spans = [(key.span.start, self.layout.value_end(key, value)) for key, value in node.entries]
        pieces: list[Piece] = []
        for index, (key, value) in enumerate(node.entries):
            name = key.text
            if name in old and name not in new:
                continue
            if name not in new or old.get(name) == new[name]:
                body = self.layout.whole(node.flow, spans[index])
            else:
                body = self._entry(node, key, value, Change(old.get(name, ""), new[name], brief.get(name, new[name])))
            pieces.append(Piece(index, body, name))
        written = {key.text for key, _ in node.entries}
        for name in (name for name in brief if name not in written):
            pieces.insert(_place(name, list(new), pieces), Piece(None, self._new_entry(node, name, brief[name]), name))
        return self.layout.joined(node, spans, pieces)

    def _items(self, node: Sequence, change: Change) -> str:
        """Change the items of a list."""
        old, new, brief = _list(change.old), _list(change.new), _list(change.brief)
        starts = [self.layout.item_start(node, item) for item in node.items]
        spans = [(start, self.layout.end(item)) for start, item in zip(starts, node.items, strict=True)]
        pieces = []
        for index, origin in enumerate(matched(old, new)):
            if origin is None:
                body = self._new_item(node, brief[index])
            elif old[origin] == new[index]:
                body = self.layout.whole(node.flow, spans[origin])
            else:
                body = self._item(node, origin, starts[origin], Change(old[origin], new[index], brief[index]))
            pieces.append(Piece(origin, body))
        return self.layout.joined(node, spans, pieces)

    def _entry(self, node: Mapping, key: Scalar, value: Node, change: Change) -> str:
        """Change the value of one key."""
        colon = self.layout.colon_end(key)
        inner = self._inside(value, change)
        if inner is not None:
            rest = "" if node.flow else self.layout.rest(self.layout.end(value))
            return self.text[key.span.start : value.span.start] + inner + rest
        start = self.text[key.span.start : colon]
        if node.flow:
            return f"{start} {in_flow(change.brief)}"
        rendered = render(change.brief, node.span.column + 1)
        return self._lines(start, rendered, self.layout.comment(colon, value))

    def _item(self, node: Sequence, index: int, start: int, change: Change) -> str:
        """Change one item of a list."""
        item = node.items[index]
        inner = self._inside(item, change)
        if inner is not None:
            rest = "" if node.flow else self.layout.rest(self.layout.end(item))
            return self.text[start : item.span.start] + inner + rest
        if node.flow:
            return in_flow(change.brief)
        flow = isinstance(item, Mapping) and item.flow
        first, *rest_lines = item_lines(change.brief, node.span.column - 1, prefer_flow=flow)
        return self._lines(first.lstrip(" "), Rendered("", tuple(rest_lines)), self.layout.comment(start + 1, item))

    def _new_entry(self, node: Mapping, name: str, value: Value) -> str:
        """Write a key that was not there."""
        if node.flow:
            return f"{text_of(name, within_flow=True)}: {in_flow(value)}"
        return self._lines(f"{text_of(name)}:", render(value, node.span.column + 1), "")

    def _new_item(self, node: Sequence, value: Value) -> str:
        """Write an item that was not there, on one line if its neighbours are."""
        if node.flow:
            return in_flow(value)
        flow = all(isinstance(item, Mapping) and item.flow for item in node.items)
        first, *rest = item_lines(value, node.span.column - 1, prefer_flow=flow)
        return self.layout.newline.join((first.lstrip(" "), *rest))

    def _lines(self, start: str, rendered: Rendered, comment: str) -> str:
        """Join a key or dash with its value; a comment stays on the first line."""
        head = f"{start} {rendered.head}" if rendered.head else start
        return self.layout.newline.join((head + comment, *rendered.body))


def _place(name: str, order: list[str], pieces: list[Piece]) -> int:
    """Return where a new key goes: behind the nearest earlier key of the model that is there, else at the end."""
    names = [piece.name for piece in pieces]
    for earlier in reversed(order[: order.index(name)]):
        if earlier in names:
            return names.index(earlier) + 1
    return len(pieces)


def _group(value: Value) -> Group:
    """Return a group; what is not written has no keys."""
    return value if isinstance(value, dict) else {}


def _list(value: Value) -> list[Value]:
    """Return a list; what is not written has no items."""
    return value if isinstance(value, list) else []
