"""Decide what a product needs: nothing, some of its chapters, or all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from purposebook.domain.slug import Slug
from purposebook.publishing.cache.run_cache import RunCache
from purposebook.publishing.cache.seen import Known, Seen, State
from purposebook.publishing.inputs import kept_rows, product_files, product_logs, tell_all
from purposebook.publishing.job import Job
from purposebook.publishing.order import LogFile, Order
from purposebook.publishing.published import Published
from purposebook.publishing.record import digest

_KIND: Final = "products"
Files = Mapping[str, bytes]
Logs = Mapping[str, LogFile]


@dataclass(frozen=True)
class Plan:
    """Hold an order with what has to be remembered when it is done."""

    order: Order
    hashes: Mapping[str, str]
    """Of the product's files."""
    inputs: str
    """One hash for everything that the site is made from."""
    why: Mapping[str, str]
    """Why each chapter runs that is not known."""


@dataclass(frozen=True)
class Look:
    """Hold how a product's files are, and which site they led to."""

    hashes: Mapping[str, str]
    """Of the product's files."""
    inputs: str
    """One hash for everything that the site is made from."""
    seal: str | None
    """Of the site that came of the same, if one did."""
    kept_rows: str = ""
    """What to say of rows that are of an earlier time."""


@dataclass(frozen=True)
class Planner:
    """Compare each product with what is remembered and with what stands in the output folder."""

    job: Job
    cache: RunCache
    published: Published
    seen: Seen

    def look(self, slug: Slug) -> Look:
        """Return how a product is now; raises `DataFaults` for one that cannot be read."""
        known = self.seen.recall(_KIND, slug)
        if known and self.seen.states(self.job.workspace.folder(slug)) == _states(known):
            return self._seen_as({name: hash for name, (_, hash) in known.items() if hash}, slug)
        return self._look(slug)[2]

    def plan(self, slug: Slug, look: Look | None = None, together: int = 1) -> Plan | None:
        """Return what there is to do for a product, or nothing, as after a `look`; raises `DataFaults`.

        So many of its chapters may run `together`.
        """
        if look is not None and self._stands(slug, look.seal):
            return None
        files, logs, look = self._look(slug)
        if self._stands(slug, look.seal):
            return None
        return self._plan(slug, (files, logs), look, together)

    def _look(self, slug: Slug) -> tuple[Files, Logs, Look]:
        """Return a product's files, and how they are."""
        folder = self.job.workspace.folder(slug)
        before = self.seen.states(folder)
        files = product_files(folder)
        logs = product_logs(folder, files)
        hashes = {name: digest(data) for name, data in files.items()} | {name: log.sha256 for name, log in logs.items()}
        if before is not None and tell_all(before, files, logs):
            self.seen.note(_KIND, slug, {name: (state, hashes.get(name, "")) for name, state in before.items()})
        return files, logs, self._seen_as(hashes, slug, kept_rows(folder, files, self.job.as_of))

    def _seen_as(self, hashes: Mapping[str, str], slug: Slug, kept_rows: str = "") -> Look:
        """Return how a product is whose files have these hashes."""
        job = self.job
        inputs = self.cache.inputs(slug, hashes, job.as_of.isoformat(), job.manner.with_exercises)
        return Look(hashes, inputs, None if job.manner.force else self.cache.site(slug, inputs), kept_rows)

    def _plan(self, slug: Slug, given: tuple[Files, Logs], look: Look, together: int) -> Plan:
        """Return what there is to do for a product."""
        job, hashes, day = self.job, look.hashes, self.job.as_of.isoformat()
        found = self.cache.look(slug, hashes, day, job.manner.force)
        order = Order(
            product=str(slug),
            book=job.book,
            files=given[0],
            logs=given[1],
            as_of=job.as_of,
            settings=job.settings,
            with_exercises=job.manner.with_exercises,
            isolated=job.manner.isolated,
            limits=job.manner.limits,
            together=together,
            known=found.known,
            skeleton=None if job.manner.force else self.cache.skeleton(slug),
            pictures=None if job.manner.force else self.cache.pictures(slug),
            parts=None if job.manner.force else self.cache.parts(slug),
            sound=self.cache.sound(slug),
            secrets=job.secrets,
            held=self.published.held(),
        )
        return Plan(order, hashes, look.inputs, found.why)

    def _stands(self, slug: Slug, seal: str | None) -> bool:
        """Tell whether the site with this seal stands in the output folder, whole."""
        return seal is not None and self.published.seal_of_whole(self.published.out / slug) == seal

    def sources(self) -> Mapping[str, str]:
        """Return the hash of each file of the workspace that a site is made from."""
        book = self.job.book
        own = {"_config.yml": book.config, "_toc.yml": book.toc} | {one.path: one.data for one in book.chapters}
        return {name: digest(data) for name, data in own.items()}


def _states(known: Known) -> dict[str, State]:
    """Return the states alone."""
    return {name: state for name, (state, _) in known.items()}
