"""What the rules say, section by section and for the whole workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from purposebook.notebook import wording
from purposebook.notebook.cards import render
from purposebook.notebook.labels import CHAPTER_OF, Label
from purposebook.notebook.mission_views import empty
from purposebook.notebook.sections import FROM_MODELS, SECTIONS, section_of
from purposebook.notebook.snapshot import Snapshot

if TYPE_CHECKING:
    from purposebook.checks.finding import Finding

OPEN: Final = 5
"""So many findings of a group are open; the others wait behind a click."""
SHOWN: Final = 100
"""So many findings of a group stand on a page; `purposebook check` names them all."""


@dataclass(frozen=True)
class FindingRow:
    """Hold one finding as a reader sees it."""

    finding: Finding
    word: str
    about: Label | None
    """The item that it is about, where it is one."""


@dataclass(frozen=True)
class Group:
    """Gather the findings of one chapter."""

    chapter: str
    title: str
    href: str
    open: tuple[FindingRow, ...]
    more: tuple[FindingRow, ...]
    number: int
    """How many there are, those that are not shown included."""

    @property
    def unseen(self) -> int:
        """Return how many are not shown."""
        return self.number - len(self.open) - len(self.more)


def _section(name: str, part: str, *beside: str) -> Callable[[Snapshot], str]:
    """Make the view of one section's findings: those of its part, and of what has no section of its own.

    Needs stand in the card of their persona, and have findings of their own.
    """
    section = SECTIONS["personas" if name == "needs" else name]

    def view(snap: Snapshot) -> str:
        """Show what the rules say about this section."""
        found = [one for one in snap.checked_in(part, *beside).findings if section_of(snap.book, one.where) == name]
        if found:
            return render("findings.html", snap=snap, groups=(_group(snap, "", found),))
        if not section.is_written(snap.book):
            return empty(snap, "Nothing is written here yet, so there is nothing to check.", "unchecked")
        return empty(snap, "No finding: the rules have nothing to add here.")

    return view


def all_findings(snap: Snapshot) -> str:
    """Show every finding by chapter, the first five of each open, and what was not checked."""
    checked = snap.checked
    chapters: dict[str, list[Finding]] = {}
    for finding in checked.findings:
        chapters.setdefault(_chapter_of(finding), []).append(finding)
    order = [chapter for chapter in dict.fromkeys(CHAPTER_OF.values()) if chapter in chapters]
    groups = tuple(_group(snap, chapter, chapters[chapter]) for chapter in order)
    if not groups and not checked.not_checked:
        return empty(snap, "No finding: the rules have nothing to add to what is written.")
    return render("all_findings.html", snap=snap, groups=groups, not_checked=checked.not_checked)


def findings_anchor(finding: Finding) -> str:
    """Name the place of the report's list in which a finding stands."""
    return f"findings-{_chapter_of(finding)}"


def _chapter_of(finding: Finding) -> str:
    """Return the chapter to which a finding belongs."""
    return CHAPTER_OF.get(finding.where.partition("/")[0], "report")


def _group(snap: Snapshot, chapter: str, found: Sequence[Finding]) -> Group:
    """Gather findings under a chapter's name."""
    rows = tuple(_row(snap, finding) for finding in found[:SHOWN])
    title = {"report": "Product", "": ""}.get(chapter, wording.sentence(chapter)[:-1])
    href = snap.labels.page(chapter) if chapter not in {"", "report"} else ""
    return Group(chapter, title, href, rows[:OPEN], rows[OPEN:], len(found))


def _row(snap: Snapshot, finding: Finding) -> FindingRow:
    """Look up what a finding is about."""
    return FindingRow(finding, wording.SEVERITIES[finding.severity], snap.labels.about(finding.where))


_CHECKED: Final = (
    "delivers",
    "ripple",
    "problems",
    "impacts",
    "intents",
    "initiatives",
    "streams",
    "opportunities",
    "ideas",
    "exits",
    "decisions",
    "iterations",
    "work",
    "experiments",
    "harms",
    "footprint",
    "accessibility",
    "inclusion",
    "company",
    "reviews",
)
"""Sections made from their models that rules read."""
FINDINGS: Final[Mapping[str, Callable[[Snapshot], str]]] = {
    "statement": _section("statement", "mission", "product"),
    "clauses": _section("clauses", "mission", "product"),
    "ladder": _section("ladder", "mission", "product"),
    "answers": _section("answers", "mission", "product"),
    "alternatives": _section("alternatives", "mission", "product"),
    "claim": _section("claim", "mission", "product"),
    "objectives": _section("objectives", "objectives"),
    "personas": _section("personas", "personas"),
    "needs": _section("needs", "personas"),
    "evidence": _section("evidence", "evidence"),
    "metrics": _section("metrics", "metrics", "observations", "answers"),
    **{name: _section(name, FROM_MODELS[name].part) for name in _CHECKED},
    "all": all_findings,
}
