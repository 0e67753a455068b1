"""Whether a text names somebody in particular: a group of people, or an organisation that acts for people."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from purposebook.checks.reading import Passage, Phrases, blanked, compiled, seen
from purposebook.checks.words.lists import WordLists

_JOINT: Final = re.compile(r"[\s'-]")
_PARTICIPLE: Final = re.compile("ée?s$")
_ANY: Final = re.compile("")


def names_somebody(passage: Passage, known: WordLists) -> bool:
    """Tell whether somebody can be meant: a known group, whom a verb serves, an organisation, an agent noun."""
    passage = replace(passage, folded=blanked(passage.folded, known.ourselves))
    located = replace(passage, folded=blanked(passage.folded, known.within))
    return bool(
        seen(passage, known.people, known.served)
        or seen(located, known.bodies)
        or _persons(passage, known.agents, known.no_agents)
        or _persons(passage, known.participles, known.no_agents, _PARTICIPLE)
    )


def _persons(passage: Passage, nouns: Phrases, things: Phrases, ending: re.Pattern[str] = _ANY) -> bool:
    """Tell whether one of the nouns, as it is written, has an ending of people and is no thing."""
    for found in compiled(nouns).finditer(passage.folded) if nouns else ():
        start = found.end() - len(_JOINT.split(found.group())[-1])
        word = passage.shown[start : found.end()].lower()
        if ending.search(word) and not compiled(things).fullmatch(passage.folded, start, found.end()):
            return True
    return False
