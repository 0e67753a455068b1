"""The opportunity tree: an outcome, the opportunities that move it, their solutions and what must hold for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from purposebook.charts.boxes import Note
from purposebook.charts.drawing import draw
from purposebook.charts.figure import Figure, table
from purposebook.charts.flow import Entry, Flow, Heading, Link, bound_in_words, ghost, groups, loose_in_words, notes
from purposebook.charts.flow_shapes import flow_shapes
from purposebook.charts.names import called, persona_names
from purposebook.charts.words import apart, counted, rests_on, verb
from purposebook.domain.opportunities import AssumptionTest, Opportunity, Solution, TestResult
from purposebook.domain.thread import behaviour
from purposebook.domain.workbook import Workbook

_HEADINGS: Final = (
    Heading("Outcome", "an objective", "Outcomes"),
    Heading("Opportunity", "that would move it", "Opportunities"),
    Heading("Solution", "one way to take it", "Solutions"),
    Heading("Assumption", "that must hold, tested", "Assumptions and their tests"),
)
_COLUMNS: Final = ("Outcome", "Opportunity", "Solution", "Status", "Assumption", "Test", "Result", "Loose ends")
_RESULTS: Final[Mapping[TestResult, tuple[str, str]]] = MappingProxyType(
    {
        "holds": ("holds", "good-small"),
        "mixed": ("mixed result", "warn-small"),
        "fails": ("fails", "bad-small"),
        "untested": ("untested", "absent-small"),
    }
)
_FEWEST: Final = 2
_MOST: Final = 20


def opportunity_tree(book: Workbook) -> Figure | None:
    """Draw every opportunity under its outcome, with its solutions and their tests."""
    every = book.opportunities.opportunities
    if not every:
        return None
    flow = _flow(book)
    shapes, height = flow_shapes(flow, _MOST)
    return Figure(
        "opportunity-tree",
        _title(every),
        draw(shapes, height),
        _description(book, flow),
        table(_COLUMNS, _facts(book)),
        "opportunities.yml, objectives.yml and personas.yml",
        team=("Outcome", "Opportunity", "Solution", "Assumption", "Test"),
        listing=tuple(groups(flow)),
    )


def _flow(book: Workbook) -> Flow:
    """Say the tree as columns of boxes."""
    every, people = book.opportunities.opportunities, persona_names(book)
    named = dict.fromkeys(one.objective for one in every if one.objective)
    known = {item.id: item for item in book.objectives.objectives}
    entries = [
        Entry(0, f"0:{id}", known[id].statement, notes(behaviour(known[id].outcome)))
        if id in known
        else ghost(0, f"0:{id}", id)
        for id in named
    ]
    links = [Link(f"0:{one.objective}", f"1:{one.id}") for one in every if one.objective]
    for one in every:
        who = called(people, one.persona)
        entries.append(Entry(1, f"1:{one.id}", one.text, notes(apart(who), rests_on(one)[1]), _loose(one)))
        for solution in one.solutions:
            entries += _branch(solution)
            links.append(Link(f"1:{one.id}", f"2:{solution.id}"))
            links += [Link(f"2:{solution.id}", _test_key(solution, at)) for at in range(len(solution.tests))]
    return Flow(_HEADINGS, tuple(entries), tuple(links))


def _branch(solution: Solution) -> Iterator[Entry]:
    """Yield a solution and its tests."""
    untested = () if solution.tests else ("no assumption is named",)
    yield Entry(2, f"2:{solution.id}", solution.text, notes(solution.status, *untested))
    for at, test in enumerate(solution.tests):
        yield Entry(3, _test_key(solution, at), test.assumption, (Note(*_RESULTS[test.result]),))


def _test_key(solution: Solution, at: int) -> str:
    """Name the place of a test."""
    return f"3:{solution.id}:{at}"


def _loose(one: Opportunity) -> tuple[str, ...]:
    """Say why the tree breaks off at an opportunity."""
    return tuple(filter(None, ("" if one.objective else "it moves no outcome", _few(one))))


def _open(one: Opportunity) -> int:
    """Count the solutions that nobody has dropped."""
    return sum(solution.status != "dropped" for solution in one.solutions)


def _few(one: Opportunity) -> str:
    """Say that there is nothing to choose from, or nothing."""
    left = _open(one)
    if left >= _FEWEST:
        return ""
    if left == len(one.solutions):
        return ("no solution yet", "only one solution")[left]
    return ("every solution was dropped", "only one solution is left")[left]


def _title(every: tuple[Opportunity, ...]) -> str:
    """Say how many opportunities have a choice, and how much of it is tested."""
    chosen = sum(_open(one) >= _FEWEST for one in every)
    tests = [test for one in every for solution in one.solutions for test in solution.tests]
    tested = sum(test.result != "untested" for test in tests)
    of_all = f"{chosen or 'None'} of {counted(len(every), 'opportunity', 'opportunities')}"
    first = f"{of_all} {verb(chosen, 'has', 'have')} two solutions or more to choose from"
    if not tests:
        return f"{first}; no assumption is named"
    return f"{first}; {tested or 'none'} of {counted(len(tests), 'assumption')} {verb(tested)} tested"


def _description(book: Workbook, flow: Flow) -> str:
    """Name the loose ends and the outcomes without an opportunity."""
    said = ["Four columns from outcome over opportunity and solution to assumption; each assumption says its result."]
    taken = {one.objective for one in book.opportunities.opportunities}
    active = [item for item in book.objectives.objectives if item.status == "active" and item.id not in taken]
    has = verb(len(active), "has", "have")
    said.append(loose_in_words(flow))
    said.append(f"{counted(len(active), 'active objective')} {has} no opportunity yet." if active else "")
    return " ".join(filter(None, [*said, bound_in_words(flow, _MOST)]))


def _facts(book: Workbook) -> Iterator[tuple[object, ...]]:
    """Yield one row per assumption, and one per branch that ends before."""
    outcomes = {item.id: item.statement for item in book.objectives.objectives}
    for one in book.opportunities.opportunities:
        outcome = called(outcomes, one.objective)
        for solution, test in _leaves(one):
            way = (solution.text, solution.status) if solution else ("", "")
            told = (test.assumption, test.test, test.result) if test else ("", "", "")
            yield outcome, one.text, *way, *told, "; ".join(_loose(one))


def _leaves(one: Opportunity) -> Iterator[tuple[Solution | None, AssumptionTest | None]]:
    """Yield the ends of an opportunity's branches."""
    if not one.solutions:
        yield None, None
    for solution in one.solutions:
        for test in solution.tests or (None,):
            yield solution, test
