"""Altair, imported without what it never uses here, and without looking at every word of a chart time and again."""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import Any, Final

_READERS: Final = ("rfc3987_syntax", "rfc3986_validator", "isoduration")
_modules: dict[str, Any] = sys.modules
_absent = [name for name in _READERS if name not in _modules]
# JupyterLab installs them; jsonschema then builds their grammars during altair's import, which takes over a second.
_modules.update(dict.fromkeys(_absent))

import altair as alt  # noqa: E402 - the lines above must come first
from altair.utils import schemapi  # noqa: E402
from altair.vegalite.v6.schema import channels  # noqa: E402

for _name in _absent:
    del _modules[_name]

__all__ = ["alt"]

_PLAIN: Final = frozenset({str, int, float, bool, type(None)})
_TYPED: Final = re.compile(r"\w+:[QNOTG]")
_pieces: dict[str, Any] = vars(schemapi)
_channels: dict[str, Any] = vars(channels)
_as_plain, _read = _pieces["_todict"], _channels["parse_shorthand"]
_read_once = cache(_read)


def _plain_at_once(value: Any, *settings: Any, **named: Any) -> Any:
    """Return what is plain already as it is: altair asks a dozen questions about each word and number."""
    return value if type(value) in _PLAIN else _as_plain(value, *settings, **named)


def _known_shorthand(shorthand: Any, data: Any = None, **settings: Any) -> Any:
    """Read `name:Q` once: as its type is written, it means the same whatever the data."""
    if settings or type(shorthand) is not str or not _TYPED.fullmatch(shorthand):
        return _read(shorthand, data, **settings)
    return dict(_read_once(shorthand))


_pieces["_todict"], _channels["parse_shorthand"] = _plain_at_once, _known_shorthand
