"""Commands that make, list and open products."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from purposebook.cli.console import result, say
from purposebook.cli.options import (
    AsOfOption,
    DataOption,
    Format,
    FormatOption,
    ProductArgument,
    QuerySecondsOption,
    WorkspaceOption,
    day,
    existing,
    find_workspace,
    limit_queries,
    name_misnamed,
)
from purposebook.domain.slug import Slug

if TYPE_CHECKING:
    from purposebook.storage.workspace import Workspace


class CodeHost(StrEnum):
    """Name the code hosts for which there is a template."""

    github = "github"
    gitlab = "gitlab"


def register(app: typer.Typer) -> None:
    """Add this module's commands to `app`."""
    app.command(epilog="Example: purposebook init our-products")(init)
    app.command(epilog='Example: purposebook new night-bus --name "Night bus"')(new)
    app.command(epilog="Example: purposebook rename night-bus/riders passengers")(rename)
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
    product: Annotated[str, typer.Argument(metavar="A", help="A product, or one of its items as PRODUCT/ID.")],
    to: Annotated[str, typer.Argument(metavar="B", help="The new name of the product, or the new id of the item.")],
    query_seconds: QuerySecondsOption = 60,
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Rename a product's folder, or an item together with everything that refers to it."""
    limit_queries(query_seconds)
    place = find_workspace(workspace, data)
    slug, is_item, item = product.partition("/")
    if is_item:
        return _rename_item(place, existing(place, slug), item, to)
    from purposebook.storage.products import rename_product

    rename_product(place, existing(place, product), Slug(to))
    say(f"Renamed {product} to {to}. The next build puts it under its new address.")
    return None


def _rename_item(workspace: Workspace, product: Slug, old: str, new: str) -> None:
    """Rename an item and say where it was named."""
    from purposebook.storage.renaming import rename_item

    done = rename_item(workspace.folder(product), old, new)
    say(f"Renamed the {done.kind} '{old}' to '{new}':")
    for name, count in done.places.items():
        say(f"  {name}: {count} {'place' if count == 1 else 'places'}")
    if done.queried:
        say(f"  The rows of the database named by {done.queried} still say '{old}': change the query in metrics.yml.")
    say("Frozen reviews keep the id of their day.")


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
    query_seconds: QuerySecondsOption = 60,
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Open a product's own chapters in JupyterLab, with forms ready to fill in."""
    limit_queries(query_seconds)
    from purposebook.publishing.open_lab import open_product

    place = find_workspace(workspace, data)
    open_product(place, existing(place, product), chapter or None, say=say)


def list_(
    format: FormatOption = Format.text,
    as_of: AsOfOption = "",
    query_seconds: QuerySecondsOption = 60,
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """List the products: parts done, findings, metrics with data, last review, who may see them."""
    limit_queries(query_seconds)
    from purposebook.cli.overview import as_text, overview

    place = find_workspace(workspace, data, book=False)
    found = overview(place, day(as_of, announce=format is Format.text))
    result(as_text(found) if format is Format.text else found.model_dump_json(indent=2))
    name_misnamed(place, None)
