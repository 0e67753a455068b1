"""Replace one file under the lock beside it, and say what is true when the disk fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from purposebook.errors import DataFaults, SaveFailed
from purposebook.storage import disk
from purposebook.storage.files import read_bytes
from purposebook.storage.limits import LOCK_SECONDS, MIB


@contextmanager
def locked(folder: Path, name: str) -> Iterator[None]:
    """Hold the lock beside a file: locking the file itself would be lost with each replacement."""
    try:
        lock = _acquired(folder, name)
        try:
            disk.sweep(folder, of=name)
            yield
        finally:
            lock.release()
    except OSError as error:
        raise SaveFailed(
            f"The disk failed while {name} was saved ({_why(error)}). Load the newest state to see what the file holds "
            "now, and save again."
        ) from error


def _acquired(folder: Path, name: str) -> BaseFileLock:
    """Return the lock beside a file, held."""
    try:
        lock = FileLock(folder / f".{name}.lock", timeout=LOCK_SECONDS, mode=disk.may_lock(folder))
        lock.acquire()
        disk.share(Path(lock.lock_file), folder)
    except Timeout as error:
        raise SaveFailed(
            f"Somebody else has been saving {name} for {LOCK_SECONDS:.0f} seconds. Nothing was saved. Try again."
        ) from error
    except OSError as error:
        raise SaveFailed(f"{name} cannot be saved here ({_why(error)}). Nothing was saved.") from error
    return lock


def replace(folder: Path, name: str, before: bytes | None, data: bytes, most: int) -> None:
    """Write a file in one step, if it still holds the bytes `before`; after an error say what it holds."""
    if len(data) > most:
        raise SaveFailed(f"{name} would be larger than {most // MIB} MiB. Nothing was saved. Shorten its texts.")
    if read_bytes(folder, name, most) != before:
        # an editor knows nothing of our lock
        raise SaveFailed(f"{name} was changed by another program just now. Nothing was saved. Save again.")
    try:
        disk.write_bytes(folder / name, data)
    except disk.AccessError as error:
        raise SaveFailed(
            f"{name} belongs to a group that you are not in, or has rights that you cannot give it: a save would lock "
            "others out. Nothing was saved. Ask the owner of the file to save, or to take you into the group."
        ) from error
    except OSError as error:
        raise SaveFailed(
            f"{name} could not be saved ({_why(error)}). {_state(folder, name, before, data, most)}"
        ) from error


def _state(folder: Path, name: str, before: bytes | None, after: bytes, most: int) -> str:
    """Say what a file holds after an error, by reading it."""
    try:
        now = read_bytes(folder, name, most)
    except DataFaults:
        return "The file cannot be read now. Mend the disk, and save again."
    if now == after:
        return (
            "The file holds your changes now, but the disk did not confirm that they survive a power cut. Save again."
        )
    if now == before:
        return "The file is as it was before. Make room or mend the disk, and save again."
    return "Somebody else changed the file meanwhile. Load the newest state, and save again."


def _why(error: OSError) -> str:
    """Return the system's reason without a path."""
    return (error.strerror or type(error).__name__).lower()
