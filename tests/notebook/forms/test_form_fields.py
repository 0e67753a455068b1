"""Questions are read from the models, every one of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from purposebook.domain.base import Model
from purposebook.domain.evidence import Evidence
from purposebook.domain.metrics import Metric
from purposebook.domain.objectives import Objective, Outcome
from purposebook.domain.personas import Persona, Stakeholder
from purposebook.errors import UsageError
from purposebook.notebook.forms.fields import Field, field_of, fields_of
from purposebook.notebook.forms.items_named import TABS, one, sections_of
from purposebook.notebook.forms.plans import PLANS, plan_of


def every_field(fields: tuple[Field, ...]) -> Iterator[Field]:
    """Yield fields and those inside them."""
    for field in fields:
        yield field
        if field.model:
            yield from every_field(fields_of(field.model))


@pytest.mark.parametrize("name", PLANS)
def test_every_form_reads_its_fields(name: str) -> None:
    """Each named field exists and brings label and hint."""
    plan = plan_of(name)
    assert [field.name for field in plan.questions()] == list(plan.fields)
    assert all(field.label and field.hint for field in every_field(plan.questions()))


@pytest.mark.parametrize("name", PLANS)
def test_every_reference_knows_what_it_may_refer_to(name: str) -> None:
    """A field that holds ids offers items to choose from."""
    found = [field for field in every_field(plan_of(name).questions()) if field.kind in ("reference", "references")]
    assert all(field.kinds for field in found)


@pytest.mark.parametrize(
    ("model", "name", "kind"),
    [
        (Objective, "id", "id"), (Objective, "statement", "text"), (Objective, "kind", "choice"),
        (Objective, "serves", "references"), (Objective, "outcome", "group"), (Outcome, "leads_to", "reference"),
        (Outcome, "who", "line"), (Persona, "goals", "lines"), (Persona, "needs", "items"),
        (Persona, "refined", "date"), (Stakeholder, "interest", "level"), (Stakeholder, "contact_every", "days"),
        (Evidence, "kind", "choice"), (Metric, "every", "days"),
    ],
)  # fmt: skip
def test_types_say_what_is_asked(model: type[Model], name: str, kind: str) -> None:
    """The type of a field decides its widget."""
    assert field_of(model, name).kind == kind


def test_keys_are_those_of_the_file() -> None:
    """A field whose key is a word of Python goes by the file's key."""
    assert field_of(Outcome, "from_").key == "from"


@pytest.mark.parametrize("model", TABS)
def test_sections_hold_every_field_once(model: type[Model]) -> None:
    """No question of a long item is out of reach."""
    placed = [name for names in sections_of(model).values() for name in names]
    assert sorted(placed) == sorted(model.model_fields)


def test_a_new_type_asks_for_a_kind() -> None:
    """A field type without a widget is named, not dropped."""

    class Odd(Model):
        where: complex = 0j

    with pytest.raises(TypeError, match="give the type a kind"):
        fields_of(Odd)


def test_unknown_forms_are_named() -> None:
    """A form that does not exist is refused with those that do."""
    with pytest.raises(UsageError, match="statement, clauses"):
        plan_of("poem")


def test_articles_fit() -> None:
    """Buttons read like a sentence."""
    assert (one(Objective), one(Persona)) == ("an objective", "a persona")
