"""responsibility.yml: who may be harmed, what it costs the planet, who can use it, who is left out."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal

from pydantic import AfterValidator, StringConstraints, model_validator

from purposebook.domain.base import (
    MANY_ITEMS,
    Count,
    Date,
    Id,
    Level,
    Line,
    Model,
    Name,
    Number,
    RequiredName,
    Text,
    asked,
    listed,
    points,
    refers,
)
from purposebook.domain.wcag import CRITERIA

Stage = Literal["discover", "design", "build", "launch", "run", "retire"]
STAGES: Final = ("discover", "design", "build", "launch", "run", "retire")
Term = Literal["supports", "partially-supports", "does-not-support", "not-applicable", "not-evaluated"]
Method = Literal["tool-scan", "keyboard", "screen-reader", "expert-review", "people"]
DIMENSIONS: Final = ("gender", "age", "income", "disability", "race", "culture")
"""What inclusion asks about at least; a team adds its own."""
CRITERION_PATTERN: Final = r"^[1-4]\.[1-5]\.[1-9][0-9]?$"


def _is_a_criterion(number: str) -> str:
    """Refuse the number of a criterion that WCAG 2.2 does not have."""
    if number not in CRITERIA:
        raise ValueError(f"'{number}' is no success criterion of WCAG 2.2; take its number from the list")
    return number


CriterionNumber = Annotated[str, StringConstraints(pattern=CRITERION_PATTERN), AfterValidator(_is_a_criterion)]
"""The number of a success criterion, such as 1.4.3."""


class Visit(Model):
    """Say that a stage of the life cycle was looked at, and who would be harmed by nothing."""

    stage: Stage = asked("Stage", "discover, design, build, launch, run or retire.", "discover")
    visited: Date | None = asked("Looked at on", "When.", "2026-09-20", default=None)
    nobody_because: Text = asked(
        "Nobody, because",
        "Why nobody can be harmed here, if that is so.",
        "We only listen, and keep no recordings",
        default="",
    )


class Harm(Model):
    """Name who may be harmed, how, and what is done about it."""

    KIND: ClassVar[str] = "harm"

    id: Id = asked("Id", "A short name.", "learners-on-camera")
    stage: Stage = asked("Stage", "discover, design, build, launch, run or retire.", "run")
    who: RequiredName = asked("Who", "Who may be harmed.", "Pupils in the background of a recording")
    how: Text = asked(
        "How", "What may happen to them.", "They are seen by strangers, without having been asked", default=""
    )
    likelihood: Level | None = asked("Likelihood", "1 (unlikely) to 5 (certain).", 3, default=None)
    severity: Level | None = asked("Severity", "1 (a nuisance) to 5 (grave).", 4, default=None)
    response: Literal["act", "influence", "monitor"] | None = asked(
        "Response",
        "act where it is in your hands, influence where it is in others', monitor the rest.",
        "act",
        default=None,
    )
    action: Text = asked("What we do", "The next thing that somebody does.", "Editors blur faces", default="")
    owner: Line = asked("Owner", "The role that answers for it.", "Support lead", default="")
    review: Date | None = asked("Look again on", "When it is looked at again.", "2026-12-01", default=None)
    closed: Date | None = asked("Closed on", "When nothing was left to do.", "2026-10-01", default=None)

    @property
    def label(self) -> str:
        """Return who may be harmed: many harms share a stage."""
        return self.who


class Component(Model):
    """Give the energy and the hardware of one part of the system, for the Software Carbon Intensity."""

    name: RequiredName = asked("Component", "Servers, network or devices of users.", "Video servers")
    energy: Number | None = asked("Energy (kWh)", "E: energy used in the period.", 120, default=None)
    intensity: Number | None = asked("Grid (g/kWh)", "I: grams of CO2e per kilowatt hour.", 300, default=None)
    embodied: Number | None = asked("Embodied (g)", "TE: grams of CO2e for making the hardware.", 900000, default=None)
    reserved_time: Number | None = asked("Reserved time (h)", "TiR: hours for which it is reserved.", 720, default=None)
    lifespan: Number | None = asked("Lifespan (h)", "EL: hours for which it is expected to last.", 35040, default=None)
    reserved: Number | None = asked("Reserved resources", "RR: of its resources, how many.", 8, default=None)
    total: Number | None = asked("Total resources", "ToR: of how many.", 64, default=None)
    source: Line = asked("Source", "Where the numbers come from.", "Bill of the provider", default="")


class Footprint(Model):
    """Hold what the Software Carbon Intensity is computed from."""

    boundary: Text = asked(
        "Boundary", "What is counted, and what is not.", "Servers and network; no laptops", default=""
    )
    unit: Name = asked("Unit (R)", "What the total is divided by.", "lesson watched", default="")
    amount: Number | None = asked("Units in the period", "R: how many of them.", 40000, default=None)
    period: Line = asked("Period", "Which weeks or months.", "September 2026", default="")
    method: Text = asked("Method", "Measured, billed or estimated, and how.", "Estimated from server hours", default="")
    source: Line = asked("Source", "Where the numbers come from.", "Bill of the provider", default="")
    date: Date | None = asked("Date", "The day on which it was worked out.", "2026-10-05", default=None)
    components: tuple[Component, ...] = listed("Components", "Energy and hardware, part by part.")
    baseline: Number | None = asked("Baseline", "The same number before, in g per unit.", 4.1, default=None)
    baseline_method: Text = asked(
        "Method of the baseline",
        "Must be the same, or the two cannot be compared.",
        "Estimated from server hours",
        default="",
    )
    stated: Number | None = asked("Stated total (g)", "A total that somebody published.", 120000, default=None)
    offsets: Number | None = asked(
        "Offsets (g)", "Bought compensation; it is refused, because it is not a saving.", 0, default=None
    )
    reduced_by: Text = asked(
        "Reduced by", "What you did to make it smaller.", "Lessons are streamed at half the size", default=""
    )


class Criterion(Model):
    """Answer one success criterion of WCAG 2.2."""

    number: CriterionNumber = asked("Criterion", "Its number.", "1.4.3")
    term: Term = asked(
        "Term",
        "supports, partially-supports, does-not-support, not-applicable or not-evaluated.",
        "supports",
        default="not-evaluated",
    )
    method: Method | None = asked(
        "Method", "tool-scan, keyboard, screen-reader, expert-review or people.", "keyboard", default=None
    )
    evidence: tuple[Id, ...] = refers("Evidence", "Ids of what it rests on.", "audit-05", "evidence")
    note: Text = asked("Note", "What works, what does not.", "Buttons of the order page answer to no key", default="")


class Accessibility(Model):
    """Report against WCAG 2.2, criterion by criterion."""

    scope: Text = asked("Scope", "Which pages and which tasks.", "Making, ordering and publishing a course", default="")
    evaluated: Date | None = asked("Evaluated on", "When.", "2026-09-30", default=None)
    claim: Literal["conforms", "does-not-conform", "not-claimed"] = asked(
        "Claim", "conforms, does-not-conform or not-claimed.", "not-claimed", default="not-claimed"
    )
    criteria: tuple[Criterion, ...] = listed("Criteria", "The success criteria that were looked at.", most=100)


class Dimension(Model):
    """Ask of one dimension who is in scope, and who took part in research."""

    name: RequiredName = asked(
        "Dimension", "gender, age, income, disability, race, culture, or your own.", "disability"
    )
    in_scope: Text = asked("In scope", "Who is meant to use it.", "Authors who cannot use a mouse", default="")
    took_part: Text = asked("Took part", "Who took part in research.", "Nobody yet; three wrote to support", default="")
    not_considered: Text = asked(
        "Not considered because", "Why it does not matter here, if that is so.", "We know nobody's income", default=""
    )


class GroupOutcome(Model):
    """Count an outcome for one group of a dimension; no single persons."""

    dimension: RequiredName = asked("Dimension", "The dimension.", "age")
    group: RequiredName = asked("Group", "The group within it.", "55 and older")
    metric: Id | None = points("Outcome", "Id of the metric that is counted.", "publish-rate", "metric")
    split_by: Name = asked(
        "Split by", "A second variable by which its people are told apart, if you counted so.", "experience", default=""
    )
    stratum: Name = asked(
        "Stratum", "Which of them this row counts; the rows of a group add up.", "newcomers", default=""
    )
    reached: Count = asked("Reached it", "How many of them did.", 21)
    of: Count = asked("Of", "How many of them could have.", 40)


class Inclusion(Model):
    """Ask who is left out."""

    considered: Date | None = asked("Considered on", "When you went through it.", "2026-09-22", default=None)
    dimensions: tuple[Dimension, ...] = listed("Dimensions", "Who is in scope, and who took part.")
    outcomes: tuple[GroupOutcome, ...] = listed(
        "Outcome by group", "The same outcome, group by group.", most=MANY_ITEMS
    )

    @model_validator(mode="after")
    def _counts_nobody_twice(self) -> Inclusion:
        """Refuse a group whose rows are split in more than one way, since rows of one group are added up."""
        ways: dict[tuple[str, str | None, str], str | None] = {}
        for one in self.outcomes:
            way = one.split_by.strip() if one.stratum.strip() else None
            if ways.setdefault((one.dimension.strip(), one.metric, one.group.strip()), way) != way:
                raise ValueError(
                    f"counts the people of '{one.group.strip()}' twice, because its rows add up; "
                    "give all rows of one outcome a 'stratum' of the same 'split_by', or none of them"
                )
        return self


class Responsibility(Model):
    """Hold what the product owes to those who did not ask for it."""

    visits: tuple[Visit, ...] = listed("Stages", "The stages of the life cycle that you looked at.")
    harms: tuple[Harm, ...] = listed("Harms", "Who may be harmed, how, and who acts.", most=MANY_ITEMS)
    footprint: Footprint | None = asked("Footprint", "What it costs the planet.", default=None)
    accessibility: Accessibility | None = asked("Accessibility", "Who can use it.", default=None)
    inclusion: Inclusion | None = asked("Inclusion", "Who is left out.", default=None)
