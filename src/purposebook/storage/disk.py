"""Put bytes on the disk: the only module that does, so that a file is always wholly old or wholly new."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import re
import secrets
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

_TEMPORARY: Final = re.compile(r"\.(?P<name>.+)\.[0-9a-f]{12}\.purposebook-tmp")
_OURS_TO_KEEP: Final = ("user.", "system.posix_acl_")
"""How the names of attributes begin that belong to a file's owner and not to the system."""
_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2


class AccessError(OSError):
    """Say that a file cannot be replaced without locking somebody out who can use it now."""


def write_bytes(path: Path, data: bytes, durable: bool = True) -> None:
    """Replace a file as one step: after a crash at any moment it holds either the old bytes or all of `data`.

    Not `durable`, it is as whole for every process, but the system is not asked to put it on the disk at once: for what
    may be lost with the power, and is known by its hash when it is whole.
    """
    with replacing(path, durable) as target:
        target.write(data)


def write_text(path: Path, text: str) -> None:
    """Replace a text file as one step, in UTF-8 and with its line ends as they are."""
    write_bytes(path, text.encode("utf-8"))


@contextlib.contextmanager
def replacing(path: Path, durable: bool = True) -> Iterator[IO[bytes]]:
    """Open a temporary file beside `path`, and put it in its place once it is safely on the disk, if `durable`.

    Whatever is raised meanwhile leaves the old file as it was. Raises `AccessError` where the new file would lock
    somebody out.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(6)}.purposebook-tmp")
    try:
        with temporary.open("xb") as target:
            _keep_access(path, temporary)
            yield target
            target.flush()
            if durable:
                os.fsync(target.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    if durable:
        _flush_folder(path.parent)


def append(path: Path, data: bytes) -> None:
    """Add bytes to the end of a file in one call, so that what several processes add at once stays apart."""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        if os.write(handle, data) != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    finally:
        os.close(handle)


def begin(path: Path) -> IO[bytes]:
    """Open a log anew, which only its owner can read, for another process to write into."""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_TRUNC, 0o600)
    return os.fdopen(handle, "wb")


def jot(path: Path, data: bytes) -> None:
    """Write a file of passing use, whose loss nobody would notice: without flush and rename."""
    path.write_bytes(data)


def jot_copy(source: Path, target: Path) -> None:
    """Copy a file for passing use, as `jot` writes one."""
    shutil.copyfile(source, target)


def make_folder(path: Path) -> None:
    """Make a folder and those above it, where they do not exist."""
    path.mkdir(parents=True, exist_ok=True)


def make_private_folder(path: Path) -> None:
    """Make a folder that only its owner can look into, and those above it."""
    make_folder(path)
    path.chmod(0o700)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file's bytes as one step."""
    with source.open("rb") as content, replacing(target) as copy:
        shutil.copyfileobj(content, copy, 1024 * 1024)


def link(source: Path, target: Path) -> bool:
    """Give a file a second name, so that it is stored once; tell whether the file system could."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        return False
    return True


def write_if_new(path: Path, data: bytes) -> bool:
    """Replace a file as one step unless it holds just these bytes; tell whether it had to be."""
    if path.is_file() and path.read_bytes() == data:
        return False
    write_bytes(path, data)
    return True


def rename(source: Path, target: Path) -> None:
    """Give a file or folder a new name that nothing has yet."""
    if target.exists() or target.is_symlink():
        raise FileExistsError(target.name)
    source.rename(target)
    _flush_folder(target.parent)
    if source.parent != target.parent:
        _flush_folder(source.parent)


def remove_tree(path: Path) -> None:
    """Delete a folder with all that it holds; a link is removed, never followed."""
    if path.is_symlink():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def exchange(first: Path, second: Path) -> None:
    """Swap two folders: as one step on Linux, by renames with a short gap elsewhere."""
    if not _exchanged_at_once(first, second):
        aside = first.with_name(f".{first.name}.{secrets.token_hex(6)}.purposebook-tmp")
        first.rename(aside)
        try:
            second.rename(first)
        except OSError:
            aside.rename(first)
            raise
        aside.rename(second)
    for folder in {first.parent, second.parent}:
        _flush_folder(folder)


def sweep(folder: Path, of: str) -> None:
    """Remove the temporary files of the file named `of` that a crash left behind; call it while nobody can write it."""
    for path in folder.iterdir():
        found = _TEMPORARY.fullmatch(path.name)
        if found and found["name"] == of:
            with contextlib.suppress(OSError):
                path.unlink()


def may_lock(folder: Path) -> int:
    """Return the permissions of a lock in a folder: whoever may write into the folder may hold it."""
    return 0o600 | folder.stat().st_mode & 0o066


def share(path: Path, folder: Path) -> None:
    """Give a file the group of its folder, where its owner may."""
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(path, -1, folder.stat().st_gid)


def _keep_access(path: Path, temporary: Path) -> None:
    """Give the new file the owner, group, permissions, access list and attributes of the old one, as far as allowed.

    Raises `AccessError` where somebody could not get at the file any more.
    """
    try:
        old, new = path.lstat(), temporary.stat()
    except FileNotFoundError:
        return
    if not stat.S_ISREG(old.st_mode):
        return
    try:
        if hasattr(os, "chown") and (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
            os.chown(temporary, old.st_uid if os.geteuid() == 0 else -1, old.st_gid)
        temporary.chmod(stat.S_IMODE(old.st_mode))
        for name in os.listxattr(path) if hasattr(os, "listxattr") else ():
            if name.startswith(_OURS_TO_KEEP):
                os.setxattr(temporary, name, os.getxattr(path, name))
    except PermissionError as error:
        raise AccessError(error.errno, error.strerror) from error


def _flush_folder(folder: Path) -> None:
    """Make a rename survive a power cut, where the system lets a folder be flushed."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _exchanged_at_once(first: Path, second: Path) -> bool:
    """Swap by Linux' renameat2; tell whether the system could."""
    if not sys.platform.startswith("linux"):
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    status: int = call(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE)
    return status == 0
