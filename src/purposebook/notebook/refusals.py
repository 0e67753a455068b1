"""Refusals in a live notebook: told in words, where a traceback would stand."""

from __future__ import annotations

from typing import Any

from purposebook.errors import DataFaults, PurposebookError
from purposebook.notebook.cards import render


def tell_refusals_in_words() -> None:
    """Let this notebook show our own errors as sentences; all others keep their traceback."""
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    if shell is not None:
        shell.set_custom_exc((PurposebookError,), _tell)  # type: ignore[no-untyped-call]


def refusal_html(error: PurposebookError) -> str:
    """Say why the workbook cannot be shown, and where to repair it."""
    faults = error.faults if isinstance(error, DataFaults) else ()
    return render("refusal.html", faults=faults, message=str(error))


def _tell(_shell: Any, _kind: Any, error: PurposebookError, _trace: Any, tb_offset: Any = None) -> None:
    """Show a refusal; IPython passes the last argument by its name."""
    del tb_offset
    from IPython.display import display

    display({"text/html": refusal_html(error)}, raw=True)  # type: ignore[no-untyped-call]
