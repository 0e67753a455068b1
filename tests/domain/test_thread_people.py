"""A persona's place in the golden thread."""

from __future__ import annotations

from purposebook.domain.personas import Personas
from purposebook.domain.product import Product
from purposebook.domain.slug import Slug
from purposebook.domain.thread import thread_of
from purposebook.domain.workbook import Workbook

PAIN = {"text": "Cutting takes a weekend", "evidence": ["int-07"]}


def book_with(**persona: object) -> Workbook:
    """Make a workbook of one persona with a pain that has evidence."""
    written = {"id": "author", "name": "Author", "pain_points": [PAIN], **persona}
    return Workbook(Slug("sample"), Product(name="Sample"), personas=Personas.model_validate({"personas": [written]}))


def test_pains_of_a_persona_with_needs() -> None:
    """Let the needs stand for a persona who is written, instead of calling the persona unwritten."""
    keys = [node.key for node in thread_of(book_with(needs=[{"id": "weekend", "text": "keep the weekend"}])).nodes]
    assert "people:weekend" in keys
    assert "people:author" not in keys


def test_pains_of_a_persona_without_needs() -> None:
    """Join a persona without needs to the evidence of its pains."""
    thread = thread_of(book_with())
    assert ("people:author", "evidence:int-07") in [(edge.source, edge.target) for edge in thread.edges]
