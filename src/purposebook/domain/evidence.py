"""evidence.yml: the interviews, surveys and data sets that claims rest on."""

from __future__ import annotations

from typing import ClassVar, Literal

from purposebook.domain.base import EVIDENCE_ITEMS, Date, Id, Model, Text, asked, listed

EvidenceKind = Literal["interview", "survey", "analytics", "support", "observation", "desk"]


class Evidence(Model):
    """Describe one piece of research, without names of persons."""

    KIND: ClassVar[str] = "evidence"

    id: Id = asked("Id", "A short name.", "int-07")
    kind: EvidenceKind = asked("Kind", "interview, survey, analytics, support, observation or desk.", "interview")
    date: Date | None = asked("Date", "The day on which it was gathered.", "2026-04-12", default=None)
    note: Text = asked("Note", "What was done, with how many.", "Six teachers, remote", default="")
    quote: Text = asked(
        "Quote", "A sentence somebody said, without a name.", "I gave up after the third weekend.", default=""
    )

    @property
    def label(self) -> str:
        """Return its first text."""
        return self.note or self.quote or self.kind


class EvidenceLog(Model):
    """Hold every piece of evidence of a product."""

    evidence: tuple[Evidence, ...] = listed("Evidence", "Interviews, surveys and data sets.", most=EVIDENCE_ITEMS)
