"""Tests of what is remembered of parsed texts, within a process and for the next one."""

import os
import pickle
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from purposebook.storage import reading
from purposebook.storage.parse_memory import Memory
from purposebook.storage.shipped import shipped

EXAMPLES = sorted(path.name for path in shipped("data").iterdir() if (path / "product.yml").is_file())


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    """Hand nothing on to the next test."""
    yield
    reading.take_parts(None)


def memory(parsed: list[str]) -> "Memory[tuple[str, ...]]":
    """Return a memory that lists the texts it parses."""

    def parse(name: str, text: str) -> tuple[str, ...]:
        """Split a text into words."""
        parsed.append(name)
        return tuple(text.split())

    return Memory(parse, longest=5, short=2, long=1)


def test_a_text_is_parsed_once() -> None:
    """Short and long texts have rooms of their own, and the newest stay."""
    parsed: list[str] = []
    known = memory(parsed)
    for name, text in (
        ("a", "x y"),
        ("b", "long text"),
        ("a", "x y"),
        ("b", "long text"),
        ("c", "another"),
        ("a", "x y"),
    ):
        assert known(name, text) == tuple(text.split())
    assert parsed == ["a", "b", "c"]


def test_what_was_packed_is_not_parsed_again() -> None:
    """A later process knows just those texts."""
    packed = memory([]).packed([("a", "x y"), ("b", "long text")])
    parsed: list[str] = []
    known = memory(parsed)
    known.take(packed)
    assert (known("a", "x y"), known("b", "long text"), known("a", "z")) == (("x", "y"), ("long", "text"), ("z",))
    assert parsed == ["a"]
    assert known.knows([("b", "long text"), ("a", "x y")])
    assert not known.knows([("a", "x y")])


class Acting:
    """Act when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """Ask for a folder."""
        return os.mkdir, ("acted",)


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        b"torn",
        zlib.compress(b"torn"),
        zlib.compress(pickle.dumps({("a", "x y"): ("x",)})[:-4]),
        zlib.compress(pickle.dumps(["a"])),
        zlib.compress(pickle.dumps({("a", "x y"): Acting()})),
    ],
)
def test_damaged_or_foreign_bytes_say_nothing(packed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be read is parsed again, and nothing in it runs."""
    monkeypatch.chdir(tmp_path)
    parsed: list[str] = []
    known = memory(parsed)
    known.take(packed)
    assert (known("a", "x y"), parsed) == (("x", "y"), ["a"])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_product_is_read_from_what_was_packed_as_from_its_files(example: str, tmp_path: Path) -> None:
    """Values, the parts that say something, and the lines of all items are the same; a changed text is parsed."""
    folder = shutil.copytree(shipped("data", example), tmp_path / example)
    before = reading.read_workbook(folder)
    packed = reading.parts_to_pack(folder)
    assert packed is not None
    reading.take_parts(packed)
    reading._remembered_part._short.cache_clear()
    reading._remembered_part._long.cache_clear()
    assert reading.read_workbook(folder) == before
    assert reading.parts_to_pack(folder) is None
    (folder / "product.yml").write_text("name: Another\n", encoding="utf-8")
    assert reading.read_workbook(folder).product.name == "Another"
    assert reading.parts_to_pack(folder) is not None
