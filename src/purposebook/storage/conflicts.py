"""Find what git leaves in a file that two people changed: marks around either state, until somebody decides."""

from __future__ import annotations

import re
from typing import Final

from purposebook.errors import Fault

MARK: Final = re.compile(r"^(?:(?:<{7}|\|{7}|>{7})(?: .*)?|={7})\r?$", re.MULTILINE)
_WHOLE: Final = re.compile(
    r"^[ \t]*(?P<mark><{7})(?: [^\n]*)?$.*?^[ \t]*={7}\r?$.*?^[ \t]*>{7}(?: [^\n]*)?$", re.MULTILINE | re.DOTALL
)
"""Also indented, as in a block text that was written anew with the marks in it."""


def conflict_in(name: str, text: str, broken: bool = False) -> Fault | None:
    """Name the first line of a whole conflict; where reading failed, also that of a mark which was left over."""
    if "<<<<<<<" in text and (whole := _WHOLE.search(text)):
        return conflict_fault(name, text.count("\n", 0, whole.start()) + 1, whole["mark"])
    left = MARK.search(text) if broken else None
    return conflict_fault(name, text.count("\n", 0, left.start()) + 1, left[0]) if left else None


def conflict_fault(name: str, line: int, mark: str) -> Fault:
    """Say that a conflict waits for a decision."""
    what = f"a git conflict ({mark[:7]} in line {line}) is not resolved yet"
    advice = "keep one of the two states, and delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>"
    return Fault(name, line, 0, "", what, advice)
