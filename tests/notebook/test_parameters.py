"""Parameters arrive as tools make them; a product is opened only where it is sure which one is meant."""

from pathlib import Path

import pytest

from purposebook.errors import BadSlug, UsageError
from purposebook.notebook.parameters import product_named


@pytest.fixture
def data(tmp_path: Path) -> str:
    """Return a folder with products whose names look like other things."""
    for name in ("2026", "8", "010", "1e3", "0x10", "inf", "true", "9007199254740993"):
        (tmp_path / name).mkdir()
    return str(tmp_path)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("2026", "2026"),
        (2026, "2026"),
        (2026.0, "2026"),
        (10, "010"),
        (1000.0, "1e3"),
        (16, "0x10"),
        (float("inf"), "inf"),
        (9007199254740993, "9007199254740993"),
        ("true", "true"),
    ],
)
def test_the_one_product_that_reads_so_is_meant(data: str, given: object, meant: str) -> None:
    """A number finds the only folder from whose name it can come."""
    assert product_named(given, data) == meant


@pytest.mark.parametrize("given", [404, True, False, None, float("nan"), 1.5, [2026], {"product": 2026}])
def test_what_no_name_reads_as_is_refused(data: str, given: object) -> None:
    """The sentence says what arrived, and how to hand over a text."""
    with pytest.raises(UsageError, match=r"which is not text\. Give it as text: papermill -r product VALUE"):
        product_named(given, data)


def test_a_number_that_may_be_two_products_is_refused_with_both(data: str) -> None:
    """`010` in YAML is eight, and there is a product `8`: both are named, and neither is opened."""
    with pytest.raises(UsageError, match="It may mean 010 or 8"):
        product_named(8, data)


def test_a_text_is_judged_as_a_name(data: str) -> None:
    """What is no name of a product is refused as ever."""
    with pytest.raises(BadSlug):
        product_named("../2026", data)


def test_a_folder_that_is_a_number_is_told(data: str) -> None:
    """The folder of the products is a text too."""
    with pytest.raises(UsageError, match="data_dir arrived as 2026"):
        product_named(2026, 2026)  # type: ignore[arg-type]
