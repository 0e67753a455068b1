"""A save in which one system call after the other fails, or is the last one before the end."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest
from storage_samples import product

from purposebook.domain.base import Model
from purposebook.errors import PurposebookError
from purposebook.storage.reading import read_part
from purposebook.storage.saving import save_part

OLD, NEW = "Teach with care", "Teach with care and patience"
ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT, errno.EACCES)
CALLS = {
    "access", "chmod", "chown", "flush", "fsync", "fstat", "getxattr", "listdir", "listxattr", "lstat", "open",
    "read", "rename", "replace", "scandir", "setxattr", "stat", "unlink", "write",
}  # fmt: skip
MOST = 2000
"""Far more calls than one save makes: the tests end when a save meets no fault any more."""


class Fault:
    """Do something in place of the `at`-th call into the system: a profiler may raise before a C function runs."""

    def __init__(self, at: int, act: Callable[[], None]) -> None:
        self.at, self.act, self.seen = at, act, 0

    def __call__(self, frame: FrameType, event: str, called: object) -> None:
        """Count the calls that reach the disk; closing is none, for it closes even where it reports an error."""
        del frame
        if event != "c_call" or getattr(called, "__name__", "") not in CALLS:
            return
        self.seen += 1
        if self.seen == self.at:
            self.act()


def fresh(place: Path, number: int) -> Path:
    """Make a product of its own for one fault."""
    (place / f"{number}").mkdir()
    return product(place / f"{number}", mission=f"mission: {OLD}  # ours\n")


def save(folder: Path, fault: Fault) -> None:
    """Change the mission while `fault` waits for its call."""
    base = read_part(folder, "mission")
    value: Model = base.model_copy(update={"mission": NEW})
    sys.setprofile(fault)
    try:
        save_part(folder, "mission", base, value)
    finally:
        sys.setprofile(None)


def mission(folder: Path) -> str:
    """Return what the file holds now; it must be readable whatever happened."""
    return str(getattr(read_part(folder, "mission"), "mission"))  # noqa: B009 - the part's own model is not known here


def failing(number: int) -> Callable[[], None]:
    """Refuse as a full, broken or write-protected disk does."""

    def act() -> None:
        code = ERRORS[number % len(ERRORS)]
        raise OSError(code, os.strerror(code))

    return act


@pytest.mark.skipif(os.name == "nt", reason="counts the calls of Unix systems")
def test_whichever_call_fails_the_file_is_whole_and_the_truth_is_told(tmp_path: Path) -> None:
    """Full, broken and write-protected disks, at every call: old or new, never acknowledged without being there."""
    for number in range(1, MOST):
        folder = fresh(tmp_path, number)
        fault = Fault(number, failing(number))
        told = ""
        try:
            save(folder, fault)
        except PurposebookError as refused:
            told = str(refused)
        if fault.seen < number:
            break
        now = mission(folder)
        unknown = "see what the file holds" in told
        assert unknown or now == (NEW if not told or "holds your changes" in told else OLD), (number, told, now)
        assert str(tmp_path) not in told
    assert 10 < number < MOST - 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can end at any call")
def test_whichever_call_is_the_last_the_file_is_whole(tmp_path: Path) -> None:
    """A process that dies at any call leaves the old text or the new one, and the next save works and sweeps."""
    for number in range(1, MOST):
        folder = fresh(tmp_path, number)
        child = os.fork()
        if child == 0:
            try:
                save(folder, Fault(number, lambda: os._exit(9)))
                os._exit(0)
            finally:
                os._exit(1)
        ended = os.waitpid(child, 0)[1]
        assert mission(folder) in ({OLD, NEW} if ended else {NEW})
        if not ended:
            break
        save(folder, Fault(0, lambda: None))
        assert (mission(folder), list(folder.glob(".*-tmp"))) == (NEW, [])
    assert 10 < number < MOST - 1
