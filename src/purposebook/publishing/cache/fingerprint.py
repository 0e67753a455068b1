"""One hash for all code that can change a page: ours, that of every installed package, and the interpreter."""

from __future__ import annotations

import hashlib
import json
import platform
import sys
from functools import cache
from pathlib import Path
from typing import Any, Final

from purposebook.storage.shipped import shipped
from purposebook.version import __version__

_PACKAGE: Final = Path(__file__).resolve().parents[2]
_INSTALLED: Final = ".dist-info"


@cache
def environment() -> str:
    """Return the hash; it is the same on every machine that would make the same pages."""
    facts = {
        "purposebook": __version__,
        "python": platform.python_version(),
        "machine": platform.machine(),
        "packages": _packages(),
        "code": _tree(_PACKAGE, {".py", ".html", ".css"}),
        "frame": _tree(shipped("templates", "report"), {".html", ".css", ".js"}),
    }
    return hashed(facts)


def hashed(facts: Any) -> str:
    """Return the SHA-256 of facts that JSON can hold."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _packages() -> list[str]:
    """Return every installed package with its version, as the names of its records tell; ourselves left out."""
    folders = [Path(place) for place in sys.path if place.endswith(("site-packages", "dist-packages"))]
    names = {path.name for folder in folders if folder.is_dir() for path in folder.iterdir()}
    kept = (name.removesuffix(_INSTALLED) for name in names if name.endswith(_INSTALLED))
    return sorted(name for name in kept if not name.startswith("purposebook-"))


def _tree(folder: Path, endings: set[str]) -> str:
    """Return the hash of all files below a folder with one of these endings, by their names."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in endings and path.is_file():
            data = path.read_bytes()
            found.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode() + data)
    return found.hexdigest()
