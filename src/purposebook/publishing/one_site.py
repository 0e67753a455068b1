"""Make one product's site: freeze, run, stage, make pages, verify, record, swap in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from purposebook.domain.results import BuildResult as Record
from purposebook.domain.results import ChapterRun, FindingCounts
from purposebook.domain.slug import Slug
from purposebook.domain.workbook import Workbook
from purposebook.errors import BuildFailed
from purposebook.publishing.book import page_of, stage_book
from purposebook.publishing.chapters import run_chapter
from purposebook.publishing.events import ChapterRan, PagesMade
from purposebook.publishing.gathering import gather_site
from purposebook.publishing.identity import Identity
from purposebook.publishing.job import Job
from purposebook.publishing.pages import make_pages
from purposebook.publishing.portfolio_card import card_of
from purposebook.publishing.record import digest, files_of, inputs_of, versions, write_record
from purposebook.publishing.snapshot import freeze_product
from purposebook.publishing.swap import swap_in
from purposebook.publishing.trimming import title_of, trimmed
from purposebook.publishing.verify import check_site, verify_pages


def publish_product(job: Job, slug: Slug, scratch: Path) -> int:
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
    verify_pages(site, titles | {"search": identity.title("Search")}, secrets_of(job, scratch / "data" / slug))
    _finish_site(job, book, site, inputs, ran)
    swap_in(site, job.out / slug)
    return len(titles)


def _run_chapters(job: Job, slug: Slug, data: Path) -> dict[str, Any]:
    """Run every chapter of `_toc.yml` and return the executed notebooks in that order."""
    parameters = {"product": str(slug), "data_dir": str(data), "as_of": job.as_of.isoformat(), "mode": "published"}
    ran: dict[str, Any] = {}
    for name, path in job.chapters.items():
        ran[name] = run_chapter(path, parameters, job.cell_seconds)
        job.report(ChapterRan(slug, name))
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


def secrets_of(job: Job, data: Path) -> tuple[str, ...]:
    """Return the folders of this machine that no page may name, but for those that the team itself wrote."""
    places = (job.out, job.workspace.root, job.workspace.data, home())
    folders = {str(path) for path in places if len(path.parts) > 2}
    written = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in sorted(data.iterdir()))
    return tuple(sorted(folder for folder in folders if folder not in written))


def home() -> Path:
    """Return the user's own folder; a user without an account, as in a container, has none and gets `~`."""
    return Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home() would raise
