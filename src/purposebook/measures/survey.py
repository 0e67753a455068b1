"""Answers of a survey -> its score, wave by wave, with interval and response rate."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from purposebook.domain.base import FEWEST
from purposebook.domain.surveys import Survey, SurveyAnswer
from purposebook.domain.workbook import Workbook
from purposebook.measures.series import Point
from purposebook.measures.survey_scores import Score, Scores, csat, nps, sus
from purposebook.text.plurals import counted

TOO_FEW: Final = f"fewer than {FEWEST} answers: nothing is shown, because it would point at persons"
DERIVED: Final = "left out, so that nobody can work out a smaller group from the rest"
UNKNOWN_ASKED: Final = "nobody wrote how many were asked: no response rate"
_SCORE: Final[Mapping[str, Callable[[Scores, int], Score]]] = {"csat": csat, "nps": nps, "sus": sus}
_UNITS: Final = {"csat": "%", "nps": "points", "sus": "points"}


@dataclass(frozen=True)
class Wave:
    """Hold one survey's score on one day; all is nothing where too few answered."""

    date: dt.date
    n: int | None
    """How many answered."""
    value: float | None
    """Share of satisfied in %, net promoter score or mean SUS score in points."""
    interval: tuple[float, float] | None
    method: str | None
    response: float | None
    """Share of those asked who answered, as a plain fraction."""
    reasons: tuple[str, ...]
    """Why a number is missing, and what to know about one that is there."""
    segments: tuple[tuple[str, Wave], ...] = ()
    """The parts that may be shown, by name."""
    hidden: tuple[tuple[str, str], ...] = ()
    """The parts that may not, by name, each with the reason."""

    @property
    def point(self) -> Point | None:
        """Return the score as a point, or nothing where too few answered."""
        return None if self.value is None else Point(self.date, self.value, self.n, self.interval, self.method)


@dataclass(frozen=True)
class SurveyMeasures:
    """Hold every wave of one survey, oldest first."""

    id: str
    kind: str
    unit: str
    waves: tuple[Wave, ...]
    left_out: int
    """How many answers are later than the day of the page."""
    reasons: tuple[str, ...]

    @property
    def latest(self) -> Wave | None:
        """Return the newest wave."""
        return self.waves[-1] if self.waves else None


def measure_surveys(book: Workbook, as_of: dt.date) -> tuple[SurveyMeasures, ...]:
    """Return the measures of every survey that metrics.yml declares, in its order."""
    rows: dict[str, list[SurveyAnswer]] = defaultdict(list)
    for row in book.answers:
        rows[row.survey].append(row)
    return tuple(measure_survey(survey, rows[survey.id], as_of) for survey in book.metrics.surveys)


def measure_survey(survey: Survey, rows: Iterable[SurveyAnswer], as_of: dt.date) -> SurveyMeasures:
    """Return the score of each wave of `survey` up to and including `as_of`.

    Definition: each date is one wave; the whole is everybody who answered on it, whatever their segment. *CSAT*: share
    of scores from `satisfied_from` on. *NPS*: share of 9 and 10 less share of 0 to 6. *SUS*: mean of single scores.
    Response rate: answers / asked. A wave of fewer than 5 answers shows nothing, not even how many; a segment of fewer
    is left out, and so are the next smallest until what is left out has at least 5 answers or nobody in it.
    Units: `unit`; shares of people asked as fractions. Errors: none; what cannot be said becomes a reason.
    Source: F. Reichheld (2003), The one number you need to grow; J. Brooke (1996), SUS: a quick and dirty usability
    scale; the threshold of 5 is our own.
    """
    waves: dict[dt.date, list[SurveyAnswer]] = defaultdict(list)
    later = 0
    for row in rows:
        if row.date <= as_of:
            waves[row.date].append(row)
        else:
            later += row.count
    measured = tuple(_wave(survey, day, waves[day]) for day in sorted(waves))
    reasons = () if measured else (f"no answer by {as_of}: no score",)
    return SurveyMeasures(survey.id, survey.kind, _UNITS[survey.kind], measured, later, reasons)


def _wave(survey: Survey, day: dt.date, rows: Sequence[SurveyAnswer]) -> Wave:
    """Measure one wave with its segments."""
    n = sum(row.count for row in rows)
    if n < FEWEST:
        return Wave(day, None, None, None, None, None, (TOO_FEW,))
    response, why = _response(survey.asked_, n)
    whole = _scored(survey, day, rows)
    segments, hidden = _segments(survey, day, rows)
    reasons = (*whole.reasons, *why, *(f"segment {name}: {reason}" for name, reason in hidden))
    return replace(whole, response=response, reasons=reasons, segments=segments, hidden=hidden)


def _scored(survey: Survey, day: dt.date, rows: Sequence[SurveyAnswer]) -> Wave:
    """Measure the answers of one group."""
    counts: Scores = defaultdict(int)
    for row in rows:
        counts[row.score] += row.count
    score = _SCORE[survey.kind](counts, survey.satisfied_from)
    return Wave(day, score.n, score.value, score.interval, score.method, None, score.reasons)


def _response(asked: int | None, n: int) -> tuple[float | None, tuple[str, ...]]:
    """Return the share of those asked who answered, or why there is none."""
    if asked is None:
        return None, (UNKNOWN_ASKED,)
    if n > asked:
        return None, (f"{counted(n, 'answer')} of {asked} asked: more answers than people, so no response rate",)
    return n / asked, ()


def _segments(
    survey: Survey, day: dt.date, rows: Sequence[SurveyAnswer]
) -> tuple[tuple[tuple[str, Wave], ...], tuple[tuple[str, str], ...]]:
    """Return the segments that may be shown, and those that may not with their reasons."""
    parts: dict[str, list[SurveyAnswer]] = defaultdict(list)
    for row in rows:
        parts[row.segment.strip()].append(row)
    sizes = {name: sum(row.count for row in part) for name, part in parts.items()}
    secret = _hidden(sizes)
    named = sorted(name for name in parts if name)
    shown = tuple((name, _scored(survey, day, parts[name])) for name in named if name not in secret)
    return shown, tuple(_why_hidden(named, secret, sizes))


def _hidden(sizes: dict[str, int]) -> frozenset[str]:
    """Return the segments that must not be shown; answers without a segment are a remainder of the same kind."""
    secret = {name for name, size in sizes.items() if size < FEWEST or not name}
    by_size = sorted((size, name) for name, size in sizes.items() if name not in secret)
    while by_size and 0 < sum(sizes[name] for name in secret) < FEWEST:
        secret.add(by_size.pop(0)[1])
    return frozenset(secret)


def _why_hidden(named: Sequence[str], secret: frozenset[str], sizes: dict[str, int]) -> Iterator[tuple[str, str]]:
    """Yield each segment that is left out, with the reason."""
    for name in named:
        if name in secret:
            yield name, TOO_FEW if sizes[name] < FEWEST else DERIVED
