"""What trackers call the columns of their exports, and what their words for a status mean.

The column names are those of the programs' own exports: Jira's CSV of a filter (all or current fields) in several
languages, `gh issue list --json ...` turned into CSV, "Export view data" of a GitHub project (tab-separated), Linear's
"Export issues", and "Export to CSV" of an Azure DevOps query. Names are compared as words are: without upper and lower
case, accents and marks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from purposebook.domain.imports import ImportColumns
from purposebook.domain.work import WorkStatus
from purposebook.storage.jira_names import jira_columns
from purposebook.storage.tracker_words import plain

FIELDS: Final = tuple(ImportColumns.model_fields)
"""What a column may mean; `resolution` says why something is closed, `labels` may hold words of ours."""
REQUIRED: Final = ("key", "title")
"""What every row says."""
STATUS_CATEGORY: Final = "status_category"
"""What a tracker itself says of its own words for a status; no user has to name it."""

Columns = Mapping[str, tuple[str, ...]]
"""Names of columns by the field that they mean; the first one that is filled counts, of `labels` each."""


@dataclass(frozen=True)
class Tracker:
    """Describe the exports of one tracker."""

    name: str
    marks: tuple[tuple[str, ...], ...]
    """The columns by which its exports are known: one name of each group."""
    columns: Columns
    words: Mapping[str, WorkStatus] = field(default_factory=dict)
    """Words for a status that mean something else here than elsewhere."""
    keyless: bool = False
    """True where rows without a key are drafts, which are no work items yet."""
    language: str = "en"
    """Of the names of its columns."""


_JIRA: Final = tuple(
    Tracker("Jira", (columns["key"], columns["title"], columns["status"]), columns, language=language)
    for language, columns in jira_columns()
)
_AZURE: Final = Tracker(
    "Azure DevOps",
    (("id",), ("work item type",), ("state",)),
    {
        "key": ("id",),
        "title": ("title", *(f"title {level}" for level in range(1, 7))),
        "status": ("state",),
        "created": ("created date",),
        "closed": ("closed date",),
        "effort": ("effort", "story points", "size"),
        "category": ("work item type",),
        "labels": ("tags",),
        "link": ("url", "link"),
    },
    words={"resolved": "doing", "design": "open"},
)
_LINEAR_COLUMNS: Final[Columns] = {
    "key": ("id",),
    "title": ("title",),
    "status": ("status",),
    "created": ("created",),
    "closed": ("completed", "canceled"),
    "effort": ("estimate",),
    "labels": ("labels",),
    "link": ("url",),
}
_GITHUB_WORDS: Final[Columns] = {
    "title": ("title",),
    "status": ("state", "status"),
    "resolution": ("statereason", "state reason"),
    "created": ("createdat", "created at", "created"),
    "closed": ("closedat", "closed at"),
    "effort": ("estimate", "story points", "points"),
    "category": ("type", "issue type"),
    "labels": ("labels",),
    "link": ("url",),
}

TRACKERS: Final = (
    *_JIRA,
    _AZURE,
    Tracker("Linear", (("id",), ("title",), ("status",), ("completed", "estimate")), _LINEAR_COLUMNS),
    Tracker("GitHub", (("number",), ("title",), ("state", "status")), {"key": ("number",), **_GITHUB_WORDS}),
    Tracker(
        "GitHub project",
        (("title",), ("url",), ("status",)),
        {"key": ("url",), **_GITHUB_WORDS, "status": ("status", "state")},
        keyless=True,
    ),
)
"""In the order in which they are tried: the first whose marks all stand in the header is it."""
OTHER: Final = Tracker("another tracker", (), {})
"""Whatever `--map` describes."""


def recognised(columns: Iterable[str]) -> Tracker | None:
    """Return the tracker whose export has these columns, if it is one that is known."""
    names = {plain(column) for column in columns}
    return next((tracker for tracker in TRACKERS if all(_names_one(names, group) for group in tracker.marks)), None)


def _names_one(names: Collection[str], group: Iterable[str]) -> bool:
    """Tell whether one column of a group is among these names."""
    return any(plain(column) in names for column in group)
