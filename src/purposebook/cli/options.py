"""Options that several commands share, and what becomes of them."""

from __future__ import annotations

import contextlib
import datetime as dt
import difflib
import os
from collections.abc import Container, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from purposebook.cli.console import complain, say
from purposebook.domain.plain import to_date
from purposebook.domain.slug import Slug
from purposebook.domain.variables import QUERY_SECONDS
from purposebook.errors import PurposebookError, UsageError
from purposebook.text.directions import typed

if TYPE_CHECKING:
    from purposebook.storage.workspace import Workspace

_YEARS: Final = range(1900, 3000)
"""Charts look some years ahead and back from the day of a report."""


class Format(StrEnum):
    """Name the forms in which results are printed."""

    text = "text"
    json = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="How to print.")]
DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="The folder of product folders; default: data/ of the workspace."),
]
WorkspaceOption = Annotated[
    Path | None,
    typer.Option("--workspace", metavar="DIR", help="The workspace; default: this folder or the nearest one above it."),
]
AsOfOption = Annotated[
    str, typer.Option("--as-of", metavar="YYYY-MM-DD", help="The day for which everything is computed; default: today.")
]
QuerySecondsOption = Annotated[
    int, typer.Option("--query-seconds", min=1, help="The longest that a database may take for one query.")
]


def known_products(context: typer.Context, incomplete: str) -> list[str]:
    """Return the products with which a shell completes a name that somebody began to type."""
    with contextlib.suppress(PurposebookError, OSError):
        place = find_workspace(context.params.get("workspace"), context.params.get("data"), book=False)
        return [slug for slug in place.products() if slug.startswith(incomplete)]
    return []


ProductArgument = Annotated[
    str, typer.Argument(metavar="PRODUCT", help="The product's folder name.", autocompletion=known_products)
]
ProductsArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="PRODUCT", help="Folder names; none means every product.", autocompletion=known_products),
]


def find_workspace(workspace: Path | None, data: Path | None = None, book: bool = True) -> Workspace:
    """Return the workspace that the options mean; a command that needs no `book` takes any folder of products."""
    from purposebook.storage.workspace import Workspace

    try:
        return Workspace.find(workspace or Path.cwd(), data)
    except UsageError:
        if book or workspace or not data:
            raise
        return Workspace(Path.cwd(), data.absolute())


def day(text: str, announce: bool = True) -> dt.date:
    """Read `--as-of`, or take today and say so: the only place that looks at the clock."""
    if not text:
        today = dt.date.today()
        if announce:
            say(f"As of {today.isoformat()} (today; fix it with --as-of {today.isoformat()})")
        return today
    found = named_day("--as-of", text)
    if found.year not in _YEARS:
        raise UsageError(f"--as-of {text} is no day of a report: write one from {_YEARS[0]} to {_YEARS[-1]}.")
    return found


def limit_queries(seconds: int) -> None:
    """Let databases take so long for one query, whatever asks them in this command and in what it starts."""
    os.environ[QUERY_SECONDS] = str(seconds)


def named_day(option: str, text: str) -> dt.date:
    """Read the day that an option names."""
    try:
        return to_date(text)
    except ValueError:
        raise UsageError(
            f"{option} {typed(text[:40])} is not a day: write it as YYYY-MM-DD, such as 2026-03-31."
        ) from None


def existing(workspace: Workspace, name: str) -> Slug:
    """Return the slug of a product that is there, or say which ones are."""
    slug = Slug(name)
    known = workspace.products()
    if slug in known:
        return slug
    near = difflib.get_close_matches(slug, known, n=1)
    hint = f"did you mean '{near[0]}'?" if near else "'purposebook list' shows the products that are there."
    raise UsageError(f"There is no product '{slug}' in {workspace.data.name}/: {hint}")


def chosen(workspace: Workspace, names: Sequence[str] | None) -> tuple[Slug, ...]:
    """Return the products that were named, or all of them."""
    if names:
        return tuple(dict.fromkeys(existing(workspace, name) for name in names))
    found = workspace.products()
    if not found:
        raise UsageError(
            f"There is no product in {workspace.data.name}/ yet: make one with 'purposebook new my-product'."
        )
    return found


def name_misnamed(workspace: Workspace, names: Sequence[str] | None, among: Container[str] | None = None) -> bool:
    """Complain of each folder that no command can read for its name, where all products are meant; tell if any is."""
    wrong = () if names else workspace.misnamed(among)
    for refusal in wrong:
        complain(str(refusal))
    return bool(wrong)
