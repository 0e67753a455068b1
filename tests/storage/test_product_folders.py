"""Making, renaming and archiving products: nothing is overwritten, deleted or changed by the way."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from storage_samples import fingerprint, product

from purposebook.domain.product import Product
from purposebook.errors import BadSlug, UsageError
from purposebook.storage.products import archive_product, init_workspace, new_product, rename_product
from purposebook.storage.reading import read_part, read_workbook
from purposebook.storage.workspace import Workspace

DAY = dt.date(2026, 10, 31)


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """Make a workspace with one product."""
    made = Workspace(tmp_path, tmp_path / "data")
    made.data.mkdir()
    product(
        made.data, product="name: Demo\nlanguage: de\nteam: [Designer]\nsummary: Ours\n", mission="mission: Teach\n"
    )
    return made


@pytest.mark.parametrize("name", ["", "Night bus", "name: {{ 7*7 }} #1", "'\"\\ 😀 עברית", "no"])
def test_a_new_product_has_its_name_and_no_fault(place: Workspace, name: str) -> None:
    """Write any name so that it reads back, beside the starter files' explanations."""
    folder = new_product(place, "night-bus", name)
    book = read_workbook(folder)
    assert book.product == Product(name=name or "Night bus")
    assert book.written == {"product"}
    assert {"mission.yml", "observations.csv"} <= {path.name for path in folder.iterdir()}
    assert sorted(path.name for path in place.data.iterdir()) == ["demo", "night-bus"]


def test_a_new_product_takes_over_settings_and_no_words(place: Workspace) -> None:
    """Copy team and language, not the summary or the mission."""
    book = read_workbook(new_product(place, "second", like="demo"))
    assert (book.product.language, book.product.team, book.product.summary) == ("de", ("Designer",), "")
    assert book.mission.mission == ""


def test_a_new_product_takes_over_rhythm_and_visibility(place: Workspace) -> None:
    """Keep a product private that is made like a private one."""
    product(place.data, product="name: Demo\nreview_every: 30d\nvisibility: private\n")
    made = read_workbook(new_product(place, "second", like="demo")).product
    assert (made.review_every, made.visibility) == (30, "private")


def test_own_starter_files_come_first(place: Workspace) -> None:
    """Copy whatever the workspace's own template holds, hidden files and links excepted."""
    own = place.root / "templates" / "product"
    (own / "notes").mkdir(parents=True)
    (own / "notes" / "a.txt").write_text("A")
    (own / ".hidden").write_text("")
    folder = new_product(place, "third", "Third")
    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*")) == [
        "notes",
        "notes/a.txt",
        "product.yml",
    ]


def test_an_impossible_name_makes_nothing(place: Workspace) -> None:
    """Say what is wrong with a name, and leave no folder behind."""
    with pytest.raises(UsageError, match="has 121 characters where 120 are the most"):
        new_product(place, "fourth", "x" * 121)
    assert place.products() == ("demo",)


def test_a_taken_name_is_refused(place: Workspace) -> None:
    """Overwrite no product, by making or renaming."""
    before = fingerprint(place.data / "demo")
    with pytest.raises(UsageError, match="already something named 'demo'"):
        new_product(place, "demo")
    new_product(place, "other")
    with pytest.raises(UsageError, match="already something named 'demo'"):
        rename_product(place, "other", "demo")
    assert fingerprint(place.data / "demo") == before


@pytest.mark.parametrize("name", ["../x", "/x", "a/b", "", "X", "index"])
def test_a_name_that_is_no_slug_reaches_no_disk(place: Workspace, name: str) -> None:
    """Refuse to make or rename to such a name."""
    before = fingerprint(place.root.parent)
    for act in (lambda: new_product(place, name), lambda: rename_product(place, "demo", name)):
        with pytest.raises(BadSlug):
            act()
    assert fingerprint(place.root.parent) == before


def test_renaming_changes_no_file(place: Workspace) -> None:
    """Move the folder with every byte in it."""
    before = fingerprint(place.data / "demo")
    assert fingerprint(rename_product(place, "demo", "course-craft")) == before
    assert place.products() == ("course-craft",)


def test_archived_products_keep_their_day_and_each_other(place: Workspace) -> None:
    """Move products aside under name and day, numbered when one is there already."""
    assert archive_product(place, "demo", DAY).relative_to(place.data).as_posix() == ".archive/demo-2026-10-31"
    new_product(place, "demo")
    assert archive_product(place, "demo", DAY).name == "demo-2026-10-31-2"
    assert place.products() == ()


def test_a_new_workspace_is_complete(tmp_path: Path) -> None:
    """Ship the book, its chapters, the starter files and the worked example."""
    place = Workspace.find(init_workspace(tmp_path / "ours"))
    assert place.products() == ("coursecraft",)
    assert "mission" in place.chapters()
    assert isinstance(read_part(place.folder("coursecraft"), "product"), Product)
    assert new_product(place, "mine").is_dir()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    """Refuse a folder that is not empty, a file, and a link."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / ".git").mkdir()
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to(tmp_path / "empty")
    for name in ("full", "file", "link"):
        with pytest.raises(UsageError, match="empty or does not exist yet"):
            init_workspace(tmp_path / name)
    assert [path.name for path in (tmp_path / "full").iterdir()] == [".git"]
