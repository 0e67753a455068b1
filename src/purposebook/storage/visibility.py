"""Who may see a product, as far as its product.yml tells: also where something else in that file is wrong."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from purposebook.errors import DataFaults, UsageError
from purposebook.storage.files import checked_folder, decoded, open_plain
from purposebook.storage.limits import YAML_BYTES

if TYPE_CHECKING:
    from purposebook.domain.visibility import Visibility

FILE: Final = "product.yml"
PRIVATE: Final[Visibility] = "private"
_KEY: Final = "visibility"
_PUBLISHED: Final[dict[str, Visibility]] = {"public": "public", "noindex": "noindex"}
_ENTRY: Final = re.compile(r"""["']?(\w+)["']?[ \t]*:[ \t]*["']?([^\s"'#,{}\[\]]*)""")
"""A key and the first word behind it, in a text that cannot be read as YAML."""


def visibility_of(product: Path) -> Visibility | None:
    """Return who may see the product in a folder; None where product.yml does not tell, or cannot be read."""
    try:
        with open_plain(checked_folder(product), FILE) as source:
            return visibility_in(source.read(YAML_BYTES + 1))
    except (OSError, DataFaults, UsageError):
        return None


def may_be_published(product: Path) -> bool:
    """Tell whether the product in a folder says that others may see it."""
    return visibility_of(product) in _PUBLISHED


def visibility_in(data: bytes) -> Visibility | None:
    """Return what the bytes of a product.yml say; None where they cannot be read, or have faults and do not say it.

    A word that is none of ours, or stands behind a misspelt key, counts as private: nothing may be published by a typo.
    """
    if len(data) > YAML_BYTES:
        return None
    try:
        return _said(decoded(Path(), FILE, data))
    except DataFaults:
        return None


def _said(text: str) -> Visibility | None:
    """Return what a text says."""
    from purposebook.storage.yaml_nodes import plain
    from purposebook.storage.yaml_reading import parse

    document = parse(text)
    whole = document.root is not None and not document.complaints
    found = plain(document.root) if whole else None
    entries = found.items() if isinstance(found, dict) else _ENTRY.findall(text)
    words = [str(value or "public").strip().casefold() for key, value in entries if _is_meant(str(key))]
    if any(word not in _PUBLISHED for word in words):
        return PRIVATE
    if words:
        return _PUBLISHED[words[-1]]
    return "public" if whole else None


def _is_meant(key: str) -> bool:
    """Tell whether a key is `visibility`, or that with a typing mistake."""
    near: Iterable[str] = difflib.get_close_matches(key.casefold(), [_KEY], cutoff=0.7)
    return any(near)
