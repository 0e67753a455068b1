"""Build sites: each product aside, verified, then swapped in; one product's failure never touches another's site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from purposebook.domain.slug import Slug
from purposebook.errors import DataFaults, PurposebookError, UsageError
from purposebook.publishing.chapters import CELL_SECONDS
from purposebook.publishing.events import (
    ProductFailed,
    ProductStarted,
    SitePublished,
    SiteRemoved,
)
from purposebook.publishing.identity import FRONT_CHAPTER
from purposebook.publishing.job import Job, Report
from purposebook.publishing.one_site import publish_product
from purposebook.publishing.out_folder import checked_out
from purposebook.publishing.portfolio import is_ours, last_good, write_portfolio
from purposebook.publishing.scratch import scratch_folder
from purposebook.publishing.swap import remove_site
from purposebook.storage import disk
from purposebook.storage.workspace import Workspace


@dataclass(frozen=True)
class BuildResult:
    """Say what a build did."""

    published: tuple[str, ...]
    failed: tuple[ProductFailed, ...]
    removed: tuple[str, ...]
    portfolio: Path


def build(  # noqa: PLR0913 - every switch of the command
    workspace: Workspace,
    slugs: Iterable[Slug],
    out: Path,
    as_of: dt.date,
    *,
    with_exercises: bool = False,
    keep_going: bool = True,
    cell_seconds: int = CELL_SECONDS,
    report: Report = lambda _: None,
) -> BuildResult:
    """Publish `slugs` into `out` and write the portfolio; failed products are part of the result, never raised."""
    job = Job(workspace, checked_out(workspace, out), as_of, with_exercises, cell_seconds, report)
    wanted = tuple(dict.fromkeys(slugs))
    if FRONT_CHAPTER not in job.chapters:
        raise UsageError(
            f"_toc.yml lists no notebook '{FRONT_CHAPTER}', which becomes every site's front page: "
            f"list chapters/{FRONT_CHAPTER}."
        )
    with scratch_folder(job.out) as scratch:
        results = tuple(_build_all(job, wanted, scratch, keep_going))
        failed = tuple(result for result in results if isinstance(result, ProductFailed))
        removed = _remove_gone(job, wanted)
        write_portfolio(job.out, workspace.products(), {failure.product: failure for failure in failed})
    published = tuple(result for result in results if isinstance(result, str))
    return BuildResult(published, failed, removed, job.out / "index.html")


def _build_all(job: Job, slugs: Sequence[Slug], scratch: Path, keep_going: bool) -> Iterator[str | ProductFailed]:
    """Build one product after the other; yield the name of each that was published, or why it was not."""
    for number, slug in enumerate(slugs, start=1):
        job.report(ProductStarted(slug, number, len(slugs), len(job.chapters)))
        try:
            pages = publish_product(job, slug, scratch / slug)
        except UsageError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever breaks one product must not touch the next
            failure = _failure(job, slug, error)
            job.report(failure)
            yield failure
            if not keep_going:
                return
        else:
            job.report(SitePublished(slug, pages))
            yield slug
        finally:
            disk.remove_tree(scratch / slug)


def _failure(job: Job, slug: Slug, error: Exception) -> ProductFailed:
    """Put a product's failure into words; an error that nobody foresaw is named by its kind, without its text."""
    faults = error.faults if isinstance(error, DataFaults) else ()
    known = isinstance(error, PurposebookError)
    message = str(error) if known else f"an error that should not happen ({type(error).__name__}); please report it"
    return ProductFailed(slug, message, faults, last_good(job.out / slug), error)


def _remove_gone(job: Job, wanted: Sequence[Slug]) -> tuple[str, ...]:
    """After a build of all products, take away the sites of those that were archived or renamed."""
    there = set(job.workspace.products())
    if not there <= set(wanted):
        return ()
    old = sorted(
        path
        for path in job.out.iterdir()
        if path.is_dir() and not path.name.startswith((".", "_")) and path.name not in there
    )
    gone = [path.name for path in old if is_ours(path) and remove_site(path)]
    for name in gone:
        job.report(SiteRemoved(name))
    return tuple(gone)
