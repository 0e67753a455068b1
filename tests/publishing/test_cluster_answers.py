"""What a worker of a cluster answers is believed in nothing; the tests change a true answer."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from cluster_answers import Answered, answered

from purposebook.errors import Fault
from purposebook.publishing.cluster.answers import received
from purposebook.publishing.cluster.messages import answer_bytes, order_bytes, read_order
from purposebook.publishing.order import ChapterResult, Made, NotMade, Outcome, SiteFile
from purposebook.publishing.record import digest

POLICY = '<meta http-equiv="Content-Security-Policy"'
OUTSIDE = (
    "../../../x",
    "/x",
    "..",
    ".",
    "",
    "a/../../x",
    "C:\\x",
    "..\\x",
    "_static/../x",
    "x.html\x00",
    "build.json",
    "mission.html",
    "_images/../x.png",
    "_images/x.svg",
)
CELL = {"outputs": [], "execution_count": None}


@pytest.fixture(scope="module")
def true() -> Iterator[Answered]:
    """Let a worker answer once for all tests."""
    with answered() as found:
        yield found


def refused(outcome: Outcome) -> str:
    """Return why an answer was refused."""
    assert isinstance(outcome, NotMade)
    assert outcome.product == "alpha"
    assert outcome.message.startswith("a worker of the cluster answered with what cannot be published: ")
    return outcome.message


def test_a_true_answer_is_taken(true: Answered) -> None:
    """Every file comes with its bytes, also those that no worker sent; a picture of a cell is among them."""
    found = received(true.data, true.order)
    assert isinstance(found, Made)
    assert all(file.data is not None and file.sha256 == digest(file.data) for file in found.files)
    assert any(file.name.startswith("_images/") for file in found.files)
    assert any(file.data is None for file in true.made().files)


def test_an_order_tells_no_folder_of_this_machine(true: Answered) -> None:
    """The folders that no page may name stay here, and what earlier builds kept does too."""
    sent = order_bytes(replace(true.order, parts=b"parts", pictures=b"pictures"))
    assert b"somebody" not in sent
    assert read_order(sent) == replace(true.order, secrets=())


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_file_has_a_name_of_a_site(true: Answered, name: str) -> None:
    """No name leads outside, and none inside is any but that of a page, a picture or one of our own files."""
    assert "a file that no site has" in refused(true.with_file(name, b"x"))


@pytest.mark.parametrize("name", ["_static/site.js", "_static/hydrate.js", "_static/site.css", "_static/licences.txt"])
def test_no_worker_sends_our_files(true: Answered, name: str) -> None:
    """Scripts and style sheets are those that are installed here."""
    assert f"{name} is not ours" in refused(true.with_file(name, b"alert(1)"))


def test_files_are_what_they_are_called(true: Answered) -> None:
    """A picture is one, a style sheet loads nothing, the index is that of the pages, and bytes have their hash."""
    picture = f"_images/{'0' * 64}.png"
    assert "a picture is none" in refused(true.with_file(picture, b"<svg onload='alert(1)'/>"))
    assert "loads something" in refused(true.with_file("_static/pygments.css", b"@import 'https://example.org'"))
    assert "search index" in refused(true.with_file("_static/search-index.js", b"alert(1)"))
    assert "not what its hash says" in refused(true.changed(files=(SiteFile("index.html", digest(b"a"), b"b"),)))
    assert "not what its hash says" in refused(true.changed(files=(SiteFile("index.html", digest(b"a"), None),)))
    assert "twice" in refused(true.changed(files=true.made().files * 2))
    assert "is missing" in refused(true.changed(files=true.made().files[:-1]))


def test_a_page_is_verified_here(true: Answered) -> None:
    """A page without our policy, with another title, or which names a folder of this machine is refused."""
    assert "another title" in refused(true.with_file("index.html", b"<script>alert(1)</script>"))
    assert "Content-Security-Policy" in refused(
        true.with_page("index.html", lambda page: page.replace(POLICY, "<meta "))
    )
    assert "another title" in refused(true.with_page("notes.html", lambda page: page.replace("<title>", "<title>x")))
    told = true.with_page("notes.html", lambda page: page.replace("</main>", "/home/somebody/workbook</main>"))
    assert "names a folder of this machine" in refused(told)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"42",
        b"[]",
        b"{}",
        b"\xff",
        pickle.dumps(42),
        b'{"format":"purposebook-answer-1","outcome":42}',
        b"[" * 100_000,
    ],
)
def test_no_answer_of_another_type_ends_the_build(true: Answered, data: bytes) -> None:
    """Whatever the bytes are, one product fails with a sentence."""
    assert "not as an answer is written" in refused(received(data, true.order))


@pytest.mark.parametrize(
    "values",
    [
        {"product": "beta"},
        {"pages": 7},
        {"cells": {"report": 1}},
        {"inputs": {"product.yml": "0" * 64}},
        {"visibility": "noindex"},
        {"later": frozenset({"_static/evil.js"})},
        {"ran": ()},
    ],
)
def test_what_the_record_says_is_compared(true: Answered, values: dict[str, Any]) -> None:
    """An answer about another product, other files or other chapters is refused."""
    refused(true.changed(**values))


@pytest.mark.parametrize(
    "cells",
    [
        b"[]",
        b"{}",
        b"not JSON",
        json.dumps([CELL | {"cell_type": "markdown"}]).encode(),
        json.dumps([CELL | {"source": "import os", "metadata": {"tags": []}}]).encode(),
        json.dumps([CELL | {"outputs": [42]}]).encode(),
    ],
)
def test_cells_hold_what_was_shown_and_nothing_else(true: Answered, cells: bytes) -> None:
    """No cell takes the place of a chapter's source."""
    ran = tuple(replace(one, cells=cells) for one in true.made().ran)
    refused(true.changed(ran=ran))


@pytest.mark.parametrize("change", [{"slug": "beta"}, {"visibility": "private"}, {"last_review": "soon"}, {"x": 1}])
def test_the_card_is_that_of_the_product(true: Answered, change: dict[str, Any]) -> None:
    """A card that the portfolio could not show, or that tells of another product, is refused."""
    card = json.loads(next(file.data or b"" for file in true.made().files if file.name == "card.json"))
    refused(true.with_file("card.json", (json.dumps(card | change, indent=1) + "\n").encode()))


def test_what_is_remembered_is_bounded(true: Answered) -> None:
    """No worker fills the disk with names of files that a chapter says it read."""
    for files in ({"x" * 2_000: None}, {str(number): None for number in range(20_000)}):
        ran = tuple(replace(one, files=files) for one in true.made().ran)
        assert "too many files" in refused(true.changed(ran=ran))


def test_words_of_a_worker_command_no_terminal(true: Answered) -> None:
    """What a failed worker says is shown without signs that a terminal would follow."""
    fault = Fault("a\x1b[2J", 1, 1, "f", "\x9b31m", "advice")
    found = received(answer_bytes(NotMade("alpha", "one\x1b]0;x\x07\ntwo", (fault,))), true.order)
    assert isinstance(found, NotMade)
    assert found.message == "one ]0;x \ntwo"
    assert (found.faults[0].file, found.faults[0].message) == ("a [2J", " 31m")
    assert refused(
        received(answer_bytes(NotMade("alpha", "", ran=(ChapterResult("x", b"[]", {}, False, True),))), true.order)
    )
