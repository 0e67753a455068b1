"""The one kind of text that may become a folder's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purposebook.domain.slug import RESERVED, Slug
from purposebook.errors import BadSlug


@pytest.mark.parametrize("text", ["a", "0", "course-craft", "a" * 63, "a--b-"])
def test_slugs(text: str) -> None:
    """Accept lower-case letters, digits and hyphens."""
    assert Slug(text) == text


@pytest.mark.parametrize("text", ["", "-a", "A", "a" * 64, "../x", "a/b", "a.b", "a\n", "é", "a b", "\x00", "١"])
def test_no_slugs(text: str) -> None:
    """Refuse everything else, with what a slug looks like."""
    with pytest.raises(BadSlug, match="such as 'my-product'"):
        Slug(text)


@pytest.mark.parametrize("text", sorted(RESERVED))
def test_reserved_names(text: str) -> None:
    """Refuse names of the site's own pages and of devices."""
    with pytest.raises(BadSlug, match="kept for the site"):
        Slug(text)


@given(st.text(max_size=100))
def test_a_refusal_is_one_printable_line(text: str) -> None:
    """Show any text that is refused without its control characters or its length."""
    try:
        assert Slug(text) == text
    except BadSlug as refused:
        assert str(refused).isprintable()
        assert len(str(refused)) < 1200
