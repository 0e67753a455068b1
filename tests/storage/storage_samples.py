"""What the tests of storage share: product folders made from texts, and what is wrong with them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from purposebook.errors import DataFaults
from purposebook.storage.reading import read_workbook

DATA = Path(__file__).parent.parent / "data"


def product(folder: Path, **files: str | bytes) -> Path:
    """Make a product from its parts' texts; `observations` is the CSV file."""
    made = folder / "demo"
    made.mkdir(exist_ok=True)
    for part, text in {"product": "name: Demo\n", **files}.items():
        name = "observations.csv" if part == "observations" else f"{part}.yml"
        (made / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return made


def faults_in(folder: Path) -> str:
    """Return the faults of a product, one a line; nothing when it can be read."""
    try:
        read_workbook(folder)
    except DataFaults as found:
        return "".join(f"{fault}\n" for fault in found.faults)
    return ""


def fingerprint(folder: Path) -> dict[str, str]:
    """Return a hash of every file below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
