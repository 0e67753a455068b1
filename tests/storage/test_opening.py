"""A workbook that is opened says what one that is read says, and reads no more than it is asked."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest
from storage_samples import DATA, product

from purposebook.domain.product import Product
from purposebook.domain.variables import JOURNAL
from purposebook.domain.workbook import PARTS, Workbook
from purposebook.errors import DataFaults, UsageError
from purposebook.storage import journal
from purposebook.storage.opening import open_workbook
from purposebook.storage.reading import read_workbook

PRODUCTS = Path(__file__).parents[2] / "data"
FOLDERS = [*sorted((DATA / "good").iterdir()), DATA / "empty", PRODUCTS / "coursecraft", PRODUCTS / "first-steps"]
COMPLETE = DATA / "good" / "complete"
each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep a journal."""
    monkeypatch.setenv(JOURNAL, str(tmp_path / "journal"))
    return tmp_path / "journal"


@each_folder
def test_opened_says_the_same_as_read(folder: Path) -> None:
    """Hold equal values in every field, from whichever side they are compared."""
    opened, whole = open_workbook(folder), read_workbook(folder)
    assert opened == whole and whole == opened
    assert {
        field.name for field in fields(Workbook) if getattr(opened, field.name) != getattr(whole, field.name)
    } == set()
    assert (sorted(opened.written), sorted(opened.lines)) == (sorted(whole.written), sorted(whole.lines))
    assert (len(opened.written), len(opened.lines)) == (len(whole.written), len(whole.lines))


@pytest.mark.parametrize(
    ("asked", "files"),
    [
        (lambda book: book.slug, []),
        (lambda book: book.mission, ["mission.yml"]),
        (lambda book: "mission" in book.written, ["mission.yml"]),
        (lambda book: "nothing" in book.written, []),
        (lambda book: book.line("mission/publish"), ["mission.yml"]),
        (lambda book: book.line("nothing/publish"), []),
        (lambda book: book.observations, ["metrics.yml", "observations.csv"]),
        (lambda book: book.line("observations/publish-rate"), ["metrics.yml", "observations.csv"]),
        (lambda book: book.mission is book.mission, ["mission.yml"]),
        (lambda book: list(book.written), sorted(f"{part}.yml" for part in PARTS if part != "product")),
    ],
)
def test_a_file_is_read_when_it_is_asked_for(notes: Path, asked, files: list[str]) -> None:
    """Read the one file that holds the answer, once."""
    asked(open_workbook(COMPLETE))
    lines = notes.read_bytes().splitlines() if notes.exists() else []
    assert len(lines) == len(files)
    assert not files or sorted(journal.read_journal(notes).files) == files


def test_only_the_faults_of_what_is_asked_for_are_told(tmp_path: Path) -> None:
    """Raise a part's own faults when somebody asks for it."""
    opened = open_workbook(product(tmp_path, mission="misson: Teach.\n", personas="personas: [\n"))
    assert opened.objectives == PARTS["objectives"]()
    with pytest.raises(DataFaults) as found:
        assert opened.mission
    assert {fault.file for fault in found.value.faults} == {"mission.yml"}


def test_a_folder_that_is_missing_is_refused_at_once(tmp_path: Path) -> None:
    """Open nothing that is not there."""
    with pytest.raises(UsageError, match="no folder"):
        open_workbook(tmp_path / "nobody")


def test_a_copy_of_an_opened_workbook_is_whole() -> None:
    """Change an opened workbook as one that was read."""
    opened, product_ = open_workbook(COMPLETE), Product(name="Other")
    assert replace(opened, product=product_) == replace(read_workbook(COMPLETE), product=product_)


def test_a_misspelt_field_is_no_field() -> None:
    """Refuse what no workbook has, opened or not."""
    for book in (open_workbook(COMPLETE), read_workbook(COMPLETE)):
        with pytest.raises(AttributeError, match="mision"):
            book.mision  # type: ignore[attr-defined]  # noqa: B018


def test_a_text_that_was_read_is_not_parsed_again(tmp_path: Path) -> None:
    """Share frozen values between readings of the same text, and never between different ones."""
    folder = product(tmp_path, mission="mission: Teach.\n")
    first = read_workbook(folder)
    assert read_workbook(folder).mission is first.mission
    product(tmp_path, mission="mission: Learn.\n")
    assert read_workbook(folder).mission.mission == "Learn."


def test_faults_are_told_every_time(tmp_path: Path) -> None:
    """Refuse a text with faults also when it was parsed before, under the name of its own product."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        folder = product(tmp_path / name, mission="misson: Teach.\n").rename(tmp_path / name / name)
        with pytest.raises(DataFaults) as found:
            read_workbook(folder)
        assert found.value.product == name
