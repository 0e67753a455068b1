"""Event logs go to a worker by name, since they may be larger than memory; what is read must be what was promised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Self

from purposebook.errors import BuildFailed
from purposebook.publishing.order import LogFile, Order
from purposebook.publishing.record import digest
from purposebook.storage import disk
from purposebook.storage.large_files import Identity, hash_of, identity_of
from purposebook.storage.limits import EVENT_BYTES, MIB

COPIED: Final = 256 * MIB
"""Up to this size a log is copied in a moment: whatever a chapter does to it, the team keeps its own file."""


@dataclass(frozen=True)
class Laid:
    """Know the logs that stand where chapters find them."""

    states: Mapping[Path, Identity]
    """Each as it was when it was found to be what was promised."""

    @classmethod
    def out(cls, logs: Mapping[str, LogFile], place: Path) -> Self:
        """Put logs into a folder: copies, and second names of the same file for those that are large.

        Raise `BuildFailed` for a log that is not what was promised.
        """
        return cls({place / name: _laid(log, place / name) for name, log in logs.items()})

    def changed(self) -> tuple[str, ...]:
        """Return the names of logs that are not as they were."""
        return tuple(path.name for path, state in self.states.items() if identity_of(path) != state)

    def refuse_changed(self) -> None:
        """Raise `BuildFailed` when a log is not as it was."""
        for name in self.changed():
            raise _changed(name)


def travelling(order: Order) -> Order:
    """Return an order that carries its logs as bytes; raise `BuildFailed` for one that is not what was promised."""
    logs: dict[str, bytes] = {}
    for name, log in order.logs.items():
        try:
            logs[name] = Path(log.path).read_bytes()
        except OSError as error:
            raise _unreadable(name, error) from error
        if digest(logs[name]) != log.sha256:
            raise _changed(name)
    return replace(order, files={**order.files, **logs}, logs={}) if logs else order


def _laid(log: LogFile, target: Path) -> Identity:
    """Put one log in its place and return its state."""
    try:
        source = Path(log.path)
        if source.stat().st_size <= COPIED or not disk.link(source, target):
            disk.jot_copy(source, target)
        state = identity_of(target)
        if hash_of(target.parent, target.name, EVENT_BYTES) == log.sha256:
            return state
    except OSError as error:
        raise _unreadable(target.name, error) from error
    raise _changed(target.name)


def _unreadable(name: str, error: OSError) -> BuildFailed:
    """Say that a log cannot be read, in the system's own words, which name no place."""
    return BuildFailed(f"{name} cannot be read ({error.strerror or 'unknown reason'}); see that it is there")


def _changed(name: str) -> BuildFailed:
    """Say that a log is not what the site was to be made from."""
    return BuildFailed(f"{name} changed while the site was made; build again when it is written to its end")
