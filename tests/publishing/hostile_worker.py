"""Read by a worker of a Dask cluster as it starts: it answers as its owner, who is no friend, likes."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from typing import Any

from purposebook.publishing.cluster import worker
from purposebook.publishing.cluster.messages import answer_bytes, read_answer, read_order
from purposebook.publishing.order import SiteFile
from purposebook.publishing.record import digest

RUNS = "PURPOSEBOOK_RUNS"
"""Names the file into which a command writes that an answer tries to run."""
if worker.serve.__name__ == "serve":  # Dask reads this file twice
    _true = worker.serve


def _running() -> tuple[Any, ...]:
    """Return what a pickle calls to write down which process unpickled it."""
    return os.system, (f"tr '\\0' ' ' </proc/$PPID/cmdline >>{os.environ[RUNS]}",)


class _Command:
    """Run a command when it is unpickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what unpickling calls."""
        return _running()


class _CommandError(Exception):
    """Run a command when it is unpickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what unpickling calls."""
        return _running()


def _hostile(order: bytes, wanted: str) -> Any:
    """Answer by the product's name."""
    product = read_order(order).product
    if product == "pickle":
        return _Command()
    if product == "pickles":
        return [_Command(), b"bytes"]
    if product == "raises":
        raise _CommandError
    if product == "hangs":
        time.sleep(600)
    if product == "number":
        return 42
    answer = read_answer(_true(order, wanted))
    if product == "path":
        answer = replace(answer, files=(*answer.files, _file("../../../x", b"x")))
    if product == "script":
        pages = (file for file in answer.files if file.name == "index.html")
        bad = {file.name: _file(file.name, b"<title>Report</title><script>alert(1)</script>") for file in pages}
        answer = replace(answer, files=tuple(bad.get(file.name, file) for file in answer.files))
    if product == "planted":
        ran = (
            replace(one, cells=one.cells.replace(b"planted as of", b"PLANTED"), cacheable=True) for one in answer.ran
        )
        answer = replace(answer, ran=tuple(ran))
    return answer_bytes(answer)


def _file(name: str, data: bytes) -> SiteFile:
    """Make a file whose hash is right."""
    return SiteFile(name, digest(data), data)


worker.serve = _hostile
