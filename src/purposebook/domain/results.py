"""What the commands print as JSON and a site carries with it, described for those who read it.

These models are the one description of the results: their JSON Schemas stand in `schemas/results/`. More keys may be
added; none is renamed. A number that is missing is null and has its reason in `reasons`.
"""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal

from pydantic import Field

from purposebook.domain.result_base import Result, Severity
from purposebook.domain.result_build import BuildResult
from purposebook.domain.result_commands import DiffResult, ListResult, RulesResult
from purposebook.domain.result_experiments import ExperimentResult, PredictionsResult
from purposebook.domain.result_lead_lag import LeadLagResult
from purposebook.domain.result_metrics import MetricResult, ObjectiveResult, RollUpResult
from purposebook.domain.result_pirate import PirateResult
from purposebook.domain.result_responsibility import (
    AgreementResult,
    FootprintResult,
    GroupResult,
    RecallResult,
    ReversalResult,
)
from purposebook.domain.result_worked_out import FigureResult, HeartResult, MoneyResult, SurveyResult


class FaultFound(Result):
    """Name a place where data cannot be read or breaks its model."""

    file: str = Field(description="Relative to the product's folder.")
    line: int = Field(ge=0, description="From 1; 0 when it concerns the whole file.")
    column: int = Field(ge=0, description="From 1; 0 when unknown.")
    field: str
    message: str
    advice: str


class FindingMade(Result):
    """Carry a rule's word on data that can be read."""

    rule: str
    severity: Severity
    file: str = Field(description="Relative to the product's folder.")
    line: int = Field(ge=0)
    where: str = Field(description="part/id or part/id/field; the name of a file that is not read.")
    message: str
    advice: str
    source: str = Field(description="The published source of the rule's idea.")


class SilencedRule(Result):
    """Name a rule that the team has answered."""

    rule: str
    where: str
    because: str


class RuleNotChecked(Result):
    """Name a rule that could not read this product, and why."""

    rule: str
    reason: str


class CheckedProduct(Result):
    """Hold what was found in one product."""

    product: str
    faults: tuple[FaultFound, ...]
    findings: tuple[FindingMade, ...]
    silenced: tuple[SilencedRule, ...]
    not_checked: tuple[RuleNotChecked, ...]


class CheckResult(Result):
    """Hold what `purposebook check --format json` prints."""

    as_of: dt.date
    products: tuple[CheckedProduct, ...]


class SourceResult(Result):
    """Say where some rows came from."""

    part: Literal["observations", "events"]
    source: Literal["database", "file"]
    fetched: dt.datetime | None = Field(
        description="When a database gave these rows: first, or last where it was not reached. Null for a file."
    )
    reached: bool | None = Field(description="False for rows that are kept from an earlier time. Null for a file.")


class MeasuresResult(Result):
    """Hold what `purposebook measures --format json` prints."""

    product: str
    as_of: dt.date
    metrics: tuple[MetricResult, ...]
    objectives: tuple[ObjectiveResult, ...]
    pirate: PirateResult | None = Field(description="Null without a declaration and an event log.")
    experiments: tuple[ExperimentResult, ...] = Field(description="Those with a comparison that had started.")
    footprint: FootprintResult | None
    inclusion: tuple[GroupResult, ...]
    reversals: tuple[ReversalResult, ...]
    roll_ups: tuple[RollUpResult, ...] = Field(description="The score of the whole product, by each rule in use.")
    predictions: PredictionsResult | None
    agreement: tuple[AgreementResult, ...]
    recall: tuple[RecallResult, ...]
    surveys: tuple[SurveyResult, ...]
    service: tuple[FigureResult, ...]
    money: MoneyResult | None = Field(description="Null where no metrics of money are named.")
    heart: tuple[HeartResult, ...] = Field(description="Empty where neither the grid nor a metric names a category.")
    lead_lag: tuple[LeadLagResult, ...]
    reasons: tuple[str, ...] = Field(description="What is declared and has no number here, and rows left out.")
    sources: tuple[SourceResult, ...] = Field(
        description="Where the observations came from, and the events where they are declared."
    )


class UnknownWordFound(Result):
    """Name a word of an imported file that nobody knows."""

    kind: Literal["status", "resolution"]
    word: str
    items: int = Field(ge=1, description="How many items say it.")
    option: str = Field(description="The option of `import` that gives it a meaning, to be copied.")


class ImportedFile(Result):
    """Say what became of one imported file."""

    file: str = Field(description="Its name.")
    source: str | None = Field(description="What it was recognised as; null where nothing was imported.")
    part: str | None = Field(description="The file that was written, such as work.yml.")
    added: int = Field(ge=0)
    updated: int = Field(ge=0)
    unchanged: int = Field(ge=0)
    unknown_words: tuple[UnknownWordFound, ...]
    notes: tuple[str, ...] = Field(description="What was not understood or not taken over, in sentences.")
    kept: bool = Field(description="True when what the options said is new in imports.yml.")
    faults: tuple[FaultFound, ...] = Field(description="What cannot be read in it.")


class ImportResult(Result):
    """Hold what `purposebook import --format json` prints."""

    product: str
    imported: bool = Field(description="False where a file has a fault: then nothing was written.")
    files: tuple[ImportedFile, ...]


RESULTS: Final[dict[str, type[Result]]] = {
    "check": CheckResult,
    "measures": MeasuresResult,
    "build": BuildResult,
    "list": ListResult,
    "diff": DiffResult,
    "rules": RulesResult,
    "import": ImportResult,
}
"""Each result's model; `measures` is described in `schemas/results/measures.json`."""
