"""Saving observations: changed rows change, other lines stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from storage_samples import product

from purposebook.domain.metrics import Observation
from purposebook.errors import SaveConflict, SaveFailed
from purposebook.storage.reading import read_observations
from purposebook.storage.saving import save_observations

TABLE = "date;metric;value\r\n2026-01-31;a;1.0\r\n\r\n2026-02-28;a;2.50\r\n2026-03-31;a;3"


def row(month: int, value: float = 1, **more: object) -> Observation:
    """Make a row of metric a."""
    return Observation.model_validate({"metric": "a", "date": f"2026-{month:02}-28", "value": value, **more})


def saved(folder: Path) -> str:
    """Return the text of the file."""
    return (folder / "observations.csv").read_bytes().decode()


def test_a_changed_row_changes_one_line(tmp_path: Path) -> None:
    """Keep delimiter, line ends, order of columns, and numbers as they were written."""
    folder = product(tmp_path, observations=TABLE)
    base = read_observations(folder)
    rows = (base[0], base[1].model_copy(update={"value": 4.0}), base[2])
    assert save_observations(folder, base, rows) == rows
    assert saved(folder) == TABLE.replace("2.50", "4")


def test_rows_are_added_at_the_end(tmp_path: Path) -> None:
    """End the last line first; quote what needs it; add a column that is needed."""
    folder = product(tmp_path, observations=TABLE)
    base = read_observations(folder)
    rows = save_observations(folder, base, (*base, row(4, 5, note='say "a; b"')))
    assert saved(folder) == (
        "date;metric;value;note\r\n2026-01-31;a;1.0;\r\n\r\n2026-02-28;a;2.50;\r\n2026-03-31;a;3;\r\n"
        '2026-04-28;a;5;"say ""a; b"""\r\n'
    )
    assert rows == read_observations(folder)


def test_a_removed_row_is_one_line_less(tmp_path: Path) -> None:
    """Remove the line of a row and no other."""
    folder = product(tmp_path, observations=TABLE)
    base = read_observations(folder)
    save_observations(folder, base, base[1:])
    assert saved(folder) == TABLE.replace("2026-01-31;a;1.0\r\n", "")


def test_the_first_rows_make_the_file(tmp_path: Path) -> None:
    """Create the file with its whole header."""
    folder = product(tmp_path)
    save_observations(folder, (), (row(1, 0.1), row(2, 1e-7)))
    assert saved(folder) == (
        "metric,date,value,numerator,denominator,segment,note\na,2026-01-28,0.1,,,,\na,2026-02-28,1e-07,,,,\n"
    )


def test_saving_without_a_change_writes_nothing(tmp_path: Path) -> None:
    """Touch no file when the rows are the same, in whatever order."""
    folder = product(tmp_path, observations=TABLE)
    base = read_observations(folder)
    assert save_observations(folder, base, base[::-1]) == base
    assert sorted(path.name for path in folder.iterdir()) == ["observations.csv", "product.yml"]


def test_the_file_that_metrics_name_is_written(tmp_path: Path) -> None:
    """Save where the rows were read from."""
    folder = product(tmp_path, metrics="observations: {file: values.csv}\n")
    (folder / "values.csv").write_text("metric,date,value\n")
    save_observations(folder, (), (row(1),))
    assert (folder / "values.csv").read_text() == "metric,date,value\na,2026-01-28,1\n"


def test_two_people_who_add_rows_both_keep_theirs(tmp_path: Path) -> None:
    """Merge into the newest state; the same row by both counts once."""
    folder = product(tmp_path)
    save_observations(folder, (), (row(1), row(2)))
    assert save_observations(folder, (), (row(2), row(3))) == (row(1), row(2), row(3))


def test_the_same_row_changed_by_two_is_a_conflict(tmp_path: Path) -> None:
    """Name the row, and change nothing."""
    folder = product(tmp_path)
    save_observations(folder, (), (row(1, 1, segment="solo"),))
    base = read_observations(folder)
    save_observations(folder, base, (row(1, 2, segment="solo"),))
    before = saved(folder)
    for mine in ((row(1, 3, segment="solo"),), ()):
        with pytest.raises(SaveConflict, match="a 2026-01-28 solo"):
            save_observations(folder, base, mine)
    assert saved(folder) == before


def test_a_row_with_an_odd_text_comes_back(tmp_path: Path) -> None:
    """Keep quotes, delimiters, formulas and emoji; white space around a cell is not part of it."""
    folder = product(tmp_path)
    notes = ['"', 'a,"b"', "=1+1", "'x", " 😀 \u202eabc", "a;b\tc"]
    rows = tuple(row(at + 1, note=note) for at, note in enumerate(notes))
    assert [made.note for made in save_observations(folder, (), rows)] == [note.strip() for note in notes]


def test_a_row_that_could_not_be_read_is_not_written(tmp_path: Path) -> None:
    """Refuse a value that got around its model, and make no file of it."""
    folder = product(tmp_path)
    with pytest.raises(SaveFailed, match="'Two words' is not an id"):
        save_observations(folder, (), (row(2).model_copy(update={"metric": "Two words"}),))
    assert not (folder / "observations.csv").exists()
