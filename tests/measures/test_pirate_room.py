"""Event logs that need much room: what memory does not hold goes to the disk, or the answer is refused."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import resource
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import duckdb
import pytest
from pirate_plain import definitions

from purposebook.domain.event_log import EventLog
from purposebook.domain.variables import SPILL
from purposebook.measures.pirate import events, opening
from purposebook.measures.pirate.found import PirateMeasures
from purposebook.measures.pirate.measure import NO_ROOM, measure_pirate
from purposebook.publishing.warm import worker_process

AS_OF = dt.date(2024, 12, 31)
ACTORS = 200_000
"""Their names and beginnings take some 20 MB."""
LITTLE = "70MB"
KIB = 1024
LOG = """
COPY (SELECT 'somebody-with-a-long-name-' || (i % {actors}) AS actor,
        DATE '2024-01-01' + CAST(i % 300 AS INTEGER) AS "at", 'x' AS event
    FROM range({actors} * 3) AS rows(i)) TO '{path}' (FORMAT parquet)
"""


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> EventLog:
    """Return a log of many actors."""
    path: Path = tmp_path_factory.mktemp("room") / "events.parquet"
    duckdb.execute(LOG.format(actors=ACTORS, path=path))
    return EventLog(path, "parquet", ("actor", "at", "event"))


def _measured(log: EventLog, memory: str = LITTLE, soft: int = -1, hard: int = -1, portion: int = 0) -> PirateMeasures:
    """Work the log out in a process of its own, which holds so much and may write files as large as the limits say."""
    context, limits = multiprocessing.get_context("spawn"), (memory, soft, hard, portion)
    with ProcessPoolExecutor(1, context, _limited, limits) as pool:
        return pool.submit(measure_pirate, definitions(retention={}), log, AS_OF).result()


def _limited(memory: str, soft: int, hard: int, portion: int) -> None:
    """Become a process with little room."""
    opening.MEMORY = memory  # type: ignore[misc]
    events._PORTION = portion or events._PORTION  # type: ignore[misc]
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_what_memory_does_not_hold_goes_to_the_disk(log: EventLog) -> None:
    """Give the same answers with little memory, also where a process allows itself only small files."""
    plenty = _measured(log, memory="1GB")
    assert plenty.actors == ACTORS
    assert plenty.retention.value is not None
    assert _measured(log, soft=64 * KIB) == plenty


def test_actors_told_apart_in_portions(log: EventLog) -> None:
    """Give the same answers, however many are told apart at once."""
    assert _measured(log, memory="1GB", portion=70_000) == _measured(log, memory="1GB")


@pytest.mark.parametrize(("memory", "hard"), [("4MB", -1), (LITTLE, 64 * KIB)])
def test_no_room_is_said(log: EventLog, memory: str, hard: int) -> None:
    """Refuse in a sentence that names memory and disk where both are too small."""
    found = _measured(log, memory, hard, hard)
    assert found.retention.value is None
    assert found.reasons == (NO_ROOM,)


def test_what_goes_to_the_disk_lies_where_it_is_swept(
    log: EventLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that is killed leaves nothing outside of the folder that was named; no worker inherits that name."""
    monkeypatch.setenv(SPILL, str(tmp_path))
    with opening.opened(log, "UTC", ()):
        assert len(list(tmp_path.iterdir())) == 1
    assert list(tmp_path.iterdir()) == []
    assert SPILL in worker_process.OF_A_RUN
