"""papermill is read quickly, and works afterwards as if it had been read whole."""

import subprocess
import sys
from pathlib import Path

ASKED = """
import sys
from purposebook.publishing.quick_papermill import read_papermill
read_papermill()
assert "requests" not in sys.modules
import papermill.engines, papermill.iorw
assert "nbclient" in papermill.engines.papermill_engines._engines
assert papermill.iorw.requests.get.__module__ == "requests.api"
import requests
assert requests.get is papermill.iorw.requests.get
import entrypoints
assert [one.name for one in entrypoints.get_group_all("papermill.engine")] == ["purposebook"]
read_papermill()
print("well")
"""
VALIDATED = """
import nbformat
from purposebook.publishing.quick_papermill import read_schema
read_schema()
from nbformat.v4 import new_code_cell, new_notebook, new_output
import fastjsonschema
assert fastjsonschema.compile.__module__ == "fastjsonschema"
new_output("display_data", data={"text/html": "a"})
good = new_notebook(cells=[new_code_cell("1", outputs=[new_output("stream", text="a")])])
nbformat.validate(good)
nbformat.validate(good)
for wrong in (lambda: new_output("display_data", data=3), lambda: nbformat.validate({**good, "cells": [{"a": 1}]})):
    try:
        wrong()
    except nbformat.ValidationError:
        print("refused")
"""
LOADED = """
import nbformat
from purposebook.publishing.quick_papermill import read_papermill
read_papermill()
import papermill
from nbformat.v4 import new_code_cell, new_notebook
cell = new_code_cell("product = 'a'", metadata={"tags": ["parameters"]})
kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
book = new_notebook(cells=[cell, new_code_cell("product")], metadata={"kernelspec": kernel})
before = nbformat.validate
made = papermill.execute_notebook(book, None, {"product": "b"}, prepare_only=True, kernel_name="python3")
assert nbformat.validate is before and "papermill" not in book.metadata
assert [one.metadata.tags for one in made.cells] == [["parameters"], ["injected-parameters"], []]
papermill.execute_notebook(book, "out.ipynb", {"product": "b"}, prepare_only=True, kernel_name="python3")
again = papermill.execute_notebook("out.ipynb", None, {"product": "c"}, prepare_only=True, kernel_name="python3")
print('product = "c"' in again.cells[1].source)
"""
SHOWN = """
import nbformat
from purposebook.publishing.quick_papermill import read_papermill
read_papermill()
import nbclient.client
from nbformat.v4 import nbbase, output_from_msg
def message(data, metadata, kind="display_data"):
    content = {"data": data, "metadata": metadata, "execution_count": 1}
    return {"header": {"msg_type": kind}, "content": content}
validate = nbbase.validate
for kind in ("display_data", "execute_result"):
    for given in (({"text/html": "a", "text/plain": "b"}, {}), ({"text/html": "a"}, {"c": 1}), ({}, {})):
        shown = nbclient.client.output_from_msg(message(*given, kind))
        assert shown == output_from_msg(message(*given, kind)) and nbbase.validate is validate
for wrong in (({"text/html": 3}, {}), ({"text/html": "a"}, [3]), ({"text/html": "a", "b": 3}, {})):
    try:
        nbclient.client.output_from_msg(message(*wrong))
    except nbformat.ValidationError:
        print("refused")
"""
TIMED = """
import datetime as dt
from purposebook.publishing.quick_papermill import read_papermill
read_papermill()
import papermill
from nbformat.v4 import new_code_cell, new_notebook
from purposebook.publishing.warm.engine import register
register()
kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
book = new_notebook(cells=[new_code_cell("import time; time.sleep(0.05)")], metadata={"kernelspec": kernel})
made = papermill.execute_notebook(book, "out.ipynb", engine_name="purposebook", progress_bar=False)
noted = made.cells[0].metadata.papermill
began, ended = map(dt.datetime.fromisoformat, (noted.start_time, noted.end_time))
print(0.05 <= noted.duration < 30 and noted.duration == (ended - began).total_seconds())
"""


def test_what_was_left_out_is_there_when_it_is_used() -> None:
    """Web addresses still work, and whoever looks for plugins finds them."""
    assert _told(ASKED) == "well\n"


def test_notebooks_and_outputs_are_validated_as_ever() -> None:
    """Single outputs, and whole notebooks for which the schema is compiled; good ones and others."""
    assert _told(VALIDATED) == "refused\nrefused\n"


def test_a_notebook_may_come_from_memory_or_a_file_and_go_there(tmp_path: Path) -> None:
    """What is handed over stays as it was, and papermill writes files as ever."""
    assert _told(LOADED, tmp_path) == "True\n"


def test_only_what_the_schema_cannot_refuse_is_believed() -> None:
    """Outputs of plain texts are the same without a look at the schema; all others are held against it."""
    assert _told(SHOWN) == "refused\n" * 3


def test_the_times_of_cells_are_noted(tmp_path: Path) -> None:
    """The notes of papermill tell how long a cell took."""
    assert _told(TIMED, tmp_path) == "True\n"


def _told(code: str, folder: Path | None = None) -> str:
    """Run code in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=False, cwd=folder
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
