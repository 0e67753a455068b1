"""Read plain YAML with libyaml, in a twentieth of the time, where it is known to say just what the careful reader says.

libyaml reads YAML 1.1, and forgives what YAML 1.2 does not. What the two could read differently, and whatever either
would refuse, is therefore left to the careful reader, which also finds the words for what is wrong. That both agree on
all the rest is shown by tests that change files at random and compare every text and every place.
"""

from __future__ import annotations

import re
from typing import Any, Final

from purposebook.storage.limits import YAML_DEPTH, YAML_NODES
from purposebook.storage.yaml_size import STEPS

_OTHERWISE: Final = re.compile(
    "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U000effff]"  # tabs and CR too
    r"|\\"  # escapes
    r"|(?:^|[\s\[{,\-])\?(?:\s|\Z)"  # a key that is announced
    r"|[\"'\]}]\s*:[^\s]"  # a value close behind a quotation mark or a bracket
)
"""What the two versions of YAML, or the two readers, treat each in its own way."""
_BLOCK: Final = re.compile(r"[|>][+-]?\n(?! *(?:\n|\Z))")
"""How a text over several lines begins that both read alike: no number, no comment, no empty line."""


def quick_events(text: str) -> list[Any] | None:
    """Return the parse events of a plain document; nothing where the careful reader has to look."""
    if _OTHERWISE.search(text):
        return None
    try:
        from yaml import YAMLError  # type: ignore[import-untyped] # it has no types
        from yaml.cyaml import CParser  # type: ignore[import-untyped]
    except ImportError:  # a machine without libyaml
        return None
    try:
        return _all_plain(CParser(text), text)
    except YAMLError:
        return None


def _all_plain(parser: Any, text: str) -> list[Any] | None:
    """Return the events of a text, or nothing at the first that is not plain."""
    found: list[Any] = []
    depth = documents = 0
    while parser.check_event():
        event = parser.get_event()
        kind = type(event).__name__
        depth += STEPS.get(kind, 0)
        documents += kind == "DocumentStartEvent"
        if depth > YAML_DEPTH or documents > 1 or len(found) > YAML_NODES or not _is_plain(event, kind, text):
            return None
        found.append(event)
    return found


def _is_plain(event: Any, kind: str, text: str) -> bool:
    """Tell whether both readers say this."""
    if kind == "DocumentStartEvent":
        return not (event.version or event.tags)
    if kind == "DocumentEndEvent":
        return not event.explicit
    if kind == "AliasEvent" or getattr(event, "anchor", None) or getattr(event, "tag", None):
        return False
    return kind != "ScalarEvent" or _is_plain_scalar(event, text)


def _is_plain_scalar(event: Any, text: str) -> bool:
    """Tell whether both readers say this of a text, and see it in the same place."""
    if event.style in {"|", ">"}:
        return bool(_BLOCK.match(text, event.start_mark.index))
    return bool(event.value or event.style)
