"""Whether a line says what the team makes instead of what users do.

A line is read as an order (`launch the portal`), as the same in a noun (`launch of the portal`), as a statement (`the
portal is launched`, `portal launched`), or as a thing and nothing else (`portal for teachers`). What makes such words
harmless is looked for beside them, up to the next word that begins another thought.
"""

from __future__ import annotations

import re

from purposebook.checks.reading import Passage, Phrases, begun, compiled, fold, opening, seen
from purposebook.checks.words.lists import WordLists

_DIVISION = re.compile(r"\s*(?:[,;:.()\[\]&+→=]|\s[-–—/](?=\s))")
_WORDS_OF_SUBJECT = 12
_WORDS_OF_THING = 6


def output_of(passage: Passage, known: WordLists) -> str:
    """Return the words with which a line says what the team makes, unless it tells of an effect."""
    if seen(passage, known.outputs.effects):
        return ""
    return ordered_output(passage, known) or stated_output(passage, known) or thing_alone(passage, known)


def ordered_output(passage: Passage, known: WordLists) -> str:
    """Return the output verb or noun with which a line opens, unless its object is a measure, an idiom or people."""
    words, line = known.outputs, line_of(passage, known)
    if opening(line, words.measures)[0]:
        return ""
    for phrases in (words.verbs, words.nouns):
        verb, rest = opening(line, phrases)
        if verb:
            return "" if _is_harmless(verb, rest, known) else verb
    verb, rest = opening(line, words.loose_verbs)
    return verb if verb and is_headed(near(rest, known), words.things, known) else ""


def _is_harmless(verb: str, rest: str, known: WordLists) -> bool:
    """Tell whether the object beside a verb is an idiom (build trust), a rate, or people whom nobody hires."""
    words, beside = known.outputs, near(rest, known)
    if (words.ordinary and compiled(words.ordinary).match(rest)) or seen(Passage("", beside, beside), known.rates):
        return True
    return is_people(beside, known) and not (words.staff and compiled(words.staff).match(fold(verb)))


def stated_output(passage: Passage, known: WordLists) -> str:
    """Return the words with which a statement says that the team made a thing, or that it is there."""
    words = known.outputs
    line = line_of(passage, known)
    for phrases, anything in ((words.passive, True), (words.state, False), (words.finished, False)):
        for found in compiled(phrases).finditer(line.folded) if phrases else ():
            subject, rest = line.folded[: found.start()].strip(), line.folded[found.end() :]
            if _is_made(subject, known, anything=anything) and not _is_done_by_people(rest, known):
                return line.shown[found.start() : found.end()]
    return ""


def _is_made(subject: str, known: WordLists, *, anything: bool) -> bool:
    """Tell whether the subject of a statement is a thing; or, of a verb of making, anything but people and idioms."""
    words, head = known.outputs, near(subject, known)
    if not head or is_measured(subject, known) or len(subject.split()) > _WORDS_OF_SUBJECT:
        return False
    if is_headed(head, words.things, known):
        return True
    return anything and not is_people(head, known) and not compiled(words.ordinary).match(head)


def _is_done_by_people(rest: str, known: WordLists) -> bool:
    """Tell whether a participle is followed by users who do it: published by teachers."""
    by, who = opening(Passage("", rest, rest), known.outputs.by)
    return bool(by) and is_people(near(who, known), known)


def thing_alone(passage: Passage, known: WordLists) -> str:
    """Return the thing that a line names and of which it says nothing: dashboard for teachers."""
    words, line = known.outputs, line_of(passage, known)
    head = near(line.folded.strip(), known)
    rest = line.folded.strip()[len(head) :]
    if not 0 < len(head.split()) <= _WORDS_OF_THING or not is_headed(head, words.things, known):
        return ""
    said = Passage("", head, head)
    if seen(said, words.not_alone, known.rates, known.activities) or is_measured(rest, known):
        return ""
    return "" if seen(Passage("", rest, rest), words.finite) else line.shown.strip()[: len(head)]


def line_of(passage: Passage, known: WordLists) -> Passage:
    """Return a line without what stands before its first word of weight."""
    return begun(passage, f"{known.openers}; {known.outputs.openers}")


def near(text: str, known: WordLists) -> str:
    """Return the words up to the next that begins another thought."""
    text = text.strip(" -")
    ends = [found.start() for found in (_DIVISION.search(text), _link(text, known)) if found]
    return text[: min(ends)].strip() if ends else text


def _link(text: str, known: WordLists) -> re.Match[str] | None:
    """Return the first word after the beginning that begins another thought."""
    return compiled(known.outputs.links).search(text, 1) if known.outputs.links else None


def is_headed(head: str, phrases: Phrases, known: WordLists) -> bool:
    """Tell whether the noun on which some words hang is one of `phrases`: the last one, or in French the first."""
    if not phrases:
        return False
    if known.outputs.head_is_last:
        return any(found.end() == len(head) for found in compiled(phrases).finditer(head))
    before = compiled(known.outputs.before_head).match(head)
    space = re.compile(r"[\s-]*").match(head, before.end() if before else 0)
    return bool(compiled(phrases).match(head, space.end() if space else 0))


def is_people(head: str, known: WordLists) -> bool:
    """Tell whether words hang on people, in the plural or as a group."""
    return is_headed(head, f"{known.people}; {known.anybody}", known) and not is_headed(
        head, known.outputs.no_people, known
    )


def is_measured(text: str, known: WordLists) -> bool:
    """Tell whether words speak of a rate or compare a number."""
    return is_rate(Passage("", text, text), known) or bool(re.search(r"[<>≤≥]|\d\s*(?:/|→)", text))


def is_rate(passage: Passage, known: WordLists) -> bool:
    """Tell whether a line speaks of a rate, a share, or a move from one value to another."""
    return "%" in passage.folded or bool(seen(passage, known.rates))
