"""Where sites may be published: never among what they are made from, never over somebody else's page."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from purposebook.errors import UsageError
from purposebook.storage.workspace import Workspace

PORTFOLIO_MARK: Final = b'class="pb-portfolio"'
"""Tells a portfolio of ours from any other front page."""
_ELSEWHERE: Final = "give another --out, such as _site."


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
    front = place / "index.html"
    if front.is_symlink() or (front.exists() and not _is_portfolio(front)):
        raise UsageError(f"'{name}' has an index.html that is no portfolio of ours: move it away, or {_ELSEWHERE}")
    return place


def _own_folders(workspace: Workspace) -> set[Path]:
    """Return the folders of the workspace that sites are made from."""
    chapters = {path.parent.resolve() for path in workspace.notebooks().values()}
    return {workspace.root.resolve() / "templates", *chapters} - {workspace.root.resolve()}


def _is_portfolio(page: Path) -> bool:
    """Tell whether a front page was written by an earlier build."""
    return page.is_file() and PORTFOLIO_MARK in page.read_bytes()
