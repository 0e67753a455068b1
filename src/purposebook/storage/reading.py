"""Read a product's folder: every part, or every fault of every file at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from purposebook.domain.base import Model
from purposebook.domain.metrics import Metrics, Observation
from purposebook.domain.product import Product
from purposebook.domain.reviews import Reviews
from purposebook.domain.slug import Slug
from purposebook.domain.workbook import FILES, PARTS, Workbook
from purposebook.errors import DataFaults, Fault
from purposebook.storage import yaml_nodes as nodes
from purposebook.storage.conflicts import conflict_in
from purposebook.storage.csv_reading import Table, read_table
from purposebook.storage.database_reading import all_rows, query_faults, rows_for
from purposebook.storage.event_reading import read_events
from purposebook.storage.faults import faults_of, limited
from purposebook.storage.files import OBSERVATIONS, checked_folder, decoded, exists, read_bytes, refusal
from purposebook.storage.frozen_copies import FrozenMetrics
from purposebook.storage.limits import SHORT_YAML, YAML_BYTES
from purposebook.storage.parse_memory import Memory
from purposebook.storage.stray_files import stray_faults
from purposebook.storage.survey_reading import Answers, read_survey_answers
from purposebook.storage.yaml_reading import Document, parse

OBSERVED: Final = "observations"


@dataclass(frozen=True, slots=True)
class Written:
    """Hold one part as a value and as the text that it was read from."""

    value: Model
    text: str | None
    """None when there is no such file; without byte order mark."""
    document: Document
    data: bytes | None = None
    """The bytes of the file; None when there is no such file."""

    @property
    def says(self) -> bool:
        """Tell whether it says more than an empty file would."""
        value, fields = self.value, type(self.value).model_fields
        return isinstance(value, Product) or any(
            getattr(value, name) != field.get_default(call_default_factory=True) for name, field in fields.items()
        )

    def lines(self) -> dict[str, int]:
        """Return the line of each top-level key and of each item with an id; the first of two counts."""
        found: dict[str, int] = {}
        for key, line in _lines(self.document.root):
            found.setdefault(key, line)
        return found


def read_workbook(folder: Path) -> Workbook:
    """Return all that a product's folder holds; raise `DataFaults` with all faults of all files."""
    slug = Slug(checked_folder(folder).name)
    faults: list[Fault] = list(stray_faults(folder))
    parts: dict[str, Written] = {}
    for part in PARTS:
        with _noting(faults):
            parts[part] = read_written(folder, part)
    table, answers, events = Table(), Answers(), None
    with _noting(faults):
        table = read_named_table(folder, parts.get("metrics"))
    with _noting(faults):
        answers = read_survey_answers(folder, parts["metrics"].value if "metrics" in parts else None)
    with _noting(faults):
        events = read_events(folder, parts["metrics"]) if "metrics" in parts else None
    if faults:
        raise DataFaults(slug, faults)
    ages, frozen = fetched_in(folder, parts["metrics"]), frozen_in(folder, parts["reviews"])
    return replace(_workbook(slug, parts, table, answers), events=events, frozen=frozen, **ages)


@contextmanager
def _noting(faults: list[Fault]) -> Iterator[None]:
    """Add the faults of one file to those of the others."""
    try:
        yield
    except DataFaults as found:
        faults.extend(found.faults)


def fetched_in(folder: Path, metrics: Written) -> dict[str, Any]:
    """Return how many rows databases gave and how old they are: three fields of a workbook."""
    copies = {kind: rows.copy for kind, rows in all_rows(folder, metrics)}
    return {
        "fetched": {kind: copy.fetched for kind, copy in copies.items()},
        "fetched_rows": {kind: copy.rows for kind, copy in copies.items()},
        "unreached": frozenset(kind for kind, copy in copies.items() if not copy.reached),
    }


def frozen_in(folder: Path, reviews: Written) -> FrozenMetrics:
    """Return the metrics that each review froze, to be read when they are asked for."""
    if not isinstance(reviews.value, Reviews):
        raise TypeError("reviews are named by reviews.yml")
    return FrozenMetrics(folder, reviews.value, _frozen)


def _frozen(place: Path, text: str) -> Model:
    """Return what a frozen metrics.yml says; raise `DataFaults` as any part does."""
    return parsed(place, "metrics", text).value


def read_part(folder: Path, part: str) -> Model:
    """Return one part; its empty model when nobody has written it."""
    return read_written(checked_folder(folder), part).value


def read_observations(folder: Path) -> tuple[Observation, ...]:
    """Return the observations of a product in the order of its file."""
    return read_named_table(folder, read_written(checked_folder(folder), "metrics")).rows


def read_written(folder: Path, part: str) -> Written:
    """Return one part with its text and places; raise `DataFaults` with all faults of its file."""
    name = f"{part}.yml"
    data = read_bytes(folder, name, YAML_BYTES)
    if data is None:
        if part == "product":
            raise refusal(folder, name, "is missing", "create it with the line 'name: ...'")
        return Written(FILES[part](), None, Document(None))
    if not data:
        what = "is empty (0 bytes), as a full disk or an interrupted copy leaves a file"
        raise refusal(folder, name, what, "bring it back from a copy or from git, or delete it")
    return replace(parsed(folder, part, decoded(folder, name, data)), data=data)


def parsed(folder: Path, part: str, text: str) -> Written:
    """Return the part that `text` says; raise `DataFaults` as a file with that text would."""
    found = _remembered_part(part, text)
    if isinstance(found, Written):
        return found
    raise DataFaults(folder.name, found)


def _parsed(part: str, text: str) -> Written | tuple[Fault, ...]:
    """Return the part that `text` says, or what is wrong with it."""
    name, model = f"{part}.yml", FILES[part]
    document = parse(text)
    faults = [complaint.fault(name) for complaint in document.complaints]
    value: Model | None = None
    if document.root or not faults:
        try:
            value = model.model_validate(nodes.plain(document.root) or {})
        except ValidationError as error:
            places = nodes.places(document.root) or {(): (1, 1)}
            faults.extend(faults_of(error, model, name, places))
    left = conflict_in(name, text, broken=bool(faults))
    if left:
        return (left,)
    if faults or value is None:
        return limited(name, sorted(faults))
    return Written(value, text, document)


_remembered_part = Memory(_parsed, longest=SHORT_YAML, short=36, long=len(PARTS))


def take_parts(packed: bytes | None) -> None:
    """Know what an earlier build parsed, and nothing of builds before."""
    _remembered_part.take(packed)


def parts_to_pack(folder: Path) -> bytes | None:
    """Return what the parts of a sound folder say, for the next build; nothing where it is as it was handed here."""
    written = {part: read_written(folder, part) for part in PARTS}
    texts = tuple((part, one.text) for part, one in written.items() if one.text is not None)
    return None if _remembered_part.knows(texts) else _remembered_part.packed(texts)


def observations_file(folder: Path, metrics: Written) -> str:
    """Return the name of the CSV file with the observations, which can be written; refuse what is none."""
    if not isinstance(metrics.value, Metrics):
        raise TypeError("observations are named by metrics.yml")
    source = metrics.value.observations
    line, column = nodes.places(metrics.document.root).get(("observations",), (0, 0))
    if source.file is None:
        message, advice = (
            "the rows come from a database",
            "change them there, or export them to a CSV file and write {file: observations.csv}",
        )
        raise DataFaults(folder.name, [Fault("metrics.yml", line, column, "observations.database", message, advice)])
    if not source.file.lower().endswith(".csv"):
        message, advice = f"'{source.file[:60]}' is not a CSV file", "export the rows to a file that ends in .csv"
        raise DataFaults(folder.name, [Fault("metrics.yml", line, column, "observations.file", message, advice)])
    return source.file


def read_named_table(folder: Path, metrics: Written | None) -> Table:
    """Read the observations that metrics.yml names; a file that is named must exist."""
    rows = rows_for(folder, metrics, OBSERVED) if metrics else None
    if metrics and rows:
        return _queried_table(folder, metrics, rows.path)
    name = observations_file(folder, metrics) if metrics else OBSERVATIONS
    if name != OBSERVATIONS and metrics and not exists(folder, name):
        line, column = nodes.places(metrics.document.root).get(("observations",), (0, 0))
        message, advice = f"there is no file '{name[:60]}' in this folder", "put it here or correct its name"
        raise DataFaults(folder.name, [Fault("metrics.yml", line, column, "observations.file", message, advice)])
    return read_table(folder, name)


def _queried_table(folder: Path, metrics: Written, path: Path) -> Table:
    """Read the observations that a database gave."""
    try:
        return read_table(path.parent, path.name)
    except DataFaults as error:
        raise query_faults(folder, metrics, OBSERVED, error.faults) from None


def _workbook(slug: Slug, parts: Mapping[str, Written], table: Table, answers: Answers) -> Workbook:
    """Put the parts together."""
    values: dict[str, Any] = {part: written.value for part, written in parts.items()}
    said = frozenset(part for part, written in parts.items() if written.says)
    places = {part: written.lines() for part, written in parts.items()} | {"observations": lines_of(table)}
    places["answers"] = dict(answers.lines)
    lines = {(part, key): line for part, found in places.items() for key, line in found.items()}
    return Workbook(slug=slug, observations=table.rows, answers=answers.rows, written=said, lines=lines, **values)


def lines_of(table: Table) -> dict[str, int]:
    """Return the first line of each metric's rows; all other lines stand for the column `metric`."""
    found: dict[str, int] = {}
    for line in table.lines:
        found.setdefault(line.row.metric if line.row else "metric", line.number)
    return found


def _lines(node: nodes.Node | None, top: bool = True) -> Iterator[tuple[str, int]]:
    """Yield the line of every top-level key and of every item with an id."""
    if isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from _lines(item, top=False)
    elif isinstance(node, nodes.Mapping):
        for key, value in node.entries:
            if top:
                yield key.text, key.span.line
            elif key.text == "id" and isinstance(value, nodes.Scalar):
                yield value.text, node.span.line
        for _, value in node.entries:
            yield from _lines(value, top=False)
