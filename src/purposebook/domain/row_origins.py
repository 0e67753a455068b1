"""Where the rows of a product came from, and how old those of a database are, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from purposebook.domain.metrics import Metrics
from purposebook.domain.sources import Source
from purposebook.domain.workbook import Workbook
from purposebook.text.plurals import integer

Rows = Literal["observations", "events"]


@dataclass(frozen=True)
class RowOrigin:
    """Know where the observations or the events came from. Days count from the UTC day on which rows were read."""

    part: Rows
    source: Source
    fetched: str = ""
    """When a database gave the rows, as an ISO 8601 time: first, or last where it was not reached now."""
    rows: int | None = None
    """How many a database gave."""
    reached: bool = True
    """Whether the database gave just these rows now."""

    @property
    def read(self) -> str:
        """Say when rows were read; while a database gives the same rows, that is when they came first."""
        if not self.fetched:
            return ""
        return f"{'first' if self.reached else 'last'} read on {self.fetched[:10]}, {self.fetched[11:16]} UTC"

    @property
    def said(self) -> str:
        """Say from which file or database the rows are, and since when."""
        if self.source.file:
            return self.source.file
        counted = "rows" if self.rows is None else f"{integer(self.rows)} row{'' if self.rows == 1 else 's'}"
        return ", ".join(filter(None, (f"{counted} from the database named by {self.source.database}", self.read)))

    def old(self, as_of: dt.date) -> str:
        """Say how old rows are on a day."""
        days = (as_of - dt.date.fromisoformat(self.fetched[:10])).days
        if days < 0:
            return "newer than the day of this report"
        return f"{integer(days)} day{'' if days == 1 else 's'} old" if days else "of the day of this report"

    def kept(self, as_of: dt.date) -> str:
        """Say that these are rows of an earlier time, and how old they are; nothing for rows that came now."""
        return "" if self.reached else f"the database was not reached; these rows are {self.old(as_of)}"


def row_origins(book: Workbook) -> tuple[RowOrigin, ...]:
    """Return where the observations came from, and the events where some are declared."""
    return tuple(
        RowOrigin(part, source, book.fetched.get(part, ""), book.fetched_rows.get(part), part not in book.unreached)
        for part, source in sources(book.metrics)
    )


def sources(metrics: Metrics) -> Iterator[tuple[Rows, Source]]:
    """Yield each source that is declared."""
    yield "observations", metrics.observations
    if metrics.pirate is not None:
        yield "events", metrics.pirate.events


def databases(metrics: Metrics) -> tuple[str, ...]:
    """Return the variables that name a product's databases."""
    return tuple(dict.fromkeys(source.database for _, source in sources(metrics) if source.database))


def kept_rows_said(origins: Iterable[RowOrigin], as_of: dt.date) -> str:
    """Say in one line which rows are kept ones, since their database was not reached; nothing where none are."""
    told = []
    unreached = [one for one in origins if not one.reached]
    for (database, when), group in groupby(unreached, key=lambda one: (one.source.database, one.read)):
        found = tuple(group)
        parts = " and ".join(one.part for one in found)
        told.append(f"the database named by {database} was not reached: {parts} are rows {when}, {found[0].old(as_of)}")
    return "; ".join(told)
