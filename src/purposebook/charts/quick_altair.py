"""Altair, imported without a URI parser that it never uses here."""

from __future__ import annotations

import sys
from typing import Any

_PARSER = "rfc3987_syntax"
_modules: dict[str, Any] = sys.modules
_absent = _PARSER not in _modules
if _absent:
    # JupyterLab installs it; jsonschema then builds its grammar during altair's import, which takes over a second.
    _modules[_PARSER] = None

import altair as alt  # noqa: E402 - the line above must come first

if _absent:
    del _modules[_PARSER]

__all__ = ["alt"]
