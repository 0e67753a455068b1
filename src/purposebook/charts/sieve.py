"""The sieve: which ideas serve a clause, help somebody and move an outcome, and what was decided about each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from purposebook.charts.drawing import SHEET, Box, Mark, Path, Shape, Tip, Words, draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.labels import wrap
from purposebook.charts.looks import SMALL
from purposebook.charts.names import called, persona_names
from purposebook.charts.words import apart, counted, first_shown, listed, quoted, verb
from purposebook.domain.opportunities import Idea
from purposebook.domain.workbook import Workbook

_SIEVES: Final = ("Clause", "People", "Outcome")
_LACKS: Final = ("no clause", "nobody whom it helps", "no outcome")
_COLUMNS: Final = ("Idea", *_SIEVES, "Passes", "Verdict", "Because", "Lacks")
_IDEA: Final = 270
_CELL: Final = 130
_ROW: Final = 46
_TOP: Final = 24.0
_HEAD: Final = 32
_MOST: Final = 30


@dataclass(frozen=True)
class _Sifted:
    """Hold an idea with what it names, sieve by sieve."""

    idea: Idea
    named: tuple[tuple[str, ...], ...]
    """The texts of what is written."""
    lost: tuple[tuple[str, ...], ...]
    """The ids that nobody wrote."""

    @cached_property
    def lacks(self) -> tuple[str, ...]:
        """Name the sieves through which the idea does not pass; an id that nobody wrote does not help."""
        return tuple(lack for lack, texts in zip(_LACKS, self.named, strict=True) if not texts)

    @property
    def is_odd(self) -> bool:
        """Say whether the verdict speaks against the sieve: kept though it does not pass."""
        return bool(self.lacks) and self.idea.verdict == "keep"


def sieve(book: Workbook) -> Figure | None:
    """Draw ideas down the side: first those that pass all three sieves, then those that do not."""
    if not book.opportunities.ideas:
        return None
    kinds = (
        {clause.id: clause.text for clause in book.mission.clauses},
        persona_names(book),
        {item.id: item.statement for item in book.objectives.objectives},
    )
    every = sorted((_sifted(idea, kinds) for idea in book.opportunities.ideas), key=lambda one: bool(one.lacks))
    shapes, height = _shapes(every[:_MOST])
    return Figure(
        "sieve",
        _title(every),
        draw(shapes, height),
        _description(every),
        table(_COLUMNS, [_facts(one) for one in every]),
        "opportunities.yml, mission.yml, personas.yml and objectives.yml",
        team=("Idea", *_SIEVES, "Because"),
        listing=tuple(_listing(every)),
    )


def _sifted(idea: Idea, kinds: Sequence[Mapping[str, str]]) -> _Sifted:
    """Pass one idea through the sieves."""
    ids = tuple(zip((idea.clauses, idea.personas, idea.objectives), kinds, strict=True))
    named = tuple(tuple(names[id] for id in held if id in names) for held, names in ids)
    return _Sifted(idea, named, tuple(tuple(id for id in held if id not in names) for held, names in ids))


def _title(every: Sequence[_Sifted]) -> str:
    """Say how many ideas pass."""
    passing = sum(not one.lacks for one in every)
    of_all = f"{passing or 'None'} of {counted(len(every), 'idea')}"
    return f"{of_all} {verb(passing, 'passes', 'pass')} all three sieves: a clause, people and an outcome"


def _description(every: Sequence[_Sifted]) -> str:
    """Name the ideas that do not pass, and the verdicts that speak against the sieve."""
    said = ["One row per idea, three sieves and a verdict: clause of the mission, people, outcome."]
    stopped = [f"{quoted(one.idea.text, 60)} ({', '.join(one.lacks)})" for one in every if one.lacks]
    said.append(f"Not passing: {listed(stopped, 5)}." if stopped else "Every idea passes.")
    odd = [quoted(one.idea.text, 60) for one in every if one.is_odd]
    said.append(f"Kept all the same: {listed(odd, 5)}." if odd else "")
    lost = dict.fromkeys(id for one in every for ids in one.lost for id in ids)
    said.append(f"Named, but not written: {listed(lost)}." if lost else "")
    return " ".join(filter(None, [*said, first_shown(_MOST, len(every), "ideas")]))


def _facts(one: _Sifted) -> tuple[object, ...]:
    """Return an idea's row."""
    cells = ("; ".join(_texts(one, at)) for at in range(len(_SIEVES)))
    return one.idea.text, *cells, "no" if one.lacks else "yes", one.idea.verdict, one.idea.because, "; ".join(one.lacks)


def _texts(one: _Sifted, at: int) -> tuple[str, ...]:
    """Return everything that an idea names for a sieve."""
    return (*one.named[at], *(called({}, id) for id in one.lost[at]))


def _listing(every: Sequence[_Sifted]) -> Iterator[Group]:
    """Say the same as a list."""
    for head, passing in (("Ideas that pass", True), ("Ideas that do not pass", False)):
        found = tuple(Item(one.idea.text, _said(one), "warn" if one.lacks else "") for one in every)
        kept = tuple(item for item, one in zip(found, every, strict=True) if passing is not bool(one.lacks))
        if kept:
            yield Group(head, kept)


def _said(one: _Sifted) -> str:
    """Say what an idea lacks, and what was decided."""
    named = [f"{head.lower()} {listed(map(quoted, _texts(one, at)), 3)}" for at, head in enumerate(_SIEVES)]
    held = [text for at, text in enumerate(named) if _texts(one, at)]
    return "; ".join([*held, *one.lacks, f"verdict: {one.idea.verdict}"])


def _shapes(every: Sequence[_Sifted]) -> tuple[list[Shape], float]:
    """Lay the rows out under both heads; return the shapes and their height."""
    heads = ("Idea", *_SIEVES, "Verdict")
    shapes: list[Shape] = [Words(_left(at), 8, head, "head") for at, head in enumerate(heads)]
    y, last = _TOP, ""
    for at, one in enumerate(every):
        head = "Does not pass" if one.lacks else "Passes all three"
        if head != last:
            shapes.append(Path(((0, y + 2), (SHEET, y + 2)), "axis"))
            shapes.append(Words(0, y + 18, head, "strong"))
            y, last = y + _HEAD, head
        if at % 2 == 0:
            shapes.append(Box(0, y, SHEET, _ROW, "stripe"))
        shapes += _row(one, y + _ROW / 2)
        y += _ROW
    return shapes, y + 4


def _left(column: int) -> float:
    """Return where a column's words begin."""
    return 8 if column == 0 else _IDEA + (column - 1) * _CELL + 22


def _row(one: _Sifted, middle: float) -> Iterator[Shape]:
    """Draw an idea, what it names, and the verdict."""
    tip = Tip(one.idea.text, _said(one))
    yield _centred(Words(8, middle, wrap(one.idea.text, _IDEA - 20, 3, SMALL), "small", tip))
    for at, lack in enumerate(_LACKS):
        texts, lost = _texts(one, at), one.lost[at]
        look = "good" if one.named[at] else ("bad" if lost else "loose")
        told = Tip("; ".join(texts), f"not written: {listed(lost)}" if lost else (lack if not texts else ""))
        yield Mark(_left(at + 1) - 12, middle, look, told)
        yield _centred(
            Words(
                _left(at + 1),
                middle,
                _short(texts) or wrap(lack, _CELL - 26, 2, SMALL),
                "small" if texts else "note",
                told,
            )
        )
    about = Tip(one.idea.because, one.idea.verdict)
    if one.is_odd:
        yield Mark(_left(4) - 12, middle, "warn", about)
        yield Words(_left(4), middle + 14, "all the same", "note", about)
    yield Words(_left(4), middle, one.idea.verdict, "strong" if one.idea.verdict == "keep" else "text", about)


def _short(texts: Sequence[str]) -> str:
    """Wrap the first text into its column, and count the others."""
    more = len(texts) - 1
    if more < 1:
        return "".join(wrap(text, _CELL - 26, 3, SMALL) for text in texts)
    return f"{wrap(apart(texts[0]), _CELL - 26, 2, SMALL)}\nand {more} more"


def _centred(words: Words) -> Words:
    """Write several lines around the middle of the first."""
    return replace(words, y=words.y - 6.5 * words.text.count("\n"))
