"""Every view, for full, begun, empty and hostile workbooks."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import lxml.html
import pytest
from sample_books import AS_OF, hostile, snapshot

from purposebook.domain.metrics import Metrics
from purposebook.domain.objectives import Objectives
from purposebook.domain.product import Product
from purposebook.domain.slug import Slug
from purposebook.domain.workbook import Workbook
from purposebook.errors import UsageError
from purposebook.notebook.snapshot import Snapshot
from purposebook.notebook.views import VIEWS, view

BOOKS = ("full", "begun", "empty", "hostile")
NAMES = [(kind, name) for kind, views in VIEWS.items() for name in views]
OWN = [(kind, name) for kind, name in NAMES if kind != "figure"]
OF_A_LOG = {("card", "pirate"), *(("figure", name) for name in ("acquisition", "funnel", "retention", "cohorts"))}
ACTIVE = {"script", "iframe", "object", "embed", "form", "input", "button", "style", "link", "meta", "base", "math"}


@cache
def shown(book: str, kind: str, name: str) -> str:
    """Return the HTML of one view of one workbook."""
    return VIEWS[kind][name](snapshot(book))  # type: ignore[index]


def parsed(html: str) -> lxml.html.HtmlElement:
    """Return a view as a browser would read it."""
    return lxml.html.document_fromstring(f"<html><body>{html}</body></html>")


@pytest.mark.parametrize("book", BOOKS)
@pytest.mark.parametrize(("kind", "name"), NAMES)
def test_says_something(book: str, kind: str, name: str) -> None:
    """A view always shows words, and never a Python value that nobody wrote; without a log, its views are silent."""
    text = parsed(shown(book, kind, name) or "<p></p>").text_content()
    snap = snapshot(book)
    silent = (kind, name) in OF_A_LOG and snap.pirate is None and (kind == "figure" or not snap.book.metrics.pirate)
    assert bool(text.strip()) != silent
    assert kind == "figure" or not {"None", "nan", "Undefined"} & set(text.split())


@pytest.mark.parametrize("book", BOOKS)
@pytest.mark.parametrize(("kind", "name"), OWN)
def test_nothing_runs(book: str, kind: str, name: str) -> None:
    """A view has no active element but a figure's data, no event handler, no inline style and no address that runs."""
    for element in parsed(shown(book, kind, name)).body.iter():
        data = element.tag == "script" and element.get("type") == "application/json"
        assert data or element.tag not in ACTIVE
        assert not [key for key in element.attrib if key.startswith("on") or key == "srcdoc"]
        for key in ("href", "src", "action"):
            assert not element.get(key, "").strip().lower().startswith(("javascript:", "data:", "vbscript:"))


def test_every_text_comes_back_as_it_was_written() -> None:
    """Each text of each field of each model is the whole text of an element of some view."""
    elements = {
        element.text_content()
        for kind, name in (*OWN, ("figure", "inclusion"))
        for element in parsed(shown("hostile", kind, name)).body.iter()
        if isinstance(element.tag, str)
    }
    lost = [text[:80] for text in hostile()[1].values() if text not in elements]
    assert lost == []


def test_no_view_shows_a_query() -> None:
    """The variable that names a database is told, and not what is asked."""
    views = [shown("hostile", kind, name) for kind, name in NAMES]
    assert not [html for html in views if "canar" in html]
    for kind, name in (("form", "observations"), ("form", "pirate"), ("card", "provenance")):
        assert "PRODUCT_DATABASE" in shown("hostile", kind, name)


def test_no_card_tells_what_a_small_group_did() -> None:
    """Groups are counted by their picture alone, which leaves out those in which single people could be found."""
    groups = snapshot("full").book.responsibility.inclusion.outcomes  # type: ignore[union-attr]
    small = [one for one in groups if one.of < 10]
    assert small
    for kind, name in (("form", "inclusion"), ("figure", "inclusion")):
        cells = [cell.text_content().strip() for cell in parsed(shown("full", kind, name)).iter("td")]
        assert cells and not {str(one.of) for one in small} & set(cells)


@pytest.mark.parametrize("book", BOOKS)
def test_the_same_bytes_twice(book: str) -> None:
    """Two readings of one workbook give the same HTML."""
    again = Snapshot(snapshot(book).book, AS_OF)
    assert {name: VIEWS[kind][name](again) for kind, name in OWN} == {
        name: shown(book, kind, name) for kind, name in OWN
    }


@pytest.mark.parametrize("book", BOOKS)
@pytest.mark.parametrize(("kind", "name"), OWN)
def test_headings_begin_below_the_section(book: str, kind: str, name: str) -> None:
    """A view's first heading is an h3, below its section's h2, and no level is left out."""
    levels = [
        int(element.tag[1]) for element in parsed(shown(book, kind, name)).body.iter("h1", "h2", "h3", "h4", "h5")
    ]
    assert all(later <= before + 1 for before, later in zip([2, *levels], levels, strict=False))
    assert 1 not in levels
    assert 2 not in levels


@pytest.mark.parametrize("book", BOOKS)
@pytest.mark.parametrize(("kind", "name"), OWN)
def test_ids_are_unique_in_a_view(book: str, kind: str, name: str) -> None:
    """No two elements of a view have the same id."""
    ids = parsed(shown(book, kind, name)).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_team_texts_carry_their_direction_and_language() -> None:
    """A team's text says from which side it is read, and in which language where that is not the page's."""
    book = snapshot("full").book
    french = book.product.model_copy(update={"language": "fr"})
    snap = Snapshot(type(book)(book.slug, french, book.mission), AS_OF)
    mission = next(node for node in parsed(view("form", "statement")(snap)).iter() if node.text == book.mission.mission)
    assert (mission.get("dir"), mission.get("lang")) == ("auto", "fr")


def test_a_missing_item_is_marked() -> None:
    """An id that nobody wrote is shown as it is, with a mark."""
    html = parsed(shown("hostile", "form", "objectives"))
    marked = [" ".join(node.text_content().split()) for node in html.find_class("pb-ref--missing")]
    assert "weekend not written yet" in marked


def pirate_page(book: Workbook) -> str:
    """Return the words of all that the section of the event log shows."""
    snap = Snapshot(book, AS_OF)
    html = "".join(VIEWS[kind][name](snap) for kind, name in (("form", "pirate"), *sorted(OF_A_LOG)))  # type: ignore[index]
    return " ".join(parsed(html).text_content().split())


def test_a_missing_log_is_said_once() -> None:
    """Neither card nor pictures repeat that nothing is drawn, or why the team leaves it out."""
    said = "No event log is named yet, so nothing of it is drawn. Name its file and the events that count."
    assert pirate_page(Workbook(Slug("x"), Product(name="X"))) == said
    left_out = {"not_used": [{"framework": "pirate", "because": "We keep no log"}]}
    product = Product.model_validate({"name": "Nobody", **left_out})
    assert pirate_page(Workbook(Slug("x"), product)) == "Not used, because: We keep no log"


def test_a_log_that_is_named_and_not_there_is_said_once() -> None:
    """Definitions without a file show themselves, and one sentence says why nothing is drawn."""
    metrics = Metrics.model_validate({"pirate": {"events": {"file": "events.csv"}}})
    assert pirate_page(Workbook(Slug("x"), Product(name="X"), metrics=metrics)).count("nothing of it is drawn") == 1


def test_links_lead_to_cards() -> None:
    """Every link from one card to another leads to an anchor that some view has."""
    views = [parsed(shown("full", kind, name)) for kind, name in OWN]
    anchors = {id for html in views for id in html.xpath("//@id")}
    targets = {href.partition("#")[2] for html in views for href in html.xpath("//a/@href") if ".html#" in href}
    assert targets
    assert targets <= anchors


def test_a_live_notebook_links_nowhere() -> None:
    """Where pages do not stand beside each other, names are shown without links."""
    snap = Snapshot(snapshot("full").book, AS_OF, linked=False)
    assert "<a " not in view("form", "objectives")(snap) + view("card", "board")(snap)


def test_a_metric_that_nobody_saw_waits_by_name() -> None:
    """A defined metric without a value is named where the report lists what is not done, and in its objective."""
    name = "Authors without a mouse who publish without help"
    assert f"Note a first value of “{name}”." in parsed(shown("full", "card", "not-done")).text_content()
    assert f"“{name}” has no progress" in parsed(shown("full", "form", "objectives")).text_content()


def test_a_cause_is_told_once() -> None:
    """A metric without a target says so in one sentence, whatever follows from it."""
    said = parsed(shown("full", "card", "metrics")).text_content()
    assert "No target: no progress and no pace; no assurance." in said and "No target: no assurance" not in said


def test_an_unknown_view_names_the_known_ones() -> None:
    """A misspelt name is refused with the names that there are."""
    with pytest.raises(UsageError, match=r"clauses, .*statement"):
        view("form", "statment")


def test_a_wall_of_findings_is_cut_and_counted() -> None:
    """Of 400 references to parts that are not written, 100 stand on the page, and the rest are counted."""
    item = {"id": "goal", "statement": "People read.", "key_results": [f"m-{at}" for at in range(40)]}
    goals = [item | {"id": f"goal-{at}"} for at in range(10)]
    book = Workbook(
        Slug("big"),
        Product(name="Big"),
        objectives=Objectives.model_validate({"objectives": goals}),
        written=frozenset({"product", "objectives"}),
    )
    snap = Snapshot(book, AS_OF)
    page = parsed(view("findings", "all")(snap))
    unseen = len(snap.checked.findings) - len(page.find_class("pb-finding"))
    assert unseen > 300
    assert f"{unseen} findings more: purposebook check big names them all." in page.text_content().replace(
        "\u00a0", " "
    )


def test_a_notice_stands_under_the_name() -> None:
    """Whoever opens the report reads first what has to be known first."""
    full = snapshot("full")
    product = full.book.product.model_copy(update={"notice": "Spring is not checked <yet>."})
    front = parsed(VIEWS["card"]["front"](Snapshot(replace(full.book, product=product), full.day)))
    (notice,) = front.find_class("pb-front__notice")
    assert notice.text_content() == "Spring is not checked <yet>."
    assert not parsed(shown("empty", "card", "front")).find_class("pb-front__notice")
