"""Say of files that nobody reads them, or that they may have been cut off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from purposebook.checks.finding import Checked, Finding, ProductCheck
from purposebook.errors import Fault

UNREAD: Final = "unread"
CUT_OFF: Final = "cut-off"
"""What these findings have in the place of a rule's id."""
_SOURCE: Final = "The data dictionary: what a product's folder holds"


def with_files(found: ProductCheck, unread: Iterable[Fault], cut_off: Iterable[Fault]) -> ProductCheck:
    """Return a product's check with a warning for each such file, behind what the rules say."""
    not_read = {one.file: one for one in unread}
    named = [(UNREAD, one) for one in not_read.values()]
    named += [(CUT_OFF, one) for one in cut_off if one.file not in not_read]
    findings = tuple(
        Finding(kind, "warning", one.file, 0, one.file, _sentence(one.message), _sentence(one.advice), _SOURCE)
        for kind, one in named
    )
    if not findings:
        return found
    checked = found.checked or Checked((), (), ())
    return replace(found, checked=replace(checked, findings=(*checked.findings, *findings)))


def _sentence(text: str) -> str:
    """Return a clause as a sentence."""
    return f"{text[:1].upper()}{text[1:]}."
