"""Chapters of one product may run at once: the same results, the same failure, and nothing left over."""

import os
import pickle
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from small_workspace import SHOW_PRODUCT, small_order

from purposebook.errors import BuildFailed, ChapterFailed
from purposebook.publishing.crew import Crew
from purposebook.publishing.order import Made, NotMade
from purposebook.publishing.warm.slot import Slot
from purposebook.publishing.warm.together import Together
from purposebook.publishing.warm.worker_process import WorkerProcess


class OddError(Exception):
    """An exception that holds what cannot be pickled."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.held = lambda: text


def work(name: str) -> str:
    """Do what a name says."""
    if name == "fails":
        raise ChapterFailed("mission", "it was told to")
    if name == "odd":
        raise OddError("odd")
    if name == "dies":
        os._exit(3)
    if name == "slow":
        time.sleep(0.5)
    return name.upper()


def done(names: tuple[str, ...], most: int) -> tuple[dict[str, object], list[str], list[str]]:
    """Return the results, and in which order pieces began and ended."""
    began: list[str] = []
    ended: list[str] = []
    return dict(Together(work, most, began.append, ended.append).results(names)), began, ended


@pytest.mark.parametrize("most", [1, 2, 9])
def test_every_piece_is_done(most: int) -> None:
    """However many at once."""
    before = psutil.Process().children()
    found, began, ended = done(("a", "slow", "c"), most)
    assert found == {"a": "A", "slow": "SLOW", "c": "C"}
    assert began == ["a", "slow", "c"]
    assert sorted(ended) == ["a", "c", "slow"]
    assert ended == began or most > 1
    assert psutil.Process().children() == before


@pytest.mark.parametrize("most", [1, 2])
def test_a_failure_is_handed_over_and_nothing_more_begins(most: int) -> None:
    """What runs already comes to its end."""
    found, began, ended = done(("slow", "fails", "late")[1 - (most > 1) :], most)
    assert isinstance(found["fails"], ChapterFailed)
    assert str(found["fails"]) == "chapter 'mission' did not run to its end: it was told to"
    assert "late" not in {*found, *began}
    assert ended == (["slow"] if most > 1 else [])


def test_a_piece_whose_process_ends_has_failed() -> None:
    """The other one is not lost."""
    found, _, _ = done(("slow", "dies"), 2)
    assert found["slow"] == "SLOW"
    assert isinstance(found["dies"], BuildFailed)


def test_an_exception_that_cannot_travel_is_named() -> None:
    """Nobody waits for an answer that cannot be read."""
    found, _, _ = done(("slow", "odd"), 2)
    assert repr(found["odd"]) == "RuntimeError('OddError')"


def test_a_failed_chapter_travels_whole() -> None:
    """With what is shown of it with --debug."""
    error = ChapterFailed("mission", "why")
    error.add_note("a note")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert (again.chapter, again.why, str(again), again.__notes__) == ("mission", "why", str(error), ["a note"])


@pytest.mark.slow
def test_a_product_is_the_same_whichever_way_its_chapters_run(tmp_path: Path) -> None:
    """Pages, what was learned, and the failure that is named: the first in the order in which chapters begin."""
    good = small_order({"report": (SHOW_PRODUCT,), "mission": ("print(1)",), "metrics": ("print(2)",)})
    broken = small_order({"mission": ("1/0",), "report": ("import time; time.sleep(1); [][0]",), "metrics": ("{}[1]",)})
    slot = Slot()
    try:
        pages = [slot.serve(replace(good, together=most), tmp_path / f"g{most}", lambda *_: None) for most in (1, 2, 3)]
        failures = [slot.serve(replace(broken, together=most), tmp_path / f"b{most}", print) for most in (1, 2, 3)]
    finally:
        slot.close()
    assert all(isinstance(one, Made) for one in pages)
    assert pages[0] == pages[1] == pages[2]
    assert all(isinstance(one, NotMade) for one in failures)
    assert {one.message for one in failures if isinstance(one, NotMade)} == {
        "chapter 'report' did not run to its end: cell 5 stopped with IndexError; run it in JupyterLab to see why"
    }


@pytest.mark.slow
def test_a_product_is_the_same_from_a_worker_that_prepared_itself_for_many(tmp_path: Path) -> None:
    """Where more orders come than there are workers, each reads all code first; no page shows it."""
    order = small_order({"report": (SHOW_PRODUCT,), "mission": ("print(1)",)})
    made = []
    for expected in (1, 2):
        with Crew(1) as crew:
            crew.expect(expected)
            made += crew.outcomes([order], tmp_path / str(expected), lambda *_: None)
    assert isinstance(made[0], Made)
    assert made[0] == made[1]


@pytest.mark.parametrize(("orders", "prepared"), [(1, 0), (2, 0), (3, 2)])
def test_workers_get_ready_for_many_where_there_are_more_orders(
    orders: int, prepared: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that serves a single product would read what it does not need."""
    asked: list[bool] = []
    monkeypatch.setattr(WorkerProcess, "prepare", lambda _, pages: asked.append(pages))
    with Crew(2) as crew:
        crew.expect(orders)
    assert asked == [False] * prepared
