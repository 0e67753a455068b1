"""build.json: what a site was made from, and the hash of every file, so that anybody can verify it later."""

from __future__ import annotations

import hashlib
import json
import platform
import stat
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from purposebook.domain.result_build import BuildResult as Record
from purposebook.domain.result_build import InputFile, SitePage
from purposebook.storage import disk
from purposebook.version import __version__

FILE_NAME: Final = "build.json"
TOOLS: Final = ("altair", "jupyter-book", "papermill", "sphinx", "vl-convert-python")
"""Whose versions can change a page's bytes."""

_SEAL: Final = b',\n "seal": "'
_END: Final = b"\n}\n"
"""How the last key of a sealed text begins, and how the text ends."""


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def is_plain(path: Path) -> bool:
    """Tell whether a file is one, and no link, pipe or device."""
    return stat.S_ISREG(path.lstat().st_mode)


def files_of(site: Path) -> tuple[SitePage, ...]:
    """Return every file of a site with its hash; build.json cannot hold its own."""
    found = (path for path in site.rglob("*") if path.is_file() and not path.is_symlink())
    names = sorted((path.relative_to(site).as_posix(), path) for path in found)
    return tuple(_file(name, path.read_bytes()) for name, path in names if name != FILE_NAME)


def inputs_of(hashes: Mapping[str, str]) -> tuple[InputFile, ...]:
    """Return what a site was made from, in the order of the files' names."""
    return tuple(InputFile(file=name, sha256=found) for name, found in sorted(hashes.items()))


def _file(name: str, data: bytes) -> SitePage:
    """Describe one file."""
    return SitePage(file=name, sha256=digest(data), bytes=len(data))


def versions() -> dict[str, str]:
    """Return the versions that a site depends on."""
    own = {"purposebook": __version__, "python": platform.python_version()}
    return own | {tool: version(tool) for tool in TOOLS}


def write_record(site: Path, record: Record) -> None:
    """Write the record of a site, closed with a seal."""
    disk.write_bytes(site / FILE_NAME, sealed_record(record)[1])


def sealed_record(record: Record) -> tuple[str, bytes]:
    """Return a record's seal, and its bytes with the seal in them."""
    data = sealed(record.model_dump(mode="json"))
    return str(json.loads(data)["seal"]), data


def read_record(site: Path) -> Record | None:
    """Return the record of a site, or nothing when there is none that holds together."""
    try:
        return _record((site / FILE_NAME).read_bytes()) if is_plain(site / FILE_NAME) else None
    except OSError:
        return None


@lru_cache(maxsize=1024)
def _record(data: bytes) -> Record | None:
    """Return what the bytes of a record say; a build asks for each several times."""
    try:
        values = unsealed(data)
        return None if values is None else Record.model_validate(values)
    except (ValueError, RecursionError):
        return None


def sealed(values: Mapping[str, Any]) -> bytes:
    """Return a record's bytes, closed with a hash of all the rest."""
    body = {key: value for key, value in values.items() if key != "seal"}
    return _canonical({**body, "seal": digest(_canonical(body))})


def unsealed(data: bytes) -> dict[str, Any] | None:
    """Return what a sealed text says, or nothing when it is not just as it was sealed."""
    head, mark, seal = data.rpartition(_SEAL)
    if not mark or seal != digest(head + _END).encode() + b'"' + _END:
        return None
    values: dict[str, Any] = json.loads(data)
    return values


def _canonical(value: Mapping[str, Any]) -> bytes:
    """Return the one way in which a record is written."""
    return (json.dumps(value, ensure_ascii=True, indent=1) + "\n").encode()
