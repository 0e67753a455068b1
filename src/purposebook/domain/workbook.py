"""All that one product's team has written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Self

from purposebook.domain.base import Model
from purposebook.domain.culture import Culture
from purposebook.domain.event_log import EventLog
from purposebook.domain.evidence import EvidenceLog
from purposebook.domain.experiments import Experiments
from purposebook.domain.imports import IMPORTS, Imports
from purposebook.domain.metrics import Metrics, Observation
from purposebook.domain.mission import Mission
from purposebook.domain.objectives import Objectives
from purposebook.domain.opportunities import Opportunities
from purposebook.domain.part_names import PART_NAMES
from purposebook.domain.personas import Personas
from purposebook.domain.product import Product
from purposebook.domain.responsibility import Responsibility
from purposebook.domain.reviews import Reviews
from purposebook.domain.slug import Slug
from purposebook.domain.strategy import Strategy
from purposebook.domain.surveys import SurveyAnswer
from purposebook.domain.work import Work

PARTS: Final[Mapping[str, type[Model]]] = MappingProxyType(
    dict(
        zip(
            PART_NAMES,
            (
                Product,
                Mission,
                Objectives,
                Personas,
                EvidenceLog,
                Metrics,
                Strategy,
                Opportunities,
                Work,
                Experiments,
                Responsibility,
                Culture,
                Reviews,
            ),
            strict=True,
        )
    )
)
"""Each part's model by its name."""
FILES: Final[Mapping[str, type[Model]]] = MappingProxyType({**PARTS, IMPORTS: Imports})
"""The model of each YAML file of a product's folder: the parts, and the answers of imports, which are no part."""


@dataclass(frozen=True)
class Workbook:
    """Hold every part of one product; a part that was not written is its empty model.

    What is no part has factories instead of plain defaults: those would be attributes of the class, and stand before
    what a waiting workbook reads.
    """

    slug: Slug
    product: Product
    mission: Mission = field(default_factory=Mission)
    objectives: Objectives = field(default_factory=Objectives)
    personas: Personas = field(default_factory=Personas)
    evidence: EvidenceLog = field(default_factory=EvidenceLog)
    metrics: Metrics = field(default_factory=Metrics)
    strategy: Strategy = field(default_factory=Strategy)
    opportunities: Opportunities = field(default_factory=Opportunities)
    work: Work = field(default_factory=Work)
    experiments: Experiments = field(default_factory=Experiments)
    responsibility: Responsibility = field(default_factory=Responsibility)
    culture: Culture = field(default_factory=Culture)
    reviews: Reviews = field(default_factory=Reviews)
    observations: tuple[Observation, ...] = field(default_factory=tuple)
    """In file order, rows after any `as_of` included: measures leave them out and count them."""
    answers: tuple[SurveyAnswer, ...] = field(default_factory=tuple)
    """The anonymous answers of all surveys, in file order."""
    events: EventLog | None = field(default_factory=lambda: None)
    """The event log of the pirate metrics, found to be in order; None where none is declared."""
    fetched: Mapping[str, str] = field(default_factory=dict)
    """When the rows of each source that is a database came, as an ISO 8601 time: `observations` or `events`."""
    fetched_rows: Mapping[str, int] = field(default_factory=dict)
    """How many rows each of them gave."""
    unreached: Set[str] = field(default_factory=frozenset)
    """Those of the sources whose rows are of an earlier time, because the database could not be reached."""
    frozen: Mapping[str, Metrics] = field(default_factory=dict)
    """The metrics as each review froze them, by the review's id; reviews without a frozen copy are left out."""
    written: Set[str] = field(default_factory=lambda: frozenset({"product"}))
    """Names of the parts whose file exists and says something."""
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """1-based line of each item: ("mission", "publish") -> 9, and of each top-level key: ("mission", "vision") -> 4."""

    @classmethod
    def waiting(cls, read: Callable[[str], Any], **known: Any) -> Self:
        """Return a workbook that asks `read` for each field that is not known yet, once, when it is first looked at."""
        book = object.__new__(cls)
        book.__dict__.update(known, _read=read)
        return book

    if not TYPE_CHECKING:  # a type checker would take every misspelt field for one that waits

        def __getattr__(self, name: str) -> Any:
            """Read a field that waits."""
            if name not in type(self).__dataclass_fields__ or "_read" not in self.__dict__:
                raise AttributeError(f"{type(self).__name__!r} has no field {name!r}", name=name, obj=self)
            return self.__dict__.setdefault(name, self.__dict__["_read"](name))

    def line(self, where: str) -> int:
        """Return the line of `part/id[/field]`, or 0 when it is not written."""
        part, _, rest = where.partition("/")
        return self.lines.get((part, rest.partition("/")[0]), 0)
