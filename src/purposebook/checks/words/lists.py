"""What a language has to list so that the word rules can read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from purposebook.checks.reading import Phrases


@dataclass(frozen=True, kw_only=True)
class WordLists:
    """Hold one language's phrases, in the notation of `reading.Phrases`."""

    openers: Phrases = ""
    """What may stand before the main verb: our mission is to, we want to."""
    people: Phrases = ""
    """Whoever can be named as a beneficiary: teachers, families, people who."""
    anybody: Phrases = ""
    """Words that name nobody: everyone, users."""
    ranks: Phrases = ""
    technologies: Phrases = ""
    buzz: Phrases = ""
    supply_verbs: Phrases = ""
    """Verbs of supply that say nothing of a change: provide, offer, enable."""
    dates: Phrases = ""
    """Dates and quantities written in words."""
    numbered_names: Phrases = ""
    """Words whose number is part of a name: year 7, level 2."""
    output_verbs: Phrases = ""
    output_nouns: Phrases = ""
    """The same as nouns at the beginning of a line: launch of."""
    ordinary_objects: Phrases = ""
    """What makes an output verb harmless: build trust."""
    behaviour: Phrases = ""
    """Signs that users do something: so that, who, used by."""
    rates: Phrases = ""
    """Signs of a rate, a share or a move from one value to another."""
    quantities: Phrases = ""
    """Nouns that turn the verb before them into a name of a measure: build time, release frequency."""
    activities: Phrases = ""
    activity_nouns: Phrases = ""
    """Nouns that turn the activity before them into a thing: help requests, research articles."""
    milestones: Phrases = ""
    """Words of a thing that is done or not done."""
    yes_no: Phrases = ""
    """Units of a thing that is done or not done."""
    vanity: Phrases = ""
    engagement: Phrases = ""
    speed: Phrases = ""
    revenue: Phrases = ""
    insiders: Phrases = ""
    """The team, the company and its staff as those who act."""
    insiders_alone: Phrases = ""
    """The same, where they are all that is said; as an opening they may belong to others: sales teams of bakeries."""
    features: Phrases = ""
    """Parts of a product as those who act."""
    articles: Phrases = ""
    """What may stand before a thing that is wanted: a, the new."""
    wants: Phrases = ""
    """Verbs and nouns of a want: needs a, lack of, there is no."""
    things: Phrases = ""
    """Solutions that a need may wrongly name, beside technologies."""
    placeholders: Phrases = ""
    """What a text says that says nothing, as a whole or in brackets."""


NO_WORDS: Final = WordLists()
"""The lists of a language that nobody listed."""
