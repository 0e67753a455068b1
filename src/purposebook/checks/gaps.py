"""What an item lacks, and how old a day is: the two things that most rules ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from purposebook.checks.reading import quoted
from purposebook.checks.rule import Question
from purposebook.domain.workbook import Workbook


def lacking(*wanted: tuple[object, str]) -> tuple[str, ...]:
    """Return the names of what is not there; a text of white space is not there, and zero is."""
    return tuple(name for there, name in wanted if not _is_there(there))


def _is_there(value: object) -> bool:
    """Tell whether a field says something."""
    return bool(value.strip()) if isinstance(value, str) else value is not None and value != ()


def is_old(book: Workbook, asked: Question, day: dt.date | None) -> bool:
    """Tell whether a day is longer ago than the review period; a day that nobody wrote is not."""
    return day is not None and (asked.as_of - day).days > book.product.review_every


def is_past(asked: Question, day: dt.date | None) -> bool:
    """Tell whether a day lies before the one on which the workbook is looked at."""
    return day is not None and day < asked.as_of


def some(texts: Iterable[str]) -> str:
    """Quote the first three texts, and say how many more there are."""
    each = tuple(texts)
    more = f" and {len(each) - 3} more" if len(each) > 3 else ""
    return ", ".join(map(quoted, each[:3])) + more
