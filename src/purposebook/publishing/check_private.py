"""Name each private product in a folder that is to be published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from purposebook.publishing.out_folder import PRIVATE_OUT
from purposebook.publishing.portfolio import is_ours
from purposebook.publishing.portfolio_card import Card
from purposebook.publishing.record import FILE_NAME, read_record
from purposebook.storage.visibility import PRIVATE, visibility_of
from purposebook.storage.workspace import Workspace


def private_inside(folder: Path, workspace: Workspace | None) -> tuple[str, ...]:
    """Return one sentence for each private site at `folder` or below: private when it was built, or by now.

    The folder of the private sites itself, and what stands in it, is where they belong.
    """
    place = folder.resolve()
    if PRIVATE_OUT in {place.name, place.parent.name}:
        return ()
    built = {record.parent for record in place.rglob(FILE_NAME) if _was_private(record.parent)}
    now = set(_private_now(place, workspace)) if workspace else set()
    advice = "is private and must not be published: build the workspace again, or delete this folder."
    return tuple(f"{site.name}: {advice}" for site in sorted(built | now))


def _was_private(site: Path) -> bool:
    """Tell whether a site was made of a private product; records of earlier versions do not say it, but cards do."""
    record, card = read_record(site), Card.read(site)
    return PRIVATE in {record.visibility if record else "", card.visibility if card else ""}


def _private_now(place: Path, workspace: Workspace) -> Iterator[Path]:
    """Yield the site at a place, or those in it, of each product that is private as its files stand."""
    for slug in workspace.products() if workspace.data.is_dir() else ():
        if visibility_of(workspace.data / slug) == PRIVATE:
            yield from (site for site in (place, place / slug) if site.name == slug and is_ours(site))
