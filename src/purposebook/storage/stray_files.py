"""Find files whose names are nearly, but not quite, those that are read: nobody would notice that they are not."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from purposebook.domain.imports import IMPORTS
from purposebook.domain.part_names import PART_NAMES
from purposebook.errors import DataFaults, Fault
from purposebook.storage.files import SURVEYS, open_plain, read_bytes
from purposebook.storage.limits import YAML_BYTES
from purposebook.storage.texts import nearest, shown

_TABLES: Final = ("observations", "surveys", "events")
_YAML: Final = ("yml", "yaml")
_PLAIN_TABLES: Final = ("csv", "tsv", "txt", "parquet")
_WORKBOOKS: Final = ("xlsx", "xls", "xlsm", "ods", "numbers")
_LEFT_OVER: Final = re.compile(r"\.(?:orig|bak|rej|old|tmp|save)$|~$", re.IGNORECASE)
"""What editors, git and synchronising programs put behind a name."""
_LOCK: Final = "~$"
"""What spreadsheet programs put before the name of an open file."""
_COPY_OF: Final = re.compile(r"(?:copy of|kopie von|copie de|copia de|kopia) ", re.IGNORECASE)
_COPY: Final = re.compile(
    r"( ?\(| ?-? ?(copy|kopie|copie|copia|kopia)\b|.*conflict| [0-9]|(?-i:-[A-Z0-9]+(-[A-Z0-9]+)+$)|"
    r"-?(MacBook|iMac|iPhone|iPad)|_(BASE|LOCAL|REMOTE|BACKUP)_)",
    re.IGNORECASE,
)
"""What follows the name in that of a copy."""
_NAMED: Final = {
    "observations": re.compile(rb"^observations:", re.MULTILINE),
    "events": re.compile(rb"^pirate:(?s:.*)\bevents:", re.MULTILINE),
}
"""How metrics.yml names a table."""
_CLOSE: Final = 0.8
_LINE_ENDS: Final = (b"\n", b"\r")


def stray_faults(folder: Path) -> Iterator[Fault]:
    """Yield a fault for each YAML file that was probably meant to be a part."""
    names = sorted(path.name for path in folder.iterdir())
    for name in names:
        meant = _part_meant(name)
        if meant and f"{meant}.yml" != name:
            advice = (
                f"rename it to {meant}.yml"
                if f"{meant}.yml" not in names
                else f"{meant}.yml is; move this file to another folder"
            )
            yield Fault(shown(name), 0, 0, "", "is not read", advice)


def unread_files(folder: Path) -> Iterator[Fault]:
    """Yield a fault for each other file beside the data that somebody could take for data; it stops nothing.

    A file that metrics.yml names is read, whatever its name.
    """
    told = _metrics(folder)
    names = sorted(path.name for path in folder.iterdir() if path.is_file())
    for name in names:
        meant = None if os.fsencode(name) in told or _part_meant(name) else _file_meant(name)
        if meant is None or (meant not in names and (folder / meant).exists()):  # a disk without capitals reads it
            continue
        advice = _advice(name, meant, meant in names, told)
        if advice:
            yield Fault(shown(name), 0, 0, "", "is not read", advice)


def cut_off_files(folder: Path) -> Iterator[Fault]:
    """Yield a fault for each table that is empty or whose last line has no end; it stops nothing."""
    for path in sorted(folder.glob("*.csv")):
        with contextlib.suppress(DataFaults, OSError), open_plain(folder, path.name) as table:
            size = table.seek(0, os.SEEK_END)
            table.seek(max(0, size - 1))
            if not size:
                what, advice = "is empty (0 bytes)", "bring it back from a copy or from git, or delete it"
            elif table.read(1) not in _LINE_ENDS:
                what, advice = "its last line has no end", "see whether its last value is whole, and end the line"
            else:
                continue
            yield Fault(shown(path.name), 0, 0, "", f"{what}, as a copy that was cut off leaves it", advice)


def _metrics(folder: Path) -> bytes:
    """Return what metrics.yml says; nothing where it cannot be read, which is a fault of its own."""
    try:
        return read_bytes(folder, "metrics.yml", YAML_BYTES) or b""
    except DataFaults:
        return b""


def _advice(name: str, meant: str, is_there: bool, told: bytes) -> str | None:
    """Say what to do with a file that is not read; nothing with one that is."""
    kind = meant.partition(".")[0]
    away = "move this file to another folder"
    if name.startswith(_LOCK) or _LEFT_OVER.search(name):
        return "delete it, or move it to another folder"
    if kind in {"observations", "events"} and meant.encode() not in told and _NAMED[kind].search(told):
        return f"metrics.yml names other {kind}; {away}, or name it there"
    if name == meant:
        return (
            f"name it in metrics.yml as pirate: {{events: {{file: {name}}}}}, or {away}" if kind == "events" else None
        )
    if is_there:
        return f"{meant} is; compare the two, and {away}"
    if name.rpartition(".")[2].casefold() in _WORKBOOKS:
        return f"save it as {meant} with the encoding UTF-8, and {away}"
    return f"rename it to {meant}"


def _file_meant(name: str) -> str | None:
    """Return the name of the file for which somebody could take this one."""
    bare = _COPY_OF.sub("", _LEFT_OVER.sub("", name.removeprefix(_LOCK)))
    stem, _, ending = bare.rpartition(".")
    is_read = name == SURVEYS or stem.endswith(".database")
    return None if is_read else _meant(stem, ending.casefold())


def _meant(stem: str, ending: str) -> str | None:
    """Return the name of the file that somebody means by one like it."""
    known, kept = (PART_NAMES, "yml") if ending in _YAML else (_TABLES, "csv")
    if ending not in {*_YAML, *_PLAIN_TABLES, *_WORKBOOKS}:
        return None
    for name in known:
        rest = stem[len(name) :]
        is_copy = not rest or _COPY.match(rest) or (kept == "csv" and not rest[0].isalpha())
        if stem.casefold().startswith(name) and is_copy:
            return _as_read(name, ending, kept)
    near = nearest(stem, known, cutoff=_CLOSE)
    return _as_read(near, ending, kept) if near else None


def _as_read(name: str, ending: str, kept: str) -> str:
    """Return the name under which something is read; events may stay a Parquet file."""
    return f"{name}.{'parquet' if (name, ending) == ('events', 'parquet') else kept}"


def _part_meant(name: str) -> str | None:
    """Return the part that the name of a YAML file is nearest to, if it is near one."""
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem or stem.startswith(".") or ending.casefold() not in _YAML:
        return None
    return nearest(stem, (*PART_NAMES, IMPORTS), cutoff=_CLOSE)
