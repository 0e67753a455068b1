"""The JSON result: what the contract names, and what the published schema describes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from measured_samples import AS_OF, book, metric, row
from whole_book import events, whole, without_answers

from purposebook.domain.metrics import Metrics
from purposebook.domain.objectives import Objective, Outcome
from purposebook.domain.results import MeasuresResult
from purposebook.domain.schemas import results_schema
from purposebook.measures import measure
from purposebook.measures.pirate_result import pirate_json


@pytest.fixture(scope="module", name="told")
def all_told() -> dict[str, Any]:
    """Return everything of a workbook that has something of everything, read back."""
    return dict(json.loads(json.dumps(measure(whole(), AS_OF).as_json(), allow_nan=False)))


def test_everything_follows_the_schema(told: dict[str, Any]) -> None:
    """Validate with events, and say nothing that the schema does not describe, at any depth."""
    full = {**told, "pirate": pirate_json(events())}
    jsonschema.Draft202012Validator(results_schema("measures")).validate(full)
    assert json.loads(MeasuresResult.model_validate(full).model_dump_json()) == full
    empty = {**told, "pirate": pirate_json(without_answers())}
    jsonschema.Draft202012Validator(results_schema("measures")).validate(empty)
    assert json.loads(MeasuresResult.model_validate(empty).model_dump_json()) == empty


def test_sources() -> None:
    """A file has no time; rows of a database say when they came, and whether they are kept ones."""
    metrics = {"pirate": {"events": {"database": "SHOP", "query": "select 1"}}}
    asking = replace(
        whole(),
        metrics=Metrics.model_validate(metrics),
        fetched={"events": "2026-09-01T10:00:00Z"},
        unreached=frozenset({"events"}),
    )
    assert measure(whole(), AS_OF).as_json()["sources"] == [
        {"part": "observations", "source": "file", "fetched": None, "reached": None}
    ]
    assert measure(asking, AS_OF).as_json()["sources"][1:] == [
        {"part": "events", "source": "database", "fetched": "2026-09-01T10:00:00Z", "reached": False}
    ]


def test_experiments_as_in_the_contract(told: dict[str, Any]) -> None:
    """A difference or a ratio, each with interval, method, p and caveats, or a reason."""
    by_lot, since, short = told["experiments"]
    wanted = {"id", "kind", "interval", "method", "p_value", "naive_ratio", "sample_ratio", "caveats"}
    assert all(wanted <= set(one) for one in told["experiments"])
    assert by_lot["difference"] == pytest.approx(0.2) and by_lot["ratio"] is None
    assert by_lot["interval"] == pytest.approx([0.0524, 0.3339], abs=5e-5)
    assert (by_lot["threshold"], by_lot["met"]) == (40, False)
    assert since["ratio"] > 1 and since["difference"] is None and since["naive_ratio"] > 1
    assert {"date", "value", "fitted", "without"} == set(since["points"][0])
    assert short["ratio"] is None and short["interval"] is None
    assert short["reasons"] == ["1 point before 2026-01-02 and 39 after: at least 8 each are needed"]


def test_predictions(told: dict[str, Any]) -> None:
    """One that counts, two that do not, each with the reason."""
    found = told["predictions"]
    assert (found["hits"], found["n"], found["rate"]) == (1, 1, 1.0)
    assert [one["hit"] for one in found["every"]] == [True, None, None]
    assert all(one["reasons"] for one in found["every"][1:])


def test_footprint_as_in_the_contract(told: dict[str, Any]) -> None:
    """A stated total that the parts contradict is shown beside their sum."""
    found = told["footprint"]
    assert {"sci", "unit", "per", "components", "stated"} <= set(found)
    assert (found["sci"], found["unit"], found["per"]) == (30.0, "gCO2eq", "lesson")
    assert (found["stated"], found["total"], found["contradicted"]) == (50_000, 30_000, True)
    assert found["sensitivity"] == {"half_intensity": 15.0, "twice_intensity": 60.0}
    assert "the stated total and the sum of the parts contradict each other" in found["reasons"]


def test_inclusion_as_in_the_contract(told: dict[str, Any]) -> None:
    """The gap is to the rest; a suppressed group carries no number at all."""
    shown, hidden = told["inclusion"][0], told["inclusion"][3]
    assert (shown["dimension"], shown["group"], shown["n"], shown["rate"]) == ("age", "a", 70, 0.8)
    assert shown["gap"] == pytest.approx(0.2)
    assert shown["gap_interval"] == pytest.approx([0.0524, 0.3339], abs=5e-5)
    assert hidden["suppressed"] and hidden["reasons"] == ["fewer than 10"]
    assert [key for key, value in hidden.items() if isinstance(value, int | float) and value is not True] == []


def test_objectives_agreement_and_recall(told: dict[str, Any]) -> None:
    """Stand beside the contract's keys."""
    assert [one["rule"] for one in told["roll_ups"]] == ["mean of objectives", "flat mean over all"]
    assert {"score", "rollup", "expected", "progress", "pace"} <= set(told["objectives"][0])
    assert told["agreement"][0]["w"] == pytest.approx(0.36)
    assert [(one["what"], one["n"]) for one in told["recall"]] == [("vision", 9), ("intents", 9)]


def test_what_moves_together() -> None:
    """Name the pair and its lag once, with both correlations, and follow the schema."""
    rows = [row(28 * at, at + at % 3, metric=id) for at in range(12) for id in ("rate", "fees")]
    outcome = Outcome.model_validate({"leads_to": "fees", "after": 1})
    goals = [Objective(id="finish", statement="x", outcome=outcome, key_results=("rate",))]
    told = measure(book([metric(), metric(id="fees")], rows, goals), AS_OF).as_json()
    (found,) = told["lead_lag"]
    assert [found[key] for key in ("lead", "lag", "months")] == ["rate", "fees", 1]
    assert found["pairs"] >= 8 and found["rho"] > 0.5 and found["reasons"]
    assert set(found["changes"]) == {"pairs", "rho", "reasons"}
    jsonschema.Draft202012Validator(results_schema("measures")).validate(told)


def test_events_as_in_the_contract() -> None:
    """Name every key; a period that has not elapsed is blank, never 0."""
    found = pirate_json(events())
    assert found["acquisition"] == [{"channel": "search", "actors": 30}, {"channel": "", "actors": 10}]
    assert found["activation"] == {"eligible": 36, "actors": 12, "rate": 12 / 36, "interval": [0.125, 0.875]}
    (cohort,) = found["retention"]["cohorts"]
    assert (cohort["cohort"], cohort["size"]) == ("2026-08-01", 40)
    assert cohort["ages"][1:] == [
        {"age": 1, "actors": 10, "rate": 0.25, "interval": [0.125, 0.875], "complete": True},
        {"age": 2, "actors": None, "rate": None, "interval": None, "complete": False},
    ]
    assert {"invitations_per_actor": 0.5, "acceptance": 0.2, "k": 0.1}.items() <= found["referral"].items()
    assert {"paying": 8, "rate": 0.16, "total": 400, "per_active": 8, "per_paying": 50}.items() <= found[
        "revenue"
    ].items()
    assert found["funnel"][1] == {"step": "published", "actors": 10, "rate": 0.25, "interval": [0.125, 0.875]}
    engaged = found["engagement"]
    newest = {"start": "2026-10-01", "end": "2026-10-31", "active": 40, "per_active": 2.5, "days_per_active": 1.5}
    assert engaged == {"event": "any", "period": "month", **newest, "series": [engaged["series"][0], newest]}
    assert (engaged["series"][0]["active"], engaged["series"][0]["per_active"]) == (0, None)
    assert found["reasons"] == ["days begin in UTC", "activation: 4 actors' time is not over: left out"]


def test_what_the_log_does_not_tell_says_why() -> None:
    """Null or empty, each with its reason."""
    found = pirate_json(without_answers())
    assert [found[key] for key in ("activation", "retention", "referral", "revenue", "engagement")] == [None] * 5
    assert (found["acquisition"], found["funnel"], len(found["reasons"])) == ([], [], 7)


def test_measures_of_an_empty_book() -> None:
    """Nothing written is nothing found, not an error."""
    told = measure(book([]), AS_OF).as_json()
    assert (told["experiments"], told["inclusion"], told["agreement"], told["recall"]) == ([], [], [], [])
    assert (told["footprint"], told["predictions"]["rate"]) == (None, None)
