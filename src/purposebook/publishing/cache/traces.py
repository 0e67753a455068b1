"""What is remembered of a product's runs: on what each rested, where its result is kept, and which site came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from purposebook.publishing.cache.store import throw_away
from purposebook.publishing.record import sealed, unsealed
from purposebook.storage import disk

KEPT: Final = 4
"""So many runs of a chapter, and sites of a product, are remembered: for data that go to and fro."""

CLUSTER: Final = "cluster-"
"""How the name of an environment begins in which workers of a cluster ran chapters."""


@dataclass(frozen=True)
class Trace:
    """Hold on what one run of a chapter rested."""

    code: str
    """The hash of its code cells."""
    environment: str
    files: Mapping[str, str | None]
    """The files that it read, with the hash of their bytes; None where there was none."""
    day: str | None
    """The day of the report, where the run asked for it."""
    result: str
    """The name under which the store keeps what its cells showed."""


@dataclass(frozen=True)
class Traces:
    """Hold what is remembered of one product, the newest first."""

    chapters: Mapping[str, tuple[Trace, ...]] = field(default_factory=dict)
    sites: Mapping[str, str] = field(default_factory=dict)
    """The seal of the site that came of all inputs together, by their hash."""
    aids: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """What makes the next build quicker, by its kind: the environment in which it came about, and its name."""

    @classmethod
    def read(cls, path: Path) -> Traces:
        """Return what a file remembers; nothing when it is missing or damaged."""
        try:
            values = unsealed(path.read_bytes())
            if values is None:
                return cls()
            chapters = {name: tuple(Trace(**one) for one in found) for name, found in values["chapters"].items()}
            aids = {kind: (str(one[0]), str(one[1])) for kind, one in values["aids"].items()}
            return cls(chapters, dict(values["sites"]), aids)
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls()

    def write(self, path: Path) -> None:
        """Remember it; a disk that refuses only means that chapters run again."""
        chapters = {name: [asdict(one) for one in found] for name, found in self.chapters.items()}
        values: dict[str, Any] = {"chapters": chapters, "sites": dict(self.sites), "aids": dict(self.aids)}
        try:
            disk.make_folder(path.parent)
            if path.is_dir():
                throw_away(path)
            disk.write_bytes(path, sealed(values), durable=False)
        except OSError:
            return

    def with_run(self, chapter: str, trace: Trace) -> Traces:
        """Return the same with one more run."""
        older = tuple(one for one in self.chapters.get(chapter, ()) if one != trace)
        return replace(self, chapters={**self.chapters, chapter: (trace, *older)[:KEPT]})

    def with_site(self, inputs: str, seal: str) -> Traces:
        """Return the same with one more site."""
        older = {key: value for key, value in self.sites.items() if key != inputs}
        return replace(self, sites=dict([(inputs, seal), *older.items()][:KEPT]))

    def with_aid(self, kind: str, environment: str, name: str) -> Traces:
        """Return the same with another aid of that kind."""
        return replace(self, aids={**self.aids, kind: (environment, name)})

    def aid(self, kind: str, environment: str) -> str | None:
        """Return the name of an aid that came about in this environment."""
        there, name = self.aids.get(kind, ("", ""))
        return name if there == environment else None

    def found(self, chapter: str, now: Trace) -> Trace | None:
        """Return the remembered run that rests on what there is `now`."""
        return next((one for one in self.chapters.get(chapter, ()) if not _changes(one, now)), None)

    def why(self, chapter: str, now: Trace) -> str:
        """Say what changed since the run that rests on most of what there is `now`."""
        runs = self.chapters.get(chapter, ())
        if not runs:
            return "no earlier run of it is kept"
        changes = min((_changes(one, now) for one in runs), key=len)
        return ", ".join(changes) if changes else "its kept result was gone or damaged"


def _changes(then: Trace, now: Trace) -> tuple[str, ...]:
    """Name what differs between a run and what there is now; `now` holds every file of the product."""
    found = []
    if then.code != now.code:
        found.append("its code changed")
    if then.environment != now.environment:
        found.append(_elsewhere(then, now) or "Purposebook or a package changed")
    if then.day is not None and then.day != now.day:
        found.append(f"the day changed from {then.day} to {now.day}")
    for name, before in then.files.items():
        after = now.files.get(name)
        if before != after:
            found.append(f"{name} {'is new' if before is None else 'is gone' if after is None else 'changed'}")
    return tuple(found)


def _elsewhere(then: Trace, now: Trace) -> str:
    """Say that one of two runs was made by a cluster; nothing where both were made alike."""
    if then.environment.startswith(CLUSTER) == now.environment.startswith(CLUSTER):
        return ""
    return "it ran on this machine" if now.environment.startswith(CLUSTER) else "a cluster ran it"
