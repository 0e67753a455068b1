"""The same data and the same day give the same bytes."""

from pathlib import Path

import pytest
from published_sites import DAY, ROOT, Sites

from purposebook.domain.slug import Slug
from purposebook.publishing.build import build
from purposebook.publishing.verify import check_site
from purposebook.storage.workspace import Workspace

pytestmark = pytest.mark.slow


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_built_alone_from_another_folder(sites: Sites, tmp_path: Path) -> None:
    """The worked example is the same beside a hostile and a broken product as it is alone."""
    result = build(Workspace(ROOT, ROOT / "data"), [Slug("coursecraft")], tmp_path / "site", DAY)
    assert result.failed == ()
    again, before = files(tmp_path / "site" / "coursecraft"), files(sites.out / "coursecraft")
    assert [name for name in again if again[name] != before.get(name)] == []
    assert set(again) == set(before)


def test_every_site_is_as_it_was_published(sites: Sites) -> None:
    """Each site verifies against its own record."""
    assert [check_site(sites.out / product) for product in ("coursecraft", "first-steps", "hostile")] == [(), (), ()]
