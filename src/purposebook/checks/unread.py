"""Say of files beside the data that nobody reads them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from purposebook.checks.finding import Checked, Finding, ProductCheck
from purposebook.errors import Fault

UNREAD: Final = "unread"
"""What these findings have in the place of a rule's id."""
_SOURCE: Final = "The data dictionary: what a product's folder holds"


def with_unread(found: ProductCheck, unread: Iterable[Fault]) -> ProductCheck:
    """Return a product's check with a warning for each file that is not read, behind what the rules say."""
    findings = tuple(
        Finding(UNREAD, "warning", one.file, 0, one.file, _sentence(one.message), _sentence(one.advice), _SOURCE)
        for one in unread
    )
    if not findings:
        return found
    checked = found.checked or Checked((), (), ())
    return replace(found, checked=replace(checked, findings=(*checked.findings, *findings)))


def _sentence(text: str) -> str:
    """Return a clause as a sentence."""
    return f"{text[:1].upper()}{text[1:]}."
