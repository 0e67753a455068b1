"""Files that nothing happened to are not read again, and everything that happens to one is noticed."""

from __future__ import annotations

import os
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_workspace import SHOW_PRODUCT, small_workspace
from watched_builds import Log, with_vega

from purposebook.publishing import planning, published
from purposebook.publishing.cache import seen
from purposebook.publishing.cache.seen import Seen
from purposebook.publishing.cache.store import Store
from purposebook.publishing.crew import Crew
from purposebook.publishing.job import Manner

KNOWN = {"a.yml": ((1, 2, 3, 4, 5, 6), "hash"), "notes": ((), "")}


@pytest.fixture
def _old(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files be believed at once, which nobody changes in the same instant here."""
    monkeypatch.setattr(seen, "YOUNG", -60.0)


def states(folder: Path) -> object:
    """Return the states of a folder's files as a build would see them."""
    with tempfile.TemporaryDirectory() as root:
        return Seen(Store(Path(root))).states(folder)


def other_bytes(path: Path) -> bytes:
    """Return other bytes than a file's, as many of them."""
    data = path.read_bytes()
    return data[:-6] + data[-6:].swapcase()


def rewrite(path: Path) -> None:
    """Write other bytes of the same number, with the times that the file had."""
    before = path.stat()
    path.write_bytes(other_bytes(path))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace(path: Path) -> None:
    """Put another file in its place, as like it as can be."""
    before, aside = path.stat(), path.with_name("aside")
    aside.write_bytes(other_bytes(path))
    os.utime(aside, ns=(before.st_atime_ns, before.st_mtime_ns))
    aside.replace(path)


def permit(path: Path) -> None:
    """Change who may read it."""
    path.chmod(0o640)


def remove(path: Path) -> None:
    """Delete it."""
    path.unlink()


def add(path: Path) -> None:
    """Put another one beside it."""
    path.with_name("objectives.yml").touch()


@pytest.mark.usefixtures("_old")
@pytest.mark.parametrize("happens", [rewrite, replace, permit, remove, add])
def test_whatever_happens_to_a_file_is_noticed(happens: Callable[[Path], None], tmp_path: Path) -> None:
    """No change leaves the states of a folder as they were, whatever is done to hide it."""
    file = tmp_path / "mission.yml"
    file.write_text("statement: x\n", encoding="utf-8")
    before = states(tmp_path)
    assert before is not None
    assert states(tmp_path) == before
    time.sleep(0.02)  # longer than the system's clock takes for a tick
    happens(file)
    assert states(tmp_path) != before


def test_what_can_change_without_a_trace_is_not_remembered(tmp_path: Path) -> None:
    """A file that just changed has no state, and so has no folder with one."""
    (tmp_path / "young").touch()
    assert states(tmp_path) is None
    assert states(tmp_path / "nowhere") is None


def test_what_is_old_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file has a state once it is old enough by the clock of the disk; without that clock none has."""
    (tmp_path / "file").touch()
    monkeypatch.setattr(seen, "YOUNG", 0.05)
    assert states(tmp_path) is None
    time.sleep(0.1)
    assert states(tmp_path) is not None
    assert Seen(Store(tmp_path / "file" / "no folder")).states(tmp_path) is None


@pytest.mark.usefixtures("_old")
def test_what_is_no_file_of_one_name_is_not_remembered(tmp_path: Path) -> None:
    """A file with two names, a link and a pipe have no state, and so has no folder with one of them."""
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    assert states(tmp_path) is not None
    for make in (os.symlink, os.link):
        make(tmp_path / "file", tmp_path / "other")
        assert states(tmp_path) is None
        (tmp_path / "other").unlink()
    os.mkfifo(tmp_path / "other")
    assert states(tmp_path) is None
    (tmp_path / "folder" / "link").symlink_to(tmp_path / "folder")
    assert states(tmp_path / "folder" / "link") is None


def noted(folder: Path) -> Store:
    """Return a store in which a build noted a product."""
    store = Store(folder)
    notes = Seen(store)
    notes.note("products", "alpha", KNOWN)
    notes.write()
    return store


def test_what_was_noted_is_recalled_by_the_next_build(tmp_path: Path) -> None:
    """One folder's notes leave those of others alone; what is not written is forgotten."""
    store = Store(tmp_path)
    first = Seen(store)
    assert first.recall("products", "alpha") == {}
    first.note("products", "alpha", KNOWN)
    assert Seen(store).recall("products", "alpha") == {}
    first.write()
    second = Seen(store)
    second.note("sites", "alpha", {"index.html": ((1, 2, 3, 4, 5, 6), "hash")})
    second.write()
    assert Seen(store).recall("products", "alpha") == KNOWN
    assert Seen(store, anew=True).recall("products", "alpha") == {}


def cut(data: bytes) -> bytes:
    """Return what is left after a crash."""
    return data[: len(data) // 2]


def forge(data: bytes) -> bytes:
    """Return what somebody edited."""
    return zlib.compress(zlib.decompress(data).replace(b'"hash"', b'"mine"'))


def nothing(data: bytes) -> bytes:
    """Return an empty file's bytes."""
    return data[:0]


@pytest.mark.parametrize("harm", [cut, forge, nothing])
def test_what_is_damaged_is_forgotten(harm: Callable[[bytes], bytes], tmp_path: Path) -> None:
    """Nothing of it is believed, and the next build writes it anew."""
    store = noted(tmp_path)
    (kept,) = tmp_path.glob("*/*")
    kept.write_bytes(harm(kept.read_bytes()))
    assert Seen(store).recall("products", "alpha") == {}
    assert Seen(noted(tmp_path)).recall("products", "alpha") == KNOWN


def test_what_is_of_other_code_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of this program may read other files: it believes nothing of it."""
    store = noted(tmp_path)
    monkeypatch.setattr(seen, "environment", lambda: "other")
    assert Seen(store).recall("products", "alpha") == {}
    assert Seen(noted(tmp_path)).recall("products", "alpha") == KNOWN


def test_a_disk_that_refuses_is_no_failure(tmp_path: Path) -> None:
    """Where nothing can be kept, files are read again."""
    (tmp_path / "file").touch()
    assert Seen(noted(tmp_path / "file" / "no folder")).recall("products", "alpha") == {}


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Log]:
    """Publish two products once, with workers that stay warm."""
    folder = tmp_path_factory.mktemp("seen")
    space = small_workspace(folder / "w", {"report": (SHOW_PRODUCT,)}, {"alpha": "Alpha", "beta": "Beta"})
    with Crew(1) as crew:
        made = Log(with_vega(space), folder / "site", crew)
        assert made.build().failed == ()
        yield made


class Reads:
    """Note which products and pages are read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.products: list[str] = []
        self.files = 0
        product_files, hash_of_page = planning.product_files, published.digest

        def read_product(folder: Path) -> dict[str, bytes]:
            """Note it, and read it."""
            self.products.append(folder.name)
            return product_files(folder)

        def hash_page(data: bytes) -> str:
            """Note it, and hash it."""
            self.files += 1
            return hash_of_page(data)

        monkeypatch.setattr(planning, "product_files", read_product)
        monkeypatch.setattr(published, "digest", hash_page)


@pytest.mark.slow
@pytest.mark.usefixtures("_old")
def test_a_build_reads_only_what_something_happened_to(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """Products and pages that stand as they were are neither read nor hashed; style sheets of all sites are, once."""
    log.build()
    reads = Reads(monkeypatch)
    assert log.build().unchanged == ("alpha", "beta")
    assert reads.products == []
    shared = len(list((log.out / "alpha" / "_static").iterdir()))
    assert reads.files <= shared
    assert set(log.build(manner=Manner(force=True)).published) == {"alpha", "beta"}
    assert set(reads.products) == {"alpha", "beta"}
    log.build()
    reads.products.clear()
    rewrite(log.space.data / "beta" / "product.yml")
    assert log.build().published == ("beta",)
    assert set(reads.products) == {"beta"}


@pytest.mark.slow
@pytest.mark.usefixtures("_old")
def test_a_page_that_was_changed_behind_the_times_of_its_file_is_put_right(log: Log) -> None:
    """The bytes are those of before, also where somebody took care to leave size and time as they were."""
    log.build()
    log.build()
    page = log.out / "alpha" / "index.html"
    before = page.read_bytes()
    rewrite(page)
    assert page.read_bytes() != before
    assert log.build().published == ("alpha",)
    assert page.read_bytes() == before
