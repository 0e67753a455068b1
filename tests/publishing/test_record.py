"""build.json, and the verification of a published site."""

import datetime as dt
import json
import random
from pathlib import Path

import jsonschema
import pytest

from purposebook.domain.result_build import BuildResult, FindingCounts
from purposebook.publishing.record import files_of, inputs_of, versions, write_record
from purposebook.publishing.verify import check_site

SCHEMA = Path(__file__).resolve().parents[2] / "schemas" / "results" / "build.json"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a small site with its record."""
    (tmp_path / "_static").mkdir()
    (tmp_path / "index.html").write_text("<!DOCTYPE html><title>Report</title><p>Text", encoding="utf-8")
    (tmp_path / "_static" / "site.css").write_text("p { color: red }", encoding="utf-8")
    counts = FindingCounts(error=0, warning=1, info=2)
    inputs = inputs_of({"product.yml": "0" * 64})
    day = dt.date(2026, 10, 1)
    record = BuildResult(
        product="alpha",
        as_of=day,
        versions=versions(),
        inputs=inputs,
        pages=files_of(tmp_path),
        chapters=(),
        findings=counts,
    )
    write_record(tmp_path, record)
    return tmp_path


def test_an_untouched_site_is_whole(site: Path) -> None:
    """A site as it was published has nothing to report."""
    assert check_site(site) == ()


def test_every_single_byte_counts(site: Path) -> None:
    """Each of 500 changes of one byte, in pages and in build.json itself, is named."""
    draw = random.Random(1)  # noqa: S311 - a repeatable choice of bytes
    names = ["index.html", "_static/site.css", "build.json"]
    for _ in range(500):
        path = site / draw.choice(names)
        before = path.read_bytes()
        at = draw.randrange(len(before))
        path.write_bytes(before[:at] + bytes([before[at] ^ draw.randrange(1, 256)]) + before[at + 1 :])
        assert any(path.name in line for line in check_site(site))
        path.write_bytes(before)


def test_missing_and_added_files_are_named(site: Path) -> None:
    """A file that was taken away or put in is told by its name."""
    (site / "index.html").rename(site / "extra.html")
    assert check_site(site) == ("index.html is missing.", "extra.html was added.")


def test_a_link_is_an_added_file(site: Path) -> None:
    """A link into the machine never counts as a page."""
    (site / "passwd.html").symlink_to("/etc/passwd")
    assert check_site(site) == ("passwd.html was added.",)


def test_a_folder_without_record_says_so(tmp_path: Path) -> None:
    """What is no site is told apart from a site that is whole."""
    assert check_site(tmp_path) == ("build.json is missing or was changed: publish the product again.",)


@pytest.mark.parametrize("text", ["", "[" * 200_000, '{"a":' * 200_000, "9" * 10_000, "null", '{"seal": 1}', "\x00"])
def test_a_ruined_record_is_none(text: str, tmp_path: Path) -> None:
    """Whatever stands in a build.json, reading it neither fails nor takes long."""
    (tmp_path / "build.json").write_text(text, encoding="utf-8")
    assert check_site(tmp_path) == ("build.json is missing or was changed: publish the product again.",)


def test_the_record_follows_its_schema(site: Path) -> None:
    """What people read from build.json is what its schema describes."""
    jsonschema.validate(json.loads((site / "build.json").read_text()), json.loads(SCHEMA.read_text()))
