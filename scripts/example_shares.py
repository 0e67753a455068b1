"""Share each month's revenue of the worked example out among the authors for whose courses learners paid in it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Month:
    """Hold a month's last day, its revenue, and how many authors it comes from."""

    end: dt.date
    revenue: int
    authors: int


def shares(published: Mapping[str, dt.date], months: Sequence[Month], lot: Random) -> Iterator[tuple[Month, str, int]]:
    """Yield month, author and euros: as many authors, and as much in all, as each month says.

    Nine in ten go on from one month to the next; the newest of those who published take the places that are left.
    """
    worth = {name: lot.randrange(1, 31) ** 2 for name in published}
    active: list[str] = []
    for month in months:
        kept = lot.sample(active, min(len(active), month.authors) * 9 // 10)
        ready = sorted(name for name, day in published.items() if day < month.end.replace(day=20) and name not in kept)
        ready.sort(key=lambda name: published[name], reverse=True)
        wanted = month.authors - len(kept)
        active = sorted([*kept, *lot.sample(ready[: 3 * wanted // 2], wanted)])
        for name, amount in zip(active, _split(month.revenue, [worth[name] for name in active]), strict=True):
            yield month, name, amount


def _split(total: int, worth: Sequence[int]) -> list[int]:
    """Split whole euros by worth, at least one each; what is left over goes to the first ones."""
    rest = total - len(worth)
    parts = [1 + rest * one // sum(worth) for one in worth]
    left = total - sum(parts)
    return [part + (at < left) for at, part in enumerate(parts)]
