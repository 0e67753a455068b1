"""The ripple: from one interaction over the individual and the community to the industry, link by link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final, get_args

from purposebook.charts.drawing import Path, Shape, Words, draw
from purposebook.charts.figure import Figure, table
from purposebook.charts.flow import Entry, Flow, Heading, Link, bound_in_words, ghost, groups, loose_in_words, notes
from purposebook.charts.flow_shapes import flow_shapes
from purposebook.charts.names import called
from purposebook.charts.runs import longest_run
from purposebook.charts.words import counted, listed, quoted, verb
from purposebook.domain.mission import Cause, Effect, Grade, Ring
from purposebook.domain.workbook import Workbook

_RINGS: Final[tuple[Ring, ...]] = get_args(Ring)
_HEADINGS: Final = (
    Heading("Interaction", "what happens in use", "Interaction"),
    Heading("Individual", "what changes for one person", "Individual"),
    Heading("Community", "what changes around them", "Community"),
    Heading("Industry", "what changes in the field", "Industry"),
)
_COLUMNS: Final = ("Effect", "Ring", "Follows from", "Because", "Known by", "Evidence", "Loose ends")
_LOOKS: Final = MappingProxyType({"none": "weak", "opinion": "weak", "observed": "edge", "tested": "tested"})
_KEY: Final = (("tested", "tested"), ("edge", "observed"), ("weak", "opinion or nothing"))
_MOST: Final = 20


@dataclass(frozen=True)
class _Step:
    """Join two effects of the ripple."""

    source: str
    target: Effect
    cause: Cause


@dataclass(frozen=True)
class _Ripple:
    """Hold the effects and what leads from one to the other."""

    effects: tuple[Effect, ...]

    @cached_property
    def texts(self) -> dict[str, str]:
        """Return each effect's text by its id."""
        return {one.id: one.text for one in self.effects}

    @cached_property
    def ring_of(self) -> dict[str, int]:
        """Return each effect's column by its id."""
        return {one.id: _RINGS.index(one.ring) for one in self.effects}

    @cached_property
    def steps(self) -> tuple[_Step, ...]:
        """Return every link, ids that nobody wrote included."""
        return tuple(_Step(cause.effect, one, cause) for one in self.effects for cause in one.causes)

    def skipped(self, step: _Step) -> tuple[str, ...]:
        """Name the rings over which a link jumps."""
        first = self.ring_of.get(step.source)
        return () if first is None else tuple(_RINGS[first + 1 : self.ring_of[step.target.id]])

    def graded(self, grade: Grade) -> int:
        """Count the links that are known so well."""
        return sum(step.cause.grade == grade for step in self.steps)


def ripple(book: Workbook) -> Figure | None:
    """Draw every effect in its ring; links that rest on opinion or on nothing are dashed."""
    if not book.mission.ripple:
        return None
    found = _Ripple(book.mission.ripple)
    flow = _flow(found)
    shapes, height = flow_shapes(flow, _MOST)
    if found.steps:
        shapes += _key(height + 12)
        height += 24
    return Figure(
        "ripple",
        _title(found),
        draw(shapes, height),
        _description(found, flow),
        table(_COLUMNS, _facts(found, flow)),
        "mission.yml",
        team=("Effect", "Follows from", "Because", "Evidence"),
        listing=tuple(groups(flow)),
    )


def _flow(found: _Ripple) -> Flow:
    """Say the ripple as columns of boxes; an id that nobody wrote stands one ring before what follows from it."""
    entries = [_entry(found, one) for one in found.effects]
    lost = {step.source: step.target.ring for step in found.steps[::-1] if step.source not in found.texts}
    entries += [ghost(max(0, _RINGS.index(ring) - 1), id, id) for id, ring in lost.items()]
    links = (Link(step.source, step.target.id, _LOOKS[step.cause.grade]) for step in found.steps)
    return Flow(_HEADINGS, tuple(entries), tuple(link for link in links if link.source != link.target))


def _entry(found: _Ripple, one: Effect) -> Entry:
    """Say one effect as a box; what leads here from its own ring or from one farther out is told in words."""
    steps = [step for step in found.steps if step.target is one]
    ring = found.ring_of[one.id]
    odd = [step for step in steps if found.ring_of.get(step.source, -1) >= ring]
    said = (f"follows from {quoted(found.texts[step.source], 40)}" for step in odd if step.source != one.id)
    return Entry(ring, one.id, one.text, notes(*said), tuple(_reasons(found, one, steps)))


def _reasons(found: _Ripple, one: Effect, steps: Sequence[_Step]) -> Iterator[str]:
    """Say why the ripple breaks off at an effect."""
    ends = all(step.source != one.id for step in found.steps)
    if not steps and one.ring == _RINGS[0] and ends:
        yield "nothing follows from it"
    elif not steps and one.ring != _RINGS[0]:
        yield "it stands alone" if ends else "nothing leads to it"
    if any(step.source == one.id for step in steps):
        yield "it follows from itself"
    skipped = dict.fromkeys(ring for step in steps for ring in found.skipped(step))
    if skipped:
        yield f"skips {listed(skipped)}"
    bare = sum(not step.cause.because.strip() for step in steps)
    if bare:
        yield f"{counted(bare, 'link')} without an assumption"


def _title(found: _Ripple) -> str:
    """Say how far the ripple reaches, and how much of it is tested."""
    rings = [ring for ring in _RINGS if any(one.ring == ring for one in found.effects)]
    reach = f"from {rings[0]} to {rings[-1]}" if len(rings) > 1 else f"within one ring, {rings[0]}"
    first = f"{counted(len(found.effects), 'effect')} {reach}"
    if not found.steps:
        return f"{first}; no link between them is written yet"
    tested = found.graded("tested")
    return f"{first}; {tested or 'none'} of {counted(len(found.steps), 'link')} {verb(tested)} tested"


def _description(found: _Ripple, flow: Flow) -> str:
    """Name the longest run that nobody tested, the jumps and the loose ends."""
    said = ["Four columns: interaction, individual, community, industry; lines run from cause to effect."]
    if found.steps:
        grades = ", ".join(f"{grade} {found.graded(grade)}" for grade in reversed(get_args(Grade)))
        said.append(f"Links by how they are known: {grades}; those of opinion or none are dashed.")
    run = longest_run((step.source, step.target.id) for step in found.steps if step.cause.grade != "tested")
    if run:
        ends = f"from {quoted(called(found.texts, run[0]), 60)} to {quoted(called(found.texts, run[-1]), 60)}"
        said.append(f"The longest run of links that nobody tested has {counted(len(run) - 1, 'link')}, {ends}.")
    elif found.steps:
        said.append("No link is untested.")
    return " ".join(filter(None, [*said, loose_in_words(flow), bound_in_words(flow, _MOST)]))


def _facts(found: _Ripple, flow: Flow) -> Iterator[tuple[object, ...]]:
    """Yield one row per link, and one per effect to which none leads."""
    loose = {entry.key: "; ".join(entry.loose) for entry in flow.entries}
    for one in found.effects:
        if not one.causes:
            yield one.text, one.ring, "", "", "", "", loose[one.id]
        for cause in one.causes:
            known = (cause.because, cause.grade, ", ".join(cause.evidence))
            yield one.text, one.ring, called(found.texts, cause.effect), *known, loose[one.id]


def _key(y: float) -> Iterator[Shape]:
    """Explain the lines."""
    yield Words(0, y, "Links:", "head")
    x = 44.0
    for look, word in _KEY:
        yield Path(((x, y), (x + 34, y)), look)
        yield Words(x + 42, y, word, "note")
        x += 130
