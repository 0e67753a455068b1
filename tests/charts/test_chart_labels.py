"""Labels are cut alike everywhere, and never within what a reader sees as one sign."""

from __future__ import annotations

import pytest

from purposebook.charts.labels import clusters, shorten, width_of, wrap


def test_a_short_text_stays_whole() -> None:
    """What fits is not touched."""
    assert wrap("publish a first course", 200, 2) == "publish a first course"


def test_words_go_to_the_next_line() -> None:
    """Lines break between words."""
    assert wrap("publish a first course", 90, 2) == "publish a first\ncourse"


def test_what_is_cut_ends_in_an_ellipsis_and_fits() -> None:
    """A reader sees that there is more."""
    cut = wrap("a long text that says much more than any box could ever hold", 90, 2)
    assert cut.endswith("…")
    assert max(width_of(line) for line in cut.split("\n")) <= 90


def test_a_word_without_end_is_broken() -> None:
    """10,000 characters without a space fill two lines, quickly."""
    cut = wrap("x" * 10_000, 90, 2)
    assert cut.count("\n") == 1 and len(cut) < 40


@pytest.mark.parametrize("sign", ["👩‍👩‍👧‍👦", "🇩🇪", "👍🏽", "a\u0301", "🏳️‍🌈"])
def test_one_visible_sign_is_never_broken(sign: str) -> None:
    """Families, flags, skin tones and accents stay together."""
    assert list(clusters(sign * 3)) == [sign] * 3
    assert set(clusters(shorten(sign * 200, 60).removesuffix("…"))) == {sign}


def test_a_tower_of_accents_is_lowered() -> None:
    """A letter under ten thousand accents cannot blow a picture up."""
    assert len(shorten("a" + "\u0301" * 9_999, 60)) < 12


def test_controls_of_direction_stay_out_of_the_drawing() -> None:
    """A drawn label cannot turn its neighbours round."""
    assert shorten("\u202eturned\u2066 round", 200) == "turned round"


def test_a_tiny_width_still_ends() -> None:
    """No width is too small to come back from."""
    assert wrap("some words", 1, 3).count("\n") <= 2
