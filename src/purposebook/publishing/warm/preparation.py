"""Read all code that chapters and pages need, and build once what every run would build again."""

from __future__ import annotations


def prepare() -> None:
    """Import the libraries, make the shell and compile the templates."""
    import jupyter_book.sphinx
    import myst_nb  # noqa: F401
    import pandas as pd
    import papermill  # noqa: F401
    import sphinx_book_theme  # noqa: F401

    import purposebook.notebook.views
    import purposebook.publishing.making  # noqa: F401
    from purposebook.notebook import cards
    from purposebook.publishing.warm.shell import ChapterShell

    del jupyter_book, purposebook, pd
    ChapterShell.instance()
    cards.prepare()
