"""Event logs are published by reference: what is read was promised, and their change runs who asked for them."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest
from small_workspace import files, small_order, small_workspace
from watched_builds import DAY, with_vega

from purposebook.cli.progress import Lines
from purposebook.errors import BuildFailed, DataFaults
from purposebook.publishing import logs
from purposebook.publishing.build import build
from purposebook.publishing.inputs import product_files, product_logs
from purposebook.publishing.job import Manner
from purposebook.publishing.logs import Laid, travelling
from purposebook.publishing.order import LogFile
from purposebook.storage.workspace import Workspace

METRICS = "metrics: []\npirate:\n  events: {file: events.csv}\n"
LOG = "actor,at,event\nada,2026-09-01,paid\n"
ASKS = "from pathlib import Path\nfrom purposebook.storage.opening import open_workbook\n{}"
COUNTS = """
from pathlib import Path
from purposebook.storage.duck import duck
from purposebook.storage.opening import open_workbook
log = open_workbook(Path(data_dir) / product).events
with duck() as connection:
    print(connection.execute(f"SELECT count(*) FROM {log.relation}").fetchall())
"""
SHOWS_NAME = ASKS.format("print(open_workbook(Path(data_dir) / product).product.name)")
WRITES = ASKS.format("print(open_workbook(Path(data_dir) / product).events.path.open('ab').write(b'x'))")


def hashed(text: str) -> str:
    """Return the hash of a text's bytes."""
    return hashlib.sha256(text.encode()).hexdigest()


def with_log(folder: Path, log: str = LOG) -> Path:
    """Give a product an event log."""
    (folder / "metrics.yml").write_text(METRICS)
    (folder / "events.csv").write_text(log)
    return folder


def space_with(root: Path, **chapters: str) -> Workspace:
    """Make a workspace whose one product has a log."""
    found = small_workspace(root, {name: (cell,) for name, cell in chapters.items()}, {"alpha": "Alpha"})
    with_log(found.data / "alpha")
    return with_vega(found)


def test_a_log_goes_by_name_and_nothing_else_does(tmp_path: Path) -> None:
    """Hand over no byte of a log, but its hash."""
    folder = with_log(small_workspace(tmp_path / "w", {"report": ()}, {"alpha": "Alpha"}).data / "alpha")
    (folder / "notes.csv").write_text("a")
    found = product_files(folder)
    assert set(found) == {"product.yml", "metrics.yml"}
    assert product_logs(folder, found) == {"events.csv": LogFile(str(folder / "events.csv"), hashed(LOG))}


def test_a_log_that_is_no_plain_file_is_a_fault(tmp_path: Path) -> None:
    """Name it as reading does."""
    folder = with_log(small_workspace(tmp_path / "w", {"report": ()}, {"alpha": "Alpha"}).data / "alpha")
    (folder / "events.csv").unlink()
    (folder / "events.csv").mkdir()
    with pytest.raises(DataFaults, match="is a folder"):
        product_logs(folder, product_files(folder))


@pytest.mark.parametrize(("large", "links"), [(False, True), (True, True), (True, False)])
def test_a_log_is_laid_out_as_it_was_promised(
    tmp_path: Path, large: bool, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copy the file, or give one that is large a second name where that is possible; any later change is noticed."""
    source, place = with_log(tmp_path) / "events.csv", tmp_path / "place"
    place.mkdir()
    if large:
        monkeypatch.setattr(logs, "COPIED", 0)
    if not links:
        monkeypatch.delattr(os, "link")
        monkeypatch.setattr(os, "link", lambda *_, **__: (_ for _ in ()).throw(OSError("no links here")), raising=False)
    laid = Laid.out({"events.csv": LogFile(str(source), hashed(LOG))}, place)
    linked = large and links
    assert (place / "events.csv").samefile(source) == linked
    assert laid.changed() == ()
    (place / "events.csv").write_text(LOG * 2)
    assert (source.read_text() == LOG) != linked
    with pytest.raises(BuildFailed, match=r"events\.csv changed while"):
        laid.refuse_changed()


@pytest.mark.parametrize(("text", "said"), [(LOG + "x", "changed while"), (None, "cannot be read")])
def test_another_log_than_promised_is_refused(tmp_path: Path, text: str | None, said: str) -> None:
    """Neither lay out nor send what is not what was planned with."""
    if text is not None:
        (tmp_path / "events.csv").write_text(text)
    log = {"events.csv": LogFile(str(tmp_path / "events.csv"), hashed(LOG))}
    (tmp_path / "place").mkdir()
    with pytest.raises(BuildFailed, match=said):
        Laid.out(log, tmp_path / "place")
    with pytest.raises(BuildFailed, match=said):
        travelling(dataclasses.replace(small_order({"report": ()}), logs=log))


def test_a_log_travels_as_bytes(tmp_path: Path) -> None:
    """An order for another machine carries what it needs."""
    log = {"events.csv": LogFile(str(with_log(tmp_path) / "events.csv"), hashed(LOG))}
    sent = travelling(dataclasses.replace(small_order({"report": ()}), logs=log))
    assert (sent.logs, sent.files["events.csv"]) == ({}, LOG.encode())


@pytest.mark.slow
def test_a_changed_log_runs_who_asked_for_it(tmp_path: Path) -> None:
    """The chapter that counts runs again, the other does not; build.json lists the log, and no page names a folder."""
    space, lines = space_with(tmp_path / "w", report=SHOWS_NAME, counts=COUNTS), list[str]()
    for log, ran in ((LOG, {"report", "counts"}), (LOG, set()), (LOG + "bo,2026-09-02,paid\n", {"counts"})):
        with_log(space.data / "alpha", log)
        lines.clear()
        done = build(space, space.products(), tmp_path / "out", DAY, Manner(jobs=1), Lines(lines.append, True).report)
        assert done.failed == ()
        assert {line.split(" ran: ")[0].removeprefix("alpha/") for line in lines if " ran: " in line} == ran
        record = json.loads((tmp_path / "out/alpha/build.json").read_text())
        assert {"file": "events.csv", "sha256": hashed(log)} in record["inputs"]
    assert [line for line in lines if " ran: " in line] == ["alpha/counts ran: events.csv changed"]
    assert not any(str(tmp_path).encode() in data for data in files(tmp_path / "out").values())


@pytest.mark.slow
def test_a_chapter_that_changes_the_log_is_not_published(tmp_path: Path) -> None:
    """A log that is not as it was when the chapters began makes no site."""
    space = space_with(tmp_path / "w", report=WRITES)
    done = build(space, space.products(), tmp_path / "out", DAY, Manner(jobs=1))
    assert [one.message for one in done.failed] == [
        "events.csv changed while the site was made; build again when it is written to its end"
    ]
    shutil.rmtree(tmp_path / "out")


@pytest.mark.slow
def test_faults_of_a_log_are_told_by_the_build(tmp_path: Path) -> None:
    """Name the line, and publish nothing."""
    space = space_with(tmp_path / "w", report=SHOWS_NAME)
    with_log(space.data / "alpha", LOG + "bo,yesterday,paid\n")
    done = build(space, space.products(), tmp_path / "out", DAY, Manner(jobs=1))
    assert [(fault.line, fault.field) for one in done.failed for fault in one.faults] == [(3, "at")]
