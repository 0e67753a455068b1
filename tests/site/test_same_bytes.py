"""The same data and the same day give the same bytes, however and wherever they are built."""

import datetime as dt
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from published_sites import DAY, ROOT, Sites, book_copy

from purposebook.domain.slug import Slug
from purposebook.publishing.build import build
from purposebook.publishing.verify import check_site
from purposebook.storage.workspace import Workspace

sys.path.insert(0, str(ROOT / "scripts"))  # as running one of them would

from generated_products import AS_OF, write_products

pytestmark = pytest.mark.slow

REAL = ROOT.parent / "shared" / "data" / "products"
GENERATED = int(os.environ.get("PURPOSEBOOK_GENERATED", "2"))


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def different(one: Path, other: Path) -> list[str]:
    """Return the files of two sites that are not the same in both."""
    first, second = files(one), files(other)
    assert first
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def by_command(data: Path, folder: Path, day: dt.date, *options: str) -> Path:
    """Build from the command line with nothing remembered, in a process with its own temporary folder."""
    book = book_copy(folder)
    with tempfile.TemporaryDirectory(prefix="a temporary ", dir=folder.parent) as temporary:
        subprocess.run(
            [sys.executable, "-m", "purposebook", "build", "--as-of", day.isoformat(), "--data", str(data), *options],
            cwd=book,
            env={**os.environ, "TMPDIR": temporary},
            check=True,
        )
        assert list(Path(temporary).iterdir()) == []
    return folder / "_site"


def test_built_alone_from_another_folder(sites: Sites, tmp_path: Path) -> None:
    """The worked example is the same beside a hostile and a broken product as it is alone."""
    space = Workspace(book_copy(tmp_path / "book"), ROOT / "data")
    assert build(space, [Slug("coursecraft")], tmp_path / "site", DAY).failed == ()
    assert different(tmp_path / "site" / "coursecraft", sites.out / "coursecraft") == []


def test_an_example_in_kernels_of_its_own(sites: Sites, tmp_path: Path) -> None:
    """Chapters in forked processes and in kernels, here and elsewhere, give the same site.

    The worked example's chapters are compared one by one in `test_warm_same_bytes.py`.
    """
    isolated = by_command(ROOT / "data", tmp_path / "other folder", DAY, "--isolated", "first-steps")
    assert different(isolated / "first-steps", sites.out / "first-steps") == []


def warm_and_isolated(data: Path, folder: Path, day: dt.date) -> list[str]:
    """Build products in both ways in two places; return what differs."""
    warm = by_command(data, folder / "warm", day)
    isolated = by_command(data, folder / "another place" / "isolated", day, "--isolated")
    assert [check_site(warm / product.name) for product in data.iterdir()] == [()] * len(list(data.iterdir()))
    return different(warm, isolated)


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared real products are not beside this repository")
def test_real_products(tmp_path: Path) -> None:
    """Products that nobody here wrote give the same bytes in both ways."""
    assert warm_and_isolated(REAL, tmp_path, DAY) == []


def test_generated_products(tmp_path: Path) -> None:
    """Made products, all different, give the same bytes in both ways."""
    write_products(tmp_path / "data", GENERATED, seed=3)
    assert warm_and_isolated(tmp_path / "data", tmp_path, AS_OF) == []


def test_every_site_is_as_it_was_published(sites: Sites) -> None:
    """Each site verifies against its own record."""
    assert [check_site(sites.out / product) for product in ("coursecraft", "first-steps", "hostile")] == [(), (), ()]
