"""The command that brings what exists elsewhere: backlogs of trackers, and OpenACR reports."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from purposebook.cli.console import result
from purposebook.cli.options import DataOption, ProductArgument, WorkspaceOption, existing, find_workspace
from purposebook.errors import DataFaults, Fault, PurposebookError, UsageError
from purposebook.text.directions import typed

if TYPE_CHECKING:
    from purposebook.domain.work import WorkStatus
    from purposebook.storage.imported import Imported
    from purposebook.storage.tracker_columns import Said
    from purposebook.storage.tracker_dates import Order
    from purposebook.storage.trackers import Columns

_TABLES: Final = (".csv", ".tsv")
_REPORTS: Final = (".yml", ".yaml")


class DateOrder(StrEnum):
    """Name the orders in which days are written in numbers."""

    dmy = "dmy"
    mdy = "mdy"


class ImportFormat(StrEnum):
    """Name the forms in which the outcome of an import is printed."""

    text = "text"
    json = "json"


FilesArgument = Annotated[
    list[Path],
    typer.Argument(metavar="FILE", help="CSV of Jira, GitHub, Linear or Azure DevOps, or an OpenACR YAML file."),
]
ColumnsOption = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="COLUMN=FIELD", help="Say what a column means: key, title, status, effort, ..."),
]
StatusesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map-status",
        metavar="WORD=STATUS",
        help="Say what a word for a status or resolution means: open, doing, done or dropped.",
    ),
]
DatesOption = Annotated[
    DateOrder | None, typer.Option("--dates", help="Day or month first, where the file leaves it open.")
]


def register(app: typer.Typer) -> None:
    """Add this module's commands to `app`."""
    app.command("import", epilog="Example: purposebook import coursecraft jira.csv --map 'T-shirt size=effort'")(
        import_
    )


def import_(
    product: ProductArgument,
    files: FilesArgument,
    mapped: ColumnsOption = None,
    statuses: StatusesOption = None,
    dates: DatesOption = None,
    format: Annotated[ImportFormat, typer.Option("--format", help="How to print.")] = ImportFormat.text,
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Bring work items of a tracker, or an accessibility report, into a product; nothing is ever deleted.

    What these options say is kept in the product's imports.yml, so that the next import needs none of them.
    """
    from purposebook.storage.import_answers import read_import_answers
    from purposebook.storage.tracker_columns import Said

    place = find_workspace(workspace, data)
    slug = existing(place, product)
    folder = place.folder(slug)
    order: Order | None = dates.value if dates else None
    said = Said(_meanings(mapped or ()), _statuses(statuses or ()), order, read_import_answers(folder))
    read = [_read(path, said) for path in files]
    refused = any(one.faults for one in read)
    imported = [one.save(folder) if one.save and not refused else None for one in read]
    if format is ImportFormat.json:
        result(_as_json(slug, read, imported))
        raise typer.Exit(int(refused))
    if refused:
        raise PurposebookError("\n".join((*(one.refusal for one in read if one.faults), "Nothing was imported.")))
    for one, done in zip(read, imported, strict=True):
        if done:
            _tell(one.path, done)


def _meanings(mapped: Sequence[str]) -> Columns:
    """Read each `COLUMN=FIELD`; a column may mean two things, and a field stand in several columns."""
    from purposebook.storage.texts import did_you_mean
    from purposebook.storage.trackers import FIELDS

    found: dict[str, tuple[str, ...]] = {}
    for text in mapped:
        column, equals, meant = text.rpartition("=")
        if not equals or not column.strip():
            raise UsageError(f"--map {typed(text[:60])} says nothing: write COLUMN=FIELD, such as --map 'Ticket=key'.")
        if meant.strip() not in FIELDS:
            raise UsageError(f"--map {typed(text[:60])} names no field: {did_you_mean(meant.strip(), FIELDS)}")
        found[meant.strip()] = (*found.get(meant.strip(), ()), column.strip())
    return found


def _statuses(mapped: Sequence[str]) -> dict[str, WorkStatus]:
    """Read each `WORD=STATUS`; of two for the same word the last counts."""
    from purposebook.domain.work import STATUSES
    from purposebook.storage.texts import did_you_mean

    found: dict[str, WorkStatus] = {}
    for text in mapped:
        word, equals, meant = text.rpartition("=")
        if not equals or not word.strip():
            raise UsageError(
                f'--map-status {typed(text[:60])} says nothing: write WORD=STATUS, such as --map-status "QA=doing".'
            )
        status = next((one for one in STATUSES if one == meant.strip().casefold()), None)
        if status is None:
            raise UsageError(
                f"--map-status {typed(text[:60])} names no status: {did_you_mean(meant.strip(), STATUSES)}"
            )
        found[" ".join(word.split())] = status
    return found


@dataclass(frozen=True)
class _Read:
    """Hold one file: what saves it in a product's folder, or its faults."""

    path: Path
    save: Callable[[Path], Imported] | None
    faults: tuple[Fault, ...] = ()
    refusal: str = ""


def _read(path: Path, said: Said) -> _Read:
    """Read one file before anything is saved."""
    try:
        return _Read(path, _saving(path.absolute(), said))
    except DataFaults as error:
        return _Read(path, None, error.faults, str(error))


def _saving(path: Path, said: Said) -> Callable[[Path], Imported]:
    """Read one file; return what saves it in a product's folder."""
    if path.suffix.lower() in _TABLES:
        from purposebook.storage.work_merging import bring_work
        from purposebook.storage.work_reading import read_export

        export = read_export(path, said.columns, said.order, said.statuses, said.kept)
        return lambda folder: bring_work(folder, export)
    if path.suffix.lower() in _REPORTS:
        from purposebook.storage.openacr import bring_conformance, read_conformance

        report = read_conformance(path)
        return lambda folder: bring_conformance(folder, report)
    fault = Fault(path.name, 0, 0, "", "is neither a table nor an OpenACR file", "export it as CSV UTF-8, or as YAML")
    raise DataFaults(path.parent.name, [fault])


def _tell(path: Path, imported: Imported) -> None:
    """Say what became of a file."""
    counts = f"{imported.added} added, {imported.updated} updated, {imported.unchanged} unchanged"
    kept = ("what the options say is kept in imports.yml",) if imported.kept else ()
    result("\n  ".join((f"{path.name} ({imported.source}): {counts} in {imported.part}", *imported.notes, *kept)))


def _as_json(product: str, read: Sequence[_Read], imported: Sequence[Imported | None]) -> str:
    """Return what became of each file as `ImportResult` describes it."""
    files = [_file_json(one, done) for one, done in zip(read, imported, strict=True)]
    saved = all(done is not None for done in imported)
    return json.dumps({"product": product, "imported": saved, "files": files}, indent=2, ensure_ascii=False)


def _file_json(one: _Read, done: Imported | None) -> dict[str, object]:
    """Return what became of one file."""
    return {
        "file": one.path.name,
        "source": done.source if done else None,
        "part": done.part if done else None,
        "added": done.added if done else 0,
        "updated": done.updated if done else 0,
        "unchanged": done.unchanged if done else 0,
        "unknown_words": [{**asdict(word), "option": word.option} for word in done.unknown] if done else [],
        "notes": list(done.notes) if done else [],
        "kept": bool(done and done.kept),
        "faults": [asdict(fault) for fault in one.faults],
    }
