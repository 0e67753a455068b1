"""The colours hold for readers with weak contrast, without colour vision, in the dark and on paper."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from purposebook.charts.palette import DARK, LIGHT, SERIES, STATES, TEXTS, as_variable, css_variables

GROUNDS = ("paper", "panel")
VISIONS = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
"""Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB."""
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)


def linear(colour: str) -> np.ndarray:
    """Return linear RGB of a hexadecimal colour."""
    part = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Return the contrast of WCAG 2."""
    dark, bright = sorted(float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, other))
    return (bright + 0.05) / (dark + 0.05)


def lab(colour: str, vision: str) -> np.ndarray:
    """Return CIE L*a*b* (D65) of a colour as a reader with that vision sees it."""
    seen = np.clip(VISIONS[vision] @ linear(colour), 0, 1)
    share = TO_XYZ @ seen / [0.95047, 1, 1.08883]
    x, y, z = np.where(share > 216 / 24389, np.cbrt(share), (24389 / 27 * share + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_reaches_seven_to_one(colours: dict[str, str]) -> None:
    """Text can be read on paper and panel by people with weak eyes."""
    assert min(contrast(colours[text], colours[ground]) for text in TEXTS for ground in GROUNDS) >= 7


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_reach_three_to_one(colours: dict[str, str]) -> None:
    """Marks stand out from paper and panel."""
    marks = (*SERIES, *STATES, "accent")
    assert min(contrast(colours[mark], colours[ground]) for mark in marks for ground in GROUNDS) >= 3


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("group", "least"), [(SERIES, 12), (STATES, 15)], ids=["series", "states"])
def test_colours_differ_in_every_vision(
    group: tuple[str, ...], least: float, colours: dict[str, str], vision: str
) -> None:
    """No two series and no two states look alike, with or without colour vision."""
    seen = [lab(colours[name], vision) for name in group]
    assert min(float(np.linalg.norm(one - other)) for one, other in combinations(seen, 2)) >= least


def test_both_sets_name_the_same_colours_once() -> None:
    """A colour of a chart names exactly one variable."""
    assert list(LIGHT) == list(DARK)
    assert len(set(LIGHT.values())) == len(LIGHT)


def test_variables_follow_the_theme_and_print_is_light() -> None:
    """One style sheet holds light, dark and print."""
    light, dark, printed = css_variables().splitlines()
    assert "--pb-paper:#ffffff;" in light
    assert dark.startswith('html[data-theme="dark"]{') and DARK["ink"] in dark
    assert printed.startswith("@media print") and LIGHT["ink"] in printed and DARK["ink"] not in printed


def test_only_our_own_colours_become_variables() -> None:
    """A colour keeps its light value for readers without the style sheet; other text stays."""
    assert as_variable(LIGHT["ink"]) == f"var(--pb-ink,{LIGHT['ink']})"
    assert as_variable("#123456") == "#123456"
