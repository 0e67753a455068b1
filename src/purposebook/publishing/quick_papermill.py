"""papermill, imported without what it would only need for notebooks at web addresses and for other people's engines."""

from __future__ import annotations

import datetime as dt
import functools
import importlib
import sys
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, Final

from purposebook.charts.stand_ins import Later, replaced, standing_in

_WEB: Final = "requests"
_TEXTS: Final = frozenset({"text/html", "text/markdown", "text/plain"})


def read_papermill() -> None:
    """Import papermill; looking for plugins in every installed package, and reading HTTP's code, take half of that."""
    if "papermill" in sys.modules:
        return
    import entrypoints  # type: ignore[import-untyped] # comes with papermill

    with replaced(vars(entrypoints), {"get_group_all": lambda *_, **__: ()}), standing_in(Later(_WEB)):
        importlib.import_module("papermill")
    execute = sys.modules["papermill.execute"]
    _write_only_somewhere(execute)
    _look_once(execute)
    _read_own_times(sys.modules["papermill.engines"])
    _trust_plain_texts(sys.modules["nbclient.client"])


def read_schema() -> None:
    """Read the schema of notebooks; it is compiled when a whole one is validated: single outputs need it as it is."""
    import fastjsonschema
    from nbformat.validator import get_validator

    make: Any = fastjsonschema.compile

    def compiled_later(schema: Any) -> Any:
        """Return what compiles a schema before its first use."""
        compiled = functools.cache(lambda: make(schema))

        def validate(data: Any) -> Any:
            """Validate a notebook."""
            return compiled()(data)

        return validate

    with replaced(vars(fastjsonschema), {"compile": compiled_later}):
        get_validator(4, 5)  # type: ignore[no-untyped-call]


def _write_only_somewhere(execute: Any) -> None:
    """Spare a notebook that goes nowhere from being written as text."""
    write = execute.write_ipynb

    def write_somewhere(notebook: Any, path: str | None) -> None:
        """Write a notebook, if anywhere."""
        if path is not None:
            write(notebook, path)

    execute.write_ipynb = write_somewhere


def _read_own_times(engines: Any) -> None:
    """Let papermill, which asks when each cell began, read the times that it wrote itself as what they are."""
    known = engines.dateutil
    parser = SimpleNamespace(**{**vars(known.parser), "parse": dt.datetime.fromisoformat})
    engines.dateutil = SimpleNamespace(**{**vars(known), "parser": parser})


def _trust_plain_texts(client: Any) -> None:
    """Spare what a cell displays as nothing but texts from being held against the schema of notebooks."""
    from nbformat import from_dict

    made = client.output_from_msg

    def made_quickly(message: Any) -> Any:
        """Return a message as an output."""
        if not _is_plain(message):
            return made(message)
        shown = {"output_type": "display_data", "metadata": {}, "data": message["content"]["data"]}
        return from_dict(shown)  # type: ignore[no-untyped-call]

    client.output_from_msg = made_quickly


def _is_plain(message: Mapping[str, Any]) -> bool:
    """Tell whether a message shows nothing but texts, in which the schema can find no fault."""
    content = message["content"]
    if (
        message["header"]["msg_type"] != "display_data"
        or content["metadata"] != {}
        or not isinstance(content["data"], dict)
    ):
        return False
    return all(kind in _TEXTS and type(text) is str for kind, text in content["data"].items())


def _look_once(execute: Any) -> None:
    """Spare a notebook that is handed over as one from being validated: whoever read it has looked at it."""
    import nbformat

    load = execute.load_notebook_node

    def load_unvalidated(given: Any) -> Any:
        """Return a notebook as papermill prepares it."""
        if not isinstance(given, nbformat.NotebookNode):
            return load(given)
        with replaced(vars(nbformat), {"validate": lambda *_, **__: None}):
            return load(given)

    execute.load_notebook_node = load_unvalidated
