"""X1: what an id points to, X2: how old evidence is, and X3: whether it is from the future."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from rule_trials import hits, metrics, objective

from purposebook.checks.catalogue import BY_ID
from purposebook.checks.engine import check
from purposebook.checks.example import EXAMPLE_DAY, book_of
from purposebook.checks.rule import Question
from purposebook.storage.reading import read_workbook

CLAUSES = {"clauses": [{"id": "publish", "text": "publish a course"}]}
PERSON = {"id": "ana", "name": "Ana Author", "needs": [{"id": "weekend", "text": "rest"}]}
PEOPLE: dict[str, Any] = {"personas": [PERSON], "segments": [{"id": "solo", "name": "Soloists"}]}
EVIDENCE = {"evidence": [{"id": "int", "kind": "interview"}]}
SHEET = metrics({"id": "rate", "name": "Authors who publish"})
WRITTEN: dict[str, Any] = {"mission": CLAUSES, "personas": PEOPLE, "evidence": EVIDENCE, "metrics": SHEET}


def said(parts: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what X1 says: place and severity."""
    return [(hit.where, hit.severity or "error") for hit in hits("X1", book_of(parts))]


POINTING: dict[str, tuple[dict[str, Any], str]] = {
    "objectives/goal/serves": ({"objectives": objective(serves=["{}"])}, "mission"),
    "objectives/goal/personas": ({"objectives": objective(personas=["{}"])}, "personas"),
    "objectives/goal/needs": ({"objectives": objective(needs=["{}"])}, "personas"),
    "objectives/goal/key_results": ({"objectives": objective(key_results=["{}"])}, "metrics"),
    "objectives/goal/outcome": ({"objectives": objective(outcome={"leads_to": "{}"})}, "metrics"),
    "mission/beneficiaries": ({"mission": {"beneficiaries": ["{}"]}}, "personas"),
    "mission/ladder/job": ({"mission": {"ladder": {"job": {"text": "Edit", "evidence": ["{}"]}}}}, "evidence"),
    "mission/alone/evidence": (
        {"mission": {"alternatives": [{"id": "alone", "name": "Alone", "evidence": ["{}"]}]}},
        "evidence",
    ),
    "mission/claim/evidence": ({"mission": {"claim": [{"asset": "Years", "evidence": ["{}"]}]}}, "evidence"),
    "personas/bo/pain_points": (
        {"personas": {"personas": [{"id": "bo", "name": "Bo", "pain_points": [{"text": "No", "evidence": ["{}"]}]}]}},
        "evidence",
    ),
    "personas/see/evidence": (
        {
            "personas": {
                "personas": [{"id": "bo", "name": "Bo", "needs": [{"id": "see", "text": "see", "evidence": ["{}"]}]}]
            }
        },
        "evidence",
    ),
    "personas/bo/message": (
        {"personas": {"personas": [{"id": "bo", "name": "Bo", "message": {"evidence": ["{}"]}}]}},
        "evidence",
    ),
    "metrics/m/evidence": ({"metrics": metrics({"id": "m", "name": "M", "evidence": ["{}"]})}, "evidence"),
    "observations/nobody/metric": ({"observations": [{"metric": "{}", "date": "2026-01-01", "value": 1}]}, "metrics"),
}
"""Place -> a part that points from there to an id, and the part in which that id should be."""


def pointing(place: str, target: str) -> dict[str, Any]:
    """Return the parts that point from `place` to `target`."""

    def put(value: Any) -> Any:
        """Replace the blank by the target, at any depth."""
        if isinstance(value, dict):
            return {key: put(item) for key, item in value.items()}
        return [put(item) for item in value] if isinstance(value, list) else (target if value == "{}" else value)

    return {part: put(content) for part, content in POINTING[place][0].items()}


@pytest.mark.parametrize("place", POINTING)
def test_a_part_that_is_not_written_yet(place: str) -> None:
    """An id of a part without a file is an info that says so."""
    found = [hit for hit in hits("X1", book_of(pointing(place, "nobody"))) if hit.where == place]
    assert [hit.severity for hit in found] == ["info"]
    assert f"'nobody' is not written yet: there is no {POINTING[place][1]}.yml" in found[0].message


@pytest.mark.parametrize("place", POINTING)
def test_a_part_that_is_written(place: str) -> None:
    """An id that is missing from a part that is written is an error."""
    found = said(WRITTEN | pointing(place, "nobody"))
    assert (place, "error") in found and "info" not in {severity for _, severity in found}


@pytest.mark.parametrize("place", POINTING)
def test_an_id_of_another_kind(place: str) -> None:
    """An id that names a segment cannot be right here, even before the right part is written."""
    own, place = pointing(place, "solo"), place.replace("nobody", "solo")
    people = {"personas": {**PEOPLE, **own.get("personas", {}), "segments": PEOPLE["segments"]}}
    found = [hit for hit in hits("X1", book_of(own | people)) if hit.where == place]
    assert [hit.message for hit in found if hit.message.startswith("'solo' is the id of a segment")]


@pytest.mark.parametrize(
    "place",
    ["objectives/goal/serves", "objectives/goal/key_results", "objectives/goal/personas", "objectives/goal/needs"],
)
def test_what_is_written_holds(place: str) -> None:
    """References that point to something say nothing."""
    target = {"serves": "publish", "key_results": "rate", "personas": "ana", "needs": "weekend"}[
        place.rpartition("/")[2]
    ]
    assert place not in [where for where, _ in said(WRITTEN | pointing(place, target))]


def test_a_typing_error_gets_a_suggestion() -> None:
    """The nearest id of the right kind is suggested."""
    found = hits("X1", book_of({"mission": CLAUSES, "objectives": objective(serves=["publsh"])}))
    assert [hit.advice for hit in found] == ["Did you mean 'publish'?"]


def test_a_proof_may_be_a_metric_or_evidence() -> None:
    """A message's proof waits while either part is not written, and is broken once both are."""
    message = {"personas": {"personas": [{**PERSON, "message": {"proof": "nobody"}}]}}
    assert said(message | {"metrics": SHEET}) == [("personas/ana/message", "info")]
    assert said(message | {"metrics": SHEET, "evidence": EVIDENCE}) == [("personas/ana/message", "error")]


def test_duplicates_across_kinds() -> None:
    """One id for a clause and a metric is an error at the second."""
    found = hits("X1", book_of({"mission": CLAUSES, "metrics": metrics({"id": "publish", "name": "Publishing"})}))
    assert [(hit.where, hit.message) for hit in found] == [
        ("metrics/publish", "The id 'publish' names a clause and a metric.")
    ]


def test_duplicates_within_a_kind() -> None:
    """One id for two metrics is an error too."""
    twins = metrics({"id": "m", "name": "One"}, {"id": "m", "name": "Two"})
    assert said({"metrics": twins}) == [("metrics/m", "error")]


def test_unused_personas_and_metrics_wait_for_objectives() -> None:
    """While no objective is written, nothing can use anything."""
    assert said({"personas": PEOPLE, "metrics": SHEET}) == []
    assert said({"personas": PEOPLE, "metrics": SHEET, "objectives": objective()}) == [
        ("personas/ana", "warning"),
        ("metrics/rate", "warning"),
    ]


@pytest.mark.parametrize(
    "use",
    [{"personas": ["ana"]}, {"needs": ["weekend"]}, {"outcome": {"who": "ana"}}, {"outcome": {"who": "Ana author"}}],
)
def test_what_uses_a_persona(use: dict[str, Any]) -> None:
    """An objective uses a persona by id, by a need, or as the one who acts."""
    assert said({"personas": PEOPLE, "objectives": objective(**use)}) == []


def test_a_dropped_objective_uses_nothing() -> None:
    """What only a dropped objective names is unused."""
    parts = {"personas": PEOPLE, "objectives": objective(personas=["ana"], status="dropped")}
    assert said(parts) == [("personas/ana", "warning")]


@pytest.mark.parametrize("used", [{"key_results": ["rate"]}, {"outcome": {"leads_to": "rate"}}])
def test_what_uses_a_metric(used: dict[str, Any]) -> None:
    """A key result and a business result use a metric."""
    assert said({"metrics": SHEET, "objectives": objective(**used)}) == []


def test_the_north_star_and_guards_are_used() -> None:
    """A north star and what guards it need no objective."""
    star = metrics({"id": "rate", "name": "A", "guards": ["calm"]}, {"id": "calm", "name": "B"}) | {
        "north_star": "rate"
    }
    assert said({"metrics": star, "objectives": objective()}) == []


@pytest.mark.parametrize(
    "use",
    [
        {"strategy": {"initiatives": [{"id": "i", "problem": "P", "personas": ["ana"], "metric": "rate"}]}},
        {
            "opportunities": {
                "exits": [{"id": "x", "about": "A", "metric": "rate"}],
                **{"ideas": [{"id": "i", "text": "T", "personas": ["ana"]}]},
            }
        },
        {"experiments": {"experiments": [{"id": "e", "step": "S", "for_whom": "ana", "current": {"metric": "rate"}}]}},
        {"mission": {"delivers": [{"id": "d", "problem": "P", "persona": "ana", "metric": "rate"}]}},
        {
            "work": {"items": [{"id": "w", "title": "T", "measured_by": "rate"}]},
            "strategy": {"streams": [{"id": "s", "value": "V", "persona": "ana"}]},
        },
        {
            "personas": {**PEOPLE, "problems": [{"id": "p", "pain": "P", "persona": "ana"}]},
            "metrics": {**SHEET, "heart": [{"category": "adoption", "metric": "rate"}]},
        },
        {
            "personas": {
                **PEOPLE,
                "rankings": [{"date": "2026-09-03", "members": 5, "places": [{"need": "weekend", "ranks": 7}]}],
            },
            "metrics": {**SHEET, "north_star_inputs": ["rate"]},
        },
    ],
    ids="-".join,
)
def test_other_parts_use_personas_and_metrics(use: dict[str, Any]) -> None:
    """Whatever part names a persona, one of their needs or a metric uses them."""
    parts = {"personas": PEOPLE, "metrics": SHEET, "objectives": objective()} | use
    assert [where for where, severity in said(parts) if severity == "warning"] == []


def test_observations_alone_use_no_metric() -> None:
    """Rows of numbers that nothing points to are measured for nobody."""
    rows = [{"metric": "rate", "date": "2026-01-01", "value": 1}]
    assert said({"metrics": SHEET, "objectives": objective(), "observations": rows}) == [("metrics/rate", "warning")]


@pytest.mark.parametrize(
    ("who", "near"),
    [
        ("first-time-athor", True),
        ("First-time author", True),
        ("authors", False),
        ("first-time-author", False),
        ("", False),
    ],
)
def test_words_that_look_like_an_id(who: str, near: bool) -> None:
    """Free text that nearly equals an id is pointed out."""
    people = {"personas": [{"id": "first-time-author", "name": "First-time author"}]}
    parts = {"personas": people, "objectives": objective(outcome={"who": who}, personas=["first-time-author"])}
    found = [hit.message for hit in hits("X1", book_of(parts))]
    assert found == ([f"'{who}' looks like the id 'first-time-author'."] if near else [])


def test_for_whom_is_read_too() -> None:
    """The ladder's persona may be mistyped as well."""
    parts = {"personas": PEOPLE, "mission": {"ladder": {"for_whom": "sollo"}}}
    assert said(parts) == [("mission/ladder", "warning")]


@pytest.mark.parametrize(
    ("dates", "where"),
    [
        (["2026-09-01"], None),
        (["2026-07-02"], None),
        (["2026-07-01"], "evidence/e0"),
        ([None], None),
        (["2025-01-01", "2025-02-01", "2026-09-01"], "evidence/evidence"),
    ],
)
def test_old_evidence(dates: list[str | None], where: str | None) -> None:
    """Evidence older than the review period is one finding; what has no day is not judged."""
    items = [{"id": f"e{n}", "kind": "survey", "date": date} for n, date in enumerate(dates)]
    assert [hit.where for hit in hits("X2", book_of({"evidence": {"evidence": items}}))] == ([where] if where else [])


def test_old_evidence_is_counted_and_the_newest_named() -> None:
    """One sentence says how many, which are oldest, and when somebody last asked."""
    items = [{"id": f"e{n}", "kind": "survey", "date": f"2025-0{n + 1}-01"} for n in range(5)]
    found = hits("X2", book_of({"evidence": {"evidence": items}}))
    assert (
        found[0].message == "5 of 5 pieces of evidence are older than 90 days, the oldest 'e0', 'e1' and 'e2'; "
        "the newest is of 2025-05-01."
    )


def test_a_row_of_an_unknown_metric_has_its_line(tmp_path: Path) -> None:
    """An id in observations.csv that points to nothing is named with the line of its first row."""
    (tmp_path / "sample").mkdir()
    (tmp_path / "sample/product.yml").write_text("name: Sample\n", encoding="utf-8")
    (tmp_path / "sample/metrics.yml").write_text("metrics: [{id: rate, name: Rate}]\n", encoding="utf-8")
    rows = "metric,date,value\nrate,2026-01-01,1\nrat,2026-01-02,1\nrat,2026-01-03,1\n"
    (tmp_path / "sample/observations.csv").write_text(rows, encoding="utf-8")
    found = [one for one in check(read_workbook(tmp_path / "sample"), EXAMPLE_DAY).findings if one.rule == "X1"]
    places = [(one.file, one.line, one.where) for one in found if one.severity == "error"]
    assert places == [("observations.csv", 3, "observations/rat/metric")]


@pytest.mark.parametrize(("days", "told"), [(0, ""), (1, "2 observations are dated up to ")])
def test_the_future_begins_after_today(days: int, told: str) -> None:
    """A look back at an earlier day finds nothing that has come since; several rows are one finding (X3)."""
    late = dt.date.today() + dt.timedelta(days=days)
    rows = [{"metric": "rate", "date": str(day), "value": 1} for day in (late, late, "2026-01-31")]
    book = book_of({"metrics": {"metrics": [{"id": "rate", "name": "Rate"}]}, "observations": rows})
    asked = Question.on(dt.date(2026, 3, 1))
    assert [hit.message[: len(told)] for hit in BY_ID["X3"].find(book, asked)] == ([told] if told else [])
