"""The command that publishes."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Annotated

import typer

from purposebook.cli.console import complain, say, settings
from purposebook.cli.options import (
    AsOfOption,
    DataOption,
    ProductsArgument,
    WorkspaceOption,
    chosen,
    day,
    find_workspace,
    name_misnamed,
)


def register(app: typer.Typer) -> None:
    """Add this module's commands to `app`."""
    app.command(epilog="Example: purposebook build coursecraft --as-of 2026-10-31 --out public")(build)


def build(
    products: ProductsArgument = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Where to publish; default: _site/ of the workspace.")
    ] = None,
    keep_going: Annotated[
        bool, typer.Option("--keep-going/--fail-fast", help="After a failed product, go on with the next or stop.")
    ] = True,
    with_exercises: Annotated[
        bool, typer.Option("--with-exercises", help="Keep teaching and exercise texts on the pages.")
    ] = False,
    as_of: AsOfOption = "",
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Run the chapters of every product and publish a site each, with a portfolio over all."""
    from purposebook.cli.progress import progress
    from purposebook.publishing.build import build as build_sites

    place = find_workspace(workspace, data)
    slugs, today, target = chosen(place, products), day(as_of), out or place.root / "_site"
    with progress() as report:
        done = build_sites(
            place, slugs, target, today, with_exercises=with_exercises, keep_going=keep_going, report=report
        )
    for failure in done.failed:
        complain(f"{failure.product} was not published:\n{failure.message}")
        if settings.debug and failure.cause:
            traceback.print_exception(failure.cause)
    say(f"Open {_near(done.portfolio)}")
    raise typer.Exit(int(name_misnamed(place, products) or bool(done.failed)))


def _near(path: Path) -> str:
    """Return a path as seen from here where that is shorter to read."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
