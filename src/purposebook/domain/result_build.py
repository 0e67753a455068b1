"""What a site carries with it about how it was made: its `build.json`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field, StringConstraints

from purposebook.domain.result_base import Result
from purposebook.domain.visibility import Visibility

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class InputFile(Result):
    """Name one file that the site was made from."""

    file: str
    sha256: Sha256


class SitePage(Result):
    """Name one file of the site."""

    file: str
    sha256: Sha256
    bytes: int = Field(ge=0)


class ChapterRun(Result):
    """Say how one chapter ran."""

    chapter: str
    cells: int = Field(ge=0)
    ran: int = Field(ge=0, description="How many of its cells ran: all of them, or the site would not exist.")


class FindingCounts(Result):
    """Count findings by severity."""

    error: int = Field(ge=0)
    warning: int = Field(ge=0)
    info: int = Field(ge=0)


class BuildResult(Result):
    """Hold what `build.json` of a site says."""

    product: str
    as_of: dt.date
    versions: dict[str, str] = Field(description="Of Purposebook, Python and the packages that make the bytes.")
    inputs: tuple[InputFile, ...]
    pages: tuple[SitePage, ...]
    chapters: tuple[ChapterRun, ...]
    findings: FindingCounts
    visibility: Visibility = Field(default="public", description="A site that is private must not be published.")
    seal: str = Field(default="", description="SHA-256 of everything else in this file.")
