"""Files that are too large, or no files at all: refused with a fault, never followed or waited for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from storage_samples import faults_in, fingerprint, product

from purposebook.domain.base import TEXT_LENGTH
from purposebook.errors import BadSlug, UsageError
from purposebook.storage.limits import CSV_BYTES, YAML_BYTES
from purposebook.storage.reading import read_part, read_workbook

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there, and pipes are no files")


@pytest.mark.parametrize("name", ["mission.yml", "observations.csv"])
def test_a_link_is_not_followed(tmp_path: Path, name: str) -> None:
    """Refuse a link even if it leads to a good file."""
    secret = tmp_path / "secret.txt"
    secret.write_text("mission: Teach\n")
    folder = product(tmp_path)
    (folder / name).symlink_to(secret)
    assert faults_in(folder) == f"{name}: is a symbolic link, put the file itself into the folder\n"


def test_a_link_to_nothing_is_named(tmp_path: Path) -> None:
    """Take a dangling link for a link, not for a part that nobody wrote."""
    folder = product(tmp_path)
    (folder / "mission.yml").symlink_to(tmp_path / "nowhere")
    assert "mission.yml: is a symbolic link" in faults_in(folder)


@pytest.mark.parametrize("name", ["mission.yml", "observations.csv"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    """Refuse a pipe at once."""
    folder = product(tmp_path)
    os.mkfifo(folder / name)
    advice = "move it away and put a plain file in its place"
    assert faults_in(folder) == f"{name}: is a pipe, socket or device where a file should be, {advice}\n"


def test_a_device_is_not_read(tmp_path: Path) -> None:
    """Refuse a part that is linked to a device."""
    folder = product(tmp_path)
    (folder / "metrics.yml").symlink_to("/dev/zero")
    assert "metrics.yml: is a symbolic link" in faults_in(folder)


def test_a_product_that_is_a_link_is_refused(tmp_path: Path) -> None:
    """Refuse a link where a product's folder should be."""
    (tmp_path / "other").symlink_to(product(tmp_path))
    with pytest.raises(UsageError, match="'other' is a symbolic link"):
        read_workbook(tmp_path / "other")


def test_a_folder_with_another_name_than_a_slug_is_refused(tmp_path: Path) -> None:
    """Refuse a product whose name could not be an address."""
    (tmp_path / "My Product").mkdir()
    with pytest.raises(BadSlug):
        read_workbook(tmp_path / "My Product")


def test_a_product_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Say how to make a product that does not exist."""
    with pytest.raises(UsageError, match="no folder 'nothing'"):
        read_part(tmp_path / "nothing", "mission")


@pytest.mark.parametrize(("part", "most"), [("mission", YAML_BYTES), ("observations", CSV_BYTES)])
def test_a_file_beyond_its_size_is_refused(tmp_path: Path, part: str, most: int) -> None:
    """State the limit of a file's size."""
    folder = product(tmp_path, **{part: "# " + "x" * most})
    assert f"is larger than {most // 1024**2} MiB" in faults_in(folder)


def test_a_file_of_exactly_its_size_is_read(tmp_path: Path) -> None:
    """Read a file that just keeps to the limit."""
    folder = product(tmp_path, mission="#" * YAML_BYTES)
    assert faults_in(folder) == ""


def test_a_text_beyond_its_length_is_refused(tmp_path: Path) -> None:
    """State the limit of a text, and keep a text of exactly that length."""
    folder = product(tmp_path, mission=f"mission: {'x' * TEXT_LENGTH}\npurpose: {'y' * (TEXT_LENGTH + 1)}\n")
    long = "has 10\u202f001 characters where 10\u202f000 are the most, shorten it"
    assert faults_in(folder) == f"mission.yml:2 purpose: {long}\n"


def test_too_many_faults_are_counted(tmp_path: Path) -> None:
    """Name a thousand faults of a file and count the others."""
    rows = "a,2026-02-30,1\n" * 1_200
    lines = faults_in(product(tmp_path, observations=f"metric,date,value\n{rows}")).splitlines()
    assert len(lines) == 1_001
    assert lines[-1] == "observations.csv:1002: 200 more faults follow, mend those above first"


def test_reading_leaves_no_trace(tmp_path: Path) -> None:
    """Create no file while reading."""
    folder = product(tmp_path, mission="mission: Teach\n")
    before = fingerprint(tmp_path)
    read_workbook(folder)
    assert fingerprint(tmp_path) == before
