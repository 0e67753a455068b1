"""Surveys that are asked again and again, and their anonymous answers in surveys.csv."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import Field, model_validator

from purposebook.domain.base import Count, Date, Id, Line, Model, Name, Number, RequiredName, asked, points

SurveyKind = Literal["csat", "nps", "sus"]
_NPS: Final = 10
_SUS: Final = 100
_SUS_STEP: Final = Decimal("2.5")
"""Ten answers from 0 to 4, added up and multiplied."""

ANSWER_COLUMNS: Final = ("survey", "date", "score", "count", "segment")
"""The header of surveys.csv."""


class Survey(Model):
    """Declare one question, or one set of ten, that people answer in numbers."""

    KIND: ClassVar[str] = "survey"

    id: Id = asked("Id", "A short name.", "after-publishing")
    name: RequiredName = asked("Name", "What people are asked about, in words.", "Content with the help they got")
    kind: SurveyKind = asked(
        "Kind", "csat (satisfaction), nps (would recommend) or sus (System Usability Scale).", "csat"
    )
    question: Line = asked("Question", "As people read it.", "How content are you with the help?", default="")
    scale: Count = asked("Scale", "For csat: the highest score; 1 is the lowest.", 5, default=5, ge=2, le=10)
    satisfied_from: Count = asked(
        "Satisfied from", "For csat: the lowest score that counts as satisfied.", 4, default=4, ge=2, le=10
    )
    asked_: Count | None = asked(
        "Asked", "How many people are asked each time; gives the response rate.", 120, default=None, alias="asked"
    )
    source: Line = asked(
        "Source", "Where the answers come from, in words.", "A letter with every third visit", default=""
    )
    metric: Id | None = points("Metric", "Id of the metric that it stands for.", "glad-of-help", "metric")
    persona: Id | None = points("Persona", "Id of the persona who answers.", "first-time-author", "persona")

    @property
    def lowest(self) -> int:
        """Return the lowest score of its scale."""
        return 1 if self.kind == "csat" else 0

    @property
    def highest(self) -> int:
        """Return the highest score of its scale."""
        return {"csat": self.scale, "nps": _NPS, "sus": _SUS}[self.kind]

    @property
    def scores(self) -> str:
        """Describe the scores that somebody can give."""
        step = "in steps of 2.5" if self.kind == "sus" else "in whole numbers"
        return f"{self.lowest} to {self.highest} {step}"

    def takes(self, score: float) -> bool:
        """Tell whether somebody can give this score."""
        step = _SUS_STEP if self.kind == "sus" else Decimal(1)
        return self.lowest <= score <= self.highest and Decimal(str(score)) % step == 0

    @model_validator(mode="after")
    def _is_on_its_scale(self) -> Survey:
        """Refuse a line between satisfied and not that lies beyond the scale."""
        if self.kind == "csat" and self.satisfied_from > self.scale:
            raise ValueError("has a 'satisfied_from' above its 'scale'; nobody could be satisfied")
        return self


class SurveyAnswer(Model):
    """Hold one anonymous score, or how many people gave it; no names."""

    survey: Id = points("Survey", "Id of the survey.", "after-publishing", "survey", default=...)
    date: Date = asked("Date", "The day of the wave: the same for all who were asked together.", "2026-09-30")
    score: Number = asked("Score", "csat: 1 to its scale; nps: 0 to 10; sus: 0 to 100 of one person.", 4)
    count: Annotated[Count, Field(ge=1)] = asked("Count", "How many gave this score; 1 when empty.", 12, default=1)
    segment: Name = asked("Segment", "The part of the whole to which they belong, if known.", "solo", default="")

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty_cells(cls, data: Any) -> Any:
        """Treat an empty cell as not written."""
        return {key: cell for key, cell in data.items() if cell != ""} if isinstance(data, dict) else data
