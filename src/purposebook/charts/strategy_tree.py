"""The strategy as a tree: vision, strategic intents, product initiatives and portfolio options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from purposebook.charts.boxes import Note
from purposebook.charts.drawing import draw
from purposebook.charts.figure import Figure, table
from purposebook.charts.flow import Entry, Flow, Heading, Link, bound_in_words, ghost, groups, loose_in_words, reasons
from purposebook.charts.flow_shapes import flow_shapes
from purposebook.charts.names import called, metric_names
from purposebook.charts.words import apart, counted, listed, verb
from purposebook.domain.workbook import Workbook

_HEADINGS: Final = (
    Heading("Vision", "what you work towards"),
    Heading("Strategic intent", "what must become true first", "Strategic intents"),
    Heading("Product initiative", "a problem to be solved", "Product initiatives"),
    Heading("Portfolio option", "what is tried, built or kept", "Portfolio options"),
)
_VISION: Final = "0:vision"
_MOST: Final = 16


def strategy_tree(book: Workbook) -> Figure | None:
    """Draw the tree as soon as there is an intent, an initiative or an option."""
    strategy = book.strategy
    if not (strategy.intents or strategy.initiatives or strategy.options):
        return None
    flow = _flow(book)
    shapes, height = flow_shapes(flow, _MOST)
    return Figure(
        "strategy-tree",
        _title(flow),
        draw(shapes, height),
        _description(flow),
        table(["Item", "Column", "Leads to", "Horizon, metric, owner, stage", "Loose ends"], _facts(flow)),
        "mission.yml, strategy.yml and metrics.yml",
        team=("Item", "Leads to", "Horizon, metric, owner, stage"),
        listing=tuple(groups(flow)),
    )


def _flow(book: Workbook) -> Flow:
    """Say the strategy as columns of boxes."""
    strategy = book.strategy
    written = {1: {one.id for one in strategy.intents}, 2: {one.id for one in strategy.initiatives}}
    parents = {1: [one.intent for one in strategy.initiatives], 2: [one.initiative for one in strategy.options]}
    entries = list(_entries(book))
    for at, ids in parents.items():
        entries += [ghost(at, f"{at}:{id}", id) for id in dict.fromkeys(ids) if id and id not in written[at]]
    links = [Link(_VISION, f"1:{one.id}") for one in strategy.intents if book.mission.vision]
    links += [Link(f"1:{one.intent}", f"2:{one.id}") for one in strategy.initiatives if one.intent]
    links += [Link(f"2:{one.initiative}", f"3:{at}") for at, one in enumerate(strategy.options) if one.initiative]
    return Flow(_HEADINGS, tuple(entries), tuple(links))


def _entries(book: Workbook) -> Iterator[Entry]:
    """Yield everything that is written, each with the reasons why the tree breaks off there."""
    vision, strategy, metrics = book.mission.vision, book.strategy, metric_names(book)
    served = {one.intent for one in strategy.initiatives}
    if vision:
        loose = reasons(("no intent leads to it", not strategy.intents))
        yield Entry(0, _VISION, vision.statement, _notes({"by": vision.by}), loose)
    for intent in strategy.intents:
        said = _notes({"by": intent.horizon, "shown by": called(metrics, intent.metric), "owner:": intent.owner})
        loose = reasons(("no vision is written", not vision), ("no initiative works on it", intent.id not in served))
        yield Entry(1, f"1:{intent.id}", intent.text, said, loose)
    for one in strategy.initiatives:
        said = _notes({"by": one.by, "shown by": called(metrics, one.metric), "owner:": one.owner})
        loose = reasons(("it serves no intent", not one.intent))
        yield Entry(2, f"2:{one.id}", one.problem, (*said, Note(one.status)), loose)
    for at, option in enumerate(strategy.options):
        loose = reasons(("it belongs to no initiative", not option.initiative))
        yield Entry(3, f"3:{at}", option.name, (Note(option.stage or "no stage yet"),), loose)


def _notes(said: Mapping[str, str | None]) -> tuple[Note, ...]:
    """Make a note of everything that is written."""
    return tuple(Note(f"{word} {apart(text)}") for word, text in said.items() if text and text.strip())


def _title(flow: Flow) -> str:
    """Say how much of the tree hangs together."""
    names = ((1, "intent"), (2, "initiative"), (3, "option"))
    has = [counted(sum(not entry.missing for entry in flow.column(at)), name) for at, name in names]
    loose = len(flow.loose_ends)
    ends = f"{counted(loose, 'end')} {verb(loose, 'hangs', 'hang')} loose" if loose else "nothing hangs loose"
    return f"The strategy has {listed(has)}; {ends}"


def _description(flow: Flow) -> str:
    """Name the loose ends."""
    said = "Four columns from vision to portfolio option; lines join what belongs to each other."
    return " ".join(filter(None, [said, loose_in_words(flow), bound_in_words(flow, _MOST)]))


def _facts(flow: Flow) -> Iterator[tuple[object, ...]]:
    """Yield one row per box."""
    for entry in flow.entries:
        leads = "; ".join(flow.targets.get(entry.key, ()))
        notes = "; ".join(note.text for note in entry.notes)
        yield entry.text, _HEADINGS[entry.column].name, leads, notes, "; ".join(entry.loose)
