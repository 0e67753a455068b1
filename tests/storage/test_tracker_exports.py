"""Exports are read as trackers and spreadsheets write them: short rows, lines above the header, other languages."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from storage_samples import DATA

from purposebook.domain.work import WorkItem
from purposebook.errors import DataFaults
from purposebook.storage import tracker_words as words
from purposebook.storage.jira_names import jira_columns
from purposebook.storage.trackers import TRACKERS
from purposebook.storage.work_reading import read_export

IMPORTS = DATA / "imports"
JIRA = "Issue key,Summary,Status,Resolution,Created,Labels"
MAP = {"key": ("Ticket",), "title": ("Name",), "status": ("Stage",)}


def items(path: Path, **meanings: tuple[str, ...]) -> dict[str, WorkItem]:
    """Return the items of an export by their keys."""
    return {item.key: item for item in read_export(path, meanings).items}


def written(folder: Path, *lines: str, name: str = "export.csv", ends: str = "\n") -> Path:
    """Write an export."""
    path = folder / name
    path.write_bytes(ends.join((*lines, "")).encode())
    return path


def faults(path: Path) -> list[str]:
    """Return the faults of an export, without the file's name."""
    with pytest.raises(DataFaults) as refused:
        read_export(path, {})
    return [str(fault).removeprefix(f"{path.name}:") for fault in refused.value.faults]


def test_the_short_rows_of_linear() -> None:
    """Missing cells at the end are empty, and nothing moves: one item is done, one open."""
    found = items(IMPORTS / "linear-short.csv")
    assert {key: item.status for key, item in found.items()} == {"NB-10": "done", "NB-11": "open"}
    assert found["NB-10"].closed == dt.date(2024, 5, 23) and found["NB-11"].closed is None
    assert found["NB-11"].created == dt.date(2024, 5, 14)


@pytest.mark.parametrize(
    ("lines", "statuses"),
    [
        ((JIRA, "A-1,One,Done", "A-2,Two,To Do,,2026-07-02", "A-3,Three,Done,Done,2026-07-02,x"), "done open done"),
        ((JIRA, "A-1,One,Done,,,,,", "A-2,Two,In Progress"), "done doing"),
        (("ID;Work Item Type;Title;State;Tags;;", "1;Bug;One;Closed", "2;Bug;Two;New;;;;;"), "done open"),
        (("number\ttitle\tstate\tstateReason\tlabels", "7\tOne\tOPEN", "8\tTwo\tCLOSED\tNOT_PLANNED"), "open dropped"),
        (("Ticket,Name,Stage,Opened,Size", "T-1,One,Done", "T-2,Two,Done", "T-3,Three"), "done done open"),
    ],
)
def test_other_short_rows(lines: tuple[str, ...], statuses: str, tmp_path: Path) -> None:
    """Spreadsheets leave out empty cells at the end of rows, or write too many: both are the same table."""
    meanings = MAP if lines[0].startswith("Ticket") else {}
    assert [item.status for item in items(written(tmp_path, *lines), **meanings).values()] == statuses.split()


def test_an_item_without_a_status_is_said(tmp_path: Path) -> None:
    """Nothing is open without a word: neither where a row ends early, nor where no column says it."""
    assert read_export(written(tmp_path, JIRA, "A-1,One"), {}).notes == (
        "without a status: 1 item, open where the item is new, unchanged where it is not",
    )
    path = written(tmp_path, "Ticket,Name", "T-1,One")
    (note,) = read_export(path, {"key": ("Ticket",), "title": ("Name",)}).notes
    assert note == "no column says how far an item is: new items are open; name it with --map 'COLUMN=status'"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ('"A-1,One of ""two"",Done,,2026-07-02,x"', ["2: has 1 cell where the header has 6"]),
        ('A-1,"One,Done,,2026-07-02,"', ["2: has 2 cells where the header has 6"]),
        (
            "A-1,One\nof two,Done,,2026-07-02,x\nA-2,Two,Done,,,",
            ["2: has 2 cells where the header has 6, and goes on in line 3", "3: looks like the rest of line 2"],
        ),
        ("A-1,One,Done,,2026-07-02,x\nmore of it", ["3: has 1 cell where the header has 6"]),
        ('A-1,"One,Done,,,\nA-2,Two,Done,,,', ["2: a quotation mark is never closed"]),
        ('A-1,"One" of two,Done,,,', ["2: text follows a closed quotation mark"]),
    ],
)
def test_a_broken_quotation_stays_a_fault(rows: str, said: list[str], tmp_path: Path) -> None:
    """A row that is short because its text was torn is refused, so that no cell lands in another column."""
    assert [
        fault.rpartition(", put")[0] or fault.partition(", write")[0] for fault in faults_of(rows, tmp_path)
    ] == said


def faults_of(rows: str, folder: Path) -> list[str]:
    """Return the faults of these rows in an export of Jira."""
    return faults(written(folder, JIRA, *rows.split("\n")))


def test_a_torn_text_among_short_rows(tmp_path: Path) -> None:
    """Where all rows leave out a cell, two halves of one are known by their sum, and by what is no key."""
    header = "ID,Team,Title,Description,Status,Estimate,Completed,Roadmaps"
    rows = ("N-1,Bus,One,Text,Done,,2026-07-02", "N-2,Bus,Two,first", "second half,Todo,,", "N-3,Bus,Three,Text,Todo,,")
    assert [fault.split(":")[0] for fault in faults(written(tmp_path, header, *rows))] == ["3", "4"]
    path = written(tmp_path, header, rows[0], 'N-2,Bus,Two,"first\nsecond half",Todo,,', rows[3])
    assert [item.status for item in items(path).values()] == ["done", "open", "open"]


@pytest.mark.parametrize(
    "lines",
    [
        ("sep=;", "Issue key;Summary;Status", "A-1;One, two;Done"),
        ('"sep=\t"', "Issue key\tSummary\tStatus", "A-1\tOne, two\tDone"),
        ("ISSUE KEY;SUMMARY;STATUS;;", 'A-1;"One, two";DONE;;'),
        ("Issues of the night bus", "", "Exported on Monday, by me", "Issue key;Summary;Status", "A-1;One, two;Done"),
        ("issue_key,sUMMARY,,Status", 'A-1,"One, two",left,Done'),
        ('Summary,Issue  key,"Status"', '"One, two",A-1,Done'),
    ],
)
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_what_stands_above_the_rows(lines: tuple[str, ...], start: str, tmp_path: Path) -> None:
    """Find the header under a separator line, a title and a day, in capitals, between unnamed columns."""
    path = written(tmp_path, start + lines[0], *lines[1:], ends="\r\n")
    assert items(path) == {"A-1": WorkItem(id="a-1", key="A-1", title="One, two", status="done")}


def test_lines_are_counted_from_the_file_s_first(tmp_path: Path) -> None:
    """Name the line as an editor shows it, whatever stands above the header."""
    path = written(tmp_path, "A title", "sep=,", "Issue key,Summary,Status,Created", "A-1,One,Done,soon")
    assert faults(path)[0].startswith("4 Created: 'soon' is no date")


def test_a_header_in_another_encoding_is_called_that(tmp_path: Path) -> None:
    """Ask for UTF-8 where a name of a column is not: naming columns would make nothing better."""
    (tmp_path / "de.csv").write_bytes("Vorgangsschlüssel;Zusammenfassung;Status\nA-1;Eins;Fertig\n".encode("cp1252"))
    assert faults(tmp_path / "de.csv") == [" holds bytes that are not UTF-8 in its header, save the file as CSV UTF-8"]


def test_jira_in_german() -> None:
    """Know headers, months and words of a German Jira without any option."""
    read = read_export(IMPORTS / "jira-de.csv", {})
    assert (read.tracker, read.notes) == ("Jira", ())
    assert [(item.status, item.created, item.closed) for item in read.items] == [
        ("done", dt.date(2026, 5, 2), dt.date(2026, 10, 3)),
        ("doing", dt.date(2026, 3, 12), None),
        ("open", dt.date(2026, 12, 12), None),
    ]
    assert (read.items[0].origin, read.items[0].category) == ("evidence", "Story")


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (
            "Type de ticket;Clé de ticket;Résumé;État;Résolution;Création;Résolue;Champs personnalisés (Story Points)",
            "Story;A-1;Titre;Terminé(e);;27/janv./26 10:07 AM;28/févr./26 10:07 AM;2,5",
        ),
        (
            "Tipo de Incidencia,Clave de incidencia,Resumen,Estado,Resolución,Creada,Resuelta,"
            "Campo personalizado (Story Points)",
            "Story,A-1,Título,Finalizada,Listo,27/ene/26 10:07 AM,28/feb/26 10:07 AM,2.5",
        ),
        (
            "Zusammenfassung,Schlüssel,Vorgangstyp,Status,Lösung,Erstellt,Erledigt,"
            "Benutzerdefinierte Felder (Story Points)",
            "Titel,A-1,Story,Geschlossen,Behoben,27.01.26 10:07,28.02.26 10:07,2.5",
        ),
        (
            "Tipo de item,Chave da item,Resumo,Status,Resolução,Criado,Resolvido,Campo personalizado (Story Points)",
            "Story,A-1,Título,Concluído,,27/jan./26,28/fev./26,2.5",
        ),
        (
            "Riepilogo,Chiave,Tipo di ticket,Stato,Creato,Risolto,Story Points",
            "Titolo,A-1,Story,Completato,27/gen/26,28/feb/26,2.5",
        ),
    ],
)
def test_jira_in_other_languages(header: str, row: str, tmp_path: Path) -> None:
    """Know what Jira calls its columns and its words in French, Spanish, German, Portuguese and Italian."""
    read = read_export(written(tmp_path, header, row), {})
    (item,) = read.items
    assert (read.tracker, read.notes, item.status, item.effort) == ("Jira", (), "done", 2.5)
    assert (item.created, item.closed, item.category) == (dt.date(2026, 1, 27), dt.date(2026, 2, 28), "Story")


def test_resolutions_that_are_no_work_done() -> None:
    """What was closed as obsolete or as no bug is dropped, as a status or as a resolution."""
    assert {item.status for item in items(IMPORTS / "resolutions.csv").values()} == {"dropped"}


@pytest.mark.parametrize(
    "word",
    [
        *("Invalid", "Not A Problem", "Obsolete", "Not a bug", "Works for Me", "WORKSFORME", "Not Required"),
        *("Cannot Reproduce", "Can\u2019t Reproduce", "Declined", "Rejected", "Withdrawn", "Superseded", "Won't Do"),
        *("Out of scope", "Abandoned", "Stale", "NOT_PLANNED", "Duplicate", "Works as Designed", "No longer needed"),
        *("Wird nicht erledigt", "Kein Fehler", "Ungültig", "Nicht reproduzierbar", "Veraltet", "Abgelehnt"),
        *("Ne sera pas corrigé", "Doublon", "Annulée", "Obsolète", "Hors périmètre", "Impossible à reproduire"),
        *("No se hará", "Duplicada", "No es un error", "Rechazado", "Cancelada", "No se puede reproducir"),
    ],
)
def test_a_resolution_without_work(word: str, tmp_path: Path) -> None:
    """Closed with such a word is dropped, and nothing is left to say."""
    read = read_export(written(tmp_path, JIRA, f"A-1,One,Closed,{word},2026-07-02,"), {})
    assert ([item.status for item in read.items], read.notes) == (["dropped"], ())


@pytest.mark.parametrize("word", ["Done", "Fixed", "Fertig", "Behoben", "Corrigée", "Terminé(e)", "Hecho", "Listo", ""])
def test_a_resolution_of_work(word: str, tmp_path: Path) -> None:
    """Closed with such a word, or with none, is done."""
    read = read_export(written(tmp_path, JIRA, f"A-1,One,Closed,{word},2026-07-02,"), {})
    assert ([item.status for item in read.items], read.notes) == (["done"], ())


@pytest.mark.parametrize("word", ["Unresolved", "-", "Non résolu", "Sin resolver", "Nicht erledigt"])
def test_no_resolution_yet(word: str, tmp_path: Path) -> None:
    """A word for nothing leaves it to the status."""
    read = read_export(written(tmp_path, JIRA, f"A-1,One,In Progress,{word},2026-07-02,"), {})
    assert ([item.status for item in read.items], read.notes) == (["doing"], ())


@pytest.mark.parametrize(
    ("word", "status"),
    [
        *(("Fertig", "done"), ("In Arbeit", "doing"), ("Zu erledigen", "open"), ("Geschlossen", "done")),
        *(("Offen", "open"), ("À faire", "open"), ("A faire", "open"), ("En cours", "doing"), ("FERMÉ", "done")),
        *(("Terminée", "done"), ("Por hacer", "open"), ("Tareas por hacer", "open"), ("En curso", "doing")),
        *(("Cerrada", "done"), ("Wont Do", "dropped"), ("✅ Done", "done"), ("🏗 In progress", "doing")),
        *(("in-progress", "doing"), ("Em andamento", "doing"), ("Da completare", "open"), ("Gereed", "done")),
    ],
)
def test_a_status_in_many_languages(word: str, status: str, tmp_path: Path) -> None:
    """Know the words of trackers without accents, capitals and signs."""
    read = read_export(written(tmp_path, JIRA, f"A-1,One,{word},,2026-07-02,"), {})
    assert ([item.status for item in read.items], read.notes) == ([status], ())


def test_a_tracker_s_own_category_explains_its_words(tmp_path: Path) -> None:
    """Take what Jira says of a status that a team named itself, and ask for nothing."""
    path = written(
        tmp_path, f"{JIRA},Status Category", "A-1,One,Soaking,,2026-07-02,,In Progress", "A-2,Two,Parked,,,,"
    )
    read = read_export(path, {})
    assert [item.status for item in read.items] == ["doing", "open"]
    assert [word.word for word in read.unknown] == ["Parked"]


def test_every_unknown_word_is_named(tmp_path: Path) -> None:
    """List all of them with their counts, however many, those of resolutions too."""
    rows = [f"A-{at},One,Stage {at},Reason {at},," for at in range(60)] + ["B-1,One,Stage 7,Reason 9,,"]
    read = read_export(written(tmp_path, JIRA, *rows), {})
    assert len(read.unknown) == len(read.notes) == 120
    assert {word.word for word in read.unknown if word.items == 2} == {"Stage 7", "Reason 9"}
    assert any(note.startswith("'Reason 9' is no resolution that is known here (2 items): the") for note in read.notes)


def test_no_word_has_two_meanings() -> None:
    """A word of one language is no other status in another one."""
    lists = (words._OPEN, words._DOING, words._DONE + words._FIXED, words._DROPPED)
    named = [word for text in lists for word in set(words._listed(text))]
    assert len(named) == len(set(named)) > 500
    assert all(words.plain(word) == word for word in named)


def test_names_of_columns_are_told_apart() -> None:
    """No column of a Jira means two fields, and its keys have a name in each language."""
    for language, columns in jira_columns():
        named = [words.plain(name) for names in columns.values() for name in dict.fromkeys(map(words.plain, names))]
        assert len(named) == len(set(named)), language
    assert len([tracker for tracker in TRACKERS if tracker.name == "Jira"]) == 7
