"""Claims with evidence, sources of numbers, and rows of observations."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from purposebook.domain.claims import Claim
from purposebook.domain.metrics import Observation
from purposebook.domain.pirate import EventsSource, Pirate
from purposebook.domain.product import Product
from purposebook.domain.sources import Source


def test_a_claim_may_be_a_bare_text() -> None:
    """Read a text as a claim without evidence."""
    assert Claim.model_validate("Editing hurts") == Claim(text="Editing hurts")


def test_a_claim_has_a_text() -> None:
    """Refuse evidence for nothing."""
    with pytest.raises(ValidationError):
        Claim.model_validate({"evidence": ["int-07"]})


@pytest.mark.parametrize(
    "keys",
    [{}, {"file": "a.csv", "database": "DB", "query": "select 1"}, {"database": "DB"}, {"file": "a", "query": "q"}],
)
def test_a_source_is_a_file_or_a_database(keys: dict[str, str]) -> None:
    """Refuse both, neither, and a query with nothing to ask."""
    with pytest.raises(ValidationError, match="keep one of the two"):
        Source.model_validate(keys)


def test_an_event_log_is_csv_or_parquet() -> None:
    """Refuse other files as event logs."""
    assert EventsSource(file="events.parquet").file == "events.parquet"
    with pytest.raises(ValidationError, match=r"neither \.csv nor \.parquet"):
        EventsSource(file="events.xlsx")


def test_time_zones_are_known() -> None:
    """Refuse a time zone that nobody lives in."""
    with pytest.raises(ValidationError, match="no time zone"):
        Pirate.model_validate({"events": {"file": "events.csv"}, "time_zone": "Mars/Olympus"})


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({}, "neither a value"),
        ({"numerator": "1"}, "neither a value"),
        ({"value": "1", "numerator": "1", "denominator": "2"}, "keep one or the other"),
        ({"numerator": "1", "denominator": "0"}, "not above zero"),
    ],
)
def test_rows_that_say_nothing_or_too_much(cells: dict[str, str], message: str) -> None:
    """Refuse rows whose number cannot be told."""
    with pytest.raises(ValidationError, match=message):
        Observation.model_validate({"metric": "rate", "date": "2026-01-01", **cells})


def test_empty_cells_are_not_written() -> None:
    """Read a row of a table in which most cells are empty."""
    row = {"metric": "rate", "date": "2026-01-01", "value": "", "numerator": "1", "denominator": "2", "segment": ""}
    assert Observation.model_validate(row).numerator == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//example.org", "https://a b", "x"])
def test_links_are_web_or_mail(address: str) -> None:
    """Refuse addresses that a page must not link to."""
    with pytest.raises(ValidationError):
        Product.model_validate({"name": "Sample", "links": {"site": address}})
