"""The rules that read the mission: M1 to M8."""

from __future__ import annotations

from typing import Final

from purposebook.checks.example import mission_says
from purposebook.checks.mission_findings import (
    hard_to_read,
    names_nobody,
    names_rank,
    names_technology,
    opens_with_supply,
    says_the_same,
    sounds_grand,
    too_long,
)
from purposebook.checks.rule import Rule
from purposebook.checks.words import WORD_LANGUAGES

_LONG = (
    "Every teacher can publish a first course that people finish, and we will help each one of them with recording, "
    "with editing, with "
    "sound, with titles, with questions for learners and with everything else that comes up on the way there."
)
_GOOD = mission_says("Every teacher can publish a first course that people finish.")

MISSION_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="M1",
        severity="info",
        title="Length of the mission",
        looks_for="A mission of more than 30 words. The number is shown; it fails nothing.",
        source="Practitioners' guides, which contradict each other: at most 8, 10 or 30 words, 40 to 70, up to 100.",
        false_alarms="Any limit is arbitrary: a mission of 40 words can be a good one.",
        advice="Read it aloud to somebody outside the team, and keep what they can repeat.",
        strong=_GOOD,
        weak=mission_says(_LONG),
        find=too_long,
        parts=frozenset({"mission"}),
    ),
    Rule(
        id="M2",
        severity="warning",
        title="The mission names who is better off",
        looks_for="A mission with no declared persona or segment, no group such as teachers, families or 'people "
        "who ...', and no organisations that act for people, such as schools or communes. A group is read from the "
        "ending of its noun and from its place in the sentence: 'help ... sleep', 'permettre aux ...'. 'Everyone', "
        "'the world', 'our customers' and 'users' alone name nobody, in English also 'people', 'individuals' "
        "and 'organisations'. In doubt the rule stays silent.",
        source="Roman Pichler's vision board, which asks for the target group beside the vision.",
        false_alarms="A group by a name that has no usual ending, and that no verb helps; declare it as a segment and "
        "it counts. People who do the work, such as volunteers, may be taken for those who are better off.",
        advice="Say whose life changes: a persona, a segment, or 'people who ...'.",
        strong=_GOOD,
        weak=mission_says("Make online courses better for everyone."),
        find=names_nobody,
        parts=frozenset({"mission"}),
        languages=WORD_LANGUAGES,
    ),
    Rule(
        id="M3",
        severity="info",
        title="A change, not a rank",
        looks_for="Words of rank or category in mission, purpose or vision: leading, world-class, #1, best service. "
        "Quotations and names are passed over, and so is the rank of others: industry leaders, access to world-class "
        "laboratories.",
        source="Critiques that tell missions from slogans: a rank says where the company stands, not what changes "
        "for people.",
        false_alarms="Names that are not written with capitals, and quotations without quotation marks.",
        advice="Replace the rank by the change that people would notice.",
        strong=_GOOD,
        weak=mission_says("Be the world's leading home of courses for teachers."),
        find=names_rank,
        parts=frozenset({"mission"}),
        languages=WORD_LANGUAGES,
    ),
    Rule(
        id="M4",
        severity="info",
        title="Free of solutions",
        looks_for="A solution or a technology in mission, purpose or vision: app, platform, AI, one-stop shop; a tool "
        "by its name or kind, and tools that are listed: spreadsheet, GitHub, scripts and notebooks. Words with an "
        "ordinary sense, such as library or script, count only beside another tool or with a word that tells. The "
        "name of a field is none: software projects, an AI-driven world, a platform for debate.",
        source="Roman Pichler's advice that a vision makes no assumption about the solution, so that it outlives the "
        "first product.",
        false_alarms="A product whose purpose is the technology itself.",
        advice="Say what people can do then, and leave open by what means.",
        strong=_GOOD,
        weak=mission_says("A platform on which teachers publish courses."),
        find=names_technology,
        parts=frozenset({"mission"}),
        languages=WORD_LANGUAGES,
    ),
    Rule(
        id="M5",
        severity="info",
        title="Words that can be checked",
        looks_for="Abstract praise of what is offered in mission, purpose or vision: innovative, seamless, "
        "cutting-edge, unforgettable. Jargon that praises nothing, such as optimise or best practices, is passed over.",
        source="Stacey Barr's work on weasel words: what nobody can picture, nobody can measure.",
        false_alarms="Praise of something other than the product, such as seamless choirs; nouns of ordinary use are "
        "kept off the list.",
        advice="Say what one would see if it were true.",
        strong=_GOOD,
        weak=mission_says("Give teachers an innovative and seamless way to publish courses."),
        find=sounds_grand,
        parts=frozenset({"mission"}),
        languages=WORD_LANGUAGES,
    ),
    Rule(
        id="M6",
        severity="info",
        title="Easy to read",
        looks_for="A sentence of more than 25 words, or three and more words of 13 letters and more, in mission, "
        "purpose or vision.",
        source="Stacey Barr's plain wording of goals, and plain-language guides that ask for short sentences; no "
        "grade formula, which needs longer texts.",
        false_alarms="Enumerations, and terms that the readers use every day.",
        advice="Cut the sentence in two, or use the shorter word.",
        strong=_GOOD,
        weak=mission_says(_LONG),
        find=hard_to_read,
        parts=frozenset({"mission"}),
        languages=WORD_LANGUAGES,
    ),
    Rule(
        id="M7",
        severity="info",
        title="The main verb says a change",
        looks_for="A verb of supply as the first main verb: provide, offer, enable, deliver, allow, give. It may stand "
        "behind a long opening: 'X is a charity that provides', 'the mission of X is to provide'.",
        source="Erica Mills on the verbs of missions: say what happens, not what you hand out.",
        false_alarms="Often fine, above all where a service itself is the change.",
        advice="Ask what people do once you provided it, and begin with that verb.",
        strong=_GOOD,
        weak=mission_says("We provide teachers with help for their first course."),
        find=opens_with_supply,
        parts=frozenset({"mission"}),
        languages=WORD_LANGUAGES,
    ),
    Rule(
        id="M8",
        severity="warning",
        title="Mission, tagline and vision differ",
        looks_for="The same sentence in two of purpose, mission, tagline, value and vision.",
        source="The distinction of purpose, mission, vision and tagline in guides on product strategy: each answers "
        "another question.",
        false_alarms="None known; nearly equal sentences count as equal.",
        advice="Keep the sentence where it belongs and leave the other field empty until you have an answer to its "
        "question.",
        strong=mission_says(
            "Every teacher can publish a first course that people finish.", tagline="Teach once, reach many."
        ),
        weak=mission_says("Teach once, reach many.", tagline="Teach once, reach many!"),
        find=says_the_same,
        parts=frozenset({"mission"}),
    ),
)
"""The mission's rules, in the order of their ids."""
