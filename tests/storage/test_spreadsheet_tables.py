"""Tables as spreadsheets write them: headers, delimiters, missing and surplus cells; saving keeps their manner."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from storage_samples import DATA, faults_in, product

from purposebook.domain.metrics import Observation
from purposebook.storage.csv_reading import parse_table
from purposebook.storage.reading import read_observations, read_workbook
from purposebook.storage.saving import save_observations
from purposebook.storage.survey_reading import parse_answers

ROW = [("riders", "2026-03-31", 1200.0)]


def rows(text: str) -> list[tuple[str, str, float | None]]:
    """Return the rows of a table in order."""
    table, faults = parse_table("o.csv", text)
    assert faults == ()
    return [(row.metric, row.date.isoformat(), row.value) for row in table.rows]


@pytest.mark.parametrize(
    "text",
    [
        "metric;date;value;\nriders;2026-03-31;1200;\n",
        "metric;date;value;;;\nriders;2026-03-31;1200;;;\n;;;;;\n",
        "metric;;date;value\nriders;;2026-03-31;1200\n",
        ",metric,date,value\n,riders,2026-03-31,1200\n",
        "metric,date,value\nriders,2026-03-31,1200,,,\n",
        "metric,date,value,segment,note\nriders,2026-03-31,1200\n",
        "metric;date;value;numerator;denominator;segment;note\nriders;2026-03-31;1200\n;;\n",
        "sep=;\nmetric;date;value\nriders;2026-03-31;1200\n",
        '"SEP=\t"\r\nmetric\tdate\tvalue\r\nriders\t2026-03-31\t1200\r\n',
        "sep=;;;\n\nMetric;Date;Value\nriders;2026-03-31;1200\n",
        "Metric,Date,Value\nriders,2026-03-31,1200\n",
        " METRIC ;date; Value\u00a0\nriders;2026-03-31;1200\n",
        '"Metric";"Date";"Value";"Note"\n"riders";"31.03.2026";"1.200,0";"a, b, c, d, e"\n',
        "\ufeffmetric\tdate\tvalue\nriders\t2026-03-31\t1200\n",
        "metric;date;value;note,text\n".replace(",text", "") + "riders;2026-03-31;1200;a,b,c,d\n",
    ],
)
def test_every_usual_way_to_write_a_table_is_read(text: str) -> None:
    """Read empty columns and cells, `sep=`, capitals and spaces in the header, and every delimiter."""
    assert rows(text) == ROW


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (
            "Estrazione del 2026-01-06\nmetric,date,value\nriders,2026-03-31,1200\n",
            1,
            "the header stands in line 2, delete the line above it",
        ),
        (
            "Report;;\n\nby Ada;;\nMetric;Date;Value\nriders;2026-03-31;1200\n",
            1,
            "the header stands in line 4, delete the lines above it",
        ),
        (
            "date,2026-01-06\nmetric,date,value\nriders,2026-03-31,1200\n",
            1,
            "the header stands in line 2, delete the line above it",
        ),
        ("metric|date|value\nriders|2026-03-31|1200\n", 1, "'|' separates the cells, separate cells with , ; or tab"),
        (
            "metric date value\nriders 2026-03-31 1200\n",
            1,
            "a space separates the cells, separate cells with , ; or tab",
        ),
        ("sep=|\nmetric|date|value\n", 1, "'|' separates the cells, separate cells with , ; or tab"),
        (
            "sep=;\nmetric,date,value\nriders,2026-03-31,1200\n",
            1,
            "the line above says ';', and ',' separates the cells, delete that line",
        ),
        (
            "Kennzahl;Datum;Wert\nriders;2026-03-31;1200\n",
            1,
            "names no column that is known here (Kennzahl, Datum, Wert), write metric;date;value in place of these "
            "names",
        ),
        (
            "riders;31.03.2026;1200\n",
            1,
            "the first line is no header, write metric;date;value above the rows",
        ),
        (
            "metric;date;value;\nriders;2026-03-31;1200;x\n",
            1,
            "a column has no name, but line 2 says 'x' in it, name the column as one that is known here, or delete it",
        ),
        (
            "metric,date,value\nriders,2026-03-31,1,5\n",
            2,
            "has 4 cells where the header has 3, write 1.5 if that is one number, or quote a text that holds a "
            "delimiter",
        ),
        (
            "metric,date,value,segment,note\nriders,2026-03-31,1,5\n",
            2,
            "has 4 cells where the header has 5, write 1.5 if that is one number, or quote a text that holds a "
            "delimiter",
        ),
    ],
)
def test_what_stands_in_place_of_a_table_is_named(text: str, line: int, said: str) -> None:
    """Say what was seen and what to do, and read nothing that could have shifted."""
    table, (fault,) = parse_table("o.csv", text)
    assert (table.rows, fault.line, f"{fault.message}, {fault.advice}") == ((), line, said)


def test_required_cells_that_are_missing_are_named() -> None:
    """Take a short row for one with empty cells."""
    faults = parse_table("o.csv", "metric;date;value\nriders\nriders;2026-03-31\n")[1]
    assert [(fault.line, fault.field) for fault in faults] == [(2, "date"), (3, "")]
    assert "has neither a value nor both" in faults[1].message


def test_surveys_are_read_alike() -> None:
    """Share header, delimiter and cells with observations."""
    answers, faults = parse_answers(
        "s.csv", "sep=;\nSurvey;Date;Score;;\nglad;30.09.2026;4,5;;\nglad;1.10.2026;5\n", ()
    )
    assert (faults, [row.score for row in answers.rows]) == ((), [4.5, 5.0])


@pytest.mark.parametrize("name", sorted(path.name for path in (DATA / "good").glob("spreadsheet-*")))
def test_files_of_real_programs_say_the_same(name: str) -> None:
    """Read what spreadsheet programs of several languages save: the same four rows."""
    found = [(row.metric, row.date.isoformat(), row.value) for row in read_workbook(DATA / "good" / name).observations]
    assert found == [
        ("riders", "2026-03-31", 1234.5),
        ("riders", "2026-04-30", -5.0),
        ("late", "2026-03-31", 0.125),
        ("late", "2026-04-30", 1_234_567.0),
    ]


def test_windows_encodings_are_refused_with_what_to_do(tmp_path: Path) -> None:
    """Name the encoding that is read; the same file saved so is read."""
    text = "metric;date;value;note\nriders;31.03.2026;1,5;Größe\n"
    told = faults_in(product(tmp_path, observations=text.encode("cp1252")))
    assert told.startswith("observations.csv:2 note: holds bytes that are not UTF-8, save the file with the encoding")
    assert faults_in(product(tmp_path, observations=codecs.BOM_UTF8 + text.encode())) == ""


GERMAN = "sep=;\r\nMetric;Date;Value;\r\na;31.01.2026;1.234,5;\r\na;28.02.2026;0,5\r\n"


def row(day: str, value: float, **more: object) -> Observation:
    """Make a row of metric a."""
    return Observation.model_validate({"metric": "a", "date": day, "value": value, **more})


def saved(folder: Path, text: str, *added: Observation) -> str:
    """Add rows to a table and return its text."""
    made = product(folder, observations=text)
    base = read_observations(made)
    after = save_observations(made, base, (*base, *added))
    assert after == (*base, *added) == read_observations(made)
    return (made / "observations.csv").read_bytes().decode()


def test_rows_are_added_in_the_manner_of_the_table(tmp_path: Path) -> None:
    """Keep `sep=`, capitals and other lines; write decimal commas and days as the table does."""
    text = saved(tmp_path, GERMAN, row("2026-03-31", 12.345), row("2026-04-30", -1234.5))
    assert text == GERMAN + "a;31.03.2026;12,345;\r\na;30.04.2026;-1234,5;\r\n"


def test_a_column_is_added_below_the_line_with_the_delimiter(tmp_path: Path) -> None:
    """Give header and rows the column, and `sep=` nothing."""
    assert saved(tmp_path, GERMAN, row("2026-03-31", 1, note="x; y")) == (
        'sep=;\r\nMetric;Date;Value;;note\r\na;31.01.2026;1.234,5;;\r\na;28.02.2026;0,5;\r\na;31.03.2026;1;;"x; y"\r\n'
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("metric;date;value\na;2026-01-31;1.5\n", "a;2026-03-31;12.3450"),
        ("metric;date;value\na;2026-01-31;1,5\n", "a;2026-03-31;12,345"),
        ("metric;date;value\n", "a;2026-03-31;12,345"),
        ("metric,date,value\na,2026-01-31,1.5\n", "a,2026-03-31,12.345"),
        ('metric,date,value\na,2026-01-31,"1,234.50"\n', "a,2026-03-31,12.345"),
        ("metric\tdate\tvalue\n", "a\t2026-03-31\t12.345"),
    ],
)
def test_a_number_is_saved_with_one_reading(tmp_path: Path, text: str, line: str) -> None:
    """Write three decimals so that nobody takes them for thousands."""
    assert saved(tmp_path, text, row("2026-03-31", 12.345)) == f"{text}{line}\n"
