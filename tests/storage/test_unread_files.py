"""Files beside the data that somebody could take for data: named where nobody reads them, and only there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from storage_samples import product

from purposebook.errors import DataFaults
from purposebook.storage.reading import read_workbook
from purposebook.storage.stray_files import cut_off_files, stray_faults, unread_files

OBSERVED = "metric,date,value\na,2026-01-31,1\n"


def unread(folder: Path) -> dict[str, str]:
    """Return what is said of each file that is not read."""
    return {fault.file: fault.advice for fault in (*unread_files(folder), *stray_faults(folder))}


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("observation.csv", "observations.csv"),
        ("Observations.csv", "observations.csv"),
        ("OBSERVATIONS.CSV", "observations.csv"),
        ("observations.tsv", "observations.csv"),
        ("observations (1).csv", "observations.csv"),
        ("observations-2025.csv", "observations.csv"),
        ("observations (Anna's conflicted copy 2026-01-02).csv", "observations.csv"),
        ("observations.sync-conflict-20260102-101112-ABCDEFG.csv", "observations.csv"),
        ("Copy of observations.csv", "observations.csv"),
        ("survey.csv", "surveys.csv"),
        ("metrics (1).yml", "metrics.yml"),
        ("metrics-DESKTOP-123.yml", "metrics.yml"),
        ("Kopie von mission.yml", "mission.yml"),
        ("Mission.yml", "mission.yml"),
        ("mission.yaml", "mission.yml"),
    ],
)
def test_a_name_like_one_that_is_read_is_named(tmp_path: Path, name: str, meant: str) -> None:
    """Say under which name it is read; where that name is taken, say so; either advice ends it."""
    folder = product(tmp_path)
    (folder / name).write_text("", encoding="utf-8")
    assert unread(folder) == {name: f"rename it to {meant}"}
    (folder / name).rename(folder / meant)
    assert unread(folder) == {}
    (folder / name).write_text("", encoding="utf-8")
    (said,) = unread(folder).values()
    assert said.startswith(f"{meant} is") and "move this file to another folder" in said


@pytest.mark.parametrize("name", ["observations.xlsx", "Observations.ods", "observations.numbers", "events.xlsx"])
def test_a_workbook_is_no_table(tmp_path: Path, name: str) -> None:
    """Ask for a CSV file."""
    folder = product(tmp_path)
    (folder / name).write_bytes(b"PK")
    meant = f"{name.lower().rpartition('.')[0]}.csv"
    advice = f"save it as {meant} with the encoding UTF-8, and move this file to another folder"
    assert unread(folder) == {name: advice}


@pytest.mark.parametrize("name", ["mission.yml.orig", "mission.yml~", "~$observations.xlsx", "observations.csv.bak"])
def test_what_programs_leave_behind_is_named(tmp_path: Path, name: str) -> None:
    """Ask to delete it."""
    folder = product(tmp_path)
    (folder / name).write_bytes(b"")
    assert unread(folder) == {name: "delete it, or move it to another folder"}


def test_a_table_that_metrics_do_not_name_is_not_read(tmp_path: Path) -> None:
    """Say of an event log how to name it, and of observations that others are named."""
    folder = product(tmp_path, observations=OBSERVED, metrics="observations: {file: Umsatz.csv}\n")
    (folder / "Umsatz.csv").write_text(OBSERVED, encoding="utf-8")
    (folder / "events.csv").write_text("actor,at,event\nada,2026-09-01,x\n", encoding="utf-8")
    assert unread(folder) == {
        "events.csv": "name it in metrics.yml as pirate: {events: {file: events.csv}}, or move this file to another "
        "folder",
        "observations.csv": "metrics.yml names other observations; move this file to another folder, or name it there",
    }
    (folder / "metrics.yml").write_text("pirate: {events: {file: events.csv}}\n", encoding="utf-8")
    assert unread(folder) == {}
    assert read_workbook(folder).events is not None


def test_other_files_are_nobody_s_data(tmp_path: Path) -> None:
    """Say nothing of notes, pictures, folders, exports of trackers, and rows that databases gave."""
    folder = product(tmp_path, observations=OBSERVED)
    names = (
        "README.md",
        "logo.png",
        "notes.yml",
        "plan.yaml",
        "work-plan.yml",
        "work-plan-2026.yml",
        "product-notes.yml",
        "jira.csv",
    )
    names += ("observations.database.csv", "observations.json", ".observations.csv.swp", "surveys.csv", "jira.csv")
    for name in names:
        (folder / name).write_bytes(b"")
    (folder / os.fsdecode(b"observ\xe9es.txt")).write_bytes(b"")
    for name in ("private", "reviews", "observations"):
        (folder / name).mkdir()
    assert unread(folder) == {}


def test_a_broken_metrics_file_stops_nothing(tmp_path: Path) -> None:
    """Name what is not read, whatever else is wrong."""
    folder = product(tmp_path, metrics=b"\xff\xfe")
    (folder / "observation.csv").write_text(OBSERVED, encoding="utf-8")
    assert unread(folder) == {"observation.csv": "rename it to observations.csv"}


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty (0 bytes)"),
        (b"metric,date,value\nriders,2026-03-31,1", "its last line has no end"),
        (b"metric,date,value\r\nriders,2026-03-31,13\r", ""),
        ("metric,date,value\nriders,2026-03-31,1\nriders,2026-0".encode("utf-16"), "its last line has no end"),
        (b'metric,date,value,note\nriders,2026-03-31,13,"a', "its last line has no end"),
        (b"metric,date,value\nriders,2026-03-31,13\n", ""),
        (b"\n", ""),
    ],
)
def test_a_table_that_may_have_been_cut_off_is_named(tmp_path: Path, data: bytes, what: str) -> None:
    """Nobody can see in a 1 that it was a 13; ending the line says that it is whole."""
    folder = product(tmp_path)
    for name in ("observations.csv", "surveys.csv", "anything.csv"):
        (folder / name).write_bytes(data)
        said = [fault.message for fault in cut_off_files(folder) if fault.file == name]
        assert said == ([f"{what}, as a copy that was cut off leaves it"] if what else [])


@pytest.mark.parametrize("part", ["product", "mission", "metrics", "reviews"])
def test_a_part_of_no_byte_is_refused(tmp_path: Path, part: str) -> None:
    """It would be published as if nobody had ever written it; one with a comment is empty on purpose."""
    folder = product(tmp_path)
    text = "name: Bus\n" if part == "product" else "# nothing yet\n"
    (folder / f"{part}.yml").write_bytes(b"")
    with pytest.raises(DataFaults, match=rf"{part}\.yml: is empty \(0 bytes\)"):
        read_workbook(folder)
    (folder / f"{part}.yml").write_text(text, encoding="utf-8")
    read_workbook(folder)
