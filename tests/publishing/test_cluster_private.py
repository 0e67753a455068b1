"""A cluster gets no private product: those are made on the machine that was asked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from clusters import MARK, build, dask_cluster, ended
from private_products import CANARY, set_visibility, tells
from small_workspace import small_workspace
from watched_builds import READS, command, with_vega

pytest.importorskip("distributed")
pytestmark = pytest.mark.slow
WHERE = f"import os; print('made in the cluster' if {MARK!r} in os.environ else 'made by us')"


def test_private_products_stay_on_this_machine(tmp_path: Path) -> None:
    """The workers make the public product, and of the private one neither order nor answer passes through them."""
    book = {"report": (WHERE, READS.format(part="product"))}
    space = with_vega(small_workspace(tmp_path / "w", book, {"alpha": CANARY, "beta": "Beta"}))
    set_visibility(space.data / "alpha", "private")
    with dask_cluster(space.root, workers=1) as dask:
        code, said = ended(build(space.root, dask.address))
        assert tells(dask.folder) == []
    assert code == 0, said
    assert "alpha is private: it is made on this machine and not sent to the cluster" in said
    assert "made by us" in (space.root / "_private/alpha/index.html").read_text()
    assert "made in the cluster" in (space.root / "_there/beta/index.html").read_text()
    assert tells(space.root / "_there") == tells(space.root / ".purposebook/_cache") == []


def test_private_products_need_no_cluster(tmp_path: Path) -> None:
    """Where all that is asked for is private, nobody is asked for help; a cluster that is missing stops the rest."""
    space = with_vega(small_workspace(tmp_path / "w", {"report": (WHERE,)}, {"alpha": "Alpha", "beta": "Beta"}))
    set_visibility(space.data / "alpha", "private")
    nobody = ("--scheduler", "tcp://127.0.0.1:9")
    process = command(space, tmp_path / "site", "alone", "alpha", *nobody)
    said = process.communicate(timeout=120)[0]
    assert process.returncode == 0, said
    assert f"Private, not to be published: open {space.root / '_private' / 'index.html'}" in said
    assert "Open " not in said
    shutil.rmtree(space.root / "_private")
    process = command(space, tmp_path / "site", "alone", *nobody)
    assert "No scheduler answers" in process.communicate(timeout=120)[0]
