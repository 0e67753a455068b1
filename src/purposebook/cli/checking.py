"""Check products as they stand, or what a change brought to them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from purposebook.checks.change import only_new
from purposebook.checks.engine import check
from purposebook.checks.file_findings import with_files
from purposebook.checks.finding import ProductCheck
from purposebook.cli.console import remark
from purposebook.domain.row_origins import kept_rows_said, row_origins
from purposebook.domain.slug import Slug
from purposebook.domain.workbook import Workbook
from purposebook.errors import DataFaults
from purposebook.storage.git_changes import change_since
from purposebook.storage.import_answers import answers_faults
from purposebook.storage.reading import read_workbook
from purposebook.storage.stray_files import cut_off_files, unread_files
from purposebook.storage.workspace import Workspace

Outcome = tuple[tuple[ProductCheck, ...], frozenset[str] | None]
"""What was found, and the folders that were looked at; None for all."""


def checked_products(workspace: Workspace, slugs: tuple[Slug, ...], as_of: dt.date) -> Outcome:
    """Check products as they stand."""
    return tuple(_checked(workspace, slug, as_of) for slug in slugs), None


def new_in_change(workspace: Workspace, slugs: tuple[Slug, ...], as_of: dt.date, since: str) -> Outcome:
    """Check the products that changed since a revision, or since the last commit, and keep what is new in them."""
    with change_since(workspace.data, since or None) as change:
        touched = tuple(slug for slug in slugs if slug in change.touched)
        remark(f"Compared with {since or 'the last commit'}: {len(touched)} of {len(slugs)} products changed.")
        new = (
            only_new(_checked(workspace, slug, as_of), _before(slug, change.former.get(slug), as_of))
            for slug in touched
        )
        return tuple(new), change.touched


def _checked(workspace: Workspace, slug: Slug, as_of: dt.date) -> ProductCheck:
    """Check one product, and remark on rows that a database gave earlier."""
    folder = workspace.folder(slug)
    read = _read(folder)
    if not isinstance(read, DataFaults):
        kept = kept_rows_said(row_origins(read), as_of)
        if kept:
            remark(f"{slug}: {kept}")
    return _found(slug, folder, read, as_of)


def _before(slug: Slug, folder: Path | None, as_of: dt.date) -> ProductCheck | None:
    """Check the former state of a product, if it had any."""
    return _found(slug, folder, _read(folder), as_of) if folder else None


def _found(slug: Slug, folder: Path, read: Workbook | DataFaults, as_of: dt.date) -> ProductCheck:
    """Return the faults or findings of a product, and what is wrong with whole files."""
    beside = answers_faults(folder)
    found = (
        ProductCheck(slug, tuple(sorted((*read.faults, *beside))), None)
        if isinstance(read, DataFaults)
        else ProductCheck(slug, beside, check(read, as_of))
    )
    return with_files(found, unread_files(folder), cut_off_files(folder))


def _read(folder: Path) -> Workbook | DataFaults:
    """Read a product; its faults are an answer too."""
    try:
        return read_workbook(folder)
    except DataFaults as broken:
        return broken
