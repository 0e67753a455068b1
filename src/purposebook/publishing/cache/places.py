"""Where the run cache stands below a workspace: known without reading the cache's own code."""

from __future__ import annotations

from pathlib import Path
from typing import Final

PRIVATE: Final = ".purposebook"
"""The workspace's folder for what git ignores."""
RESULTS: Final = Path(PRIVATE, "_cache", "results")
_PRODUCTS: Final = Path(PRIVATE, "_cache", "products")


def traces_file(root: Path, product: str) -> Path:
    """Return the file that remembers a product of the workspace at `root`."""
    return root / _PRODUCTS / f"{product}.json"
