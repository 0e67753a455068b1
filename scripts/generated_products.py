"""Make products of realistic size for measurements: seeded, all different, and the same bytes every time."""

import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import bench_care
import bench_numbers
import bench_parts
import bench_people
import bench_plans
from bench_story import AS_OF, Story, plan

__all__ = ["AS_OF", "change_one_observation", "write_products"]

_PARTS: Final = {
    "product": bench_parts.product,
    "mission": bench_parts.mission,
    "objectives": bench_parts.objectives,
    "personas": bench_people.personas,
    "evidence": bench_people.evidence,
    "metrics": bench_numbers.metrics,
    "strategy": bench_plans.strategy,
    "opportunities": bench_plans.opportunities,
    "work": bench_plans.work,
    "experiments": bench_plans.experiments,
    "responsibility": bench_care.responsibility,
    "culture": bench_care.culture,
    "reviews": bench_care.reviews,
}


def write_products(data: Path, count: int, seed: int) -> list[str]:
    """Write the first `count` products of `seed` into `data` and return their names."""
    stories = [plan(seed, index) for index in range(count)]
    for story in stories:
        _write(data / story.slug, story)
    return [story.slug for story in stories]


def change_one_observation(data: Path, slug: str) -> None:
    """Raise the last plain value of a product's observations by a tenth."""
    path = data / slug / "observations.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    last = next(row for row in reversed(rows) if row["value"])
    last["value"] = str(Decimal(last["value"]) + Decimal("0.1"))
    path.write_text(_table([bench_numbers.HEADER, *(tuple(row.values()) for row in rows)]), encoding="utf-8")


def _write(folder: Path, story: Story) -> None:
    """Write the files of one product."""
    folder.mkdir(parents=True)
    for name, write in _PARTS.items():
        (folder / f"{name}.yml").write_text(_yaml(write(story)), encoding="utf-8")
    (folder / "observations.csv").write_text(_table(bench_numbers.observations(story)), encoding="utf-8")


def _yaml(value: dict[str, Any]) -> str:
    """Write plain values as people write YAML: blocks, lines of a readable width, the given order."""
    from ruamel.yaml import YAML

    writer, text = YAML(), io.StringIO()
    writer.width = 110
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.representer.ignore_aliases = lambda _: True
    writer.dump(value, text)
    return text.getvalue()


def _table(rows: list[tuple[str, ...]]) -> str:
    """Write rows as CSV."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
