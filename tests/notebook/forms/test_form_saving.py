"""What is answered in a form, and nothing else, is what the files say afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from asking import answer, control, pick, read, tick
from opening import FULL, OpenForm
from ruamel.yaml import YAML

from purposebook.notebook.forms.form import Form
from purposebook.notebook.forms.plans import PLANS
from purposebook.storage.reading import read_observations, read_part

Act = Callable[[Form], None]


def add(form: Form, *path: str) -> None:
    """Press the button that adds an item."""
    control(form, *path).add.click()


def removed(form: Form, start: str, *path: str) -> None:
    """Pick an item, and remove it."""
    pick(form, start, *path)
    control(form, *path).remove.click()
    control(form, *path).confirm.click()


def new_persona(form: Form) -> None:
    """Add a persona with a need and two goals."""
    add(form, "personas")
    answer(form, "Van driver", "personas", "name")
    answer(form, "Be home by five\n\n Know every door ", "personas", "goals")
    answer(form, "hills", "personas", "segment")
    add(form, "personas", "needs")
    answer(form, "find the next door", "personas", "needs", "text")


CHANGES: list[tuple[str, Act, list[str]]] = [
    ("statement", lambda f: answer(f, "Books for all,\nby post.", "mission"), ["  Books for all,\n  by post."]),
    ("statement", lambda f: answer(f, "By post.", "tagline"), ["tagline: By post."]),
    ("statement", lambda f: answer(f, "2040-06", "vision", "by"), ["by: 2040-06"]),
    ("statement", lambda f: tick(f, "Librarian", "beneficiaries"), ["beneficiaries: [reader, librarian]"]),
    ("statement", lambda f: tick(f, "Reader", "beneficiaries"), []),
    ("clauses", lambda f: answer(f, "lend them by post", "clauses", "text"), ["text: lend them by post"]),
    ("ladder", lambda f: answer(f, True, "ladder", "problem", "assumption"), ["assumption: true"]),
    ("ladder", lambda f: answer(f, "People talk", "ladder", "change", "text"), ["change: People talk"]),
    ("answers", lambda f: answer(f, "By the van.", "answers", "how_found"), ["how_found: By the van."]),
    ("alternatives", lambda f: removed(f, "Do nothing", "alternatives"), []),
    ("claim", lambda f: answer(f, "Twenty years", "claim", "asset"), ["asset: Twenty years"]),
    ("objectives", lambda f: answer(f, "business", "objectives", "why"), ["why: business"]),
    ("objectives", lambda f: answer(f, "both", "objectives", "value"), ["value: both"]),
    ("objectives", lambda f: answer(f, "", "objectives", "outcome", "leads_to"), []),
    ("objectives", lambda f: tick(f, "village libraries", "objectives", "serves"), ["[lend, villages]"]),
    ("segments", lambda f: answer(f, "1300", "segments", "size"), ["size: 1300"]),
    ("segments", lambda f: answer(f, "", "segments", "size"), []),
    ("personas", new_persona, ["id: van-driver", "[Be home by five, Know every door]", "find the next door"]),
    ("personas", lambda f: removed(f, "Librarian", "personas"), []),
    ("personas", lambda f: tick(f, "sur-01", "personas", "pain_points", "evidence"), ["[int-01, sur-01]"]),
    ("stakeholders", lambda f: answer(f, "4", "stakeholders", "interest"), ["interest: 4"]),
    ("stakeholders", lambda f: answer(f, "60", "stakeholders", "contact_every"), ["contact_every: 60d"]),
    ("evidence", lambda f: answer(f, "survey", "evidence", "kind"), ["kind: survey"]),
    ("metrics", lambda f: answer(f, "fees", "north_star"), ["north_star: fees"]),
    ("metrics", lambda f: answer(f, "41.25", "metrics", "target", "value"), ["value: 41.25"]),
    ("metrics", lambda f: answer(f, "", "metrics", "heart"), []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "act", "says"), CHANGES)
def test_exactly_that_change_is_saved(form: OpenForm, folder: Path, name: str, act: Act, says: list[str]) -> None:
    """The form's file says what was answered; every other line and file is as it was."""
    opened = form(name)
    act(opened)
    wanted, part = opened.changed_fields(), opened.plan.part
    opened.save_button.click()
    assert opened.state.value.startswith(("Saved at ", "Nothing written yet.")), read(opened)
    text = (folder / f"{part}.yml").read_text()
    assert all(" ".join(line.split()) in " ".join(text.split()) for line in says), text
    assert len(differing(text, part)) <= max(6, 6 * len(wanted))
    assert [path.name for path in FULL.iterdir() if (folder / path.name).read_bytes() != path.read_bytes()] == (
        [f"{part}.yml"] if wanted else []
    )


def differing(text: str, part: str) -> set[str]:
    """Return the lines that one state has and the other has not."""
    return set(text.splitlines()) ^ set((FULL / f"{part}.yml").read_text().splitlines())


def test_comments_stay(form: OpenForm, folder: Path) -> None:
    """A save keeps what somebody wrote beside the data."""
    opened = form("statement")
    answer(opened, "Libraries lend by post.", "mission")
    opened.save_button.click()
    text = (folder / "mission.yml").read_text()
    assert "# Written on the first evening." in text
    assert "# the promise" in text


@pytest.mark.parametrize("name", PLANS)
def test_saving_without_a_change_writes_nothing(form: OpenForm, folder: Path, name: str) -> None:
    """A press of the button on an untouched form leaves every byte."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    form(name).save_button.click()
    assert {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith(".lock")} == before


@pytest.mark.parametrize("name", PLANS)
def test_every_form_opens_on_a_product_that_wrote_nothing(bare_form: OpenForm, name: str) -> None:
    """Empty parts are normal."""
    opened = bare_form(name)
    assert opened.state.value == "Nothing written yet."
    assert opened.changed_fields() == ()


Answers = list[tuple[Any, tuple[str, ...]]]
FIRSTS: list[tuple[str, Answers, dict[str, Any]]] = [
    ("statement", [("Read.", ("mission",))], {"mission": "Read."}),
    ("ladder", [("Lend", ("ladder", "job", "text"))], {"ladder": {"job": "Lend"}}),
    ("answers", [("Small.", ("answers", "market"))], {"answers": {"market": "Small."}}),
    ("clauses", [("lend", ("clauses", "text"))], {"clauses": [{"id": "lend", "text": "lend"}]}),
    ("claim", [("A van", ("claim", "asset"))], {"claim": [{"asset": "A van"}]}),
    ("objectives", [("Read", ("objectives", "statement"))], {"objectives": [{"id": "read", "statement": "Read"}]}),
    ("segments", [("Hills", ("segments", "name"))], {"segments": [{"id": "hills", "name": "Hills"}]}),
    ("stakeholders", [("Post", ("stakeholders", "name"))], {"stakeholders": [{"id": "post", "name": "Post"}]}),
    ("evidence", [("Two talks", ("evidence", "note")), ("desk", ("evidence", "kind"))],
     {"evidence": [{"id": "two-talks", "kind": "desk", "note": "Two talks"}]}),
    ("metrics", [("Parcels", ("metrics", "name"))], {"metrics": [{"id": "parcels", "name": "Parcels"}]}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "answers", "data"), FIRSTS)
def test_a_first_answer_makes_the_file(
    bare_form: OpenForm, bare: Path, name: str, answers: Answers, data: dict[str, Any]
) -> None:
    """A product that wrote nothing gets a file with what was answered, and no empty keys."""
    opened = bare_form(name)
    if hasattr(control(opened, answers[0][1][0]), "add"):
        add(opened, answers[0][1][0])
    for value, path in answers:
        answer(opened, value, *path)
    opened.save_button.click()
    assert YAML(typ="safe").load(bare / f"{opened.plan.part}.yml") == data, read(opened)


def test_observations_are_saved_as_rows(form: OpenForm, folder: Path) -> None:
    """A new value is a new line; the lines that were there stay as they were."""
    opened = form("observations")
    add(opened, "observations")
    for value, field in (("fees", "metric"), ("3", "numerator"), ("4", "denominator"), ("Rain, and snow", "note")):
        answer(opened, value, "observations", field)
    control(opened, "observations", "date").put("2026-03-31")
    opened.save_button.click()
    lines = (folder / "observations.csv").read_text().splitlines()
    assert lines[:3] == (FULL / "observations.csv").read_text().splitlines()
    assert lines[3:] == ['fees,2026-03-31,,3,4,,"Rain, and snow"'], read(opened)
    assert len(read_observations(folder)) == 3


def test_what_the_form_does_not_ask_for_stays(form: OpenForm, folder: Path) -> None:
    """The event log's definition is on no form, and survives the metrics form."""
    opened = form("metrics")
    answer(opened, "Letters sent a week", "metrics", "name")
    opened.save_button.click()
    saved, before = read_part(folder, "metrics"), read_part(FULL, "metrics")
    for field in ("surveys", "service", "money", "pirate"):
        assert getattr(saved, field) and getattr(saved, field) == getattr(before, field)
    assert "# twice a year" in (folder / "metrics.yml").read_text(encoding="utf-8")


def test_a_second_save_builds_on_the_first(form: OpenForm, folder: Path) -> None:
    """The form works on, from the state that it saved."""
    opened = form("statement")
    for text in ("One.", "Two."):
        answer(opened, text, "mission")
        opened.save_button.click()
    assert read_part(folder, "mission").mission == "Two."  # type: ignore[attr-defined]


def test_two_forms_of_one_part_do_not_undo_each_other(form: OpenForm, folder: Path) -> None:
    """Each form saves its own fields over the newest state of the rest."""
    statement, clauses = form("statement"), form("clauses")
    answer(clauses, "lend far", "clauses", "text")
    answer(statement, "Lend.", "mission")
    clauses.save_button.click()
    statement.save_button.click()
    mission = read_part(folder, "mission")
    assert (mission.mission, mission.clauses[0].text) == ("Lend.", "lend far")  # type: ignore[attr-defined]


def test_what_one_form_saves_the_others_offer(form: OpenForm) -> None:
    """A new segment can be chosen for a persona at once."""
    segments, personas = form("segments"), form("personas")
    add(segments, "segments")
    answer(segments, "Islands", "segments", "name")
    segments.save_button.click()
    assert ("Islands", "islands") in control(personas, "personas", "segment").widget.options
