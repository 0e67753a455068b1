"""Commands that judge and compute: check, rules, measures, schema."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from purposebook.cli.console import remark, result
from purposebook.cli.options import (
    AsOfOption,
    DataOption,
    ProductArgument,
    ProductsArgument,
    WorkspaceOption,
    chosen,
    day,
    existing,
    find_workspace,
    name_misnamed,
)
from purposebook.errors import DataFaults, UsageError

if TYPE_CHECKING:
    import datetime as dt

    from purposebook.checks.finding import ProductCheck
    from purposebook.domain.slug import Slug
    from purposebook.storage.workspace import Workspace


class CheckFormat(StrEnum):
    """Name the forms in which findings are printed."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"


class NumberFormat(StrEnum):
    """Name the forms in which numbers are printed."""

    text = "text"
    json = "json"


def register(app: typer.Typer) -> None:
    """Add this module's commands to `app`."""
    app.command(epilog="Example: purposebook check coursecraft --format text --strict")(check)
    app.command(epilog="Example: purposebook rules K5")(rules)
    app.command(epilog="Example: purposebook measures coursecraft --format json")(measures)
    app.command(epilog="Example: purposebook schema mission")(schema)


def check(
    products: ProductsArgument = None,
    format: Annotated[CheckFormat, typer.Option("--format", help="How to print.")] = CheckFormat.text,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings too end with exit code 1.")] = False,
    site: Annotated[
        Path | None, typer.Option("--site", metavar="DIR", help="Check a published site against its hashes instead.")
    ] = None,
    as_of: AsOfOption = "",
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Name every fault and finding of the products, or check a published site."""
    if site is not None:
        return _check_site(site)
    from purposebook.checks import reports

    place = find_workspace(workspace, data)
    today = day(as_of, announce=False)
    checked = tuple(_checked(place, slug, today) for slug in chosen(place, products))
    printers = {
        "text": reports.as_text,
        "json": reports.as_json,
        "github": reports.as_github,
        "sarif": reports.as_sarif,
    }
    result(printers[format.value](today, checked, _prefix(place)))
    misnamed = name_misnamed(place, products)
    raise typer.Exit(int(misnamed or any(_fails(item, strict) for item in checked)))


def _check_site(site: Path) -> None:
    """Compare a published site, or each site of a folder of sites, with the hashes of its build.json."""
    from purposebook.publishing.verify import check_site

    if not site.is_dir():
        raise UsageError(f"There is no folder {site.name!a}: name a published site, such as _site/coursecraft.")
    below = sorted(path.parent for path in site.glob("*/build.json")) if not (site / "build.json").exists() else []
    wrong = [f"{one.name}: {what}" for one in below for what in check_site(one)] if below else check_site(site)
    result("\n".join(wrong) if wrong else "Every file is as it was published.")
    raise typer.Exit(int(bool(wrong)))


def _checked(workspace: Workspace, slug: Slug, as_of: dt.date) -> ProductCheck:
    """Check one product; its faults are part of the answer."""
    from purposebook.checks.engine import check as check_book
    from purposebook.checks.finding import ProductCheck
    from purposebook.domain.row_origins import kept_rows_said, row_origins
    from purposebook.storage.import_answers import answers_faults
    from purposebook.storage.reading import read_workbook

    folder = workspace.folder(slug)
    beside = answers_faults(folder)
    try:
        book = read_workbook(folder)
    except DataFaults as broken:
        return ProductCheck(slug, tuple(sorted((*broken.faults, *beside))), None)
    kept = kept_rows_said(row_origins(book), as_of)
    if kept:
        remark(f"{slug}: {kept}")
    return ProductCheck(slug, beside, check_book(book, as_of))


def _prefix(workspace: Workspace) -> str:
    """Return the data folder as seen from the workspace, for places that a code host links."""
    root, data = workspace.root.resolve(), workspace.data.resolve()
    return data.relative_to(root).as_posix() if data.is_relative_to(root) else data.name


def _fails(item: ProductCheck, strict: bool) -> bool:
    """Tell whether a product's state ends with exit code 1."""
    failing = {"error", "warning"} if strict else {"error"}
    return bool(item.faults) or (
        item.checked is not None and any(found.severity in failing for found in item.checked.findings)
    )


def rules(rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's id, such as K5.")] = "") -> None:
    """Explain the rules: what each looks for, its source, its false alarms, how to silence it."""
    from purposebook.checks.catalogue import BY_ID, RULES
    from purposebook.checks.rule_text import rule_text, rules_text

    if not rule:
        return result(rules_text(RULES))
    found = BY_ID.get(rule.upper())
    if found is None:
        raise UsageError(f"There is no rule {rule[:20]!a}: 'purposebook rules' lists them all.")
    return result(rule_text(found))


def measures(
    product: ProductArgument,
    format: Annotated[NumberFormat, typer.Option("--format", help="How to print.")] = NumberFormat.text,
    as_of: AsOfOption = "",
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Print every number of a product's report, with its interval, or the reason why there is none."""
    from purposebook.measures.product import measure
    from purposebook.measures.report import as_text
    from purposebook.storage.reading import read_workbook

    place = find_workspace(workspace, data)
    today = day(as_of, announce=format is NumberFormat.text)
    measured = measure(read_workbook(place.folder(existing(place, product))), today)
    result(
        as_text(measured)
        if format is NumberFormat.text
        else json.dumps(measured.as_json(), indent=2, ensure_ascii=False, allow_nan=False)
    )


def schema(
    part: Annotated[
        str, typer.Argument(metavar="PART", help="product, mission, objectives, personas, evidence or metrics.")
    ] = "",
) -> None:
    """Print the JSON Schema of a part, or of all parts in one object."""
    from purposebook.domain.schemas import part_schema
    from purposebook.domain.workbook import PARTS

    found = part_schema(part) if part else {name: part_schema(name) for name in PARTS}
    result(json.dumps(found, indent=2, ensure_ascii=False))
