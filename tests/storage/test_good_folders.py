"""Products that can be read: what they say is what was written."""

from __future__ import annotations

import datetime as dt

import pytest
from storage_samples import DATA, faults_in, product

from purposebook.domain.workbook import PARTS
from purposebook.storage.reading import read_part, read_workbook

GOOD = sorted(path.name for path in (DATA / "good").iterdir())
ODD = DATA / "good" / "oddities"


@pytest.mark.parametrize("name", GOOD)
def test_a_good_product_has_no_fault(name: str) -> None:
    """Find nothing wrong with what is unusual but right."""
    assert faults_in(DATA / "good" / name) == ""


def test_every_part_of_a_complete_product_is_written() -> None:
    """Fill every field that the parts have."""
    book = read_workbook(DATA / "good" / "complete")
    assert book.written == set(PARTS)
    assert book.metrics.pirate is not None
    assert book.personas.stakeholders[0].contact_every == 90
    assert book.objectives.objectives[0].outcome is not None
    assert book.objectives.objectives[0].outcome.from_ == "leaves it half made"


def test_empty_files_say_nothing() -> None:
    """Take comments, nulls and empty lists for parts that nobody wrote."""
    book = read_workbook(DATA / "empty")
    assert book.written == {"product"}
    assert (book.mission, book.personas, book.observations) == (PARTS["mission"](), PARTS["personas"](), ())


def test_scalars_stay_the_text_that_was_written() -> None:
    """Guess no truths, numbers or times."""
    made = read_part(ODD, "product").model_dump()
    assert (made["name"], made["summary"], made["language"]) == ("0123", "12:30", "no")
    assert made["team"] == ("no", "on", "1.10", "~x", "2026-01-31")


def test_texts_of_several_lines_are_joined_as_yaml_says() -> None:
    """Fold, keep and join lines; read line ends of every system."""
    mission = read_part(ODD, "mission").model_dump()
    assert mission["purpose"] == "Folded over two lines,\nand a paragraph."
    assert mission["mission"] == "Kept as\n  written\n"
    assert mission["tagline"] == "plain text over two lines"
    assert mission["clauses"][0] == {"id": "no", "text": "it's"}


def test_unusual_characters_survive() -> None:
    """Keep next line, line separators, right-to-left text and emoji."""
    answers = read_part(ODD, "mission").model_dump()["answers"]
    assert answers["why_needed"] == "next\u0085line\u2028line\u2029paragraph"
    assert answers["market"] == "עברית \U0001f600 \u202eabc"
    assert (answers["why_better"], answers["how_found"]) == ("", "~")


def test_columns_may_stand_in_any_order() -> None:
    """Read semicolons, a byte order mark, spaces around cells, and texts that look like nothing."""
    rows = read_workbook(DATA / "good" / "semicolons").observations
    assert [(row.metric, row.value, row.note, row.segment) for row in rows] == [
        ("a", 40.0, "Café", ""),
        ("a", -1500.0, "None", "NA"),
        ("b", 0.5, 'say "a; b"', "=1+1"),
    ]
    assert rows[0].date == dt.date(2026, 1, 31)


def test_every_item_knows_its_line() -> None:
    """Give the line of top-level keys, of items in lists and of items in items."""
    book = read_workbook(DATA / "good" / "complete")
    assert book.line("mission/clauses") == book.line("mission/publish") - 1 == 7
    assert book.line("personas/weekend/evidence") == 12
    assert book.line("observations/publish-rate") == 2
    assert book.line("mission/nothing") == 0


def test_ids_that_stand_twice_are_no_fault(tmp_path) -> None:
    """Leave doubled ids to the rules; the first one's line counts."""
    clauses = "clauses:\n  - {id: a, text: x}\n  - {id: a, text: y}\n"
    assert read_workbook(product(tmp_path, mission=clauses)).line("mission/a") == 2
