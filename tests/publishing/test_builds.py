"""Whole builds of small workspaces, with real kernels and the real Jupyter Book."""

import datetime as dt
import shutil
import sys
from pathlib import Path

import pytest
from lxml import html
from small_workspace import SHOW_PRODUCT, files, small_workspace

from purposebook.errors import BuildFailed, UsageError
from purposebook.publishing.book import derived_config
from purposebook.publishing.build import BuildResult, build
from purposebook.publishing.verify import check_site
from purposebook.storage.workspace import Workspace

pytestmark = pytest.mark.slow

DAY = dt.date(2026, 10, 1)
FATES = f"""
import os
if product == "raises": raise ValueError("canary")
if product == "dies": os._exit(1)
while product == "hangs": pass
{SHOW_PRODUCT}
"""
PRODUCTS = {"alpha": "Alpha & <b>Beta</b>", "raises": "R", "dies": "D", "hangs": "H"}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Make one good product among four that break in different ways."""
    made = small_workspace(
        tmp_path_factory.mktemp("space") / "w", {"report": (FATES,), "mission": (SHOW_PRODUCT,)}, PRODUCTS
    )
    (made.data / "faulty").mkdir()
    (made.data / "faulty" / "product.yml").write_text("nam: <i>typo</i>\n", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def out(workspace: Workspace) -> Path:
    """Name the output folder."""
    return workspace.root / "_site"


@pytest.fixture(scope="module")
def result(workspace: Workspace, out: Path) -> BuildResult:
    """Build all five."""
    return build(workspace, workspace.products(), out, DAY, cell_seconds=5)


def test_only_whole_products_are_published(result: BuildResult, out: Path) -> None:
    """The good site is there and whole; each other product failed with its own sentence."""
    assert result.published == ("alpha",)
    assert check_site(out / "alpha") == ()
    assert {failure.product for failure in result.failed} == {"dies", "faulty", "hangs", "raises"}
    assert not [failure for failure in result.failed if "canary" in failure.message]


def test_a_site_holds_what_its_pages_load_and_no_more(result: BuildResult, out: Path) -> None:
    """No source, no notebook, no hidden folder, no leftover of a build."""
    names = sorted(path.name for path in (out / "alpha").iterdir())
    assert names == ["_static", "build.json", "card.json", "index.html", "mission.html", "search.html"]
    assert not list(out.glob(".*"))


def test_the_name_is_text_wherever_it_stands(result: BuildResult, out: Path) -> None:
    """Title and header show the name as it was written."""
    page = html.parse(out / "alpha" / "mission.html").getroot()
    assert page.findtext(".//title") == "Mission · Alpha & <b>Beta</b>"
    assert page.findtext(".//span[@class='pb-brand-name']") == "Alpha & <b>Beta</b>"


def test_failures_say_what_to_fix(result: BuildResult, out: Path) -> None:
    """The portfolio and the product's own page name file, line, field and advice."""
    for page in (out / "index.html", out / "faulty" / "index.html"):
        text = html.parse(page).getroot().text_content()
        assert "faulty/product.yml:1" in text
        assert "did you mean 'name'?" in text


def test_a_neighbour_changes_no_byte(result: BuildResult, out: Path, workspace: Workspace, tmp_path: Path) -> None:
    """Alone, in another folder and on another day of the week, the good site has the same bytes."""
    shutil.copytree(workspace.root, tmp_path / "elsewhere", ignore=shutil.ignore_patterns("_site"))
    alone = Workspace.find(tmp_path / "elsewhere")
    assert build(alone, alone.products()[:1], tmp_path / "site", DAY).failed == ()
    assert files(tmp_path / "site" / "alpha") == files(out / "alpha")


def test_no_page_names_the_machine(result: BuildResult, out: Path, workspace: Workspace) -> None:
    """Neither pages nor records hold a folder of this machine."""
    secrets = [str(workspace.root).encode(), str(Path.home()).encode() + b"/", sys.prefix.encode()]
    pages = {name: data for name, data in files(out).items() if not name.endswith((".css", ".js"))}
    assert not [name for name, data in pages.items() if any(secret in data for secret in secrets)]


def test_a_broken_product_keeps_its_last_good_site(tmp_path: Path) -> None:
    """The site of before stays, byte for byte, and the portfolio gives its date; what was archived disappears."""
    space = small_workspace(tmp_path / "w", {"report": (SHOW_PRODUCT,)}, {"alpha": "Alpha", "gone": "Gone"})
    site = tmp_path / "site"
    assert build(space, space.products(), site, DAY).failed == ()
    before = files(site / "alpha")
    (space.data / "alpha" / "product.yml").write_text("name: [", encoding="utf-8")
    shutil.rmtree(space.data / "gone")
    result = build(space, space.products(), site, dt.date(2026, 11, 1))
    assert (result.published, result.removed, result.failed[0].last_good) == ((), ("gone",), DAY)
    assert files(site / "alpha") == before
    assert "The report of 1 October 2026 stays" in html.parse(site / "index.html").getroot().text_content().replace(
        "\xa0", " "
    )


def test_a_book_without_a_report_is_refused(tmp_path: Path) -> None:
    """The front page of a site is its report; without one nothing is built."""
    space = small_workspace(tmp_path / "w", {"report": (SHOW_PRODUCT,)}, {"alpha": "Alpha"})
    (space.root / "chapters" / "report.ipynb").unlink()
    with pytest.raises(UsageError, match="chapters/report"):
        build(space, space.products(), tmp_path / "site", DAY)


@pytest.mark.parametrize("name", ["index", "search", "Report", "a b", "{{ 7*7 }}", "missing", "../report", "x/report"])
def test_no_page_gets_lost(name: str, tmp_path: Path) -> None:
    """A page that is not there, or that would take the place of another, is named before anything runs."""
    space = small_workspace(tmp_path / "w", {"report": (SHOW_PRODUCT,)}, {"alpha": "Alpha"}, after=(name,))
    if name != "missing":
        (space.root / "chapters" / name).parent.mkdir(exist_ok=True)
        shutil.copy(space.root / "chapters" / "report.ipynb", space.root / "chapters" / f"{name}.ipynb")
    with pytest.raises(UsageError, match=r"_toc\.yml lists"):
        build(space, space.products(), tmp_path / "site", DAY)
    assert not (tmp_path / "site").exists()


def test_a_configuration_that_is_a_list_is_named(tmp_path: Path) -> None:
    """A `_config.yml` without keys fails with a sentence about it."""
    (tmp_path / "_config.yml").write_text("- a\n", encoding="utf-8")
    with pytest.raises(BuildFailed, match=r"_config\.yml"):
        derived_config(tmp_path / "_config.yml")
