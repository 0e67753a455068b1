"""Put measurements into words: the machine, the ratios, a table and JSON."""

import os
import platform
import re
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

import psutil

from bench_steps import Step

_PACKAGES: Final = (
    "purposebook",
    "altair",
    "ipykernel",
    "jupyter-book",
    "jupyter-client",
    "myst-nb",
    "nbclient",
    "pandas",
    "papermill",
    "pydantic",
    "ruamel.yaml",
    "sphinx",
    "vl-convert-python",
)
_RATIOS: Final = {
    "cold_batch_vs_plain": ("plain", "batch"),
    "cold_single_vs_plain": ("plain", "single"),
    "cold_many_vs_plain": ("plain", "many-cold"),
    "unchanged_vs_cold": ("many-cold", "unchanged"),
    "one_changed_vs_cold": ("many-cold", "one-changed"),
    "growth_large_vs_batch": ("large", "batch"),
}
"""Name -> the step whose seconds per product are divided by those of the other."""


def as_json(where: Mapping[str, Any], settings: Mapping[str, Any], steps: Sequence[Step]) -> dict[str, Any]:
    """Return everything that was measured, and where."""
    return {
        "machine": dict(where),
        "settings": dict(settings),
        "steps": [_row(step) for step in steps],
        "ratios": ratios(steps),
    }


def machine() -> dict[str, Any]:
    """Describe the machine, what else it has to do, and the versions of what does the work."""
    return {
        "cpus": os.cpu_count(),
        "cpu_model": _cpu_model(),
        "memory_mib": psutil.virtual_memory().total // 2**20,
        "load_average": round(psutil.getloadavg()[0], 2),
        "python": platform.python_version(),
        "versions": {name: _version(name) for name in _PACKAGES},
    }


def ratios(steps: Sequence[Step]) -> dict[str, float]:
    """Return how many times faster each way is than the one it is compared with; for growth, how many times slower."""
    each = {step.name: step.cost.seconds / step.products for step in steps}
    return {
        name: round(each[slow] / each[fast], 2)
        for name, (slow, fast) in _RATIOS.items()
        if slow in each and fast in each
    }


def table(steps: Sequence[Step]) -> str:
    """Return the measurements as a table for a terminal."""
    head = f"{'step':<14}{'products':>9}{'seconds':>10}{'each':>9}{'peak MiB':>10}"
    return "\n".join([head, "-" * len(head), *map(line, steps)])


def line(step: Step) -> str:
    """Return one measurement as a line of the table."""
    each = step.cost.seconds / step.products
    row = f"{step.name:<14}{step.products:>9}{step.cost.seconds:>10.2f}{each:>9.3f}{step.cost.peak_mib:>10.0f}"
    return row if step.longest is None else f"{row}  at most {step.longest:.2f}"


def _row(step: Step) -> dict[str, Any]:
    """Return one measurement as JSON."""
    return {
        "name": step.name,
        "products": step.products,
        "seconds": round(step.cost.seconds, 3),
        "seconds_per_product": round(step.cost.seconds / step.products, 4),
        "peak_mib": round(step.cost.peak_mib, 1),
        **({} if step.longest is None else {"longest_seconds": round(step.longest, 3)}),
    }


def _cpu_model() -> str:
    """Return what the processor calls itself."""
    told = Path("/proc/cpuinfo")
    found = re.search(r"^model name\s*:\s*(.+)$", told.read_text(), re.MULTILINE) if told.is_file() else None
    return found[1] if found else platform.processor()


def _version(name: str) -> str:
    """Return the version of an installed package."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
