"""Exports of trackers become work items: recognised, merged by key, and never against what the team said."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from storage_samples import DATA, faults_in, fingerprint, product

from purposebook.domain.work import WORK_ITEMS, Work, WorkItem
from purposebook.errors import DataFaults, SaveFailed
from purposebook.storage.csv_rows import SAVE_AS_UTF8
from purposebook.storage.limits import CSV_BYTES, IMPORT_ROWS
from purposebook.storage.reading import read_part
from purposebook.storage.sheets import Row, read_sheet
from purposebook.storage.work_merging import bring_work
from purposebook.storage.work_reading import Export, read_export

IMPORTS = DATA / "imports"
HEADER = "Issue key,Summary,Status,Created,Resolved,Labels"


def work(folder: Path) -> dict[str, WorkItem]:
    """Return the work items of a product by their keys."""
    found = read_part(folder, "work")
    assert isinstance(found, Work)
    assert len({item.id for item in found.items}) == len(found.items)
    return {item.key: item for item in found.items}


def export(folder: Path, *lines: str, header: str = HEADER, name: str = "jira.csv") -> Path:
    """Write an export."""
    path = folder / name
    path.write_bytes("\n".join((header, *lines, "")).encode("utf-8", "surrogateescape"))
    return path


def faults(path: Path, **meanings: tuple[str, ...]) -> list[str]:
    """Return the faults of an export, without the file's name."""
    with pytest.raises(DataFaults) as refused:
        read_export(path, meanings)
    return [str(fault).removeprefix(f"{path.name}:") for fault in refused.value.faults]


@pytest.mark.parametrize(
    ("name", "tracker", "count"),
    [
        ("jira.csv", "Jira", 5),
        ("github.csv", "GitHub", 3),
        ("github-project.tsv", "GitHub project", 2),
        ("linear.csv", "Linear", 3),
        ("azure.csv", "Azure DevOps", 3),
    ],
)
def test_an_export_is_known_by_its_columns(name: str, tracker: str, count: int, tmp_path: Path) -> None:
    """Recognise each tracker, bring all its items, and change nothing the second time."""
    folder = product(tmp_path)
    read = read_export(IMPORTS / name, {})
    first, before = bring_work(folder, read), fingerprint(folder)
    assert (first.source, first.added, first.updated, first.unchanged) == (tracker, count, 0, 0)
    second = bring_work(folder, read)
    assert (second.added, second.updated, second.unchanged) == (0, 0, count)
    assert fingerprint(folder) == before
    assert faults_in(folder) == ""


def test_an_item_says_what_its_row_says(tmp_path: Path) -> None:
    """Take key, title, days, effort and kind, and of labels just our words."""
    bring_work(product(tmp_path), read_export(IMPORTS / "jira.csv", {}))
    assert work(tmp_path / "demo")["CRAFT-12"] == WorkItem(
        id="craft-12",
        title="Captions for every lesson",
        key="CRAFT-12",
        status="done",
        created=dt.date(2026, 7, 2),
        closed=dt.date(2026, 8, 20),
        effort=5,
        origin="evidence",
        value="to-users",
        category="Story",
    )


def test_what_is_not_understood_is_said() -> None:
    """Name a status that nobody knows and labels that contradict each other; guess neither."""
    read = read_export(IMPORTS / "jira.csv", {})
    items = {item.key: item for item in read.items}
    assert items["CRAFT-16"].status == "open" and "status" not in items["CRAFT-16"].model_fields_set
    assert (items["CRAFT-15"].status, items["CRAFT-15"].origin) == ("dropped", None)
    assert [note[:24] for note in read.notes] == ["'QA Check' is no status ", "labels say two things of"]


@pytest.mark.parametrize(
    ("tracker", "states"),
    [
        ("github.csv", ["open", "done", "dropped"]),
        ("linear.csv", ["doing", "done", "dropped"]),
        ("azure.csv", ["done", "doing", "dropped"]),
    ],
)
def test_the_words_of_each_tracker(tracker: str, states: list[str]) -> None:
    """Know what each tracker calls open, doing, done and dropped."""
    assert [item.status for item in read_export(IMPORTS / tracker, {}).items] == states


def test_resolved_is_not_done_everywhere(tmp_path: Path) -> None:
    """In Azure DevOps somebody still has to look at what is resolved."""
    azure = export(tmp_path, "1,Bug,Late,Resolved", header="ID,Work Item Type,Title,State", name="azure.csv")
    assert [item.status for item in read_export(azure, {}).items] == ["doing"]
    jira = export(tmp_path, "A-1,Late,Resolved,,,")
    assert [item.status for item in read_export(jira, {}).items] == ["done"]


def test_a_tree_of_work_items_has_its_titles_in_many_columns(tmp_path: Path) -> None:
    """Take the title of each level of an Azure DevOps tree."""
    header = "ID,Work Item Type,Title 1,Title 2,State"
    azure = export(tmp_path, "1,Epic,Pay,,New", "2,Task,,By invoice,New", header=header, name="azure.csv")
    assert [item.title for item in read_export(azure, {}).items] == ["Pay", "By invoice"]


def test_a_column_may_mean_two_things(tmp_path: Path) -> None:
    """Take an address for the key and for the link, where a table has nothing else."""
    path = export(tmp_path, "One,https://example.org/1", header="Name,Page")
    (item,) = read_export(path, {"key": ("Page",), "link": ("Page",), "title": ("Name",)}).items
    assert (item.key, item.link) == ("https://example.org/1", "https://example.org/1")


def test_a_formula_stays_a_text(tmp_path: Path) -> None:
    """A cell that a sheet would compute is data like any other."""
    folder = product(tmp_path)
    bring_work(folder, read_export(IMPORTS / "jira.csv", {}))
    assert work(folder)["CRAFT-14"].title == '=HYPERLINK("https://example.org") in a title'


def test_the_same_issue_by_another_export_is_the_same_item(tmp_path: Path) -> None:
    """Know an item again by its address, where one export has numbers and the other has none."""
    folder = product(tmp_path)
    bring_work(folder, read_export(IMPORTS / "github.csv", {}))
    done = bring_work(folder, read_export(IMPORTS / "github-project.tsv", {}))
    assert (done.added, done.updated) == (0, 2)
    assert (work(folder)["#7"].status, work(folder)["#7"].effort) == ("doing", 3)


def test_another_tracker_is_described(tmp_path: Path) -> None:
    """With --map any table is an export; its delimiter is told by its header."""
    meanings = {"key": ("ticket",), "title": ("Name",), "status": ("Stage",)}
    meanings |= {"created": ("Opened",), "effort": ("T-shirt",)}
    read = read_export(IMPORTS / "other.csv", meanings)
    assert [(item.id, item.created, item.effort) for item in read.items] == [
        ("t-1", dt.date(2026, 7, 22), 5),
        ("t-2", dt.date(2026, 8, 3), 8),
    ]


def test_a_table_of_nobody_is_refused() -> None:
    """Without --map, say which columns there are and what to do."""
    (fault,) = faults(IMPORTS / "other.csv")
    assert "Ticket, Name, Stage" in fault and "--map 'COLUMN=key' --map 'COLUMN=title'" in fault
    (fault,) = faults(IMPORTS / "other.csv", key=("Tickets",))
    assert fault == "1: there is no column 'Tickets', which --map names, did you mean 'ticket'?"


HAND_MADE = """\
unit: days   # ours
items:
  # we talked about it in May
  - id: craft-12
    title: Captions
    origin: obligation   # the law
    category: Accessibility
    expected: Deaf learners finish
    closed: 2026-08-01
  - {id: ours, title: Not in the tracker}
"""


def test_what_the_team_said_stays(tmp_path: Path) -> None:
    """Update what the tracker knows, keep classification, comments and items of our own; find an item by its id."""
    folder = product(tmp_path, work=HAND_MADE)
    done = bring_work(folder, read_export(IMPORTS / "jira.csv", {}))
    assert (done.added, done.updated) == (4, 1)
    item = work(folder)["CRAFT-12"]
    assert (item.title, item.status, item.closed) == ("Captions for every lesson", "done", dt.date(2026, 8, 20))
    assert (item.origin, item.category, item.expected) == ("obligation", "Accessibility", "Deaf learners finish")
    assert item.value == "to-users"
    text = (folder / "work.yml").read_text(encoding="utf-8")
    assert "unit: days   # ours" in text and "# we talked about it in May" in text and "# the law" in text
    assert "{id: ours, title: Not in the tracker}" in text


def test_an_empty_cell_takes_nothing_away(tmp_path: Path) -> None:
    """A second export with fewer columns or empty cells leaves what is there; an unknown status too."""
    folder = product(tmp_path)
    bring_work(folder, read_export(export(tmp_path, "A-1,Search,In Progress,2026-07-02,,evidence"), {}))
    bring_work(folder, read_export(export(tmp_path, "A-1,Search,Parked,,,"), {}))
    item = work(folder)["A-1"]
    assert (item.status, item.created, item.origin) == ("doing", dt.date(2026, 7, 2), "evidence")


def test_an_item_that_left_the_export_stays(tmp_path: Path) -> None:
    """Delete nothing that an earlier export brought, and change nothing of it."""
    folder = product(tmp_path)
    bring_work(folder, read_export(export(tmp_path, "A-1,Search,Done,,,", "A-2,Find,Done,,,"), {}))
    before = work(folder)["A-1"]
    done = bring_work(folder, read_export(export(tmp_path, "A-2,Find it,Done,,,"), {}))
    assert (done.added, done.updated, done.unchanged) == (0, 1, 0)
    assert work(folder)["A-1"] == before


def test_a_reopened_item_is_no_longer_closed(tmp_path: Path) -> None:
    """Take the day of closing away when the tracker says that work goes on."""
    folder = product(tmp_path)
    bring_work(folder, read_export(export(tmp_path, "A-1,Search,Done,2026-07-02,2026-07-05,"), {}))
    bring_work(folder, read_export(export(tmp_path, "A-1,Search,Reopened,2026-07-02,,"), {}))
    assert (work(folder)["A-1"].status, work(folder)["A-1"].closed) == ("open", None)


def test_two_keys_with_one_id_are_two_items(tmp_path: Path) -> None:
    """Give the second of them a number."""
    folder = product(tmp_path)
    bring_work(folder, read_export(export(tmp_path, "A-1,One,Done,,,", "A_1,Two,Done,,,"), {}))
    assert [(item.id, item.title) for item in work(folder).values()] == [("a-1", "One"), ("a-1-2", "Two")]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (",Search,Done,,,", "2 Issue key: is empty, give every item its key, or delete the row"),
        ("№,Search,Done,,,", "2 Issue key: '№' gives no id, use a key with letters or digits"),
        ("A-1,,Done,,,", "2 Summary: is missing, add it, such as 'Captions for every lesson'"),
        ("A-1,Search,Done,31.02.2026,,", "2 Created: '31.02.2026' is not a day of the calendar, check the month"),
        ("A-1,Search,Done,46205,,", "2 Created: '46205' is no date that is known here, export it as YYYY-MM-DD"),
        ("A-1,Search,Done,02/Juli/26x,,", "2 Created: '02/Juli/26x' is no date that is known here, export it"),
        ('A-1,"Search\nagain",Done,,,', "2 Summary: has more than one line, write it on one"),
        ("A-1,Se\x07arch,Done,,,", "2 Summary: holds the control character U+0007 as character 3, delete it"),
        ("A-1,Se\0arch,Done,,,", "2 Summary: holds the control character U+0000 as character 3, delete it"),
        (
            "A-1,Caf\udce9,Done,,,",
            "2 Summary: holds bytes that are not UTF-8, save the file with the encoding UTF-8, "
            "which Excel calls 'CSV UTF-8'",
        ),
        ("A-1,Search,Done,,,,late", "2: has 7 cells where the header has 6, add or remove delimiters"),
        ("A-1", "2: has 1 cell where the header has 6, put quotation marks around a text with line breaks"),
        ('A-1,"Search,Done,,,', "2: a quotation mark is never closed, write every quotation mark inside a text"),
        ("A-1," + "x" * 501 + ",Done,,,", "2 Summary: has 501 characters where 500 are the most, shorten it"),
        ("A-1," + "x" * 200_000 + ",Done,,,", "2: a cell has more than 131\u202f072 characters, leave the column"),
    ],
)
def test_a_fault_names_line_and_column(row: str, fault: str, tmp_path: Path) -> None:
    """Say of each broken cell where it is, what is wrong and what to do."""
    (found,) = faults(export(tmp_path, row))
    assert found.startswith(fault)


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    """A row that is broken hides no other, and lines are counted through cells of several lines."""
    path = export(tmp_path, '"A-1","One",Done,,,"a\nb\nc"', "A-2", "A-3,Three,Done,,,", "A-4,Four,Done,soon,,")
    assert [fault.split(":")[0] for fault in faults(path)] == ["5", "7 Created"]


def test_a_key_that_stands_twice_is_a_fault(tmp_path: Path) -> None:
    """Say where it stood first."""
    (fault,) = faults(export(tmp_path, "A-1,One,Done,,,", "A-2,Two,Done,,,", "A-1,Three,Done,,,"))
    assert fault == "4 Issue key: 'A-1' stands in line 2 too, keep one row of each item"


def test_an_address_that_is_none_is_a_fault(tmp_path: Path) -> None:
    """A link leads to a web page and to nothing else."""
    path = export(tmp_path, "A-1,One,Done,javascript:alert(1)", header="Issue key,Summary,Status,URL")
    assert faults(path) == ["2 URL: 'javascript:alert(1)' is no address, write one that begins with https://"]


@pytest.mark.parametrize("start", [b"\xff\xfe", b"\xfe\xff"])
def test_utf_16_is_refused(start: bytes, tmp_path: Path) -> None:
    """Say what to do with what Excel calls Unicode text."""
    path = tmp_path / "jira.csv"
    path.write_bytes(start + HEADER.encode("utf-16-le"))
    assert faults(path) == [f" is not UTF-8 text, {SAVE_AS_UTF8}"]


@pytest.mark.parametrize("mark", [";", "\t"])
def test_other_delimiters(mark: str, tmp_path: Path) -> None:
    """Read semicolons and tabs, with a byte order mark and the line ends of any system."""
    path = tmp_path / "jira.csv"
    text = f"Issue key{mark}Summary{mark}Status\r\n\r\nA-1{mark}One, two{mark}Done\r\n{mark}{mark}\r\n"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert [item.title for item in read_export(path, {}).items] == ["One, two"]


def test_a_file_that_is_not_there_or_empty(tmp_path: Path) -> None:
    """Say so, in words."""
    assert faults(tmp_path / "none.csv") == [" is not there, check the path"]
    (tmp_path / "none.csv").write_text("\n\n")
    assert "is empty" in faults(tmp_path / "none.csv")[0]


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    """State the limit of an export, and read a file of exactly that length."""
    found = list(read_sheet(export(tmp_path, *("A-1,One,Done,,," for _ in range(IMPORT_ROWS + 1)))).rows())
    assert sum(isinstance(row, Row) for row in found) == IMPORT_ROWS
    assert str(found[-1]) == "jira.csv:100002: has more than 100\u202f000 rows, export a shorter period"


def test_an_export_beyond_its_size_is_refused(tmp_path: Path) -> None:
    """State the limit of a file's size."""
    path = export(tmp_path, "A-1," + "x" * CSV_BYTES)
    (fault,) = faults(path)
    assert "is larger than 20 MiB" in fault


def test_more_items_than_a_product_may_have(tmp_path: Path) -> None:
    """Save nothing of an export that does not fit, and all of one that just fits."""
    folder, items = (
        product(tmp_path),
        [WorkItem(id=f"a-{at}", title="T", key=f"A-{at}") for at in range(WORK_ITEMS + 1)],
    )
    before = fingerprint(folder)
    with pytest.raises(SaveFailed, match="2\u202f001 work items where 2\u202f000 are the most"):
        bring_work(folder, Export("Jira", tuple(items), True, ()))
    assert fingerprint(folder) == before
    assert bring_work(folder, Export("Jira", tuple(items[:-1]), True, ())).added == WORK_ITEMS
    assert bring_work(folder, Export("Jira", tuple(items[:-1]), True, ())).unchanged == WORK_ITEMS


def test_files_beside_the_parts_are_no_faults(tmp_path: Path) -> None:
    """An export, a report and private answers in a product's folder disturb nobody."""
    folder = product(tmp_path)
    for name in ("jira.csv", "openacr.yaml", "github-project.tsv"):
        (folder / name).write_bytes((IMPORTS / name).read_bytes())
    (folder / "private").mkdir()
    (folder / "private" / "mission.yml").write_text("nothing: of ours\n")
    assert faults_in(folder) == ""
