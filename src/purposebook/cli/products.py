"""Commands that make, list and open products."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from purposebook.cli.console import result, say
from purposebook.cli.options import (
    AsOfOption,
    DataOption,
    Format,
    FormatOption,
    ProductArgument,
    WorkspaceOption,
    day,
    existing,
    find_workspace,
    name_misnamed,
)
from purposebook.domain.slug import Slug


class CodeHost(StrEnum):
    """Name the code hosts for which there is a template."""

    github = "github"
    gitlab = "gitlab"


def register(app: typer.Typer) -> None:
    """Add this module's commands to `app`."""
    app.command(epilog="Example: purposebook init our-products")(init)
    app.command(epilog='Example: purposebook new night-bus --name "Night bus"')(new)
    app.command(epilog="Example: purposebook rename night-bus night-lines")(rename)
    app.command(epilog="Example: purposebook archive night-bus")(archive)
    app.command("open", epilog="Example: purposebook open coursecraft mission")(open_)
    app.command("list", epilog="Example: purposebook list --as-of 2026-10-31")(list_)


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is empty or does not exist yet.")],
    source: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="SOURCE",
            help="Where other machines get Purposebook: 'wheel' puts this version into vendor/; or a git address with "
            "its tag or commit, such as git+https://example.org/team/purposebook@v1.0.",
        ),
    ] = "wheel",
    ci: Annotated[
        CodeHost | None,
        typer.Option("--ci", help="Also write the file with which this code host checks and publishes."),
    ] = None,
) -> None:
    """Make a new workspace: the book, the templates, one worked example, and what another machine needs."""
    from purposebook.storage.products import init_workspace

    init_workspace(folder, source, ci or "")
    say(f"Made the workspace {folder}. Next: cd {folder}, then purposebook new my-product")


def new(
    product: ProductArgument,
    name: Annotated[str, typer.Option("--name", metavar="TEXT", help="What people call the product.")] = "",
    like: Annotated[
        str, typer.Option("--like", metavar="OTHER", help="Take team, language, review rhythm and visibility from it.")
    ] = "",
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Make a product's starter folder."""
    from purposebook.storage.products import new_product

    place = find_workspace(workspace, data)
    slug = Slug(product)
    new_product(place, slug, name, existing(place, like) if like else None)
    say(f"Made {place.data.name}/{slug}/. Next: purposebook open {slug}, or write its YAML files in an editor.")


def rename(
    product: Annotated[str, typer.Argument(metavar="A", help="The name it has.")],
    to: Annotated[str, typer.Argument(metavar="B", help="The name it gets.")],
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Give a product's folder another name; nothing in it changes."""
    from purposebook.storage.products import rename_product

    place = find_workspace(workspace, data)
    rename_product(place, existing(place, product), Slug(to))
    say(f"Renamed {product} to {to}. The next build publishes it under its new address.")


def archive(
    product: ProductArgument, as_of: AsOfOption = "", data: DataOption = None, workspace: WorkspaceOption = None
) -> None:
    """Move a product to the archive; nothing is ever deleted."""
    from purposebook.storage.products import archive_product

    place = find_workspace(workspace, data)
    archive_product(place, existing(place, product), day(as_of))
    say(f"Moved {product} to {place.data.name}/.archive/. Move the folder back to have it again.")


def open_(
    product: ProductArgument,
    chapter: Annotated[
        str, typer.Argument(metavar="CHAPTER", help="Default: the first chapter that is not done.")
    ] = "",
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Open a product's own chapters in JupyterLab, with forms ready to fill in."""
    from purposebook.publishing.open_lab import open_product

    place = find_workspace(workspace, data)
    open_product(place, existing(place, product), chapter or None)


def list_(
    format: FormatOption = Format.text,
    as_of: AsOfOption = "",
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """List the products: parts done, findings, metrics with data, last review."""
    from purposebook.cli.overview import as_text, overview

    place = find_workspace(workspace, data, book=False)
    found = overview(place, day(as_of, announce=format is Format.text))
    result(as_text(found) if format is Format.text else found.model_dump_json(indent=2))
    name_misnamed(place, None)
