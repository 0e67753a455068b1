"""Make, rename and archive products, and make whole workspaces; nothing is ever deleted or overwritten."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from purposebook.domain.product import Product
from purposebook.domain.slug import Slug
from purposebook.errors import PurposebookError, UsageError
from purposebook.storage import disk
from purposebook.storage.faults import faults_of
from purposebook.storage.reading import read_part
from purposebook.storage.saving import save_part
from purposebook.storage.shipped import SHIPPED, plain_files, shipped
from purposebook.storage.workspace import Workspace

LIKE: Final = ("team", "language", "review_every", "visibility")
"""What a product takes over from another: settings of the team, none of its words."""
ARCHIVE: Final = ".archive"
_README: Final = """\
# Our products

Each folder in `data/` is one product. Start yours, and publish all of them:

    purposebook new my-product
    purposebook open my-product
    purposebook build

`data/coursecraft` is a worked example: build it, read it, then archive it with `purposebook archive coursecraft`.

## On another machine

`requirements.txt` says which Purposebook this is and where it comes from; `constraints.txt` pins everything beside it,
each file with its hash:

    python3 -m venv .venv
    .venv/bin/python -m pip install --require-hashes --only-binary :all: -r constraints.txt
    .venv/bin/python -m pip install --no-deps --no-build-isolation -r requirements.txt

## On a code host

For GitHub copy `templates/ci/publish.yml` to `.github/workflows/publish.yml`, for GitLab `templates/ci/gitlab-ci.yml`
to `.gitlab-ci.yml`. Each checks what a change brings, and publishes the reports every night.

`pre-commit install` checks each change before it is committed. In VS Code the extension "YAML" completes the files
in `data/` from `schemas/`.
"""
_IGNORED: Final = """\
_site/
_private/
_build/
/public/
.purposebook/
private/
.venv/
.cache/
__pycache__/
.ipynb_checkpoints/
.*.lock
.*.purposebook-tmp
/purposebook.sarif
/gl-code-quality-report.json
.DS_Store
Thumbs.db
"""


def new_product(workspace: Workspace, slug: str, name: str = "", like: str | None = None) -> Path:
    """Make a product's starter folder, with the team's settings of the product `like` if one is named."""
    made = Slug(slug)
    value = _product(name or made.replace("-", " ").capitalize(), _settings(workspace, like))
    folder = workspace.data / made
    _refuse_taken(folder)
    disk.make_folder(workspace.data)
    aside = workspace.data / f".{made}.{secrets.token_hex(6)}.purposebook-tmp"
    try:
        _copy(_starter(workspace), aside)
        base = read_part(aside, "product") if (aside / "product.yml").exists() else Product.model_construct()
        save_part(aside, "product", base, value)
        for left in aside.glob(".*.lock"):
            left.unlink()
        disk.rename(aside, folder)
    finally:
        disk.remove_tree(aside)
    return folder


def rename_product(workspace: Workspace, old: str, new: str) -> Path:
    """Give a product's folder another name; nothing in it changes."""
    source, target = workspace.folder(old), workspace.data / Slug(new)
    _refuse_taken(target)
    disk.rename(source, target)
    return target


def archive_product(workspace: Workspace, slug: str, as_of: dt.date) -> Path:
    """Move a product's folder to the archive, under its name and the day."""
    source = workspace.folder(slug)
    target = next(path for path in _archive_names(workspace.data / ARCHIVE, source.name, as_of) if not _taken(path))
    disk.make_folder(target.parent)
    disk.rename(source, target)
    return target


def init_workspace(folder: Path, source: str = "wheel", host: str = "") -> Path:
    """Make a new workspace in a folder that is empty or does not exist yet.

    `source` says where other machines get Purposebook: a wheel in the workspace, or a git address; `host` is the code
    host for which a file is written that checks and publishes there.
    """
    from purposebook.storage.setup_files import write_setup

    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise UsageError(f"'{folder.name}' is not a folder. Name one that is empty or does not exist yet.")
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(
            f"The folder '{folder.resolve().name}' is not empty. Name one that is empty or does not exist yet."
        )
    existed = folder.is_dir()
    try:
        for parts in SHIPPED:
            _copy(shipped(*parts), folder.joinpath(*parts))
        disk.write_text(folder / "README.md", _README)
        disk.write_text(folder / ".gitignore", _IGNORED)
        write_setup(folder, source, host)
    except (OSError, PurposebookError):
        _empty(folder, keep=existed)
        raise
    return folder


def _product(name: str, settings: dict[str, object]) -> Product:
    """Make the first state of product.yml, or say why the name cannot be."""
    try:
        return Product.model_validate({"name": name, **settings})
    except ValidationError as error:
        fault = next(faults_of(error, Product, "product.yml", {}))
        raise UsageError(f"The name of the product {fault.message}: {fault.advice}.") from error


def _settings(workspace: Workspace, like: str | None) -> dict[str, object]:
    """Return what a new product takes over from the product `like`."""
    if like is None:
        return {}
    other = read_part(workspace.folder(like), "product")
    return {field: getattr(other, field) for field in LIKE}


def _starter(workspace: Workspace) -> Path:
    """Return the folder with the starter files: the workspace's own, else those of the package."""
    own = workspace.root / "templates" / "product"
    return own if own.is_dir() else shipped("templates", "product")


def _copy(source: Path, target: Path) -> None:
    """Copy a file, or a folder without hidden files, links and private answers."""
    for path in plain_files(source):
        copy = target / path.relative_to(source)
        disk.make_folder(copy.parent)
        disk.copy_file(path, copy)


def _archive_names(archive: Path, slug: str, as_of: dt.date) -> Iterator[Path]:
    """Yield the names that an archived product may get: the first that is free is taken."""
    yield archive / f"{slug}-{as_of.isoformat()}"
    number = 2
    while True:
        yield archive / f"{slug}-{as_of.isoformat()}-{number}"
        number += 1


def _refuse_taken(folder: Path) -> None:
    """Refuse a product's name that something has already."""
    if _taken(folder):
        raise UsageError(f"There is already something named '{folder.name}' among the products. Choose another name.")


def _taken(path: Path) -> bool:
    """Tell whether anything has that name, a dangling link included."""
    return path.is_symlink() or path.exists()


def _empty(folder: Path, keep: bool) -> None:
    """Undo a workspace that could not be finished."""
    for path in list(folder.iterdir()) if folder.is_dir() else []:
        disk.remove_tree(path) if path.is_dir() else path.unlink()
    if not keep:
        disk.remove_tree(folder)
