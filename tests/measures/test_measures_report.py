"""Measures as plain text and as frames."""

from __future__ import annotations

from measured_samples import AS_OF, book, day, metric, row
from whole_book import events, whole, without_answers

from purposebook.domain.objectives import Objective
from purposebook.measures import measure
from purposebook.measures.frames import frame
from purposebook.measures.report import as_text
from purposebook.measures.report_events import pirate_lines

ROWS = [row(number * 14, numerator=20 + number % 3, denominator=80) for number in range(15)]


def test_a_table_of_100_columns() -> None:
    """Fit ids, units and segments of any length into 100 columns."""
    long = metric(id="a" * 63, unit="tickets per author and month, in the long run" * 2)
    rows = [given_row.model_copy(update={"metric": "a" * 63}) for given_row in [*ROWS, row(3, 5, segment="x" * 120)]]
    text = as_text(measure(book([long, metric()], rows, [Objective(id="o" * 63, statement="x")]), AS_OF))
    assert max(map(len, text.splitlines())) <= 100


def test_the_row_of_a_metric() -> None:
    """Show value, interval, n, day, target, progress and pace in one row."""
    text = as_text(measure(book([metric()], ROWS), AS_OF))
    assert "27.5 % [18.9, 38.1] n=80" in text
    assert "25 -> 75" in text
    assert " 5 % " in text
    assert " 83 % " in text
    assert "limits: " in text
    assert "fail" in text


def test_signals_are_words() -> None:
    """Name each kind of signal once, with its days."""
    rising = [row(number, number) for number in range(20)]
    text = as_text(measure(book([metric()], rising), AS_OF))
    assert "signal: 7 or more rising: 20 points from 2026-01-01 to 2026-01-20" in text


def test_reasons_are_shown() -> None:
    """Show why a number is missing, and how many rows came later."""
    text = as_text(measure(book([metric(target=None)], [row(0, 1), row(999, 1)]), AS_OF))
    assert "note: no target: no progress and no pace" in text
    assert "note: 1 observation row is later than 2026-10-31 and left out" in text


def test_nothing_measured_yet() -> None:
    """Say what to do next when there is no metric."""
    assert "No metric is written yet" in as_text(measure(book([]), AS_OF))


def test_scores_of_objectives() -> None:
    """Show the score, its rule and what is expected."""
    objective = Objective(id="finish", statement="x", key_results=("rate",))
    text = as_text(measure(book([metric()], [row(9, 50)], [objective]), AS_OF))
    assert "0.50" in text
    assert "mean of key results, 1 expected" in text


def test_a_frame_has_one_row_per_point() -> None:
    """Hand over points, intervals, limits of the phase and signals, tidily."""
    changed = metric(changes=[{"date": day(14 * 12).isoformat(), "what": "Help"}])
    table = frame(measure(book([changed], ROWS), AS_OF).metrics[0])
    assert list(table["phase"]) == [1] * 12 + [2] * 3
    assert table["upper"].notna().sum() == 12
    assert (table["low"] <= table["value"]).all()


def test_an_empty_frame_has_the_same_columns() -> None:
    """Keep columns and types where there is no observation."""
    full, empty = (frame(measure(book([metric()], rows), AS_OF).metrics[0]) for rows in (ROWS, []))
    assert list(empty.dtypes) == list(full.dtypes)
    assert list(empty.columns) == list(full.columns)


def test_everything_is_in_the_report() -> None:
    """Show every further part with its interval, and what holds for all differences once."""
    text = as_text(measure(whole(), AS_OF))
    for words in (
        "+20 points [5.2,",
        "ratio 1.",
        "naive ratio 1.",
        "planned threshold 40 not met",
        "p after Holm's correction",
        "1 point before 2026-01-02 and 39 after: at least 8 each are needed",
        "1 of 1 came true: 100 %",
        "FOOTPRINT  30 gCO2eq per lesson",
        "sum of the parts: 30\u202f000 g",
        "stated total: 50\u202f000 g",
        "15 g on grids of half the intensity",
        "note: fewer than 10",
        "W = 0.36 (5 members, 3 needs)",
        "vision: 77.8 % [45.3, 93.7] n=9",
        "whole product: 0.58 as mean of objectives (1); 0.58 as flat mean over all (1)",
    ):
        assert words in text
    assert text.count("decide when to look before you look") == 1
    assert max(map(len, text.splitlines())) <= 100


def test_events_in_the_report() -> None:
    """Show each answer with its interval, and a blank for what has not elapsed."""
    text = "\n".join(pirate_lines(events()))
    for words in (
        "1\u202f234 events of 400 actors, complete until 2026-10-31",
        "no channel named: 10",
        "12 of 36: 33.3\u00a0% [12.5, 87.5]",
        "2026-08-01 (40): 0: 100\u00a0%, 1: 25\u00a0%, 2: -",
        "K = 0.1 in 30 days",
        "published: 10 of 40: 25\u00a0% [12.5, 87.5]",
        "2026-10-01 to 2026-10-31 (40 active): 2.5 rows on 1.5 days",
        "2026-09-01 to 2026-09-30 (0 active): -",
        "note: days begin in UTC",
    ):
        assert words in text
    assert "note: nothing is declared" in "\n".join(pirate_lines(without_answers()))
