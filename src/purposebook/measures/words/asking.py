"""What people answered, in words."""

from __future__ import annotations

from collections.abc import Iterator

from purposebook.domain.surveys import Survey
from purposebook.measures.survey import SurveyMeasures, Wave
from purposebook.measures.words.rounding import Digits, digits_for


def survey_sentence(survey: Survey, measured: SurveyMeasures) -> str:
    """Say the newest wave of a survey: score with interval, how many answered, and how it moved since the wave before.

    Definition: the numbers of `measure_survey`, rounded by `digits_for`. A wave of fewer than 5 answers has no number.
    Units: % for csat, points for nps and sus. Errors: none; what is missing is said.
    """
    wave = measured.latest
    if wave is None:
        return "Nobody has answered yet, so nothing can be said."
    if wave.value is None:
        return "Too few have answered to show anything: it would point at persons."
    before = next((one for one in reversed(measured.waves[:-1]) if one.value is not None), None)
    words = "; ".join((_score(survey, wave, before), *_answered(survey, wave), *_since(measured, wave, before)))
    return f"{words[:1].upper()}{words[1:]}."


def _digits(wave: Wave, unit: str, before: Wave | None) -> Digits:
    """Keep apart the score, its interval, and the score of the wave before."""
    value = wave.value or 0.0
    pairs = [(value, 0.0), *([(value, 100.0)] if unit == "%" else [])]
    pairs += [wave.interval] if wave.interval else []
    pairs += [(value, before.value)] if before and before.value is not None else []
    return digits_for(value, unit, pairs)


def _score(survey: Survey, wave: Wave, before: Wave | None) -> str:
    """Say the score with its interval, or that it has none."""
    unit = "%" if survey.kind == "csat" else "points"
    digits, value = _digits(wave, unit, before), wave.value or 0.0
    count = f"{wave.n} answers"
    named = {
        "csat": f"{digits.first(value)} of {count} are satisfied ({survey.satisfied_from} or more of {survey.scale})",
        "nps": f"a net promoter score of {digits.first(value)} from {count}",
        "sus": f"a usability score (SUS) of {digits.number(value)} of 100 points, no percentage, from {count}",
    }[survey.kind]
    if wave.interval is None:
        return f"{named}, too few or too alike for an interval"
    low, high = (digits.again(end) for end in wave.interval)
    return f"{named}, plausibly between {low} and {high}"


def _answered(survey: Survey, wave: Wave) -> Iterator[str]:
    """Say how many of those asked answered."""
    if wave.response is not None:
        share = digits_for(100 * wave.response, "%", [(100 * wave.response, 100.0)])
        yield f"{wave.n} of {survey.asked_} asked have answered ({share.first(100 * wave.response)})"
    else:
        yield "how many of those asked have answered is not known"


def _since(measured: SurveyMeasures, wave: Wave, before: Wave | None) -> Iterator[str]:
    """Say which way the score went, and whether that may be chance."""
    if before is None or before.value is None or wave.value is None:
        return
    digits = _digits(wave, measured.unit, before)
    if abs(wave.value - before.value) < 1e-9:
        yield f"the same as on {before.date}"
        return
    way = "up" if wave.value > before.value else "down"
    chance = ", which may be chance: the two intervals overlap" if _overlap(wave, before) else ""
    yield f"{way} from {digits.again(before.value)} on {before.date}{chance}"


def _overlap(wave: Wave, before: Wave) -> bool:
    """Tell whether two intervals share a value."""
    if wave.interval is None or before.interval is None:
        return False
    return wave.interval[0] <= before.interval[1] and before.interval[0] <= wave.interval[1]
