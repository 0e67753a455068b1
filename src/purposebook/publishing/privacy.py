"""Keep private products out of the public folder and of the cache that may be copied, also when they turn private."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from purposebook.domain.slug import Slug
from purposebook.errors import UsageError
from purposebook.publishing.cache.cleaning import forget_old_rows, is_kept, keep_only
from purposebook.publishing.cache.seen import Seen
from purposebook.publishing.events import CacheCleaned, Event, SiteWithdrawn
from purposebook.publishing.portfolio import write_portfolio
from purposebook.publishing.swap import remove_site
from purposebook.publishing.told_addresses import ToldAddresses
from purposebook.storage.visibility import FILE, PRIVATE, visibility_of
from purposebook.storage.workspace import Workspace

_KIND: Final = "visibility"


@dataclass(frozen=True)
class Split:
    """Name the products of a workspace: those that are published, and those that are private."""

    published: tuple[Slug, ...]
    private: tuple[Slug, ...]


@dataclass(frozen=True)
class Privacy:
    """Know which products are private now, and take them from where they must not be."""

    workspace: Workspace
    out: Path
    """Where published products go."""
    private_out: Path
    """Where private ones go; a preview has one place for both."""
    seen: Seen
    """What is remembered of published products."""
    private_seen: Seen
    report: Callable[[Event], None]

    @cached_property
    def addresses(self) -> ToldAddresses:
        """Return what knows the addresses of databases."""
        return ToldAddresses(self.workspace)

    def split(self) -> Split:
        """Return which products are private as their files stand now."""
        slugs = self.workspace.products()
        private = tuple(slug for slug in slugs if self.is_private(slug))
        return Split(tuple(slug for slug in slugs if slug not in private), private)

    def is_private(self, slug: Slug) -> bool:
        """Tell whether a product is private.

        One whose product.yml tells nothing stays where its site stands, and is private where it has none: nothing new
        is published of it.
        """
        found = self._visibility(slug)
        if found is not None:
            return found == PRIVATE
        return (self.private_out / slug).exists() or not (self.out / slug).exists()

    def enforce(self, found: Split) -> None:
        """Take away what is private where it must not stand, and rows that nobody asks for; raises `UsageError`."""
        if self.out != self.private_out:
            self._withdraw_sites(found)
        self._clean_cache(found)
        forget_old_rows(self.workspace)

    def _withdraw_sites(self, found: Split) -> None:
        """Take away the sites that stand in the wrong folder."""
        wrong = [slug for slug in found.private if _is_there(self.out / slug)]
        if wrong:
            # before the sites go, so that a build that is killed in between finds them once more
            write_portfolio(self.out, found.published, {}, hidden=found.private)
        for slug in wrong:
            _withdraw(self.out / slug)
            self.report(SiteWithdrawn(slug, self.out.name, private=True))
        for slug in found.published if self.private_out.is_dir() else ():
            with contextlib.suppress(OSError):  # what will not go stays, and is tried again by the next build
                if remove_site(self.private_out / slug):
                    self.report(SiteWithdrawn(slug, self.private_out.name, private=False))

    def _clean_cache(self, found: Split) -> None:
        """Delete what the cache that may be copied holds of private products."""
        known = [slug for slug in found.private if self.seen.knows(slug)]
        if not known and not is_kept(self.workspace, found.private, found.published):
            return
        try:
            keep_only(self.workspace, found.published, found.private)
        except OSError as error:
            raise UsageError(
                f"What .purposebook/_cache holds of private products could not be deleted ({error.strerror}): "
                "delete that folder yourself, and copy it nowhere before."
            ) from error
        for slug in found.private:
            self.seen.forget(slug)
        self.report(CacheCleaned())

    def _visibility(self, slug: Slug) -> str | None:
        """Return what a product.yml tells; one that has not changed is not read again."""
        folder = self.workspace.data / slug
        state = self.seen.state_of(os.path.join(folder, FILE))  # noqa: PTH118 - a hundred are asked in every build
        for seen in (self.seen, self.private_seen) if state else ():
            known = seen.recall(_KIND, slug).get(FILE)
            if known is not None and known[0] == state:
                return known[1]
        found = visibility_of(folder)
        if state is not None and found is not None:
            (self.private_seen if found == PRIVATE else self.seen).note(_KIND, slug, {FILE: (state, found)})
        return found


def _is_there(place: Path) -> bool:
    """Tell whether anything has that name, a dangling link included."""
    return place.is_symlink() or place.exists()


def _withdraw(place: Path) -> None:
    """Take a private product's site away, or refuse to build beside what cannot be taken away."""
    where = f"'{place.name}' is private, and a folder of that name stands in '{place.parent.name}'"
    try:
        gone = remove_site(place)
    except OSError as error:
        raise UsageError(
            f"{where} and cannot be taken away ({error.strerror}): delete it yourself, and publish nothing before."
        ) from error
    if not gone:
        raise UsageError(f"{where} that no build made: move it away, and publish nothing before.")
