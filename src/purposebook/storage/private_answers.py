"""Read what single people answered alone, for `purposebook summarise`; nothing that publishes knows this module."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from purposebook.domain.private import PrivateAnswers
from purposebook.domain.slug import slug_in
from purposebook.errors import DataFaults, Fault
from purposebook.storage import yaml_nodes as nodes
from purposebook.storage.faults import faults_of, limited
from purposebook.storage.files import checked_folder, decoded, read_bytes, refusal
from purposebook.storage.limits import YAML_BYTES
from purposebook.storage.shipped import PRIVATE
from purposebook.storage.texts import shown
from purposebook.storage.yaml_reading import parse

_ENDINGS: Final = frozenset({".yml", ".yaml"})


def read_answers(product: Path) -> dict[str, PrivateAnswers]:
    """Return the answers of all people by the names of their files; raise `DataFaults` with all faults of all files."""
    folder = private_folder(product)
    found: dict[str, PrivateAnswers] = {}
    faults: list[Fault] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix.lower() not in _ENDINGS or path.name.startswith("."):
            continue
        read = _read(product, path.name)
        if isinstance(read, PrivateAnswers):
            found[path.stem] = read
        else:
            faults.extend(read)
    if faults:
        raise DataFaults(product.name, limited(PRIVATE, faults))
    return found


def private_folder(product: Path) -> Path:
    """Return the folder of a product's private answers, which need not be there; raise `DataFaults` for a link."""
    folder = checked_folder(product) / PRIVATE
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise refusal(product, PRIVATE, "is no folder of this product", "put the folder itself here")
    return folder


def close_to_others(product: Path) -> bool:
    """Take all permissions of other people off the folder of private answers; tell whether they had any.

    A system without such permissions, and a folder of somebody else, stay as they are.
    """
    folder = private_folder(product)
    if os.name == "nt" or not folder.is_dir() or not folder.stat().st_mode & 0o077:
        return False
    try:
        folder.chmod(0o700)
    except PermissionError:
        return False
    return True


def _read(product: Path, name: str) -> PrivateAnswers | tuple[Fault, ...]:
    """Return what one person answered, or what is wrong with the file."""
    file = f"{PRIVATE}/{shown(name)}"
    slug = slug_in(Path(name).stem)
    if name != f"{slug}.yml":
        message, advice = "is not named as in sunflower.yml", f"rename it to {slug or 'sunflower'}.yml"
        return (Fault(file, 0, 0, "", message, advice),)
    try:
        document = parse(decoded(product, file, read_bytes(product, file, YAML_BYTES) or b""))
    except DataFaults as refused:
        return refused.faults
    if document.complaints:
        return tuple(complaint.fault(file) for complaint in document.complaints)
    try:
        return PrivateAnswers.model_validate(nodes.plain(document.root) or {})
    except ValidationError as error:
        where = nodes.places(document.root) or {(): (1, 1)}
        return tuple(faults_of(error, PrivateAnswers, file, where))
