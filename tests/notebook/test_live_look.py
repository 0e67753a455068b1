"""A live notebook looks like the report, in light and dark."""

from __future__ import annotations

from purposebook.notebook.live_look import live_style


def test_one_element_holds_every_style() -> None:
    """Colours, cards, figures and forms are styled by what the notebook shows first."""
    style = live_style()
    assert style.startswith("<style>") and style.count("</") == 1
    assert all(name in style for name in ("--pb-ink", ".pb-card", ".pb-form-whole"))
    assert "data-jp-theme-light" in style


def test_no_style_asks_another_machine() -> None:
    """Nothing is imported or loaded."""
    assert "@import" not in live_style()
    assert "url(http" not in live_style()
