"""Bring a file of a product's folder into memory, refusing whatever is not a plain text file."""

from __future__ import annotations

import codecs
import contextlib
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from purposebook.domain.plain import CONTROL
from purposebook.errors import DataFaults, Fault, UsageError
from purposebook.storage import journal
from purposebook.storage.limits import MIB

OBSERVATIONS: Final = "observations.csv"
SURVEYS: Final = "surveys.csv"
_UTF16_OR_32: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_PLAIN: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def checked_folder(folder: Path) -> Path:
    """Return `folder`, or refuse what is missing, a link, no folder, or out of reach."""
    try:
        return _plain_folder(folder)
    except OSError as error:
        why = error.strerror or "unknown reason"
        raise UsageError(f"The folder '{folder.name}' cannot be opened ({why}). Allow reading it.") from error


def _plain_folder(folder: Path) -> Path:
    """Return `folder`, or refuse what is missing, a link, or no folder."""
    if folder.is_symlink():
        raise UsageError(
            f"'{folder.name}' is a symbolic link; a product is a folder of its own. Put the folder itself here."
        )
    if not folder.is_dir():
        raise UsageError(f"There is no folder '{folder.name}'. Create it with: purposebook new {folder.name}")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise UsageError(f"The folder '{folder.name}' cannot be opened. Allow reading it.")
    return folder


def read_bytes(folder: Path, name: str, most: int) -> bytes | None:
    """Return the bytes of a plain file, None where there is none; raise `DataFaults` for anything else.

    This is where a product's files are read, and so where the journal learns of it.
    """
    try:
        data = _bytes_of(folder, name, most)
    except DataFaults:
        journal.note_refused(folder, name)
        raise
    journal.note_file(folder, name, data)
    return data


def exists(folder: Path, name: str) -> bool:
    """Tell whether anything has that name, a dangling link included."""
    there = (folder / name).is_symlink() or (folder / name).exists()
    if not there:
        journal.note_file(folder, name, None)
    return there


def _bytes_of(folder: Path, name: str, most: int) -> bytes | None:
    """Read a plain file to its end, and not beyond the limit."""
    try:
        with open_plain(folder, name) as source:
            data = source.read(most + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(folder, name, error) from error
    if len(data) > most:
        raise refusal(
            folder,
            name,
            f"is larger than {most // MIB} MiB",
            "keep one product's texts and numbers in it and nothing else",
        )
    return data


def unreadable(folder: Path, name: str, error: OSError) -> DataFaults:
    """Return the fault of a file that the system does not let us read."""
    return refusal(folder, name, f"cannot be read ({error.strerror or 'unknown reason'})", "make it readable")


@contextlib.contextmanager
def open_plain(folder: Path, name: str) -> Iterator[IO[bytes]]:
    """Open a plain file to read its bytes; raise `DataFaults` for what is none, `OSError` as opening does."""
    path = folder / name
    _refuse_kind(folder, name, path.lstat().st_mode)
    with os.fdopen(os.open(path, os.O_RDONLY | _PLAIN), "rb") as source:
        _refuse_kind(folder, name, os.fstat(source.fileno()).st_mode)
        yield source


def decoded(folder: Path, name: str, data: bytes) -> str:
    """Return the text of YAML bytes without a byte order mark; name the first character that no text may hold."""
    if data.startswith(_UTF16_OR_32):
        raise refusal(folder, name, "is not UTF-8 text", "save it with the encoding UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        what = f"holds the byte 0x{data[error.start]:02X}, which is not UTF-8"
        raise refusal(folder, name, what, "save it with the encoding UTF-8", at=before) from error
    found = CONTROL.search(text)
    if found:
        before = text[: found.start()]
        what = (
            f"holds the control character U+{ord(found.group()):04X} as character {place_after(before)[1]} of the line"
        )
        raise refusal(folder, name, what, "delete it", at=before)
    return text


def refusal(folder: Path, name: str, message: str, advice: str, at: str | None = None) -> DataFaults:
    """Make the fault of a whole file, or of the place that the text `at` leads to."""
    line, column = (0, 0) if at is None else place_after(at)
    return DataFaults(folder.name, [Fault(name, line, column, "", message, advice)])


def place_after(text: str) -> tuple[int, int]:
    """Return the 1-based line and column of the character behind `text`."""
    lines = re.split(r"\r\n|\r|\n", text)
    return len(lines), len(lines[-1]) + 1


def _refuse_kind(folder: Path, name: str, mode: int) -> None:
    """Refuse links, folders, pipes and devices where a file should be."""
    if stat.S_ISREG(mode):
        return
    if stat.S_ISLNK(mode):
        raise refusal(folder, name, "is a symbolic link", "put the file itself into the folder")
    kind = "a folder" if stat.S_ISDIR(mode) else "a pipe, socket or device"
    raise refusal(folder, name, f"is {kind} where a file should be", "move it away and put a plain file in its place")
