"""`--jobs` says how many products are made at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_workspace import small_workspace
from watched_builds import DAY, with_vega

from purposebook.publishing.build import build
from purposebook.publishing.job import Manner

NOTES_ITS_TIME = """
import os, time
log = os.open({log!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
os.write(log, b"+")
time.sleep(1.5)
os.write(log, b"-")
"""


@pytest.mark.slow
@pytest.mark.parametrize(("jobs", "most"), [(1, 1), (2, 2)])
def test_as_many_products_are_made_at_once(jobs: int, most: int, tmp_path: Path) -> None:
    """One at a time, or side by side."""
    chapter = NOTES_ITS_TIME.format(log=str(tmp_path / "log"))
    space = with_vega(small_workspace(tmp_path / "w", {"report": (chapter,)}, dict.fromkeys("abcd", "Name")))
    assert build(space, space.products(), tmp_path / "site", DAY, Manner(jobs=jobs)).failed == ()
    signs = (tmp_path / "log").read_text()
    assert max(signs[:at].count("+") - signs[:at].count("-") for at in range(len(signs) + 1)) == most
