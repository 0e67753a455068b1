"""What the first version of each optional part needs: one next step at a time, none for what is not used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from purposebook.checks.frameworks import why_left_out
from purposebook.domain.culture import Culture
from purposebook.domain.workbook import Workbook


@dataclass(frozen=True)
class _Step:
    """Hold one step of a part's first version."""

    framework: str
    """The framework without which nobody needs it."""
    what: str
    is_taken: Callable[[Workbook], bool]


def next_step(book: Workbook, part: str) -> str:
    """Return what an optional part needs next, or nothing when its first version is there or is not used."""
    open_steps = (
        step.what for step in OPTIONAL[part][1] if not (step.is_taken(book) or why_left_out(book, step.framework))
    )
    return next(open_steps, "")


def _has_choice(book: Workbook) -> bool:
    """Tell whether an opportunity has two solutions."""
    return any(len(item.solutions) > 1 for item in book.opportunities.opportunities)


def _has_sorted_work(book: Workbook) -> bool:
    """Tell whether a work item says where it came from and whom it serves."""
    return any(item.origin and item.value for item in book.work.items)


def _has_expectation(book: Workbook) -> bool:
    """Tell whether an experiment says what is expected."""
    return any(item.expected for item in book.experiments.experiments)


def _has_looked_for_harm(book: Workbook) -> bool:
    """Tell whether a stage was visited or a harm is named."""
    return bool(book.responsibility.visits or book.responsibility.harms)


def _has_culture(book: Workbook) -> bool:
    """Tell whether anything is written about the way of working."""
    return book.culture != Culture.unwritten()


OPTIONAL: Final[Mapping[str, tuple[str, tuple[_Step, ...]]]] = {
    "strategy": (
        "strategy",
        (
            _Step(
                "strategy",
                "Name one strategic intent: what must become true before the vision can.",
                lambda book: bool(book.strategy.intents),
            ),
            _Step(
                "strategy",
                "Turn an intent into an initiative: a problem that a team can work on.",
                lambda book: bool(book.strategy.initiatives),
            ),
        ),
    ),
    "opportunities": (
        "opportunities",
        (
            _Step("opportunity-tree", "Write one opportunity, with two ways to take it.", _has_choice),
            _Step(
                "decision-log",
                "Record one decision, with what else was possible.",
                lambda book: bool(book.opportunities.decisions),
            ),
        ),
    ),
    "work": (
        "opportunities",
        (_Step("work", "Say of one work item where it came from and whom it serves.", _has_sorted_work),),
    ),
    "experiments": (
        "experiments",
        (_Step("product-kata", "Plan one step of a week or less, and write what you expect.", _has_expectation),),
    ),
    "responsibility": (
        "responsibility",
        (
            _Step("ethics", "Ask at one stage of the life cycle who may be harmed.", _has_looked_for_harm),
            _Step(
                "sustainability",
                "Estimate what the product costs the planet.",
                lambda book: book.responsibility.footprint is not None,
            ),
            _Step(
                "accessibility",
                "Answer the first criteria of WCAG 2.2.",
                lambda book: book.responsibility.accessibility is not None,
            ),
            _Step("inclusion", "Ask who is left out.", lambda book: book.responsibility.inclusion is not None),
        ),
    ),
    "culture": (
        "culture",
        (
            _Step("company-questions", "Answer one of the six questions about the company.", _has_culture),
            _Step("decision-rights", "Say of one decision who takes it today, and who should.", _has_culture),
            _Step("product-led", "Let members answer alone how the organisation works.", _has_culture),
        ),
    ),
    "reviews": (
        "review",
        (
            _Step(
                "reviews",
                "Hold one review of this report, and note its decisions.",
                lambda book: bool(book.reviews.reviews),
            ),
        ),
    ),
}
"""Part -> the chapter that works on it, and the steps of its first version."""
