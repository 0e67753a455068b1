"""Made products: readable, all different, the same bytes every time, and one value away from each other when asked."""

import csv
from pathlib import Path

import pytest

from generated_products import AS_OF, change_one_observation, write_products
from purposebook.checks.engine import check
from purposebook.storage.reading import read_workbook


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make twenty products, once."""
    folder = tmp_path_factory.mktemp("made") / "data"
    write_products(folder, 20, seed=1)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_product_is_read_without_a_fault(data: Path) -> None:
    """Every folder is a product that can be read, with three to eight metrics and no dangling id."""
    books = [read_workbook(folder) for folder in sorted(data.iterdir())]
    assert len(books) == 20
    assert {len(book.metrics.metrics) for book in books} <= set(range(3, 9))
    rules = [finding.rule for book in books for finding in check(book, AS_OF).findings if finding.severity == "error"]
    assert "X1" not in rules


def test_the_same_seed_makes_the_same_bytes(data: Path, tmp_path: Path) -> None:
    """A product is the same in every run, and whatever the number of products."""
    slugs = write_products(tmp_path, 2, seed=1)
    assert contents(tmp_path) == {
        name: text for name, text in contents(data).items() if name.partition("/")[0] in slugs
    }


def test_another_seed_makes_other_products(data: Path, tmp_path: Path) -> None:
    """Not one file of another seed is known."""
    write_products(tmp_path, 3, seed=2)
    assert not set(contents(tmp_path).values()) & set(contents(data).values())


def test_no_two_products_share_a_file(data: Path) -> None:
    """Whatever a cache remembers of one product, it is of no use for the next."""
    made = contents(data)
    assert len(made) == len(set(made.values())) == 20 * 14


def test_one_observation_changes_in_place(tmp_path: Path) -> None:
    """Each change touches one value of one file, and never comes back to what was there."""
    (slug,) = write_products(tmp_path, 1, seed=3)
    path, seen = tmp_path / slug / "observations.csv", []
    for _ in range(3):
        seen.append(path.read_text(encoding="utf-8"))
        change_one_observation(tmp_path, slug)
    first, after = (list(csv.reader(text.splitlines())) for text in seen[:2])
    assert len(set(seen)) == 3
    assert sum(one != other for one, other in zip(first, after, strict=True)) == 1
