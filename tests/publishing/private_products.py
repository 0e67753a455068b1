"""Products with a text that must be found nowhere in public, and what looks for it, also in what is packed."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from small_workspace import ROOT

CANARY = "kanarienvogel"
"""Lower case, so that it may also stand in ids and be the product's own name."""


def plant(data: Path, name: str = CANARY) -> Path:
    """Write a private product all of whose files hold the canary, as texts, ids, rows and its own folder's name."""
    product = data / name
    product.mkdir()
    for path in sorted((ROOT / "data" / "coursecraft").iterdir()):
        text = path.read_text(encoding="utf-8")
        text = re.sub("authors?", CANARY, text, flags=re.IGNORECASE)
        text = text.replace("CourseCraft", "Kanarienvogel").replace("visibility: public", "visibility: private")
        (product / path.name).write_text(text, encoding="utf-8")
    return product


def set_visibility(product: Path, visibility: str, more: str = "") -> None:
    """Write a product.yml that says who may see the product."""
    text = f"name: {CANARY.title()}\nsummary: The summary of {CANARY}\nvisibility: {visibility}\n{more}"
    (product / "product.yml").write_text(text, encoding="utf-8")


def tells(folder: Path, words: str = CANARY) -> list[str]:
    """Return the files below a folder that hold some words in their bytes or their names, unpacked as far as can be."""
    found = [path for path in sorted(folder.rglob("*")) if _holds(path, words.lower())]
    return [path.relative_to(folder).as_posix() for path in found]


def _holds(path: Path, words: str) -> bool:
    """Tell whether a file or folder holds words."""
    if words in path.name.lower():
        return True
    return path.is_file() and any(words.encode() in data.lower() for data in _unpacked(path.read_bytes()))


def _unpacked(data: bytes) -> Iterator[bytes]:
    """Yield bytes as they are, and as they are when unpacked, and unpacked again."""
    yield data
    try:
        yield from _unpacked(zlib.decompress(data))
    except zlib.error:
        return
