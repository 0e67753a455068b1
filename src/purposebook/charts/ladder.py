"""The purpose ladder: from the job that is done to the change that it brings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from purposebook.charts.drawing import SHEET, Box, Mark, Path, Shape, Tip, Words, draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.labels import wrap
from purposebook.charts.looks import LINE
from purposebook.charts.words import listed, quoted, rests_on, verb
from purposebook.domain.claims import Claim
from purposebook.domain.mission import Ladder
from purposebook.domain.workbook import Workbook

_STEPS: Final = (("job", "The job it does"), ("problem", "The problem it solves"), ("change", "The change it brings"))
_WIDE: Final = 232
_LINES: Final = 5
_RISE: Final = 46


def ladder(book: Workbook) -> Figure | None:
    """Draw job, problem and change as rising steps, with whom it is for and what would be missing without it."""
    found = book.mission.ladder
    if found is None or not any((found.job, found.problem, found.change, found.without_us, found.for_whom)):
        return None
    people = _people(book, found)
    return Figure(
        "ladder",
        _title(found),
        draw(_shapes(found, people), 2 * _RISE + _height(found) + 96),
        _description(found, people),
        table(["Step", "Text", "Rests on"], _facts(found, people)),
        "mission.yml",
        team=("Text",),
        listing=_listing(found, people),
    )


def _people(book: Workbook, found: Ladder) -> str:
    """Return whom the change is for, by name where it is a persona."""
    names = {persona.id: persona.name for persona in book.personas.personas}
    return names.get(found.for_whom, found.for_whom)


def _claims(found: Ladder) -> tuple[tuple[str, Claim | None], ...]:
    """Return each step's heading with its claim."""
    return tuple((heading, getattr(found, name)) for name, heading in _STEPS)


def _title(found: Ladder) -> str:
    """Say how far up the ladder leads."""
    missing = [heading.lower() for heading, claim in _claims(found) if claim is None]
    if missing:
        return f"The ladder still lacks {listed(missing)}"
    rests = sum(bool(claim.evidence) for _, claim in _claims(found) if claim)
    return f"From job to change in three steps; {rests} of 3 {verb(rests, 'rests', 'rest')} on evidence"


def _description(found: Ladder, people: str) -> str:
    """Read the steps aloud."""
    said = [f"{heading}: {quoted(claim.text) if claim else 'not written yet'}." for heading, claim in _claims(found)]
    said.append(f"For {quoted(people)}." if people else "For whom is not written yet.")
    without = f"Without the product: {quoted(found.without_us.text)}." if found.without_us else ""
    return " ".join([*said, without]).strip()


def _facts(found: Ladder, people: str) -> Iterator[tuple[object, ...]]:
    """Yield one row per step."""
    for heading, claim in (*_claims(found), ("Without the product", found.without_us)):
        rests = (", ".join(claim.evidence) or rests_on(claim)[1]) if claim else ""
        yield heading, claim.text if claim else "not written yet", rests
    yield "For whom", people or "not written yet", ""


def _listing(found: Ladder, people: str) -> tuple[Group, ...]:
    """Say the same as a list."""
    rows = (*_claims(found), ("Without the product", found.without_us))
    groups = [Group(heading, (_item(claim),)) for heading, claim in rows]
    return (*groups, Group("For whom", (Item(people) if people else Item("not written yet", "", "warn"),)))


def _item(claim: Claim | None) -> Item:
    """Say one step."""
    return Item(claim.text, rests_on(claim)[1]) if claim else Item("not written yet", "", "warn")


def _shapes(found: Ladder, people: str) -> Iterator[Shape]:
    """Draw the steps from bottom left to top right, then what stands below them."""
    gap, tall = (SHEET - 3 * _WIDE) / 2, _height(found)
    for at, (heading, claim) in enumerate(_claims(found)):
        x, y = at * (_WIDE + gap), (2 - at) * _RISE + 4
        if at:
            yield from _climb(x, y, gap)
        yield from _step(heading, claim, x, y, tall)
    below = 2 * _RISE + tall + 22
    text = found.without_us.text if found.without_us else ""
    yield from _aside("Without the product", text, 0, below, _WIDE + gap + _WIDE)
    yield from _aside("For whom", people, 2 * (_WIDE + gap), below, _WIDE)


def _text(claim: Claim) -> str:
    """Wrap a claim into its step."""
    return wrap(claim.text, _WIDE - 24, _LINES)


def _height(found: Ladder) -> float:
    """Return the height of a step that holds the longest text."""
    lines = [_text(claim).count("\n") + 1 for _, claim in _claims(found) if claim]
    return 68 + LINE * max(lines, default=1)


def _climb(x: float, y: float, gap: float) -> Iterator[Shape]:
    """Draw the way from the step below, which ends at the corner of the next."""
    low, high, bend = y + _RISE + 22, y + 40, x - gap / 2
    yield Path(((x - gap + 2, low), (bend, low), (bend, high), (x - 6, high)), "axis")
    yield Mark(x - 6, high, "arrow")


def _step(heading: str, claim: Claim | None, x: float, y: float, tall: float) -> Iterator[Shape]:
    """Draw one step; a dashed one is not written yet."""
    yield Box(x, y, _WIDE, tall, "node" if claim else "empty", Tip(claim.text, heading) if claim else Tip())
    yield Words(x + 12, y + 18, heading, "head")
    if claim is None:
        yield Words(x + 12, y + 42, "not written yet", "note")
        return
    state, word = rests_on(claim)
    yield Words(x + 12, y + 40, _text(claim), "text", Tip(claim.text, heading))
    yield Mark(x + 18, y + tall - 16, state)
    yield Words(x + 29, y + tall - 16, word, "note")


def _aside(heading: str, text: str, x: float, y: float, width: float) -> Iterator[Shape]:
    """Write what stands beside the steps."""
    yield Path(((x, y), (x + width, y)), "rule")
    yield Words(x + 12, y + 16, heading, "head")
    yield Words(x + 12, y + 36, wrap(text or "not written yet", width - 24, 2), "text" if text else "note", Tip(text))
