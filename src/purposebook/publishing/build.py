"""Build sites: each product aside, verified, then swapped in; one product's failure never touches another's site."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from purposebook.domain.result_build import BuildResult as Record
from purposebook.domain.result_build import ChapterRun, SitePage
from purposebook.domain.slug import Slug
from purposebook.errors import BuildFailed, DataFaults, UsageError
from purposebook.publishing import portfolio
from purposebook.publishing.cache.places import results_folder
from purposebook.publishing.cache.run_cache import RunCache
from purposebook.publishing.cache.store import Store
from purposebook.publishing.crew import Crew
from purposebook.publishing.destinations import Destination, Destinations
from purposebook.publishing.events import (
    BuildStarted,
    ChapterRan,
    ChapterStarted,
    PagesMade,
    ProductFailed,
    ProductStarted,
    ProductUnchanged,
    RowsKept,
    SitePublished,
    StaysHere,
)
from purposebook.publishing.job import Job, Manner, Report
from purposebook.publishing.order import Made, NotMade, Order, Outcome
from purposebook.publishing.out_folder import checked_out
from purposebook.publishing.planning import Look, Plan, Planner
from purposebook.publishing.privacy import Privacy
from purposebook.publishing.published import Published
from purposebook.publishing.record import inputs_of, versions
from purposebook.publishing.vega import Vega
from purposebook.publishing.warm.worker_process import WorkerProcess
from purposebook.storage import disk
from purposebook.storage.visibility import FILE, PRIVATE, visibility_in
from purposebook.storage.workspace import Workspace


@dataclass(frozen=True)
class BuildResult:
    """Say what a build did."""

    published: tuple[str, ...]
    unchanged: tuple[str, ...]
    failed: tuple[ProductFailed, ...]
    removed: tuple[str, ...]
    portfolio: Path
    private: tuple[str, ...] = ()
    """Those products that were to be built apart from the others."""
    private_portfolio: Path | None = None


_AS_USUAL = Manner()
_TURNED: Final = "it turned private while its site was made: build it again."


def build(  # noqa: PLR0913, PLR0917 - what, where, when, how, and who watches
    workspace: Workspace,
    slugs: Iterable[Slug],
    out: Path,
    as_of: dt.date,
    manner: Manner = _AS_USUAL,
    report: Report = lambda _: None,
    crew: Crew | None = None,
    started: Sequence[WorkerProcess] = (),
) -> BuildResult:
    """Publish `slugs` into `out`, private ones into a folder of their own, and write a portfolio over each.

    Failed products are part of the result, never raised. A `crew` that is given stays warm for the next build; one of
    our own begins with workers that are `started`.
    """
    job, wanted = Job(workspace, checked_out(workspace, out), as_of, manner, report), tuple(dict.fromkeys(slugs))
    if not job.out.is_dir():
        _ = job.book  # one that is refused makes no folder; where there is one, private sites leave it first
    with contextlib.ExitStack() as stack:
        to = Destinations.locked(job, wanted, stack)
        to.privacy.enforce(to.split)
        report(BuildStarted(len(wanted), len(job.book.chapters)))
        workers = crew or stack.enter_context(Crew(manner.jobs, started))
        works = _begin(job, to, stack)
        try:
            _make(works, wanted, to.split.private, workers)
            if not crew:
                workers.dismiss()  # they end while the rest is done
            removed = to.remove_gone(wanted, report)
        finally:  # a build that is interrupted has exchanged sites too
            failed = _failures(works, wanted)
            to.finish({failure.product: failure for failure in failed})
    ordered = tuple(slug for slug in wanted if any(slug in work.published for work in works))
    unchanged = tuple(slug for slug in wanted if any(slug in work.unchanged for work in works))
    return BuildResult(ordered, unchanged, failed, removed, job.out / "index.html", *to.private_ones(wanted))


def _begin(job: Job, to: Destinations, stack: contextlib.ExitStack) -> list[_Work]:
    """Put together what the products of each folder need; the stack closes what they share."""
    vega = stack.enter_context(contextlib.closing(Vega(Store(results_folder(job.workspace.root)))))
    return [_Work.begin(job, one, to.privacy, vega) for one in to.all]


def _make(works: Sequence[_Work], wanted: Sequence[Slug], private: Collection[str], crew: Crew) -> None:
    """Make and publish what has to be made, for one folder after the other."""
    for work in works:
        work.all([slug for slug in wanted if (slug in private) == work.destination.private], crew)
        if work.ends_now():
            return


def _failures(works: Sequence[_Work], wanted: Sequence[Slug]) -> tuple[ProductFailed, ...]:
    """Return the products that have no new site, in the order in which they were named."""
    failed = (one for work in works for one in work.failed)
    return tuple(sorted(failed, key=lambda one: wanted.index(Slug(one.product))))


@dataclass
class _Work:
    """Follow the products of one build whose sites go to one folder."""

    job: Job
    destination: Destination
    privacy: Privacy
    cache: RunCache
    sites: Published
    planner: Planner
    vega: Vega
    plans: dict[str, Plan] = field(default_factory=dict)
    published: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[ProductFailed] = field(default_factory=list)

    @classmethod
    def begin(cls, job: Job, destination: Destination, privacy: Privacy, vega: Vega) -> _Work:
        """Put together what all products need."""
        on_cluster = bool(job.manner.scheduler) and not destination.private
        cache = RunCache(job.workspace.root, job.book, destination.cache, on_cluster)
        sites = Published(destination.out, vega.bytes, destination.seen)
        return cls(job, destination, privacy, cache, sites, Planner(job, cache, sites, destination.seen), vega)

    def all(self, slugs: Sequence[Slug], crew: Crew) -> None:
        """Make and publish what has to be made."""
        try:
            with contextlib.closing(self._outcomes(slugs, crew)) as outcomes:
                for outcome in outcomes:
                    self._finish(outcome)
                    if self.ends_now():
                        return
        finally:
            self.destination.seen.write()

    def _outcomes(self, slugs: Sequence[Slug], crew: Crew) -> Generator[Outcome]:
        """Let a crew here, or the workers of a cluster, serve the orders."""
        if self.destination.private and self.job.manner.scheduler:
            for slug in slugs:
                self.job.report(StaysHere(slug))
        elif self.job.manner.scheduler and slugs:
            from purposebook.publishing.cluster.building import Cluster

            return Cluster(self.job.manner.scheduler).outcomes(self._orders(slugs, lambda _: 1), self._told)
        return crew.outcomes(self._orders(slugs, crew.expect), self.destination.scratch, self._told)

    def _orders(self, slugs: Sequence[Slug], expect: Callable[[int], int]) -> Iterator[Order]:
        """Yield an order for each product that needs one, those first that surely do; `expect` is told how many."""
        looks: dict[Slug, Look] = {}
        due: list[Slug] = []
        for slug in slugs:
            with self._failing(slug):
                look = self.planner.look(slug)
                if look.kept_rows:
                    self.job.report(RowsKept(slug, look.kept_rows))
                if look.seal is None:
                    due.append(slug)
                    self.vega.start()
                    expect(len(due))
                else:
                    looks[slug] = look
            if self.ends_now():
                return
        together = expect(len(due))
        for slug in (*due, *looks):
            plan = self._planned(slug, looks.get(slug), together)
            if self.ends_now():
                return
            if plan is not None:
                self.vega.start()
                self.plans[slug] = plan
                self.job.report(ProductStarted(slug, tuple(plan.order.known)))
                yield plan.order
        if self.plans:  # the last products are still being made
            portfolio.prepare(self.destination.out, slugs)
            self.cache.store.trim()

    def ends_now(self) -> bool:
        """Tell whether a failure ends the build."""
        return bool(self.failed) and not self.job.manner.keep_going

    def _planned(self, slug: Slug, look: Look | None, together: int) -> Plan | None:
        """Plan a product; nothing for one that is unchanged, or that cannot be read."""
        with self._failing(slug):
            plan = self.planner.plan(slug, look, together)
            if plan is not None and self._is_elsewhere(slug, visibility_in(plan.order.files.get(FILE, b""))):
                raise UsageError(_TURNED)
            if plan is None:
                self.unchanged.append(slug)
                self.job.report(ProductUnchanged(slug))
            return plan
        return None

    @contextlib.contextmanager
    def _failing(self, slug: Slug) -> Iterator[None]:
        """Let a product that cannot be read have failed, and go on."""
        try:
            yield
        except (DataFaults, UsageError) as error:
            self._fail(NotMade(slug, str(error), error.faults if isinstance(error, DataFaults) else ()))
        except OSError as error:  # its folder went away, or the disk has a fault
            self._fail(NotMade(slug, f"its files could not be read ({_reason(error)}); see that they are there"))

    def _told(self, product: str, what: str, chapter: str) -> None:
        """Pass on what a worker tells."""
        if what == "running":
            self.job.report(ChapterStarted(product, chapter))
        elif what == "ran":
            self.job.report(ChapterRan(product, chapter, self.plans[product].why.get(chapter, "")))
        else:
            self.job.report(PagesMade(product))

    def _finish(self, outcome: Outcome) -> None:
        """Publish what was made, and keep what was learned."""
        outcome = self.privacy.addresses.checked(outcome)
        plan = self.plans.pop(outcome.product)
        day = self.job.as_of.isoformat()
        if self._is_elsewhere(Slug(outcome.product), outcome.visibility if isinstance(outcome, Made) else None):
            self._fail(NotMade(outcome.product, _TURNED))
            return
        self.cache.keep(outcome.product, plan.hashes, day, outcome.ran)
        if isinstance(outcome, NotMade):
            self._fail(outcome)
            return
        aside = self.destination.scratch / outcome.product
        try:
            seal, written = self.sites.put(outcome, lambda pages: self._record(outcome, pages), aside)
        except (BuildFailed, OSError) as error:
            self._fail(NotMade(outcome.product, _words(error)))
            return
        finally:
            with contextlib.suppress(OSError):  # it is swept at the end
                disk.remove_tree(aside)
        self.cache.keep_site(plan.inputs, seal, outcome)
        self.published.append(outcome.product)
        self.job.report(SitePublished(outcome.product, outcome.pages, written))

    def _is_elsewhere(self, slug: Slug, visibility: str | None) -> bool:
        """Tell whether a product turned private, by what was read or by its file now, while its site was made."""
        return not self.destination.private and (visibility == PRIVATE or self.privacy.is_private(slug))

    def _record(self, made: Made, pages: tuple[SitePage, ...]) -> Record:
        """Write down what a site was made from."""
        return Record(
            product=made.product,
            as_of=self.job.as_of,
            versions=versions(),
            inputs=inputs_of({**made.inputs, **self.planner.sources()}),
            pages=pages,
            chapters=tuple(ChapterRun(chapter=name, cells=cells, ran=cells) for name, cells in made.cells.items()),
            findings=made.findings,
            visibility=made.visibility,
        )

    def _fail(self, outcome: NotMade) -> None:
        """Note a product that has no new site."""
        good = portfolio.last_good(self.destination.out / outcome.product)
        failure = ProductFailed(outcome.product, outcome.message, outcome.faults, good, outcome.trace)
        self.failed.append(failure)
        self.job.report(failure)


def _words(error: Exception) -> str:
    """Say why a made site could not be put in its place."""
    if isinstance(error, OSError):
        return f"its site could not be written ({_reason(error)}); see that the disk is not full"
    return str(error)


def _reason(error: OSError) -> str:
    """Return the system's own words, which name no place."""
    return error.strerror or type(error).__name__
