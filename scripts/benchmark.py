"""Measure how long sites and event logs take, beside the plain way; run it as .venv/bin/python."""

import argparse
import compileall
import json
import signal
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import FrameType
from typing import Any, Final

from bench_events import events_json, measure_events, told
from bench_memory import BenchmarkError
from bench_results import as_json, line, machine, ratios, table
from bench_steps import LARGE, STEPS, Settings
from environment import ROOT

EVENTS: Final = 10_000_000
LOG: Final = f"instead of products, ask a made log of N events for all pirate metrics (default {EVENTS:,})"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the chosen steps, print what they took, and end with a sentence where something fails."""
    asked = parser().parse_args(arguments)
    try:
        (measure_log if asked.events else measure)(asked)
    except (BenchmarkError, OSError) as error:
        print(f"The benchmark stopped: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("The benchmark was stopped; nothing is left behind.", file=sys.stderr)
        return 130
    return 0


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    found = argparse.ArgumentParser(description=__doc__)
    add = found.add_argument
    add("--products", type=_count(1), default=20, metavar="N", help="products of the cold build (default 20)")
    add("--seed", type=int, default=1, help="which made products (default 1)")
    add("--plain-sample", type=_count(0), default=2, metavar="K", help="built the plain way (default 2; 0: none)")
    add("--unchanged", type=_count(0), default=100, metavar="N", help="built again unchanged (default 100; 0: none)")
    add("--repeat", type=_count(1), default=1, metavar="R", help="do each so often, keep the median (default 1)")
    add("--large", action="store_true", help=f"also build {LARGE} products, to see how time grows")
    add("--events", type=_count(10), nargs="?", const=EVENTS, metavar="N", help=LOG)
    add("--only", nargs="+", choices=STEPS, metavar="NAME", help=f"some of the steps: {', '.join(STEPS)}")
    add("--out", type=Path, metavar="FILE.json", help="where to keep the results")
    return found


def measure(asked: argparse.Namespace) -> None:
    """Run the chosen steps in order, a line for each, then the table and the ratios."""
    _writable(asked.out)
    names = [name for name in STEPS if name in (asked.only or STEPS)]
    with_large = asked.large or "large" in (asked.only or ())
    sizes = asked.products, asked.seed, asked.plain_sample, asked.unchanged, asked.repeat
    settings, steps, where = Settings(*sizes, with_large), [], machine()
    compileall.compile_dir(ROOT / "src", quiet=1)  # so that no step pays for it
    for name in names:
        for step in STEPS[name](settings):
            print(line(step), flush=True)
            steps.append(step)
    print(f"\n{table(steps)}\n")
    for name, ratio in ratios(steps).items():
        print(f"{name:<24}{ratio:>8.2f}")
    _keep(asked.out, as_json(where, {**asdict(settings), "steps": names}, steps))


def measure_log(asked: argparse.Namespace) -> None:
    """Ask a made event log for all pirate metrics, beside the same questions hand-written for DuckDB."""
    _writable(asked.out)
    where = machine()
    found = measure_events(asked.events, asked.seed, asked.repeat)
    print(told(found))
    _keep(asked.out, {"machine": where, "settings": {"seed": asked.seed, "repeat": asked.repeat}, **events_json(found)})


def _writable(out: Path | None) -> None:
    """Refuse a file in a folder that is not there before anything is measured."""
    if out and not out.parent.is_dir():
        raise BenchmarkError(f"{out.parent} is no folder: make it first, or name another file with --out.")


def _keep(out: Path | None, found: Mapping[str, Any]) -> None:
    """Write the results where that was asked for."""
    if out:
        out.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def _count(least: int) -> type:
    """Return a reader of whole numbers from `least`."""

    def read(text: str) -> int:
        """Read one number."""
        number = int(text)
        if number < least:
            raise argparse.ArgumentTypeError(f"{number} is too small: at least {least}")
        return number

    return read


def _stop(_: int, __: FrameType | None) -> None:
    """End as if somebody had pressed Ctrl-C."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _stop)  # so that temporary folders are removed
    sys.exit(main())
