"""What a page kept of a form comes back exactly, or is shown where something else stands now."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from asking import answer, control, pick, read, tick
from opening import OpenForm, opener

from purposebook.notebook.forms import unsaved
from purposebook.notebook.forms.form import Form
from purposebook.notebook.forms.plans import PLANS


def record(form: Form, *edits: dict[str, Any], place: str = "one") -> dict[str, Any]:
    """Return what a page keeps of a form, as it comes back from the browser."""
    known = form.browser_copy.state()
    kept = {"place": place, "base": known["base"], "draft": known["draft"], "typed": known["typed"], "edits": edits}
    found: dict[str, Any] = json.loads(json.dumps(kept))
    return found


def edit(value: object, *path: str | int, tick: str | None = None) -> dict[str, Any]:
    """Return an answer that the kernel has not seen: names of questions, each with the position of an item or none."""
    steps = [[name, next((at for at in path[place + 1 : place + 2] if isinstance(at, int)), None)]
             for place, name in enumerate(path) if isinstance(name, str)]  # fmt: skip
    return {"path": steps, "tick": tick, "value": value}


def restarted(folder: Path, name: str, *kept: dict[str, Any]) -> Form:
    """Open the form in a kernel that knows nothing, and tell it what the page kept."""
    unsaved.keep(folder, name, None)
    opened = opener(folder)(name)
    opened.browser_copy.hear({"kept": list(kept)})
    return opened


def offered(form: Form) -> bool:
    """Tell whether something is offered."""
    return form.browser_copy.block.layout.display != "none"


def test_what_the_kernel_knew_comes_back(form: OpenForm, folder: Path) -> None:
    """A draft with items changed, added and removed is the same after a restart."""
    before = form("personas")
    answer(before, "Reader far away", "personas", "name")
    tick(before, "int-01", "personas", "pain_points", "evidence")
    control(before, "personas").add.click()
    answer(before, "Van dri", "personas", "name")
    pick(before, "Librarian", "personas")
    control(before, "personas").remove.click()
    control(before, "personas").confirm.click()
    draft, changed = before.draft(), before.changed_fields()
    again = restarted(folder, "personas", record(before))
    assert "You typed this before the workbook stopped. It is not saved yet." in read(again)
    again.browser_copy.use_button.click()
    assert (again.draft(), again.changed_fields()) == (draft, changed)
    assert not offered(again)


@pytest.mark.parametrize("name", PLANS)
def test_an_untouched_form_is_never_offered(form: OpenForm, folder: Path, name: str) -> None:
    """What was kept and says what the file says is put away."""
    assert not offered(restarted(folder, name, record(form(name))))


EDITS: list[tuple[str, dict[str, Any], tuple[tuple[str, ...], Any]]] = [
    ("statement", edit("Half a sen", "mission"), (("mission",), "Half a sen")),
    ("statement", edit("2040", "vision", "by"), (("vision", "by"), "2040")),
    ("statement", edit(True, "beneficiaries", tick="Librarian"), (("beneficiaries",), ("reader", "librarian"))),
    ("statement", edit(False, "beneficiaries", tick="Reader at\u00a0home"), (("beneficiaries",), ())),
    ("personas", edit("Reader far", "personas", 0, "name"), (("personas", "name"), "Reader far")),
    ("personas", edit("Icy", "personas", 0, "pain_points", 0, "text"), (("personas", "pain_points", "text"), "Icy")),
    ("ladder", edit(True, "ladder", "problem", "assumption"), (("ladder", "problem", "assumption"), True)),
    ("objectives", edit("business", "objectives", 0, "why"), (("objectives", "why"), "business")),
]


@pytest.mark.parametrize(("name", "last", "stands"), EDITS)
def test_what_the_kernel_never_saw_comes_back(
    form: OpenForm, folder: Path, name: str, last: dict[str, Any], stands: tuple[tuple[str, ...], Any]
) -> None:
    """The last answers before the end reached the page alone."""
    again = restarted(folder, name, record(form(name), last))
    assert offered(again)
    again.browser_copy.use_button.click()
    path, value = stands
    assert control(again, *path).get() == value
    assert again.state.value.startswith("Not saved yet: 1")


def test_an_item_that_only_the_page_knew_comes_back(form: OpenForm, folder: Path) -> None:
    """The first words of a new item are not lost with the item."""
    again = restarted(folder, "segments", record(form("segments"), edit("Isla", "segments", 1, "name")))
    again.browser_copy.use_button.click()
    assert [entry.values["name"] for entry in again.draft()["segments"]] == ["Villages in the hills", "Isla"]


def test_a_save_that_arrived_is_not_offered(form: OpenForm, folder: Path) -> None:
    """The kernel ended behind the save: the file has the words, so there is nothing to take back."""
    before = form("statement")
    answer(before, "Lend by post.", "mission")
    kept = record(before, edit("Lend by post.", "mission"))
    before.save_button.click()
    assert not offered(restarted(folder, "statement", kept))


def test_newer_words_are_not_overwritten(form: OpenForm, folder: Path) -> None:
    """Somebody else saved meanwhile: what was typed is shown for copying, and cannot be filled in."""
    before = form("statement")
    answer(before, "Mine.", "mission")
    kept = record(before, edit("Half of min", "purpose"))
    mission = folder / "mission.yml"
    mission.write_text(mission.read_text().replace("Books that come to you.", "Theirs."))
    again = restarted(folder, "statement", kept)
    assert "Something else was saved since" in read(again)
    assert {"Mine.", "Half of min"} <= set(read(again).splitlines())
    assert "Use it" not in read(again)
    assert control(again, "tagline").get() == "Theirs."
    again.browser_copy.discard_button.click()
    assert not offered(again)


def test_a_save_in_another_form_of_the_same_file_does_no_harm(form: OpenForm, folder: Path) -> None:
    """Only the form's own answers count as newer words."""
    before = form("statement")
    answer(before, "Mine.", "mission")
    kept = record(before)
    other = form("clauses")
    answer(other, "lend them by post", "clauses", "text")
    other.save_button.click()
    again = restarted(folder, "statement", kept)
    again.browser_copy.use_button.click()
    again.save_button.click()
    assert "mission: Mine." in (folder / "mission.yml").read_text()
    assert "lend them by post" in (folder / "mission.yml").read_text()


def test_what_was_typed_since_stays_in_sight(form: OpenForm, folder: Path) -> None:
    """Somebody typed before pressing the button: both texts can be read."""
    before = form("statement")
    answer(before, "Before.", "mission")
    again = restarted(folder, "statement", record(before))
    answer(again, "Since.", "mission")
    again.browser_copy.use_button.click()
    assert control(again, "mission").get() == "Before."
    assert again.comparison.block.layout.display != "none"


def test_two_pages_are_offered_one_after_the_other(form: OpenForm, folder: Path) -> None:
    """Neither of two tabs loses its text to the other."""
    first, second = form("statement"), form("statement")
    answer(first, "First.", "mission")
    answer(second, "Second.", "tagline")
    again = restarted(folder, "statement", record(first, place="a"), record(second, place="b"))
    again.browser_copy.discard_button.click()
    again.browser_copy.use_button.click()
    assert (control(again, "tagline").get(), offered(again)) == ("Second.", False)


@pytest.mark.parametrize("kept", [{}, {"place": "x"}, {"place": "x", "base": "y", "edits": [{"path": "z"}]}, None, 7])
def test_what_no_form_kept_is_passed_over(folder: Path, kept: Any) -> None:
    """A store that something else wrote into breaks no form."""
    assert not offered(restarted(folder, "statement", kept))


@pytest.mark.parametrize(
    "broken", [edit("x", "nothing"), edit("x", "mission", "inner"), edit("x", "clauses", 9, "text"), edit("x")]
)
def test_an_answer_without_a_question_is_shown(form: OpenForm, folder: Path, broken: dict[str, Any]) -> None:
    """A field that is no longer asked loses no words."""
    again = restarted(folder, "statement", record(form("statement"), broken | {"value": "Words of old"}))
    assert "Words of old" in read(again)
