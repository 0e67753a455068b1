"""What a line states of a thing: the portal is launched, portal launched, the portal shows every course."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from purposebook.checks.heads import is_headed, is_idiom, is_people, is_plural, near
from purposebook.checks.orders import is_order, line_of
from purposebook.checks.rates import is_measured, is_rate, of_words
from purposebook.checks.reading import Passage, Phrases, begun, compiled, fold, opening, seen
from purposebook.checks.words.lists import WordLists

_WORDS_OF_SUBJECT: Final = 12
_LONGEST_LINE: Final = 500
"""No statement is looked for behind so many characters: its subject would be too long."""
_ACCENT: Final = re.compile("ée?s?$")
"""The end of a French participle."""
_UNFINISHED: Final = re.compile(r"(?:,|\([^)]*|(?<!\w)(?:an?|the|une?|l[ae]|les|des))$")
"""What no subject ends with."""
_ENDED: Final = re.compile(
    r"\W*(?:$|(?:by|in|before|on|at|with|for|to|into|from|and|or|d'ici|avant|avec|en|fin|pour|par|au|a|dans|sur|et)(?!\w))"
)
"""What follows a participle that ends its statement."""
_UNACCENTED: Final = re.compile(r"(?:équipe|code|programme)s?$")
"""No French participle: équipe."""
_GERUND: Final = re.compile(r"[a-z]{2,}ing ")
_AMOUNT: Final = re.compile(
    r"(?<!\w)(?:number|total|count|rate|share|percentage|average|nombre|taux|part|moyenne|delai|duree|cout)s?(?!\w)"
)
_LISTED: Final = re.compile(r",|\s(?:and|et|&)\s")
_SOMEBODY: Final = re.compile(
    r"(?<!\w)(?:(?!(?:serv|mot|ordinat|edit|compt|simulat|calculat|indicat|connect|generat|lect|sect|navigat|val|"
    r"err|coul|haut|longu|contr)eurs?(?!\w))\w+(?:eur|euse|iste|trice)s?|pme|gerants?|restaurants?|commercants?|etudiants?|enseignants?|habitants?|apprenants?|patients?|entreprises?|associations?|objectifs?)(?!\w)"
)
"""French agents, and those who are served."""
_PROMISED: Final = re.compile(r"(?:will|shall|must|work$|lists$)", re.IGNORECASE)
"""What an organisation promises of itself, and what is as often a noun."""
_KEPT: Final = re.compile(r"(?:loads?|remains?|returns?|stays?|hits?|is|are|est|sont|restent?)$", re.IGNORECASE)
_PLURAL_FORM: Final = re.compile(r"[^mr]é?e?s$")
"""The end of a French participle or adjective that says something of several."""
_NAMED: Final = re.compile(r"(?:the|our|all|each|every|un|une|le|la|l'|les|nos|notre) ?")
"""What begins a subject that is no order."""
_SEVERAL: Final = re.compile(r"(?:all|every|both|tous|toutes|l'ensemble)(?!\w)")
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
    return ("" if _PROMISED.match(acts) else acts) or _done_in_any_way(line, known)


def _is_graded(said: str, rest: str, known: WordLists, *, state: bool) -> bool:
    """Tell whether a statement says how much or how well: is ready in 3 days, has a faster page."""
    number = bool(_NUMBER.search(rest))
    better = seen(of_words(f"{said.lower()} {rest}"), known.outputs.better)
    return (number or bool(better)) if state else number and is_rate(of_words(rest), known)


def _is_sure(said: str, subject: str, phrases: Phrases, known: WordLists) -> bool:
    """Tell whether only a team does this, so that any subject was made: is launched, migrated."""
    if phrases is known.outputs.passive:
        return True
    sure = compiled(known.outputs.sure).fullmatch(fold(said))
    return bool(sure) and not (_COUNT.search(subject) or is_order(of_words(subject), known))


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
    several = _SEVERAL.match(line.folded.strip())
    if not several and not is_order(line, known) and _one_is_done(line, known):
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
    """Tell whether something is done to one thing, whoever made it: audit passed."""
    for said, subject, rest in _statements(line, known.outputs.done):
        if " " not in said and seen(of_words(subject), known.outputs.finite):
            continue
        whole = " " in said and opening(of_words(subject), known.outputs.whole)[0]
        if not (" " in said or _ENDED.match(rest)) or _UNACCENTED.search(said.lower()):
            continue
        several = not known.outputs.head_is_last and " " not in said and _PLURAL_FORM.search(said.lower())
        if several or _LISTED.search(subject) or seen(of_words(rest), known.outputs.better):
            continue
        one = not _COUNT.search(subject) and (whole or not is_plural(subject, known))
        ours = _is_subject(subject, known) and not (is_people(subject, known) or is_idiom(subject, known))
        if one and ours and not _COUNTED.search(rest) and not _is_done_by_people(rest, known):
            return True
    return False


def subject_of(passage: Passage, known: WordLists) -> str:
    """Return the subject of a sentence when it is a thing that the team makes, or a part of its product."""
    words, line = known.outputs, line_of(passage, known)
    if is_order(line, known) or opening(line, words.tasks)[0] or _GERUND.match(line.folded.strip()):
        return ""
    named = bool(_NAMED.match(line.folded.strip()))
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
            if loose and (said.endswith("é") or not rest.strip() or _is_measure(subject, said, rest)):
                continue
            if _is_made(subject, known, anything=anything):
                return subject
    for _phrase, subject, rest in _statements(line, words.plural_finite):
        if rest.strip() and is_plural(subject, known) and _is_made(subject, known, anything=named):
            return subject
    return ""


def _is_measure(subject: str, said: str, rest: str) -> bool:
    """Tell whether a sentence is of an amount, of a number that is kept, or of somebody who does something."""
    kept = _KEPT.match(said) and _NUMBER.search(rest)
    return bool(_AMOUNT.search(subject) or kept or _SOMEBODY.search(subject))


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
    if not each or len(each) > _WORDS_OF_SUBJECT or graded or _UNFINISHED.search(subject):
        return False
    if seen(of_words(near(subject, known)), words.two_nouns):
        return False
    return not (
        seen(of_words(subject), words.no_subject) or compiled(f"{words.links}; {words.whole}").fullmatch(each[-1])
    )


def _is_done_by_people(rest: str, known: WordLists) -> bool:
    """Tell whether a participle is followed by users who do it: published by teachers."""
    by, who = opening(of_words(rest), known.outputs.by)
    return bool(by) and is_people(who, known)
