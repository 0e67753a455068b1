"""Say why a framework is left out, where it would stand."""

from __future__ import annotations

from purposebook.domain.workbook import Workbook


def not_used_reason(book: Workbook, section: str) -> str:
    """Return the team's reason for leaving out what a section asks, as a sentence, or nothing."""
    key = section.replace("-", " ")
    for one in book.product.not_used:
        if " ".join(one.framework.casefold().replace("-", " ").replace("_", " ").split()) == key:
            return f"Not used, because: {one.because}"
    return ""
