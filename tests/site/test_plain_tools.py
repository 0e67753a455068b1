"""The workspace is an ordinary Jupyter Book of ordinary papermill notebooks, also in a root that was used for weeks."""

import shutil
from pathlib import Path

import pytest
from lived_in import ROOT, attempt, lived_in, run
from page_audit import audit

from purposebook.storage.workspace import Workspace

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Live in a clone, so that nothing is written into this repository."""
    return lived_in(tmp_path_factory.mktemp("plain") / "purposebook")


def pages_of(workspace: Path) -> list[str]:
    """Return every page that Jupyter Book made, by its place."""
    made = workspace / "_build" / "html"
    return sorted(page.relative_to(made).as_posix() for page in made.rglob("*.html"))


def expected_pages() -> list[str]:
    """Return the pages of `_toc.yml`, the search, and the way from the root to the first page."""
    chapters = [f"chapters/{name}.html" for name in (*Workspace.find(ROOT).chapters(), "welcome")]
    return sorted([*chapters, "index.html", "search.html"])


def test_papermill_runs_a_chapter_with_its_defaults(root: Path) -> None:
    """`papermill chapters/mission.ipynb out.ipynb` works at the root."""
    run(root, "papermill", "chapters/mission.ipynb", "out.ipynb")
    assert "pb-" in (root / "out.ipynb").read_text(encoding="utf-8")


@pytest.mark.parametrize("workspace", [".", "our-products"])
def test_jupyter_book_builds_the_pages_of_the_book_and_no_others(root: Path, workspace: str) -> None:
    """`jupyter-book build .` works without a warning, whatever lies around, and makes pages as strict as ours."""
    done = attempt(root / workspace, "jupyter-book", "build", ".", "--warningiserror")
    assert done.returncode == 0, done.stderr[-2000:]
    assert pages_of(root / workspace) == expected_pages()
    pages = sorted((root / workspace / "_build" / "html" / "chapters").glob("*.html"))
    assert len(pages) == 12
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


@pytest.mark.parametrize("given", [("-p", "product", "{}"), ("-y", "product: {}")])
@pytest.mark.parametrize("product", ["2026", "007", "1e3", "0x10"])
def test_papermill_runs_a_product_whose_name_reads_as_a_number(root: Path, product: str, given: tuple[str]) -> None:
    """A name of digits is a name, although papermill hands it over as a number."""
    ours = root / "our-products"
    (ours / "data" / product).mkdir(exist_ok=True)
    (ours / "data" / product / "product.yml").write_text(f"name: The one called {product}\n", encoding="utf-8")
    run(ours, "papermill", "chapters/report.ipynb", "out.ipynb", *(word.format(product) for word in given))
    assert f"The one called {product}" in (ours / "out.ipynb").read_text(encoding="utf-8")


@pytest.mark.parametrize("product", ["true", "null", "no", "404"])
def test_a_product_that_tools_read_as_something_else_is_told_in_a_sentence(root: Path, product: str) -> None:
    """What is no text any more is not guessed; the sentence says how to hand it over, and that works."""
    told = attempt(root, "papermill", "chapters/report.ipynb", "out.ipynb", "-y", f"product: {product}").stderr
    assert "which is not text. Give it as text: papermill -r product VALUE" in told
    shutil.copytree(root / "data" / "first-steps", root / "data" / product)
    run(root, "papermill", "chapters/report.ipynb", "out.ipynb", "-r", "product", product)
    shutil.rmtree(root / "data" / product)


def test_names_of_digits_are_built_and_opened(root: Path) -> None:
    """Our own commands take such names as the texts that they are."""
    ours = root / "our-products"
    (ours / "data/2026/product.yml").write_text("name: The one called 2026\n", encoding="utf-8")
    run(ours, "purposebook", "build", "2026")
    assert "called 2026" in (ours / "_site/2026/index.html").read_text(encoding="utf-8")
    opened = (ours / ".purposebook/2026/mission.ipynb").read_text(encoding="utf-8")
    assert 'product = \\"2026\\"' in opened
