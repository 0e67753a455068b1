"""The command that brings what exists elsewhere: backlogs of trackers, and OpenACR reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from purposebook.cli.console import result
from purposebook.cli.options import DataOption, ProductArgument, WorkspaceOption, existing, find_workspace
from purposebook.errors import DataFaults, Fault, PurposebookError, UsageError
from purposebook.text.directions import typed

if TYPE_CHECKING:
    from purposebook.storage.imported import Imported
    from purposebook.storage.tracker_dates import Order
    from purposebook.storage.trackers import Columns

_TABLES: Final = (".csv", ".tsv")
_REPORTS: Final = (".yml", ".yaml")


class DateOrder(StrEnum):
    """Name the orders in which days are written in numbers."""

    dmy = "dmy"
    mdy = "mdy"


def register(app: typer.Typer) -> None:
    """Add this module's commands to `app`."""
    app.command("import", epilog="Example: purposebook import coursecraft jira.csv --map 'T-shirt size=effort'")(
        import_
    )


def import_(
    product: ProductArgument,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="CSV of Jira, GitHub, Linear or Azure DevOps, or an OpenACR YAML file."),
    ],
    mapped: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=FIELD", help="Say what a column means: key, title, status, effort, ..."),
    ] = None,
    dates: Annotated[
        DateOrder | None, typer.Option("--dates", help="Day or month first, where the file leaves it open.")
    ] = None,
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Bring work items of a tracker, or an accessibility report, into a product; nothing is ever deleted."""
    place = find_workspace(workspace, data)
    folder = place.folder(existing(place, product))
    meanings = _meanings(mapped or ())
    for path, save in _read(files, meanings, dates.value if dates else None):
        _tell(path, save(folder))


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


def _read(
    files: Sequence[Path], meanings: Columns, order: Order | None
) -> list[tuple[Path, Callable[[Path], Imported]]]:
    """Read every file before anything is saved; raise the faults of all files at once."""
    found: list[tuple[Path, Callable[[Path], Imported]]] = []
    refused: list[PurposebookError] = []
    for path in files:
        try:
            found.append((path, _saving(path.absolute(), meanings, order)))
        except DataFaults as error:
            refused.append(error)
    if refused:
        raise PurposebookError("\n".join((*map(str, refused), "Nothing was imported.")))
    return found


def _saving(path: Path, meanings: Columns, order: Order | None) -> Callable[[Path], Imported]:
    """Read one file; return what saves it in a product's folder."""
    if path.suffix.lower() in _TABLES:
        from purposebook.storage.work_merging import bring_work
        from purposebook.storage.work_reading import read_export

        export = read_export(path, meanings, order)
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
    result("\n  ".join((f"{path.name} ({imported.source}): {counts} in {imported.part}", *imported.notes)))
