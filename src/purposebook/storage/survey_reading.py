"""Read surveys.csv line by line: each answer, or what is wrong with its line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from purposebook.domain.base import Model
from purposebook.domain.metrics import Metrics
from purposebook.domain.surveys import ANSWER_COLUMNS, Survey, SurveyAnswer
from purposebook.errors import DataFaults, Fault
from purposebook.storage.csv_reading import (
    byte_problem,
    decoded_csv,
    delimiter_in,
    lines_and_ends,
    raggedness,
    what_is_wrong,
)
from purposebook.storage.faults import limited
from purposebook.storage.files import SURVEYS, read_bytes
from purposebook.storage.limits import CSV_BYTES, CSV_ROWS
from purposebook.storage.model_wording import words_for
from purposebook.storage.texts import did_you_mean, shown
from purposebook.text import numbers
from purposebook.text.plurals import integer

_REQUIRED: Final = ("survey", "date", "score")
_HEADER: Final = ",".join(ANSWER_COLUMNS)


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
    start = next(index for index, line in enumerate(lines) if line.strip())
    how = _How(name, (), delimiter_in(lines[start]), {survey.id: survey for survey in surveys})
    cells, problem = _cells(lines[start], how.delimiter)
    header = tuple(cell.strip() for cell in cells)
    faults = [_whole(name, start + 1, *problem)] if problem else list(_header_faults(name, start + 1, header))
    if faults:
        return Answers(), tuple(faults)
    found: list[tuple[int, SurveyAnswer]] = []
    for number, line in enumerate(lines[start + 1 :], start + 2):
        if len(found) + len(faults) > CSV_ROWS:
            advice = "count equal scores in the column count"
            faults.append(_whole(name, number, f"has more than {integer(CSV_ROWS)} rows", advice))
            break
        row, wrong = _row(how.under(header), number, line)
        found += [(number, row)] if row else []
        faults += wrong
    return _answers(found), limited(name, faults)


@dataclass(frozen=True, slots=True)
class _How:
    """Say how the rows of a file are read."""

    name: str
    header: tuple[str, ...]
    delimiter: str
    surveys: Mapping[str, Survey]

    def under(self, header: tuple[str, ...]) -> _How:
        """Return the same for a header."""
        return _How(self.name, header, self.delimiter, self.surveys)


def _answers(found: list[tuple[int, SurveyAnswer]]) -> Answers:
    """Put rows and the first line of each survey together."""
    lines: dict[str, int] = {}
    for number, row in found:
        lines.setdefault(row.survey, number)
    return Answers(tuple(row for _, row in found), lines)


def _whole(name: str, number: int, message: str, advice: str) -> Fault:
    """Make the fault of a whole line."""
    return Fault(name, number, 0, "", message, advice)


def _cells(line: str, delimiter: str) -> tuple[list[str], tuple[str, str] | None]:
    """Split one line into its cells, or say why that cannot be done."""
    if '"' not in line:
        return line.split(delimiter), None
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True)), None
    except csv.Error as error:
        return [], (what_is_wrong(error), 'write "" for a quotation mark inside a text')


def _header_faults(name: str, number: int, header: tuple[str, ...]) -> Iterator[Fault]:
    """Yield a fault for each column that is unknown, missing or there twice."""
    if not set(header) & set(ANSWER_COLUMNS):
        yield _whole(name, number, "the first line is no header", f"write {_HEADER} above the rows")
        return
    for at, column in enumerate(header, 1):
        if column not in ANSWER_COLUMNS:
            what = f"unknown column '{shown(column)}'" if column else "a column has no name"
            yield Fault(name, number, at, shown(column), what, did_you_mean(column[:200], ANSWER_COLUMNS))
        elif column in header[: at - 1]:
            yield Fault(name, number, at, column, f"the column '{column}' stands twice", "keep one of the two")
    for column in _REQUIRED:
        if column not in header:
            yield Fault(name, number, 0, column, "the column is missing", f"add '{column}' to the header")


def _row(how: _How, number: int, line: str) -> tuple[SurveyAnswer | None, list[Fault]]:
    """Read one line; a line without any cell filled says nothing."""
    raw, problem = _cells(line, how.delimiter)
    cells = [cell.strip() for cell in raw]
    if problem:
        return None, [_whole(how.name, number, *problem)]
    if not any(cells):
        return None, []
    if len(cells) != len(how.header):
        return None, [_whole(how.name, number, *raggedness(len(cells), len(how.header)))]
    bad = [(at, byte_problem(cell)) for at, cell in enumerate(cells, 1)]
    faults = [Fault(how.name, number, at, how.header[at - 1], *words) for at, words in bad if words]
    if faults:
        return None, faults
    try:
        row = SurveyAnswer.model_validate(dict(zip(how.header, cells, strict=True)))
    except ValidationError as error:
        return None, list(_cell_faults(how, number, error))
    wrong = _score_fault(how, number, row)
    return (None, [wrong]) if wrong else (row, [])


def _score_fault(how: _How, number: int, row: SurveyAnswer) -> Fault | None:
    """Refuse a score that its survey's scale does not have."""
    survey = how.surveys.get(row.survey)
    if survey is None or survey.takes(row.score):
        return None
    message = f"'{numbers.number(row.score)}' is no score of the survey '{row.survey}' ({survey.kind})"
    return Fault(how.name, number, how.header.index("score") + 1, "score", message, f"write {survey.scores}")


def _cell_faults(how: _How, number: int, error: ValidationError) -> Iterator[Fault]:
    """Yield the faults of one row, each with its column."""
    for details in error.errors(include_url=False):
        column = str(details["loc"][0]) if details["loc"] else ""
        message, advice = words_for(details, SurveyAnswer, (column,) if column else ())
        position = how.header.index(column) + 1 if column in how.header else 0
        yield Fault(how.name, number, position, column, message, advice)
