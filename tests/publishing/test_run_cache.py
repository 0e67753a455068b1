"""What is remembered of a run, when it is believed, and what damage does to it."""

import json
import os
import subprocess
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest
from small_workspace import code, notebook

from purposebook.domain.result_build import FindingCounts
from purposebook.publishing.cache import run_cache
from purposebook.publishing.cache.run_cache import RunCache
from purposebook.publishing.cache.store import Store
from purposebook.publishing.cache.traces import KEPT, Trace, Traces
from purposebook.publishing.order import BookSource, ChapterResult, ChapterSource, Made, Skeleton

DAY = "2026-10-01"
OPENS = "chapter = open_chapter('mission', product, data_dir, as_of=as_of, mode=mode)"
FILES = {"product.yml": "1", "mission.yml": "2"}
SKELETON = Skeleton("key", {"index.html": b"<p>", "_static/site.css": b"p {}"}, frozenset({"_static/vega.js"}))
SHOWN = b'[{"outputs":[]}]'


def chapter(*cells: str) -> bytes:
    """Write a chapter with these code cells."""
    return notebook("Mission", *cells).encode()


def cache(root: Path, data: bytes = chapter(OPENS), on_cluster: bool = False) -> RunCache:
    """Open the cache of a workspace whose book is one chapter."""
    book = BookSource(b"", b"", (ChapterSource("mission", "chapters/mission.ipynb", data),))
    return RunCache(root, book, on_cluster=on_cluster)


def made(skeleton: Skeleton | None = None, pictures: bytes | None = None, parts: bytes | None = None) -> Made:
    """Return what a worker made, of which only what is kept matters."""
    none = FindingCounts(error=0, warning=0, info=0)
    return Made("alpha", (), {}, {}, none, 1, (), frozenset(), skeleton, pictures, parts)


def keep(
    root: Path, read: Mapping[str, str | None], data: bytes = chapter(OPENS), day: bool = False, cacheable: bool = True
) -> None:
    """Remember a run that read these files."""
    result = ChapterResult("mission", SHOWN, read, day, cacheable)
    cache(root, data).keep("alpha", FILES, DAY, (result,))


def why(root: Path, files: Mapping[str, str] = FILES, day: str = DAY, data: bytes = chapter(OPENS)) -> str:
    """Say why the chapter would run; nothing when it is known."""
    found = cache(root, data).look("alpha", files, day, False)
    assert set(found.known) | set(found.why) == {"mission"}
    return found.why.get("mission", "")


def test_what_did_not_change_is_known(tmp_path: Path) -> None:
    """The cells of a run that rests on the same files are handed out as they were."""
    assert why(tmp_path) == "no earlier run of it is kept"
    keep(tmp_path, {"product.yml": "1"})
    assert cache(tmp_path).look("alpha", FILES, "2027-01-01", False).known == {"mission": SHOWN}
    assert cache(tmp_path).look("beta", FILES, DAY, False).known == {}


def test_what_a_cluster_made_is_not_ours(tmp_path: Path) -> None:
    """Cells, pages and sites of a cluster have keys of their own, and those of this machine have too."""
    planted = ChapterResult("mission", b"planted", {"product.yml": "1"}, False, True)
    there, here = cache(tmp_path, on_cluster=True), cache(tmp_path)
    there.keep("alpha", FILES, DAY, (planted,))
    there.keep_site(there.inputs("alpha", FILES, DAY, False), "seal", made(pictures=b"planted", parts=b"planted"))
    assert there.look("alpha", FILES, DAY, False).known == {"mission": b"planted"}
    assert there.site("alpha", there.inputs("alpha", FILES, DAY, False)) == "seal"
    assert why(tmp_path) == "a cluster ran it"
    assert here.site("alpha", here.inputs("alpha", FILES, DAY, False)) is None
    assert (here.pictures("alpha"), here.parts("alpha"), here.skeleton("alpha")) == (None, None, None)
    keep(tmp_path, {"product.yml": "1"})
    assert cache(tmp_path).look("alpha", FILES, DAY, False).known == {"mission": SHOWN}
    assert cache(tmp_path, on_cluster=True).look("alpha", FILES, DAY, False).known == {"mission": b"planted"}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({**FILES, "product.yml": "9"}, "product.yml changed"),
        ({"mission.yml": "2"}, "product.yml is gone"),
        ({**FILES, "personas.yml": "3"}, "personas.yml is new"),
        ({**FILES, "product.yml": "9", "personas.yml": "3"}, "product.yml changed, personas.yml is new"),
        ({**FILES, "mission.yml": "9", "evidence.yml": "5"}, ""),
    ],
)
def test_a_run_rests_on_what_it_read(files: dict[str, str], told: str, tmp_path: Path) -> None:
    """A file that was read, or looked for in vain, makes the chapter run; any other does not."""
    keep(tmp_path, {"product.yml": "1", "personas.yml": None})
    assert why(tmp_path, files) == told


def test_a_file_that_changed_meanwhile_is_not_believed(tmp_path: Path) -> None:
    """A run that read other bytes than those of the plan, or whose journal is torn, is not remembered."""
    keep(tmp_path, {"product.yml": "other"})
    keep(tmp_path, {"product.yml": "1"}, cacheable=False)
    assert why(tmp_path) == "no earlier run of it is kept"


def test_the_day_counts_for_whoever_asked(tmp_path: Path) -> None:
    """A run that used the day is known for that day alone."""
    keep(tmp_path, {"product.yml": "1"}, day=True)
    assert why(tmp_path) == ""
    assert why(tmp_path, day="2026-11-01") == "the day changed from 2026-10-01 to 2026-11-01"


@pytest.mark.parametrize(
    "source",
    [
        "print(as_of)",
        "day = as_of",
        "f'{as_of}'",
        "globals()['as_' + 'of']",
        "eval('as_' + 'of')",
        "chapter.as_of",
        "%time 1",
        "open_chapter('mission', product, data_dir, as_of if as_of > '2027' else '')",
    ],
)
def test_a_chapter_that_uses_the_day_itself(source: str, tmp_path: Path) -> None:
    """Code that does more with the parameter than to open the chapter is known for its day alone."""
    keep(tmp_path, {}, chapter(OPENS, source))
    assert why(tmp_path, data=chapter(OPENS, source)) == ""
    assert why(tmp_path, day="2026-11-01", data=chapter(OPENS, source)).startswith("the day changed")


def test_only_code_counts_of_a_chapter(tmp_path: Path) -> None:
    """Other prose is the same run; another line of code, or another tag of a cell, is another."""
    keep(tmp_path, {})
    changed = json.loads(chapter(OPENS))
    changed["cells"][0]["source"] = "# Another title"
    assert why(tmp_path, data=json.dumps(changed).encode()) == ""
    assert why(tmp_path, data=chapter(OPENS + " ")) == "its code changed"
    changed["cells"][1]["metadata"]["tags"] = []  # papermill would put the parameters elsewhere
    assert why(tmp_path, data=json.dumps(changed).encode()) == "its code changed"


def test_a_tag_keeps_a_chapter_from_being_known(tmp_path: Path) -> None:
    """A chapter with a cell tagged `never-cache` runs in every build, and its site is never taken as made."""
    tagged = json.loads(chapter(OPENS))
    tagged["cells"].append(code("read_the_weather()", "never-cache"))
    data = json.dumps(tagged).encode()
    keep(tmp_path, {}, data)
    cache(tmp_path, data).keep_site("inputs", "seal", made())
    assert why(tmp_path, data=data) == "a cell of it is tagged never-cache"
    assert cache(tmp_path, data).site("alpha", "inputs") is None


def test_force_knows_nothing(tmp_path: Path) -> None:
    """`--force` runs what is known, and says so."""
    keep(tmp_path, {})
    assert cache(tmp_path).look("alpha", FILES, DAY, True).why == {"mission": "--force was given"}


def test_earlier_states_are_remembered(tmp_path: Path) -> None:
    """Data that go to and fro run once for each of their last states."""
    for state in range(KEPT + 1):
        result = ChapterResult("mission", SHOWN, {"product.yml": str(state)}, False, True)
        cache(tmp_path).keep("alpha", {"product.yml": str(state)}, DAY, (result,))
    known = [not why(tmp_path, {"product.yml": str(state)}) for state in range(KEPT + 1)]
    assert known == [False] + [True] * KEPT


def results(root: Path) -> list[Path]:
    """Return the files that hold what chapters showed."""
    return sorted((root / ".purposebook/_cache/results").glob("*/*"))


def test_every_damage_of_a_result_is_noticed(tmp_path: Path) -> None:
    """Cut short anywhere, or with any byte changed, a result is thrown away, and the chapter runs and is kept again."""
    keep(tmp_path, {})
    (path,) = results(tmp_path)
    whole = path.read_bytes()
    cut = [whole[:end] for end in range(len(whole))]
    flipped = [whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :] for at in range(len(whole))]
    for damaged in (*cut, *flipped, whole[:10] * 100, zlib.compress(b"[]")):
        path.write_bytes(damaged)
        told = why(tmp_path)
        same = told == "" and zlib.decompress(damaged) == SHOWN
        assert same or (told == "its kept result was gone or damaged" and not path.exists())
    keep(tmp_path, {})
    assert why(tmp_path) == ""


def test_a_folder_in_the_place_of_a_result_goes(tmp_path: Path) -> None:
    """Whatever stands there instead, the chapter runs once more and is known again."""
    keep(tmp_path, {})
    (path,) = results(tmp_path)
    path.unlink()
    (path / "inside").mkdir(parents=True)
    assert why(tmp_path) == "its kept result was gone or damaged"
    keep(tmp_path, {})
    assert why(tmp_path) == ""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root must make what others may not read")
def test_a_result_that_may_not_be_read_counts_as_damaged(tmp_path: Path) -> None:
    """Without the permission to read it, a result is thrown away like any other damage."""
    store = Store(tmp_path / "results")
    name = store.put(SHOWN)
    assert name is not None
    for path in (tmp_path, *tmp_path.rglob("*")):
        os.chown(path, 54321, 54321)
    (tmp_path / "results" / name[:2] / name[2:]).chmod(0)
    asked = (
        "import os, sys; from pathlib import Path; from purposebook.publishing.cache.store import Store\n"
        "os.chdir(sys.argv[1]); os.setuid(54321)\n"
        "store = Store(Path('results')); assert store.get(sys.argv[2]) is None\n"
        f"assert store.put({SHOWN!r}) == sys.argv[2]; assert store.get(sys.argv[2]) == {SHOWN!r}"
    )
    subprocess.run([sys.executable, "-c", asked, str(tmp_path), name], check=True)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, '{"chapters": {}, "sites": {}, "seal": "0"}'])
def test_damaged_memories_are_none(text: str, tmp_path: Path) -> None:
    """Whatever stands in the file that remembers a product, its chapters run again and are remembered anew."""
    keep(tmp_path, {})
    path = tmp_path / ".purposebook/_cache/products/alpha.json"
    path.write_text(text, encoding="utf-8")
    assert why(tmp_path) == "no earlier run of it is kept"
    keep(tmp_path, {})
    assert why(tmp_path) == ""


def test_every_changed_byte_of_a_memory_is_noticed(tmp_path: Path) -> None:
    """A memory in which one byte differs is not believed."""
    keep(tmp_path, {"product.yml": "1"})
    path = tmp_path / ".purposebook/_cache/products/alpha.json"
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert Traces.read(path) == Traces()


def test_a_memory_that_is_a_folder_is_replaced(tmp_path: Path) -> None:
    """A folder in the place of the file costs one run."""
    (tmp_path / ".purposebook/_cache/products/alpha.json").mkdir(parents=True)
    assert why(tmp_path) == "no earlier run of it is kept"
    keep(tmp_path, {})
    assert why(tmp_path) == ""


def test_the_store_keeps_the_newest_used(tmp_path: Path) -> None:
    """Cut back to its size, the store has lost what was not used for longest, and nothing else."""
    names = [str(Store(tmp_path).put(os.urandom(1000))) for _ in range(10)]
    for age, name in enumerate(names):
        os.utime(tmp_path / name[:2] / name[2:], (10**9 - age, 10**9 - age))
    small = Store(tmp_path, most=5000)
    assert small.get(names[9]) is not None  # used just now
    newest = small.put(os.urandom(1000))
    small.trim()
    kept = [name for name in (*names, str(newest)) if small.get(name) is not None]
    assert kept == [names[0], names[1], names[9], newest]


@pytest.mark.parametrize("place", [".purposebook", ".purposebook/_cache", ".purposebook/_cache/results"])
def test_a_file_in_the_place_of_the_cache_only_forgets(place: str, tmp_path: Path) -> None:
    """Where nothing can be kept, nothing is known, and nothing fails."""
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_text("mine", encoding="utf-8")
    keep(tmp_path, {})
    cache(tmp_path).keep_site("inputs", "seal", made(SKELETON, b"pictures"))
    assert why(tmp_path) == "no earlier run of it is kept"
    assert (tmp_path / place).read_text(encoding="utf-8") == "mine"


def aids(root: Path, product: str = "alpha") -> tuple[object, ...]:
    """Return what makes the next build of a product quicker."""
    known = cache(root)
    return known.skeleton(product), known.pictures(product), known.parts(product), known.sound(product)


NO_AIDS = (None, None, None, False)


def test_aids_come_back_for_the_same_code_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages, pictures and parts of before are as they were kept; a build that brings none leaves them there."""
    assert aids(tmp_path) == NO_AIDS
    cache(tmp_path).keep_site("inputs", "seal", made(SKELETON, b"pictures", b"parts"))
    cache(tmp_path).keep_site("other", "seal", made())
    assert aids(tmp_path) == (SKELETON, b"pictures", b"parts", True)
    assert aids(tmp_path, "beta") == NO_AIDS
    monkeypatch.setattr(run_cache, "environment", lambda: "another")
    assert aids(tmp_path) == NO_AIDS


def test_a_book_that_made_a_site_just_now_is_sound_for_the_next_product(tmp_path: Path) -> None:
    """What is in the chapters was looked at; products that come after need not do it again."""
    known = cache(tmp_path)
    assert not known.sound("beta")
    known.keep_site("inputs", "seal", made(SKELETON))
    assert known.sound("beta")
    assert not cache(tmp_path).sound("beta")


def test_damaged_aids_are_none(tmp_path: Path) -> None:
    """They are made again."""
    cache(tmp_path).keep_site("inputs", "seal", made(SKELETON, b"pictures", b"parts"))
    for path in (path for path in (tmp_path / ".purposebook/_cache/results").rglob("*") if path.is_file()):
        path.write_bytes(b"damaged")
    assert aids(tmp_path)[:3] == NO_AIDS[:3]


def test_a_name_of_ours_leads_to_its_bytes(tmp_path: Path) -> None:
    """Named bytes are found again, and not when the name or the bytes were damaged."""
    store = Store(tmp_path)
    store.put_named("vega-1", b"script")
    assert store.named("vega-1") == b"script"
    assert store.named("vega-2") is None
    (tmp_path / "vega-1.name").write_text("../../etc/passwd", encoding="utf-8")
    assert store.named("vega-1") is None


def test_a_change_names_the_nearest_run(tmp_path: Path) -> None:
    """Of several runs, the one that rests on most of what there is now says what changed."""
    del tmp_path
    runs = (Trace("a", "e", {"x.yml": "1", "y.yml": "1"}, None, ""), Trace("a", "e", {"x.yml": "2"}, DAY, ""))
    now = Trace("a", "e", {"x.yml": "2"}, "2026-12-01", "")
    assert Traces({"mission": runs}).why("mission", now) == "the day changed from 2026-10-01 to 2026-12-01"
    other = Trace("a", "other", {"x.yml": "2"}, DAY, "")
    assert Traces({"mission": runs}).why("mission", other) == "Purposebook or a package changed"
