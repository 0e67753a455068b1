"""What the portfolio shows of one site, kept beside the site so that the page over all sites needs nothing else."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from purposebook.publishing.record import digest, read_record

if TYPE_CHECKING:
    from purposebook.domain.workbook import Workbook

FILE_NAME: Final = "card.json"


@dataclass(frozen=True)
class QualityState:
    """Name one row of the evidence board with its state."""

    name: str
    state: str
    open: int = 0
    """How many findings concern it."""


@dataclass(frozen=True)
class SharedGoal:
    """Name an objective that serves a goal which other teams have too."""

    goal: str
    """The team's own words, which are the same in each product."""
    objective: str
    """The objective's id."""
    statement: str
    status: str


@dataclass(frozen=True)
class Card:
    """Introduce one published product."""

    slug: str
    name: str
    summary: str
    language: str
    visibility: str
    as_of: str
    north_star: str
    """The metric's name; empty when there is none."""
    north_star_value: str
    """Its newest value in words, or why there is none."""
    qualities: tuple[QualityState, ...]
    findings: dict[str, int]
    """Number of findings by severity."""
    last_review: str = ""
    """ISO date of the newest review; empty when there was none."""
    goals: tuple[SharedGoal, ...] = ()
    """Objectives whose goal other teams share; dropped ones stay out."""

    @staticmethod
    def read(site: Path) -> Card | None:
        """Return the card of the site at `site`; nothing when no verified site stands there."""
        record = read_record(site)
        try:
            data = (site / FILE_NAME).read_bytes()
            whole = record is not None and digest(data) in {page.sha256 for page in record.pages}
            return _read(data) if whole else None
        except (OSError, ValueError, TypeError, KeyError):  # one of another version, or none at all
            return None

    def as_bytes(self) -> bytes:
        """Return the file's content."""
        return (json.dumps(asdict(self), ensure_ascii=True, indent=1) + "\n").encode()


@lru_cache(maxsize=1024)
def _read(data: bytes) -> Card:
    """Return the card that these bytes are; a build asks for each twice."""
    values = json.loads(data)
    qualities = tuple(QualityState(**row) for row in values.pop("qualities"))
    goals = tuple(SharedGoal(**row) for row in values.pop("goals"))
    return Card(qualities=qualities, goals=goals, **values)


def card_of(book: Workbook, as_of: dt.date) -> Card:
    """Sum up a workbook for the portfolio: states and counts, never a total."""
    from purposebook.checks.board import board
    from purposebook.checks.engine import check
    from purposebook.checks.finding import SEVERITIES

    checked = check(book, as_of)
    name, value = _north_star(book, as_of)
    return Card(
        slug=book.slug,
        name=book.product.name,
        summary=book.product.summary,
        language=book.product.language,
        visibility=book.product.visibility,
        as_of=as_of.isoformat(),
        north_star=name,
        north_star_value=value,
        qualities=tuple(QualityState(row.name, row.state, len(row.open)) for row in board(book, checked, as_of)),
        findings={severity: len(checked.of(severity)) for severity in SEVERITIES},
        last_review=max((one.date.isoformat() for one in book.reviews.held(as_of)), default=""),
        goals=tuple(
            SharedGoal(item.shared.strip(), item.id, item.statement, item.status)
            for item in book.objectives.objectives
            if item.shared.strip() and item.status != "dropped"
        ),
    )


def _north_star(book: Workbook, as_of: dt.date) -> tuple[str, str]:
    """Return the north-star metric's name and its newest value in words."""
    from purposebook.measures.product import measure
    from purposebook.notebook.wording import day, quantity

    metric = next((item for item in book.metrics.metrics if item.id == book.metrics.north_star), None)
    if metric is None:
        return "", ""
    measured = measure(book, as_of).metric(metric.id)
    if measured is None or measured.latest is None:
        return metric.name, "no observation yet"
    return metric.name, f"{quantity(measured.latest.value, measured.unit)} on {day(measured.latest.date)}"
