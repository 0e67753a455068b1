"""culture.yml: how the organisation works; counts and sums only, single answers stay in `private/`."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field, ValidationInfo, field_validator

from purposebook.domain.base import (
    FEWEST,
    MANY,
    MANY_ITEMS,
    Count,
    Date,
    Id,
    Line,
    Model,
    Number,
    RequiredName,
    RequiredText,
    Text,
    asked,
    listed,
    refers,
)

Area = Literal["people", "strategy", "process", "culture"]
AREAS: Final = ("people", "strategy", "process", "culture")
CompanyQuestion = Literal[
    "who-decides", "can-let-go", "talks-to-users", "goal-is-clear", "what-excites", "product-people"
]
COMPANY_QUESTIONS: Final = {
    "who-decides": "Who decides what is built?",
    "can-let-go": "What was the last thing that you let go?",
    "talks-to-users": "When did somebody last talk to a user?",
    "goal-is-clear": "What is the current goal?",
    "what-excites": "What excites people here?",
    "product-people": "How are product people treated?",
}


class Spread(Model):
    """Hold the middle of what members answered about one area, and of many the spread."""

    area: Area = asked("Area", "people, strategy, process or culture.", "people")
    median: Annotated[Number, Field(ge=1, le=5)] = asked("Median", "The middle answer, 1 to 5.", 3)
    lower: Annotated[Number, Field(ge=1, le=5)] | None = asked(
        "Lower quartile", f"A quarter answered this or less; left out below {MANY} members.", 2, default=None
    )
    upper: Annotated[Number, Field(ge=1, le=5)] | None = asked(
        "Upper quartile", f"A quarter answered this or more; left out below {MANY} members.", 4, default=None
    )


class Round(Model):
    """Hold one round of answers about how the organisation works."""

    date: Date = asked("Date", "The day on which members answered.", "2026-09-03")
    members: Annotated[Count, Field(ge=FEWEST)] = asked("Members", "How many answered; at least five.", 7)
    spreads: tuple[Spread, ...] = listed("Answers", "The middle and, of many, the spread, area by area.")

    @field_validator("spreads")
    @classmethod
    def _without_quartiles_of_few(cls, spreads: tuple[Spread, ...], info: ValidationInfo) -> tuple[Spread, ...]:
        """Read no quartiles of so few members that they are what single people answered."""
        if info.data.get("members", 0) >= MANY:
            return spreads
        return tuple(spread.model_copy(update={"lower": None, "upper": None}) for spread in spreads)

    @property
    def people(self) -> int:
        """How many answered."""
        return self.members

    @property
    def is_told(self) -> bool:
        """Tell that no round is of too few."""
        return True


class DecisionRight(Model):
    """Say who decides about one kind of thing today, and who should."""

    KIND: ClassVar[str] = "decision right"

    id: Id = asked("Id", "A short name.", "what-to-build")
    decision: RequiredName = asked("Decision", "What is decided.", "What is built next")
    today: Line = asked("Today", "Who decides it today.", "The founder", default="")
    should: Line = asked("Should be", "Who should decide it.", "The team, within the intents", default="")
    step: Text = asked("Next step", "What would bring it there.", "The founder reads the findings first", default="")


class CompanyAnswer(Model):
    """Answer one of six questions about the company, with what was seen."""

    question: CompanyQuestion = asked(
        "Question",
        "who-decides, can-let-go, talks-to-users, goal-is-clear, what-excites or product-people.",
        "talks-to-users",
    )
    answer: RequiredText = asked("Answer", "What the team agreed on.", "Two of us, every other week")
    date: Date | None = asked("Date", "When you agreed on it.", "2026-09-03", default=None)
    evidence: tuple[Id, ...] = refers("Evidence", "Ids of what it rests on.", "int-12", "evidence")


class Culture(Model):
    """Hold what a team found out about the way it works."""

    rounds: tuple[Round, ...] = listed("Rounds", "Middle and spread of single answers.")
    decision_rights: tuple[DecisionRight, ...] = listed("Who decides", "Today, and as it should be.", most=MANY_ITEMS)
    company: tuple[CompanyAnswer, ...] = listed("Six questions", "What the team agreed on, with evidence.")
