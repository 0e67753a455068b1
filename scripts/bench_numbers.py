"""Write metrics.yml and observations.csv of a planned story as plain values."""

import datetime as dt
import random
from typing import Any, Final

from bench_series import Series, series_of
from bench_story import AS_OF, Story
from bench_voice import Voice, capital, lower

HEADER: Final = ("metric", "date", "value", "numerator", "denominator", "segment", "note")


def metrics(story: Story) -> dict[str, Any]:
    """Define what is measured; outcomes and business metrics are guarded."""
    voice, found = story.voice("metrics"), series_of(story)
    guards = [series.id for series in found if series.kind == "guardrail"]
    defined = [_metric(story, voice, series, guards) for series in found]
    return {"north_star": found[0].id, "metrics": defined, "observations": {"file": "observations.csv"}}


def observations(story: Story) -> list[tuple[str, ...]]:
    """List the dated values of every metric, the header first."""
    voice = story.voice("observations")
    rows = [row for series in series_of(story) for row in _rows(voice, series)]
    return [HEADER, *rows]


def _metric(story: Story, voice: Voice, series: Series, guards: list[str]) -> dict[str, Any]:
    """Define one metric, so that two people would count the same."""
    act, who, rng = series.act, story.people(series.act), voice.rng
    share = series.shape == "share"
    name = f"{capital(who)} in {story.town} who {act.does}" if share else f"{series.name}, {story.town}"
    formula = voice.say("formula_share" if share else "formula_value", act, who=who, low_name=lower(series.name))
    found: dict[str, Any] = {"id": series.id, "name": name, "kind": series.kind, "level": series.level}
    found |= {"signal": voice.say("signal", act, who=who), "unit": series.unit, "direction": series.direction}
    found |= {"formula": formula, "baseline": {"value": series.start, "date": series.dates[0]}}
    if series.kind != "outcome" or rng.random() < 0.92:
        found["target"] = {"value": series.goal, "by": AS_OF + dt.timedelta(days=rng.choice((61, 151, 242)))}
    found |= {"source": voice.say("source"), "owner": rng.choice(["Product manager", "Designer", "Support lead"])}
    found["every"] = f"{series.step}d"
    if series.kind != "guardrail":
        found["guards"] = guards
    if series.change:
        found["changes"] = [{"date": series.dates[series.change], "what": voice.say("what", act)}]
    return found | {"evidence": story.proof(act)[:3]}


def _rows(voice: Voice, series: Series) -> list[tuple[str, ...]]:
    """List the rows of one metric, each day with its parts where it has any."""
    rows = []
    for number, day in enumerate(series.dates):
        note = voice.say("row") if voice.rng.random() < 0.06 else ""
        rows += [
            (series.id, day.isoformat(), *cells, note) for cells in _cells(voice.rng, series, series.level_at(number))
        ]
    return rows


def _cells(rng: random.Random, series: Series, level: float) -> list[tuple[str, str, str, str]]:
    """Return value, numerator, denominator and segment of one day: the whole first, then its parts."""
    if series.shape == "value":
        return [(f"{max(0.0, rng.gauss(level, level * 0.06)):.2f}", "", "", "")]
    if series.shape == "ratio":
        below = rng.randint(40, 160)
        return [("", f"{max(0.0, rng.gauss(level, level * 0.06)) * below:.0f}", str(below), "")]
    sizes = [rng.randint(series.size * 3 // 4, series.size * 5 // 4) for _ in series.segments or ("",)]
    parts = [(_drawn(rng, size, level + 7 * number), size) for number, size in enumerate(sizes)]
    whole = (sum(hits for hits, _ in parts), sum(sizes))
    cells = [("", str(whole[0]), str(whole[1]), "")]
    named = zip(parts, series.segments, strict=False)
    return cells + [("", str(hits), str(size), segment) for (hits, size), segment in named]


def _drawn(rng: random.Random, size: int, level: float) -> int:
    """Draw how many of `size` did it when `level` per cent usually do."""
    share = min(0.97, max(0.03, level / 100))
    return min(size, max(0, round(rng.gauss(size * share, (size * share * (1 - share)) ** 0.5))))
