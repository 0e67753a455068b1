"""Plan the course of each metric of a story: where it starts, where it should go, and how far it got."""

import datetime as dt
import random
from dataclasses import dataclass

from bench_field import Act, Measure
from bench_story import AS_OF, Story


@dataclass(frozen=True)
class Series:
    """Hold one metric's plan; `shape` is share, ratio or value, `change` the number of the first row after a change."""

    id: str
    name: str
    act: Act
    kind: str
    level: str
    unit: str
    shape: str
    start: float
    goal: float
    reach: float
    step: int
    dates: tuple[dt.date, ...]
    change: int
    size: int
    segments: tuple[str, ...]

    @property
    def direction(self) -> str:
        """Say which way is better."""
        if self.start == self.goal:
            return "maintain"
        return "increase" if self.goal > self.start else "decrease"

    def level_at(self, number: int) -> float:
        """Return what row `number` would show without chance."""
        if not self.change or number < self.change:
            return self.start
        ramp = min(1.0, (number - self.change + 1) / 3)
        return self.start + (self.goal - self.start) * self.reach * ramp


def series_of(story: Story) -> tuple[Series, ...]:
    """Plan every metric of a story: outcomes, then business, then guardrails."""
    rng = random.Random(f"{story.seed}/{story.index}/series")  # noqa: S311 - numbers, no secrets
    outcomes = [_outcome(rng, story, name, act) for name, act in story.outcome_ids()]
    business = _plain(rng, "business-1", "business", rng.choice(story.field.business), story.acts[0])
    guards = [
        _plain(rng, f"guard-{number}", "guardrail", measure, story.acts[-1])
        for number, measure in enumerate(rng.sample(story.field.guards, story.guards), start=1)
    ]
    return (*outcomes, business, *guards)


def _outcome(rng: random.Random, story: Story, name: str, act: Act) -> Series:
    """Plan an outcome: the share of people who do it, or the plain number of the act."""
    if not name.endswith("-share"):
        return _plain(rng, name, "outcome", act.measure, act)
    start = round(rng.uniform(9, 44), 1)
    goal = round(start + rng.uniform(9, 38), 1)
    segments = story.segments if rng.random() < 0.35 else ()
    shape = {"unit": "%", "shape": "share", "size": rng.randint(30, 240), "segments": segments}
    return Series(name, "", act, "outcome", "user", start=start, goal=goal, **shape, **_course(rng))


def _plain(rng: random.Random, name: str, kind: str, measure: Measure, act: Act) -> Series:
    """Plan a metric with plain values, or with a ratio of two counts."""
    scale = rng.uniform(0.7, 1.4)
    start, better = round(measure.before * scale, 1), round(measure.after * scale * rng.uniform(0.95, 1.05), 1)
    ratio = kind == "outcome" and " per " in measure.unit and not any(sign.isdigit() for sign in measure.unit)
    shape = {"unit": measure.unit, "shape": "ratio" if ratio and rng.random() < 0.5 else "value", "size": 0}
    level = "business" if kind == "business" else rng.choice(("user", "user", "community"))
    goal = start if kind == "guardrail" else better
    return Series(name, measure.name, act, kind, level, start=start, goal=goal, segments=(), **shape, **_course(rng))


def _course(rng: random.Random) -> dict[str, object]:
    """Draw the dates of a series, the row of its change (0 for none) and how far it gets."""
    count = rng.randint(6, 24)
    step = rng.choice((7, 14, 30) if count > 12 else (14, 30, 30, 90))
    last = AS_OF - dt.timedelta(days=rng.randint(1, step))
    dates = tuple(last - dt.timedelta(days=step * back) for back in reversed(range(count)))
    change = rng.randint(count * 2 // 5, count * 3 // 5) if rng.random() < 0.7 else 0
    return {"step": step, "dates": dates, "change": change, "reach": rng.uniform(-0.1, 1.1)}
