"""What was answered once about a tracker's files is kept in imports.yml, and found again."""

from __future__ import annotations

from pathlib import Path

import pytest
from storage_samples import DATA, product

from purposebook.domain.imports import Imports
from purposebook.domain.work import Work, WorkStatus
from purposebook.errors import DataFaults, UsageError
from purposebook.storage.import_answers import answers_faults, read_import_answers
from purposebook.storage.reading import read_part, read_workbook
from purposebook.storage.stray_files import stray_faults
from purposebook.storage.tracker_dates import Order
from purposebook.storage.trackers import Columns
from purposebook.storage.work_merging import bring_work
from purposebook.storage.work_reading import Export, read_export

IMPORTS = DATA / "imports"
BOARD: Columns = {"key": ("Ticket",), "title": ("Name",), "status": ("Stage",)}
KEPT = """\
# what we told the import
sources:
  - source: Jira
    columns: {effort: [T-shirt size]}   # S, M and L are 1, 3 and 8
    statuses: {Soaking: doing, Done: doing}
    dates: mdy
"""


def table(folder: Path, *lines: str, name: str = "export.csv") -> Path:
    """Write a table."""
    path = folder / name
    path.write_text("\n".join((*lines, "")), encoding="utf-8")
    return path


def read(
    folder: Path,
    path: Path,
    columns: Columns | None = None,
    order: Order | None = None,
    **statuses: WorkStatus,
) -> Export:
    """Read an export for a product with what its imports.yml keeps."""
    return read_export(path, columns or {}, order, statuses, read_import_answers(folder))


def statuses_of(export: Export) -> dict[str, str]:
    """Return the status of each item by its key."""
    return {item.key: item.status for item in export.items}


def test_a_word_is_explained_once(tmp_path: Path) -> None:
    """Keep what an option says of a word, and need nothing the second time."""
    folder, path = product(tmp_path), table(tmp_path, "Issue key,Summary,Status", "A-1,One,QA", "A-2,Two,Done")
    assert [word.word for word in read(folder, path).unknown] == ["QA"]
    assert bring_work(folder, read(folder, path, QA="open")).kept
    assert (folder / "imports.yml").read_text() == "sources:\n  - source: Jira\n    statuses: {QA: open}\n"
    again = read(folder, path)
    assert (again.unknown, statuses_of(again)) == ((), {"A-1": "open", "A-2": "done"})
    assert not bring_work(folder, again).kept


def test_an_option_counts_more_than_what_is_kept(tmp_path: Path) -> None:
    """Take the option, else what is kept, else what is known of the tracker."""
    folder = product(tmp_path, imports=KEPT)
    path = table(tmp_path, "Issue key,Summary,Status", "A-1,One,Soaking", "A-2,Two,Done", "A-3,Three,To Do")
    assert statuses_of(read(folder, path)) == {"A-1": "doing", "A-2": "doing", "A-3": "open"}
    assert statuses_of(read(folder, path, done="dropped")) == {"A-1": "doing", "A-2": "dropped", "A-3": "open"}
    bring_work(folder, read(folder, path, done="dropped"))
    text = (folder / "imports.yml").read_text()
    assert "# what we told the import" in text and "# S, M and L" in text
    assert read_import_answers(folder).sources[0].statuses == {"Soaking": "doing", "done": "dropped"}


def test_a_word_of_a_resolution_is_explained_too(tmp_path: Path) -> None:
    """The same option gives a meaning to why something was closed."""
    folder = product(tmp_path)
    path = table(tmp_path, "Issue key,Summary,Status,Resolution", "A-1,One,Closed,Sunset", "A-2,Two,Closed,Shelved")
    assert [(word.kind, word.word) for word in read(folder, path).unknown] == [
        ("resolution", "Sunset"),
        ("resolution", "Shelved"),
    ]
    told = read(folder, path, Sunset="dropped", Shelved="done")
    assert (told.unknown, statuses_of(told)) == ((), {"A-1": "dropped", "A-2": "done"})


def test_a_table_is_described_once(tmp_path: Path) -> None:
    """Know a described table again by its columns, in any order and among others; another one stays unknown."""
    folder = product(tmp_path)
    bring_work(folder, read(folder, table(tmp_path, "Ticket,Name,Stage", "T-1,One,doing"), BOARD))
    later = table(tmp_path, "A board", "", "Size;STAGE;ticket;Name", "3;done;T-1;One")
    assert statuses_of(read(folder, later)) == {"T-1": "done"}
    with pytest.raises(DataFaults, match="these columns are of no tracker that is known"):
        read(folder, table(tmp_path, "Card,Name,Stage", "T-1,One,doing"))


def test_two_kinds_of_tables_are_kept_apart(tmp_path: Path) -> None:
    """Keep an entry for each table that no tracker wrote, and change the one that a file fits."""
    folder = product(tmp_path)
    board, cards = table(tmp_path, "Ticket,Name,Stage", "T-1,One,Hot"), table(tmp_path, "Card,Topic", name="cards.csv")
    bring_work(folder, read(folder, board, BOARD))
    bring_work(folder, read(folder, cards, {"key": ("Card",), "title": ("Topic",)}))
    bring_work(folder, read(folder, board, Hot="doing"))
    kept = read_import_answers(folder).sources
    assert [(one.source, dict(one.statuses)) for one in kept] == [
        ("another tracker", {"Hot": "doing"}),
        ("another tracker", {}),
    ]


def test_a_kept_column_that_a_file_lacks_is_no_fault(tmp_path: Path) -> None:
    """Ask no later export for a column that an earlier one had; use it where it is there."""
    folder = product(tmp_path, imports=KEPT)
    without = read(folder, table(tmp_path, "Issue key,Summary,Status,Story Points", "A-1,One,Done,5"))
    with_it = read(folder, table(tmp_path, "Issue key,Summary,Status,T-shirt size", "A-1,One,Done,8"))
    assert [without.items[0].effort, with_it.items[0].effort] == [5, 8]


def test_the_order_of_days_is_kept(tmp_path: Path) -> None:
    """Ask once which comes first; a file that proves another order is read as it is written."""
    folder = product(tmp_path)
    header = "ID,Work Item Type,Title,State,Created Date"
    bring_work(folder, read(folder, table(tmp_path, header, "1,Bug,One,New,7/2/2026"), order="mdy"))
    assert str(read(folder, table(tmp_path, header, "1,Bug,One,New,7/2/2026")).items[0].created) == "2026-07-02"
    other = table(tmp_path, header, "1,Bug,One,New,7/2/2026", "2,Bug,Two,New,22/7/2026")
    assert str(read(folder, other).items[0].created) == "2026-02-07"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("sources:\n  - statuses: {QA: open}\n", "imports.yml:2 sources[0].source: is missing"),
        (
            "sources:\n  - source: Jira\n    statuses:\n      QA: opn\n",
            "imports.yml:4 sources[0].statuses.QA: 'opn' is not",
        ),
        ("sources:\n  - source: Jira\n    colums: {}\n", "unknown key 'colums', did you mean 'columns'?"),
        ("sources:\n  - source: Jira\n    columns: {effrt: [Size]}\n", "unknown key 'effrt', did you mean 'effort'?"),
        ("sources:\n  - {source: Jira, dates: ymd}\n", "sources[0].dates: 'ymd' is not one of the words"),
    ],
)
def test_faults_name_the_line(text: str, fault: str, tmp_path: Path) -> None:
    """Say what is wrong with imports.yml as with any other file, and import nothing."""
    folder = product(tmp_path, imports=text)
    (found,) = answers_faults(folder)
    assert fault in str(found) and found.line
    with pytest.raises(DataFaults):
        read_import_answers(folder)


def test_it_is_no_part_and_no_stray_file(tmp_path: Path) -> None:
    """The file is known by its name, a misspelt one is named, and no workbook reads it."""
    folder = product(tmp_path, imports=KEPT)
    assert list(stray_faults(folder)) == [] and "imports" not in read_workbook(folder).written
    (folder / "imports.yml").rename(folder / "import.yml")
    assert [str(fault) for fault in stray_faults(folder)] == ["import.yml: is not read, rename it to imports.yml"]


def test_an_option_that_is_not_used_is_said(tmp_path: Path) -> None:
    """Name a word that stands in no row, which a slip of the pen explains."""
    path = table(tmp_path, "Issue key,Summary,Status", "A-1,One,QA")
    assert read(product(tmp_path), path, QAA="open").notes[-1] == "no item says 'QAA', which --map-status names"


def test_what_cannot_be_kept_is_refused(tmp_path: Path) -> None:
    """Say which option is too much before anything is saved."""
    folder, path = product(tmp_path), table(tmp_path, "Issue key,Summary,Status", "A-1,One,QA")
    with pytest.raises(UsageError, match="statuses has 201 items where 200 are the most; keep those that matter"):
        read_export(path, {}, None, {f"Word {at}": "open" for at in range(201)}, read_import_answers(folder))
    assert not (folder / "work.yml").exists() and not (folder / "imports.yml").exists()


def test_nothing_is_kept_where_nothing_was_said(tmp_path: Path) -> None:
    """An import without options writes no imports.yml."""
    folder = product(tmp_path)
    bring_work(folder, read(folder, IMPORTS / "jira.csv"))
    assert read_import_answers(folder) == Imports() and not (folder / "imports.yml").exists()
    assert isinstance(read_part(folder, "work"), Work)
