"""CSAT, NPS and SUS, compared with other people's implementations; and nothing about groups that are too small."""

from __future__ import annotations

import datetime as dt
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from purposebook.domain.surveys import Survey, SurveyAnswer
from purposebook.measures.survey import DERIVED, TOO_FEW, UNKNOWN_ASKED, Wave, measure_survey

AS_OF = dt.date(2026, 10, 31)


def survey(kind: str, **keys: object) -> Survey:
    """Declare a survey."""
    return Survey.model_validate({"id": "asked", "name": "Asked", "kind": kind, **keys})


def answers(*scores: float, day: str = "2026-09-30", segment: str = "") -> list[SurveyAnswer]:
    """Write one row per answer."""
    cells = {"survey": "asked", "date": day, "segment": segment}
    return [SurveyAnswer.model_validate({**cells, "score": score}) for score in scores]


def latest(kind: str, rows: list[SurveyAnswer], **keys: object) -> Wave:
    """Return the newest wave."""
    wave = measure_survey(survey(kind, **keys), rows, AS_OF).latest
    assert wave
    return wave


@given(st.lists(st.integers(1, 5), min_size=5, max_size=200))
def test_csat_is_a_share_with_wilsons_interval(scores: list[int]) -> None:
    """Agree with statsmodels on every sample."""
    wave = latest("csat", answers(*scores))
    satisfied = sum(score >= 4 for score in scores)
    assert (wave.n, wave.value) == (len(scores), pytest.approx(100 * satisfied / len(scores)))
    low, high = proportion_confint(satisfied, len(scores), method="wilson")
    assert wave.interval == pytest.approx((100 * low, 100 * high), abs=1e-6)


@given(st.lists(st.integers(0, 10), min_size=30, max_size=300))
def test_nps_has_the_variance_of_plus_minus_and_nothing(scores: list[int]) -> None:
    """Agree with numpy, which sees each answer as 1, 0 or -1."""
    wave = latest("nps", answers(*scores))
    signs = np.array([(score >= 9) - (score <= 6) for score in scores])
    assert wave.value == pytest.approx(100 * signs.mean())
    if signs.std() < 1e-6:
        assert wave.interval is None
        return
    low, high = stats.norm.interval(0.95, signs.mean(), signs.std() / math.sqrt(len(signs)))
    assert wave.interval == pytest.approx((max(100 * low, -100), min(100 * high, 100)), abs=1e-6)


def test_nps_agrees_with_a_bootstrap() -> None:
    """Find nearly the interval that drawing again and again gives."""
    scores = [10] * 80 + [8] * 60 + [3] * 60
    dice = np.random.default_rng(5)
    signs = np.array([1] * 80 + [0] * 60 + [-1] * 60)
    drawn = 100 * dice.choice(signs, (20_000, 200)).mean(axis=1)
    assert latest("nps", answers(*scores)).interval == pytest.approx(tuple(np.percentile(drawn, [2.5, 97.5])), abs=0.8)


def test_nps_by_hand() -> None:
    """Give 10 points for 80 promoters and 60 detractors of 200: variance 0.69 / 200, half width 11.51."""
    wave = latest("nps", answers(*[9] * 80, *[7] * 60, *[6] * 60))
    assert (wave.value, wave.method) == (pytest.approx(10), "normal 95%")
    assert wave.interval == pytest.approx((10 - 11.512, 10 + 11.512), abs=0.001)


@given(st.lists(st.integers(0, 40).map(lambda step: step * 2.5), min_size=5, max_size=60))
def test_sus_is_a_mean_with_a_t_interval(scores: list[float]) -> None:
    """Agree with scipy on every sample, and never leave the scale."""
    wave = latest("sus", answers(*scores))
    assert wave.value == pytest.approx(np.mean(scores))
    assert any("no percentage" in reason for reason in wave.reasons)
    if len(set(scores)) == 1:
        assert wave.interval is None
        return
    low, high = stats.t.interval(0.95, len(scores) - 1, np.mean(scores), stats.sem(scores))
    assert wave.interval == pytest.approx((max(low, 0), min(high, 100)), abs=1e-6)


@pytest.mark.parametrize("kind", ["csat", "nps", "sus"])
def test_a_count_is_so_many_rows(kind: str) -> None:
    """Say the same of five rows and of one row with the count 5."""
    one = SurveyAnswer.model_validate({"survey": "asked", "date": "2026-09-30", "score": 5, "count": 5})
    assert latest(kind, [one, *answers(2.0)]) == latest(kind, answers(5, 5, 5, 5, 5, 2))


def test_too_few_answers_show_nothing() -> None:
    """Hide everything of a wave of four, their number included."""
    wave = latest("csat", answers(1, 2, 3, 4))
    assert (wave.n, wave.value, wave.interval, wave.response, wave.reasons) == (None, None, None, None, (TOO_FEW,))


@pytest.mark.parametrize(
    ("asked", "rate", "reason"),
    [(20, 0.5, None), (None, None, UNKNOWN_ASKED), (8, None, "10 answers of 8 asked: more answers than people")],
)
def test_response_rate(asked: int | None, rate: float | None, reason: str | None) -> None:
    """Divide by those asked, or say why not."""
    wave = latest("csat", answers(*[5] * 10), asked=asked)
    assert wave.response == rate
    assert reason is None or any(said.startswith(reason) for said in wave.reasons)


def test_waves_are_apart_and_later_ones_wait() -> None:
    """Keep one wave per date, oldest first, and count what is later."""
    rows = [*answers(*[5] * 6, day="2026-11-30"), *answers(*[2] * 5, day="2026-03-31"), *answers(*[5] * 5)]
    found = measure_survey(survey("csat"), rows, AS_OF)
    assert [(str(wave.date), wave.value) for wave in found.waves] == [("2026-03-31", 0), ("2026-09-30", 100)]
    assert found.left_out == 6
    assert measure_survey(survey("csat"), [], AS_OF).reasons == ("no answer by 2026-10-31: no score",)


def test_segments_are_shown_unless_somebody_could_be_found() -> None:
    """Hide a segment of two, and the next smallest, from which the two could be worked out."""
    rows = [*answers(*[5] * 9, segment="solo"), *answers(*[3] * 6, segment="team"), *answers(1, 1, segment="school")]
    wave = latest("csat", rows)
    assert [name for name, _ in wave.segments] == ["solo"]
    assert f"segment school: {TOO_FEW}" in wave.reasons and f"segment team: {DERIVED}" in wave.reasons


@given(st.dictionaries(st.sampled_from(["", "a", "b", "c", "d"]), st.integers(1, 12), min_size=1))
def test_what_is_left_out_is_never_fewer_than_five(sizes: dict[str, int]) -> None:
    """Leave no remainder of one to four people between the whole and the segments shown."""
    rows = [row for name, size in sizes.items() for row in answers(*[4] * size, segment=name)]
    wave = latest("csat", rows)
    shown = sum(part.n or 0 for _, part in wave.segments)
    assert wave.n is None or wave.n - shown == 0 or wave.n - shown >= 5
    assert all((part.n or 0) >= 5 for _, part in wave.segments)


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [("csat", (1, 5), (0, 6, 2.5)), ("nps", (0, 10), (-1, 11, 9.5)), ("sus", (0, 72.5, 100), (-2.5, 71, 102.5))],
)
def test_scores_of_each_kind(kind: str, good: tuple[float, ...], bad: tuple[float, ...]) -> None:
    """Know which scores somebody can give."""
    one = survey(kind)
    assert all(map(one.takes, good)) and not any(map(one.takes, bad))


def test_nobody_could_be_satisfied() -> None:
    """Refuse a line that lies beyond the scale."""
    with pytest.raises(ValidationError, match="nobody could be satisfied"):
        survey("csat", scale=3)
