"""The benchmark: honest about memory and failures, and tidy whatever happens."""

import json
import sys
from pathlib import Path

import pytest

import bench_events
from bench_event_queries import HAND_WRITTEN
from bench_memory import BenchmarkError, Cost, run
from bench_results import as_json, ratios, table
from bench_steps import Step, middle
from bench_workspace import workspace
from benchmark import main

HOLD = "import time; held = bytearray({} * 2**20); time.sleep(0.6)"
BESIDE = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLD.format(120)!r}])"
STEPS = [Step("plain", 2, Cost(60.0, 300.0)), Step("batch", 20, Cost(60.0, 500.0)), Step("single", 1, Cost(6.0, 400.0))]


def test_a_childs_memory_counts(tmp_path: Path) -> None:
    """The peak is that of the whole process tree."""
    cost = run([sys.executable, "-c", BESIDE], tmp_path)
    assert cost.seconds >= 0.6
    assert 120 <= cost.peak_mib < 400


def test_a_failed_command_is_no_measurement(tmp_path: Path) -> None:
    """The command, its exit code and its last line are named."""
    with pytest.raises(BenchmarkError, match=r"code 3.*no such product"):
        run([sys.executable, "-c", "print('no such product'); raise SystemExit(3)"], tmp_path)


def test_a_workspace_is_removed_after_a_failure() -> None:
    """Nothing is left of a workspace in which something broke."""
    with pytest.raises(BenchmarkError), workspace(1, seed=1) as place:
        assert (place.root / "data" / place.slugs[0] / "product.yml").is_file()
        assert (place.root / "chapters" / "report.ipynb").is_file()
        raise BenchmarkError
    assert not place.root.exists()


def test_ratios_compare_the_time_for_one_product() -> None:
    """A ratio is there when both of its steps are, and says how many times faster the second is."""
    assert ratios(STEPS) == {"cold_batch_vs_plain": 10.0, "cold_single_vs_plain": 5.0}


def test_results_say_each_step_in_both_forms() -> None:
    """The table and the JSON name the same steps."""
    found = as_json({"cpus": 2}, {"seed": 1}, STEPS)
    assert found["steps"][1] == {
        "name": "batch",
        "products": 20,
        "seconds": 60.0,
        "seconds_per_product": 3.0,
        "peak_mib": 500.0,
    }
    assert all(step.name in table(STEPS) for step in STEPS)


def test_repeated_steps_keep_the_median() -> None:
    """One slow run of three does not count."""
    assert middle([Cost(1.0, 10.0), Cost(9.0, 30.0), Cost(2.0, 20.0)]) == Cost(2.0, 20.0)


def test_an_error_ends_with_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not there is named before anything is measured."""
    assert main(["--out", str(tmp_path / "gone" / "found.json")]) == 1
    assert capsys.readouterr().err.rstrip().endswith("make it first, or name another file with --out.")


def test_an_event_log_is_asked_both_ways(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The engine and the hand-written queries agree on a small log, and both are told with their ratio."""
    assert main(["--events", "20000", "--seed", "3", "--out", str(tmp_path / "found.json")]) == 0
    printed = capsys.readouterr().out
    found = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    assert "20,000 events" in printed and printed.count("yes") == len(HAND_WRITTEN) and "NO" not in printed
    assert found["events"] == 20_000 and found["same_answers"] is True
    assert set(found["ways"]) == {"engine", "hand-written"}
    assert found["engine_vs_hand_written"] > 0 and found["ways"]["engine"]["peak_bytes"] > 10**7


def test_a_log_that_cannot_be_asked_ends_with_a_sentence(tmp_path: Path) -> None:
    """What failed is named, with the last line that it printed."""
    (tmp_path / "events.parquet").write_bytes(b"no parquet")
    with pytest.raises(BenchmarkError, match=r"the event log \(engine\) failed: \S+"):
        bench_events._child("engine", tmp_path / "events.parquet")


def size_of(folder: Path) -> int:
    """Return the bytes of a product's files."""
    return sum(path.stat().st_size for path in folder.iterdir())


def test_few_products_are_of_middle_size() -> None:
    """Of five products, the one kept is neither the smallest nor the largest."""
    with workspace(5, seed=1) as place:
        sizes = sorted(size_of(folder) for folder in (place.root / "data").iterdir())
    with workspace(1, seed=1, among=5) as place:
        (folder,) = (place.root / "data").iterdir()
        assert size_of(folder) == sizes[2]
