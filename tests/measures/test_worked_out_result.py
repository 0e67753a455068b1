"""Surveys, service, money and HEART in the JSON result: hand-worked, described, and silent about small groups."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from measured_samples import AS_OF, book
from worked_out_samples import ANSWERS, ROWS, declaring, series_that_may_have_begun_at_zero, worked_out_book

from purposebook.checks.example import book_of
from purposebook.domain.results import MeasuresResult
from purposebook.domain.schemas import results_schema
from purposebook.domain.workbook import Workbook
from purposebook.measures import measure
from purposebook.measures.answer import TOO_LARGE
from purposebook.measures.money import ALONE, NO_MRR
from purposebook.measures.step_model import NO_BOUNDS
from purposebook.measures.survey import DERIVED, TOO_FEW, UNKNOWN_ASKED

KEYS = ("surveys", "service", "money", "heart")


@pytest.fixture(scope="module", name="told")
def everything_told() -> dict[str, Any]:
    """Return the result of the whole workbook, read back."""
    return read_back(worked_out_book())


def read_back(made: Workbook) -> dict[str, Any]:
    """Return a workbook's result after it was written and read."""
    return dict(json.loads(json.dumps(measure(made, AS_OF).as_json(), allow_nan=False)))


def numbers(value: object) -> Iterator[float]:
    """Yield every number in a JSON structure; true and false are none."""
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from numbers(item)
    elif isinstance(value, float | int) and not isinstance(value, bool):
        yield value


def test_every_key_follows_the_schema(told: dict[str, Any]) -> None:
    """Say nothing that the schema does not describe, at any depth."""
    jsonschema.Draft202012Validator(results_schema("measures")).validate(told)
    assert json.loads(MeasuresResult.model_validate(told).model_dump_json()) == told
    assert all(told[key] for key in KEYS)


def test_what_is_absent_is_empty_or_null() -> None:
    """Give no key less where nothing is declared."""
    told = measure(book([]), AS_OF).as_json()
    assert [told[key] for key in KEYS] == [[], [], None, []]
    jsonschema.Draft202012Validator(results_schema("measures")).validate(read_back(book([])))


def test_a_survey_wave_by_wave(told: dict[str, Any]) -> None:
    """30 of 36 satisfied are 83.3 % [68.1, 92.1], and 36 of 120 asked are 0.3."""
    survey, silent = told["surveys"]
    assert (survey["id"], survey["kind"], survey["question"], survey["unit"]) == ("asked", "csat", "How glad?", "%")
    assert [wave["date"] for wave in survey["waves"]] == ["2026-03-31", "2026-06-30", "2026-09-30"]
    wave = survey["waves"][1]
    assert (wave["n"], wave["asked"], wave["response_rate"], wave["method"]) == (36, 120, 0.3, "Wilson 95%")
    assert wave["value"] == pytest.approx(100 * 30 / 36)
    assert wave["interval"] == pytest.approx([68.1, 92.1], abs=0.05)
    assert (silent["question"], silent["waves"]) == (None, [])
    assert silent["reasons"] == ["no answer by 2026-10-31: no score"]


def test_who_could_be_found_is_not_told(told: dict[str, Any]) -> None:
    """Name the wave of four, the segment of two and the one that gives it away, without any number."""
    small, _, newest = told["surveys"][0]["waves"]
    assert list(numbers(small)) == [] and small["reasons"] == [TOO_FEW]
    parts = {part["segment"]: part for part in newest["segments"]}
    assert list(parts) == ["school", "solo", "team"]
    assert (parts["solo"]["value"], parts["solo"]["n"], parts["solo"]["suppressed"]) == (100, 9, False)
    for name, reason in (("school", TOO_FEW), ("team", DERIVED)):
        assert list(numbers(parts[name])) == []
        assert (parts[name]["suppressed"], parts[name]["reasons"]) == (True, [reason])


@given(st.dictionaries(st.sampled_from(["", "a", "b", "c", "d"]), st.integers(1, 12), min_size=1))
def test_nothing_can_be_subtracted(sizes: dict[str, int]) -> None:
    """Leave no remainder of one to four people between a wave and its parts, and no number in a hidden one."""
    rows = [{"date": "2026-09-30", "score": 4, "count": n, "segment": name} for name, n in sizes.items()]
    (wave,) = read_back(worked_out_book(rows))["surveys"][0]["waves"]
    hidden = [part for part in wave["segments"] if part["suppressed"]]
    rest = (wave["n"] or 0) - sum(part["n"] for part in wave["segments"] if not part["suppressed"])
    assert rest == 0 or rest >= 5
    assert list(numbers(hidden)) == [] and all(part["reasons"] for part in hidden)
    if sum(sizes.values()) < 5:
        assert list(numbers(wave)) == [] and wave["segments"] == []
    else:
        assert {part["segment"] for part in wave["segments"]} == {name for name in sizes if name}


def test_nobody_wrote_how_many_were_asked() -> None:
    """Give null with the reason."""
    surveys = [{"id": "asked", "name": "Asked", "kind": "csat"}]
    wave = declaring(surveys=surveys).as_json()["surveys"][0]["waves"][1]
    assert (wave["asked"], wave["response_rate"], wave["reasons"]) == (None, None, [UNKNOWN_ASKED])


def test_a_service(told: dict[str, Any]) -> None:
    """80 of 200 are 40 % [33.5, 46.9]; 1000 EUR for 80 are 12.5; take-up lacks a metric and says so."""
    completion, take_up, cost = told["service"]
    assert (completion["id"], completion["formula"], completion["unit"]) == ("completion", "done / begun", "%")
    assert (completion["latest"]["date"], completion["latest"]["value"], completion["latest"]["n"]) == (
        "2026-01-31",
        40,
        200,
    )
    assert completion["latest"]["interval"] == pytest.approx([33.5, 46.9], abs=0.05)
    assert (take_up["latest"], take_up["reasons"]) == (
        None,
        ["no metric is named for 'all': nothing to compute with"],
    )
    assert (cost["latest"]["value"], cost["latest"]["interval"], cost["unit"]) == (
        12.5,
        None,
        "EUR per completed transaction",
    )


def test_money(told: dict[str, Any]) -> None:
    """110 after 100 is a tenth more; 900 for 12 are 75; 700 of 1000 are 70 %."""
    found = told["money"]
    assert found["mrr_change"] == pytest.approx(0.1) and found["reasons"] == []
    figures = {figure["id"]: figure for figure in found["figures"]}
    assert [(id, one["latest"]["value"]) for id, one in figures.items()] == [("mrr", 110), ("cac", 75), ("margin", 70)]
    assert (figures["mrr"]["beside"], figures["cac"]["beside"]) == (["glad"], [])
    assert figures["margin"]["reasons"] == ["paid is zero or less on 2026-02-28: no margin", ALONE]


def test_money_without_recurring_revenue() -> None:
    """Say that nobody named a metric of it, rather than that it has no value."""
    found = declaring(money={"spend": "spent", "new_customers": "won"}).as_json()["money"]
    assert (found["mrr_change"], found["reasons"]) == (None, list(NO_MRR.reasons))
    assert [figure["id"] for figure in found["figures"]] == ["cac"]


def test_heart(told: dict[str, Any]) -> None:
    """Tell happiness by its survey, and of each category without a value why."""
    found = {one["category"]: one for one in told["heart"]}
    happy = found["happiness"]
    assert (happy["metric"], happy["survey"], happy["unit"], happy["latest"]["n"]) == ("glad", "asked", "%", 17)
    assert (happy["source"], happy["formula"]) == ("survey", None)
    assert happy["latest"]["value"] == pytest.approx(100 * 9 / 17)
    assert found["engagement"] == {
        "category": "engagement",
        "metric": None,
        "survey": None,
        "source": None,
        "formula": None,
        "unit": "",
        "latest": None,
        "not_used_because": "Five users a month",
        "reasons": [],
    }
    assert (found["retention"]["metric"], found["retention"]["reasons"]) == ("nowhere", ["nowhere is not written yet"])
    assert found["adoption"]["reasons"] == ["no metric for adoption yet"]


def test_a_metric_alone_names_a_category() -> None:
    """Show HEART where no grid is written but a metric names its category."""
    metrics = [{"id": "back", "name": "Back", "unit": "%", "heart": "retention"}]
    assert declaring(heart=[], metrics=metrics).heart[3].metric == "back"
    assert declaring(heart=[]).heart == ()


def test_no_answer_is_read_where_no_survey_is_declared() -> None:
    """Ask the workbook for answers only where they are needed."""
    asked: list[str] = []
    whole = book_of({"metrics": {"metrics": []}, "answers": [{"survey": "asked", **ANSWERS[0]}]})

    def read(name: str) -> object:
        """Return a field, and remember that it was asked for."""
        asked.append(name)
        return getattr(whole, name)

    waiting = Workbook.waiting(read, slug=whole.slug)
    assert measure(waiting, AS_OF).surveys == () and "answers" not in asked


SIZES = st.one_of(st.just(0.0), st.floats(1e-300, 1e-290), st.floats(-1e15, 1e15), st.integers(0, 200).map(float))


@given(st.lists(st.tuples(SIZES, SIZES), min_size=1, max_size=6), st.booleans())
@settings(max_examples=60, deadline=None)
def test_every_number_is_finite(pairs: list[tuple[float, float]], recent: bool) -> None:
    """Divide by what is nearly nothing, and print neither NaN nor infinity."""
    kept = {id: values for id, values in ROWS.items() if id not in ("paid", "serving", "mrr", "begun", "done")}
    rows = [{"metric": id, "date": day, "value": value} for id, days in kept.items() for day, value in days.items()]
    for at, (one, other) in enumerate(pairs):
        day = f"2026-0{at + (3 if recent else 1)}-15"
        named = {"paid": one, "serving": other, "mrr": one, "begun": one, "done": other}
        rows += [{"metric": id, "date": day, "value": value} for id, value in named.items()]
    whole = worked_out_book()
    made = book_of({"metrics": whole.metrics.model_dump(by_alias=True, exclude_unset=True), "observations": rows})
    told = read_back(made)
    for figure in (*told["service"], *told["money"]["figures"]):
        assert figure["latest"] or figure["reasons"]
    assert told["money"]["mrr_change"] is not None or told["money"]["reasons"]


def test_what_is_too_large_says_so() -> None:
    """Leave out the day, and name it."""
    rows = [{"metric": "begun", "date": "2026-01-31", "value": 1e-300}]
    rows.append({"metric": "done", "date": "2026-01-31", "value": 1e15})
    metrics = {"metrics": [{"id": id, "name": id} for id in ("begun", "done")]}
    parts = {"metrics": {**metrics, "service": {"started": "begun", "completed": "done"}}, "observations": rows}
    (figure,) = measure(book_of(parts), AS_OF).service
    assert figure.points == () and f"{TOO_LARGE} on 2026-01-31: no number there" in figure.reasons


def test_a_ratio_may_lack_its_interval() -> None:
    """Give 58 / 0.125 = 464 with null for an interval, and the reason."""
    (one,) = read_back(series_that_may_have_begun_at_zero())["experiments"]
    assert (one["ratio"], one["interval"]) == (pytest.approx(464), None)
    assert NO_BOUNDS in one["reasons"]
