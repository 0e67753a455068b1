"""Read surveys.csv line by line: each answer, or what is wrong with its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from purposebook.domain.base import Model
from purposebook.domain.metrics import Metrics
from purposebook.domain.surveys import ANSWER_COLUMNS, Survey, SurveyAnswer
from purposebook.errors import DataFaults, Fault
from purposebook.storage.conflicts import conflict_in
from purposebook.storage.csv_header import Header, Kind, cells_of, read_header
from purposebook.storage.csv_reading import decoded_csv, lines_and_ends
from purposebook.storage.csv_rows import RowReader, broken_cell, wrong_quotes
from purposebook.storage.faults import limited
from purposebook.storage.files import SURVEYS, read_bytes
from purposebook.storage.limits import CSV_BYTES, CSV_ROWS
from purposebook.text import numbers
from purposebook.text.plurals import integer

_ASKED: Final = Kind(ANSWER_COLUMNS, ("survey", "date", "score"))
_NUMBERS: Final = ("score", "count")


@dataclass(frozen=True, slots=True)
class Answers:
    """Hold the answers of a file, in its order."""

    rows: tuple[SurveyAnswer, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    """The first line of each survey's answers; all other lines stand for the column `survey`."""


def read_survey_answers(folder: Path, metrics: Model | None) -> Answers:
    """Return the answers in surveys.csv; raise `DataFaults` with all its faults; an absent file has none."""
    data = read_bytes(folder, SURVEYS, CSV_BYTES)
    surveys = metrics.surveys if isinstance(metrics, Metrics) else ()
    answers, faults = parse_answers(SURVEYS, decoded_csv(folder, SURVEYS, data or b""), surveys)
    if faults:
        raise DataFaults(folder.name, faults)
    return answers


def parse_answers(name: str, text: str, surveys: tuple[Survey, ...]) -> tuple[Answers, tuple[Fault, ...]]:
    """Return the answers that a CSV text holds, and every fault in it.

    A score must be one of its survey's scale. An answer to a survey that nobody declared is kept: a rule points it out.
    """
    if not text.strip():
        return Answers(), ()
    lines = lines_and_ends(text)[0]
    header = read_header(name, lines, _ASKED)
    if not isinstance(header, Header):
        left = conflict_in(name, text, broken=True)
        return Answers(), (left,) if left else header
    how = _How(name, RowReader(header, SurveyAnswer, _NUMBERS), {survey.id: survey for survey in surveys})
    faults: list[Fault] = []
    found: list[tuple[int, SurveyAnswer]] = []
    for number, line in enumerate(lines[header.line :], header.line + 1):
        if len(found) + len(faults) > CSV_ROWS:
            advice = "count equal scores in the column count"
            faults.append(Fault(name, number, 0, "", f"has more than {integer(CSV_ROWS)} rows", advice))
            break
        row, wrong = _row(how, number, line)
        found += [(number, row)] if row else []
        faults += wrong
    left = conflict_in(name, text, broken=bool(faults))
    return _answers(found), (left,) if left else limited(name, faults)


@dataclass(frozen=True, slots=True)
class _How:
    """Say how the rows of a file are read."""

    name: str
    reader: RowReader[SurveyAnswer]
    surveys: Mapping[str, Survey]


def _answers(found: list[tuple[int, SurveyAnswer]]) -> Answers:
    """Put rows and the first line of each survey together."""
    lines: dict[str, int] = {}
    for number, row in found:
        lines.setdefault(row.survey, number)
    return Answers(tuple(row for _, row in found), lines)


def _row(how: _How, number: int, line: str) -> tuple[SurveyAnswer | None, list[Fault]]:
    """Read one line; a line without any cell filled says nothing."""
    cells, problem = cells_of(line, how.reader.header.delimiter)
    if problem:
        return None, [Fault(how.name, number, *broken_cell(line, how.reader.header), *wrong_quotes(problem))]
    if not any(cell.strip() for cell in cells):
        return None, []
    row, found = how.reader.read(cells)
    if row is None:
        return None, [Fault(how.name, number, *one) for one in found]
    wrong = _score_fault(how, number, row)
    return (None, [wrong]) if wrong else (row, [])


def _score_fault(how: _How, number: int, row: SurveyAnswer) -> Fault | None:
    """Refuse a score that its survey's scale does not have."""
    survey = how.surveys.get(row.survey)
    if survey is None or survey.takes(row.score):
        return None
    message = f"'{numbers.number(row.score)}' is no score of the survey '{row.survey}' ({survey.kind})"
    return Fault(
        how.name, number, how.reader.header.columns.index("score") + 1, "score", message, f"write {survey.scores}"
    )
