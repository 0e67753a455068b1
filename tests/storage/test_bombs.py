"""Files that are made to cost time and memory are refused before anything is built from them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from storage_samples import faults_in, product

from purposebook.errors import UsageError
from purposebook.publishing.book import derived_config
from purposebook.storage.yaml_reading import parse

NODES = "more than 100\u202f000 keys and texts stand in this file"
BOMBS = {
    "texts in brackets": f"x: [{'a,' * 500_000}]",
    "keys": "".join(f"k{number}: 1\n" for number in range(90_000)),
    "lists by lines": "x:\n" + "- a\n" * 250_000,
    "few more than allowed": "x:\n" + "- a\n" * 100_000,
    "in braces": f"x: [{'{b: c},' * 120_000}]",
    "with escapes": 'x:\n- "\\t"\n' + "- a\n" * 200_000,
}
LIMITED = """
import resource, sys, time
from pathlib import Path
from purposebook.errors import DataFaults
from purposebook.storage.csv_reading import read_table
from purposebook.storage.survey_reading import read_survey_answers
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
folder = Path(sys.argv[1])
for read in (lambda: read_table(folder, "observations.csv"), lambda: read_survey_answers(folder, None)):
    try:
        read()
    except DataFaults as refused:
        print(refused)
print(time.process_time())
"""


@pytest.mark.parametrize("name", BOMBS)
def test_too_many_keys_and_texts_are_refused_where_the_limit_is_passed(name: str) -> None:
    """Say the line, without reading to the end with care."""
    (complaint,) = parse(BOMBS[name]).complaints
    assert complaint.message == NODES
    assert 1 <= complaint.line <= BOMBS[name].count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        "x:\n" + "- a\n" * 90_000,
        f"x: |\n  {'to one, ' * 120_000}\n",
        f"x: '{'[,' * 60_000}'\n",
    ],
)
def test_a_large_file_within_the_limit_is_read(text: str) -> None:
    """Count keys and texts, and no commas in prose, unless there are more than prose can have."""
    document = parse(text)
    assert document.complaints == ()
    assert document.root is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n" * (20 << 20), "has more than 400\u202f000 lines, delete the empty ones"),
        ("metric,date,value\n" + "\r\n" * 5_000_000, "has more than 400\u202f000 lines"),
        ("metric,date,value\n" + "\r" * 5_000_000, "has more than 400\u202f000 lines"),
        ("," * (20 << 20), "has more than 5\u202f000 cells in one line"),
        ("\n\nmetric;date;value" + ";" * 5_000_000, "has more than 5\u202f000 cells in one line"),
    ],
)
def test_a_table_of_nothing_is_refused_at_once(tmp_path: Path, text: str, said: str) -> None:
    """Blank lines cost 58 seconds and 2.5 GB, before a single row was read."""
    folder = product(tmp_path, observations=text)
    (folder / "surveys.csv").write_text(text, encoding="utf-8", newline="")
    done = subprocess.run([sys.executable, "-c", LIMITED, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout.count(said) == 2
    assert float(done.stdout.splitlines()[-1]) < 10


def test_a_table_within_the_limits_is_read(tmp_path: Path) -> None:
    """A thousand blank lines between the rows are nobody's fault."""
    rows = "metric,date,value\r\n" + "riders,2026-03-31,1200\r\n" + "\r\n" * 100_000
    assert faults_in(product(tmp_path, observations=rows)) == ""


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("a: &a [x]\nb: [*a, *a]\n", "_config.yml:1: '&a' names a text to repeat it"),
        (BOMBS["texts in brackets"], f"_config.yml:1: {NODES}"),
        ("[" * 100_000, "_config.yml:1: more than 20 lists and keys"),
        ("a: " + "x" * (1 << 20), "_config.yml is larger than 1 MiB"),
        ("title: 2026-02-30\n", "_config.yml holds a date that does not exist"),
        ("title: a\ntitle: b\n", "_config.yml:2: the key 'title' stands twice"),
    ],
)
def test_a_configuration_is_guarded_as_a_part_is(config: str, said: str) -> None:
    """An alias bomb hung a build; each is one sentence."""
    with pytest.raises(UsageError) as refused:
        derived_config(config.encode())
    assert str(refused.value).startswith(said)


def test_a_date_in_the_configuration_is_a_text() -> None:
    """It was 'something that should not happen', for a notebook cannot hold one."""
    assert derived_config(b"title: 2026-12-01\nsince: 2026-12-01 10:00:00\n")["title"] == "2026-12-01"
