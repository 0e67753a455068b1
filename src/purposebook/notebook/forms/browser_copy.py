"""What is not saved, handed to the page that keeps it; what an earlier page kept, offered in the form."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, Protocol

from comm import create_comm
from pydantic import ValidationError

from purposebook.domain.base import Model
from purposebook.domain.workbook import Workbook
from purposebook.notebook.forms import texts
from purposebook.notebook.forms.browser_records import Record, answering, digest, edited, packed, texts_in, unpacked
from purposebook.notebook.forms.comparison import typed_only
from purposebook.notebook.forms.drafts import Values
from purposebook.notebook.forms.fields import Field, fields_of
from purposebook.notebook.wording import shortened

TARGET: Final = "purposebook-form"
"""The name by which the page knows our messages; `lab/purposebook-chapters/static/form_state.js` says it too."""


class Kept(Protocol):
    """Be the form that is kept."""

    name: str
    base: Model
    changes: int

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return what the form asks."""

    @property
    def book(self) -> Workbook:
        """Return the workbook as it was last read."""

    def saved(self) -> dict[str, Any]:
        """Return what the form shows when nobody changed anything."""

    def draft(self) -> dict[str, Any]:
        """Return what stands in the form."""

    def restore(self, draft: Values) -> None:
        """Put a kept draft into the form."""

    def recount(self) -> None:
        """Tell the page how things stand."""


class BrowserCopy:
    """Keep a form in the browser for as long as it is not saved."""

    def __init__(self, form: Kept) -> None:
        self._form = form
        self._comm: Any = None
        self._waiting: tuple[Record, ...] = ()
        self._digest: tuple[Model, str] | None = None
        self._heading = texts.say("", "legend")
        self._typed = texts.stack((), "typed")
        self.use_button = texts.button("Use it", "use")
        self.discard_button = texts.button("Discard")
        self.block = texts.stack(
            (self._heading, self._typed, texts.row((self.use_button, self.discard_button))), "offer"
        )
        self.use_button.on_click(lambda _: self._use())
        self.discard_button.on_click(lambda _: self._put_away())
        texts.show(self.block, False)

    def open(self, folder: Path, chapter: str) -> None:
        """Tell the page of the form; without our extension nobody listens."""
        key = hashlib.sha256(f"{folder.resolve()}\0{chapter}\0{self._form.name}".encode()).hexdigest()[:32]
        who = {"form": self._form.name, "key": key, "product": folder.name}
        self._comm = create_comm(target_name=TARGET, data={**who, **self.state()})
        self._comm.on_msg(lambda message: self.hear(message["content"]["data"]))

    def tell(self) -> None:
        """Tell the page how things stand."""
        if self._comm:
            self._comm.send(self.state())

    def state(self) -> dict[str, Any]:
        """Return how things stand, with the draft while there is something to save."""
        form = self._form
        known = {"base": self._base(), "changes": form.changes, "draft": None, "typed": []}
        if form.changes:
            saved, draft = form.saved(), form.draft()
            known["draft"] = {
                field.name: packed(field, draft[field.name], getattr(form.base, field.name)) for field in form.fields
            }
            known["typed"] = list(self._differing(saved, draft, saved))
        return known

    def _base(self) -> str:
        """Name the saved state that the form began from."""
        if self._digest is None or self._digest[0] is not self._form.base:
            self._digest = self._form.base, digest(self._form.fields, self._form.saved())
        return self._digest[1]

    def hear(self, said: dict[str, Any]) -> None:
        """Take what the page has kept, or tell it how things stand."""
        if "kept" not in said:
            self._form.recount()
            return
        self._waiting = tuple(_records(said["kept"]))
        self._offer()

    def _offer(self) -> None:
        """Offer the newest of what was kept; what stands in the form already is put away."""
        while self._waiting:
            found = self._restored(self._waiting[0])
            lines = self._lost(self._waiting[0], found)
            if lines or found not in (None, self._form.draft(), self._form.saved()):
                self._show(lines, found is not None)
                return
            self._drop()
        texts.show(self.block, False)

    def _show(self, lines: tuple[tuple[str, str], ...], usable: bool) -> None:
        """Show what was typed."""
        said = "You typed this before the workbook stopped."
        rest = "It is not saved yet." if usable else "Something else was saved since: copy what should stay."
        texts.tell(self._heading, f"{said} {rest}")
        self._typed.children = tuple(
            texts.stack((texts.say(shortened(label)), texts.say(text or "(emptied)", "kept")), "field")
            for label, text in lines
        )
        texts.show(self.use_button, usable)
        texts.show(self.block, True)

    def _restored(self, record: Record) -> dict[str, Any] | None:
        """Return the draft that was kept; None when the saved state is no longer the one that it began from."""
        form = self._form
        if record.base != self._base():
            return None
        with contextlib.suppress(LookupError, TypeError, ValueError, AttributeError):
            draft = form.saved()
            if record.draft is not None:
                draft = {
                    field.name: unpacked(field, record.draft[field.name], getattr(form.base, field.name))
                    for field in form.fields
                }
            for edit in record.edits:
                draft = edited(form.fields, draft, edit, answering(form.book))
            return draft
        return None

    def _lost(self, record: Record, draft: Values | None) -> tuple[tuple[str, str], ...]:
        """Return label and text of what was kept and stands nowhere now."""
        form = self._form
        if draft is not None:
            return tuple(self._differing(form.saved(), draft, form.draft()))
        here = {pair for field in form.fields for pair in texts_in(field, form.draft()[field.name])}
        texts_here = {text for _, text in here}
        edits = ((_label(form.fields, edit.path), edit.value) for edit in record.edits if isinstance(edit.value, str))
        late = ((label, text) for label, text in edits if text not in texts_here)
        return (*(pair for pair in record.typed if pair not in here), *late)

    def _differing(self, saved: Values, draft: Values, newest: Values) -> Iterator[tuple[str, str]]:
        """Yield label and text of each answer that was typed, and differs from the newest one."""
        for field in self._form.fields:
            yield from typed_only(field, saved[field.name], draft[field.name], newest[field.name])

    def _use(self) -> None:
        """Put what was kept into the form, unless something else was saved meanwhile."""
        draft = self._restored(self._waiting[0]) if self._waiting else None
        if draft is not None:
            self._form.restore(draft)
            self._put_away()
        else:
            self._offer()

    def _put_away(self) -> None:
        """Have the page forget what was offered, and offer what else there is."""
        self._drop()
        self._offer()

    def _drop(self) -> None:
        """Have the page forget what was kept."""
        record, *rest = self._waiting
        self._waiting = tuple(rest)
        if self._comm:
            self._comm.send({"drop": record.place})


def _records(kept: Iterable[Any]) -> Iterator[Record]:
    """Read what the page kept; what no form has written stays where it is."""
    for each in kept:
        with contextlib.suppress(ValidationError):
            yield Record.model_validate(each)


def _label(fields: Iterable[Field], path: tuple[tuple[str, int | None], ...]) -> str:
    """Write the way to a question in the words of the form."""
    words, known = [], tuple(fields)
    for name, _ in path:
        field = next((field for field in known if field.name == name), None)
        words.append(field.label if field else name)
        known = fields_of(field.model) if field and field.model else ()
    return ", ".join(words)
