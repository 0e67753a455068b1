"""imports.yml: what was answered once about the files of a tracker, so that no later import asks again."""

from __future__ import annotations

from typing import Final, Literal

from purposebook.domain.base import Line, Model, RequiredLine, RequiredName, asked, listed
from purposebook.domain.work import WorkStatus

IMPORTS: Final = "imports"
"""The file is `imports.yml`; it is no part of the workbook, and nothing of it is published."""
STATUS_WORDS: Final = 200


class ImportColumns(Model):
    """Say which columns hold what, where a file's own names do not say it; the first filled one counts."""

    key: tuple[Line, ...] = listed("Key", "The tracker's name for an item.", "Ticket")
    title: tuple[Line, ...] = listed("Title", "What the item is about.", "Name")
    status: tuple[Line, ...] = listed("Status", "How far the item is.", "Stage")
    resolution: tuple[Line, ...] = listed("Resolution", "Why the item is closed.", "Reason")
    created: tuple[Line, ...] = listed("Created", "When it was written down.", "Opened")
    closed: tuple[Line, ...] = listed("Closed", "When it was done.", "Finished")
    effort: tuple[Line, ...] = listed("Effort", "A number in the unit of your team.", "T-shirt size")
    category: tuple[Line, ...] = listed("Category", "The kind of item.", "Type")
    labels: tuple[Line, ...] = listed("Labels", "Words separated by commas.", "Tags")
    link: tuple[Line, ...] = listed("Link", "Where the item stands in the tracker.", "URL")


class ImportSource(Model):
    """Hold what was answered about the files of one tracker."""

    source: RequiredName = asked("Source", "The tracker, as the import names it.", "Jira")
    columns: ImportColumns | None = asked("Columns", "What --map said: column names by field.", default=None)
    statuses: dict[RequiredLine, WorkStatus] = asked(
        "Statuses",
        "What --map-status said: words for a status or a resolution, each with open, doing, done or dropped.",
        {"QA": "doing"},
        default={},
        max_length=STATUS_WORDS,
    )
    dates: Literal["dmy", "mdy"] | None = asked(
        "Dates", "What --dates said: dmy (day first) or mdy (month first).", "dmy", default=None
    )


class Imports(Model):
    """Keep the answers that `purposebook import` was given, one entry for each tracker."""

    sources: tuple[ImportSource, ...] = listed("Sources", "The trackers that this product imports from.")
