"""Plan what a made product is about, before any text of it is written."""

import datetime as dt
import random
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import bench_fields_home
import bench_fields_town
import bench_fields_village
import bench_fields_work
from bench_field import Act, Field
from bench_places import quarters, town
from bench_voice import Voice

AS_OF: Final = dt.date(2026, 10, 31)
"""The day from which the made products look back."""

_FIELDS: Final = tuple(
    field
    for module in (bench_fields_town, bench_fields_home, bench_fields_work, bench_fields_village)
    for field in module.FIELDS
)
_KINDS: Final = ("interview", "observation", "survey", "interview", "analytics", "support", "desk")


@dataclass(frozen=True)
class Research:
    """Name one piece of evidence and the act that it is about."""

    id: str
    kind: str
    date: dt.date
    act: Act


@dataclass(frozen=True)
class Story:
    """Hold the plan of one product; everything in it follows from `seed` and `index`."""

    seed: int
    index: int
    town: str
    field: Field
    who: tuple[str, ...]
    acts: tuple[Act, ...]
    outcomes: int
    guards: int
    research: tuple[Research, ...]
    quarters: tuple[str, ...]

    @property
    def slug(self) -> str:
        """Return the name of the product's folder."""
        return f"{self.field.key}-{slugged(self.town)}"

    @property
    def name(self) -> str:
        """Return what people call the product."""
        return f"{self.town} {self.field.names[(self.index // len(_FIELDS)) % len(self.field.names)]}"

    @cached_property
    def segments(self) -> tuple[str, str]:
        """Return the ids of the two parts of the market."""
        return f"in-{slugged(self.quarters[0])}", f"around-{slugged(self.town)}"

    def people(self, act: Act) -> str:
        """Return the persona whom an act is about."""
        return self.who[self.acts.index(act) % len(self.who)]

    def proof(self, act: Act) -> list[str]:
        """Return the ids of the evidence about an act."""
        return [piece.id for piece in self.research if piece.act is act]

    def outcome_ids(self) -> list[tuple[str, Act]]:
        """Return ids and acts of the outcome metrics: first a share for each act, then the acts' plain numbers."""
        names = [(f"{act.id}-{kind}", act) for kind in ("share", "measure") for act in self.acts]
        return names[: self.outcomes]

    def key_results(self, act: Act) -> list[str]:
        """Return the ids of the metrics that show an act."""
        return [name for name, about in self.outcome_ids() if about is act]

    def voice(self, part: str) -> Voice:
        """Return the voice that writes one part of the product."""
        field = self.field
        facts = {"place": self.town, "name": self.name, "who": self.who[0], "service": field.service}
        facts |= {"good": field.good, "crowd": field.crowd, "doing": field.doing}
        return Voice(f"{self.seed}/{self.index}/{part}", facts, list(self.quarters))


def plan(seed: int, index: int) -> Story:
    """Plan product `index` of `seed`: its town, people, acts, evidence and number of metrics."""
    rng = random.Random(f"{seed}/{index}/plan")  # noqa: S311 - words, no secrets
    field = _FIELDS[index % len(_FIELDS)]
    metrics = rng.choices(range(3, 9), weights=(1, 2, 3, 5, 5, 4))[0]
    guards = 1 if metrics < 6 else 2
    outcomes = metrics - guards - 1
    acts = tuple(rng.sample(field.acts, min(4, max(2, outcomes - rng.randint(0, 1)))))
    who = tuple(rng.sample(field.who, min(len(acts), rng.choice((1, 2, 2, 3, 3)))))
    research = tuple(_research(rng, acts))
    return Story(seed, index, town(seed, index), field, who, acts, outcomes, guards, research, tuple(quarters(rng)))


def slugged(text: str) -> str:
    """Turn a name into an id."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in text.lower()).split())


def _research(rng: random.Random, acts: tuple[Act, ...]) -> list[Research]:
    """Plan five to twelve pieces of evidence, the oldest first, each about one of the acts."""
    count = rng.randint(5, 12)
    dates = sorted(AS_OF - dt.timedelta(days=rng.randint(3, 330)) for _ in range(count))
    kinds = [rng.choice(_KINDS) for _ in range(count)]
    return [
        Research(f"{kind}-{date:%m}{number:02}", kind, date, acts[number % len(acts)])
        for number, (kind, date) in enumerate(zip(kinds, dates, strict=True), start=1)
    ]
