"""Save a part so that nobody's words are lost: lock, read again, merge, verify, replace the file in one step."""

from __future__ import annotations

import codecs
from pathlib import Path

from pydantic import ValidationError

from purposebook.domain.base import Model
from purposebook.domain.workbook import FILES
from purposebook.errors import DataFaults, SaveConflict, SaveFailed
from purposebook.storage.csv_saving import save_observations
from purposebook.storage.faults import faults_of
from purposebook.storage.files import checked_folder
from purposebook.storage.limits import YAML_BYTES
from purposebook.storage.merging import Merge
from purposebook.storage.reading import Written, parsed, read_written
from purposebook.storage.replacing import locked, replace
from purposebook.storage.said import Group, said, said_briefly
from purposebook.storage.yaml_layout import Awkward, Layout
from purposebook.storage.yaml_reading import Document
from purposebook.storage.yaml_splicing import Change, Splicer

__all__ = ["save_observations", "save_part"]


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
        mark = codecs.BOM_UTF8 if (newest.data or b"").startswith(codecs.BOM_UTF8) else b""
        replace(folder, name, newest.data, mark + text.encode("utf-8"), YAML_BYTES)
        return model


def _newest(folder: Path, part: str) -> Written:
    """Read the part again, under the lock; a product that is just being made has none yet."""
    if part == "product" and not (folder / "product.yml").exists() and not (folder / "product.yml").is_symlink():
        return Written(FILES[part].model_construct(), None, Document(None))
    return read_written(folder, part)


def _validated(part: str, merged: Group) -> Model:
    """Make the model of what both wrote; together they may pass a limit that each of them kept."""
    model = FILES[part]
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
