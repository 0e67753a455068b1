"""Commands that make, list and open products."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from purposebook.cli.console import result, say
from purposebook.cli.options import (
    AsOfOption,
    DataOption,
    ProductArgument,
    WorkspaceOption,
    day,
    existing,
    find_workspace,
    name_misnamed,
)
from purposebook.domain.slug import Slug


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
) -> None:
    """Make a new workspace: the book, the templates and one worked example."""
    from purposebook.storage.products import init_workspace

    init_workspace(folder)
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
    open_product(place, existing(place, product), chapter or None, say=say)


def list_(as_of: AsOfOption = "", data: DataOption = None, workspace: WorkspaceOption = None) -> None:
    """List the products: parts done, findings, metrics with data, last review."""
    from purposebook.cli.overview import overview

    place = find_workspace(workspace, data)
    result(overview(place, day(as_of)))
    name_misnamed(place, None)
