"""What trackers call things: the columns of their exports, and the words for how far a piece of work is.

The column names are those of the programs' own exports in English: Jira's CSV of a filter (all or current fields),
`gh issue list --json ...` turned into CSV, "Export view data" of a GitHub project (tab-separated), Linear's "Export
issues", and "Export to CSV" of an Azure DevOps query. Names are compared without upper and lower case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from purposebook.domain.work import WorkStatus

FIELDS: Final = (
    "key",
    "title",
    "status",
    "resolution",
    "created",
    "closed",
    "effort",
    "category",
    "labels",
    "link",
)
"""What a column may mean; `resolution` says why something is closed, `labels` may hold words of ours."""

Columns = Mapping[str, tuple[str, ...]]
"""Names of columns by the field that they mean; the first one that is filled counts, of `labels` each."""


@dataclass(frozen=True)
class Tracker:
    """Describe the exports of one tracker."""

    name: str
    marks: frozenset[str]
    """The columns by which its exports are known."""
    columns: Columns
    words: Mapping[str, WorkStatus] = field(default_factory=dict)
    """Words for a status that mean something else here than elsewhere."""
    keyless: bool = False
    """True where rows without a key are drafts, which are no work items yet."""

    def status(self, word: str) -> WorkStatus | None:
        """Return what a word says about a piece of work, or None for a word that nobody knows."""
        return self.words.get(_plain(word)) or _STATUS.get(_plain(word))


_BY_STATUS: Final[Mapping[WorkStatus, tuple[str, ...]]] = MappingProxyType(
    {
        "open": (
            "open",
            "opened",
            "new",
            "to do",
            "todo",
            "backlog",
            "ready",
            "triage",
            "reopened",
            "selected for development",
            "proposed",
            "approved",
            "planned",
            "unstarted",
            "not started",
        ),
        "doing": (
            "doing",
            "active",
            "committed",
            "started",
            "in progress",
            "in review",
            "in testing",
            "in development",
            "under review",
            "blocked",
        ),
        "done": ("done", "closed", "resolved", "completed", "complete", "finished", "merged", "released", "shipped"),
        "dropped": ("dropped", "removed", "canceled", "cancelled", "duplicate", "declined", "rejected", "abandoned"),
    }
)
_STATUS: Final = MappingProxyType({word: status for status, words in _BY_STATUS.items() for word in words})

_DROPPED_AS: Final = frozenset(
    {
        "won't do",
        "won't fix",
        "duplicate",
        "declined",
        "cannot reproduce",
        "incomplete",
        "not planned",
        "rejected",
        "abandoned",
    }
)
"""Resolutions of work that was closed without being done."""

_JIRA: Final = Tracker(
    "Jira",
    frozenset({"issue key", "summary", "status"}),
    {
        "key": ("issue key",),
        "title": ("summary",),
        "status": ("status",),
        "resolution": ("resolution",),
        "created": ("created",),
        "closed": ("resolved", "resolution date"),
        "effort": (
            "story points",
            "custom field (story points)",
            "story point estimate",
            "custom field (story point estimate)",
        ),
        "category": ("issue type",),
        "labels": ("labels",),
        "link": ("url", "link"),
    },
)
_AZURE: Final = Tracker(
    "Azure DevOps",
    frozenset({"id", "work item type", "state"}),
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
    _JIRA,
    _AZURE,
    Tracker("Linear", frozenset({"id", "title", "status", "completed"}), _LINEAR_COLUMNS),
    Tracker("Linear", frozenset({"id", "title", "status", "estimate"}), _LINEAR_COLUMNS),
    Tracker("GitHub", frozenset({"number", "title", "state"}), {"key": ("number",), **_GITHUB_WORDS}),
    Tracker("GitHub", frozenset({"number", "title", "status"}), {"key": ("number",), **_GITHUB_WORDS}),
    Tracker(
        "GitHub project",
        frozenset({"title", "url", "status"}),
        {"key": ("url",), **_GITHUB_WORDS, "status": ("status", "state")},
        keyless=True,
    ),
)
"""In the order in which they are tried: the first whose marks all stand in the header is it."""
OTHER: Final = Tracker("another tracker", frozenset(), {})
"""Whatever `--map` describes."""


def says_dropped(resolution: str) -> bool:
    """Tell whether a resolution says that something was closed without being done."""
    return _plain(resolution) in _DROPPED_AS


def _plain(word: str) -> str:
    """Return a word without what trackers write differently."""
    return " ".join(word.casefold().replace("_", " ").replace("-", " ").replace("\u2019", "'").split())


def recognised(columns: Iterable[str]) -> Tracker | None:
    """Return the tracker whose export has these columns, if it is one that is known."""
    names = {column.casefold() for column in columns}
    return next((tracker for tracker in TRACKERS if tracker.marks <= names), None)
