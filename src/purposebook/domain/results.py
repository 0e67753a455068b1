"""What the commands print as JSON and a site carries with it, described for those who read it.

These models are the one description of the results: their JSON Schemas stand in `schemas/results/`. More keys may be
added; none is renamed. A number that is missing is null and has its reason in `reasons`.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Severity = Literal["error", "warning", "info"]
Interval = Annotated[tuple[float, float], Field(description="Lower and upper end.")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Share = Annotated[float, Field(description="A plain fraction: 0.75 is 75 %.")]
OwnUnit = Annotated[float, Field(description="In the metric's own unit: 75 where the unit is %.")]


class Result(BaseModel):
    """Hold a part of a result; every key is always there."""

    model_config = ConfigDict(frozen=True)


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
    where: str = Field(description="part/id or part/id/field.")
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


class SeriesPoint(Result):
    """Hold one dated value."""

    date: dt.date
    value: OwnUnit
    n: int | None = Field(description="The denominator where it is a whole number.")
    interval: Interval | None


class LatestPoint(SeriesPoint):
    """Hold the newest value and how its interval was computed."""

    method: str | None


class LimitsFound(Result):
    """Hold the limits of normal variation of the last phase."""

    mean: OwnUnit
    lower: OwnUnit
    upper: OwnUnit


class SignalFound(Result):
    """Mark one point that is part of a signal."""

    date: dt.date
    kind: Literal["beyond-limit", "one-side", "rising", "falling", "near-limit"]


class SegmentFound(Result):
    """Hold the newest value of one part of the whole."""

    segment: str
    latest: LatestPoint | None


class MetricResult(Result):
    """Hold every number of one metric."""

    id: str
    unit: str
    latest: LatestPoint | None
    baseline: OwnUnit | None
    target: OwnUnit | None
    progress: Share | None
    pace: Share | None
    series: tuple[SeriesPoint, ...]
    limits: LimitsFound | None
    signals: tuple[SignalFound, ...]
    assurance: Literal["pass", "fail", "hit-or-miss"] | None
    segments: tuple[SegmentFound, ...]
    reasons: tuple[str, ...]


class ObjectiveResult(Result):
    """Hold the score of one objective."""

    id: str
    score: Share | None
    rollup: str = Field(description="The rule that makes one number of several.")
    reasons: tuple[str, ...]


class MeasuresResult(Result):
    """Hold what `purposebook measures --format json` prints."""

    product: str
    as_of: dt.date
    metrics: tuple[MetricResult, ...]
    objectives: tuple[ObjectiveResult, ...]
    pirate: None = Field(description="Not computed by this version.")
    experiments: tuple[()] = Field(description="Not computed by this version.")
    footprint: None = Field(description="Shown in the chapter on responsibility; not part of this result yet.")
    inclusion: tuple[()] = Field(description="Shown in the chapter on responsibility; not part of this result yet.")
    reasons: tuple[str, ...] = Field(description="What is declared and has no number here, and rows left out.")


class InputFile(Result):
    """Name one file that the site was made from."""

    file: str
    sha256: Sha256


class SitePage(Result):
    """Name one file of the site."""

    file: str
    sha256: Sha256
    bytes: int = Field(ge=0)


class ChapterRun(Result):
    """Say how one chapter ran."""

    chapter: str
    cells: int = Field(ge=0)
    ran: int = Field(ge=0, description="How many of its cells ran: all of them, or the site would not exist.")


class FindingCounts(Result):
    """Count findings by severity."""

    error: int = Field(ge=0)
    warning: int = Field(ge=0)
    info: int = Field(ge=0)


class BuildResult(Result):
    """Hold what `build.json` of a site says."""

    product: str
    as_of: dt.date
    versions: dict[str, str] = Field(description="Of Purposebook, Python and the packages that make the bytes.")
    inputs: tuple[InputFile, ...]
    pages: tuple[SitePage, ...]
    chapters: tuple[ChapterRun, ...]
    findings: FindingCounts
    seal: str = Field(default="", description="SHA-256 of everything else in this file.")


RESULTS: Final[dict[str, type[Result]]] = {"check": CheckResult, "measures": MeasuresResult, "build": BuildResult}
"""Each result's model; `measures` is described in `schemas/results/measures.json`."""
