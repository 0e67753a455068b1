"""Save a part so that nobody's words are lost: lock, read again, merge, verify, replace the file in one step."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import ValidationError

from purposebook.domain.base import Model
from purposebook.domain.workbook import PARTS
from purposebook.errors import DataFaults, SaveConflict, SaveFailed
from purposebook.storage import disk
from purposebook.storage.faults import faults_of
from purposebook.storage.files import checked_folder, read_bytes
from purposebook.storage.limits import LOCK_SECONDS, MIB, YAML_BYTES
from purposebook.storage.merging import Merge
from purposebook.storage.reading import Written, parsed, read_written
from purposebook.storage.said import Group, said, said_briefly
from purposebook.storage.yaml_layout import Awkward, Layout
from purposebook.storage.yaml_reading import Document
from purposebook.storage.yaml_splicing import Change, Splicer


def save_part(folder: Path, part: str, base: Model, value: Model) -> Model:
    """Apply the difference from `base` to `value` to the newest state of a part; return that part as it is then.

    Raise `SaveConflict` where somebody else changed the same field meanwhile, `SaveFailed` when the file could not be
    written, `DataFaults` when it cannot be read. In each case the file holds what it held before, unless the message
    says otherwise.
    """
    changed = said(base) != said(value)
    name = f"{part}.yml"
    if not changed:
        return read_written(checked_folder(folder), part).value
    with locked(checked_folder(folder), name):
        newest = _newest(folder, part)
        merge = Merge()
        merged = merge.groups(said(base), said(newest.value), said(value))
        if merge.conflicts:
            raise SaveConflict(name, merge.conflicts)
        if merged == said(newest.value):
            return newest.value
        model = _validated(part, merged)
        text = _written(folder, part, newest, model)
        replace(folder, name, _encoded(folder, name, newest, text), YAML_BYTES)
        return model


@contextmanager
def locked(folder: Path, name: str) -> Iterator[None]:
    """Hold the lock beside a file: locking the file itself would be lost with each replacement."""
    lock = FileLock(folder / f".{name}.lock", timeout=LOCK_SECONDS)
    try:
        lock.acquire()
    except Timeout as error:
        raise SaveFailed(
            f"Somebody else has been saving {name} for {LOCK_SECONDS:.0f} seconds. Nothing was saved. Try again."
        ) from error
    except OSError as error:
        raise SaveFailed(f"{name} cannot be saved here ({_why(error)}). Nothing was saved.") from error
    try:
        disk.sweep(folder, older_than=0, of=name)
        yield
    finally:
        lock.release()


def replace(folder: Path, name: str, data: bytes, most: int) -> None:
    """Write a file in one step; after an error say what it holds."""
    if len(data) > most:
        raise SaveFailed(f"{name} would be larger than {most // MIB} MiB. Nothing was saved. Shorten its texts.")
    before = read_bytes(folder, name, most)
    try:
        disk.write_bytes(folder / name, data)
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


def _newest(folder: Path, part: str) -> Written:
    """Read the part again, under the lock; a product that is just being made has none yet."""
    if part == "product" and not (folder / "product.yml").exists() and not (folder / "product.yml").is_symlink():
        return Written(PARTS[part].model_construct(), None, Document(None))
    return read_written(folder, part)


def _validated(part: str, merged: Group) -> Model:
    """Make the model of what both wrote; together they may pass a limit that each of them kept."""
    model = PARTS[part]
    try:
        return model.model_validate(merged)
    except ValidationError as error:
        faults = "; ".join(f"{fault.field} {fault.message}" for fault in faults_of(error, model, f"{part}.yml", {}))
        raise SaveFailed(f"{part}.yml cannot be saved: {faults}. Nothing was saved.") from error


def _written(folder: Path, part: str, newest: Written, model: Model) -> str:
    """Return the new text of a file, tried until it reads back as exactly what it should say."""
    text = newest.text or ""
    newline = "\r\n" if "\r\n" in text else "\n"
    change = Change(said(newest.value) if newest.document.root else {}, said(model), said_briefly(model))
    attempts = ((text, newest.document.root, True), (text, newest.document.root, False), ("", None, True))
    for source, root, finely in attempts:
        try:
            result = Splicer(Layout(source, newline), finely).document(root, change)
            if said(parsed(folder, part, result).value) == said(model):
                return result
        except (Awkward, DataFaults):
            continue
    raise SaveFailed(f"{part}.yml could not be written so that it reads back as the same. Nothing was saved.")


def _encoded(folder: Path, name: str, newest: Written, text: str) -> bytes:
    """Return the bytes of a text, with the byte order mark that the file had."""
    marked = newest.text is not None and (read_bytes(folder, name, YAML_BYTES) or b"").startswith(codecs.BOM_UTF8)
    return (codecs.BOM_UTF8 if marked else b"") + text.encode("utf-8")


def _why(error: OSError) -> str:
    """Return the system's reason without a path."""
    return (error.strerror or type(error).__name__).lower()
