"""Commands that publish: build and preview."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from purposebook.cli.console import complain, say, settings
from purposebook.cli.options import (
    AsOfOption,
    DataOption,
    ProductArgument,
    ProductsArgument,
    QuerySecondsOption,
    WorkspaceOption,
    chosen,
    day,
    existing,
    find_workspace,
    limit_queries,
    name_misnamed,
)
from purposebook.publishing.limits import Limits
from purposebook.publishing.warm.early import started

if TYPE_CHECKING:
    from purposebook.domain.slug import Slug
    from purposebook.publishing.build import BuildResult
    from purposebook.storage.workspace import Workspace


OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="DIR",
        help="Where to publish; default: _site/ of the workspace. Private products always go to _private/.",
    ),
]
JobsOption = Annotated[int, typer.Option("--jobs", "-j", min=0, help="How many products at once; 0 is one per core.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Run every chapter, whether anything changed or not.")]
ExplainOption = Annotated[bool, typer.Option("--explain", help="Say of each chapter why it ran, or why not.")]
GoingOption = Annotated[
    bool, typer.Option("--keep-going/--fail-fast", help="After a failed product, go on with the next or stop.")
]
ExercisesOption = Annotated[
    bool, typer.Option("--with-exercises", help="Keep teaching and exercise texts on the pages.")
]
IsolatedOption = Annotated[
    bool, typer.Option("--isolated", help="Run every chapter in a kernel of its own: slower, the same bytes.")
]
SchedulerOption = Annotated[
    str, typer.Option("--scheduler", metavar="ADDRESS", help="Let the workers of a Dask cluster make the pages.")
]
InsecureOption = Annotated[
    bool, typer.Option("--insecure", help="Let --scheduler name another machine that is reached without TLS.")
]
SecondsOption = Annotated[
    int,
    typer.Option(
        "--chapter-seconds",
        min=1,
        help="The longest that a chapter may take; all of a product together may take five times as long.",
    ),
]
MemoryOption = Annotated[
    int,
    typer.Option(
        "--chapter-memory",
        min=64,
        metavar="MIB",
        help="Memory that a chapter may take with its processes; all of a product may fill eight times as much disk.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add this module's commands to `app`."""
    app.command(epilog="Example: purposebook build coursecraft --as-of 2026-10-31 --out public")(build)
    app.command(epilog="Example: purposebook preview coursecraft --port 8700 --open")(preview)


def build(
    products: ProductsArgument = None,
    out: OutOption = None,
    jobs: JobsOption = 0,
    force: ForceOption = False,
    explain: ExplainOption = False,
    keep_going: GoingOption = True,
    with_exercises: ExercisesOption = False,
    isolated: IsolatedOption = False,
    scheduler: SchedulerOption = "",
    insecure: InsecureOption = False,
    chapter_seconds: SecondsOption = 120,
    chapter_memory: MemoryOption = 1024,
    as_of: AsOfOption = "",
    query_seconds: QuerySecondsOption = 60,
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Run the chapters of every product and publish a site each, with a portfolio over all.

    Private products are built into _private/ of the workspace, with a portfolio of their own.
    """
    limit_queries(query_seconds)
    from purposebook.cli.progress import progress
    from purposebook.publishing.build import build as build_sites
    from purposebook.publishing.job import Manner

    place = find_workspace(workspace, data)
    slugs, today, limits = chosen(place, products), day(as_of), Limits.of(chapter_seconds, chapter_memory)
    manner = Manner(with_exercises, keep_going, jobs, force, isolated, scheduler, limits, insecure)
    with progress(explain) as report:
        done = build_sites(place, slugs, out or place.root / "_site", today, manner, report, started=started())
    _tell(done)
    raise typer.Exit(int(name_misnamed(place, products) or bool(done.failed)))


def preview(
    product: ProductArgument,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Where to serve; 0 is any free port.")] = 0,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the pages in your browser.")] = False,
    as_of: AsOfOption = "",
    query_seconds: QuerySecondsOption = 60,
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Show a product's pages on this machine, and build and reload them on every change."""
    limit_queries(query_seconds)
    from purposebook.publishing.preview.preview import Preview

    place = find_workspace(workspace, data)
    slug = existing(place, product)
    shown = Preview(place, slug, day(as_of), say)

    def ready(address: str) -> None:
        """Say where to look."""
        say(f"Open {address}\nEvery change of data/{product} or of the chapters shows there. Stop with Ctrl+C.")
        _tell_of_databases(place, slug)
        if open_browser:
            import webbrowser

            webbrowser.open(address)

    with contextlib.suppress(KeyboardInterrupt):
        shown.run(port, ready)


def _tell_of_databases(workspace: Workspace, product: Slug) -> None:
    """Say how numbers from a database come anew, where a product names one: no file changes with them."""
    from purposebook.domain.metrics import Metrics
    from purposebook.domain.row_origins import databases
    from purposebook.errors import PurposebookError
    from purposebook.storage.reading import read_part

    with contextlib.suppress(PurposebookError):  # the preview itself names every fault
        metrics = read_part(workspace.folder(product), "metrics")
        for name in databases(metrics) if isinstance(metrics, Metrics) else ():
            say(
                f"A change in the database named by {name} is not noticed: save any file of data/{product}, and it is "
                "asked again, at most once a minute."
            )


def _tell(done: BuildResult) -> None:
    """Say what became of the products, and where to look."""
    for failure in done.failed:
        complain(f"{failure.product} was not published:\n{failure.message}")
        if settings.debug and failure.trace:
            complain(failure.trace)
    if done.unchanged:
        count = len(done.unchanged)
        say(f"{count} {'product' if count == 1 else 'products'} unchanged")
    there = {*done.published, *done.unchanged}
    if there - {*done.private} or not (there or done.failed):
        say(f"Open {_near(done.portfolio)}")
    if there & {*done.private} and done.private_portfolio:
        say(f"Private, not to be published: open {_near(done.private_portfolio)}")


def _near(path: Path) -> str:
    """Return a path as seen from here where that is shorter to read."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
