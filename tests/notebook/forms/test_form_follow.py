"""Lists to choose from follow what others write; what somebody typed, chose or was told stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import answer, control, pick, read, tick
from opening import OpenForm, opener

from purposebook.notebook.chapter import Chapter, open_chapter, shown_again
from purposebook.notebook.forms.form import Form


def _write(file: Path, old: str, new: str) -> None:
    """Change a file as another chapter, a second tab or an editor does."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def _shown_again(form: Form) -> None:
    """Show the form's chapter again."""
    assert isinstance(form.chapter, Chapter)
    form.chapter.follow_files()


def _add_persona(folder: Path) -> None:
    """Add a persona before all others."""
    _write(folder / "personas.yml", "personas:\n", "personas:\n  - {id: aunt, name: Aunt}\n")


def test_a_new_persona_can_be_ticked(form: OpenForm, folder: Path) -> None:
    """It stands behind those that were offered before, so that no box moves."""
    opened = form("statement")
    before = [box.description for box in control(opened, "beneficiaries").ticks.children]
    _add_persona(folder)
    _shown_again(opened)
    assert [box.description for box in control(opened, "beneficiaries").ticks.children] == [*before, "Aunt"]
    tick(opened, "Aunt", "beneficiaries")
    opened.save_button.click()
    assert "aunt" in (folder / "mission.yml").read_text()


def test_a_new_metric_can_be_chosen(form: OpenForm, folder: Path) -> None:
    """A list of one answer keeps its order and its choice."""
    opened = form("objectives")
    chosen = control(opened, "objectives", "outcome", "leads_to").widget
    before, value = chosen.options, chosen.value
    _write(folder / "metrics.yml", "metrics:\n", "metrics:\n  - {id: calls, name: Calls, kind: business}\n")
    _shown_again(opened)
    assert (chosen.options, chosen.value) == ((*before, ("Calls", "calls")), value)


def test_a_list_to_add_from_keeps_what_is_picked(folder: Path) -> None:
    """Somebody who picked, and did not press the button yet, still has it."""
    rows = "".join(f"  - {{id: talk-{n}, kind: interview, note: Talk {n}}}\n" for n in range(9))
    (folder / "evidence.yml").write_text(f"evidence:\n{rows}")
    opened = opener(folder)("claim")
    more = control(opened, "claim", "evidence").more
    more.value = "talk-7"
    _write(folder / "evidence.yml", "evidence:\n", "evidence:\n  - {id: new, kind: interview, note: New}\n")
    _shown_again(opened)
    assert more.value == "talk-7"
    assert more.options[-1][1] == "new"


def test_suggestions_follow(form: OpenForm, folder: Path) -> None:
    """A field with suggestions offers the new item and keeps its words."""
    opened = form("objectives")
    who = control(opened, "objectives", "outcome", "who").widget
    answer(opened, "some of th", "objectives", "outcome", "who")
    _add_persona(folder)
    _shown_again(opened)
    assert "aunt" in who.options
    assert who.value == "some of th"


def test_typed_text_and_complaints_stay(form: OpenForm, folder: Path) -> None:
    """Half a sentence, a wrong answer and the list of problems are as they were."""
    opened = form("statement")
    answer(opened, "Half a sen", "purpose")
    answer(opened, "x" * 501, "tagline")
    opened.save_button.click()
    said, typed = read(opened), opened.questions.get()
    _add_persona(folder)
    _shown_again(opened)
    assert opened.questions.get() == typed
    assert read(opened).replace("\nAunt", "") == said


@pytest.mark.parametrize("gone", ["chosen", "not chosen"])
def test_an_item_that_is_gone_is_offered_only_where_it_is_chosen(form: OpenForm, folder: Path, gone: str) -> None:
    """Nobody can choose what no longer exists; a choice that was made says so."""
    opened = form("statement")
    if gone == "chosen":
        tick(opened, "Librarian", "beneficiaries")
    _write(folder / "personas.yml", "id: librarian", "id: archivist")
    _shown_again(opened)
    assert ("librarian (not written yet)" in read(opened)) == (gone == "chosen")
    assert "Librarian" in read(opened)


def test_broken_data_changes_nothing(form: OpenForm, folder: Path) -> None:
    """A file that cannot be read leaves the lists alone, and they follow once it is in order."""
    opened = form("statement")
    said, whole = read(opened), (folder / "personas.yml").read_text()
    (folder / "personas.yml").write_text("personas: [")
    _shown_again(opened)
    assert read(opened) == said
    (folder / "personas.yml").write_text(whole.replace("personas:\n", "personas:\n  - {id: aunt, name: Aunt}\n", 1))
    _shown_again(opened)
    assert "Aunt" in read(opened)


def test_nothing_is_read_while_no_file_changed(form: OpenForm) -> None:
    """A window that is only shown again costs a look at the folder."""
    opened = form("statement")
    assert isinstance(opened.chapter, Chapter)
    before = opened.chapter.snapshot
    _shown_again(opened)
    assert opened.chapter.snapshot is before


def test_two_tabs_of_a_chapter_both_follow(folder: Path) -> None:
    """They share a kernel; the one that was opened first is not forgotten."""
    tabs = [open_chapter("mission", folder.name, str(folder.parent), mode="live") for _ in range(2)]
    forms = [Form(tab, "statement") for tab in tabs]
    _add_persona(folder)
    shown_again()
    assert ["Aunt" in read(form) for form in forms] == [True, True]


def test_a_line_of_the_summary_opens_the_item_and_section_of_its_answer(form: OpenForm) -> None:
    """A link leads to an answer wherever it stands: another item, another section, an item inside."""
    opened = form("personas")
    answer(opened, "nobody", "personas", "refined")
    control(opened, "personas", "needs").add.click()
    answer(opened, "Nowhere", "personas", "needs", "met_by")
    opened.save_button.click()
    links = {line.description: line for line in opened.summary.children[1:]}
    pick(opened, "Librarian", "personas")
    next(line for text, line in links.items() if "Needs" in text).click()
    assert control(opened, "personas").picker.label.startswith("1. ")
    assert control(opened, "personas").editor.tabs.value == "What they need"
    next(line for text, line in links.items() if "Refined" in text).click()
    assert control(opened, "personas").editor.tabs.value == "Who they are"


def test_a_long_list_of_problems_is_cut_and_counted(form: OpenForm) -> None:
    """The first problems are links, the rest is a number."""
    opened = form("segments")
    for _ in range(15):
        control(opened, "segments").add.click()
        answer(opened, "many", "segments", "size")
    opened.save_button.click()
    assert len([line for line in opened.summary.children if line.description]) == 12
    assert opened.summary.children[-1].value.startswith("and ")
