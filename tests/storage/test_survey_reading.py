"""Answers in surveys.csv: every fault named by line and column, and a reference that leads nowhere found by a rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposebook.domain.surveys import Survey
from purposebook.errors import DataFaults
from purposebook.storage.opening import open_workbook
from purposebook.storage.reading import read_workbook
from purposebook.storage.survey_reading import parse_answers

SURVEYS = tuple(
    Survey.model_validate({"id": kind, "name": kind.upper(), "kind": kind}) for kind in ("csat", "nps", "sus")
)
HEADER = "survey,date,score,count,segment"
PLANTED = (
    ("csat,2026-09-30,6,,", "score", "'6' is no score of the survey 'csat' (csat)", "write 1 to 5 in whole numbers"),
    ("nps,2026-09-30,9.5,,", "score", "'9.5' is no score", "write 0 to 10 in whole numbers"),
    ("sus,2026-09-30,71,,", "score", "'71' is no score", "write 0 to 100 in steps of 2.5"),
    ("csat,2026-02-30,5,,", "date", "", ""),
    ("csat,2026-09-30,five,,", "score", "is not a number", ""),
    ("csat,2026-09-30,5,0,", "count", "", ""),
    ("csat,2026-09-30,5,1.5,", "count", "is not a whole number", ""),
    (",2026-09-30,5,,", "survey", "is missing", ""),
    ("csat,2026-09-30", "score", "is missing", ""),
    ("csat,2026-09-30,5,,,x", "", "has 6 cells where the header has 5", ""),
    ('csat,2026-09-30,5,,"open', "segment", "a quotation mark is never closed", ""),
    ('csat,"2026-09-30"x,5,,', "date", "text follows a closed quotation mark", ""),
    (f'"a ""b"", c",2026-09-30,5,,"{"x" * 131_073}"', "segment", "a cell has more than 131\u202f072 characters", ""),
    ("csat,2026-09-30,5,,a\udcff", "segment", "holds bytes that are not UTF-8", ""),
)


@pytest.mark.parametrize(("row", "column", "message", "advice"), PLANTED)
def test_each_fault_has_its_place(row: str, column: str, message: str, advice: str) -> None:
    """Name line, column and the next step, and find nothing wrong with the rows around it."""
    text = f"{HEADER}\nnps,2026-09-30,10,3,solo\n{row}\nsus,2026-09-30,72.5,,\n"
    answers, faults = parse_answers("surveys.csv", text, SURVEYS)
    (fault,) = faults
    assert (fault.line, fault.field) == (3, column)
    assert fault.column == (HEADER.split(",").index(column) + 1 if column else 0)
    assert message in fault.message and advice in fault.advice
    assert len(answers.rows) == 2


@pytest.mark.parametrize(
    ("header", "field", "advice"),
    [
        ("survey,date,scor", "scor", "did you mean 'score'?"),
        ("survey,date", "score", "add 'score' to the header, and its cells to the rows"),
        ("survey,date,score,score", "score", "keep one of the two"),
        ("a,b,c", "", "write survey,date,score in place of these names"),
        ("glad,2026-09-30,5", "", "write survey,date,score above the rows"),
    ],
)
def test_headers(header: str, field: str, advice: str) -> None:
    """Point to the column that is meant."""
    faults = parse_answers("surveys.csv", f"{header}\n", SURVEYS)[1]
    assert (field, advice) in {(fault.field, fault.advice) for fault in faults}


def product(folder: Path, rows: str) -> Path:
    """Write a product with one survey and these answers."""
    made = folder / "sample"
    made.mkdir()
    (made / "product.yml").write_text("name: Sample\n", encoding="utf-8")
    (made / "metrics.yml").write_text("surveys: [{id: glad, name: Glad, kind: csat}]\n", encoding="utf-8")
    (made / "surveys.csv").write_text(rows, encoding="utf-8")
    return made


def test_both_ways_of_reading_agree(tmp_path: Path) -> None:
    """Read the same answers at once and when they are asked for, semicolons and blank lines included."""
    made = product(tmp_path, "survey;date;score\n\nglad;2026-09-30;5\nglad;2026-09-30;4\n")
    whole, opened = read_workbook(made), open_workbook(made)
    assert whole.answers == opened.answers and len(whole.answers) == 2
    assert whole.line("answers/glad") == opened.line("answers/glad") == 3


def test_faults_of_both_files_come_together(tmp_path: Path) -> None:
    """Name what is wrong with an answer beside all else."""
    made = product(tmp_path, "survey,date,score\nglad,2026-09-30,7\n")
    with pytest.raises(DataFaults) as found:
        read_workbook(made)
    assert [(fault.file, fault.line, fault.column) for fault in found.value.faults] == [("surveys.csv", 2, 3)]


def test_a_product_without_answers_has_none(tmp_path: Path) -> None:
    """Take an absent and an empty file for no answers."""
    made = product(tmp_path, "")
    assert read_workbook(made).answers == ()
    (made / "surveys.csv").unlink()
    assert open_workbook(made).answers == ()
