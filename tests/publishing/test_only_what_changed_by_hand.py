"""Files of a site that somebody touched, shared between sites, or carried away."""

import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_workspace import SHOW_PRODUCT, files, small_workspace
from watched_builds import DAY, Log, stamps, with_vega

from purposebook.domain.result_build import BuildResult, FindingCounts, SitePage
from purposebook.publishing.cache.seen import Seen
from purposebook.publishing.cache.store import Store
from purposebook.publishing.crew import Crew
from purposebook.publishing.order import Made, SiteFile
from purposebook.publishing.published import Published
from purposebook.publishing.record import digest, versions
from purposebook.publishing.verify import check_site

PRODUCTS = {"alpha": "Alpha", "beta": "Beta"}
slow = pytest.mark.slow


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Log]:
    """Publish two products once, with workers that stay warm."""
    folder = tmp_path_factory.mktemp("by-hand")
    space = small_workspace(folder / "w", {"report": (SHOW_PRODUCT,), "mission": (SHOW_PRODUCT,)}, PRODUCTS)
    with Crew(1) as crew:
        made = Log(with_vega(space), folder / "site", crew)
        assert made.build().failed == ()
        yield made


def change(site: Path) -> None:
    """Edit a page in place."""
    (site / "index.html").write_text("mine", encoding="utf-8")


def change_shared(site: Path) -> None:
    """Edit in place what all sites share, so that it changes in all of them."""
    with (site / "_static" / "site.css").open("a", encoding="utf-8") as sheet:
        sheet.write("body { color: red }")


def delete(site: Path) -> None:
    """Delete a page."""
    (site / "mission.html").unlink()


def add(site: Path) -> None:
    """Add a file below a new folder."""
    (site / "notes").mkdir()
    (site / "notes" / "mine.txt").touch()


def add_links(site: Path) -> None:
    """Add links that lead nowhere, and to a folder."""
    (site / "a").symlink_to(site / "nowhere")
    (site / "b").symlink_to(site.parent, target_is_directory=True)


def put_a_link(site: Path) -> None:
    """Put a link with the same bytes in the place of a page."""
    shutil.move(site / "index.html", site.parent.parent / "page.html")
    (site / "index.html").symlink_to(site.parent.parent / "page.html")


def put_a_pipe(site: Path) -> None:
    """Put a pipe in the place of a page: whoever reads it waits for ever."""
    (site / "index.html").unlink()
    os.mkfifo(site / "index.html")


def ruin_the_record(site: Path) -> None:
    """Cut the record short."""
    (site / "build.json").write_text('{"seal": 1', encoding="utf-8")


@slow
@pytest.mark.parametrize(
    "touch", [change, change_shared, delete, add, add_links, put_a_link, put_a_pipe, ruin_the_record]
)
def test_what_somebody_touched_is_put_right(touch: object, log: Log) -> None:
    """The next build restores the site, without running a chapter, and leaves the other one alone."""
    log.build()
    first, before = files(log.out), stamps(log.out / "beta")
    assert callable(touch)
    touch(log.out / "alpha")
    done = log.build()
    assert "alpha" in done.published and done.failed == ()
    assert files(log.out) == first
    assert [check_site(log.out / product) for product in PRODUCTS] == [(), ()]
    assert log.ran() == {} or touch is ruin_the_record
    assert stamps(log.out / "beta") == before or touch is change_shared


@slow
def test_what_all_sites_share_is_stored_once(log: Log, tmp_path: Path) -> None:
    """Style sheets and scripts are one file with several names, and a copied site stands alone."""
    log.build()
    one, two = stamps(log.out / "alpha"), stamps(log.out / "beta")
    shared = {name for name in one if name.startswith("_static/")} - {"_static/search-index.js"}
    assert len(shared) > 5
    assert {name for name in one if one[name] == two.get(name)} == shared
    subprocess.run(["cp", "-r", log.out / "alpha", tmp_path / "copy"], check=True)
    assert check_site(tmp_path / "copy") == ()
    assert not {inode for inode, _ in stamps(tmp_path / "copy").values()} & {inode for inode, _ in one.values()}


@slow
def test_the_page_of_a_deleted_chapter_disappears(log: Log) -> None:
    """A chapter that is no longer listed has no page any more; listed again, it needs no run."""
    log.build()
    toc = log.space.root / "_toc.yml"
    before = toc.read_text(encoding="utf-8")
    toc.write_text("format: jb-book\nroot: chapters/report\n", encoding="utf-8")
    log.build()
    assert not (log.out / "alpha" / "mission.html").exists()
    toc.write_text(before, encoding="utf-8")
    assert log.build().published == ("alpha", "beta")
    assert (log.out / "alpha" / "mission.html").is_file()
    assert log.ran() == {}


def made(product: str, **texts: str) -> Made:
    """Make a site of a few files."""
    found = {f"{name}.html": text.encode() for name, text in texts.items()} | {"_static/a.css": b"p {}"}
    sent = tuple(SiteFile(name, digest(data), data) for name, data in found.items())
    return Made(product, sent, {}, {}, FindingCounts(error=0, warning=0, info=0), 1, (), frozenset())


def published(out: Path) -> Published:
    """Know the sites of an output folder, and remember nothing of them."""
    return Published(out, lambda: b"", Seen(Store(out.with_name(f"{out.name}-results"))))


def put(out: Path, site: Made) -> int:
    """Put a site in its place and return how many files were written."""

    def record(pages: tuple[SitePage, ...]) -> BuildResult:
        """Describe it."""
        return BuildResult(
            product=site.product,
            as_of=DAY,
            versions=versions(),
            inputs=(),
            pages=pages,
            chapters=(),
            findings=site.findings,
        )

    return published(out).put(site, record, out / ".aside")[1]


def test_only_new_bytes_are_written(tmp_path: Path) -> None:
    """A page that stays the same is the same file; one with other bytes, and the record, are new ones."""
    assert put(tmp_path, made("alpha", index="1", mission="1")) == 4
    before = stamps(tmp_path / "alpha")
    assert put(tmp_path, made("alpha", index="1", mission="1")) == 0
    assert put(tmp_path, made("alpha", index="2", mission="1")) == 2
    after = stamps(tmp_path / "alpha")
    assert {name for name in after if after[name] == before[name]} == {"mission.html", "_static/a.css"}
    assert check_site(tmp_path / "alpha") == ()


def test_a_snapshot_by_links_never_changes(tmp_path: Path) -> None:
    """Whoever keeps old states as hard links (`cp -al`) keeps them: no file of a site is written in place."""
    put(tmp_path / "out", made("alpha", index="1"))
    subprocess.run(["cp", "-al", tmp_path / "out", tmp_path / "kept"], check=True)
    before = files(tmp_path / "kept")
    put(tmp_path / "out", made("alpha", index="2"))
    assert files(tmp_path / "kept") == before


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="there is no other file system here")  # noqa: S108
def test_where_links_fail_files_are_copied(tmp_path: Path) -> None:
    """Where no link can lead, as on another file system, a file is written with the same bytes."""
    put(tmp_path, made("alpha", index="1"))
    before = tmp_path / "alpha" / "_static" / "a.css"
    with tempfile.TemporaryDirectory(dir="/dev/shm") as elsewhere:
        target = Path(elsewhere) / "a.css"
        assert published(tmp_path)._lay(target, before, "_static/a.css", b"p {}")
        assert target.read_bytes() == b"p {}"
        assert target.stat().st_dev != before.stat().st_dev


def test_a_full_disk_leaves_the_site_of_before(tmp_path: Path) -> None:
    """When a write fails half-way, the site of before stands as it was."""
    put(tmp_path, made("alpha", index="1"))
    before = stamps(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            put(tmp_path, made("alpha", index="1", mission="x" * 20_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert {name: stamp for name, stamp in stamps(tmp_path).items() if not name.startswith(".aside/")} == before
