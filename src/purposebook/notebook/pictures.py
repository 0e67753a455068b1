"""Pictures that were shown before: known by the hash of their specification, and noted for the next build."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from purposebook.domain.variables import PICTURES
from purposebook.storage import disk

MOST: Final = 128
"""So many pictures of a product are kept: more than all its chapters show."""
_known: dict[str, str] = {}


def name_of(words: str) -> str:
    """Return the name of the picture that a specification, given as JSON, leads to: no text in it can hold this."""
    return hashlib.sha256(words.encode()).hexdigest()


def know(pictures: Mapping[str, str]) -> None:
    """From now on, let no picture be drawn that is one of these (hash of the specification -> SVG)."""
    _known.clear()
    _known.update(pictures)


def known(name: str) -> str | None:
    """Return the picture of this name, if it is known."""
    return _known.get(name)


def note(name: str, picture: str) -> None:
    """Note a picture that is shown; a disk that refuses only means that it is drawn again."""
    path = os.environ.get(PICTURES)
    if path:
        with contextlib.suppress(OSError):
            disk.append(Path(path), json.dumps([name, picture]).encode() + b"\n")


def noted(path: Path) -> dict[str, str]:
    """Return the pictures of a file of notes; what is no note is left out."""
    found: dict[str, str] = {}
    with contextlib.suppress(OSError):
        for line in path.read_bytes().splitlines():
            with contextlib.suppress(ValueError, TypeError):
                name, picture = json.loads(line)
                found[str(name)] = str(picture)
    return found


def packed(shown: Mapping[str, str], older: Mapping[str, str]) -> bytes:
    """Return pictures as bytes, those that were not `shown` only as far as there is room: the longest unused go."""
    return json.dumps(dict(list({**shown, **older}.items())[:MOST])).encode()


def unpacked(data: bytes) -> dict[str, str]:
    """Return packed pictures."""
    return dict(json.loads(data))
