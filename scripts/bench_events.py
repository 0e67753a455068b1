"""Time all pirate metrics of a made event log, beside the same questions hand-written for DuckDB."""

import argparse
import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench_event_queries import HAND_WRITTEN
from bench_memory import BenchmarkError

AS_OF = dt.date(2026, 1, 31)
COLUMNS = ("actor", "at", "event", "value", "channel")
PIRATE = {
    "events": {"file": "events.parquet"},
    "complete_until": dt.date(2025, 12, 31),
    "acquisition": {"event": "signed_up"},
    "activation": {"events": ["created", "published"], "match": "all", "within": "30d"},
    "retention": {"event": "any", "period": "month", "kind": "classic", "clock": "calendar"},
    "referral": {"invited": "invite_sent", "accepted": "invite_accepted", "cycle": "30d"},
    "revenue": {"event": "paid"},
    "funnel": {"steps": ["signed_up", "created", "published", "paid"], "within": "30d"},
}
GENERATE = """
COPY (
    WITH drawn AS (
        SELECT i, hash(i, $seed) % $actors AS who, (hash(i, $seed, 1) % 1000000) / 1e6 AS late,
            hash(i, $seed, 2) % 16 AS kind,
            (hash(i, $seed, 3) % 9000 + 100) / 100 AS value
        FROM range($events) AS rows(i)),
    placed AS (
        SELECT *, (hash(who, $seed, 4) % 300) * 86400e6 + late * late * late * 300 * 86400e6 AS since FROM drawn)
    SELECT 'user-' || lpad(CAST(who AS VARCHAR), 8, '0') AS actor,
        TIMESTAMP '2025-01-01' + to_microseconds(CAST(least(since, 364.99 * 86400e6) AS BIGINT)) AS "at",
        ['signed_up', 'signed_up', 'created', 'created', 'published', 'paid', 'invite_sent', 'invite_sent',
            'invite_accepted', 'visit', 'visit', 'visit', 'visit', 'visit', 'visit', 'visit']
            [CAST(kind + 1 AS INTEGER)] AS event,
        CASE WHEN kind = 5 THEN value END AS value,
        ['search', 'friends', 'ads', NULL][CAST(who % 4 + 1 AS INTEGER)] AS channel
    FROM placed) TO '{path}' (FORMAT parquet)
"""


def measure_events(events: int, seed: int, repeat: int) -> dict[str, Any]:
    """Make a log of that many events, ask it both ways, each in a process of its own, and keep the fastest pair.

    Returns the size of the file in bytes and, for each way, seconds by question, answers and peak bytes of memory.
    """
    with tempfile.TemporaryDirectory(prefix="purposebook-bench-") as folder:
        path = Path(folder) / "events.parquet"
        _child("make", path, "--events", str(events), "--seed", str(seed))
        runs = [{way: _asked(way, path) for way in WAYS} for _ in range(repeat)]
        quickest = min(runs, key=lambda run: sum(map(_seconds, run.values())))
        return {"events": events, "bytes": path.stat().st_size, "ways": quickest}


def told(found: Mapping[str, Any]) -> str:
    """Return what was measured as a table: seconds and ratio of each question, and whether both ways agree."""
    ours, theirs = (found["ways"][way] for way in WAYS)
    rows = [f"{found['events']:,} events, {found['bytes'] / 1e6:,.0f} MB of Parquet"]
    rows.append(f"{'':<14}{'engine s':>10}{'by hand s':>11}{'ratio':>8}  same answer")
    for name in ("preparing", *HAND_WRITTEN):
        by_hand, same = theirs["seconds"].get(name), ours["answers"].get(name) == theirs["answers"].get(name)
        compared = _beside(ours["seconds"][name], by_hand) + f"  {'yes' if same else 'NO'}" if by_hand else ""
        rows.append(f"{name:<14}{ours['seconds'][name]:>10.2f}{compared}")
    total, by_hand = _seconds(ours), _seconds(theirs)
    rows.append(f"{'total':<14}{total:>10.2f}{_beside(total, by_hand)}")
    rows.append(f"{'peak MB':<14}{ours['peak'] / 1e6:>10,.0f}{theirs['peak'] / 1e6:>11,.0f}")
    return "\n".join(rows)


def events_json(found: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was measured without the answers themselves."""
    ours, theirs = (found["ways"][way] for way in WAYS)
    total, by_hand = _seconds(ours), _seconds(theirs)
    return {
        "events": found["events"],
        "bytes": found["bytes"],
        "ways": {way: {"seconds": one["seconds"], "peak_bytes": one["peak"]} for way, one in found["ways"].items()},
        "same_answers": ours["answers"] == theirs["answers"],
        "engine_vs_hand_written": round(total / by_hand, 3),
    }


def _seconds(way: Mapping[str, Any]) -> float:
    """Return what all questions took together, asked in one way."""
    return sum(way["seconds"].values())


def _beside(seconds: float, by_hand: float) -> str:
    """Return the time of the queries by hand, and the ratio."""
    return f"{by_hand:>11.2f}{seconds / by_hand:>8.2f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do one thing in a process of its own: make a log, or ask it one way and print what was found as JSON."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("task", choices=("make", *WAYS))
    parser.add_argument("file", type=Path)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    if asked.task == "make":
        _generate(asked.file, asked.events, asked.seed)
    else:
        print(json.dumps(WAYS[asked.task](asked.file)))
    return 0


def _generate(path: Path, events: int, seed: int) -> None:
    """Write a log of ten events per actor over a year, the same for the same seed."""
    import duckdb

    with duckdb.connect() as connection:
        query = GENERATE.replace("{path}", str(path).replace("'", "''"))
        connection.execute(query, {"events": events, "actors": max(1, events // 10), "seed": seed})


def _asked(way: str, path: Path) -> dict[str, Any]:
    """Ask in a fresh process; this one holds little memory, for a child's peak begins with its parent's."""
    return dict(json.loads(_child(way, path)))


def _child(task: str, path: Path, *options: str) -> str:
    """Run this file in a process of its own, and return what it printed."""
    command = [sys.executable, __file__, task, str(path), *options]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [f"code {done.returncode}"])[-1]
        raise BenchmarkError(f"the event log ({task}) failed: {last}")
    return done.stdout


def _ours(path: Path) -> dict[str, Any]:
    """Ask the engine, and time each of its questions where it asks them."""
    import purposebook.measures.pirate.measure as engine
    from purposebook.domain.event_log import EventLog
    from purposebook.domain.pirate import Pirate

    seconds: dict[str, float] = {}
    for name in HAND_WRITTEN:
        setattr(engine, name, _timed(name, getattr(engine, name), seconds))
    begun = time.perf_counter()
    found = engine.measure_pirate(Pirate.model_validate(PIRATE), EventLog(path, "parquet", COLUMNS), AS_OF)
    total = time.perf_counter() - begun
    retained = found.retention.value.cohorts
    answers = {
        "acquisition": [[one.channel, one.actors] for one in found.acquisition.value],
        "activation": [[found.activation.value.actors, found.activation.value.of]],
        "retention": [
            [str(cohort.start), age.age, age.share.actors]
            for cohort in retained
            for age in cohort.ages
            if age.share and age.share.actors
        ],
        "referral": [[found.referral.value.active, found.referral.value.invitations, found.referral.value.accepted]],
        "revenue": [
            [found.revenue.value.paying.actors, found.revenue.value.paying.of, round(found.revenue.value.total, 2)]
        ],
        "funnel": [[one.share.actors for one in found.funnel.value]],
        "engagement": [[str(one.start), one.active, one.rows, one.days] for one in found.engagement.value.series],
    }
    return _result({"preparing": total - sum(seconds.values()), **seconds}, answers)


def _timed(name: str, asked: Callable[..., Any], seconds: dict[str, float]) -> Callable[..., Any]:
    """Note how long a question takes."""

    def ask(*arguments: Any) -> Any:
        """Ask it."""
        begun = time.perf_counter()
        found = asked(*arguments)
        seconds[name] = time.perf_counter() - begun
        return found

    return ask


def _hand_written(path: Path) -> dict[str, Any]:
    """Ask one query after the other, straight from the file."""
    import duckdb

    seconds, answers = {}, {}
    with duckdb.connect() as connection:
        for name, query in HAND_WRITTEN.items():
            begun = time.perf_counter()
            answers[name] = connection.execute(query.replace("{file}", str(path).replace("'", "''"))).fetchall()
            seconds[name] = time.perf_counter() - begun
    return _result(seconds, answers)


def _result(seconds: dict[str, float], answers: dict[str, Any]) -> dict[str, Any]:
    """Return the times, the answers in one order, and the most memory that the process held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ordered = {name: sorted([str(cell) for cell in row] for row in rows) for name, rows in answers.items()}
    return {"seconds": seconds, "answers": ordered, "peak": peak * (1 if sys.platform == "darwin" else 1024)}


WAYS: dict[str, Callable[[Path], dict[str, Any]]] = {"engine": _ours, "hand-written": _hand_written}

if __name__ == "__main__":
    sys.exit(main())
