"""The colours, chosen once for pages, charts and print, in a light and a dark set.

Text colours reach a contrast of 7:1 on paper and panel, marks 3:1; series and states stay apart for readers
with protanopia, deuteranopia and tritanopia. The tests compute all of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LIGHT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "paper": "#ffffff",
        "panel": "#f6f5f1",
        "ink": "#16202b",
        "muted": "#47525d",
        "accent": "#0a5a73",
        "line": "#d8d6cf",
        "band": "#e2edf1",
        "good": "#106e61",
        "warn": "#ad6b03",
        "bad": "#93103a",
        "absent": "#8a889a",
        "s1": "#0c5c75",
        "s2": "#ad382b",
        "s3": "#2c2180",
        "s4": "#89872e",
        "s5": "#c9628a",
        "s6": "#2f70d8",
    }
)
"""Deep ink on white, one deep teal for links and focus; charts are written in these colours."""

DARK: Final[Mapping[str, str]] = MappingProxyType(
    {
        "paper": "#12171d",
        "panel": "#1b222a",
        "ink": "#e9edf1",
        "muted": "#b3bdc8",
        "accent": "#7cc7dd",
        "line": "#3a444f",
        "band": "#1f3843",
        "good": "#41cdb8",
        "warn": "#e8d24a",
        "bad": "#f16568",
        "absent": "#7d8698",
        "s1": "#6fc6de",
        "s2": "#d2ae78",
        "s3": "#8f8ef1",
        "s4": "#ece382",
        "s5": "#cd7b99",
        "s6": "#7165c5",
    }
)
"""The same names on a dark ground."""

TEXTS: Final = ("ink", "muted", "accent")
"""Names that may colour text."""
STATES: Final = ("good", "warn", "bad", "absent")
"""Names that mark a state, always beside a word and a shape."""
SERIES: Final = ("s1", "s2", "s3", "s4", "s5", "s6")
"""Names that mark series and classes."""

_NAME_OF: Final[Mapping[str, str]] = MappingProxyType({colour: name for name, colour in LIGHT.items()})


def css_variables() -> str:
    """Write both sets as CSS variables; a printed page is always light."""
    light, dark = _rules(LIGHT), _rules(DARK)
    return (
        f":root{{{light}}}\n"
        f'html[data-theme="dark"]{{{dark}}}\n'
        f'@media print{{:root,html[data-theme="dark"]{{{light}}}}}\n'
    )


def as_variable(colour: str) -> str:
    """Turn a colour of the light set into a CSS variable that falls back to it; leave any other text alone."""
    name = _NAME_OF.get(colour)
    return f"var(--pb-{name},{colour})" if name else colour


def _rules(colours: Mapping[str, str]) -> str:
    """Write one declaration per colour."""
    return "".join(f"--pb-{name}:{colour};" for name, colour in colours.items())
