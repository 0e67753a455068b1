"""How a live notebook looks: the report's own styles, and those of the forms."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_DARK_PAGE: Final = 'html[data-theme="dark"]'
_DARK_LAB: Final = 'body[data-jp-theme-light="false"]'
_OUTPUT: Final = ".jp-RenderedHTML.jp-RenderedHTML"
"""JupyterLab's rules for lists and tables in an output are stronger than a class: ours stand inside it once more."""


def live_style() -> str:
    """Return the styles of cards, figures and forms as one element; published pages load theirs from files."""
    from purposebook.charts.palette import css_variables
    from purposebook.storage.shipped import shipped

    colours = css_variables().replace(_DARK_PAGE, f":is({_DARK_PAGE},{_DARK_LAB})")
    files = [shipped("templates", "report", name) for name in ("purposebook.css", "figures.css")]
    report = "".join(file.read_text(encoding="utf-8") for file in files)
    forms = (Path(__file__).parent / "forms" / "forms.css").read_text(encoding="utf-8")
    return f"<style>\n{colours}{report}\n{_OUTPUT} {{\n{report}\n}}\n{forms}</style>\n"
