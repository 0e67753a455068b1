"""Whether a line says what the team makes instead of what users do.

A line is read as an order (`launch the portal`), as the same in a noun (`launch of the portal`), as a statement (`the
portal is launched`, `portal launched`), or as a thing and nothing else (`portal for teachers`). What makes such words
harmless is looked for beside them, up to the next word that begins another thought.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from purposebook.checks.heads import is_headed, is_idiom, is_people, is_plural, near
from purposebook.checks.reading import Passage, Phrases, begun, compiled, fold, opening, seen
from purposebook.checks.words.lists import WordLists

_WORDS_OF_SUBJECT = 12
_WORDS_OF_THING = 6
_LONGEST_LINE = 500
"""No statement is looked for behind so many characters: its subject would be too long."""
_COMPARED = re.compile(r"[<>≤≥]|\d\s*(?:/|→)")
_NUMBER = re.compile(r"(?<![\w.])\d")


def output_of(passage: Passage, known: WordLists) -> str:
    """Return the words with which a line says what the team makes, unless it tells of an effect."""
    if tells_effect(passage, known):
        return ""
    return ordered_output(passage, known) or stated_output(passage, known) or _thing_alone(passage, known)


def tells_effect(passage: Passage, known: WordLists) -> bool:
    """Tell whether a line speaks of a rate with its number, or of what people then do."""
    return bool(seen(passage, known.outputs.effects))


def ordered_output(passage: Passage, known: WordLists) -> str:
    """Return the output verb or noun with which a line opens, unless its object is a measure, an idiom or people."""
    words, line = known.outputs, line_of(passage, known)
    if opening(line, words.measures)[0]:
        return ""
    for phrases in (words.verbs, words.nouns):
        verb, rest = opening(line, phrases)
        if verb:
            return "" if _is_harmless(verb, _object(rest, known), known) else verb
    verb, rest = opening(line, words.loose_verbs)
    thing = _object(rest, known)
    return verb if is_headed(thing, words.things, known) and not _is_harmless(verb, thing, known) else ""


def task_of(passage: Passage, known: WordLists) -> str:
    """Return the verb or noun of work with which a line opens, unless its object is people or an effect is told."""
    line = line_of(passage, known)
    verb, rest = opening(line, known.outputs.tasks)
    alone = not rest and " " not in verb
    harmless = alone or tells_effect(passage, known) or _is_harmless(verb, _object(rest, known), known)
    return "" if harmless or opening(line, known.outputs.measures)[0] else verb


def _object(rest: str, known: WordLists) -> str:
    """Return the words after a verb and after another that is joined to it: design and test the form."""
    second = compiled(known.outputs.joint).match(rest) if known.outputs.joint else None
    return rest[second.end() :].lstrip(" -") if second else rest


def _is_harmless(verb: str, rest: str, known: WordLists) -> bool:
    """Tell whether the object beside a verb is an idiom (build trust), a rate, or people whom nobody hires."""
    words, beside = known.outputs, near(rest, known)
    if is_idiom(rest, known) or seen(_said(beside), known.rates):
        return True
    return is_people(rest, known) and not (words.staff and compiled(words.staff).match(fold(verb)))


def stated_output(passage: Passage, known: WordLists) -> str:
    """Return the words with which a statement says that the team made a thing, that it is there or what it does."""
    words, line = known.outputs, line_of(passage, known)
    for phrases in (words.passive, words.state, words.finished):
        for said, subject, rest in _statements(line, phrases):
            counts = is_rate(_said(rest), known) or (phrases is words.state and _NUMBER.search(rest))
            made = _is_made(subject, known, anything=phrases is words.passive)
            if made and not counts and not _is_done_by_people(rest, known):
                return said
    for said, subject, rest in _statements(line, words.thing_verbs):
        if not _NUMBER.search(rest) and (not subject or _is_made(subject, known, anything=True)):
            return said
    for said, subject, rest in _statements(line, words.having):
        if (
            is_headed(rest, words.things, known)
            and _is_made(subject, known, anything=True)
            and not _NUMBER.search(rest)
        ):
            return said
    return _done_in_any_way(line, known)


def _done_in_any_way(line: Passage, known: WordLists) -> str:
    """Return any participle that says of a thing that something was done to it."""
    words = known.outputs
    for said, subject, rest in _statements(line, words.any_done):
        participle = words.head_is_last or "é" in said.lower()
        is_passive = " " in said
        one = is_passive or not is_plural(subject, known) or opening(_said(subject), words.whole)[0]
        thing = _is_made(subject, known, anything=False) or (
            is_passive and _is_subject(subject, known) and is_headed(subject, words.matter, known)
        )
        if participle and one and thing and not _NUMBER.search(rest) and not _is_done_by_people(rest, known):
            return said
    return ""


def _statements(line: Passage, phrases: Phrases) -> Iterator[tuple[str, str, str]]:
    """Yield each of `phrases` in a line, with what stands before and after it."""
    for found in compiled(phrases).finditer(line.folded, 0, _LONGEST_LINE) if phrases else ():
        yield line.shown[found.start() : found.end()], line.folded[: found.start()].strip(), line.folded[found.end() :]


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
    if not each or len(each) > _WORDS_OF_SUBJECT or is_measured(subject, known):
        return False
    return not (seen(_said(subject), words.no_subject) or compiled(words.links).fullmatch(each[-1]))


def _is_done_by_people(rest: str, known: WordLists) -> bool:
    """Tell whether a participle is followed by users who do it: published by teachers."""
    by, who = opening(_said(rest), known.outputs.by)
    return bool(by) and is_people(who, known)


def _thing_alone(passage: Passage, known: WordLists) -> str:
    """Return the thing that a line names and of which it says nothing: dashboard for teachers."""
    words, begun_line = known.outputs, line_of(passage, known)
    if _is_order(begun_line, known) or opening(begun_line, words.measures)[0]:
        return ""
    line = begun_line.folded.strip()
    head = near(line, known)
    if not 0 < len(head.split()) <= _WORDS_OF_THING or not is_headed(line, words.things, known):
        return ""
    rest = line[len(head) :]
    if seen(_said(head), words.not_alone, known.rates, known.activities) or is_measured(rest, known):
        return ""
    return "" if seen(_said(line), words.finite) else passage.shown.strip()[-len(line) :][: len(head)]


def done_or_not(passage: Passage, known: WordLists) -> bool:
    """Tell whether a line says of one thing that it is done, had or possible, and nothing of how much."""
    words, line = known.outputs, line_of(passage, known)
    if opening(line, words.obtained)[0]:
        return True
    for _phrase, subject, rest in () if _is_order(line, known) else _statements(line, words.done):
        one = is_headed(subject, words.things, known) or not is_plural(subject, known)
        ours = _is_subject(subject, known) and not is_people(subject, known)
        if one and ours and not _is_done_by_people(rest, known):
            return True
    return (not _is_order(line, known) and bool(_done_in_any_way(line, known))) or any(
        is_people(subject, known) and not _NUMBER.search(rest)
        for _phrase, subject, rest in _statements(line, words.capabilities)
    )


def subject_of(passage: Passage, known: WordLists) -> str:
    """Return the subject of a sentence when it is a thing that the team makes, or a part of its product."""
    words, line = known.outputs, line_of(passage, known)
    if _is_order(line, known):
        return ""
    for phrases, anything in ((words.passive, True), (words.thing_verbs, True), (words.finite, False)):
        for said, subject, _rest in _statements(line, phrases):
            if not (phrases is words.finite and said.endswith("é")) and _is_made(subject, known, anything=anything):
                return subject
    for _phrase, subject, _rest in _statements(line, words.plural_finite):
        if is_plural(subject, known) and _is_made(subject, known, anything=False):
            return subject
    return ""


def _is_order(line: Passage, known: WordLists) -> bool:
    """Tell whether a line opens with a verb that has no subject before it."""
    words = known.outputs
    verbs = f"{words.verbs}; {words.nouns}; {words.loose_verbs}; {words.order}"
    return bool(opening(line, verbs)[0] and not opening(line, words.measures)[0])


def line_of(passage: Passage, known: WordLists) -> Passage:
    """Return a line without what stands before its first word of weight."""
    return begun(passage, f"{known.openers}; {known.outputs.openers}")


def is_measured(text: str, known: WordLists) -> bool:
    """Tell whether words speak of a rate or compare a number."""
    return is_rate(_said(text), known) or bool(_COMPARED.search(text))


def is_rate(passage: Passage, known: WordLists) -> bool:
    """Tell whether a line speaks of a rate, a share, or a move from one value to another."""
    return "%" in passage.folded or bool(seen(passage, known.rates))


def _said(text: str) -> Passage:
    """Return folded words as a passage."""
    return Passage("", text, text)
