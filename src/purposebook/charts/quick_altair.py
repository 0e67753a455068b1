"""Altair, imported without what it never uses here, and without looking at every word of a chart time and again."""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import Any, Final

import jinja2

from purposebook.charts.stand_ins import Later, replaced, standing_in

_GRAMMARS: Final = ("rfc3987_syntax", "rfc3986_validator", "isoduration")
"""JupyterLab installs them; jsonschema then builds them during altair's import, which takes over a second."""


class _LaterTemplate:
    """Stand for a template of a page that altair would save."""

    def __init__(self, source: str) -> None:
        self._source = source

    def render(self, *values: Any, **named: Any) -> str:
        """Compile the template and fill it."""
        return str(jinja2.Template(self._source).render(*values, **named))


with (
    replaced(vars(jinja2), {"Template": _LaterTemplate}),
    standing_in(Later("altair.datasets"), missing=_GRAMMARS),
):
    import altair as alt
    from altair.utils import schemapi

__all__ = ["alt"]

_PLAIN: Final = frozenset({str, int, float, bool, type(None)})
_TYPED: Final = re.compile(r"\w+:[QNOTG]")
_pieces: dict[str, Any] = vars(schemapi)
_channels: dict[str, Any] = vars(sys.modules[alt.X.__module__])
_as_plain: Any = _pieces.get("_todict")
_read: Any = _channels.get("parse_shorthand")


def _plain_at_once(value: Any, *settings: Any, **named: Any) -> Any:
    """Return what is plain already as it is: altair asks a dozen questions about each word and number."""
    return value if type(value) in _PLAIN else _as_plain(value, *settings, **named)


def _known_shorthand(shorthand: Any, data: Any = None, **settings: Any) -> Any:
    """Read `name:Q` once: as its type is written, it means the same whatever the data."""
    if settings or type(shorthand) is not str or not _TYPED.fullmatch(shorthand):
        return _read(shorthand, data, **settings)
    return dict(_read_once(shorthand))


@cache
def _read_once(shorthand: str) -> Any:
    """Read a name with its type."""
    return _read(shorthand)


if _as_plain is not None:  # a version that calls it otherwise is only slower
    _pieces["_todict"] = _plain_at_once
if _read is not None:
    _channels["parse_shorthand"] = _known_shorthand
