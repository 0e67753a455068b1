"""YAML made to harm: refused quickly, with our own faults only."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from storage_samples import DATA, product

from purposebook.errors import DataFaults
from purposebook.storage.reading import read_part
from purposebook.storage.yaml_reading import parse

SOURCES = [path.read_bytes() for path in sorted((DATA / "good").rglob("*.yml"))]
PIECES = [
    *(
        b"[",
        b"]",
        b"{",
        b"}",
        b"- ",
        b"? ",
        b": ",
        b",",
        b"\n",
        b"\r",
        b"\t",
        b"  ",
        b"#",
        b"|",
        b">",
        b"'",
        b'"',
        b"%",
    ),
    *(
        b"&a ",
        b"*a",
        b"!t ",
        b"!!str ",
        b"---\n",
        b"...\n",
        b"<<: ",
        b"~",
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xc2\x85",
    ),
    *(b'"\\ud800"', b'"\\UFFFFFFFF"', b"%YAML 1.1\n", b"%TAG ! x\n", b"@", b"`", b"1e999", b"mission", b"\xe2\x80\xae"),
]
DOCUMENTS = int(os.environ.get("PURPOSEBOOK_DOCUMENTS", "300"))
BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + at)}: &{chr(98 + at)} [*{chr(97 + at)}, *{chr(97 + at)}]\n" for at in range(20)
)


BOMBS = [
    *("[" * 100_000, "{" * 100_000, "- " * 100_000, "? " * 100_000, "a: [" * 100_000, "[[]," * 100_000, "!" * 100_000),
    *(BOMB, "a: *a\n" * 100_000, "&" * 100_000, "%" * 100_000, "a: &x b\n" * 2 + "c: *x", "---\n" * 100_000, "<" * 99),
]


@pytest.mark.parametrize("text", BOMBS, ids=lambda text: text[:8])
def test_a_bomb_is_refused_unbuilt(text: str) -> None:
    """Stop before a bomb is built, naming a line."""
    (complaint,) = parse(text).complaints
    assert complaint.line >= 1


def test_too_many_nodes_are_refused() -> None:
    """State the limit of keys and texts in a file."""
    (complaint,) = parse("a:\n" + "- x\n" * 100_001).complaints
    assert complaint.message == "more than 100\u202f000 keys and texts stand in this file"


def test_memory_stays_bounded() -> None:
    """Hold little of a bomb in memory."""
    tracemalloc.start()
    parse("[" * 1_000_000)
    parse(BOMB)
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Draw a good document with a few pieces put in, cut out or repeated."""
    text = draw(st.sampled_from(SOURCES))
    for _ in range(draw(st.integers(1, 4))):
        at, to = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=4))
        text = draw(
            st.sampled_from([text[:at] + piece + text[at:], text[:at] + piece + text[to:], text[:to] + text[at:]])
        )
    return text


@settings(max_examples=DOCUMENTS, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(data=damaged() | st.binary(max_size=60), part=st.sampled_from(["mission", "product", "personas", "metrics"]))
@example(data=b'"\\U00110000": x', part="mission")
@example(data=b"? - a\n: b", part="mission")
def test_any_bytes_yield_a_part_or_faults(tmp_path: Path, data: bytes, part: str) -> None:
    """Raise nothing but faults, whatever the file holds, and show nothing unprintable in them."""
    folder = product(tmp_path, **{part: data})
    try:
        read_part(folder, part)
    except DataFaults as found:
        assert found.faults
        assert all(str(fault).isprintable() for fault in found.faults)
        str(found).encode()
