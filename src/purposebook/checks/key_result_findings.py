"""How the rules that read a metric's words find what they look for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from purposebook.checks.heads import is_idiom, is_people, near
from purposebook.checks.metric_kinds import counted_metrics, worded
from purposebook.checks.orders import object_of, ordered_output
from purposebook.checks.output import is_under_more, output_of
from purposebook.checks.rates import is_rate, of_words, tells_effect
from purposebook.checks.reading import Passage, fold, is_one_of, opening, quoted, read, seen, starts_with
from purposebook.checks.rule import Hit, Question
from purposebook.checks.statements import done_or_not
from purposebook.checks.words import words_of
from purposebook.checks.words.lists import WordLists
from purposebook.domain.metrics import Metric
from purposebook.domain.workbook import Workbook


def is_activity(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find metrics that open with an activity (K2)."""
    known = words_of(book)
    for _metric, passage in _named(book):
        verb, rest = opening(passage, known.activities, known.openers)
        made = output_of(passage, known) or _has_effect(verb, rest, known)
        if verb and rest and not made and not _names_a_thing(verb, rest, known):
            yield Hit(passage.where, f"{quoted(verb)} is an activity: one can do it and change nothing.")


def _has_effect(verb: str, rest: str, known: WordLists) -> bool:
    """Tell whether an activity says what comes of it: help shoppers find, support better decisions, identify 3."""
    words, beside = known.outputs, near(rest, known)
    more = seen(of_words(beside), words.better) or re.match(r"\d|to ", rest) or is_idiom(object_of(rest, known), known)
    more = more or opening(of_words(rest), words.finite)[0]
    helps = is_one_of(fold(verb), known.helping)
    return bool(more) or (helps and not is_people(rest, known))


def _names_a_thing(verb: str, rest: str, known: WordLists) -> bool:
    """Tell whether an activity and the words after it are a noun: help requests, research spend."""
    if is_one_of(fold(verb), known.activity_verbs):
        return False
    return starts_with(rest, known.activity_nouns, known.quantities)


def is_output(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find metrics that open with an output verb and name neither users nor a rate (K3)."""
    known = words_of(book)
    for metric, passage in _named(book):
        output = output_of(passage, known)
        if output and metric.kind != "milestone":
            yield Hit(passage.where, f"{quoted(output)} is what the team makes, not what changes for users.")


def is_milestone(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find things that are done or not done, and are not declared as milestones (K4)."""
    known = words_of(book)
    for metric, passage in _named(book):
        if metric.kind == "milestone" or _tells_more(passage, known):
            continue
        if _is_yes_no(metric, known) or (_sounds_done(passage, known) and not _is_graded(metric)):
            yield Hit(passage.where, f"{quoted(metric.name)} is done or not done; there is nothing between.")


def _tells_more(passage: Passage, known: WordLists) -> bool:
    """Tell whether a name speaks of a rate, of an effect, or of an output that K3 calls by its verb."""
    told = is_rate(passage, known) or tells_effect(passage, known) or is_under_more(passage, known)
    return told or bool(ordered_output(passage, known))


def _is_yes_no(metric: Metric, known: WordLists) -> bool:
    """Tell whether the unit, or a way from 0 to 1 without a unit, says yes or no."""
    unit = fold(metric.unit.strip())
    if unit:
        return is_one_of(unit, known.yes_no)
    return bool(metric.baseline and metric.target and (metric.baseline.value, metric.target.value) == (0, 1))


def _sounds_done(passage: Passage, known: WordLists) -> bool:
    """Tell whether the name says that one thing is done: new editor launched."""
    return is_one_of(passage.folded.strip(" .!"), known.milestones) or done_or_not(passage, known)


def _is_graded(metric: Metric) -> bool:
    """Tell whether baseline and target are values between which there is a way."""
    if metric.target is None:
        return False
    before = metric.baseline.value if metric.baseline else 0
    return (before, metric.target.value) not in {(0, 1), (0, 100)}


def is_vanity(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find totals that can only grow, without rate, cohort or denominator (K5)."""
    known = words_of(book)
    counted = counted_metrics(book)
    for metric, passage in _named(book):
        vanity = seen(passage, known.vanity)
        if (
            vanity
            and not ordered_output(passage, known)
            and metric.id not in counted
            and not _is_relative(metric, passage, known)
        ):
            yield Hit(passage.where, f"{quoted(vanity)} says how many there were, not whether anybody is better off.")


def _is_relative(metric: Metric, passage: Passage, known: WordLists) -> bool:
    """Tell whether name, unit or formula gives a rate, a cohort or a denominator."""
    formula = read("", metric.formula)
    relative = (
        is_rate(read("", metric.unit), known),
        is_rate(passage, known),
        is_rate(formula, known),
        bool(seen(passage, known.behaviour)),
    )
    return any(relative) or any(mark in metric.unit + metric.formula for mark in "/÷")


def _named(book: Workbook) -> Iterator[tuple[Metric, Passage]]:
    """Yield each metric that is read, with its name ready for search, without the product's own name."""
    for metric in worded(book):
        yield metric, read(f"metrics/{metric.id}", metric.name, (book.product.name,))
