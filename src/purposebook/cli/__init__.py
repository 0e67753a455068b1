"""Arguments in, exit code out; heavy modules are imported inside the command that needs them."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import Final, NoReturn

from purposebook.publishing.warm.early import early_workers

__all__ = ["main"]

_RARELY: Final = (50_000, 20, 20)
"""There is no garbage in code that is being read, and looking for it takes longer than some commands."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and end the process with its exit code: 0 done, 1 faults or failures, 2 wrong usage."""
    gc.set_threshold(*_RARELY)
    words = sys.argv[1:] if arguments is None else arguments
    try:
        with early_workers(words):
            from purposebook.cli.app import end, run

            code = run(words)
    except KeyboardInterrupt:  # before or after the command itself, which says more
        sys.exit(130)
    end(code)
