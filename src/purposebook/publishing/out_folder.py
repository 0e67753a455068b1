"""Where sites may be published: never among what they are made from, never over somebody else's page."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

from purposebook.errors import DataFaults, UsageError
from purposebook.storage.workspace import Workspace

PORTFOLIO_MARK: Final = b'class="pb-portfolio"'
"""Tells a portfolio of ours from any other front page."""
_ELSEWHERE: Final = "give another --out, such as _site."


PRIVATE_OUT: Final = "_private"
"""The folder of a workspace for the sites of private products, wherever the others go."""


def checked_private_out(workspace: Workspace, out: Path) -> Path:
    """Return the folder for private sites as a whole path; refuse one that is also published, or is not ours."""
    place = (workspace.root / PRIVATE_OUT).resolve()
    if place.exists() and not place.is_dir():
        raise UsageError(f"'{PRIVATE_OUT}' is no folder, so no private site can stand in it: move it away.")
    if out.is_relative_to(place) or place.is_relative_to(out):
        raise UsageError(f"'{PRIVATE_OUT}' is for private products, so nothing is published there: {_ELSEWHERE}")
    return place


def is_portfolio(page: Path) -> bool:
    """Tell whether a front page was written by an earlier build."""
    return page.is_file() and PORTFOLIO_MARK in page.read_bytes()


def refuse_foreign_page(place: Path, advice: str) -> None:
    """Refuse a folder whose front page is somebody else's."""
    front = place / "index.html"
    if front.is_symlink() or (front.exists() and not is_portfolio(front)):
        raise UsageError(f"'{place.name or '/'}' has an index.html that is no portfolio of ours: move it away{advice}")


def checked_out(workspace: Workspace, out: Path) -> Path:
    """Return the output folder as a whole path, or refuse one that holds what is not ours to change."""
    place, data = out.resolve(), workspace.data.resolve()
    name = place.name or "/"
    if place.exists() and not place.is_dir():
        raise UsageError(f"'{name}' is no folder, so no site can stand in it: {_ELSEWHERE}")
    if any(source.is_relative_to(place) for source in (data, workspace.root.resolve())):
        raise UsageError(f"'{name}' holds the products or the whole workspace, so no site may: {_ELSEWHERE}")
    if any(place.is_relative_to(source) for source in (data, *_own_folders(workspace))):
        raise UsageError(f"'{name}' lies among the products, chapters or templates: {_ELSEWHERE}")
    refuse_foreign_page(place, f", or {_ELSEWHERE}")
    return place


def _own_folders(workspace: Workspace) -> set[Path]:
    """Return the folders of the workspace that sites are made from."""
    chapters = {workspace.root.resolve() / "chapters"}
    with contextlib.suppress(DataFaults):  # the build names them, once no private site is published any more
        chapters |= {path.parent.resolve() for path in workspace.notebooks().values()}
    return {workspace.root.resolve() / "templates", *chapters} - {workspace.root.resolve()}
