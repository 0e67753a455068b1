"""The board's rows of care: ethics, sustainability, accessible and inclusive, evaluated."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from purposebook.checks.board import Quality, board
from purposebook.checks.catalogue import BY_ID
from purposebook.checks.engine import check
from purposebook.checks.example import EXAMPLE_DAY, book_of
from purposebook.domain.responsibility import DIMENSIONS, STAGES
from purposebook.domain.wcag import CRITERIA

ASKED = [number for number, one in CRITERIA.items() if one.level != "AAA"]
VISITS = [{"stage": stage, "visited": "2026-09-10", "nobody_because": "We listen"} for stage in STAGES]
ACT = {"id": "faces", "stage": "run", "who": "Pupils", "response": "act", "owner": "Lead", "review": "2026-12-01"}
FOOTPRINT = dict(BY_ID["F1"].strong.parts["responsibility"]["footprint"])
ACCESS = {"evaluated": "2026-09-15", "criteria": [{"number": number, "term": "supports"} for number in ASKED]}
INCLUSION = {
    "considered": "2026-09-12",
    "dimensions": [{"name": name, "in_scope": "Everybody"} for name in DIMENSIONS],
}
CARE: dict[str, Any] = {
    "visits": VISITS,
    "harms": [ACT],
    "footprint": FOOTPRINT,
    "accessibility": ACCESS,
    "inclusion": INCLUSION,
}
REVIEW = {"id": "summer", "title": "Summer", "date": "2026-08-01"}
KEYS = ("ethics", "sustainability", "accessible-and-inclusive", "evaluated")


def row(
    key: str, *left_out: str, as_of: dt.date = EXAMPLE_DAY, reviews: tuple[dict[str, Any], ...] = (REVIEW,), **care: Any
) -> Quality:
    """Return one row of the board of a workbook that is whole but for these fields of care."""
    product = {"name": "Example", "not_used": [{"framework": name, "because": "Ten users."} for name in left_out]}
    parts = {"product": product, "responsibility": CARE | care, "reviews": {"reviews": list(reviews)}}
    book = book_of(parts)
    return next(one for one in board(book, check(book, as_of), as_of) if one.key == key)


@pytest.mark.parametrize(
    ("key", "dated", "chapter"),
    [
        ("ethics", "2026-09-10", "responsibility"),
        ("sustainability", "2026-09-05", "responsibility"),
        ("accessible-and-inclusive", "2026-09-15", "responsibility"),
        ("evaluated", "2026-08-01", "review"),
    ],
)
def test_all_there_and_fresh_is_present(key: str, dated: str, chapter: str) -> None:
    """What is whole and recent is present, on the day of its own part."""
    found = row(key)
    assert (found.state, found.reasons, found.next_step) == ("present", (), "")
    assert (str(found.dated), found.chapter) == (dated, chapter)


@pytest.mark.parametrize("key", KEYS)
def test_the_same_a_year_later_is_stale(key: str) -> None:
    """What is whole but old is stale, and says what would renew it."""
    found = row(key, as_of=dt.date(2027, 9, 30))
    assert found.state == "stale" and found.reasons[0].startswith("nothing newer than 2026-") and found.next_step


@pytest.mark.parametrize(
    ("key", "care"),
    [
        ("ethics", {"visits": [], "harms": []}),
        ("sustainability", {"footprint": None}),
        ("sustainability", {"footprint": {}}),
        ("accessible-and-inclusive", {"accessibility": None, "inclusion": None}),
        ("evaluated", {"reviews": ()}),
    ],
)
def test_nothing_written_is_absent(key: str, care: dict[str, Any]) -> None:
    """A quality of which nothing is written says what to do first."""
    found = row(key, **care)
    assert (found.state, found.reasons, found.dated) == ("absent", ("nothing written yet",), None)
    assert found.next_step and "this version" not in found.next_step


PARTIAL: dict[str, tuple[str, dict[str, Any], str]] = {
    "a stage": ("ethics", {"visits": VISITS[:4]}, "nobody looked for harm in 1 of 6 stages: retire"),
    "no owner": (
        "ethics",
        {"harms": [ACT | {"owner": ""}]},
        "the harm to 'Pupils' is to be acted on, and lacks an owner",
    ),
    "no day": ("ethics", {"visits": [{"stage": stage} for stage in STAGES]}, "no visit of a stage has a day"),
    "no method": ("sustainability", {"footprint": FOOTPRINT | {"method": ""}}, "the footprint has no method"),
    "no source": ("sustainability", {"footprint": FOOTPRINT | {"source": " "}}, "the footprint has no source"),
    "no date": ("sustainability", {"footprint": FOOTPRINT | {"date": None}}, "the footprint has no day"),
    "nothing counted": ("sustainability", {"footprint": FOOTPRINT | {"components": []}}, "nothing is counted yet"),
    "criteria": (
        "accessible-and-inclusive",
        {"accessibility": ACCESS | {"criteria": [*ACCESS["criteria"][1:], {"number": ASKED[0]}, {"number": "1.2.6"}]}},
        f"{len(ASKED) - 1} of {len(ASKED)} criteria of level A and AA are answered",
    ),
    "dimensions": (
        "accessible-and-inclusive",
        {"inclusion": INCLUSION | {"dimensions": [*INCLUSION["dimensions"][1:-1], {"name": "culture"}]}},
        "nobody considered gender and culture",
    ),
    "one half": ("accessible-and-inclusive", {"inclusion": None}, f"nobody considered {', '.join(DIMENSIONS[:5])} and"),
    "no evaluation day": (
        "accessible-and-inclusive",
        {"accessibility": ACCESS | {"evaluated": None}, "inclusion": INCLUSION | {"considered": None}},
        "no evaluation has a day",
    ),
    "planned only": ("evaluated", {"reviews": (REVIEW | {"date": "2026-10-01"},)}, "no review has taken place yet"),
}


@pytest.mark.parametrize("case", PARTIAL)
def test_what_is_missing_is_named(case: str) -> None:
    """A quality of which something is missing is partial, and says what and what to do."""
    key, care, reason = PARTIAL[case]
    found = row(key, **care)
    assert found.state == "partial" and found.next_step
    assert [said for said in found.reasons if said.startswith(reason)], found.reasons


def test_a_closed_act_needs_nothing_more() -> None:
    """A harm that was acted on and closed stands in no way, and its day counts."""
    found = row("ethics", harms=[ACT | {"owner": "", "review": None, "closed": "2026-09-20"}])
    assert (found.state, str(found.dated)) == ("present", "2026-09-20")


@pytest.mark.parametrize(
    ("key", "framework"),
    [
        ("ethics", "ethics"),
        ("ethics", "Responsibility"),
        ("accessible-and-inclusive", "accessible and inclusive"),
        ("evaluated", "reviews"),
        ("customer-first", "personas"),
    ],
)
def test_what_is_left_out_stays_partial(key: str, framework: str) -> None:
    """A reason why not is shown, and does not make a quality present."""
    found = row(key, framework)
    assert (found.state, found.reasons) == ("partial", ("left out on purpose: Ten users.",))
    assert row(key, framework, reviews=()).reasons == ("left out on purpose: Ten users.", "never reviewed")


@pytest.mark.parametrize(
    ("reviews", "state", "more"),
    [
        ((REVIEW,), "present", ()),
        ((REVIEW | {"date": "2026-01-01"},), "stale", ("nothing newer than 2026-01-01, more than 90 days ago",)),
        ((), "partial", ("never reviewed",)),
    ],
)
def test_a_reason_will_do_for_the_footprint(reviews: tuple[Any, ...], state: str, more: tuple[str, ...]) -> None:
    """A reason instead of a footprint is as fresh as the last review that looked at it."""
    found = row("sustainability", "footprint", reviews=reviews, footprint=None)
    assert (found.state, found.reasons) == (state, ("left out on purpose: Ten users.", *more))


def test_half_of_a_quality_may_be_left_out() -> None:
    """Without accessibility the rest is still asked for, and the reason stands beside it."""
    found = row("accessible-and-inclusive", "accessibility", accessibility=None)
    assert (found.state, found.reasons) == ("partial", ("accessibility is left out on purpose: Ten users.",))
    assert row("accessible-and-inclusive", "inclusion", inclusion=None).reasons[0].startswith("inclusion is left out")


def test_a_review_dates_what_has_no_day_of_its_own() -> None:
    """Mission and objectives are as fresh as the newest evidence or review."""
    parts = {
        "mission": {
            "mission": "Every teacher can publish a first course.",
            "beneficiaries": ["ana"],
            "clauses": [{"id": "publish", "text": "publish"}],
        },
        "objectives": {"objectives": [{"id": "finish", "statement": "They finish.", "serves": ["publish"]}]},
        "personas": {"personas": [{"id": "ana", "name": "Ana"}]},
        "reviews": {"reviews": [REVIEW, REVIEW | {"id": "next", "date": "2026-11-01"}]},
    }
    book = book_of(parts)
    found = {one.key: one for one in board(book, check(book, EXAMPLE_DAY), EXAMPLE_DAY)}
    for key in ("clear-mission", "aligned-objectives"):
        assert (found[key].state, str(found[key].dated)) == ("present", "2026-08-01"), found[key]
