"""What a line states of a thing: the portal is launched, portal launched, the portal shows every course."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from purposebook.checks.heads import is_headed, is_idiom, is_people, is_plural, near
from purposebook.checks.orders import is_order, line_of
from purposebook.checks.rates import is_measured, is_rate, of_words
from purposebook.checks.reading import Passage, Phrases, begun, compiled, fold, is_one_of, opening, seen, starts_with
from purposebook.checks.words.lists import WordLists

_WORDS_OF_SUBJECT: Final = 12
_LONGEST_LINE: Final = 500
"""No statement is looked for behind so many characters: its subject would be too long."""
_ACCENT: Final = re.compile("ée?s?$")
"""The end of a French participle."""
_CUT: Final = re.compile(r"(?:,|\([^)]*)$")
"""The end of words that are no whole subject."""
_COUNT: Final = re.compile(r"(?<![\w.])\d+\+?(?!\w)")
_COUNTED: Final = re.compile(
    r"(?<!\w)(?:to|of|least|most|than|over|above|within|for|across|a|de|plus|moins|aux|les|des) \d"
)
"""A number that says how many or how much; others may be part of a name or a date."""
_NUMBER: Final = re.compile(r"(?<![\w.])\d")


def stated_output(passage: Passage, known: WordLists) -> str:
    """Return the words with which a statement says that the team made a thing, that it is there or what it does."""
    words, line = known.outputs, begun(line_of(passage, known), known.outputs.ensuring)
    for phrases in (words.passive, words.state, words.finished):
        for said, subject, rest in _statements(line, phrases):
            anything = phrases is not words.state and _is_sure(said, subject, phrases, known)
            graded = _is_graded(said, rest, known, state=phrases is words.state)
            if _is_made(subject, known, anything=anything) and not (graded or _is_done_by_people(rest, known)):
                return said
    for said, subject, rest in _statements(line, words.thing_verbs):
        if not _NUMBER.search(rest) and (not subject or _is_made(subject, known, anything=True)):
            return said
    for said, subject, rest in _statements(line, words.having):
        if (
            is_headed(rest, words.things, known)
            and _is_made(subject, known, anything=True)
            and not (_NUMBER.search(rest) or seen(of_words(rest), words.better))
        ):
            return said
    acts = acting(line, known)
    return ("" if starts_with(fold(acts), known.sentences.promised) else acts) or _done_in_any_way(line, known)


def _is_graded(said: str, rest: str, known: WordLists, *, state: bool) -> bool:
    """Tell whether a statement says how much or how well: is ready in 3 days, has a faster page."""
    number = bool(_NUMBER.search(rest))
    better = seen(of_words(f"{said.lower()} {rest}"), known.outputs.better)
    return (number or bool(better)) if state else number and is_rate(of_words(rest), known)


def _is_sure(said: str, subject: str, phrases: Phrases, known: WordLists) -> bool:
    """Tell whether only a team does this, so that any subject was made: is launched, migrated."""
    if phrases is known.outputs.passive:
        return True
    sure = is_one_of(fold(said), known.outputs.sure)
    return sure and not (_COUNT.search(subject) or is_order(of_words(subject), known))


def acting(line: Passage, known: WordLists) -> str:
    """Return the verb that tells what a thing does, where no number and no comparison tells how much or how well."""
    words = known.outputs
    for said, subject, rest in () if is_order(line, known) else _statements(line, words.acts):
        if _is_made(subject, known, anything=False) and not (
            _NUMBER.search(rest) or seen(of_words(rest), words.better)
        ):
            return "" if said.lower().endswith("é") else said
    return ""


def _done_in_any_way(line: Passage, known: WordLists) -> str:
    """Return any participle that says of a thing that something was done to it."""
    words = known.outputs
    for said, subject, rest in _statements(line, words.any_done):
        participle, is_passive = words.head_is_last or _ACCENT.search(said.lower()), " " in said
        one = is_passive or not is_plural(subject, known) or opening(of_words(subject), words.whole)[0]
        matter = is_passive and _is_subject(subject, known) and is_headed(subject, words.matter, known)
        thing = matter or _is_made(subject, known, anything=False)
        if participle and one and thing and not _NUMBER.search(rest) and not _is_done_by_people(rest, known):
            return said
    return ""


def done_or_not(passage: Passage, known: WordLists) -> bool:
    """Tell whether a line says of one thing that it is done, had or possible, and nothing of how much."""
    words, line = known.outputs, begun(line_of(passage, known), known.outputs.ensuring)
    if _COUNT.match(line.folded.strip()) or opening(line, words.measures)[0]:
        return False
    if opening(line, words.obtained)[0]:
        return _is_one(line, known)
    if not opening(line, known.sentences.several)[0] and not is_order(line, known) and _one_is_done(line, known):
        return True
    possible = _statements(line, words.capabilities)
    return any(_are_able(subject, rest, known) for _said, subject, rest in possible)


def _are_able(subject: str, rest: str, known: WordLists) -> bool:
    """Tell whether people can do something, and not how many or how often."""
    if seen(of_words(subject), known.insiders):
        return False
    return is_people(subject, known) and _is_subject(subject, known) and not _NUMBER.search(rest)


def _is_one(line: Passage, known: WordLists) -> bool:
    """Tell whether the object of the verb with which a line opens is one, and neither several nor so many."""
    thing = line.folded.strip().partition(" ")[2]
    return not (is_plural(thing, known) or _COUNTED.search(thing))


def _one_is_done(line: Passage, known: WordLists) -> bool:
    """Tell whether something is done to one thing, made by the team or not: audit passed."""
    for said, subject, rest in _statements(line, known.outputs.done):
        whole = " " in said and opening(of_words(subject), known.outputs.whole)[0]
        if not (" " in said or _ends_alone(said, subject, rest, known)) or _is_listed(subject, known):
            continue
        if is_one_of(fold(said), known.sentences.no_participle) or seen(of_words(rest), known.outputs.better):
            continue
        one = not _COUNT.search(subject) and (whole or not is_plural(subject, known))
        ours = _is_subject(subject, known) and not (is_people(subject, known) or is_idiom(subject, known))
        if one and ours and not _COUNTED.search(rest) and not _is_done_by_people(rest, known):
            return True
    return False


def _ends_alone(said: str, subject: str, rest: str, known: WordLists) -> bool:
    """Tell whether a participle without a verb ends a statement of one thing."""
    words = known.sentences
    if seen(of_words(subject), known.outputs.finite) or is_one_of(fold(said), words.plural_form):
        return False
    return not rest.strip(" .,;:!?()") or bool(opening(of_words(rest.lstrip(" .,;:()-")), words.after_done)[0])


def _is_listed(subject: str, known: WordLists) -> bool:
    """Tell whether a subject is of several, one after the other."""
    return "," in subject or bool(seen(of_words(subject), known.sentences.joined))


def subject_of(passage: Passage, known: WordLists) -> str:
    """Return the subject of a sentence when it is a thing that the team makes, or a part of its product."""
    words, line = known.outputs, line_of(passage, known)
    if is_order(line, known) or opening(line, words.tasks)[0] or opening(line, known.sentences.no_sentence)[0]:
        return ""
    named = bool(opening(line, known.sentences.articles)[0])
    kinds = (
        (words.passive, True),
        (words.thing_verbs, True),
        (words.purposes, True),
        (words.acts, named),
        (words.finite, named),
    )
    for phrases, anything in kinds:
        for said, subject, rest in _statements(line, phrases):
            loose = phrases in (words.finite, words.acts)
            if loose and (said.endswith("é") or not rest.strip() or _is_measure(subject, said, rest, known)):
                continue
            if _is_made(subject, known, anything=anything):
                return subject
    for _phrase, subject, rest in _statements(line, words.plural_finite):
        if rest.strip() and is_plural(subject, known) and _is_made(subject, known, anything=named):
            return subject
    return ""


def _is_measure(subject: str, said: str, rest: str, known: WordLists) -> bool:
    """Tell whether a sentence is of an amount, of a number that is kept, or of somebody who does something."""
    words = known.sentences
    kept = is_one_of(fold(said), words.kept) and _NUMBER.search(rest)
    return bool(kept or seen(of_words(subject), words.amounts, words.somebody))


def _statements(line: Passage, phrases: Phrases) -> Iterator[tuple[str, str, str]]:
    """Yield each of `phrases` in a line, with what stands before and after it."""
    for found in compiled(phrases).finditer(line.folded, 0, _LONGEST_LINE) if phrases else ():
        said = line.shown[found.start() : found.end()]
        if not said.startswith("à"):
            yield said, line.folded[: found.start()].strip(), line.folded[found.end() :]


def _is_made(subject: str, known: WordLists, *, anything: bool) -> bool:
    """Tell whether the subject of a statement is a thing; with `anything`, whatever is not people and no idiom."""
    if not _is_subject(subject, known):
        return False
    if is_headed(subject, known.outputs.things, known):
        return True
    return anything and not (is_idiom(subject, known) or is_people(subject, known))


def _is_subject(subject: str, known: WordLists) -> bool:
    """Tell whether words may be a subject: not too many, not a rate, no clause, and no preposition at the end."""
    words, each = known.outputs, subject.split()
    graded = is_measured(subject, known) or seen(of_words(subject), words.better)
    if not each or len(each) > _WORDS_OF_SUBJECT or graded or _CUT.search(subject):
        return False
    if seen(of_words(near(subject, known)), words.two_nouns):
        return False
    return not (
        seen(of_words(subject), words.no_subject)
        or is_one_of(each[-1], words.links, words.whole, known.sentences.no_end)
    )


def _is_done_by_people(rest: str, known: WordLists) -> bool:
    """Tell whether a participle is followed by users who do it: published by teachers."""
    by, who = opening(of_words(rest), known.outputs.by)
    return bool(by) and is_people(who, known)
