"""Workspaces: found from below, with only sound names becoming paths."""

from __future__ import annotations

from pathlib import Path

import pytest
from storage_samples import product

from purposebook.errors import BadSlug, DataFaults, UsageError
from purposebook.storage.shipped import shipped
from purposebook.storage.workspace import Toc, Workspace


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """Make a small workspace with one product."""
    (tmp_path / "_config.yml").write_text("title: Book\n")
    (tmp_path / "_toc.yml").write_text(
        "format: jb-book\nroot: chapters/welcome\nparts:\n  - caption: One\n    chapters:\n"
        "      - file: chapters/mission\n        sections: [{file: chapters/metrics}]\n"
        "  - chapters: [{file: chapters/report.ipynb}, {file: ../../etc/passwd}, {file: /outside/secret}]\n"
    )
    (tmp_path / "chapters").mkdir()
    for name in ("welcome.md", "mission.ipynb", "metrics.ipynb", "report.ipynb", "unlisted.ipynb"):
        (tmp_path / "chapters" / name).write_text("{}")
    (tmp_path / "data").mkdir()
    product(tmp_path / "data")
    return Workspace.find(tmp_path)


def test_a_workspace_is_found_from_below(place: Workspace) -> None:
    """Walk up to the folder with the book."""
    assert Workspace.find(place.root / "chapters") == place
    assert Workspace.find(place.root, data=place.root / "other").data == place.root / "other"


def test_no_workspace_is_said_so(tmp_path: Path) -> None:
    """Say how to make a workspace where there is none."""
    with pytest.raises(UsageError, match="purposebook init"):
        Workspace.find(tmp_path)


def test_chapters_are_notebooks_in_the_order_of_the_toc(place: Workspace) -> None:
    """Leave out pages that are no notebooks, that nobody listed, or that lead outside."""
    assert place.chapters() == ("mission", "metrics", "report")
    pages = ("chapters/mission", "chapters/metrics", "chapters/report.ipynb", "../../etc/passwd", "/outside/secret")
    assert place.notebooks()["report"] == place.root / "chapters" / "report.ipynb"
    assert place.toc() == Toc("chapters/welcome", pages)


@pytest.mark.parametrize("text", ["", "- a\n", "root: [\n", "chapters: []\n"])
def test_a_broken_toc_is_a_fault(place: Workspace, text: str) -> None:
    """Name what is wrong with the order of the chapters."""
    (place.root / "_toc.yml").write_text(text)
    with pytest.raises(DataFaults, match=r"_toc\.yml"):
        place.toc()


def test_products_are_folders_with_sound_names(place: Workspace) -> None:
    """Leave out hidden folders, links, files, and folders that are no products."""
    (place.data / ".archive").mkdir()
    (place.data / "linked").symlink_to(place.data / "demo")
    (place.data / "README.md").write_text("")
    (place.data / "Meeting notes").mkdir()
    assert place.products() == ("demo",)


def test_a_product_with_an_unsound_name_is_named_and_stops_no_other(place: Workspace) -> None:
    """Leave out a folder that is a product but for its name, and say what is wrong with it."""
    (place.data / "My Product").mkdir()
    (place.data / "My Product" / "product.yml").write_text("name: Mine\n")
    assert place.products() == ("demo",)
    [refusal] = place.misnamed()
    assert "'My Product'" in str(refusal)
    assert "Rename that folder" in str(refusal)


@pytest.mark.parametrize(
    "name", ["../demo", "..", ".", "/etc", "demo/..", "demo/", "", "Demo", "demo\n", "index", "nul", "a" * 64, "dému"]
)
def test_a_name_that_is_no_slug_never_becomes_a_path(place: Workspace, name: str) -> None:
    """Refuse such a name before the file system hears of it."""
    with pytest.raises(BadSlug):
        place.folder(name)


def test_a_missing_or_linked_product_is_refused(place: Workspace) -> None:
    """Name the products that there are; follow no link."""
    with pytest.raises(UsageError, match="There is no product 'other'"):
        place.folder("other")
    (place.data / "linked").symlink_to(place.data / "demo")
    with pytest.raises(UsageError, match="symbolic link"):
        place.folder("linked")


def test_what_is_shipped_is_found() -> None:
    """Find the book and its starter files in this installation."""
    assert shipped("_toc.yml").is_file()
    assert shipped("templates", "product", "product.yml").is_file()
