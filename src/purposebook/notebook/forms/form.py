"""One form of a chapter: its questions, its button, and whether what stands in it is saved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, Protocol
from weakref import WeakKeyDictionary, WeakValueDictionary

from purposebook.domain.base import Model
from purposebook.domain.references import ids_of
from purposebook.domain.workbook import Workbook
from purposebook.errors import PurposebookError, SaveConflict
from purposebook.notebook.forms import answers, texts
from purposebook.notebook.forms.browser_copy import BrowserCopy
from purposebook.notebook.forms.clock import told
from purposebook.notebook.forms.comparison import Comparison
from purposebook.notebook.forms.controls import Surroundings
from purposebook.notebook.forms.drafts import Values, changes, ids_in, tidy
from purposebook.notebook.forms.fields import Field
from purposebook.notebook.forms.fieldset import fieldset_for
from purposebook.notebook.forms.plans import plan_of
from purposebook.notebook.forms.problems import Keys, Problem, place
from purposebook.notebook.forms.unsaved import Unsaved, keep, kept
from purposebook.notebook.wording import count

MOST_SHOWN: Final = 12
"""Problems listed above a form; each stands beside its question as well."""


class Opened(Protocol):
    """Be the chapter that a form stands in."""

    name: str
    folder: Path

    @property
    def book(self) -> Workbook:
        """Return the workbook as it was last read."""

    def refresh(self) -> None:
        """Bring every view up to date."""


_OPEN: Final[WeakKeyDictionary[Opened, WeakValueDictionary[str, Form]]] = WeakKeyDictionary()
"""The forms of each open chapter: what one saves, the others can refer to."""


class Form:
    """Ask for some fields of a part, save them, and say how things stand."""

    def __init__(self, chapter: Opened, name: str) -> None:
        self.name = name
        self.chapter = chapter
        self.plan = plan_of(name)
        self.fields: tuple[Field, ...] = self.plan.questions()
        self.base: Model = answers.read(chapter.folder, self.plan)
        self._saved_at = answers.written_at(chapter.folder, self.plan, self.base)
        self.changes = 0
        self._around = Surroundings(lambda: self.chapter.book, self._changed, self._used_elsewhere)
        self.questions = fieldset_for(self.fields, self._around)
        self.browser_copy = BrowserCopy(self)
        self._make_widgets()
        self._restore()
        self.browser_copy.open(chapter.folder, chapter.name)
        _OPEN.setdefault(chapter, WeakValueDictionary())[name] = self

    def _make_widgets(self) -> None:
        """Make what stands around the questions."""
        self.summary = texts.stack((), "summary")
        self.comparison = Comparison()
        self.save_button = texts.button(f"Save {self.plan.noun}", "save")
        self.newest_button = texts.button("Load the newest state")
        self.examples_button = texts.button("Show examples")
        self.state = texts.say("", "state")
        self.save_button.on_click(lambda _: self.save())
        self.newest_button.on_click(lambda _: self.load_newest())
        self.examples_button.on_click(lambda _: self._toggle_examples())
        texts.show(self.examples_button, bool(self._around.examples))
        texts.show(self.newest_button, False)
        buttons = texts.row((self.save_button, self.newest_button, self.examples_button, self.state), "footer")
        blocks = (self.browser_copy.block, self.summary, self.comparison.block, self.questions.block, buttons)
        self.widget = texts.stack(blocks, "whole")
        self.widget.add_class(f"pb-form-named-{self.name}")

    def _restore(self) -> None:
        """Show the part, or what was typed before the page was reloaded."""
        before = kept(self.chapter.folder, self.name)
        if before:
            self.base = before.base
        self.questions.set(before.draft if before else self.saved())
        self._say_state()

    def saved(self) -> dict[str, Any]:
        """Return what the form shows when nobody changed anything."""
        return answers.draft_of(self.plan, self.base)

    @property
    def book(self) -> Workbook:
        """Return the workbook as it was last read."""
        return self.chapter.book

    def changed_fields(self) -> tuple[tuple[str, ...], ...]:
        """Return the path to each field that is not saved."""
        before, after = self.saved(), self.draft()
        return tuple(path for field in self.fields for path in changes(field, before[field.name], after[field.name]))

    def draft(self) -> dict[str, Any]:
        """Return what stands in the form, without new items in which nobody wrote."""
        draft = self.questions.get()
        return {field.name: tidy(field, draft[field.name]) for field in self.fields}

    def save(self) -> None:
        """Save the form, or say what is wrong and keep what was typed."""
        draft = self.draft()
        if draft != self.questions.get():
            self.questions.set(draft)
        value, problems = answers.value_of(self.plan, self.base, draft)
        problems += tuple(answers.taken_twice(self.plan, draft, self._used_elsewhere()))
        self._complain(problems)
        if value is not None and not problems:
            self._write(value)

    def _used_elsewhere(self) -> frozenset[str]:
        """Return the ids that belong to something outside of this form's own items."""
        own = [ids_in(field, self.saved()[field.name]) for field in self.fields if field.kind == "items"]
        return ids_of(self.chapter.book).difference(*own)

    def _write(self, value: Model) -> None:
        """Write a value that its model accepts."""
        try:
            self.base = answers.save(self.chapter.folder, self.plan, self.base, value)
        except SaveConflict as refused:
            texts.show(self.newest_button, True)
            self._refuse(str(refused).replace(refused.file, "What stands here", 1))
        except (PurposebookError, OSError) as refused:
            self._refuse(_sentence(refused))
        else:
            self._saved_at = answers.written_at(self.chapter.folder, self.plan)
            texts.show(self.newest_button, False)
            self.comparison.close()
            self.questions.set(self.saved())
            self._say_state()
            self._follow()

    def load_newest(self) -> None:
        """Show the newest state of the file, and beside it what was typed."""
        typed, before = self.draft(), self.saved()
        try:
            self.base = answers.read(self.chapter.folder, self.plan)
            self._saved_at = answers.written_at(self.chapter.folder, self.plan, self.base)
        except (PurposebookError, OSError) as refused:
            self._refuse(_sentence(refused))
            return
        self.comparison.open(self.fields, before, typed, self.saved())
        texts.show(self.newest_button, False)
        self.questions.set(self.saved())
        self._list(())
        self._say_state()
        self._follow()

    def _follow(self) -> None:
        """Bring findings, pictures and the other forms of the chapter up to date."""
        try:
            self.chapter.refresh()
        except (PurposebookError, OSError) as refused:
            self._list((_sentence(refused),))
        follow(self.chapter)

    def follow(self) -> None:
        """Offer what the workbook holds now."""
        self.questions.follow()

    def _changed(self) -> None:
        """Follow what somebody typed."""
        self._say_state()

    def restore(self, draft: Values) -> None:
        """Put a draft into the form that an earlier page kept, and beside it what was typed since."""
        self.comparison.open(self.fields, self.saved(), self.draft(), draft)
        self.questions.set(draft)
        self._say_state()

    def _say_state(self) -> None:
        """Say whether everything is saved, and keep what is not."""
        self.changes = len(self.changed_fields())
        unsaved = Unsaved(self.base, self.questions.get()) if self.changes else None
        keep(self.chapter.folder, self.name, unsaved)
        texts.tell(self.state, f"Not saved yet: {count(self.changes, 'change')}" if unsaved else self._saved_state())
        (self.state.add_class if unsaved else self.state.remove_class)("pb-form-unsaved")
        self.browser_copy.tell()

    def recount(self) -> None:
        """Tell the page how things stand; say it anew when something was missed."""
        if len(self.changed_fields()) == self.changes:
            self.browser_copy.tell()
        else:
            self._say_state()

    def _saved_state(self) -> str:
        """Say that what stands here is what the file holds."""
        return f"Saved {told(self._saved_at)}." if self._saved_at else "Nothing written yet."

    def _complain(self, problems: tuple[Problem, ...]) -> None:
        """Show each problem beside its question, and all of them above the form."""
        self.questions.complain(problems)
        draft = self.questions.get()
        links = [self._link(f"{place(self.plan.model, draft, at.path)}: {at.message}", at.path) for at in problems]
        self._list(("Not saved. Please correct this first:",) if problems else (), links)
        if problems:
            self.summary.focus()
            texts.tell(self.state, f"Not saved: {count(len(problems), 'answer')} to correct. Your text is still here.")

    def _link(self, text: str, path: Keys) -> Any:
        """Make a line of the summary that leads to the answer which it is about."""
        link = texts.button(texts.unset(text), "link")
        link.on_click(lambda _: self.questions.focus(path))
        return link

    def _refuse(self, why: str) -> None:
        """Say why nothing was saved."""
        self._list((why,))
        self.summary.focus()
        texts.tell(self.state, "Not saved: the reason stands above the questions. Your text is still here.")

    def _list(self, said: Iterable[str], links: Sequence[Any] = ()) -> None:
        """List what is wrong above the form, with a link to each answer."""
        rest = (f"and {len(links) - MOST_SHOWN} more",) if len(links) > MOST_SHOWN else ()
        lines = [[texts.say(line, "problem") for line in some] for some in (said, rest)]
        self.summary.children = (*lines[0], *links[:MOST_SHOWN], *lines[1])

    def _toggle_examples(self) -> None:
        """Show an example under each question, or put them away."""
        hidden = self.examples_button.description.startswith("Show")
        for line in self._around.examples:
            texts.show(line, hidden)
        self.examples_button.description = "Hide examples" if hidden else "Show examples"


def follow(chapter: Opened) -> None:
    """Let every form of a chapter offer what the workbook holds now."""
    for form in list(_OPEN.get(chapter, {}).values()):
        form.follow()


def _sentence(refused: Exception) -> str:
    """Say in a sentence why the file could not be written or read."""
    if isinstance(refused, OSError):
        why = refused.strerror or type(refused).__name__
        return f"The file could not be used ({why.lower()}). Make room, or see who may write, and save again."
    return str(refused)
