"""A process that makes the pages of one site: it reads Jupyter Book's code while the chapters run, on another core."""

from __future__ import annotations

import datetime as dt
import os
import pickle
import signal
from pathlib import Path
from typing import BinaryIO

from purposebook.errors import BuildFailed
from purposebook.notebook.frames import receive, send
from purposebook.publishing.pages import HTML, make_pages
from purposebook.publishing.warm.preparation import prepare_pages
from purposebook.publishing.warm.system import die_with_parent


class PageProcess:
    """Make the pages of one book; ends with the process that began it, in whose `folder` it prepares."""

    def __init__(self, folder: Path) -> None:
        requests, questions = os.pipe()
        answers, replies = os.pipe()
        parent = os.getpid()
        if os.fork() == 0:
            die_with_parent(parent)
            _be_page_process(requests, replies, (questions, answers), folder)
        os.close(requests)
        os.close(replies)
        self._questions: BinaryIO = os.fdopen(questions, "wb")
        self._answers: BinaryIO = os.fdopen(answers, "rb")

    def make_pages(self, book: Path, as_of: dt.date) -> Path:
        """Return the folder of HTML that Jupyter Book makes of `book`; raises `BuildFailed`."""
        try:
            send(self._questions, pickle.dumps((book, as_of)))
            answer = receive(self._answers)
        except OSError:
            answer = None
        if answer is None:
            raise BuildFailed("the process that makes the pages ended; see that memory and disk are not full.")
        failure: tuple[str, list[str]] | None = pickle.loads(answer)  # noqa: S301 - from our own child
        if failure is not None:
            raised = BuildFailed(failure[0])
            for note in failure[1]:
                raised.add_note(note)
            raise raised
        return book / HTML


def _be_page_process(requests: int, replies: int, others: tuple[int, ...], folder: Path) -> None:
    """Become the process: prepare, then make one book. Never returns."""
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.setsid()
        for handle in others:
            os.close(handle)
        prepare_pages(folder)
        asked = receive(os.fdopen(requests, "rb"))
        if asked is not None:
            book, as_of = pickle.loads(asked)  # noqa: S301 - from our own parent
            send(os.fdopen(replies, "wb"), pickle.dumps(_failure(book, as_of)))
    finally:
        os._exit(0)


def _failure(book: Path, as_of: dt.date) -> tuple[str, list[str]] | None:
    """Make the pages; return why they could not be made, with what is shown with --debug."""
    try:
        make_pages(book, as_of)
    except BuildFailed as error:
        return str(error), list(getattr(error, "__notes__", ()))
    return None
