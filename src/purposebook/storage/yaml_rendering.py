"""Write values as YAML that every reader takes for the same values."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from purposebook.storage.said import Group, Value

WIDTH: Final = 100
"""Characters up to which a short list or group stays on one line."""

_OTHER_TYPE: Final = re.compile(
    r"""(?:y|n|yes|no|on|off|true|false|null|~|=|<<)     # truths and nothing
      | [-+]?\.(?:inf|nan)
      | [-+]?[0-9.][0-9_,]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]*)? # numbers
      | [-+]?0[xob][0-9a-f_]*
      | [-+]?[0-9][0-9_]*(?::[0-9]+)+(?:\.[0-9_]*)?        # 12:30 is a number to YAML 1.1
      | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*                  # days and times
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NEEDS_ESCAPE: Final = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]')
_NAMED: Final = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """Hold a value as what stands behind its key or dash, and the lines below."""

    head: str
    body: tuple[str, ...] = ()
    """Whole lines with their indentation."""


def render(value: Value, indent: int, prefer_flow: bool = False) -> Rendered:
    """Write a value whose own lines, if it needs any, begin `indent` spaces from the left."""
    if isinstance(value, str) and fits_literal(value):
        lines = value.removesuffix("\n").split("\n")
        mark = "|" if value.endswith("\n") else "|-"
        return Rendered(mark, tuple(" " * indent + line if line else "" for line in lines))
    if not isinstance(value, (list, dict)):
        return Rendered(scalar(value, within_flow=False))
    if not value or _stays_on_one_line(value, indent, prefer_flow):
        return Rendered(in_flow(value))
    if isinstance(value, dict):
        return Rendered("", tuple(group_lines(value, indent)))
    return Rendered("", tuple(line for item in value for line in item_lines(item, indent)))


def group_lines(group: Group, indent: int) -> list[str]:
    """Write keys with their values as lines."""
    return [line for key, value in group.items() for line in entry_lines(key, value, indent)]


def entry_lines(key: str, value: Value, indent: int) -> list[str]:
    """Write one key with its value as lines."""
    rendered = render(value, indent + 2)
    return [f"{' ' * indent}{text_of(key)}:{' ' if rendered.head else ''}{rendered.head}", *rendered.body]


def item_lines(item: Value, indent: int, prefer_flow: bool = False) -> list[str]:
    """Write one list item as lines, a group of keys beginning behind the dash."""
    rendered = render(item, indent + 2, prefer_flow)
    if rendered.head:
        return [f"{' ' * indent}- {rendered.head}", *rendered.body]
    first, *rest = rendered.body
    return [f"{' ' * indent}- {first.lstrip(' ')}", *rest]


def in_flow(value: Value) -> str:
    """Write a value within one line."""
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{text_of(key, within_flow=True)}: {in_flow(item)}" for key, item in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(in_flow(item) for item in value) + "]"
    return scalar(value, within_flow=True)


def scalar(value: Value, within_flow: bool) -> str:
    """Write a single value within one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float):
        return number(value)
    return str(value) if isinstance(value, int) else text_of(str(value), within_flow)


def number(value: float) -> str:
    """Write a number as briefly as it reads back, whole numbers without a point."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def text_of(value: str, within_flow: bool = False) -> str:
    """Write a text plainly where every reader takes it for that text, in double quotes elsewhere."""
    return value if _is_plain(value, within_flow) else '"' + _NEEDS_ESCAPE.sub(_escaped, value) + '"'


def fits_literal(value: str) -> bool:
    """Tell whether a text of several lines can stand below `|` as it is."""
    lines = value.removesuffix("\n").split("\n")
    return (
        len(lines) > 1
        and not lines[0].startswith((" ", "\t"))
        and all(lines[at] for at in (0, -1))
        and all(not line or (line.strip() and not line.startswith("\t")) for line in lines)
        and not any(_NEEDS_ESCAPE.search(re.sub(r'[\\"\t]', "", line)) for line in lines)
    )


def _stays_on_one_line(value: list[Value] | Group, indent: int, prefer_flow: bool) -> bool:
    """Tell whether a list or group is short and simple enough for one line."""
    inner = list(value.values()) if isinstance(value, dict) else value
    if any(isinstance(item, str) and "\n" in item for item in inner):
        return False
    nested = any(isinstance(item, dict) or (isinstance(item, list) and _is_nested(item, value)) for item in inner)
    wanted = prefer_flow or not (nested or (isinstance(value, dict) and "id" in value))
    return wanted and indent + len(in_flow(value)) <= (WIDTH + 60 if prefer_flow else WIDTH - 20)


def _is_nested(item: list[Value], holder: Value) -> bool:
    """Tell whether a list inside `holder` is more than a few names behind a key."""
    return isinstance(holder, list) or any(isinstance(inner, (list, dict)) for inner in item)


def _is_plain(value: str, within_flow: bool) -> bool:
    """Tell whether a text needs no quotes."""
    if not value.isprintable() or value != value.strip() or not (value[:1].isalnum() or value[:1] == "("):
        return False
    if ": " in value or " #" in value or value.endswith(":") or _OTHER_TYPE.fullmatch(value):
        return False
    return not (within_flow and re.search(r"[,\[\]{}:?]", value))


def _escaped(found: re.Match[str]) -> str:
    """Escape one character."""
    mark = found.group()
    return _NAMED.get(mark) or (f"\\x{ord(mark):02x}" if ord(mark) < 256 else f"\\u{ord(mark):04x}")
