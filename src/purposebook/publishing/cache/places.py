"""Where the run cache stands below a workspace: known without reading the cache's own code."""

from __future__ import annotations

from pathlib import Path
from typing import Final

PRIVATE: Final = ".purposebook"
"""The workspace's folder for what git ignores."""
CACHE: Final = Path(PRIVATE, "_cache")
"""May be copied to other machines: nothing of a private product is here."""
PRIVATE_CACHE: Final = Path(PRIVATE, "_private_cache")
"""The same for private products: stays on this machine."""


def results_folder(root: Path, place: Path = CACHE) -> Path:
    """Return the folder of what chapters showed, in a cache of the workspace at `root`."""
    return root / place / "results"


def traces_file(root: Path, product: str, place: Path = CACHE) -> Path:
    """Return the file that remembers a product, in a cache of the workspace at `root`."""
    return root / place / "products" / f"{product}.json"
