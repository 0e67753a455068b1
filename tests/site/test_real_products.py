"""Products that nobody here wrote are published with what they say, and with nothing invented."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from lxml import html
from published_sites import book_copy

from purposebook.publishing.build import build
from purposebook.storage.reading import read_workbook
from purposebook.storage.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
PRODUCTS = ROOT.parent / "shared" / "data" / "products"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PRODUCTS.is_dir(), reason="the shared real products are not beside this repository"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the real products from their own folder, into another."""
    out = tmp_path_factory.mktemp("real") / "site"
    place = Workspace(book_copy(out.parent / "book"), PRODUCTS)
    assert build(place, place.products(), out, dt.date(2026, 11, 1)).failed == ()
    return out


def text_of(page: Path) -> str:
    """Return a page's text with every run of white space as one space."""
    return " ".join(html.document_fromstring(page.read_text(encoding="utf-8")).text_content().split())


def test_every_commitment_is_shown_and_found_unserved(site: Path) -> None:
    """The public service's mission and 12 commitments are there in its own words, each with its finding."""
    mission = read_workbook(PRODUCTS / "simpler-grants").mission
    page = text_of(site / "simpler-grants/mission.html")
    assert [clause.id for clause in mission.clauses if " ".join(clause.text.split()) not in page] == []
    assert mission.mission in page
    assert page.count("No objective serves '") == len(mission.clauses) == 12


def test_nothing_is_invented(site: Path) -> None:
    """Without metrics, personas or evidence the report has no number of them, and says what is missing."""
    page = text_of(site / "simpler-grants/index.html")
    assert "No metric is defined yet" in page
    assert "No north star is chosen yet" in page
    assert "None of 12 clauses can be followed all the way to evidence" in page
    assert "%" not in page


def test_a_product_with_a_log_alone_is_published(site: Path) -> None:
    """A product of which only an event log is known says so, and counts nothing from it yet."""
    record = json.loads((site / "cdnow/build.json").read_text(encoding="utf-8"))
    assert record["product"] == "cdnow"
    assert "CDNOW" in text_of(site / "cdnow/index.html")
    assert "events.csv" in text_of(site / "cdnow/metrics.html")
