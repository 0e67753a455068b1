"""A private product is built, and stands nowhere but in the folder that nobody publishes."""

from __future__ import annotations

import pickle
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lxml import html
from private_products import CANARY, plant, set_visibility, tells
from small_workspace import SHOW_PRODUCT, files, small_workspace
from watched_builds import DAY, READS, Log, command, with_vega, workspace_copy

from purposebook.errors import UsageError
from purposebook.publishing.build import BuildResult, build
from purposebook.publishing.crew import Crew, Tell
from purposebook.publishing.events import ChapterStarted, Event
from purposebook.publishing.job import Manner
from purposebook.publishing.order import Order, Outcome
from purposebook.publishing.record import read_record
from purposebook.publishing.verify import check_site
from purposebook.storage.workspace import Workspace

BOOK = {"report": (READS.format(part="product"),)}


@dataclass
class RecordingCrew(Crew):
    """Keep the bytes of every order that is served."""

    sent: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin like every crew."""
        super().__init__(2)

    def outcomes(self, orders: Iterable[Order], scratch: Path, tell: Tell) -> Generator[Outcome]:
        """Serve, and keep what was asked for; nothing private may be worked on below the public folder."""
        return super().outcomes(self._kept(orders), scratch, tell)

    def _kept(self, orders: Iterable[Order]) -> Iterator[Order]:
        for order in orders:
            self.sent[order.product] = pickle.dumps(order)
            yield order


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    """Keep workers warm for all tests."""
    with Crew(2) as made:
        yield made


@pytest.fixture
def log(tmp_path: Path, crew: Crew) -> Log:
    """Make a workspace with two small products, and a log of its builds into `_site`."""
    products = {"alpha": CANARY.title(), "beta": "Beta"}
    space = with_vega(small_workspace(tmp_path / "w", BOOK, products))
    return Log(space, space.root / "_site", crew)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, crew: Crew) -> Workspace:
    """Publish both small products, once for all tests that begin with their sites."""
    products = {"alpha": CANARY.title(), "beta": "Beta"}
    space = with_vega(small_workspace(tmp_path_factory.mktemp("published") / "w", BOOK, products))
    assert Log(space, space.root / "_site", crew).build().failed == ()
    return space


@pytest.fixture
def built(tmp_path: Path, published: Workspace, crew: Crew) -> Log:
    """Copy the workspace with its public sites and all that is remembered, and log its next builds."""
    space = Workspace.find(shutil.copytree(published.root, tmp_path / "w"))
    assert tells(space.root / "_site") and tells(space.root / ".purposebook/_cache")
    return Log(space, space.root / "_site", crew)


def build_one(log: Log, *slugs: str) -> BuildResult:
    """Build some products with the log's crew."""
    return build(log.space, [one for one in log.space.products() if one in slugs], log.out, DAY, crew=log.crew)


def text_of(page: Path) -> str:
    """Return what a page says."""
    return re.sub(r"\s+", " ", html.parse(page).getroot().text_content().replace("\xa0", " "))


@dataclass
class Whole:
    """Hold a build of the whole book over private and public products."""

    space: Workspace
    done: BuildResult
    sent: dict[str, bytes]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """Build a public product and a private one that shares a goal with it, all of whose files hold the canary."""
    space = workspace_copy(tmp_path_factory.mktemp("private") / "w", "first-steps")
    plant(space.data)
    with RecordingCrew() as crew:
        done = build(space, space.products(), space.root / "_site", DAY, crew=crew)
        return Whole(space, done, crew.sent)


@pytest.mark.slow
def test_a_private_product_is_built_apart(whole: Whole) -> None:
    """It has a whole site in `_private` that says the canary on every kind of page, and a portfolio over it alone."""
    place = whole.space.root / "_private"
    assert (whole.done.failed, whole.done.private) == ((), (CANARY,))
    assert check_site(place / CANARY) == ()
    record = read_record(place / CANARY)
    assert record is not None and record.visibility == "private"
    assert {f"{CANARY}/{page}.html" for page in ("index", "mission", "metrics", "personas")} <= set(tells(place))
    page = text_of(place / "index.html")
    assert "Private portfolio Do not publish this folder" in page
    assert "Kanarienvogel" in page and "First Steps" not in page
    assert (place / ".gitignore").read_text() == "*\n"


@pytest.mark.slow
def test_the_canary_is_nowhere_in_public(whole: Whole) -> None:
    """No page, search index, portfolio, cache that may be copied or other product's order holds it."""
    root = whole.space.root
    assert (root / "_site/first-steps/index.html").is_file()
    assert tells(root / "_site") == []
    assert tells(root / ".purposebook/_cache") == []
    assert tells(root / ".purposebook/_private_cache") != []
    assert CANARY.encode() in whole.sent[CANARY].lower()
    assert CANARY.encode() not in whole.sent["first-steps"].lower()


@pytest.mark.slow
def test_a_build_of_public_products_says_nothing_of_private_ones(whole: Whole) -> None:
    """Building all others, also anew, prints no word of it."""
    process = command(whole.space, whole.space.root / "_site", "quiet", "first-steps", "--force", "--explain")
    said = process.communicate(timeout=120)[0]
    assert process.returncode == 0 and "first-steps/mission ran" in said
    assert CANARY not in said.lower()
    assert "_private" not in said


@pytest.mark.slow
def test_a_shared_goal_of_a_private_product_is_not_shared(tmp_path: Path, crew: Crew) -> None:
    """Products share a goal with those beside them in their folder, and with no others."""
    space = with_vega(small_workspace(tmp_path / "w", BOOK, {"a": "A", "b": "B", "c": "C", "d": "D"}))
    for name in space.products():
        goal = "Nobody waits" if name in "ab" else "Nobody is late"
        objective = f"objectives:\n  - id: go-{name}\n    statement: Go {name}\n    shared: {goal}\n"
        (space.data / name / "objectives.yml").write_text(objective)
    set_visibility(space.data / "b", "private")
    set_visibility(space.data / "c", "private")
    done = build(space, space.products(), space.root / "_site", DAY, crew=crew)
    assert done.failed == ()
    assert "Shared goals" not in text_of(space.root / "_site/index.html")
    assert "Shared goals" not in text_of(space.root / "_private/index.html")
    assert tells(space.root / "_site") == []


@pytest.mark.slow
@pytest.mark.parametrize("asked", ["beta", "alpha", "alpha beta"])
def test_a_product_that_turns_private_leaves_the_public_folder(built: Log, asked: str) -> None:
    """The next build of anything takes site, portfolio row and cached results away, and says so."""
    set_visibility(built.space.data / "alpha", "private")
    told: list[Event] = []
    slugs = [one for one in built.space.products() if one in asked.split()]
    done = build(built.space, slugs, built.out, DAY, report=told.append, crew=built.crew)
    assert done.failed == ()
    assert tells(built.out) == [] and not (built.out / "alpha").exists()
    assert tells(built.space.root / ".purposebook/_cache") == []
    assert [type(one).__name__ for one in told][:2] == ["SiteWithdrawn", "CacheCleaned"]
    assert (built.space.root / "_private/alpha/index.html").exists() == ("alpha" in asked)
    assert check_site(built.out / "beta") == ()


@pytest.mark.slow
def test_a_product_that_turns_public_leaves_the_private_folder(log: Log) -> None:
    """It is published by its own build, and every build takes its site from the private folder."""
    set_visibility(log.space.data / "alpha", "private")
    log.build()
    set_visibility(log.space.data / "alpha", "public")
    build_one(log, "beta")
    assert not (log.space.root / "_private/alpha").exists()
    assert "No product is private now" in text_of(log.space.root / "_private/index.html")
    log.build()
    assert "alpha: 1 page," in " ".join(log.lines)
    assert check_site(log.out / "alpha") == () and CANARY in text_of(log.out / "index.html").lower()


@pytest.mark.slow
def test_noindex_asks_search_engines_to_stay_away(log: Log) -> None:
    """A product that is hidden from search engines is published among the others, with that wish on each page."""
    set_visibility(log.space.data / "alpha", "noindex")
    log.build()
    wish = '<meta name="robots" content="noindex'
    assert wish in (log.out / "alpha/index.html").read_text()
    assert wish not in (log.out / "beta/index.html").read_text()
    assert "hidden from search engines" in text_of(log.out / "index.html")
    assert not (log.space.root / "_private").exists()


@pytest.mark.slow
def test_an_unchanged_private_product_is_left_as_it_is(log: Log) -> None:
    """A second build runs nothing, here as elsewhere."""
    set_visibility(log.space.data / "alpha", "private")
    log.build()
    before = files(log.space.root / "_private")
    assert log.build().unchanged == ("alpha", "beta")
    assert files(log.space.root / "_private") == before


FAULTS = [
    "name: [\nvisibility: private\n",
    "name: A\nname: B\nvisibility: private\n",
    "visibility: private\nnam: A\n",
    "name: A\nvisiblity: private\n",
    "name: A\nvisibility: Private\n",
    "name: A\nvisibility: geheim\n",
    "name: A\nvisibility: 'private\n",
    "\ufeffname: A\nvisibility: private\nlinks: nothing\n",
    "name: A\r\nVisibility: private\r\n",
]


@pytest.mark.slow
@pytest.mark.parametrize("text", FAULTS)
def test_faults_in_a_product_keep_nothing_in_public(text: str, built: Log) -> None:
    """What can still be read of a product.yml counts; the page about its faults is private, too."""
    (built.space.data / "alpha" / "product.yml").write_text(text, encoding="utf-8", newline="")
    done = built.build()
    assert [one.product for one in done.failed] == ["alpha"]
    assert not (built.out / "alpha").exists()
    assert tells(built.out) == tells(built.space.root / ".purposebook/_cache") == []
    assert "alpha" not in text_of(built.out / "index.html")
    assert "alpha: not published" in text_of(built.space.root / "_private/alpha/index.html")


@pytest.mark.slow
@pytest.mark.parametrize("part", ["mission.yml", "observations.csv", "work.yml"])
def test_faults_elsewhere_change_nothing_about_it(part: str, built: Log) -> None:
    """A private product that cannot be built leaves the public folder all the same."""
    set_visibility(built.space.data / "alpha", "private")
    (built.space.data / "alpha" / part).write_text("nothing: of ours\n")
    assert [one.product for one in built.build().failed] == ["alpha"]
    assert tells(built.out) == [] and not (built.out / "alpha").exists()


@pytest.mark.slow
@pytest.mark.parametrize("text", ["name: [", "", "\x00", None])
def test_a_product_that_cannot_be_read_stays_where_it_stands(text: str | None, log: Log) -> None:
    """A site of before stays in its folder, and nothing new is published of a product that has none."""
    set_visibility(log.space.data / "beta", "private")
    log.build()
    shutil.copytree(log.space.data / "alpha", log.space.data / "gamma")
    for name in log.space.products():
        path = log.space.data / name / "product.yml"
        path.unlink() if text is None else path.write_text(text)
    assert [one.product for one in log.build().failed] == ["alpha", "beta", "gamma"]
    assert check_site(log.out / "alpha") == () and check_site(log.space.root / "_private/beta") == ()
    assert not (log.out / "beta").exists() and not (log.out / "gamma").exists()
    assert "beta" not in text_of(log.out / "index.html") and "gamma" not in text_of(log.out / "index.html")
    assert "not published" in text_of(log.space.root / "_private/gamma/index.html")


@pytest.mark.slow
def test_a_chapter_that_fails_keeps_nothing_in_public(tmp_path: Path, crew: Crew) -> None:
    """A build that fails half-way has withdrawn the site before."""
    fails = {"report": ("assert 'private' not in open(f'{data_dir}/{product}/product.yml').read()", SHOW_PRODUCT)}
    space = with_vega(small_workspace(tmp_path / "w", fails, {"alpha": CANARY}))
    out = space.root / "_site"
    assert build(space, space.products(), out, DAY, crew=crew).failed == ()
    set_visibility(space.data / "alpha", "private")
    assert len(build(space, space.products(), out, DAY, crew=crew).failed) == 1
    assert tells(out) == [] and not (out / "alpha").exists()


@pytest.mark.slow
def test_a_broken_book_keeps_nothing_in_public(built: Log) -> None:
    """A build that is refused for its table of contents takes the private site away first."""
    set_visibility(built.space.data / "alpha", "private")
    for text in ("root: [\n", "root: chapters/nowhere\n"):
        (built.space.root / "_toc.yml").write_text(text)
        with pytest.raises(Exception, match=r"_toc\.yml"):
            build_one(built, "beta")
        assert tells(built.out) == [] and not (built.out / "alpha").exists()


@pytest.mark.slow
def test_a_product_that_turns_private_meanwhile_is_not_published(log: Log) -> None:
    """A product.yml that changes while chapters run counts before the site is put in its place."""

    def turn(event: Event) -> None:
        """Change it as soon as the first chapter runs."""
        if isinstance(event, ChapterStarted) and event.product == "alpha":
            set_visibility(log.space.data / "alpha", "private")

    done = build(log.space, log.space.products(), log.out, DAY, report=turn, crew=log.crew)
    assert [(one.product, "turned private" in one.message) for one in done.failed] == [("alpha", True)]
    assert tells(log.out) == [] and not (log.out / "alpha").exists()
    assert build_one(log, "alpha").failed == ()
    assert tells(log.space.root / ".purposebook/_cache") == []
    assert (log.space.root / "_private/alpha/index.html").is_file()


@pytest.mark.slow
def test_killed_builds_leave_nothing_private_in_public(tmp_path: Path) -> None:
    """Whenever a build is killed, no text that was written after the product turned private is below the folder."""
    chapter = {"report": ("import time; time.sleep(0.2)", READS.format(part="product"))}
    space = with_vega(small_workspace(tmp_path / "w", chapter, {"alpha": "Alpha", "beta": "Beta"}))
    out = space.root / "_site"
    assert build(space, space.products(), out, DAY).failed == ()
    set_visibility(space.data / "alpha", "private")
    for number in range(8):
        process = command(space, out, f"{tmp_path}-{number}", "--force")
        time.sleep(0.2 + number * 0.4)
        process.kill()
        process.communicate()
        assert tells(out) == []
    process = command(space, out, str(tmp_path))
    assert process.communicate(timeout=120)[0] and process.returncode == 0
    assert not (out / "alpha").exists() and tells(space.root / ".purposebook/_cache") == []
    assert check_site(space.root / "_private/alpha") == ()


@pytest.mark.slow
def test_builds_side_by_side_leave_nothing_private_in_public(built: Log, tmp_path: Path) -> None:
    """Four commands at once, into two folders, take turns at the private one."""
    set_visibility(built.space.data / "alpha", "private")
    outs = [built.out, tmp_path / "other"] * 2
    running = [command(built.space, out, str(tmp_path)) for out in outs]
    said = [one.communicate(timeout=240)[0] for one in running]
    assert [one.returncode for one in running] == [0] * 4, said
    assert tells(built.out) == tells(tmp_path / "other") == []
    assert check_site(built.space.root / "_private/alpha") == ()
    assert sorted(path.name for path in (built.space.root / "_private").iterdir()) == [
        ".gitignore", "_static", "alpha", "index.html",
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", ["_private", "_private/site"])
def test_nothing_is_published_among_private_products(name: str, log: Log) -> None:
    """The private folder is no --out."""
    with pytest.raises(UsageError, match="--out"):
        build(log.space, log.space.products(), log.space.root / name, DAY)
    assert not (log.space.root / "_private").exists()


@pytest.mark.parametrize("target", ["_site", "_site/inside", "."])
def test_a_private_folder_that_is_published_is_refused(target: str, tmp_path: Path) -> None:
    """A link that leads the private folder into the public one is seen."""
    space = small_workspace(tmp_path / "w", BOOK, {"alpha": "Alpha"})
    (space.root / "_site/inside").mkdir(parents=True)
    (space.root / "_private").symlink_to(space.root / target)
    with pytest.raises(UsageError, match="_private"):
        build(space, space.products(), space.root / "_site", DAY)


@pytest.mark.parametrize("kind", ["file", "link", "folder"])
def test_what_no_build_made_stops_the_build(kind: str, tmp_path: Path) -> None:
    """Something that has a private product's name in the public folder is named before anything is built."""
    space = small_workspace(tmp_path / "w", BOOK, {"alpha": "Alpha"})
    set_visibility(space.data / "alpha", "private")
    place = space.root / "_site" / "alpha"
    place.parent.mkdir()
    if kind == "file":
        place.write_text(CANARY)
    elif kind == "link":
        place.symlink_to(space.root / "_private" / "alpha")
    else:
        place.mkdir()
        (place / "index.html").write_text(CANARY)
    with pytest.raises(UsageError, match=r"'alpha' is private.*move it away"):
        build(space, space.products(), place.parent, DAY)
    place.rename(tmp_path / "away")
    with pytest.raises(UsageError, match="nowhere"):
        (space.root / "_toc.yml").write_text("root: nowhere\n")
        build(space, space.products(), place.parent, DAY)


@pytest.mark.slow
def test_a_preview_keeps_private_results_apart(log: Log) -> None:
    """Pages for this machine alone stand in one folder; the cache that may be copied holds nothing of them."""
    set_visibility(log.space.data / "alpha", "private")
    out = log.space.root / ".purposebook" / "_preview"
    manner = Manner(jobs=1, in_one_place=True)
    done = build(log.space, [log.space.products()[0]], out, DAY, manner, crew=log.crew)
    assert done.published == ("alpha",) and CANARY in text_of(out / "alpha/index.html").lower()
    assert tells(log.space.root / ".purposebook/_cache") == []
    assert not (log.space.root / "_private").exists() and not (log.space.root / "_site").exists()


@pytest.mark.slow
def test_archived_and_renamed_products_leave_the_private_folder(log: Log) -> None:
    """A build of all products takes their sites from it, as from the public one."""
    set_visibility(log.space.data / "alpha", "private")
    log.build()
    (log.space.data / "alpha").rename(log.space.data / "gamma")
    assert log.build().removed == ("alpha",)
    assert check_site(log.space.root / "_private/gamma") == ()
    shutil.rmtree(log.space.data / "gamma")
    assert log.build().removed == ("gamma",)
    assert tells(log.out) == tells(log.space.root / "_private", "gamma") == []


@pytest.mark.slow
def test_earlier_states_leave_the_cache_too(log: Log) -> None:
    """What six builds left of texts that nothing refers to any more goes with the rest; other products lose nothing."""
    for number in range(6):
        set_visibility(log.space.data / "alpha", "public", f"notice: Notice {number}\n")
        log.build()
    assert len(tells(log.space.root / ".purposebook/_cache", "Notice 0")) > 0
    set_visibility(log.space.data / "alpha", "private")
    log.build()
    assert tells(log.space.root / ".purposebook/_cache") == []
    assert log.build(manner=Manner()).unchanged == ("alpha", "beta")
    shutil.rmtree(log.out / "beta")
    log.build()
    assert log.ran() == {}, "beta's results are kept"


def test_git_ignores_private_sites(tmp_path: Path) -> None:
    """In a new workspace and in this repository no private page is added by mistake."""
    purposebook = [sys.executable, "-m", "purposebook"]
    subprocess.run([*purposebook, "init", str(tmp_path / "w")], check=True, capture_output=True)
    subprocess.run(["git", "init", "-q", str(tmp_path / "w")], check=True)
    paths = ["_private/alpha/index.html", ".purposebook/_private_cache/products/alpha.json"]
    found = subprocess.run(
        ["git", "check-ignore", *paths], cwd=tmp_path / "w", stdout=subprocess.PIPE, text=True, check=True
    )
    assert found.stdout.split() == paths
