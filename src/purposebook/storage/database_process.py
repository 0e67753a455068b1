"""The process that asks databases: it ends when it is told to, whatever a driver does, and when nobody waits any more.

Questions and answers are lines of JSON; rows go into the file that a question names.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO, Final

from purposebook.storage import disk
from purposebook.storage.database_rows import Question, Refusal, write_rows

BEGUN: Final = "begun"
"""Told when all code is read, and the database is asked to let us in."""
CONNECTED: Final = "connected"
"""Told when the query is about to run."""
ROWS: Final = "rows"
"""Told with the number of rows at the end."""
REFUSED: Final = "refused"
"""Told with a refusal at the end."""


def main() -> None:
    """Answer one question after the other until the other side has gone, also in the middle of an answer."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a driver prints is no answer
    threading.Thread(target=_read_code, daemon=True).start()
    for line in sys.stdin.buffer:
        threading.Thread(target=_answer, args=(json.loads(line), answers), daemon=True).start()
    os._exit(0)


def _read_code() -> None:
    """Read what takes long, which is not the database's time."""
    import sqlalchemy  # noqa: F401 - for whoever asks


def _answer(asked: dict[str, Any], answers: BinaryIO) -> None:
    """Ask the database, and say how it goes; end without an answer where none can be given."""
    try:
        _read_code()
        with disk.begin(Path(asked.pop("path"))) as target:
            _tell(answers, BEGUN)
            found = write_rows(Question(**asked), target, lambda: _tell(answers, CONNECTED))
        _tell(answers, *((REFUSED, asdict(found)) if isinstance(found, Refusal) else (ROWS, found)))
    except BaseException:  # noqa: BLE001 - whatever it was, the other side sees that no answer comes
        os._exit(1)


def _tell(answers: BinaryIO, step: str, value: object = None) -> None:
    """Write one line."""
    answers.write(json.dumps([step, value]).encode() + b"\n")
    answers.flush()


if __name__ == "__main__":
    main()
