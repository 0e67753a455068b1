"""The journal tells what a run read, and never less."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from storage_samples import product

from purposebook.domain.variables import JOURNAL
from purposebook.errors import DataFaults, UsageError
from purposebook.storage import journal
from purposebook.storage.opening import open_workbook
from purposebook.storage.reading import read_part, read_workbook

ODD = '{metrics: [], observations: {file: "0-.csv"}}\n'
MISSION = "mission: Teach.\n"


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep a journal."""
    path = tmp_path / "journal"
    monkeypatch.setenv(JOURNAL, str(path))
    return path


def hashed(text: str) -> str:
    """Return the hash of a text's bytes."""
    return hashlib.sha256(text.encode()).hexdigest()


def test_files_are_noted_with_their_hash(tmp_path: Path, notes: Path) -> None:
    """Note the bytes of each file that is read, and each that is missing."""
    folder = product(tmp_path, mission=MISSION)
    read_part(folder, "mission")
    read_part(folder, "personas")
    found = journal.read_journal(notes)
    assert found == journal.Journal({"mission.yml": hashed(MISSION), "personas.yml": None}, day=False, torn=False)


def test_what_is_remembered_is_noted_too(tmp_path: Path, notes: Path) -> None:
    """Note every reading, also of a text that was parsed before."""
    folder = product(tmp_path, mission=MISSION)
    read_workbook(folder)
    notes.unlink()
    read_part(folder, "mission")
    assert set(journal.read_journal(notes).files) == {"mission.yml"}


def test_observations_are_noted_by_their_own_name(tmp_path: Path, notes: Path) -> None:
    """Note the file that metrics.yml names."""
    folder = product(tmp_path, metrics=ODD)
    (folder / "0-.csv").write_text("metric,date,value\n")
    assert open_workbook(folder).observations == ()
    found = journal.read_journal(notes)
    assert found.files == {"metrics.yml": hashed(ODD), "0-.csv": hashed("metric,date,value\n")}


def test_a_named_file_that_is_missing_is_noted(tmp_path: Path, notes: Path) -> None:
    """Looking for a file is reading too."""
    with pytest.raises(DataFaults):
        read_workbook(product(tmp_path, metrics=ODD))
    assert journal.read_journal(notes).files["0-.csv"] is None


def test_the_day_is_noted(notes: Path) -> None:
    """Note that the day was asked for."""
    journal.note_day()
    assert journal.read_journal(notes) == journal.Journal({}, day=True, torn=False)


def test_a_file_that_changes_meanwhile_tears_the_run(tmp_path: Path, notes: Path) -> None:
    """Say so when one run saw two states of a file; what was read first is told."""
    for text in (MISSION, "mission: Learn.\n"):
        read_part(product(tmp_path, mission=text), "mission")
    found = journal.read_journal(notes)
    assert (found.torn, found.files) == (True, {"mission.yml": hashed(MISSION)})


def test_two_folders_tear_the_run(tmp_path: Path, notes: Path) -> None:
    """Say so when files of two products were read: their names alone do not tell them apart."""
    for name in "ab":
        (tmp_path / name).mkdir()
        read_part(product(tmp_path / name, mission=MISSION), "mission")
    assert journal.read_journal(notes).torn


def test_a_refused_file_tears_the_run(tmp_path: Path, notes: Path) -> None:
    """Say so when a file could not be read, whatever the run made of that."""
    folder = product(tmp_path)
    (folder / "mission.yml").mkdir()
    with pytest.raises(DataFaults):
        read_part(folder, "mission")
    assert journal.read_journal(notes).torn


@pytest.mark.parametrize("bytes_", [b'{"day": true}', b'{"day": tr\n', b"\xff\n", b"[]\n", b"{}\n", b"\n", None])
def test_a_journal_that_cannot_be_read_is_torn(tmp_path: Path, bytes_: bytes | None) -> None:
    """Believe no journal that is cut off, damaged or missing."""
    if bytes_ is not None:
        (tmp_path / "journal").write_bytes(bytes_)
    found = journal.read_journal(tmp_path / "journal")
    assert found.torn and found.day


def test_a_journal_that_cannot_be_written_stops_the_run(
    tmp_path: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fact that is missing from the journal would be believed."""
    notes.mkdir()
    with pytest.raises(UsageError, match="PURPOSEBOOK_JOURNAL"):
        read_part(product(tmp_path, mission=MISSION), "mission")


def test_nothing_is_noted_without_a_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write nothing beside the product when nobody asked for a journal."""
    monkeypatch.delenv(JOURNAL, raising=False)
    read_workbook(product(tmp_path, mission=MISSION))
    journal.note_day()
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


def test_processes_write_to_one_journal(tmp_path: Path, notes: Path) -> None:
    """Lines of several processes stay whole."""
    code = "from purposebook.storage.journal import note_day\nfor _ in range(300): note_day()"
    runs = [subprocess.Popen([sys.executable, "-c", code], env=dict(os.environ)) for _ in range(2)]
    assert [run.wait() for run in runs] == [0, 0]
    assert not journal.read_journal(notes).torn
    assert notes.read_bytes().count(b"\n") == 600


HEARD = """
from pathlib import Path
from purposebook.storage import journal
from purposebook.storage.reading import read_part
journal.note_other_reads()
import colorsys
{read}
"""


@pytest.mark.parametrize(
    ("read", "torn"),
    [
        ("read_part(Path('alpha'), 'mission')", False),
        ("read_part(Path('alpha'), 'mission'); Path('made').write_text('x')", False),
        ("read_part(Path('alpha'), 'mission'); Path('alpha/mission.yml').read_text()", True),
        ("read_part(Path('alpha'), 'mission'); open('../' + Path.cwd().name + '/other.csv').close()", True),
    ],
)
def test_files_that_are_opened_past_storage_are_noticed(read: str, torn: bool, tmp_path: Path) -> None:
    """What a chapter opens by itself, other than code, makes its run one that is not kept."""
    product(tmp_path, mission=MISSION).rename(tmp_path / "alpha")
    (tmp_path / "other.csv").touch()
    settings = {**os.environ, JOURNAL: str(tmp_path / "journal")}
    command = [sys.executable, "-c", HEARD.format(read=read)]
    subprocess.run(command, cwd=tmp_path, env=settings, check=True)
    found = journal.read_journal(tmp_path / "journal")
    assert (list(found.files), found.torn) == (["mission.yml"], torn)
