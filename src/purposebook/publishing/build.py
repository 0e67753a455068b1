"""Build sites: each product aside, verified, then swapped in; one product's failure never touches another's site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from purposebook.domain.results import BuildResult as Record
from purposebook.domain.results import ChapterRun, FindingCounts
from purposebook.domain.slug import Slug
from purposebook.domain.workbook import Workbook
from purposebook.errors import BuildFailed, DataFaults, PurposebookError, UsageError
from purposebook.publishing.book import page_of, stage_book
from purposebook.publishing.chapters import CELL_SECONDS, run_chapter
from purposebook.publishing.events import (
    ChapterRan,
    Event,
    PagesMade,
    PortfolioWritten,
    ProductFailed,
    ProductStarted,
    SitePublished,
    SiteRemoved,
)
from purposebook.publishing.gathering import gather_site
from purposebook.publishing.identity import FRONT_CHAPTER, Identity
from purposebook.publishing.pages import make_pages
from purposebook.publishing.portfolio import is_ours, last_good, write_portfolio
from purposebook.publishing.portfolio_card import card_of
from purposebook.publishing.record import digest, files_of, inputs_of, versions, write_record
from purposebook.publishing.scratch import scratch_folder
from purposebook.publishing.snapshot import freeze_product
from purposebook.publishing.swap import remove_site, swap_in
from purposebook.publishing.trimming import title_of, trimmed
from purposebook.publishing.verify import check_site, verify_pages
from purposebook.storage.workspace import Workspace

Report = Callable[[Event], None]


@dataclass(frozen=True)
class BuildResult:
    """Say what a build did."""

    published: tuple[str, ...]
    failed: tuple[ProductFailed, ...]
    removed: tuple[str, ...]
    portfolio: Path


@dataclass(frozen=True)
class Job:
    """Hold what every product of one build has in common."""

    workspace: Workspace
    out: Path
    as_of: dt.date
    with_exercises: bool
    cell_seconds: int
    report: Report

    @cached_property
    def chapters(self) -> dict[str, Path]:
        """Return the notebooks in the order of `_toc.yml`, by their names."""
        names = set(self.workspace.chapters())
        toc = self.workspace.toc()
        pages = [PurePosixPath(page.removesuffix(".ipynb")) for page in (toc.root, *toc.chapters)]
        return {page.name: self.workspace.root / f"{page}.ipynb" for page in pages if page.name in names}


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
    job = Job(workspace, out.resolve(), as_of, with_exercises, cell_seconds, report)
    wanted = tuple(dict.fromkeys(slugs))
    if FRONT_CHAPTER not in job.chapters:
        raise UsageError(
            f"_toc.yml lists no notebook '{FRONT_CHAPTER}', which becomes every site's front page: "
            f"list chapters/{FRONT_CHAPTER}."
        )
    with scratch_folder(job.out) as scratch:
        published, failed = _build_all(job, wanted, scratch, keep_going)
        removed = _remove_gone(job, wanted)
        rows = write_portfolio(job.out, workspace.products(), {failure.product: failure for failure in failed})
    report(PortfolioWritten(sum(row.card is not None for row in rows), len(failed)))
    return BuildResult(published, failed, removed, job.out / "index.html")


def _build_all(
    job: Job, slugs: Sequence[Slug], scratch: Path, keep_going: bool
) -> tuple[tuple[str, ...], tuple[ProductFailed, ...]]:
    """Build one product after the other."""
    published: list[str] = []
    failed: list[ProductFailed] = []
    for number, slug in enumerate(slugs, start=1):
        job.report(ProductStarted(slug, number, len(slugs), len(job.chapters)))
        try:
            pages = _build_one(job, slug, scratch / slug)
        except UsageError:
            raise
        except PurposebookError as error:
            failed.append(_failure(job, slug, error))
            job.report(failed[-1])
            if not keep_going:
                break
        else:
            published.append(slug)
            job.report(SitePublished(slug, pages))
    return tuple(published), tuple(failed)


def _failure(job: Job, slug: Slug, error: PurposebookError) -> ProductFailed:
    """Put a product's failure into words."""
    faults = error.faults if isinstance(error, DataFaults) else ()
    return ProductFailed(slug, str(error), faults, last_good(job.out / slug))


def _build_one(job: Job, slug: Slug, scratch: Path) -> int:
    """Publish one product and return its number of pages."""
    book, inputs = freeze_product(job.workspace.folder(slug), scratch / "data", slug)
    ran = _run_chapters(job, slug, scratch / "data")
    chapters = {name: trimmed(notebook, job.with_exercises) for name, notebook in ran.items()}
    identity = Identity(
        book.product.name, job.as_of.isoformat(), book.product.language, book.product.visibility, portfolio=True
    )
    stage_book(scratch / "book", job.workspace.root / "_config.yml", chapters, identity)
    titles = {page_of(name): identity.title(title_of(notebook)) for name, notebook in chapters.items()}
    made = make_pages(scratch / "book", job.as_of)
    job.report(PagesMade(slug))
    site = scratch / "site"
    gather_site(made, site, titles)
    verify_pages(site, titles | {"search": identity.title("Search")}, _secrets(job, scratch / "data" / slug))
    _finish_site(job, book, site, inputs, ran)
    swap_in(site, job.out / slug)
    return len(titles)


def _run_chapters(job: Job, slug: Slug, data: Path) -> dict[str, Any]:
    """Run every chapter of `_toc.yml` and return the executed notebooks in that order."""
    parameters = {"product": str(slug), "data_dir": str(data), "as_of": job.as_of.isoformat(), "mode": "published"}
    ran: dict[str, Any] = {}
    for number, (name, path) in enumerate(job.chapters.items(), start=1):
        ran[name] = run_chapter(path, parameters, job.cell_seconds)
        job.report(ChapterRan(slug, name, number, len(job.chapters)))
    return ran


def _finish_site(job: Job, book: Workbook, site: Path, inputs: Mapping[str, str], ran: Mapping[str, Any]) -> None:
    """Add the card and the record to a verified site, and verify the record itself."""
    card = card_of(book, job.as_of)
    card.write(site)
    record = Record(
        product=book.slug,
        as_of=job.as_of,
        versions=versions(),
        inputs=inputs_of({**inputs, **_sources(job)}),
        pages=files_of(site),
        chapters=tuple(_chapter_run(name, notebook) for name, notebook in ran.items()),
        findings=FindingCounts(**card.findings),
    )
    write_record(site, record)
    for wrong in check_site(site):
        raise BuildFailed(f"the finished site does not match its record, {wrong} Build it again.")


def _sources(job: Job) -> dict[str, str]:
    """Return the hash of each file of the workspace that a site is made from."""
    root = job.workspace.root
    files = (root / "_config.yml", root / "_toc.yml", *job.chapters.values())
    return {path.relative_to(root).as_posix(): digest(path.read_bytes()) for path in files}


def _chapter_run(name: str, notebook: Any) -> ChapterRun:
    """Count a chapter's code cells; that all of them ran was checked before."""
    cells = sum(cell["cell_type"] == "code" for cell in notebook["cells"])
    return ChapterRun(chapter=name, cells=cells, ran=cells)


def _secrets(job: Job, data: Path) -> tuple[str, ...]:
    """Return the folders of this machine that no page may name, but for those that the team itself wrote."""
    folders = {
        str(path) for path in (job.out, job.workspace.root, job.workspace.data, Path.home()) if len(path.parts) > 2
    }
    written = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in sorted(data.iterdir()))
    return tuple(sorted(folder for folder in folders if folder not in written))


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
