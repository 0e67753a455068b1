"""The rules of a metric's sheet."""

from __future__ import annotations

from typing import Any

import pytest
from rule_trials import fires, hits, metrics, objective

from purposebook.checks.example import Example, book_of, metric_says, mission_says

WHOLE: dict[str, Any] = {
    "id": "m",
    "name": "Authors who publish",
    "unit": "%",
    "formula": "published / started",
    "source": "analytics",
    "baseline": {"value": 25},
    "target": {"value": 75, "by": "2026-12-31"},
}


def key_result(metric: dict[str, Any], *kinds: str) -> tuple[str, ...]:
    """Return what K1 says about a metric that objectives of these kinds name."""
    items = [{"id": f"o{n}", "statement": "S", "kind": kind, "key_results": ["m"]} for n, kind in enumerate(kinds)]
    book = book_of({"objectives": {"objectives": items}, "metrics": metrics(metric)})
    return tuple(hit.message for hit in hits("K1", book))


@pytest.mark.parametrize(
    ("field", "said"),
    [("baseline", "a baseline"), ("target", "a target with its date"), ("unit", "a unit"), ("source", "a source")],
)
def test_each_missing_field_is_named(field: str, said: str) -> None:
    """K1 names exactly the field that is missing."""
    bare = {key: value for key, value in WHOLE.items() if key != field}
    assert key_result(bare, "committed") == (f"'Authors who publish' lacks {said}.",)


def test_a_target_without_a_day_is_named() -> None:
    """A target needs the day by which it is to be reached."""
    assert key_result(WHOLE | {"target": {"value": 75}}, "committed") == (
        "'Authors who publish' lacks the target's date.",
    )


def test_learning_allows_a_missing_target() -> None:
    """Only where every objective that names the metric is about learning, the target may wait."""
    open_ended = {key: value for key, value in WHOLE.items() if key != "target"}
    assert key_result(open_ended, "learning") == ()
    assert key_result(open_ended, "learning", "committed") != ()


def test_a_milestone_needs_no_baseline_and_no_unit() -> None:
    """A milestone is reached by its day or not."""
    milestone = {
        "id": "m",
        "name": "Audit passed",
        "kind": "milestone",
        "source": "auditor",
        "target": {"value": 1, "by": "2026-12-31"},
    }
    assert key_result(milestone, "committed") == ()


def test_a_metric_that_is_no_key_result_may_be_bare() -> None:
    """K1 speaks about key results only."""
    assert not fires("K1", metric_says("Authors"))


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("Time spent in lessons", {}),
        ("Weekly sessions", {"heart": "engagement"}),
        ("Response time", {}),
        ("Sales", {}),
        ("MRR", {}),
    ],
)
def test_pushed_targets_want_a_guard(name: str, fields: dict[str, str]) -> None:
    """Engagement, speed and revenue are guarded."""
    assert fires("K6", metric_says(name, target={"value": 5}, **fields))


@pytest.mark.parametrize(
    "fields", [{}, {"target": {"value": 5}, "direction": "maintain"}, {"target": {"value": 5}, "kind": "guardrail"}]
)
def test_what_is_not_pushed_wants_no_guard(fields: dict[str, Any]) -> None:
    """No target, a value to keep, or a guard itself."""
    assert not fires("K6", metric_says("Response time", **fields))


@pytest.mark.parametrize(
    "name", ["Authors who publish", "Errors", "Satisfaction", "Weekends lost", "Times a lesson is replayed"]
)
def test_other_targets_want_no_guard(name: str) -> None:
    """A target of something else stands alone where nobody calls it an outcome."""
    assert not fires("K6", metric_says(name, target={"value": 5}))


OUTCOME = {"id": "measure", "name": "Authors who publish", "kind": "outcome", "target": {"value": 5}}


def test_an_outcome_with_a_target_wants_a_guard() -> None:
    """Any outcome can be reached at the cost of something else."""
    assert [hit.where for hit in hits("K6", book_of({"metrics": metrics(OUTCOME)}))] == ["metrics/measure"]


@pytest.mark.parametrize(
    "change",
    [
        {"guards": ["errors"]},
        {"pairs_with": "errors"},
        {"direction": "maintain"},
        {"kind": "milestone"},
        {"kind": "guardrail"},
        {"kind": "output"},
        {"target": None},
    ],
)
def test_a_guarded_or_unpushed_outcome_wants_none(change: dict[str, Any]) -> None:
    """A guard or a pair is enough; what is kept, done, watched or made, and what has no target, needs none."""
    errors = {"id": "errors", "name": "Errors"}
    assert hits("K6", book_of({"metrics": metrics(OUTCOME | change, errors)})) == ()


def test_a_pair_with_itself_is_no_pair() -> None:
    """A metric does not guard itself."""
    assert hits("K6", book_of({"metrics": metrics(OUTCOME | {"pairs_with": "measure", "guards": ["measure"]})}))


def test_an_outcome_that_guards_another_wants_no_guard() -> None:
    """What watches another metric is a guard, whatever its kind."""
    other = {"id": "sales", "name": "Sales", "target": {"value": 9}, "guards": ["measure"]}
    assert hits("K6", book_of({"metrics": metrics(OUTCOME, other)})) == ()


@pytest.mark.parametrize(("kind", "found"), [(None, 1), ("outcome", 1), ("output", 0), ("input", 0)])
def test_a_key_result_of_no_kind_is_an_outcome(kind: str | None, found: int) -> None:
    """A key result that is not called something else is read as an outcome."""
    parts = {"metrics": metrics(OUTCOME | {"kind": kind}), "objectives": objective(key_results=["measure"])}
    assert len(hits("K6", book_of(parts))) == found


def test_a_business_metric_wants_users_beside_it() -> None:
    """One finding names the business metrics; a user's metric, or one of unknown kind, ends it."""
    business = [{"id": f"b{n}", "name": f"Revenue {n}", "kind": "business"} for n in range(2)]
    assert [hit.where for hit in hits("K7", book_of({"metrics": metrics(*business)}))] == ["metrics/b0"]
    assert hits("K7", book_of({"metrics": metrics(*business, {"id": "u", "name": "Authors"})})) == ()


@pytest.mark.parametrize("kind", ["guardrail", "output", "input", "milestone"])
def test_other_kinds_are_no_user_value(kind: str) -> None:
    """A guard or an output beside revenue does not show what users gain."""
    pair = ({"id": "b", "name": "Revenue", "kind": "business"}, {"id": "o", "name": "Other", "kind": kind})
    assert hits("K7", book_of({"metrics": metrics(*pair)}))


@pytest.mark.parametrize(
    "text",
    [
        "TBD",
        "[To be added.]",
        "xxx",
        "Lorem ipsum dolor sit amet",
        "To be defined",
        "[Your mission here]",
        "TODO: ask Ana",
        "???",
        "...",
        "à définir",
        "<name>",
        "{{mission}}",
    ],
)
def test_placeholders_are_found_anywhere(text: str) -> None:
    """A placeholder in the mission is found there."""
    assert [hit.where for hit in hits("K8", mission_says(text).book())] == ["mission/mission"]


@pytest.mark.parametrize(
    "text",
    [
        "Todo el mundo aprende.",
        "Nothing is to be defined by others.",
        "A life to be completed together.",
        "Write your thesis faster.",
        "Test",
        "Bar",
        "Teachers [and parents] publish.",
        "Your own pace",
        "What is TBDs meaning",
    ],
)
def test_ordinary_words_are_no_placeholders(text: str) -> None:
    """Words that only resemble a placeholder pass."""
    assert hits("K8", mission_says(text).book()) == ()


def test_placeholders_are_named_with_item_and_field() -> None:
    """The place of a placeholder is part, id and field, also inside lists."""
    persona = {"id": "ana", "name": "Ana", "goals": ["Learn", "TBD"], "pain_points": ["tbd"]}
    found = hits("K8", book_of({"personas": {"personas": [persona]}}))
    assert [hit.where for hit in found] == ["personas/ana/goals", "personas/ana/pain_points"]


@pytest.mark.parametrize(
    ("formula", "wrong"),
    [("published / started", False), ("published of those who started", False), ("published", True), ("", True)],
)
def test_a_share_says_of_what(formula: str, wrong: bool) -> None:
    """A metric in % needs a denominator."""
    assert fires("K8", metric_says("Published", unit="%", formula=formula)) is wrong


def test_observed_fractions_say_of_what() -> None:
    """Rows with numerator and denominator say what the formula leaves out."""
    row = {"metric": "measure", "date": "2026-09-01", "numerator": 3, "denominator": 9}
    assert not fires("K8", Example("", {**metric_says("Published", unit="%").parts, "observations": [row]}))


def test_a_key_result_and_a_north_star_have_a_formula() -> None:
    """Numbers that decide are computed in one way."""
    sheet = metrics({"id": "m", "name": "Support tickets"})
    assert hits("K8", book_of({"metrics": sheet})) == ()
    assert hits("K8", book_of({"metrics": sheet | {"north_star": "m"}}))
    assert hits("K8", book_of({"metrics": sheet, "objectives": objective(key_results=["m"])}))


@pytest.mark.parametrize(
    ("direction", "before", "after", "wrong"),
    [
        ("increase", 20, 30, False),
        ("increase", 30, 20, True),
        ("decrease", 30, 20, False),
        ("decrease", 20, 30, True),
        ("maintain", 20, 20, False),
        (None, 20, 20, True),
        (None, 20, 30, False),
        ("increase", 20, 20, True),
        ("maintain", 20, 25, False),
    ],
)
def test_targets_lie_ahead(direction: str | None, before: float, after: float, wrong: bool) -> None:
    """Arithmetic decides, and keeping a value is allowed."""
    example = metric_says("Number", direction=direction, baseline={"value": before}, target={"value": after})
    assert fires("K9", example) is wrong


STEADY = (41, 39, 42, 40, 38, 41, 43, 40, 39, 42, 41, 40)


def monthly(target: float, values: tuple[int, ...] = STEADY, **sheet: Any) -> Example:
    """Show a year of a metric that moves between 35 and 46 by its limits, and a target."""
    rows = [{"metric": "m", "date": f"2025-{month:02}-28", "value": value} for month, value in enumerate(values, 1)]
    metric = {"id": "m", "name": "Authors who publish", "target": {"value": target}, **sheet}
    return Example(str(target), {"metrics": metrics(metric), "observations": rows})


@pytest.mark.parametrize(("target", "inside"), [(42, True), (45, True), (47, False), (36, True), (30, False)])
def test_targets_that_chance_reaches(target: float, inside: bool) -> None:
    """K10 speaks about targets between the limits, whichever way they lie."""
    assert fires("K10", monthly(target)) is inside


def test_the_limits_are_told() -> None:
    """The finding says between which values the metric moves anyway."""
    found = hits("K10", monthly(42, unit="%").book())
    assert [(hit.where, hit.message) for hit in found] == [
        (
            "metrics/m/target",
            "The target 42 % lies inside the normal variation of 'Authors who publish': 34.9 to 46.1 %.",
        )
    ]


@pytest.mark.parametrize("sheet", [{"direction": "maintain"}, {"kind": "milestone"}])
def test_what_is_to_stay_may_stay(sheet: dict[str, str]) -> None:
    """A value to keep belongs inside the limits, and a milestone has none."""
    assert not fires("K10", monthly(42, **sheet))


def test_a_dated_change_starts_anew() -> None:
    """After a change there are no limits until twelve points stand behind it."""
    assert not fires("K10", monthly(42, changes=[{"date": "2025-06-01", "what": "Help with editing"}]))


def test_eleven_points_are_too_few() -> None:
    """A short series is not judged."""
    assert not fires("K10", monthly(42, STEADY[:11]))


def test_rows_after_the_day_are_left_out() -> None:
    """Numbers of the future give no limits."""
    rows = [{"metric": "m", "date": f"2027-{month:02}-28", "value": value} for month, value in enumerate(STEADY, 1)]
    assert not fires("K10", Example("", monthly(42).parts | {"observations": rows}))
