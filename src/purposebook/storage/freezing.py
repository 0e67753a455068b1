"""Freeze a product as it stands on the day of a review: copies of its files, and an entry in reviews.yml."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from purposebook.domain.reviews import Review, Reviews
from purposebook.errors import UsageError
from purposebook.storage import disk
from purposebook.storage.files import checked_folder
from purposebook.storage.frozen_copies import FOLDER, folder_name
from purposebook.storage.reading import read_part
from purposebook.storage.saving import save_part


def freeze(folder: Path, review: Review, files: Mapping[str, bytes], logs: Mapping[str, Path] | None = None) -> Path:
    """Keep `files`, and copies of `logs`, under `reviews/DATE-id/`, note it in reviews.yml; return the frozen folder.

    Raise `UsageError` where that day has been frozen under that name, and whatever saving raises; then nothing is left.
    """
    target = frozen_folder(folder, review)
    if target.exists() or target.is_symlink():
        raise UsageError(f"{FOLDER}/{target.name} is there already. Give this review another title.")
    aside = target.with_name(f".{target.name}.purposebook-tmp")
    disk.remove_tree(aside)
    try:
        disk.make_folder(aside)
        for name, data in files.items():
            if not name.startswith(f"{FOLDER}/"):
                disk.write_bytes(aside / name, data)
        for name, path in (logs or {}).items():
            disk.copy_file(path, aside / name)
        disk.rename(aside, target)
        _note(folder, review)
    except BaseException:
        for left in (aside, target):
            disk.remove_tree(left)
        raise
    return target


def frozen_folder(folder: Path, review: Review) -> Path:
    """Return where a review's copies stand."""
    return checked_folder(folder) / FOLDER / folder_name(review)


def _note(folder: Path, review: Review) -> None:
    """Add a review to the part."""
    before = read_part(folder, "reviews")
    if not isinstance(before, Reviews):
        raise TypeError("reviews.yml holds reviews")
    save_part(folder, "reviews", before, before.model_copy(update={"reviews": (*before.reviews, review)}))
