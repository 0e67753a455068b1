"""What every result is made of."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Interval = Annotated[tuple[float, float], Field(description="Lower and upper end.")]
Share = Annotated[float, Field(description="A plain fraction: 0.75 is 75 %.")]
OwnUnit = Annotated[float, Field(description="In the metric's own unit: 75 where the unit is %.")]
Reasons = Annotated[tuple[str, ...], Field(description="Why a number is missing, and what to know about one.")]

Severity = Literal["error", "warning", "info"]


class Result(BaseModel):
    """Hold a part of a result; every key is always there."""

    model_config = ConfigDict(frozen=True, defer_build=True)
