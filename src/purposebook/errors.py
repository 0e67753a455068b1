"""Every way in which Purposebook refuses to go on.

::

    PurposebookError            a sentence for the user, with the next step
    ├── UsageError              the call is wrong (exit code 2)
    │   └── BadSlug             a name that cannot be a product's folder
    ├── DataFaults              broken data: all faults of all files at once (exit code 1)
    ├── SaveFailed              a save that did not happen, or whose state was told apart (exit code 1)
    │   └── SaveConflict        two people changed the same field
    ├── BuildFailed             a product whose site could not be made or verified (exit code 1)
    │   └── ChapterFailed       a chapter in which not every cell ran
    └── MissingExtra            an optional package that this command needs (exit code 1)

A weak answer is never an error: rules return findings, which are values.
"""

# ruff: noqa: N818 - the names say what happened; an Error behind each would add nothing

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from purposebook.text.directions import typed


@dataclass(frozen=True, order=True)
class Fault:
    """Name one place where a product's data cannot be read or breaks its model."""

    file: str
    """Path relative to the product's folder, for example ``mission.yml``."""
    line: int
    """1-based; 0 when the fault concerns the file as a whole."""
    column: int
    """1-based; 0 when unknown. For a CSV row it is the column's position in the header."""
    field: str
    """Dotted path such as ``objectives[0].serves``, or the CSV column's name; may be empty."""
    message: str
    """What is wrong, in a clause without a full stop."""
    advice: str
    """What to do next, in a clause without a full stop."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return (
            f"{place} {self.field}: {self.message}, {self.advice}"
            if self.field
            else f"{place}: {self.message}, {self.advice}"
        )


class PurposebookError(Exception):
    """Refuse with one sentence that names the place and the next step."""


class UsageError(PurposebookError):
    """Refuse a call whose arguments cannot be right."""


class BadSlug(UsageError):
    """Refuse a product name that cannot be a folder and a web address."""

    @classmethod
    def for_text(cls, text: str, why: str) -> Self:
        """Say why `text` is no slug and what one looks like."""
        shown = typed(text)
        return cls(
            f"{shown} cannot be a product's name in an address: {why}. Use 1 to 63 lower-case letters, digits and "
            "hyphens that begin with a letter or digit, such as 'my-product'."
        )


class DataFaults(PurposebookError):
    """Carry every fault of a product's data at once."""

    def __init__(self, product: str, faults: Iterable[Fault]) -> None:
        self.product = product
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(f"{product}/{fault}" for fault in self.faults))


class SaveFailed(PurposebookError):
    """Say that a save did not happen and what the file holds now."""


class SaveConflict(SaveFailed):
    """Say that somebody else changed the same field in the meantime."""

    def __init__(self, file: str, fields: Iterable[str]) -> None:
        self.file = file
        self.fields = tuple(fields)
        super().__init__(
            f"{file} was changed by somebody else in {', '.join(self.fields)} while you were writing. Nothing was "
            "saved: your text is still in the form. Load the newest state, compare, and save again."
        )


class BuildFailed(PurposebookError):
    """Say why a product's site was not published; its last good site stays."""


class ChapterFailed(BuildFailed):
    """Say in which chapter not every cell ran."""

    def __init__(self, chapter: str, why: str) -> None:
        self.chapter = chapter
        self.why = why
        super().__init__(f"chapter '{chapter}' did not run to its end: {why}")

    def __reduce__(self) -> tuple[type[Self], tuple[str, str], dict[str, object]]:
        """Let another process raise it."""
        return type(self), (self.chapter, self.why), self.__dict__


class MissingExtra(PurposebookError):
    """Name the optional packages that a command needs."""

    @classmethod
    def named(cls, extra: str, command: str) -> Self:
        """Say how to install `extra` for `command`."""
        return cls(f"'purposebook {command}' needs the extra '{extra}': run pip install 'purposebook[{extra}]'.")
