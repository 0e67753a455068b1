"""Run the preview of one product and wait for its pages, as an open page does."""

import json
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from typing import Final

import psutil

from bench_memory import BenchmarkError, Sampler, own_environment
from bench_story import AS_OF
from bench_workspace import Place
from environment import command
from generated_products import change_one_observation

LONGEST: Final = 120
"""Seconds after which a page that did not come is no measurement."""
_TOLD: Final = "Open http"
_STATE: Final = b"data: "


def seconds_to_page(place: Place, slug: str, times: int, watched: bool) -> tuple[list[float], float]:
    """Change an observation so often; return the seconds until each new page was read, and the peak in MiB.

    Looking at the memory takes a little of what the preview would have: not `watched`, its peak is 0.
    """
    asked = [str(command("purposebook")), "preview", slug, "--as-of", AS_OF.isoformat()]
    process = psutil.Popen(
        asked, cwd=place.root, env=own_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    )
    sampler = Sampler(process, watched)
    try:
        pages = _address(process)
        states = _numbers(f"{pages.rsplit('/', 1)[0]}/-/states")
        next(states)
        taken = [_one(place, slug, f"{pages}/metrics.html", states) for _ in range(times)]
    except OSError as error:
        raise BenchmarkError(f"The preview did not answer: {error}.") from error
    finally:
        process.send_signal(signal.SIGINT)
        peak = sampler.finish()
    return taken, peak


def _address(process: psutil.Popen) -> str:
    """Wait for the address of the product's pages."""
    for line in process.stdout:
        if line.startswith(_TOLD):
            return line.removeprefix("Open ").strip().removesuffix("/index.html")
    raise BenchmarkError(f"The preview ended with code {process.wait()}.")


def _numbers(address: str) -> Iterator[int]:
    """Yield the number of each state in which nothing is wrong with the files."""
    with urllib.request.urlopen(address, timeout=LONGEST) as stream:  # noqa: S310 - our own server
        for line in stream:
            state = json.loads(line.removeprefix(_STATE)) if line.startswith(_STATE) else {}
            if state.get("faults"):
                raise BenchmarkError(f"The preview found faults: {state['faults'][0]}")
            if "number" in state:
                yield state["number"]
    raise BenchmarkError("The preview ended too early.")


def _one(place: Place, slug: str, page: str, states: Iterator[int]) -> float:
    """Change one observation, wait until the preview tells of new pages, and read the one with the numbers."""
    began = time.perf_counter()
    change_one_observation(place.root / "data", slug)
    next(states)
    with urllib.request.urlopen(page, timeout=LONGEST) as answer:  # noqa: S310 - our own server
        answer.read()
    return time.perf_counter() - began
