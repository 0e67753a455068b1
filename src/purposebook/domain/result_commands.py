"""What `list`, `diff` and `rules` print as JSON."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from purposebook.domain.result_base import Result, Severity
from purposebook.domain.result_build import FindingCounts
from purposebook.domain.visibility import Visibility


class ListedProduct(Result):
    """Say how far one product is; null where faults keep it from being read."""

    product: str
    name: str | None
    visibility: Visibility | None = Field(description="Who may see it; null where product.yml cannot be read.")
    faults: int = Field(ge=0, description="How many there are: 'purposebook check' names them.")
    parts_done: int | None = Field(ge=0)
    parts: int | None = Field(ge=0, description="How many there are to be done.")
    findings: FindingCounts | None
    metrics: int | None = Field(ge=0)
    metrics_with_data: int | None = Field(ge=0, description="With an observation up to the day.")
    last_review: dt.date | None = Field(description="Null where none was held yet.")


class ListResult(Result):
    """Hold what `purposebook list --format json` prints."""

    as_of: dt.date
    products: tuple[ListedProduct, ...]


class ComparedState(Result):
    """Name one of the two states that are compared."""

    review: str = Field(description="The id of a review, or 'now'.")
    date: dt.date


class ChangedField(Result):
    """Hold one field before and after, as texts; empty where nothing was written."""

    title: str
    before: str
    after: str


class ChangedItem(Result):
    """Say what happened to one item, or to the fields that stand in the part itself."""

    part: str
    kind: str = Field(description="What the item is called; empty for the part itself.")
    id: str
    label: str
    how: Literal["added", "removed", "changed"]
    fields: tuple[ChangedField, ...]


class DatedValue(Result):
    """Hold a value and its day."""

    value: float
    date: dt.date


class ChangedNumber(Result):
    """Hold the newest value of a metric before and after; a difference shows no cause."""

    metric: str
    unit: str
    before: DatedValue | None = Field(description="Null where there was no value yet.")
    after: DatedValue


class DiffResult(Result):
    """Hold what `purposebook diff --format json` prints."""

    product: str
    before: ComparedState
    after: ComparedState
    items: tuple[ChangedItem, ...]
    numbers: tuple[ChangedNumber, ...]


class RuleDescribed(Result):
    """Describe one rule."""

    id: str
    severity: Severity
    title: str
    looks_for: str
    source: str
    false_alarms: str
    advice: str
    strong: str = Field(description="An example at which it is silent.")
    weak: str = Field(description="An example at which it speaks.")
    parts: tuple[str, ...] = Field(description="Where its findings may stand.")
    languages: tuple[str, ...] | None = Field(description="Null where it reads no words.")
    silence: str = Field(description="How a team silences it, with a reason.")


class RulesResult(Result):
    """Hold what `purposebook rules --format json` prints."""

    rules: tuple[RuleDescribed, ...]
