"""Drafts turn into models and back without losing anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposebook.domain.metrics import Metric
from purposebook.domain.slug import free_id
from purposebook.notebook.forms.answers import draft_of, read, taken_twice, value_of
from purposebook.notebook.forms.choices import choices_of, referrers
from purposebook.notebook.forms.drafts import Entry, blank, changes, name_of, tidy
from purposebook.notebook.forms.plans import PLANS, plan_of
from purposebook.notebook.forms.problems import Problem, place
from purposebook.storage.reading import read_workbook


@pytest.mark.parametrize("name", PLANS)
def test_an_untouched_draft_is_the_same_value(folder: Path, name: str) -> None:
    """Opening and saving changes nothing."""
    plan = plan_of(name)
    base = read(folder, plan)
    value, problems = value_of(plan, base, draft_of(plan, base))
    assert (value, problems) == (base, ())


def test_numbers_are_shown_as_people_type_them(folder: Path) -> None:
    """Whole numbers have no decimal point, days their unit, dates their dashes."""
    metrics = draft_of(plan_of("metrics"), read(folder, plan_of("metrics")))["metrics"]
    assert (metrics[0].values["target"], metrics[0].values["every"]) == ({"value": "40", "by": "2026-12-31"}, "7d")


def test_days_may_be_typed_without_unit(folder: Path) -> None:
    """30 is as good as 30d."""
    plan = plan_of("metrics")
    base = read(folder, plan)
    draft = draft_of(plan, base)
    entry = draft["metrics"][0]
    draft["metrics"] = (entry.with_values({**entry.values, "every": "30"}), *draft["metrics"][1:])
    value, _ = value_of(plan, base, draft)
    assert isinstance(metric := value.metrics[0], Metric) and metric.every == 30  # type: ignore[union-attr]


def test_wrong_answers_are_named_by_place(folder: Path) -> None:
    """A problem carries the way to its question and the words of a fault in the file."""
    plan = plan_of("metrics")
    base = read(folder, plan)
    draft = draft_of(plan, base)
    entry = draft["metrics"][1]
    draft["metrics"] = (
        draft["metrics"][0],
        entry.with_values({**entry.values, "baseline": {"value": "ten", "date": ""}}),
    )
    value, (problem,) = value_of(plan, base, draft)
    assert value is None
    assert problem.path == ("metrics", 1, "baseline", "value")
    assert problem.message == "'ten' is not a number; write digits with a point, such as 12.5"
    assert place(plan.model, draft, problem.path) == "Metrics, Fees, Baseline, Value"


def test_blank_new_items_are_left_out(folder: Path) -> None:
    """An item that somebody added and did not write in is nobody's mistake."""
    plan = plan_of("personas")
    (field,) = plan.questions()
    draft = draft_of(plan, read(folder, plan))["personas"]
    assert field.model
    assert tidy(field, (*draft, blank(field.model))) == draft


def test_changes_are_counted_by_field(folder: Path) -> None:
    """Two fields of one item are two changes, an item that goes is one."""
    (field,) = plan_of("segments").questions()
    before = draft_of(plan_of("segments"), read(folder, plan_of("segments")))["segments"]
    after = (before[0].with_values({**before[0].values, "name": "Hills", "size": ""}),)
    assert list(changes(field, before, after)) == [("Segments", "Hills", "Name"), ("Segments", "Hills", "Size")]
    assert list(changes(field, before, ())) == [("Segments", "Villages in the hills")]


def test_a_taken_id_is_a_problem() -> None:
    """A new item may not take the id of another."""
    (field,) = plan_of("segments").questions()
    assert field.model
    new = Entry({**blank(field.model).values, "id": "hills", "name": "Hills"})
    (problem,) = taken_twice(plan_of("segments"), {"segments": (new,)}, frozenset({"hills"}))
    assert problem == Problem(("segments", 0, "id"), "'hills' is the id of something else already; write another")


@pytest.mark.parametrize(
    ("name", "id"),
    [("First-time author", "first-time-author"), ("Élève à distance!", "eleve-a-distance"), ("教师", "persona"),
     ("Reader", "reader-2"), ("word " * 20, "word-word-word-word-word-word-word-word")],
)  # fmt: skip
def test_ids_are_proposed_from_names(name: str, id: str) -> None:
    """A proposed id is readable, free and of the allowed letters."""
    assert free_id(name, {"reader"}, "persona") == id


def test_choices_carry_labels(folder: Path) -> None:
    """Needs are told apart by whose they are, evidence by its id."""
    book = read_workbook(folder)
    labels = [choice.label for choice in choices_of(book, ("need", "evidence"))]
    assert labels == ["Reader at home: get books at the door", "int-01: Nine readers", "sur-01: survey"]


def test_referrers_are_named(folder: Path) -> None:
    """What points to an item, or to something inside it, is known before it goes."""
    assert referrers(read_workbook(folder), ("reader", "door")) == (
        "mission/beneficiaries", "objectives/weekly/personas", "objectives/weekly/needs",
    )  # fmt: skip


def test_observations_refer_to_their_metric(folder: Path) -> None:
    """Rows of a metric are no part of it: they are named before it goes."""
    metric = read_workbook(folder).observations[0].metric
    assert f"observations/{metric}/metric" in referrers(read_workbook(folder), (metric,))


def test_items_are_named_by_their_first_text(folder: Path) -> None:
    """Observations have no name of their own, so metric, day and segment stand for one."""
    (field,) = plan_of("observations").questions()
    rows = draft_of(plan_of("observations"), read(folder, plan_of("observations")))["observations"]
    assert name_of(field, rows[1]) == "parcels, 2026-02-28, hills"
