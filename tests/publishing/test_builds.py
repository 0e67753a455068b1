"""Whole builds of small workspaces, with real kernels and the real Jupyter Book."""

import datetime as dt
import re
import shutil
import sys
from pathlib import Path

import pytest
from lxml import html
from small_workspace import SHOW_PRODUCT, files, notebook, small_workspace
from watched_builds import DAY, command, left, with_vega

from purposebook.errors import UsageError
from purposebook.publishing.book import derived_config
from purposebook.publishing.build import BuildResult, build
from purposebook.publishing.crew import Crew
from purposebook.publishing.events import BuildStarted, ChapterStarted
from purposebook.publishing.job import Manner
from purposebook.publishing.limits import Limits
from purposebook.publishing.portfolio import write_portfolio
from purposebook.publishing.verify import check_site
from purposebook.storage.workspace import Workspace

pytestmark = pytest.mark.slow

FATES = f"""
import os
if product == "raises": raise ValueError("canary")
if product == "dies": os._exit(1)
while product == "hangs": pass
held = []
while product == "greedy": held.append(bytearray(1_000_000))
{SHOW_PRODUCT}
"""
BROKEN = ("dies", "faulty", "greedy", "hangs", "raises")
GOOD = {"alpha": "Alpha & <b>Beta</b>"} | {f"good-{number:02}": f"Good {number}" for number in range(1, 16)}
SENTENCES = {
    "dies": "its process ended before the chapter did",
    "faulty": "did you mean 'name'?",
    "greedy": "let it take less",  # at a cell, or as the end of a process that has no memory for an answer
    "hangs": "it took longer than 4 seconds",
    "raises": "stopped with ValueError",
}
BEFORE = dt.date(2026, 9, 1)
MANNER = Manner(limits=Limits(chapter_seconds=4, chapter_mib=64))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Make sixteen good products among five that will break in different ways."""
    chapters = {"report": (SHOW_PRODUCT,), "mission": (SHOW_PRODUCT,)}
    made = small_workspace(tmp_path_factory.mktemp("space") / "w", chapters, GOOD | {name: name for name in BROKEN})
    return with_vega(made)


@pytest.fixture(scope="module")
def out(workspace: Workspace) -> Path:
    """Name the output folder."""
    return workspace.root / "_site"


@pytest.fixture(scope="module")
def last_good(workspace: Workspace, out: Path) -> dict[str, bytes]:
    """Publish all before anything breaks; return the sites of those that will."""
    assert build(workspace, workspace.products(), out, BEFORE).failed == ()
    return {name: data for name, data in files(out).items() if name.partition("/")[0] in BROKEN}


@pytest.fixture(scope="module")
def result(workspace: Workspace, out: Path, last_good: dict[str, bytes]) -> BuildResult:
    """Break five, one of them without a site of before, and build all."""
    break_products(workspace.root)
    shutil.rmtree(out / "raises")
    return build(workspace, workspace.products(), out, DAY, MANNER)


def break_products(root: Path) -> None:
    """Let chapters and data break."""
    (root / "chapters" / "report.ipynb").write_text(notebook("Report", FATES), encoding="utf-8")
    (root / "data" / "faulty" / "product.yml").write_text("nam: <i>typo</i>\n", encoding="utf-8")


def test_only_whole_products_are_published(result: BuildResult, out: Path) -> None:
    """The good sites are there and whole; each other product failed with its own sentence."""
    assert result.published == tuple(GOOD)
    assert [check_site(out / product) for product in GOOD] == [()] * len(GOOD)
    assert [failure.product for failure in result.failed] == list(BROKEN)
    assert not [failure.product for failure in result.failed if SENTENCES[failure.product] not in failure.message]
    assert not [failure for failure in result.failed if "canary" in failure.message]


def test_the_broken_keep_their_last_good_sites(
    result: BuildResult, out: Path, last_good: dict[str, bytes], workspace: Workspace
) -> None:
    """What broke stands as it was, the portfolio says why with its day, and who never had a site gets a page."""
    kept = {name: data for name, data in last_good.items() if not name.startswith("raises/")}
    assert {name: data for name, data in files(out).items() if name in kept} == kept
    assert {failure.last_good for failure in result.failed} == {BEFORE, None}
    portfolio = html.parse(out / "index.html").getroot().text_content()
    assert not [sentence for sentence in SENTENCES.values() if sentence not in portfolio]
    assert [path.name for path in (out / "raises").iterdir()] == ["index.html"]
    assert "stopped with ValueError" in (out / "raises" / "index.html").read_text(encoding="utf-8")


def test_the_summary_names_the_broken_and_nothing_stays(result: BuildResult, out: Path, workspace: Workspace) -> None:
    """The command ends with 1, says a sentence for each, and leaves no process and no folder."""
    limits = ("--chapter-seconds", "4", "--chapter-memory", "64", "--as-of", DAY.isoformat())
    with command(workspace, out, "summary", *limits) as running:
        told = running.communicate(timeout=240)[0]
    assert running.returncode == 1
    assert not [name for name in BROKEN if f"{name} was not published:\n" not in told or SENTENCES[name] not in told]
    assert "16 products unchanged" in told
    assert left("summary", 1) == []
    assert not list(out.glob(".*"))


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


def test_failures_say_what_to_fix(result: BuildResult, out: Path, tmp_path: Path) -> None:
    """The portfolio and the product's own page name file, line, field and advice."""
    faulty = next(failure for failure in result.failed if failure.product == "faulty")
    write_portfolio(tmp_path, ("faulty",), {"faulty": faulty})
    for page in (out / "index.html", tmp_path / "faulty" / "index.html"):
        text = html.parse(page).getroot().text_content()
        assert "faulty/product.yml:1" in text
        assert "did you mean 'name'?" in text


def test_a_neighbour_changes_no_byte(result: BuildResult, out: Path, workspace: Workspace, tmp_path: Path) -> None:
    """Without the five, in another folder and with nothing remembered, the good sites have the same bytes."""
    left_out = shutil.ignore_patterns("_site", ".purposebook", *BROKEN)
    shutil.copytree(workspace.root, tmp_path / "elsewhere", ignore=left_out)
    alone = with_vega(Workspace.find(tmp_path / "elsewhere"))
    assert build(alone, alone.products(), tmp_path / "site", DAY).failed == ()
    for product in GOOD:
        assert files(tmp_path / "site" / product) == files(out / product)


def test_no_page_names_the_machine(result: BuildResult, out: Path, workspace: Workspace) -> None:
    """Neither pages nor records hold a folder of this machine."""
    secrets = [str(workspace.root).encode(), str(Path.home()).encode() + b"/", sys.prefix.encode()]
    pages = {name: data for name, data in files(out).items() if not name.endswith((".css", ".js"))}
    assert not [name for name, data in pages.items() if any(secret in data for secret in secrets)]


def test_a_broken_product_keeps_its_last_good_site(tmp_path: Path) -> None:
    """The site of before stays, byte for byte, and the portfolio gives its date; what was archived disappears."""
    space = small_workspace(tmp_path / "w", {"report": (SHOW_PRODUCT,)}, {"alpha": "Alpha", "gone": "Gone"})
    site = tmp_path / "site"
    assert build(with_vega(space), space.products(), site, DAY).failed == ()
    before = files(site / "alpha")
    (space.data / "alpha" / "product.yml").write_text("name: [", encoding="utf-8")
    shutil.rmtree(space.data / "gone")
    result = build(with_vega(space), space.products(), site, dt.date(2026, 11, 1))
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


@pytest.mark.parametrize("text", ["- a", "a: !!bool maybe", 'a: !!int ""', "a: [", "[" * 5000])
def test_a_configuration_that_cannot_be_read_is_named(text: str) -> None:
    """A `_config.yml` without keys, or with what no parser takes, fails with a sentence about it."""
    with pytest.raises(UsageError, match=r"_config\.yml"):
        derived_config(text.encode())


def test_what_the_plain_book_leaves_out_is_published(tmp_path: Path) -> None:
    """Patterns of the workspace speak of its own folders; a staged book has others, and holds chapters alone."""
    space = with_vega(small_workspace(tmp_path / "w", {"report": (SHOW_PRODUCT,), "mission": ()}, {"alpha": "Alpha"}))
    config = (space.root / "_config.yml").read_text(encoding="utf-8")
    patterns = 'exclude_patterns: [".*", "index*", "mission*", "*.ipynb"]'
    (space.root / "_config.yml").write_text(re.sub("exclude_patterns:.*", patterns, config), encoding="utf-8")
    assert build(space, space.products(), tmp_path / "site", DAY).failed == ()


def test_a_build_that_stops_at_the_first_failure(tmp_path: Path) -> None:
    """With `--fail-fast` nothing is published after a failure, and what waits has not failed."""
    space = small_workspace(tmp_path / "w", {"report": (SHOW_PRODUCT,)}, {"alpha": "Alpha", "beta": "Beta"})
    (space.data / "alpha" / "product.yml").write_text("nam: Alpha\n", encoding="utf-8")
    done = build(space, space.products(), tmp_path / "site", DAY, Manner(keep_going=False, jobs=1))
    assert (done.published, [failure.product for failure in done.failed]) == ((), ["alpha"])


def test_a_product_that_disappears_fails_alone(tmp_path: Path) -> None:
    """Products whose folders went away, or cannot be read, are named; the others are published."""
    space = small_workspace(tmp_path / "w", {"report": (SHOW_PRODUCT,)}, {"alpha": "Alpha", "beta": "Beta"})
    slugs = space.products()

    def take_away(event: object) -> None:
        """Remove a folder as soon as the build has begun."""
        if isinstance(event, BuildStarted):
            shutil.rmtree(space.data / "alpha")

    done = build(with_vega(space), slugs, tmp_path / "site", DAY, report=take_away)
    assert done.published == ("beta",)
    assert [failure.message[:29] for failure in done.failed] == ["There is no product 'alpha'. "]


def test_a_crew_outlives_a_build_that_broke_off(tmp_path: Path) -> None:
    """Workers that were ended with a build are replaced in the next one, which hears nothing of the first."""
    space = with_vega(small_workspace(tmp_path / "w", {"report": (SHOW_PRODUCT,)}, {"alpha": "Alpha"}))

    def break_off(event: object) -> None:
        """End the build while a chapter runs."""
        if isinstance(event, ChapterStarted):
            raise KeyboardInterrupt

    with Crew(1) as crew:
        with pytest.raises(KeyboardInterrupt):
            build(space, space.products(), tmp_path / "site", DAY, report=break_off, crew=crew)
        assert list((tmp_path / "site").glob("*/build.json")) == []
        assert build(space, space.products(), tmp_path / "site", DAY, crew=crew).published == ("alpha",)
