"""The sites that these tests look at: the examples beside a hostile and a broken product."""

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path

from hostile_product import write_hostile_product

from purposebook.publishing.build import build
from purposebook.storage.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2026, 11, 1)
CHAPTERS = ("index", *(name for name in Workspace.find(ROOT).chapters() if name != "report"))


@dataclass(frozen=True)
class Sites:
    """Hold the folder of the sites, and the texts of the hostile product by their marks."""

    out: Path
    texts: dict[str, str]

    def pages(self, product: str) -> tuple[Path, ...]:
        """Return the pages of one product, its search page last."""
        return tuple(self.out / product / f"{page}.html" for page in (*CHAPTERS, "search"))

    def every_page(self) -> tuple[Path, ...]:
        """Return every page, the portfolio and the page of the broken product included."""
        return tuple(sorted(self.out.rglob("*.html")))


def book_copy(folder: Path) -> Path:
    """Copy this repository's book without what is remembered of earlier runs; return its folder."""
    folder.mkdir(parents=True)
    for name in ("_config.yml", "_toc.yml"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "chapters", folder / "chapters", ignore=shutil.ignore_patterns(".*"))
    return folder


def build_sites(shared: Path) -> dict[str, str]:
    """Build everything below `shared`."""
    data = shared / "data"
    for example in ("coursecraft", "first-steps"):
        shutil.copytree(ROOT / "data" / example, data / example)
    texts = write_hostile_product(data / "hostile")
    (data / "broken").mkdir()
    (data / "broken" / "product.yml").write_text("name: Broken\n<script>alert(1)</script>: x\n", encoding="utf-8")
    space = Workspace(book_copy(shared / "book"), data)
    result = build(space, space.products(), shared / "site", DAY)
    assert [failure.product for failure in result.failed] == ["broken"], result.failed
    return texts
