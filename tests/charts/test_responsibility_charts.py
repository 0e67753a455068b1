"""Stages, footprint, accessibility and inclusion."""

from __future__ import annotations

from typing import Any

import pytest
from chart_samples import AS_OF, book
from grid_samples import written

from purposebook.charts.figure import Figure
from purposebook.charts.footprint import footprint
from purposebook.charts.inclusion import inclusion
from purposebook.charts.stage_grid import stage_grid
from purposebook.charts.wcag import conforms, wcag
from purposebook.domain.wcag import CRITERIA

PART = {"energy": 120, "intensity": 300, "embodied": 900_000, "reserved_time": 720, "lifespan": 36_000}
SERVERS = {"name": "Servers", **PART, "reserved": 8, "total": 64}


def test_stages_count_open_harms_by_what_is_done() -> None:
    """Closed harms stand apart and are never overdue; a reason for nobody counts as looked at."""
    figure = stage_grid(written(), AS_OF)
    assert figure and figure.title == "3 of 6 stages were looked at; 1 of 3 open harms is overdue"
    rows = {row[0]: row[1:] for row in figure.table.rows}
    assert rows["Run"] == ("21 Sep 2026", "1", "0", "1", "0", "1", "1")
    assert rows["Retire"] == ("not looked at yet", "0", "0", "0", "1", "0", "0")
    assert rows["Discover"][0] == "20 Sep 2026; nobody, because: We only listen, and keep no recordings"


def test_a_harm_to_be_looked_at_today_is_not_overdue() -> None:
    """The day itself is in time, and tomorrow's visit has not happened."""
    parts = {
        "visits": [{"stage": "run", "visited": "2026-11-01"}],
        "harms": [{"id": "h", "stage": "run", "who": "Pupils", "review": "2026-10-31"}],
    }
    figure = stage_grid(book(responsibility=parts), AS_OF)
    assert figure and figure.title == "None of 6 stages were looked at; none of 1 open harm are overdue"


def drawn(*components: dict[str, Any], **more: Any) -> Any:
    """Draw a footprint."""
    part = {"unit": "lesson", "amount": 40_000, "components": components or (SERVERS,), **more}
    return footprint(book(responsibility={"footprint": part}))


def test_a_footprint_beside_its_baseline() -> None:
    """42,250 g over 40,000 lessons, before that 1.4 g; a stated total that contradicts it stands beside it."""
    figure = footprint(written())
    assert figure and figure.title == "1.06 g of CO2e for each unit, 24.6\u00a0% less than the baseline"
    assert figure.table.rows[0] == ("Video servers", 36_000, 2_250, 38_250, "")
    assert dict(zip(figure.table.column("What"), figure.table.column("Together (g)"), strict=True)) == {
        **{"Video servers": 38_250, "Network": 4_000, "All components": 42_250, "Stated total": 30_000},
        **{"Per unit": 1.05625, "Baseline, per unit": 1.4},
    }
    assert "30\u202f000 g, contradicts the sum of the parts, 42\u202f250 g" in figure.description
    assert "Offsets are not subtracted" in figure.description


def test_a_footprint_that_lacks_a_number_is_refused_in_a_sentence() -> None:
    """What can be computed is still drawn; nothing stands for the whole."""
    figure = drawn(SERVERS, {"name": "Network", "energy": 3})
    assert figure.title == "The footprint is not known yet: 1 of 2 components cannot be computed"
    assert "Not computed: “Network”: no grid, no embodied" in figure.description
    assert [row[3] for row in figure.table.rows] == [38_250, None, None, None]


@pytest.mark.parametrize(
    ("more", "title"),
    [
        ({"amount": 0}, "38\u202f250 g of CO2e, but no number per unit: the number of units (R) is zero or less"),
        ({"baseline": 2}, "0.956 g of CO2e for each unit; there is nothing to compare it with"),
        (
            {"baseline": 0.75, "method": "a", "baseline_method": "A"},
            "0.956 g of CO2e for each unit, 27.5\u00a0% more than the baseline",
        ),
    ],
)
def test_what_a_footprint_says_of_itself(more: dict[str, Any], title: str) -> None:
    """No units, no comparable baseline, a smaller baseline."""
    assert drawn(**more).title == title


def test_both_shares_of_a_component_lie_behind_each_other() -> None:
    """The filled bar ends where the hollow one begins, and their lengths are in proportion."""
    spec = drawn().chart.to_dict()
    filled, hollow = (
        next(
            spec["datasets"][one["data"]["name"]]
            for one in spec["layer"]
            if one["mark"].get("cornerRadius") == 1
            and ("stroke" in one["mark"]) == has_edge
            and "tooltip" in one["encoding"]
        )
        for has_edge in (False, True)
    )
    assert filled[0]["x2"] == pytest.approx(hollow[0]["x"])
    ratio = (filled[0]["x2"] - filled[0]["x"]) / (hollow[0]["x2"] - hollow[0]["x"])
    assert ratio == pytest.approx(36_000 / 2_250)


def test_criteria_that_nobody_answered_count_as_not_evaluated() -> None:
    """All 86 criteria are counted, whatever is written."""
    figure = wcag(written())
    conformity = "the product does not conform to AA"
    assert figure and figure.title == f"4 of 55 criteria of levels A and AA were evaluated; {conformity}"
    assert {one.text: one.note for one in figure.listing[0].items} == {
        "Level A": "supports 1; partially supports 1; not evaluated 29",
        "Level AA": "does not support 1; not applicable 1; not evaluated 22",
        "Level AAA": "not evaluated 31",
    }
    assert "Does not support: 1.4.3 Contrast (Minimum)." in figure.description


def test_conforms_is_yes_no_or_unknown() -> None:
    """All met is yes, one that is not is no, one that nobody looked at is unknown; other levels do not matter."""
    terms = {number: "supports" if one.level == "A" else "not-evaluated" for number, one in CRITERIA.items()}
    assert (conforms(terms, ("A",)), conforms(terms, ("A", "AA"))) == ("yes", "unknown")
    assert conforms({**terms, "1.1.1": "not-applicable"}, ("A",)) == "yes"
    assert conforms({**terms, "1.1.1": "partially-supports"}, ("A", "AA")) == "no"
    assert conforms({**terms, "1.4.3": "does-not-support"}, ("A",)) == "yes"


def test_small_groups_carry_no_number_anywhere() -> None:
    """Neither table nor list nor picture tells what three of nine, or twenty-one of forty, did."""
    figure = inclusion(written())
    assert figure
    assert figure.title == "The widest gap between a group and the rest is 28.3 points; 2 groups are not shown"
    hidden = [row for row in figure.table.rows if row[2] in {"not told", "55 and older"}]
    assert [row[3:13] for row in hidden] == [("",) * 10] * 2
    said = [one.note for group in figure.listing for one in group.items if one.state == "absent"]
    assert said == [
        "not shown: left out, so that nobody can work out a smaller group from the rest",
        "not shown: fewer than 10",
    ]
    rows = [str(row) for rows in figure.chart.to_dict()["datasets"].values() for row in rows]
    assert not [row for row in rows if "21 of 40" in row or "3 of 9" in row or "52.5" in row]


def _split(*rows: tuple[str, str, int, int]) -> Figure:
    """Draw groups that are split by the size of their stones."""
    common = {"dimension": "treatment", "metric": "x", "split_by": "size"}
    outcomes = [{**common, "group": g, "stratum": s, "reached": x, "of": of} for g, s, x, of in rows]
    figure = inclusion(book(responsibility={"inclusion": {"outcomes": outcomes}}))
    assert figure
    return figure


def test_an_order_that_turns_round_is_said() -> None:
    """Simpson's paradox is a sentence of the description, and the strata stand under their group."""
    rows = [("a", "s", 81, 87), ("b", "s", 234, 270), ("a", "l", 192, 263), ("b", "l", 55, 80)]
    figure = _split(*rows)
    assert "Simpson's paradox: in “treatment” (x (not written yet)), the share of “a” is above that of “b”" in (
        figure.description
    )
    assert "in each of 2 strata of “size” (5.4 points, Mantel-Haenszel), and below it as a whole (4.6" in (
        figure.description
    )
    assert [item.text for group in figure.listing for item in group.items] == ["a", "– s", "– l", "b", "– s", "– l"]
    assert figure.table.column("Stratum") == ("", "s", "l", "", "s", "l")
    assert set(figure.table.column("Split by")) == {"", "size"}
    assert figure.table.column("Reached") == (273, 81, 192, 289, 234, 55)


def test_strata_that_are_left_out_are_nowhere() -> None:
    """Six people of a stratum hide all of them, and the description says so."""
    figure = _split(("a", "s", 81, 87), ("b", "s", 234, 270), ("a", "l", 192, 263), ("b", "l", 5, 6))
    assert "Strata are left out, because fewer than 10 people of one could be worked out." in figure.description
    assert set(figure.table.column("Stratum")) == {""} and "Simpson" not in figure.description


def test_one_group_alone_has_no_gap() -> None:
    """There is nobody to compare it with."""
    outcomes = [{"dimension": "age", "group": "all", "reached": 3, "of": 30}]
    figure = inclusion(book(responsibility={"inclusion": {"outcomes": outcomes}}))
    assert figure and figure.title == "1 group can be shown, with no other to compare with"
