"""Several people of one machine: nobody locks another out, and nobody runs a stranger's workspace unasked."""

from __future__ import annotations

import os
import shutil
import struct
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from storage_samples import product

from purposebook.domain.mission import Mission
from purposebook.errors import PurposebookError, SaveFailed, UsageError
from purposebook.storage.disk import write_bytes
from purposebook.storage.reading import read_part
from purposebook.storage.saving import save_part
from purposebook.storage.workspace import Workspace

pytestmark = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the administrator can act as two users"
)
ADA, BEN, EVE = 5001, 5002, 5003
TEAM, STRANGERS = 6001, 6002
ACCESS = "system.posix_acl_access"


def as_user(user: int, group: int, do: Callable[[], object], groups: tuple[int, ...] = ()) -> str:
    """Do something as another user of this machine, in a process of its own; return what went wrong."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        said = ""
        try:
            os.setgroups(groups)
            os.setgid(group)
            os.setuid(user)
            os.umask(0o022)
            do()
        except BaseException as error:  # noqa: BLE001 - this process ends here, whatever happened
            said = str(error) if isinstance(error, PurposebookError) else repr(error)
        os.write(writes, said.encode())
        os._exit(0)
    os.close(writes)
    with os.fdopen(reads) as told:
        said = told.read()
    os.waitpid(child, 0)
    return said


def save(folder: Path, mission: str) -> None:
    """Save a sentence as a form does."""
    before = read_part(folder, "mission")
    save_part(folder, "mission", before, Mission(mission=mission))


@pytest.fixture
def folder() -> Iterator[Path]:
    """Make a product of Ada's in a folder into which her team may write."""
    base = Path(tempfile.mkdtemp())
    base.chmod(0o755)
    (base / "first").mkdir()
    save(product(base / "first", mission="mission: Ours\n"), "Reads every module that other users may not")
    made = product(base, mission="mission: Ours\n")
    for path in (made, *made.iterdir()):
        os.chown(path, ADA, TEAM)
        path.chmod(0o770 if path.is_dir() else 0o660)
    yield made
    shutil.rmtree(base)


def rights(path: Path) -> tuple[int, int]:
    """Return the group of a file and what its members may do."""
    status = path.stat()
    return status.st_gid, status.st_mode & 0o060


@pytest.mark.parametrize("first", [ADA, BEN])
def test_two_of_a_team_save_in_turns(folder: Path, first: int) -> None:
    """Each has another group as the first one; the lock and the file stay the team's."""
    second = ADA + BEN - first
    for number, user in enumerate((first, second, first)):
        assert as_user(user, STRANGERS + user, lambda: save(folder, f"From {number}"), (TEAM,)) == ""  # noqa: B023
        assert rights(folder / "mission.yml") == (TEAM, 0o060)
    assert rights(folder / ".mission.yml.lock") == (TEAM, 0o060)
    assert read_part(folder, "mission").model_dump()["mission"] == "From 2"


def test_the_administrator_leaves_the_file_its_owner(folder: Path) -> None:
    """A save under sudo would lock the owner out."""
    save(folder, "By root")
    status = (folder / "mission.yml").stat()
    assert (status.st_uid, status.st_gid) == (ADA, TEAM)


def test_who_would_lock_others_out_is_told(folder: Path) -> None:
    """A folder that is open to everybody lets a stranger replace files, but not give them to the team."""
    folder.chmod(0o777)
    (folder / "mission.yml").chmod(0o664)
    said = as_user(EVE, STRANGERS, lambda: save(folder, "By Eve"))
    assert "mission.yml belongs to a group that you are not in" in said
    assert "Nothing was saved" in said
    assert sorted(path.name for path in folder.iterdir()) == [".mission.yml.lock", "mission.yml", "product.yml"]
    assert (folder / "mission.yml").read_text() == "mission: Ours\n"
    assert as_user(BEN, STRANGERS, lambda: save(folder, "By Ben"), (TEAM,)) == ""


def test_access_list_and_attributes_stay(folder: Path) -> None:
    """Somebody outside the team was given the file by name, and a program noted something on it."""
    entries = [
        (0x01, 6, 0xFFFFFFFF),
        (0x02, 6, EVE),
        (0x04, 6, 0xFFFFFFFF),
        (0x10, 6, 0xFFFFFFFF),
        (0x20, 0, 0xFFFFFFFF),
    ]
    listed = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)
    path = folder / "mission.yml"
    try:
        os.setxattr(path, ACCESS, listed)
        os.setxattr(path, "user.note", b"kept")
    except OSError:
        pytest.skip("this file system keeps neither")
    assert as_user(BEN, STRANGERS, lambda: save(folder, "By Ben"), (TEAM,)) == ""
    assert (os.getxattr(path, ACCESS), os.getxattr(path, "user.note")) == (listed, b"kept")


def test_a_new_file_is_as_the_system_makes_it(folder: Path) -> None:
    """Nothing is kept of a file that was not there."""
    (folder / "mission.yml").unlink()
    assert as_user(BEN, STRANGERS, lambda: save(folder, "Anew"), (TEAM,)) == ""
    assert (folder / "mission.yml").stat().st_uid == BEN


@pytest.mark.parametrize("name", ["_config.yml", "_toc.yml", "chapters"])
def test_a_workspace_of_a_stranger_is_not_picked_up_from_above(folder: Path, name: str) -> None:
    """Its chapters would run with our rights; who is in it or names it wants it."""
    root = folder.parent
    for place in ("_config.yml", "_toc.yml"):
        (root / place).touch()
    (root / "chapters").mkdir()
    assert Workspace.find(folder).root == root
    os.chown(root / name, EVE, STRANGERS)
    with pytest.raises(UsageError, match="belongs to another user"):
        Workspace.find(folder)
    assert Workspace.find(root).root == root
    assert "belongs to another user" in as_user(BEN, TEAM, lambda: Workspace.find(folder))
    if name == "_toc.yml":
        for place in ("_config.yml", "chapters"):
            os.chown(root / place, EVE, STRANGERS)
        assert as_user(EVE, TEAM, lambda: Workspace.find(folder)) == ""


def test_a_folder_that_cannot_be_written_is_said(folder: Path) -> None:
    """A member who may only read is told so."""
    folder.chmod(0o750)
    with pytest.raises(SaveFailed, match="cannot be saved here"):
        raise SaveFailed(as_user(BEN, STRANGERS, lambda: save(folder, "By Ben"), (TEAM,)))


def test_links_and_folders_are_no_files_to_follow(folder: Path) -> None:
    """The rights of what a link leads to are not taken over."""
    (folder / "link").symlink_to(folder / "mission.yml")
    write_bytes(folder / "link", b"x")
    assert (folder / "link").stat().st_uid == 0
