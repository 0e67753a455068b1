"""A form says how things stand, and keeps what was typed."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path

import pytest
from asking import answer, control, everything, pick, read, tick
from opening import OpenForm, opener

from purposebook.notebook.forms.plans import PLANS


def test_the_state_is_always_told(form: OpenForm, folder: Path) -> None:
    """Saved and when, changed, saved again: the form says which."""
    os.utime(folder / "mission.yml", (0, dt.datetime(2026, 1, 31, 9, 5).timestamp()))
    opened = form("statement")
    assert opened.state.value == "Saved at 09:05 on 31 January 2026."
    answer(opened, "Other.", "mission")
    answer(opened, "Another.", "purpose")
    assert opened.state.value == "Not saved yet: 2\u00a0changes"
    opened.save_button.click()
    assert re.fullmatch(r"Saved at \d\d:\d\d\.", opened.state.value)


def test_what_nobody_wrote_is_not_called_saved(form: OpenForm, bare_form: OpenForm) -> None:
    """Neither a missing file nor an empty section of one is saved; what somebody emptied and saved is."""
    assert bare_form("statement").state.value == "Nothing written yet."
    opened = form("footprint")
    assert opened.state.value == "Nothing written yet."


def test_a_form_that_was_emptied_is_saved(form: OpenForm) -> None:
    """Taking everything out is a change like any other."""
    opened = form("alternatives")
    while control(opened, "alternatives").get():
        control(opened, "alternatives").remove.click()
        control(opened, "alternatives").confirm.click()
    opened.save_button.click()
    assert opened.state.value.startswith("Saved at ")


def test_a_clock_says_nothing_of_another_hand(form: OpenForm, folder: Path) -> None:
    """The time belongs to what the form shows, not to what somebody wrote into the file since."""
    opened = form("statement")
    said = opened.state.value
    os.utime(folder / "mission.yml", (0, 0))
    answer(opened, "Other.", "mission")
    answer(opened, opened.saved()["mission"], "mission")
    assert opened.state.value == said


def test_the_button_says_what_it_does(form: OpenForm) -> None:
    """Nobody has to guess what is saved."""
    assert [form(name).save_button.description for name in ("statement", "claim", "metrics")] == [
        "Save mission", "Save rightful claim", "Save metrics",
    ]  # fmt: skip


def test_errors_stand_beside_the_question_and_above_the_form(form: OpenForm, folder: Path) -> None:
    """What is wrong is said twice in the same words, and nothing is saved or lost."""
    before = (folder / "personas.yml").read_bytes()
    opened = form("segments")
    answer(opened, "many", "segments", "size")
    opened.save_button.click()
    message = "'many' is not a whole number; write digits only, such as 40000"
    assert control(opened, "segments", "size").error.value == f"Error: {message}"
    assert f"Segments, Villages in the hills, Size: {message}" in read(opened)
    assert control(opened, "segments", "size").get() == "many"
    assert (folder / "personas.yml").read_bytes() == before
    assert opened.state.value == "Not saved: 1\u00a0answer to correct. Your text is still here."


def test_an_error_goes_when_its_answer_changes(form: OpenForm) -> None:
    """A complaint about what was there before does not stay."""
    opened = form("segments")
    answer(opened, "many", "segments", "size")
    opened.save_button.click()
    answer(opened, "12", "segments", "size")
    assert control(opened, "segments", "size").error.value == ""
    opened.save_button.click()
    assert opened.state.value.startswith("Saved at ")
    assert "Please correct" not in read(opened)


def test_a_required_text_that_is_deleted_is_asked_for(form: OpenForm) -> None:
    """The first text of an item may not be empty."""
    opened = form("clauses")
    answer(opened, "", "clauses", "text")
    opened.save_button.click()
    assert control(opened, "clauses", "text").error.value.startswith("Error: is empty")


def test_texts_beyond_their_limit_are_refused(form: OpenForm) -> None:
    """The models' limits hold in forms too."""
    opened = form("statement")
    answer(opened, "x" * 501, "tagline")
    opened.save_button.click()
    assert control(opened, "tagline").error.value == "Error: has 501 characters where 500 are the most; shorten it"


def test_the_item_and_section_with_the_error_open(form: OpenForm) -> None:
    """Nobody has to look for the answer to correct."""
    opened = form("personas")
    answer(opened, "nobody", "personas", "name")
    control(opened, "personas", "needs").add.click()
    answer(opened, "Nowhere", "personas", "needs", "met_by")
    pick(opened, "Librarian", "personas")
    opened.save_button.click()
    assert control(opened, "personas").picker.label == "1. nobody"
    assert control(opened, "personas").editor.tabs.value == "What they need"
    assert control(opened, "personas", "needs", "text").error.value


def test_a_problem_of_a_whole_row_is_told(form: OpenForm) -> None:
    """A row with a value and a fraction says so above its questions."""
    opened = form("observations")
    answer(opened, "7", "observations", "numerator")
    opened.save_button.click()
    assert "keep one or the other" in read(opened)
    assert not opened.state.value.startswith("Saved")


def test_a_taken_id_is_refused(form: OpenForm) -> None:
    """Two items never share an id."""
    opened = form("segments")
    control(opened, "segments").add.click()
    answer(opened, "Islands", "segments", "name")
    answer(opened, "reader", "segments", "id")
    opened.save_button.click()
    assert "'reader' is the id of something else already" in control(opened, "segments", "id").error.value


def test_ids_follow_the_name_until_somebody_writes_one(form: OpenForm) -> None:
    """The proposal is a help, never an overwrite; a saved id stays."""
    opened = form("personas")
    items = control(opened, "personas")
    assert control(opened, "personas", "id").widget.disabled
    items.add.click()
    assert not control(opened, "personas", "id").widget.disabled
    answer(opened, "Reader at school", "personas", "name")
    assert control(opened, "personas", "id").get() == "reader-at-school"
    answer(opened, "pupil", "personas", "id")
    answer(opened, "Pupil", "personas", "name")
    assert control(opened, "personas", "id").get() == "pupil"


def test_typed_text_stays_while_items_are_picked(form: OpenForm) -> None:
    """Going to another item and back loses nothing, at any depth."""
    opened = form("personas")
    answer(opened, "Reader far away", "personas", "name")
    pick(opened, "Steps", "personas", "pain_points")
    answer(opened, "Steps are icy", "personas", "pain_points", "text")
    pick(opened, "Librarian", "personas")
    assert control(opened, "personas", "pain_points").picker.options == ()
    pick(opened, "Reader far away", "personas")
    pick(opened, "Steps are icy", "personas", "pain_points")
    assert control(opened, "personas", "pain_points", "text").get() == "Steps are icy"


def test_a_removal_is_confirmed_and_explained(form: OpenForm, folder: Path) -> None:
    """Before an item goes, the places that refer to it are named; until then nothing happens."""
    opened = form("personas")
    items = control(opened, "personas")
    items.remove.click()
    assert "Remove Reader at home? 3\u00a0places refer to it: mission/beneficiaries" in read(opened)
    items.keep.click()
    assert "3\u00a0places" not in read(opened)
    assert opened.changed_fields() == ()
    items.remove.click()
    items.confirm.click()
    assert [name for name, _ in items.picker.options] == ["1. Librarian"]
    assert "id: reader" in (folder / "personas.yml").read_text()


def test_a_blank_new_item_is_no_mistake(form: OpenForm, folder: Path) -> None:
    """Somebody who pressed 'Add' and thought better of it can save."""
    before = (folder / "personas.yml").read_bytes()
    opened = form("segments")
    control(opened, "segments").add.click()
    opened.save_button.click()
    assert (folder / "personas.yml").read_bytes() == before
    assert len(control(opened, "segments").get()) == 1


def test_references_to_what_nobody_wrote_are_kept(folder: Path) -> None:
    """A reference to a part that is written later stays, and says so."""
    mission = folder / "mission.yml"
    mission.write_text(mission.read_text().replace("[reader]", "[reader, pilot]"))
    opened = opener(folder)("statement")
    assert "pilot (not written yet)" in read(opened)
    tick(opened, "Librarian", "beneficiaries")
    opened.save_button.click()
    assert "beneficiaries: [reader, pilot, librarian]" in mission.read_text()


def test_many_choices_are_added_from_a_list(folder: Path) -> None:
    """With more items than fit, only the chosen ones have a box."""
    rows = "".join(f"  - {{id: talk-{n}, kind: interview, note: Talk {n}}}\n" for n in range(9))
    (folder / "evidence.yml").write_text(f"evidence:\n{rows}")
    opened = opener(folder)("claim")
    evidence = control(opened, "claim", "evidence")
    assert evidence.ticks.children == ()
    evidence.more.value = "talk-7"
    assert evidence.get() == ()
    evidence.add.click()
    assert evidence.get() == ("talk-7",)
    assert evidence.ticks.children[0].description == "talk-7: Talk 7"


def test_examples_are_shown_on_demand(form: OpenForm) -> None:
    """Examples help once, and are out of the way otherwise."""
    opened = form("statement")
    assert "Example: Teach once, reach many." not in read(opened)
    opened.examples_button.click()
    assert "Example: Teach once, reach many." in read(opened)
    assert opened.examples_button.description == "Hide examples"


def test_a_conflict_keeps_the_text_and_shows_both(form: OpenForm, folder: Path) -> None:
    """Who comes second sees why, loads the newest state, and has the typed text beside it."""
    opened = form("statement")
    answer(opened, "Mine.", "mission")
    answer(opened, "Mine too.", "purpose")
    mission = folder / "mission.yml"
    mission.write_text(
        mission.read_text().replace("Village libraries lend by post to people who cannot come.", "Theirs.")
    )
    opened.save_button.click()
    assert "What stands here was changed by somebody else in mission" in read(opened)
    assert ".yml" not in read(opened)
    assert control(opened, "mission").get() == "Mine."
    opened.newest_button.click()
    assert control(opened, "mission").get() == "Theirs."
    typed = [widget.value for widget in everything(opened.comparison.block) if hasattr(widget, "rows")]
    assert typed == ["Mine too.", "Mine."]
    answer(opened, "Ours.", "mission")
    opened.save_button.click()
    assert "mission: Ours." in mission.read_text()
    assert opened.comparison.block.layout.display == "none"


def test_a_broken_file_is_told_and_the_text_kept(form: OpenForm, folder: Path) -> None:
    """Somebody who breaks the file meanwhile does not take the form's text along."""
    opened = form("statement")
    answer(opened, "Mine.", "mission")
    (folder / "mission.yml").write_text("mission: [")
    opened.save_button.click()
    assert "mission.yml:1" in read(opened)
    assert control(opened, "mission").get() == "Mine."


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(form: OpenForm, folder: Path) -> None:
    """A disk that refuses is named, and the text kept."""
    opened = form("statement")
    answer(opened, "Mine.", "mission")
    folder.chmod(0o500)
    opened.save_button.click()
    assert "Nothing was saved" in read(opened)
    assert control(opened, "mission").get() == "Mine."


def test_unsaved_text_survives_a_reload_of_the_page(form: OpenForm, folder: Path) -> None:
    """A form that is opened again shows what was typed and not saved."""
    answer(form("statement"), "Half a sentence", "mission")
    again = opener(folder)("statement")
    assert control(again, "mission").get() == "Half a sentence"
    assert again.state.value.startswith("Not saved yet: 1")
    again.save_button.click()
    assert control(opener(folder)("statement"), "mission").get() == "Half a sentence"


@pytest.mark.parametrize("name", PLANS)
def test_every_answer_has_a_label_and_no_widget_runs_html(form: OpenForm, name: str) -> None:
    """Screen readers name each question; nothing that a team wrote is read as HTML."""
    widgets = list(everything(form(name).widget))
    asked = [widget for widget in widgets if hasattr(widget, "value") and type(widget).__name__ != "Label"]
    assert asked
    assert all(widget.description for widget in asked)
    assert not [widget for widget in widgets if "HTML" in type(widget).__name__]
    assert not [widget for widget in widgets if getattr(widget, "description_allow_html", False)]


def test_a_formula_in_a_label_stays_text(folder: Path) -> None:
    """Labels that JupyterLab would typeset show their dollars as they are."""
    personas = folder / "personas.yml"
    personas.write_text(personas.read_text().replace("name: Librarian", "name: $5 to $10"))
    boxes = control(opener(folder)("statement"), "beneficiaries").ticks.children
    assert boxes[1].description == "＄5 to ＄10"
