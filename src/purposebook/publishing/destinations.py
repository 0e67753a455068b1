"""The two folders that a build writes to: one for published products, and one for those that are private."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from purposebook.domain.slug import Slug
from purposebook.publishing.cache.places import CACHE, PRIVATE_CACHE, results_folder
from purposebook.publishing.cache.seen import Seen
from purposebook.publishing.cache.store import Store
from purposebook.publishing.events import BuildWaits, Event, ProductFailed, SiteRemoved
from purposebook.publishing.job import Job
from purposebook.publishing.out_folder import checked_private_out, is_portfolio, refuse_foreign_page
from purposebook.publishing.portfolio import write_portfolio
from purposebook.publishing.privacy import Privacy, Split
from purposebook.publishing.scratch import scratch_folder
from purposebook.publishing.swap import remove_site
from purposebook.storage import disk

_IGNORE_ALL: Final = b"*\n"


@dataclass(frozen=True)
class Destination:
    """Hold a folder for sites, and where what is remembered of their products is kept."""

    private: bool
    out: Path
    scratch: Path
    cache: Path
    """Relative to the workspace."""
    seen: Seen


@dataclass(frozen=True)
class Destinations:
    """Hold the folders of one build, each locked against other builds."""

    privacy: Privacy
    split: Split
    """Which products are private, as their files stood when the build began."""
    all: tuple[Destination, ...]
    """The public folder, then the private one where it is in use."""

    @classmethod
    def locked(cls, job: Job, wanted: Iterable[Slug], stack: ExitStack) -> Destinations:
        """Take the folders that a build of the `wanted` products writes to, until the stack is closed."""
        root, force = job.workspace.root, job.manner.force
        private_out = job.out if job.manner.in_one_place else checked_private_out(job.workspace, job.out)
        seen = Seen(Store(results_folder(root)), anew=force)
        private_seen = Seen(Store(results_folder(root, PRIVATE_CACHE)), anew=force)
        privacy = Privacy(job.workspace, job.out, private_out, seen, private_seen, job.report)
        public = Destination(False, job.out, stack.enter_context(_scratch(job, job.out)), CACHE, seen)
        split = privacy.split()
        if private_out == job.out:
            scratch = public.scratch
        elif not set(split.private).isdisjoint(wanted) or is_portfolio(private_out / "index.html"):
            refuse_foreign_page(private_out, ".")
            scratch = stack.enter_context(_scratch(job, private_out))
            disk.write_if_new(private_out / ".gitignore", _IGNORE_ALL)
        else:
            return cls(privacy, split, (public,))
        return cls(privacy, split, (public, Destination(True, private_out, scratch, PRIVATE_CACHE, private_seen)))

    def folders(self) -> tuple[Path, ...]:
        """Return the folders themselves; a preview has one."""
        return tuple(dict.fromkeys(one.out for one in self.all))

    def remove_gone(self, wanted: Collection[Slug], report: Callable[[Event], None]) -> tuple[str, ...]:
        """After a build of all products, take away the sites of those that were archived or renamed."""
        there = set(self.privacy.workspace.products())
        gone: list[str] = []
        for path in sorted(path for out in self.folders() for path in out.iterdir()) if there <= set(wanted) else ():
            if not path.is_dir() or path.name.startswith((".", "_")) or path.name in there:
                continue
            with contextlib.suppress(OSError):  # what will not go stays, and is tried again by the next build
                if remove_site(path):
                    gone.append(path.name)
                    report(SiteRemoved(path.name))
        return tuple(gone)

    def finish(self, failures: Mapping[str, ProductFailed]) -> None:
        """Write the page over the sites of each folder, as private as products are by now."""
        privacy, now = self.privacy, self.privacy.split()
        privacy.enforce(now)
        if privacy.out == privacy.private_out:
            write_portfolio(privacy.out, (*now.published, *now.private), failures)
            return
        for one in self.all:
            here, elsewhere = (now.private, now.published) if one.private else (now.published, now.private)
            own = {slug: failure for slug, failure in failures.items() if (slug in now.private) == one.private}
            write_portfolio(one.out, here, own, elsewhere, one.private)
        privacy.private_seen.write()

    def private_ones(self, wanted: Iterable[Slug]) -> tuple[tuple[Slug, ...], Path | None]:
        """Return those products of `wanted` whose sites went apart, and the page over them."""
        if len(self.folders()) == 1:
            return (), None
        return tuple(slug for slug in wanted if slug in self.split.private), self.all[-1].out / "index.html"


def _scratch(job: Job, out: Path) -> AbstractContextManager[Path]:
    """Lock a folder for this build, and say when that has to be waited for."""
    return scratch_folder(out, waits=lambda: job.report(BuildWaits()))
