"""Keep the addresses of databases out of what is published and kept, whatever a chapter shows."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote

from purposebook.publishing.book import page_of
from purposebook.publishing.order import Made, NotMade, Outcome
from purposebook.storage.workspace import Workspace

_PASSWORD: Final = re.compile(r"^[^/@]*//[^/@:]*:([^@]*)@")
_SHORT: Final = 8
"""Characters below which a text stands on many pages by chance."""


@dataclass(frozen=True)
class _Secret:
    """Hold what no page may show."""

    variable: str
    product: str
    """One that names the variable as its database."""
    forms: tuple[bytes, ...]


@dataclass(frozen=True)
class ToldAddresses:
    """Know the addresses that products of a workspace name, and refuse what tells one of them."""

    workspace: Workspace

    def checked(self, outcome: Outcome) -> Outcome:
        """Return what was made, or a refusal where a page tells an address; no run that tells one is kept."""
        if not self._secrets:
            return outcome
        kept = tuple(run for run in outcome.ran if self._told(run.cells) is None)
        if isinstance(outcome, Made):
            for file in sorted(outcome.files, key=lambda one: not one.name.endswith(".html")):
                if (secret := self._told(file.data or b"")) is not None:
                    return NotMade(outcome.product, _refusal(file.name, secret, outcome.cells), ran=kept)
        return outcome if kept == outcome.ran else replace(outcome, ran=kept)

    def _told(self, data: bytes) -> _Secret | None:
        """Return an address that these bytes tell."""
        return next((one for one in self._secrets if any(form in data for form in one.forms)), None)

    @cached_property
    def _secrets(self) -> tuple[_Secret, ...]:
        """Return the addresses that this machine knows."""
        return tuple(_secrets(self.workspace.data / slug for slug in self.workspace.products()))


def _secrets(folders: Iterable[Path]) -> Iterator[_Secret]:
    """Yield what the variables hold that products name as their databases."""
    from purposebook.storage.database_reading import declared

    seen: set[str] = set()
    for folder in folders:
        for source in declared(folder):
            address = os.environ.get(source.database or "", "").strip()
            if source.database and source.database not in seen and address:
                seen.add(source.database)
                yield _Secret(source.database, folder.name, tuple(dict.fromkeys(_forms(address))))


def _forms(address: str) -> Iterator[bytes]:
    """Yield how an address or its password may stand in a file: as it is, in HTML and in JSON."""
    found = _PASSWORD.match(address)
    for text in (address, *((found[1], unquote(found[1])) if found else ())):
        if len(text) >= _SHORT:
            for form in (text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]):
                yield from (one.encode() for one in (form, escape(form), escape(form, quote=False)))


def _refusal(file: str, secret: _Secret, chapters: Iterable[str]) -> str:
    """Say which chapter tells what; never the address itself."""
    page = PurePosixPath(file)
    chapter = next((name for name in chapters if page.name == f"{page_of(name)}.html"), None)
    where = f"the chapter '{chapter}' shows" if chapter else f"{file} holds"
    return (
        f"{where} the value of {secret.variable}, which names a database of {secret.product}: take it out of what the "
        "chapter shows, and change the password if anybody saw it."
    )
