"""No product publishes what another one's database gives, unless whoever keeps the workspace lets it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from storage_samples import faults_in

from purposebook.publishing.book import derived_config
from purposebook.storage import database_reading
from purposebook.storage.reading import read_workbook

QUERY = "select metric, day as date, value from numbers"
NOT_SAID = "names SHOP too, and _config.yml does not say who may use it, write there: purposebook: {databases: {SHOP: "
NOT_ALLOWED = "_config.yml does not let alpha use SHOP, let whoever keeps the workspace write it there: purposebook: "


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Make a workspace in which beta has a database, and alpha names it."""
    monkeypatch.setattr(database_reading, "_FRESH_SECONDS", -1)
    with sqlite3.connect(tmp_path / "shop.db") as made:
        made.execute("create table numbers (metric, day, value)")
        made.execute("insert into numbers values ('sold', '2026-09-01', 3)")
        made.commit()
    monkeypatch.setenv("SHOP", f"sqlite:///{tmp_path / 'shop.db'}")
    (tmp_path / "_toc.yml").touch()
    for slug in ("alpha", "beta"):
        product(tmp_path, slug)
    yield tmp_path


def product(root: Path, slug: str, source: str = f'database: SHOP, query: "{QUERY}"') -> Path:
    """Make a product that asks."""
    folder = root / "data" / slug
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "product.yml").write_text(f"name: {slug.title()}\n")
    text = f"metrics: [{{id: sold, name: Sold}}]\nobservations: {{{source}}}\n"
    (folder / "metrics.yml").write_text(text)
    return folder


def told(root: Path, slug: str = "alpha", config: str | None = None) -> str:
    """Return what is wrong with a product."""
    if config is not None:
        (root / "_config.yml").write_text(f"title: Ours\n{config}\n")
    return faults_in(root / "data" / slug)


def test_a_product_does_not_read_what_another_ones_database_gives(root: Path) -> None:
    """As long as nobody said who may use it, neither does; a product whose database no other names asks at once."""
    assert NOT_SAID + "[alpha, beta]}}" in told(root) and told(root).startswith("metrics.yml:2 observations.database: ")
    assert "alpha " + NOT_SAID in told(root, "beta")
    shutil.rmtree(root / "data" / "alpha")
    assert told(root, "beta") == ""


@pytest.mark.parametrize(
    ("config", "alpha", "beta"),
    [
        ("purposebook: {databases: {SHOP: [beta]}}", NOT_ALLOWED, ""),
        ("purposebook:\n  databases:\n    SHOP:\n      - alpha\n      - beta", "", ""),
        ("purposebook: {databases: {SHOP: all}}", "", ""),
        ("purposebook: {databases: {OTHER: [alpha]}}", NOT_ALLOWED, "_config.yml does not let beta use SHOP"),
        ("purposebook: {databases: {}}", NOT_ALLOWED, "_config.yml does not let beta use SHOP"),
        ("purposebook: {databases: {SHOP: []}}", NOT_ALLOWED, "_config.yml does not let beta use SHOP"),
        ("purposebook: {databases: {SHOP: [alphabet, beta]}}", NOT_ALLOWED, ""),
        ("purposebook: {databases: {SHOP: alpha}}", "purposebook.databases of _config.yml cannot be read", "cannot"),
        ("purposebook: {databases: [SHOP]}", "purposebook.databases of _config.yml cannot be read", "cannot"),
        ("purposebook: {databases: {SHOP: [beta]}, databases: {SHOP: all}}", "cannot be read", "cannot be read"),
        ("purposebook: {databases: {SHOP: [beta}", "cannot be read", "cannot be read"),
        ("html: {x: databases}", NOT_SAID, NOT_SAID),
        ("", NOT_SAID, NOT_SAID),
    ],
)
def test_the_configuration_says_who_may_ask(root: Path, config: str, alpha: str, beta: str) -> None:
    """Name the product and what to write; a configuration that cannot be read lets nobody ask."""
    for slug, expected in (("alpha", alpha), ("beta", beta)):
        found = told(root, slug, config)
        assert expected in found and bool(expected) == bool(found)


def test_rows_that_are_kept_are_as_well_guarded(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the query of the other product, and without the variable, the cache would answer."""
    assert told(root, "beta", "purposebook: {databases: {SHOP: [beta]}}") == ""
    monkeypatch.delenv("SHOP")
    assert read_workbook(root / "data" / "beta").unreached == {"observations"}
    assert NOT_ALLOWED in told(root)


def test_a_review_asks_as_its_product(root: Path) -> None:
    """What lies inside a product is that product, whatever its folder is called."""
    inside = root / "data" / "alpha" / "reviews" / "beta"
    shutil.copytree(root / "data" / "beta", inside)
    told(root, config="purposebook: {databases: {SHOP: [beta]}}")
    assert NOT_ALLOWED in faults_in(inside)


def test_without_a_book_there_is_nothing_to_ask_leave_of(root: Path) -> None:
    """A folder of products alone is read as before."""
    (root / "_toc.yml").unlink()
    assert told(root) == told(root, "beta") == ""


def test_pages_are_made_without_it() -> None:
    """Jupyter Book is not told who may ask what."""
    config = b"title: Ours\npurposebook: {databases: {SHOP: [beta]}}\n"
    assert "purposebook" not in derived_config(config) and derived_config(config)["title"] == "Ours"
