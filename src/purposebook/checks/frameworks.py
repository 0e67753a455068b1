"""The frameworks that a workbook offers, and those that a team leaves out with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

from purposebook.checks.reading import fold
from purposebook.domain.outline import id_of, items_in
from purposebook.domain.workbook import Workbook


@dataclass(frozen=True)
class Framework:
    """Hold what leaving one framework out leaves out."""

    key: str
    title: str
    sections: tuple[str, ...]
    """`part`, or `part/field`."""
    rules: tuple[str, ...] = ()
    """Ids of the rules that find nothing in these sections while it is left out."""
    also: tuple[str, ...] = ()
    """Other keys under which a team may name it."""


@dataclass(frozen=True)
class LeftOut:
    """Hold one framework that a team does not use, and its reason."""

    framework: Framework
    because: str


_CLAIMS: Final = ("R1", "R4")
_PEOPLE: Final = ("P1", "P2", "P3", "P5", "R1", "R2", "R3", "R4")
_STRATEGY: Final = ("C1", "C2", "C3")
_OPPORTUNITIES: Final = ("G1", "G2", "G3", "G4", "G5", "R4")
_KATA: Final = ("H1", "H2", "H3")
_ETHICS: Final = ("E1", "E2")

FRAMEWORKS: Final = (
    Framework("ladder", "Purpose ladder", ("mission/ladder",), _CLAIMS),
    Framework("five-answers", "Five answers", ("mission/answers",), also=("answers",)),
    Framework("alternatives", "Comparison with alternatives", ("mission/alternatives",), ("R4", "W1"), ("comparison",)),
    Framework("rightful-claim", "Rightful claim", ("mission/claim",), ("R4",), ("claim",)),
    Framework("delivered-value", "Delivered value", ("mission/delivers",), ("D1", "R4"), ("delivers",)),
    Framework("ripple", "Ripple of effects", ("mission/ripple",), ("R4", "T1"), ("logic-model", "ripple-effect")),
    Framework("personas", "Personas", ("personas/personas",), _PEOPLE, ("persona-map",)),
    Framework("problem-statements", "Problem statements", ("personas/problems",), _CLAIMS, ("problems",)),
    Framework("market", "Market and segments", ("personas/segments",), also=("segments",)),
    Framework("alignment", "Alignment exercise", ("personas/rankings",), also=("rankings", "agreement")),
    Framework("stakeholders", "Stakeholder ecosystem", ("personas/stakeholders",), also=("stakeholder-map",)),
    Framework("impact-compass", "Impact compass", ("metrics/impacts",), ("I1", "R4"), ("impacts", "compass")),
    Framework("heart", "HEART", ("metrics/heart",), also=("heart-grid", "heart-framework")),
    Framework(
        "north-star", "North star", ("metrics/north_star", "metrics/north_star_inputs"), also=("north-star-metric",)
    ),
    Framework("pirate-metrics", "Pirate metrics", ("metrics/pirate",), also=("pirate", "aarrr", "aarrr-funnel")),
    Framework("strategy", "Strategic framework", ("strategy",), _STRATEGY),
    Framework("three-whys", "Three whys", ("strategy/initiatives",), ("C2",), ("whys",)),
    Framework("portfolio-options", "Portfolio options", ("strategy/options",), also=("options",)),
    Framework("value-streams", "Value streams", ("strategy/streams", "strategy/teams"), ("C3",), ("streams",)),
    Framework("recall", "Recall of vision and intents", ("strategy/recall",)),
    Framework("opportunities", "Opportunities and decisions", ("opportunities",), _OPPORTUNITIES),
    Framework("opportunity-tree", "Opportunity tree", ("opportunities/opportunities",), ("G1", "R4")),
    Framework("ideas", "Purpose as a filter for ideas", ("opportunities/ideas",), ("G2",), ("sieve", "purpose-filter")),
    Framework("kill-criteria", "Kill criteria", ("opportunities/exits",), ("G3",), ("exits", "letting-go")),
    Framework("decision-log", "Decision log", ("opportunities/decisions",), ("G4", "R4"), ("decisions",)),
    Framework("iteration-log", "Iteration log", ("opportunities/iterations",), ("G5",), ("iterations",)),
    Framework("status-lines", "Project or product: status lines", ("opportunities/status_lines",)),
    Framework("work", "Work and the build trap", ("work",), ("V1",), ("build-trap", "work-items")),
    Framework("product-kata", "Product Kata", ("experiments",), _KATA, ("experiments", "kata")),
    Framework("responsibility", "Responsibility", ("responsibility",), (*_ETHICS, "F1", "S1", "S2", "N1")),
    Framework(
        "ethics", "Ethics in the life cycle", ("responsibility/visits", "responsibility/harms"), _ETHICS, ("harms",)
    ),
    Framework("sustainability", "Sustainability", ("responsibility/footprint",), ("F1",), ("footprint", "sci")),
    Framework(
        "accessible-and-inclusive",
        "Accessible and inclusive",
        ("responsibility/accessibility", "responsibility/inclusion"),
        ("S1", "N1"),
    ),
    Framework("accessibility", "Accessibility", ("responsibility/accessibility",), ("S1",), ("wcag", "wcag-2.2")),
    Framework("inclusion", "Inclusion", ("responsibility/inclusion",), ("N1",)),
    Framework("culture", "Culture", ("culture",), ("U1",)),
    Framework("product-led", "Product-led organisation", ("culture/rounds",), also=("rounds",)),
    Framework("decision-rights", "Who decides", ("culture/decision_rights",)),
    Framework(
        "company-questions", "Six questions about the company", ("culture/company",), ("U1",), ("six-questions",)
    ),
    Framework("reviews", "Reviews", ("reviews",), ("L1",), ("review", "evaluated")),
)
"""Every framework, in the order of the files; a chapter counts as one."""


def key_of(name: str) -> str:
    """Return the key that a name says: `Accessible and inclusive` -> `accessible-and-inclusive`."""
    return "-".join(fold(name).replace("_", " ").replace("-", " ").split())


_KNOWN: Final[Mapping[str, Framework]] = MappingProxyType(
    {name: one for one in FRAMEWORKS for name in (one.key, key_of(one.title), *one.also)}
)
"""Each framework by every key under which a team may name it."""


def framework_of(name: str) -> Framework | None:
    """Return the framework that a team means by a name, whatever its case, blanks and hyphens."""
    return _KNOWN.get(key_of(name))


def nearest_framework(name: str) -> str:
    """Return the key of the framework whose name is nearest, or nothing when none is near."""
    return next((_KNOWN[near].key for near in get_close_matches(key_of(name), _KNOWN, n=1)), "")


def left_out(book: Workbook) -> tuple[LeftOut, ...]:
    """Return the frameworks that the team does not use, in the order of the file; unknown names are left aside."""
    named = ((framework_of(one.framework), one.because) for one in book.product.not_used)
    return tuple(LeftOut(framework, because) for framework, because in named if framework)


def why_left_out(book: Workbook, key: str) -> str:
    """Return why a framework, or one that holds all of its sections, is not used; nothing when it is used."""
    sections = _KNOWN[key].sections
    reasons = (one.because for one in left_out(book) if all(_within(section, one.framework) for section in sections))
    return next(reasons, "")


def _within(section: str, framework: Framework) -> bool:
    """Tell whether a section is one of a framework's, or stands in a part of it."""
    return section in framework.sections or section.partition("/")[0] in framework.sections


def is_left_out(book: Workbook, rule: str, where: str) -> bool:
    """Tell whether a rule has nothing to say at a place, because the team does not use what stands there."""
    return any(
        _stands_in(book, where, section)
        for one in left_out(book)
        if rule in one.framework.rules
        for section in one.framework.sections
    )


def _stands_in(book: Workbook, where: str, section: str) -> bool:
    """Tell whether a place is a section, or an item of it."""
    part, _, field = section.partition("/")
    home, _, rest = where.partition("/")
    place = rest.partition("/")[0]
    return home == part and (
        field in {"", place} or place in {id_of(item) for item in items_in(getattr(book, part), field)}
    )
