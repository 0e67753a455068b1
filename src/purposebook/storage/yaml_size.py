"""Refuse a YAML file with too many keys and texts before anything reads it with care, which would take seconds."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from purposebook.storage.limits import YAML_DEPTH, YAML_NODES
from purposebook.storage.yaml_nodes import Complaint
from purposebook.text.plurals import integer

_ITEM: Final = re.compile(r"^ *-(?=\s)", re.MULTILINE)
_PART: Final = re.compile(rf"[,\[{{]|:(?=\s)|{_ITEM.pattern}", re.MULTILINE)
"""What stands before a key, a text or a list, or in a text by chance."""
STEPS: Final = {"MappingStartEvent": 1, "SequenceStartEvent": 1, "MappingEndEvent": -1, "SequenceEndEvent": -1}
"""How each event changes the number of lists and keys inside each other."""
_NODES: Final = frozenset(("ScalarEvent", "MappingStartEvent", "SequenceStartEvent"))
_BY_CHANCE: Final = 3
"""So many times the limit is no prose with commas in it any more."""


def too_many_nodes(text: str) -> Complaint | None:
    """Return where a text passes the limit of keys and texts; nothing where it does not, or libyaml cannot tell."""
    if len(text) <= YAML_NODES:
        return None
    parts = sum(map(text.count, ",[{")) + 2 * (text.count(": ") + text.count(":\n")) + len(_ITEM.findall(text))
    if parts <= YAML_NODES:
        return None
    if parts <= _BY_CHANCE * YAML_NODES:
        return _counted(text)
    passed = next(islice(_PART.finditer(text), YAML_NODES // 2, None)).start()
    return node_limit_passed(text.count("\n", 0, passed) + 1, passed - text.rfind("\n", 0, passed))


def node_limit_passed(line: int, column: int) -> Complaint:
    """Say that the limit is passed in this place; line and column count from 1."""
    what = f"more than {integer(YAML_NODES)} keys and texts stand in this file"
    return Complaint(line, column, what, "keep one product's texts in it")


def _counted(text: str) -> Complaint | None:
    """Count with libyaml, which takes a tenth of a second for as many as are allowed."""
    try:
        from yaml import YAMLError  # type: ignore[import-untyped] # it has no types
        from yaml.cyaml import CParser  # type: ignore[import-untyped]
    except ImportError:  # a machine without libyaml
        return None
    parser = CParser(text)
    nodes = depth = 0
    try:
        while (event := parser.get_event()) is not None and depth <= YAML_DEPTH:
            kind = type(event).__name__
            nodes += kind in _NODES
            depth += STEPS.get(kind, 0)
            if nodes > YAML_NODES:
                return node_limit_passed(event.start_mark.line + 1, event.start_mark.column + 1)
    except YAMLError:
        pass  # the careful reader finds the words for it
    return None
