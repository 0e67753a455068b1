"""What moves together, as `purposebook measures --format json` prints it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from purposebook.domain.result_base import Reasons, Result

Rho = Annotated[float, Field(ge=-1, le=1, description="Spearman's rank correlation: association, never a cause.")]


class ChangesResult(Result):
    """Hold the correlation of changes from one month to the next, which leaves a steady trend out."""

    pairs: int = Field(ge=0, description="So many changes of both numbers.")
    rho: Rho | None
    reasons: Reasons


class LeadLagResult(Result):
    """Hold how a key result moves with the business metric to which its objective's outcome leads."""

    lead: str = Field(description="Id of the key result.")
    lag: str = Field(description="Id of the business metric.")
    months: int | None = Field(description="By how many months the second follows; null where objectives disagree.")
    pairs: int = Field(ge=0, description="So many months with both numbers.")
    rho: Rho | None
    changes: ChangesResult
    reasons: Reasons
