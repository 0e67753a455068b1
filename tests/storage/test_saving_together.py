"""Saving under hardship: many writers, sudden death, a full disk."""

from __future__ import annotations

import datetime as dt
import multiprocessing as mp
import os
import random
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from filelock import FileLock
from storage_samples import faults_in, product

from purposebook.domain.base import MANY_ITEMS
from purposebook.domain.metrics import Observation
from purposebook.domain.mission import Clause, Mission
from purposebook.domain.objectives import Objective, Objectives
from purposebook.errors import SaveFailed
from purposebook.storage.reading import read_observations, read_part
from purposebook.storage.replacing import replace
from purposebook.storage.saving import save_observations, save_part

resource = pytest.importorskip("resource", reason="only Unix limits the size of files")
FORKS = mp.get_context("fork")
WRITERS, SAVES = 8, int(os.environ.get("PURPOSEBOOK_SAVES", "10"))
FIT = min(SAVES, MANY_ITEMS // WRITERS)
"""So many objectives of each writer a product holds."""
FIRST = dt.date(2026, 1, 1)
KILLS = int(os.environ.get("PURPOSEBOOK_SAVE_KILLS", "30"))


def add_objectives(folder: Path, writer: int) -> None:
    """Save objectives of one's own, each on top of what was read last."""
    base = read_part(folder, "objectives")
    for save in range(FIT):
        assert isinstance(base, Objectives)
        mine = Objective(id=f"w{writer}-{save}", statement=f"Writer {writer}, save {save}")
        base = save_part(folder, "objectives", base, Objectives(objectives=(*base.objectives, mine)))


def add_rows(folder: Path, writer: int) -> None:
    """Save rows of one's own."""
    base = read_observations(folder)
    for save in range(SAVES):
        mine = Observation.model_validate({"metric": f"w{writer}", "date": FIRST + dt.timedelta(save), "value": save})
        base = save_observations(folder, base, (*base, mine))


def count_up(folder: Path, acknowledge: Connection) -> None:
    """Save ever higher numbers, telling each that is saved."""
    base = read_part(folder, "mission")
    for number in range(10_000):
        value = Mission(mission=f"{number}", clauses=(Clause(id="c", text="x" * (number * 997 % 9_000) + "."),))
        base = save_part(folder, "mission", base, value)
        acknowledge.send(number)


def save_on_a_full_disk(folder: Path, told: Connection) -> None:
    """Try to save where no file may grow beyond 100 bytes, and tell what was said."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    try:
        save_part(folder, "mission", Mission(), Mission(mission="x" * 200))
    except SaveFailed as error:
        told.send(str(error))


@pytest.mark.parametrize(("write", "saves"), [(add_objectives, FIT), (add_rows, SAVES)])
def test_eight_writers_lose_nothing(tmp_path: Path, write: object, saves: int) -> None:
    """Keep each save of 8 processes."""
    folder = product(tmp_path)
    writers = [FORKS.Process(target=write, args=(folder, writer)) for writer in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0] * WRITERS
    objectives = read_part(folder, "objectives")
    assert isinstance(objectives, Objectives)
    assert len(objectives.objectives) + len(read_observations(folder)) == WRITERS * saves


def test_sudden_death_leaves_a_whole_file(tmp_path: Path) -> None:
    """Kill a saving process at random moments: the file is whole and holds every acknowledged save."""
    folder = product(tmp_path, mission="mission: none\n")
    dice = random.Random(9)  # noqa: S311 - a test's dice
    for _ in range(KILLS):
        ours, theirs = FORKS.Pipe(duplex=False)
        writer = FORKS.Process(target=count_up, args=(folder, theirs))
        writer.start()
        theirs.close()
        time.sleep(dice.uniform(0.005, 0.09))
        writer.kill()
        writer.join(10)
        saved = -1
        try:
            while ours.poll():
                saved = ours.recv()
        except EOFError:
            pass
        assert faults_in(folder) == ""
        mission = read_part(folder, "mission")
        assert isinstance(mission, Mission)
        assert saved == -1 or int(mission.mission) in {saved, saved + 1}


def test_a_full_disk_is_told_truly(tmp_path: Path) -> None:
    """Say that nothing was saved, without a path, and leave no temporary file."""
    folder = product(tmp_path, mission="# comment\n")
    ours, theirs = FORKS.Pipe(duplex=False)
    writer = FORKS.Process(target=save_on_a_full_disk, args=(folder, theirs))
    writer.start()
    writer.join(20)
    said = ours.recv()
    assert said.startswith("mission.yml could not be saved (file too large). The file is as it was before.")
    assert str(tmp_path) not in said
    assert sorted(path.name for path in folder.iterdir()) == [".mission.yml.lock", "mission.yml", "product.yml"]


def test_another_programs_change_is_not_overwritten(tmp_path: Path) -> None:
    """Refuse to replace bytes that are not those on which the save was built."""
    folder = product(tmp_path, mission="mission: Theirs\n")
    with pytest.raises(SaveFailed, match="changed by another program"):
        replace(folder, "mission.yml", b"mission: Older\n", b"mission: Mine\n", 100)
    assert (folder / "mission.yml").read_text() == "mission: Theirs\n"


def test_a_lock_that_is_held_is_waited_for(tmp_path: Path) -> None:
    """Save as soon as the other one lets go."""
    folder = product(tmp_path)
    lock = FileLock(folder / ".mission.yml.lock")
    lock.acquire()
    writer = FORKS.Process(target=save_part, args=(folder, "mission", Mission(), Mission(mission="Teach")))
    writer.start()
    time.sleep(0.3)
    waiting = not (folder / "mission.yml").exists()
    lock.release()
    writer.join(20)
    assert waiting
    assert (folder / "mission.yml").read_text() == "mission: Teach\n"
