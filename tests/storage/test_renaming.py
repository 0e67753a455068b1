"""An item gets another id together with everything that refers to it, and nothing else changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from storage_samples import fingerprint, product

from purposebook.domain.references import references
from purposebook.errors import DataFaults, UsageError
from purposebook.storage.reading import read_workbook
from purposebook.storage.renaming import rename_item

EXAMPLES = Path(__file__).parents[2] / "data"
REVIEWED = """\
# the reviews
reviews:
  - id: q1
    title: Q1   # the first
    date: 2026-04-01
    numbers:
      - {metric: riders, value: 1200, date: 2026-03-31}
"""
METRICS = (
    "north_star: riders\nmetrics:\n  # kept\n  - {id: riders, name: Riders a week}\n  - {id: other, name: Other}\n"
)


def night(folder: Path, **more: str) -> Path:
    """Make a product with a metric that several files name."""
    return product(folder, **({"reviews": REVIEWED, "metrics": METRICS} | more))


def test_a_metric_is_renamed_in_every_file(tmp_path: Path) -> None:
    """Change the ids in parts and rows, and not one other character."""
    rows = "metric;date;value\r\nriders;2026-03-31;1200\r\nother;2026-03-31;7\r\n"
    folder = night(tmp_path, observations=rows)
    done = rename_item(folder, "riders", "passengers")
    assert (done.kind, dict(done.places)) == ("metric", {"observations.csv": 1, "reviews.yml": 1, "metrics.yml": 2})
    assert (folder / "reviews.yml").read_text() == REVIEWED.replace("metric: riders", "metric: passengers")
    assert (folder / "metrics.yml").read_text() == METRICS.replace("riders", "passengers", 1).replace(
        "id: riders", "id: passengers"
    )
    assert (folder / "observations.csv").read_bytes().decode() == rows.replace("riders;", "passengers;")


@pytest.mark.parametrize(
    "line", ['"riders",2026-03-31,"1200"', " riders ,2026-03-31,1200", 'riders,2026-03-31,1200,"a ""note"", riders"']
)
def test_a_cell_is_found_however_it_is_written(tmp_path: Path, line: str) -> None:
    """Read the row again as the same row with the new id; a note that holds the old id keeps it."""
    folder = night(tmp_path, observations=f"metric,date,value,note\n{line}{'' if line.count(',') > 2 else ','}\n")
    before = read_workbook(folder).observations
    rename_item(folder, "riders", "passengers")
    assert read_workbook(folder).observations == tuple(
        row.model_copy(update={"metric": "passengers"}) for row in before
    )


@pytest.mark.parametrize("name", ["coursecraft", "books-to-the-door"])
def test_every_item_of_the_examples_can_be_renamed(tmp_path: Path, name: str) -> None:
    """Rename each item there and back: nothing points to the old id, and the files end as they began."""
    from purposebook.domain.references import declared

    folder = tmp_path / name
    shutil.copytree(EXAMPLES / name, folder)
    before = fingerprint(folder)
    items = {item.kind: item.id for item in declared(read_workbook(folder))}
    for kind, old in items.items():
        assert rename_item(folder, old, "a-new-id").kind == kind
        assert old not in {one.target for one in references(read_workbook(folder))}
        rename_item(folder, "a-new-id", old)
    assert {name: hash for name, hash in fingerprint(folder).items() if not name.endswith(".lock")} == before


def test_a_rename_begun_by_hand_is_finished(tmp_path: Path) -> None:
    """Change what still points to the old id when the item has the new one already."""
    folder = night(tmp_path, metrics=METRICS.replace("riders", "passengers"))
    assert dict(rename_item(folder, "riders", "passengers").places) == {"reviews.yml": 1}


def test_silenced_rules_follow(tmp_path: Path) -> None:
    """Keep a rule silenced at an item that has another id now."""
    silenced = "name: Night bus\nignore:\n  - {rule: K1, where: metrics/riders/target, because: Later.}\n"
    folder = night(tmp_path, product=silenced)
    rename_item(folder, "riders", "passengers")
    assert "where: metrics/passengers/target" in (folder / "product.yml").read_text()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("ridrs", "passengers", "Did you mean 'riders'?"),
        ("nobody", "passengers", "There is no item 'nobody'"),
        ("riders", "other", "already the id of another item (metric)"),
        ("riders", "Passengers!", "Write 'passengers' instead."),
        ("riders", "riders", "has that id already"),
        ("riders", "-", "is no id"),
    ],
)
def test_what_cannot_be_renamed_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    """Say why in a sentence, and change no file."""
    folder = night(tmp_path)
    before = fingerprint(folder)
    with pytest.raises(UsageError) as refused:
        rename_item(folder, old, new)
    assert words in str(refused.value)
    assert fingerprint(folder) == before


def test_a_product_with_faults_is_left_alone(tmp_path: Path) -> None:
    """Name the faults instead of renaming in some of the files."""
    folder = night(tmp_path, mission="mission: [\n")
    before = fingerprint(folder)
    with pytest.raises(DataFaults):
        rename_item(folder, "riders", "passengers")
    assert fingerprint(folder) == before


def test_rows_of_a_database_are_pointed_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Name the variable of the query that goes on giving the old id."""
    import sqlite3

    with sqlite3.connect(tmp_path / "rows.db") as rows:
        rows.execute("create table t as select 'riders' as metric, '2026-03-31' as date, 1200 as value")
    monkeypatch.setenv("NIGHT_DATABASE", f"sqlite:///{tmp_path / 'rows.db'}")
    query = "observations: {database: NIGHT_DATABASE, query: select * from t}\n"
    folder = night(tmp_path, metrics=METRICS + query)
    assert rename_item(folder, "riders", "passengers").queried == "NIGHT_DATABASE"
