"""Say why a framework is left out, where it would stand."""

from __future__ import annotations

from purposebook.domain.workbook import Workbook
from purposebook.notebook.sections import SECTIONS
from purposebook.text.directions import isolated


def not_used_reason(book: Workbook, section: str) -> str:
    """Return the team's reason for leaving out what a section asks, as a sentence, or nothing."""
    if section not in SECTIONS or not book.product.not_used:
        return ""
    from purposebook.checks.frameworks import left_out

    asked = SECTIONS[section]
    places = {asked.part, *(f"{asked.part}/{field}" for field in asked.fields)}
    reasons = (one.because for one in left_out(book) if places & set(one.framework.sections))
    because = next(reasons, "")
    return f"Not used, because: {isolated(because)}" if because else ""
