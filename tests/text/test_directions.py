"""A team's text never turns our sentences around, and never leaves marks in what programs read."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import lxml.html
import pytest
from right_to_left import ISOLATED, RIGHT_TO_LEFT, turned, unguarded

from purposebook.checks.engine import check
from purposebook.checks.finding import Checked, ProductCheck, Silenced
from purposebook.checks.reports import as_github, as_json, as_sarif, as_text
from purposebook.domain.product import Product
from purposebook.domain.slug import Slug
from purposebook.domain.workbook import Workbook
from purposebook.errors import DataFaults
from purposebook.measures.product import measure
from purposebook.measures.report import as_text as measures_as_text
from purposebook.notebook.cards import ours
from purposebook.notebook.refusals import refusal_html
from purposebook.notebook.snapshot import Snapshot
from purposebook.notebook.views import VIEWS
from purposebook.storage.reading import read_workbook
from purposebook.text.directions import CLOSE, OPEN, closed_on_each, isolated, plain, typed

AS_OF = dt.date(2026, 10, 31)
BUS = Path(__file__).resolve().parents[1] / "data" / "right-to-left"
VIEWED = [(kind, name) for kind, views in VIEWS.items() for name in views]
MARKS = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize("text", ["שלום", "عدد الركاب", "۱۲۳ نفر", "٤٢ items", "CourseCraft לעברית", "אב (1:00)"])
def test_what_may_turn_is_kept_apart(text: str) -> None:
    """Hebrew, Arabic, Persian and Arabic digits and mixed texts stand between the marks of an isolate."""
    assert isolated(text) == f"{OPEN}{text}{CLOSE}"


@pytest.mark.parametrize("text", ["CourseCraft", "Straße 12", "۱۲۳", "日本語", "", "(1:00)"])
def test_what_cannot_turn_is_left_alone(text: str) -> None:
    """A text that runs from left to right needs no marks."""
    assert isolated(text) == text


@pytest.mark.parametrize("text", ["\u202eevil", "שלום\u2069 out", "\u2067in", "a\u2068b\u2069\u2069\u202c"])
def test_marks_of_the_text_itself_end_with_it(text: str) -> None:
    """A text's own marks of direction neither turn what follows nor end the isolate early."""
    kept = isolated(text)
    assert not MARKS & set(plain(kept))
    assert kept.count(OPEN) == kept.count(CLOSE) <= 1


def test_an_isolate_becomes_an_element() -> None:
    """On a page the team's text is a `<bdi>` in its language, and both texts are escaped."""
    said = f"'{isolated('<b>שלום</b>')}' lacks <a source>."
    assert ours(said, "he") == ('&#39;<bdi lang="he">&lt;b&gt;שלום&lt;/b&gt;</bdi>&#39; lacks &lt;a source&gt;.')


def test_a_broken_isolate_is_whole_on_every_line() -> None:
    """A label of several lines keeps the team's words apart on each of them."""
    lines = tuple(closed_on_each(["by “\u2068שלום", "עולם", "טוב\u2069”, today", "done"]))
    assert lines == ("by “\u2068שלום\u2069", "\u2068עולם\u2069", "\u2068טוב\u2069”, today", "done")


def test_an_english_finding_about_an_arabic_name() -> None:
    """The sentence is English from left to right, and the name in it is an element of its own."""
    html = VIEWS["findings"]["metrics"](Snapshot(read_workbook(BUS), AS_OF))
    first = lxml.html.fromstring(html).xpath("//p[contains(@class, 'pb-finding__message')]")[0]
    assert (first.get("dir"), first.get("lang")) == ("ltr", "en")
    assert first.text_content() == "'عدد الركاب في الأسبوع' lacks a source."
    assert [(name.text, name.get("lang")) for name in first.iter("bdi")] == [("عدد الركاب في الأسبوع", "ar")]


@pytest.mark.parametrize(("kind", "name"), VIEWED)
def test_no_view_mixes_directions(kind: str, name: str) -> None:
    """In a product that is all Hebrew, no sentence, caption or label of ours holds a Hebrew text that is not apart."""
    html = VIEWS[kind][name](Snapshot(turned("coursecraft"), AS_OF))  # type: ignore[index]
    assert list(unguarded(html or "<p></p>")) == []


@pytest.mark.parametrize("language", ["he", "en"])
@pytest.mark.parametrize("product", ["coursecraft", "books-to-the-door"])
def test_every_finding_keeps_texts_apart(product: str, language: str) -> None:
    """Messages and advice hold a team's texts in isolates only."""
    for one in check(turned(product, language), AS_OF).findings:
        assert not RIGHT_TO_LEFT.search(ISOLATED.sub("", f"{one.message} {one.advice}")), one.message


def test_programs_read_no_marks() -> None:
    """JSON, SARIF, workflow commands and plain text name the texts without marks of direction."""
    book = turned("coursecraft")
    found = (ProductCheck("coursecraft", (), check(book, AS_OF)),)
    written = [write(AS_OF, found, "data") for write in (as_json, as_sarif, as_github, as_text)]
    written += [json.dumps(measure(book, AS_OF).as_json(), ensure_ascii=False), measures_as_text(measure(book, AS_OF))]
    assert all(RIGHT_TO_LEFT.search(text) for text in written)
    assert not [sorted(MARKS & set(text)) for text in written if MARKS & set(text)]


def test_json_keeps_the_marks_that_a_team_wrote() -> None:
    """What somebody wrote comes back as it was written."""
    ignored = {"rule": "O1", "because": "\u2067x\u2069"}
    book = Workbook(Slug("odd"), Product.model_validate({"name": "Odd", "ignore": [ignored]}))
    silenced = Silenced("O1", "", "\u2067x\u2069", check(book, AS_OF).findings[0])
    checked = Checked((), (silenced,), ())
    assert json.loads(as_json(AS_OF, (ProductCheck("odd", (), checked),), ""))["products"][0]["silenced"] == [
        {"rule": "O1", "where": "", "because": "\u2067x\u2069"}
    ]


def test_a_refused_file_keeps_texts_apart(tmp_path: Path) -> None:
    """A fault about a Hebrew key is an English sentence with the key in an element of its own."""
    folder = tmp_path / "night-bus"
    folder.mkdir()
    (folder / "product.yml").write_text("name: אוטובוס\nשפה: עברית\n", encoding="utf-8")
    with pytest.raises(DataFaults) as refused:
        _ = read_workbook(folder).product
    html = refusal_html(refused.value)
    assert list(unguarded(html)) == []
    assert "<bdi>שפה</bdi>" in html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Straße", "'Straße'"),
        ("שלום", "'שלום'"),
        ("a\u202eb\x07\n", r"'a\u202eb\x07\n'"),
        ("naïve – 日本", "'naïve – 日本'"),
        ("x" * 200, "'" + "x" * 79 + "…'"),
    ],
)
def test_what_was_typed_is_shown_as_it_was_typed(text: str, shown: str) -> None:
    """Letters of every script stay; what a terminal would act on is written as its code."""
    assert typed(text) == shown
