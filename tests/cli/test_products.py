"""Products are made, renamed and archived by command, and nothing is ever deleted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from purposebook.cli.app import run


@pytest.fixture
def workspace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Make a workspace by the command that users call."""
    folder = tmp_path / "our products"
    assert run(["init", str(folder)]) == 0
    assert "purposebook new" in capsys.readouterr().out
    return folder


def test_init_makes_a_whole_workspace(workspace: Path) -> None:
    """A new workspace has the book, the templates and one worked example."""
    assert {"_config.yml", "_toc.yml", "chapters", "templates", "data"} <= {path.name for path in workspace.iterdir()}
    assert [path.name for path in (workspace / "data").iterdir() if path.is_dir()] == ["coursecraft"]


def test_init_refuses_a_folder_that_holds_something(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody's files are never mixed with a workspace's."""
    (tmp_path / "diary.txt").write_text("mine", encoding="utf-8")
    assert run(["init", str(tmp_path)]) == 2
    assert "empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


def test_a_new_product_has_no_fault(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The starter files hold guidance and nothing that a team would have to delete."""
    assert run(["new", "night-bus", "--name", "Night bus: 20 % off", "--workspace", str(workspace)]) == 0
    assert run(["check", "night-bus", "--workspace", str(workspace), "--as-of", "2026-10-31"]) == 0
    assert run(["list", "--workspace", str(workspace), "--as-of", "2026-10-31"]) == 0
    assert "Night bus: 20 % off" in capsys.readouterr().out


def test_a_product_is_not_made_twice(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is there stays as it is."""
    before = (workspace / "data/coursecraft/mission.yml").read_bytes()
    assert run(["new", "coursecraft", "--workspace", str(workspace)]) == 2
    assert "coursecraft" in capsys.readouterr().err
    assert (workspace / "data/coursecraft/mission.yml").read_bytes() == before


def test_rename_moves_the_folder_whole(workspace: Path) -> None:
    """A renamed product has every byte that it had."""
    before = {path.name: path.read_bytes() for path in (workspace / "data/coursecraft").iterdir()}
    assert run(["rename", "coursecraft", "course-studio", "--workspace", str(workspace)]) == 0
    assert {path.name: path.read_bytes() for path in (workspace / "data/course-studio").iterdir()} == before
    assert not (workspace / "data/coursecraft").exists()


def test_the_list_counts_in_words(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Several warnings are warnings."""
    assert run(["list", "--workspace", str(workspace), "--as-of", "2026-10-31"]) == 0
    assert re.search(r"[2-9] warnings", capsys.readouterr().out)


def test_archive_moves_the_folder_whole(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An archived product is kept, and is no product any more."""
    assert run(["archive", "coursecraft", "--as-of", "2026-10-31", "--workspace", str(workspace)]) == 0
    assert (workspace / "data/.archive").is_dir()
    assert len(list((workspace / "data/.archive").rglob("mission.yml"))) == 1
    assert run(["check", "--workspace", str(workspace), "--as-of", "2026-10-31"]) == 2
    assert "purposebook new" in capsys.readouterr().err


def test_an_archived_product_can_be_moved_back(workspace: Path) -> None:
    """Moved back, the folder is the product that it was."""
    product = workspace / "data/coursecraft"
    before = {path.name: path.read_bytes() for path in product.iterdir()}
    assert run(["archive", "coursecraft", "--as-of", "2026-10-31", "--workspace", str(workspace)]) == 0
    (archived,) = (workspace / "data/.archive").iterdir()
    archived.rename(product)
    assert {path.name: path.read_bytes() for path in product.iterdir()} == before
    assert run(["check", "coursecraft", "--as-of", "2026-10-31", "--workspace", str(workspace)]) == 0


def test_a_name_that_is_not_utf_8_is_said(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A terminal in another encoding hands over bytes that no file may hold."""
    assert run(["new", "shop", "--name", "Caf\udce9", "--workspace", str(workspace)]) == 2
    assert "not UTF-8" in capsys.readouterr().err
