"""What each form of a chapter asks for: which fields of which part, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from purposebook.domain.base import Model, listed
from purposebook.domain.metrics import Observation
from purposebook.domain.workbook import PARTS
from purposebook.errors import UsageError
from purposebook.notebook.forms.fields import Field, fields_of
from purposebook.notebook.sections import SECTIONS


class ObservationSheet(Model):
    """Hold the rows of observations.csv as one form edits them."""

    observations: tuple[Observation, ...] = listed("Observations", "The dated values of your metrics.", most=100_000)


@dataclass(frozen=True)
class Plan:
    """Say what one form asks for."""

    part: str
    fields: tuple[str, ...]
    noun: str
    """What its button saves: `Save mission`."""

    @property
    def model(self) -> type[Model]:
        """Return the model of its part."""
        return ObservationSheet if self.part == "observations" else PARTS[self.part]

    def questions(self) -> tuple[Field, ...]:
        """Return its fields, in the order of the model."""
        return tuple(field for field in fields_of(self.model) if field.name in self.fields)


PLANS: Final[Mapping[str, Plan]] = {
    **{name: Plan(section.part, section.fields, section.noun) for name, section in SECTIONS.items()},
    "observations": Plan("observations", ("observations",), "observations"),
}


def plan_of(name: str) -> Plan:
    """Return the plan of a form, or say which forms there are."""
    if name not in PLANS:
        raise UsageError(f"There is no form named {name!r}. Use one of: {', '.join(PLANS)}.")
    return PLANS[name]
