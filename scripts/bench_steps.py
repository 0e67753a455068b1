"""The steps of the benchmark: each measures one thing that maintainers or teams wait for."""

import statistics
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from bench_memory import Cost, run
from bench_plain import build_plainly
from bench_preview import seconds_to_page
from bench_story import AS_OF
from bench_workspace import Place, workspace
from environment import ROOT, command
from generated_products import change_one_observation

JOBS: Final = 2
SAVES: Final = 15
"""So many changes are followed to the page."""
FEW: Final = 3
"""So many changes are enough to see the most memory that a preview takes."""
OFTEN: Final = 7
"""So many times what takes a second or two is done; the median counts."""
LARGE: Final = 200
"""The number of products at which growth is looked at."""


@dataclass(frozen=True)
class Settings:
    """Hold what the command line asked for."""

    products: int
    seed: int
    plain_sample: int
    unchanged: int
    repeat: int
    large: bool


@dataclass(frozen=True)
class Step:
    """Hold one measurement."""

    name: str
    products: int
    cost: Cost
    longest: float | None = None
    """The most seconds, where `cost` tells the middle of many."""


def plain(settings: Settings) -> Iterator[Step]:
    """Build some products of middle size the plain way, chapter by chapter and book by book."""
    if not settings.plain_sample:
        return
    costs = []
    for _ in range(settings.repeat):
        with workspace(settings.plain_sample, settings.seed, among=settings.products) as place:
            costs.append(Cost.total(build_plainly(place, slug) for slug in place.slugs))
    yield Step("plain", settings.plain_sample, middle(costs))


def batch(settings: Settings) -> Iterator[Step]:
    """Build all products with nothing remembered from before."""
    yield from _cold("batch", settings.products, settings)


def single(settings: Settings) -> Iterator[Step]:
    """Build one product of middle size alone, from a cold process and with nothing remembered."""
    yield from _cold("single", 1, settings)


def unchanged(settings: Settings) -> Iterator[Step]:
    """Build many products, again with nothing changed, and again with one observation of one product changed."""
    if not settings.unchanged:
        return
    with workspace(settings.unchanged, settings.seed) as place:
        yield Step("many-cold", settings.unchanged, _build(place))
        yield _quick("unchanged", place, settings, lambda: None)
        slug = place.slugs[len(place.slugs) // 2]
        yield _quick("one-changed", place, settings, lambda: change_one_observation(place.root / "data", slug))


def large(settings: Settings) -> Iterator[Step]:
    """Build very many products, to see whether the time for each stays the same."""
    if settings.large:
        yield from _cold("large", LARGE, settings)


def preview(settings: Settings) -> Iterator[Step]:
    """Measure the time from saving one observation until the open page could show it."""
    with workspace(1, settings.seed, among=settings.products) as place:
        taken, _ = seconds_to_page(place, place.slugs[0], SAVES * settings.repeat, watched=False)
        _, peak = seconds_to_page(place, place.slugs[0], FEW, watched=True)
    yield Step("preview", 1, Cost(statistics.median(taken), peak), max(taken))


STEPS: Final[dict[str, Callable[[Settings], Iterator[Step]]]] = {
    "plain": plain,
    "batch": batch,
    "single": single,
    "unchanged": unchanged,
    "large": large,
    "preview": preview,
}
"""Steps by name, in the order in which they run."""


def middle(costs: list[Cost]) -> Cost:
    """Return the median of seconds and of peaks."""
    median = statistics.median
    return Cost(median(cost.seconds for cost in costs), median(cost.peak_mib for cost in costs))


def _cold(name: str, products: int, settings: Settings) -> Iterator[Step]:
    """Measure a build with nothing remembered."""
    with workspace(products, settings.seed, among=settings.products) as place:
        yield _repeated(name, place, settings, place.forget)


def _repeated(name: str, place: Place, settings: Settings, before: Callable[[], None]) -> Step:
    """Build as often as asked, doing something untimed before each, and keep the median."""
    costs = []
    for _ in range(settings.repeat):
        before()
        costs.append(_build(place))
    return Step(name, len(place.slugs), middle(costs))


def _quick(name: str, place: Place, settings: Settings, before: Callable[[], None]) -> Step:
    """Measure what takes seconds: often, for one moment says little, and its memory in a run of its own."""
    seconds = []
    for _ in range(OFTEN * settings.repeat):
        before()
        seconds.append(_build(place, watched=False).seconds)
    before()
    return Step(name, len(place.slugs), Cost(statistics.median(seconds), _build(place).peak_mib), max(seconds))


def _build(place: Place, watched: bool = True) -> Cost:
    """Build every product of a workspace with Purposebook's own command."""
    asked = [str(command("purposebook")), "build", *_jobs(), "--as-of", AS_OF.isoformat()]
    return run(asked, place.root, watched)


@cache
def _jobs() -> tuple[str, ...]:
    """Return the option that shares the work, where the installed command has it."""
    told = subprocess.run(
        [str(command("purposebook")), "build", "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return ("--jobs", str(JOBS)) if "--jobs" in told.stdout else ()
