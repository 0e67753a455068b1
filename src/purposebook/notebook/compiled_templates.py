"""Keep compiled templates where Python keeps compiled modules: each is compiled once per machine."""

from __future__ import annotations

import contextlib
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from purposebook.storage import disk

_FOLDER: Final = Path(__file__).resolve().parent / "__pycache__"


class CompiledTemplates(BytecodeCache):
    """Look up and keep; what is damaged, or was compiled from another text, is compiled anew."""

    def __init__(self, folder: Path = _FOLDER) -> None:
        self._folder = folder
        self._known: dict[str, bytes] = {}
        """What this process has seen: those that are forked from it need no disk."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand out what is kept under this name; jinja compares the checksum of the template's text."""
        data = self._known.get(bucket.key)
        if data is None:
            with contextlib.suppress(OSError):
                data = self._known[bucket.key] = self._path(bucket).read_bytes()
        if data is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template; where nothing can be written, for this process alone."""
        self._known[bucket.key] = data = bucket.bytecode_to_string()
        with contextlib.suppress(OSError):
            disk.make_folder(self._folder)
            disk.write_bytes(self._path(bucket), data)

    def _path(self, bucket: Bucket) -> Path:
        """Return where a compiled template stands; its key is a hash of its name and place."""
        return self._folder / f"{bucket.key}.jinja"


@cache
def compiled_templates() -> CompiledTemplates:
    """Return those of this process."""
    return CompiledTemplates()
