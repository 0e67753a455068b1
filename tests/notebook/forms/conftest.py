"""Real products in a temporary folder, and forms on them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from opening import FULL, OpenForm, opener


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a product that has written something everywhere."""
    return Path(shutil.copytree(FULL, tmp_path / "circle"))


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """Return the folder of a product that has nothing but a name."""
    made = tmp_path / "bare"
    made.mkdir()
    shutil.copy(FULL / "product.yml", made)
    return made


@pytest.fixture
def form(folder: Path) -> OpenForm:
    """Open forms of the full product."""
    return opener(folder)


@pytest.fixture
def bare_form(bare: Path) -> OpenForm:
    """Open forms of the product that has nothing but a name."""
    return opener(bare)
