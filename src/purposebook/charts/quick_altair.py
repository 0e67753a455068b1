"""Altair, imported without readers of web addresses and durations that it never uses here."""

from __future__ import annotations

import sys
from typing import Any, Final

_READERS: Final = ("rfc3987_syntax", "rfc3986_validator", "isoduration")
_modules: dict[str, Any] = sys.modules
_absent = [name for name in _READERS if name not in _modules]
# JupyterLab installs them; jsonschema then builds their grammars during altair's import, which takes over a second.
_modules.update(dict.fromkeys(_absent))

import altair as alt  # noqa: E402 - the lines above must come first

for _name in _absent:
    del _modules[_name]

__all__ = ["alt"]
