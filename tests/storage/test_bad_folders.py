"""Broken products: each is refused with exactly the words of its expected.txt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from storage_samples import DATA, faults_in, fingerprint

BAD = sorted(path for path in (DATA / "bad").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", BAD, ids=lambda path: path.name)
def test_a_broken_product_is_refused_in_expected_words(folder: Path) -> None:
    """Name every fault with file, line, field and advice, and change nothing."""
    before = fingerprint(folder)
    assert faults_in(folder) == (folder / "expected.txt").read_text(encoding="utf-8")
    assert fingerprint(folder) == before


def test_the_corpus_is_large_enough() -> None:
    """Keep the promised number of broken products."""
    assert len(BAD) >= 90


def test_no_fault_holds_a_place_on_the_machine_or_a_long_value() -> None:
    """Show neither absolute paths nor quoted texts beyond 80 characters."""
    for folder in BAD:
        text = (folder / "expected.txt").read_text(encoding="utf-8")
        assert str(DATA) not in text
        assert all(len(quoted) <= 80 for quoted in re.findall(r"'([^'\n]*)'", text))
