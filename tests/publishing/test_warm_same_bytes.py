"""What cells show is the same, byte for byte, in a warm process and in a kernel of their own.

Left out, because no two kernels agree on it: object ids and memory addresses, random ids (altair, Styler), numbers of
threads, the name of a cell's file in a warning (a kernel puts its process id into it; ours is the same on every run),
`sys.argv`, and where a kernel shows what programs below Python write, which depends on when its thread reads the pipe.
A kernel loses texts with lone surrogates when they are printed.
"""

import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from odd_cells import ODD
from small_workspace import ROOT, notebook, order_of

from purposebook.publishing.order import ChapterResult
from purposebook.publishing.pages import FIXED
from purposebook.publishing.warm.slot import Slot
from purposebook.storage.workspace import Workspace

pytestmark = pytest.mark.slow

SHARED = ROOT.parent / "shared" / "data" / "products"
ALL = ("report", *(name for name in Workspace.find(ROOT).chapters() if name != "report"))
"""The report runs first, as in every build."""
PRODUCTS = {
    "coursecraft": (ROOT / "data" / "coursecraft", ALL),
    "first-steps": (ROOT / "data" / "first-steps", ("report",)),
    "cdnow": (SHARED / "cdnow", ("report", "metrics")),
    "simpler-grants": (SHARED / "simpler-grants", ("report", "mission")),
}
RUN = """
import sys; from pathlib import Path
from purposebook.publishing.chapters import notebook_of, run_chapter
from purposebook.publishing.shown_cells import taken_from
from purposebook.publishing.warm.preparation import prepare_views, read_chapters
isolated = sys.argv[2] == "isolated"
None if isolated else (read_chapters(), prepare_views())
notebook = notebook_of("odd", Path(sys.argv[1]).read_bytes())
sys.stdout.buffer.write(taken_from(run_chapter("odd", notebook, {}, isolated=isolated)))
"""


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Any], list[Any]]:
    """Run all odd cells in both ways."""
    folder = tmp_path_factory.mktemp("odd")
    (folder / "odd.ipynb").write_text(notebook("Odd", *ODD), encoding="utf-8", errors="surrogatepass")
    return _odd(folder, "warm"), _odd(folder, "isolated")


def _odd(folder: Path, how: str) -> list[Any]:
    """Return what each odd cell shows."""
    command = [sys.executable, "-P", "-c", RUN, "odd.ipynb", how]
    run = subprocess.run(command, cwd=folder, env=_environment(), capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()
    return list(json.loads(re.sub(rb"at (0x)?[0-9a-f]{9,}", b"at an address", run.stdout)))[1:]


def _environment() -> dict[str, str]:
    """Return the environment of a worker."""
    return {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"} | FIXED


def test_odd_cells_show_the_same(odd: tuple[list[Any], list[Any]]) -> None:
    """Values, displays, updates, prints, errors that are caught, magics, loops and the surroundings."""
    warm, isolated = odd
    assert len(warm) == len(isolated) == len(ODD)
    differing = [cells for cells in zip(ODD, warm, isolated, strict=True) if cells[1] != cells[2]]
    assert differing == []


def test_odd_cells_show_something(odd: tuple[list[Any], list[Any]]) -> None:
    """Two empty lists would be equal too."""
    assert sum(bool(cell["outputs"]) for cell in odd[0]) > 0.6 * len(ODD)


@pytest.fixture(scope="module")
def ran() -> dict[bool, dict[str, tuple[ChapterResult, ...]]]:
    """Run real chapters for real products in both ways, side by side."""
    with ThreadPoolExecutor() as threads:
        runs = {isolated: threads.submit(_real, isolated) for isolated in (False, True)}
        return {isolated: run.result() for isolated, run in runs.items()}


def _real(isolated: bool) -> dict[str, tuple[ChapterResult, ...]]:
    """Let one worker serve all products."""
    slot = Slot()
    results = {}
    for product, (folder, names) in PRODUCTS.items():
        if folder.exists():
            chapters = {name: (ROOT / "chapters" / f"{name}.ipynb").read_bytes() for name in names}
            texts = {path.name: path.read_bytes() for path in folder.iterdir()}
            results[product] = slot.serve(order_of(chapters, texts, product, isolated), None, lambda *_: None).ran
    slot.close()
    return results


@pytest.mark.parametrize("product", PRODUCTS)
def test_real_chapters_show_the_same(ran: dict[bool, dict[str, tuple[ChapterResult, ...]]], product: str) -> None:
    """Charts of the painter included, and what a run is remembered by."""
    if product not in ran[False]:
        pytest.skip("its data are not here")
    assert {one.chapter for one in ran[False][product]} == set(PRODUCTS[product][1])
    assert ran[False][product] == ran[True][product]
