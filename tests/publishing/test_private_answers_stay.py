"""What single people answered is read by one command, and by no build."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_workspace import ROOT, files
from watched_builds import DAY, workspace_copy

from purposebook.errors import DataFaults
from purposebook.publishing.build import build
from purposebook.publishing.inputs import product_files
from purposebook.storage.reading import read_workbook
from purposebook.storage.shipped import PRIVATE

CANARY = "Kanarienvogel-4711"
PACKAGE = ROOT / "src" / "purposebook"
READERS = {"cli/private.py"}
"""Who may import the module that reads private answers."""
TELLS_OPENED = """
import json, sys
from pathlib import Path
opened = []
seen = {"open", "os.listdir", "os.scandir"}
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event in seen else None)
import datetime as dt
from purposebook.checks.engine import check
from purposebook.measures.product import measure
from purposebook.publishing.inputs import product_files
from purposebook.storage.opening import open_workbook
from purposebook.storage.reading import read_workbook
folder = Path(sys.argv[1])
product_files(folder)
for read in (read_workbook, open_workbook):
    check(read(folder), dt.date(2026, 10, 1))
    measure(read(folder), dt.date(2026, 10, 1))
print(json.dumps(opened))
"""


def answer_privately(product: Path) -> None:
    """Write private answers that hold a canary in every text, under names that parts have too."""
    (product / PRIVATE).mkdir()
    for name in ("sunflower", "mission", "culture", "observations"):
        text = f"# {CANARY}\ndate: 2026-09-03\nratings: {{people: 1, strategy: 2, process: 3, culture: 4}}\n"
        text += f"company: {{who-decides: {CANARY}}}\nstrengths: {{market: {CANARY}}}\n"
        (product / PRIVATE / f"{name}.yml").write_text(text)
    (product / PRIVATE / "observations.csv").write_text(f"metric,date,value,note\na,2026-09-03,1,{CANARY}\n")


def readers() -> Iterator[str]:
    """Yield the modules of the package that name a module that reads private/."""
    for module in sorted(PACKAGE.rglob("*.py")):
        text = module.read_text(encoding="utf-8")
        if any(name in text for name in ("private_answers", "read_answers", "storage.counted_people")):
            yield module.relative_to(PACKAGE).as_posix()


def test_one_command_reads_private_answers() -> None:
    """Nothing that publishes, checks, measures or shows can call the reader; a new caller must be placed here."""
    assert set(readers()) - {"storage/private_answers.py", "storage/counted_people.py"} == READERS


def test_no_reader_of_a_product_opens_private(tmp_path: Path) -> None:
    """Reading for a build, a check and a chapter opens and lists nothing below private/, as the interpreter sees it."""
    product = workspace_copy(tmp_path / "w", "coursecraft").data / "coursecraft"
    answer_privately(product)
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    told = subprocess.run(
        [sys.executable, "-c", TELLS_OPENED, str(product)], env=settings, capture_output=True, text=True, check=True
    )
    opened = [path for path in json.loads(told.stdout) if path.startswith(str(product))]
    assert any(path.endswith("mission.yml") for path in opened)
    assert [path for path in opened if PRIVATE in Path(path).relative_to(product).parts] == []


def test_no_worker_is_given_private_answers(tmp_path: Path) -> None:
    """What a build hands to the processes that run chapters is the same with private answers and without."""
    product = workspace_copy(tmp_path / "w", "coursecraft").data / "coursecraft"
    before = product_files(product)
    answer_privately(product)
    assert product_files(product) == before
    assert all("/" not in name and CANARY.encode() not in data for name, data in before.items())


@pytest.mark.parametrize("name", [f"{PRIVATE}/observations.csv", f"../coursecraft/{PRIVATE}/observations.csv"])
def test_observations_cannot_be_taken_from_private(name: str, tmp_path: Path) -> None:
    """A part that names a file below private/ is refused before anything is opened."""
    product = tmp_path / "demo"
    product.mkdir()
    answer_privately(product)
    (product / "product.yml").write_text("name: Demo\n")
    (product / "metrics.yml").write_text(f'observations: {{file: "{name}"}}\n')
    with pytest.raises(DataFaults, match=r"observations\.file: .* is not written as it should be"):
        read_workbook(product)


@pytest.mark.slow
def test_no_byte_of_private_answers_is_published(tmp_path: Path) -> None:
    """A text of private answers stands in no file of a site, and in nothing that a build keeps."""
    space = workspace_copy(tmp_path / "w", "coursecraft")
    answer_privately(space.data / "coursecraft")
    done = build(space, space.products(), tmp_path / "out", DAY)
    assert done.failed == () and done.published == ("coursecraft",)
    published = files(tmp_path / "out") | files(space.root / ".purposebook")
    assert any(b"CourseCraft" in data for data in published.values())
    assert [name for name, data in published.items() if CANARY.encode() in data or CANARY in name] == []
