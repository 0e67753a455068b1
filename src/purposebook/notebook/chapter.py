"""A chapter of one product: opens its workbook and shows views, one call each."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from pathlib import Path
from typing import Final, Literal

from purposebook.domain.plain import to_date
from purposebook.domain.slug import Slug
from purposebook.domain.workbook import Workbook
from purposebook.errors import PurposebookError, UsageError
from purposebook.notebook.cards import render, trusted
from purposebook.notebook.parameters import data_folders, product_named
from purposebook.notebook.refusals import tell_refusals_in_words
from purposebook.notebook.snapshot import Snapshot
from purposebook.notebook.views import Kind, view

Mode = Literal["live", "published"]
MODES: Final = ("auto", "live", "published")
_SHOWN: Final[list[Chapter]] = []
"""The chapters that this kernel shows: one for each time that it was run, for two tabs share a kernel."""


class Chapter:
    """Show one product's workbook in a notebook, read-only or with forms."""

    def __init__(self, name: str, product: Slug, folder: Path, as_of: dt.date, mode: Mode) -> None:
        self.name = name
        self.product = product
        self.folder = folder
        self._day = as_of
        self.mode: Mode = mode
        self._shown: dict[tuple[Kind, str], None] = {}
        self.reload()

    @property
    def as_of(self) -> dt.date:
        """Return the day on which the workbook is looked at; the journal notes who asks."""
        return self.snapshot.as_of

    @property
    def live(self) -> bool:
        """Tell whether forms are shown."""
        return self.mode == "live"

    @property
    def book(self) -> Workbook:
        """Return the workbook as it was last read."""
        return self.snapshot.book

    def reload(self) -> None:
        """Read the workbook again.

        A live chapter reads all of it, and raises `DataFaults` with every fault. A published one was found to be in
        order before: it reads what its views ask for, so that the journal knows on what they rest.
        """
        from purposebook.storage.opening import open_workbook
        from purposebook.storage.reading import read_workbook

        read = read_workbook if self.live else open_workbook
        self._files = _states(self.folder) if self.live else frozenset()
        self.snapshot = Snapshot(read(self.folder), self._day, linked=not self.live)

    def form(self, name: str) -> None:
        """Show a form when live, the read-only card of the same part when published."""
        view("form", name)
        if self.live:
            from purposebook.notebook.forms import form_for

            _display_widget(form_for(self, name))
        else:
            self._show("form", name)

    def findings(self, name: str) -> None:
        """Show what the rules say about a section; `all` shows everything."""
        self._show("findings", name)

    def figure(self, name: str) -> None:
        """Show a picture with its description and data."""
        self._show("figure", name)

    def card(self, name: str) -> None:
        """Show a card that has no form of its own."""
        self._show("card", name)

    def html(self, kind: Kind, name: str) -> str:
        """Return the HTML of one view."""
        html = view(kind, name)(self.snapshot)
        return render("live_view.html", html=trusted(html)) if self.live else html

    def refresh(self) -> None:
        """Read the workbook again and bring every view shown so far up to date, in place."""
        self.reload()
        for kind, name in self._shown:
            _display(self.html(kind, name), self._place(kind, name), update=True)

    def follow_files(self) -> None:
        """Bring views and choices up to date when another chapter, tab or editor wrote a file; answers stay."""
        if not self.live or _states(self.folder) == self._files:
            return
        from purposebook.notebook.forms import follow

        with contextlib.suppress(PurposebookError, OSError):  # broken data is told when it is saved or opened
            self.refresh()
            follow(self)

    def follow(self, newest: Chapter) -> None:
        """Let the forms of another tab offer what the newest run of the chapter read; both show the same views."""
        from purposebook.notebook.forms import follow

        if self._files != newest._files:
            self.snapshot, self._files = newest.snapshot, newest._files
            follow(self)

    def _show(self, kind: Kind, name: str) -> None:
        """Show a view and remember it."""
        html = self.html(kind, name)
        self._shown[kind, name] = None
        _display(html, self._place(kind, name))

    def _place(self, kind: Kind, name: str) -> str:
        """Name the place of a view in the notebook, the same on every run."""
        return f"purposebook-{self.name}-{kind}-{name}"


def open_chapter(name: str, product: str, data_dir: str = "data", as_of: str = "", mode: str = "auto") -> Chapter:
    """Open `product` for the chapter `name`; see the chapter's own parameters for what each value means."""
    chosen = _mode(mode)
    if chosen == "live":
        from purposebook.notebook.live_look import live_style

        _display(live_style(), f"purposebook-{name}-look")
        tell_refusals_in_words()
    slug = product_named(product, data_dir)
    chapter = Chapter(name, slug, _folder(slug, data_dir), _day(as_of), chosen)
    if chapter.live:
        _SHOWN.append(chapter)
    return chapter


def shown_again() -> None:
    """Bring the chapters of this kernel up to date; the browser asks for it whenever it shows one again."""
    newest = {chapter.folder: chapter for chapter in _SHOWN}
    for chapter in newest.values():
        chapter.follow_files()
    for chapter in _SHOWN:
        chapter.follow(newest[chapter.folder])


def _mode(mode: str) -> Mode:
    """Tell live from published: a Jupyter server names its session, papermill has none."""
    if mode not in MODES:
        raise UsageError(f"The mode {mode!r} is unknown. Use one of: {', '.join(MODES)}.")
    if mode == "auto":
        return "live" if "JPY_SESSION_NAME" in os.environ else "published"
    return "live" if mode == "live" else "published"


def _day(as_of: str) -> dt.date:
    """Read the day on which the workbook is looked at; empty is today."""
    if not as_of:
        return dt.date.today()
    try:
        return to_date(as_of)
    except ValueError:
        raise UsageError(
            f"as_of {as_of!r} is not a day. Write it as YYYY-MM-DD, or leave it empty for today."
        ) from None


def _folder(slug: Slug, data_dir: str) -> Path:
    """Find the product's folder: `data_dir` is looked for here and in every folder above."""
    from purposebook.storage.workspace import Workspace

    for data in data_folders(data_dir):
        if (data / slug).is_dir():
            return Workspace(data.parent, data).folder(slug)
    raise UsageError(f"There is no product '{slug}' in '{data_dir}'. Make one with: purposebook new {slug}")


def _states(folder: Path) -> frozenset[tuple[str, int, int]]:
    """Return what changes whenever a file in a product's folder is written."""
    found = set()
    for entry in os.scandir(folder):
        with contextlib.suppress(FileNotFoundError):  # a temporary file that was put in its place meanwhile
            status = entry.stat()
            found.add((entry.name, status.st_mtime_ns, status.st_size))
    return frozenset(found)


def _display(html: str, place: str, *, update: bool = False) -> None:
    """Hand HTML, and nothing beside it, to the notebook."""
    from IPython.display import display

    display({"text/html": html}, raw=True, display_id=place, update=update)  # type: ignore[no-untyped-call]


def _display_widget(widget: object) -> None:
    """Hand a form to the notebook."""
    from IPython.display import display

    display(widget)  # type: ignore[no-untyped-call]
