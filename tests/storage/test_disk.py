"""Bytes on the disk: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from purposebook.storage import disk


def names(folder: Path) -> list[str]:
    """Return what a folder holds."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """Leave the new bytes, the old permissions and nothing beside."""
    path = tmp_path / "a.txt"
    disk.write_text(path, "old\r\n")
    path.chmod(0o600)
    disk.write_bytes(path, b"new \x85")
    assert (path.read_bytes(), path.stat().st_mode & 0o777, names(tmp_path)) == (b"new \x85", 0o600, ["a.txt"])


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """Remove the temporary file when the place is taken by a folder."""
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="directory"):
        disk.write_bytes(tmp_path / "a", b"x")
    assert names(tmp_path) == ["a"]


def test_a_link_is_replaced_not_followed(tmp_path: Path) -> None:
    """Never write through a link."""
    disk.write_bytes(tmp_path / "target", b"old")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    disk.write_bytes(tmp_path / "link", b"new")
    assert ((tmp_path / "target").read_bytes(), (tmp_path / "link").is_symlink()) == (b"old", False)


def test_two_folders_change_places(tmp_path: Path) -> None:
    """Swap full folders."""
    for name in "ab":
        disk.make_folder(tmp_path / name)
        disk.write_text(tmp_path / name / "name", name)
    disk.exchange(tmp_path / "a", tmp_path / "b")
    assert [(tmp_path / name / "name").read_text() for name in "ab"] == ["b", "a"]
    assert names(tmp_path) == ["a", "b"]


def test_a_failed_exchange_changes_nothing(tmp_path: Path) -> None:
    """What stands in its place stays there when there is nothing to exchange it with."""
    (tmp_path / "site").mkdir()
    with pytest.raises(OSError, match="gone"):
        disk.exchange(tmp_path / "site", tmp_path / "gone")
    assert names(tmp_path) == ["site"]


def test_only_temporary_files_of_one_file_are_swept(tmp_path: Path) -> None:
    """Leave those of other files, which somebody may be writing."""
    for name in (".a.0123456789ab.purposebook-tmp", ".b.0123456789ab.purposebook-tmp", ".a.tmp", "a"):
        (tmp_path / name).write_text("")
    disk.sweep(tmp_path, of="a")
    assert names(tmp_path) == [".a.tmp", ".b.0123456789ab.purposebook-tmp", "a"]


def test_a_rename_overwrites_nothing(tmp_path: Path) -> None:
    """Refuse a name that is taken."""
    disk.make_folder(tmp_path / "a")
    disk.make_folder(tmp_path / "b")
    with pytest.raises(FileExistsError):
        disk.rename(tmp_path / "a", tmp_path / "b")


def test_removing_a_link_leaves_what_it_leads_to(tmp_path: Path) -> None:
    """Follow no link while deleting."""
    disk.make_folder(tmp_path / "kept")
    disk.write_text(tmp_path / "kept" / "a", "a")
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    disk.remove_tree(tmp_path / "link")
    disk.remove_tree(tmp_path / "nothing")
    assert (names(tmp_path), names(tmp_path / "kept")) == (["kept"], ["a"])


def test_a_copy_has_the_same_bytes(tmp_path: Path) -> None:
    """Copy large files too."""
    data = os.urandom(3_000_000)
    disk.write_bytes(tmp_path / "a", data)
    disk.copy_file(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == data


def test_lines_are_added_to_the_end(tmp_path: Path) -> None:
    """Make the file where there is none, and keep what it holds."""
    disk.append(tmp_path / "a", b"one\n")
    disk.append(tmp_path / "a", b"two\n")
    assert (tmp_path / "a").read_bytes() == b"one\ntwo\n"
