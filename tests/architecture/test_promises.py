"""Every promise of our texts stands where the table says, and a test holds it."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "promises.md"
HEADER = "| promise | where | held by |"
GOOD = (
    "| `build` runs only what changed | `README.md` "
    "| `tests/architecture/test_promises.py::test_every_promise_is_kept_by_a_test` |"
)


@dataclass(frozen=True)
class Promise:
    """Hold one row of the table."""

    words: str
    place: str
    tests: tuple[str, ...]


def promises(page: str) -> list[Promise]:
    """Return the rows of every table of promises."""
    lines = [line for line in page.splitlines() if line.startswith("|") and line != HEADER and "| ---" not in line]
    return [_promise(line) for line in lines]


def _promise(line: str) -> Promise:
    """Read one row; a bar inside a quotation has a backslash before it."""
    words, place, tests = (cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:4])
    return Promise(words.replace("\\|", "|"), place.strip("`"), tuple(re.findall(r"`([^`]+)`", tests)))


def wrong(promise: Promise) -> list[str]:
    """Return what is wrong with a row."""
    found = [] if promise.tests else ["no test holds it"]
    found += [f"there is no test {test}" for test in promise.tests if not _is_there(test)]
    if not (ROOT / promise.place).is_file():
        found.append(f"there is no file {promise.place}")
    elif plain(promise.words) not in text_of(promise.place):
        found.append(f"{promise.place} does not say so")
    return found


def _is_there(test: str) -> bool:
    """Tell whether a test is defined where the row says."""
    path, _, name = test.partition("::")
    return name.startswith("test_") and (ROOT / path).is_file() and name in functions(path)


@cache
def functions(path: str) -> frozenset[str]:
    """Return the names of the functions of a file of tests."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@cache
def text_of(place: str) -> str:
    """Return what a file says: the strings of code, the cells of a notebook, and any other file as it stands."""
    text = (ROOT / place).read_text(encoding="utf-8")
    if place.endswith(".py"):
        strings = (node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant))
        text = "\n".join(value for value in strings if isinstance(value, str))
    elif place.endswith(".ipynb"):
        text = "\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"])
    return plain(text)


def plain(text: str) -> str:
    """Return a text on one line, with one space between words."""
    return " ".join(text.split())


@pytest.mark.parametrize("promise", promises(PAGE.read_text(encoding="utf-8")), ids=lambda one: one.words[:60])
def test_every_promise_is_kept_by_a_test(promise: Promise) -> None:
    """The text still says so, and each test that the row names is there."""
    assert wrong(promise) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("`tests/architecture/test_promises.py::test_every_promise_is_kept_by_a_test`", "", "no test holds it"),
        ("::test_every_promise_is_kept_by_a_test", "::test_nobody_wrote", "there is no test "),
        ("test_promises.py", "test_nowhere.py", "there is no test "),
        ("runs only what changed", "runs what it likes", "README.md does not say so"),
        ("README.md", "NOWHERE.md", "there is no file NOWHERE.md"),
    ],
)
def test_a_broken_row_is_noticed(old: str, new: str, said: str) -> None:
    """A row without a test, with an unknown one, or with words that no text says any more fails."""
    (good,), (broken,) = promises(GOOD), promises(GOOD.replace(old, new))
    assert wrong(good) == []
    assert len(wrong(broken)) == 1 and wrong(broken)[0].startswith(said)


def test_no_promise_is_listed_twice() -> None:
    """Each promise of a text has one row."""
    listed = [(one.words, one.place) for one in promises(PAGE.read_text(encoding="utf-8"))]
    assert len(listed) == len(set(listed)) > 100


def test_every_promise_of_security_has_a_figure_and_a_test() -> None:
    """The table of what may never happen names tests that are there."""
    table = (ROOT / "docs" / "security.md").read_text(encoding="utf-8").partition("## What may never happen")[2]
    lines = [line for line in table.splitlines() if line.startswith("| ")]
    rows = [_promise(line) for line in lines if not line.startswith(("| promise", "| ---"))]
    assert len(rows) > 10
    for row in rows:
        assert row.place, row.words
        assert row.tests and all(map(_is_there, row.tests)), row.words
