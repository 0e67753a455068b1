"""A published site carries the licence of everything in it that is not ours."""

import re
from importlib.metadata import distribution
from pathlib import Path

import pytest
from small_workspace import SHOW_PRODUCT, files, small_workspace
from watched_builds import DAY, Log, with_vega

from purposebook.publishing.crew import Crew
from purposebook.publishing.frame.assets import SEARCH_SCRIPTS, content
from purposebook.publishing.frame.licences import LICENCES, ORIGINS, licences
from purposebook.publishing.record import read_record

TEXT = licences().decode()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish a product whose page has a figure."""
    folder = tmp_path_factory.mktemp("licences")
    space = with_vega(small_workspace(folder / "w", {"report": (SHOW_PRODUCT,)}, {"alpha": "Alpha"}))
    with Crew(1) as crew:
        assert Log(space, folder / "site", crew).build(DAY).failed == ()
    return folder / "site" / "alpha"


def is_ours(name: str, data: bytes) -> bool:
    """Tell whether a file is one of our own, to the byte, or written for this site."""
    return name in {LICENCES, f"_static/{SEARCH_SCRIPTS[0]}"} or data == content(name.removeprefix("_static/"))


@pytest.mark.slow
def test_every_file_of_others_has_its_notice(site: Path) -> None:
    """What lies in `_static` is ours, or the notices name it; nothing comes in unnoticed."""
    found = {name: data for name, data in files(site).items() if name.startswith("_static/") and name not in ORIGINS}
    assert set(ORIGINS) <= set(files(site))
    assert [name for name, data in found.items() if not is_ours(name, data)] == []
    assert all(re.search(rf"^{package} \S+: {file}$", TEXT, re.M | re.I) for file, package in ORIGINS.items())


@pytest.mark.slow
def test_the_notices_are_part_of_the_site(site: Path) -> None:
    """They are published, listed in build.json, and every page leads there."""
    record = read_record(site)
    assert record is not None
    assert LICENCES in {page.file for page in record.pages}
    assert (site / LICENCES).read_bytes() == licences()
    pages = [page.read_text(encoding="utf-8") for page in site.glob("*.html")]
    assert all(f'href="{LICENCES}"' in page for page in pages)


@pytest.mark.parametrize("package", sorted(set(ORIGINS.values())))
def test_a_notice_is_the_package_s_own_text(package: str) -> None:
    """The licence is read from what is installed, word for word."""
    (own,) = [file for file in distribution(package).files or () if file.name == "LICENSE" and "info" in str(file)]
    assert own.read_text(encoding="utf-8").strip() in TEXT


@pytest.mark.slow
def test_banners_of_style_sheets_are_answered(site: Path) -> None:
    """Whoever a style sheet names as its author stands in the notices too."""
    sheets = [data.decode() for name, data in files(site).items() if name in ORIGINS and name.endswith(".css")]
    banners = {banner for sheet in sheets for banner in re.findall(r"/\*!\s*\*? ?(\S+ ?\S*)", sheet)}
    assert banners == {"Bootstrap ", "Font Awesome", "sphinx-book-theme CSS"}
    assert "bootstrap 5" in TEXT
    assert "Font Awesome Free License" in TEXT
