"""A cluster that loses a worker half-way makes the same bytes as this machine, for made, shipped and real products."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from clusters import build, dask_cluster, ended, wait_until
from small_workspace import ROOT, files
from watched_builds import DAY, workspace_copy

from purposebook.publishing.build import build as build_here

sys.path.insert(0, str(ROOT / "scripts"))  # as running one of them would

from generated_products import write_products

pytest.importorskip("distributed")
pytestmark = pytest.mark.slow
REAL = ROOT.parent / "shared" / "data" / "products"
GENERATED = int(os.environ.get("PURPOSEBOOK_GENERATED", "2"))


def test_the_same_bytes(tmp_path: Path) -> None:
    """The workers cannot see the workspace, and one of them is killed when half of the products are made."""
    space = workspace_copy(tmp_path / "w", "coursecraft", "first-steps")
    write_products(space.data, GENERATED, seed=3)
    for product in REAL.iterdir() if REAL.is_dir() else ():
        shutil.copytree(product, space.data / product.name)
    here = build_here(space, space.products(), space.root / "_here", DAY)
    assert here.failed == ()
    there = space.root / "_there"
    with dask_cluster(space.root) as dask:
        building = build(space.root, dask.address)
        wait_until(lambda: 2 * len(list(there.glob("*/card.json"))) >= len(space.products()), 600)
        dask.kill_workers(1)
        code, said = ended(building, 600)
    assert code == 0, said
    assert files(there) == files(space.root / "_here")
