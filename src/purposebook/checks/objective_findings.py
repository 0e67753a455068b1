"""How the objectives' rules find what they look for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from purposebook.checks.orders import line_of, task_of
from purposebook.checks.output import output_of, task_alone
from purposebook.checks.people import is_known
from purposebook.checks.quantities import quantity
from purposebook.checks.rates import tells_effect
from purposebook.checks.reading import Passage, begun, is_one_of, opens_with, quoted, read, seen, stems
from purposebook.checks.rule import Hit, Question
from purposebook.checks.statements import acting, subject_of
from purposebook.checks.words import words_of
from purposebook.checks.words.lists import WordLists
from purposebook.domain.objectives import Objective
from purposebook.domain.workbook import Workbook

MOST_KEY_RESULTS: Final = 5
MOST_OBJECTIVES: Final = 5


def going_on(book: Workbook) -> tuple[Objective, ...]:
    """Return the objectives that are neither done nor dropped."""
    return tuple(item for item in book.objectives.objectives if item.status not in {"done", "dropped"})


def carries_number(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find numbers, quantities and dates in objectives (O1)."""
    known = words_of(book)
    for item in going_on(book):
        passage = read(f"objectives/{item.id}", item.statement, (book.product.name,))
        number = quantity(passage, known)
        if number:
            yield Hit(passage.where, f"The objective carries {quoted(number)}.")


def has_too_few_or_many(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find objectives without key results or with many, and a crowd of objectives (O2)."""
    active = book.objectives.active()
    for item in active:
        count = len(item.key_results)
        if not count:
            yield Hit(
                f"objectives/{item.id}",
                "The objective has no key result.",
                "Name a metric that would move if it came true; that can wait for the chapter Metrics.",
            )
        elif count > MOST_KEY_RESULTS:
            yield Hit(
                f"objectives/{item.id}/key_results",
                f"The objective has {count} key results.",
                "Keep the five that you would look at first.",
            )
    if len(active) > MOST_OBJECTIVES:
        yield Hit(
            "objectives/objectives", f"{len(active)} objectives are active at once.", "Pause those that can wait."
        )


def has_no_clause_or_objective(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find objectives that serve no clause, and clauses that no objective serves (O3)."""
    clauses = book.mission.clauses
    first_step = (
        "" if clauses else "Mark the clauses of the mission first, then name the one that this objective serves."
    )
    for item in going_on(book):
        if not item.serves:
            yield Hit(f"objectives/{item.id}", "The objective serves no clause of the mission.", first_step)
    served = {id for item in book.objectives.objectives if item.status != "dropped" for id in item.serves}
    for clause in clauses:
        if clause.id not in served:
            advice = "Write an objective that serves it, or take the clause out of the mission."
            yield Hit(f"mission/{clause.id}", f"No objective serves {quoted(clause.text)}.", advice, "warning")


def reads_as_tasks(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find objectives that open with an output verb and say nothing of users (O4)."""
    known = words_of(book)
    for item in going_on(book):
        passage = read(f"objectives/{item.id}", item.statement, (book.product.name,))
        output = output_of(passage, known) or task_of(passage, known) or task_alone(passage, known)
        output = output or _states_a_thing(passage, known)
        if output and not (item.outcome and (item.outcome.from_.strip() or item.outcome.to.strip())):
            yield Hit(passage.where, f"{quoted(output)} is what the team does; nothing says what users will do.")


def _states_a_thing(passage: Passage, known: WordLists) -> str:
    """Return the verb or the subject of a sentence of what a thing does, without a number and without an effect."""
    if tells_effect(passage, known) or re.search(r"\d", passage.folded) or seen(passage, known.sentences.used):
        return ""
    subject = subject_of(passage, known) if known.outputs.head_is_last else ""  # in French, subjects are less sure
    return acting(line_of(passage, known), known) or subject


def is_about_us(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find outcomes in which the team, the company or a feature acts (O5)."""
    for item in going_on(book):
        if not item.outcome:
            continue
        where = f"objectives/{item.id}/outcome"
        who = item.outcome.who.strip()
        subject = (
            _as_whole(book, where, who) if who else _as_opening(book, where, item.outcome.to or item.outcome.from_)
        )
        if subject:
            yield Hit(where, f"The outcome's subject is {quoted(subject)}, not a user.")


def _as_whole(book: Workbook, where: str, who: str) -> str:
    """Return `who` when it is the team, the company, the product or a feature, and no declared persona."""
    if is_known(book, who):
        return ""
    passage, known = read(where, who), words_of(book)
    own_product = stems(who) == stems(book.product.name)
    ours = is_one_of(passage.folded.strip(), known.insiders, known.insiders_alone, known.features)
    return who if own_product or ours else ""


def _as_opening(book: Workbook, where: str, text: str) -> str:
    """Return the subject with which `text` opens when it is one of ours."""
    passage, known = read(where, text), words_of(book)
    if stems(text).startswith(stems(book.product.name)):
        return book.product.name
    sentence = begun(passage, f"[^:]{{1,100}}:; {known.outputs.clauses}")
    subject = opens_with(sentence, known.insiders) or subject_of(passage, known)
    return "" if subject and is_known(book, subject) else subject
