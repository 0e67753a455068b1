"""build.json: what a site was made from, and the hash of every file, so that anybody can verify it later."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from purposebook.storage import disk
from purposebook.version import __version__

FILE_NAME: Final = "build.json"
TOOLS: Final = ("altair", "jupyter-book", "papermill", "sphinx", "vl-convert-python")
"""Whose versions can change a page's bytes."""


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def hashes(folder: Path) -> dict[str, str]:
    """Return the hash of every file below `folder`, by its path; build.json cannot hold its own."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    names = {path.relative_to(folder).as_posix(): path for path in files}
    return {name: digest(path.read_bytes()) for name, path in sorted(names.items()) if name != FILE_NAME}


def write_record(
    site: Path, product: str, as_of: dt.date, inputs: Mapping[str, str], chapters: Iterable[tuple[str, int]]
) -> None:
    """Write the record of the finished site at `site`; `chapters` are names with the number of cells that ran."""
    record: dict[str, Any] = {
        "product": product,
        "as_of": as_of.isoformat(),
        "versions": {
            "purposebook": __version__,
            "python": platform.python_version(),
            **{tool: version(tool) for tool in TOOLS},
        },
        "inputs": dict(sorted(inputs.items())),
        "chapters": [{"chapter": name, "cells": cells, "result": "ran"} for name, cells in chapters],
        "files": hashes(site),
    }
    disk.write_bytes(site / FILE_NAME, sealed(record))


def sealed(record: Mapping[str, Any]) -> bytes:
    """Return a record's bytes, closed with a hash of all the rest."""
    body = {key: value for key, value in record.items() if key != "seal"}
    return _canonical({**body, "seal": digest(_canonical(body))})


def read_record(site: Path) -> dict[str, Any] | None:
    """Return the record of a site, or nothing when there is none that holds together."""
    try:
        data = (site / FILE_NAME).read_bytes()
        record = json.loads(data)
    except (OSError, ValueError):
        return None
    return record if isinstance(record, dict) and sealed(record) == data else None


def _canonical(value: Mapping[str, Any]) -> bytes:
    """Return the one way in which a record is written."""
    return (json.dumps(value, ensure_ascii=True, indent=1) + "\n").encode()
