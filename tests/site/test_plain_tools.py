"""The workspace is an ordinary Jupyter Book of ordinary papermill notebooks, also in a root that was used for weeks."""

import json
import shutil
from itertools import product as pairs
from pathlib import Path

import pytest
from lived_in import attempt, lived_in, run
from page_audit import audit

from purposebook.storage.workspace import Workspace

pytestmark = pytest.mark.slow

SHORT = """
format: jb-book
root: chapters/welcome
chapters:
  - file: chapters/mission
  - file: chapters/report
"""
NUMBERS = tuple(pairs(("2026", "007", "1e3", "0x10"), (("-p", "product", "{}"), ("-y", "product: {}"))))
OTHERS = ("true", "null", "no", "404")
MANY = """
import json, sys
from papermill.__main__ import papermill
told = []
for words in json.loads(sys.argv[1]):
    try:
        told.append(papermill(words, standalone_mode=False) or "")
    except Exception as error:
        told.append(str(error))
print(json.dumps(told))
"""
"""Runs the command once per list of words, and prints what stopped it; loading papermill takes longer than a run."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Live in a clone, so that nothing is written into this repository; the book of the workspace in it is short."""
    made = lived_in(tmp_path_factory.mktemp("plain") / "purposebook")
    (made / "our-products/_toc.yml").write_text(SHORT, encoding="utf-8")
    return made


def pages_of(workspace: Path) -> list[str]:
    """Return every page that Jupyter Book made, by its place."""
    made = workspace / "_build" / "html"
    return sorted(page.relative_to(made).as_posix() for page in made.rglob("*.html"))


def expected_pages(workspace: Path) -> list[str]:
    """Return the pages of `_toc.yml`, the search, and the way from the root to the first page."""
    chapters = [f"chapters/{name}.html" for name in (*Workspace.find(workspace).chapters(), "welcome")]
    return sorted([*chapters, "index.html", "search.html"])


def test_papermill_runs_a_chapter_with_its_defaults(root: Path) -> None:
    """`papermill chapters/mission.ipynb out.ipynb` works at the root."""
    run(root, "papermill", "chapters/mission.ipynb", "out.ipynb")
    assert "pb-" in (root / "out.ipynb").read_text(encoding="utf-8")


@pytest.mark.parametrize(("workspace", "count"), [(".", 12), ("our-products", 3)])
def test_jupyter_book_builds_the_pages_of_the_book_and_no_others(root: Path, workspace: str, count: int) -> None:
    """`jupyter-book build .` works without a warning, whatever lies around, and makes pages as strict as ours."""
    done = attempt(root / workspace, "jupyter-book", "build", ".", "--warningiserror")
    assert done.returncode == 0, done.stderr[-2000:]
    assert pages_of(root / workspace) == expected_pages(root / workspace)
    pages = sorted((root / workspace / "_build" / "html" / "chapters").glob("*.html"))
    assert len(pages) == count
    assert {page.stem: audit(page.read_text(encoding="utf-8")) for page in pages} == {page.stem: [] for page in pages}


def test_what_lies_around_changes_no_published_site(root: Path) -> None:
    """The lived-in workspace's configuration serves the books that `build` stages as well."""
    before = (root / "_site/first-steps/build.json").read_bytes()
    run(root, "purposebook", "build", "first-steps", "--force")
    assert (root / "_site/first-steps/build.json").read_bytes() == before


@pytest.mark.parametrize("notebook", ["chapters/metrics.ipynb", ".purposebook/coursecraft/mission.ipynb"])
def test_papermill_tells_what_the_parameters_are(root: Path, notebook: str) -> None:
    """`papermill --help-notebook` names type, default and meaning of each parameter."""
    told = run(root, "papermill", "--help-notebook", notebook).stdout
    assert "Unknown type" not in told
    assert [f"{name}: str (default" in told for name in ("product", "data_dir", "as_of", "mode")] == [True] * 4
    assert "the day to look from, as YYYY-MM-DD" in told


def test_a_new_workspace_has_the_same_chapters(root: Path) -> None:
    """What the plain tools do with the other chapters of the root, they do with those of a workspace."""
    chapters = [path.relative_to(root) for path in (root / "chapters").glob("*.ipynb")]
    assert len(chapters) == 11
    assert [
        path for path in chapters if (root / path).read_bytes() != (root / "our-products" / path).read_bytes()
    ] == []


def many(folder: Path, calls: list[list[str]]) -> list[str]:
    """Run papermill several times in one process; return what stopped each."""
    told = run(folder, "python", "-c", MANY, json.dumps(calls)).stdout.splitlines()[-1]
    return list(json.loads(told))


@pytest.fixture(scope="module")
def numbered(root: Path) -> Path:
    """Run a chapter for each product whose name reads as a number, handed over in each way."""
    ours = root / "our-products"
    for product, _ in NUMBERS:
        (ours / "data" / product).mkdir(exist_ok=True)
        (ours / "data" / product / "product.yml").write_text(f"name: The one called {product}\n", encoding="utf-8")
    calls = [
        ["chapters/report.ipynb", f"out-{number}.ipynb", *(word.format(product) for word in given)]
        for number, (product, given) in enumerate(NUMBERS)
    ]
    assert many(ours, calls) == [""] * len(calls)
    return ours


@pytest.mark.parametrize(
    "number", range(len(NUMBERS)), ids=lambda number: " ".join([NUMBERS[number][0], *NUMBERS[number][1]])
)
def test_papermill_runs_a_product_whose_name_reads_as_a_number(numbered: Path, number: int) -> None:
    """A name of digits is a name, although papermill hands it over as a number."""
    shown = (numbered / f"out-{number}.ipynb").read_text(encoding="utf-8")
    assert f"The one called {NUMBERS[number][0]}" in shown


@pytest.fixture(scope="module")
def misread(root: Path) -> dict[str, list[str]]:
    """Hand over names that papermill turns into something else, as they are and as text; return what stopped each."""
    report = ["chapters/report.ipynb", "out.ipynb"]
    as_they_are = many(root, [[*report, "-y", f"product: {product}"] for product in OTHERS])
    for product in OTHERS:
        shutil.copytree(root / "data" / "first-steps", root / "data" / product)
    as_text = many(root, [[*report, "-r", "product", product] for product in OTHERS])
    for product in OTHERS:
        shutil.rmtree(root / "data" / product)
    return {product: told for product, *told in zip(OTHERS, as_they_are, as_text, strict=True)}


@pytest.mark.parametrize("product", OTHERS)
def test_a_product_that_tools_read_as_something_else_is_told_in_a_sentence(
    misread: dict[str, list[str]], product: str
) -> None:
    """What is no text any more is not guessed; the sentence says how to hand it over, and that works."""
    as_it_is, as_text = misread[product]
    assert "which is not text. Give it as text: papermill -r product VALUE" in as_it_is
    assert as_text == ""


def test_names_of_digits_are_built_and_opened(root: Path) -> None:
    """Our own commands take such names as the texts that they are."""
    ours = root / "our-products"
    (ours / "data/2026/product.yml").write_text("name: The one called 2026\n", encoding="utf-8")
    run(ours, "purposebook", "build", "2026")
    assert "called 2026" in (ours / "_site/2026/index.html").read_text(encoding="utf-8")
    opened = (ours / ".purposebook/2026/mission.ipynb").read_text(encoding="utf-8")
    assert 'product = \\"2026\\"' in opened
