"""How well a service works: completion, digital take-up, cost per transaction."""

from __future__ import annotations

from collections.abc import Iterator

from purposebook.domain.metrics import Service
from purposebook.measures.ratios import ByMetric, Figure, Ratio, ratio_of


def measure_service(service: Service | None, metrics: ByMetric) -> tuple[Figure, ...]:
    """Return the measures of a service for which metrics are named.

    Definition: *completion rate* = completed / started; *digital take-up* = digital / all, both in %; *cost per
    transaction* = cost / completed, in the unit of the cost. Where one of the two metrics is not named, the measure is
    there without a number and says which. Errors: none. Source: GOV.UK Service Manual, the mandatory performance
    indicators of services (completion rate, digital take-up, cost per transaction).
    """
    return tuple(_figures(service, metrics)) if service else ()


def _figures(service: Service, metrics: ByMetric) -> Iterator[Figure]:
    """Yield each measure of which at least one metric is named."""
    cost = metrics.get(service.cost or "")
    unit = f"{cost.unit if cost else ''} per completed transaction".strip()
    yield from figure(
        ("completion", "Completion rate", "%"), ("completed", service.completed), ("started", service.started), metrics
    )
    yield from figure(("take-up", "Digital take-up", "%"), ("digital", service.digital), ("all", service.all_), metrics)
    if service.cost:
        yield from figure(
            ("cost-per-transaction", "Cost per transaction", unit),
            ("cost", service.cost),
            ("completed", service.completed),
            metrics,
        )


def figure(
    said: tuple[str, str, str], above: tuple[str, str | None], below: tuple[str, str | None], metrics: ByMetric
) -> Iterator[Figure]:
    """Yield one ratio; nothing where neither of its metrics is named, and the reason where only one is."""
    id, name, unit = said
    missing = [f"no metric is named for '{key}': nothing to compute with" for key, named in (above, below) if not named]
    if above[1] and below[1]:
        yield ratio_of(Ratio(id, name, above[1], below[1], unit, unit == "%"), metrics)
    elif len(missing) == 1:
        yield Figure(id, name, f"{above[1] or above[0]} / {below[1] or below[0]}", unit, (), tuple(missing))
