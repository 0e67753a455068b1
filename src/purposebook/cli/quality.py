"""Commands that judge and compute: check, rules, measures, schema."""

from __future__ import annotations

import contextlib
import json
import os
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from purposebook.cli.console import result
from purposebook.cli.options import (
    AsOfOption,
    DataOption,
    Format,
    FormatOption,
    ProductArgument,
    ProductsArgument,
    QuerySecondsOption,
    WorkspaceOption,
    chosen,
    day,
    existing,
    find_workspace,
    limit_queries,
    name_misnamed,
)
from purposebook.errors import UsageError
from purposebook.text.directions import typed

if TYPE_CHECKING:
    import datetime as dt

    from purposebook.checks.finding import ProductCheck
    from purposebook.storage.workspace import Workspace


class CheckFormat(StrEnum):
    """Name the forms in which findings are printed."""

    text = "text"
    json = "json"
    github = "github"
    gitlab = "gitlab"
    sarif = "sarif"


_REPOSITORIES: Final = {
    CheckFormat.github: ("GITHUB_WORKSPACE",),
    CheckFormat.gitlab: ("CI_PROJECT_DIR",),
    CheckFormat.sarif: ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"),
}
"""The variables in which code hosts say where the repository lies; they link files as seen from there."""
CheckFormatOption = Annotated[
    CheckFormat, typer.Option("--format", help="How to print; github, gitlab and sarif are for code hosts.")
]
ExitZeroOption = Annotated[
    bool, typer.Option("--exit-zero", help="Faults and findings end with exit code 0: for a report that stops nothing.")
]
SinceOption = Annotated[
    str,
    typer.Option("--since", metavar="REV", help="Only what is new since this branch left a branch, tag or commit."),
]
SiteOption = Annotated[
    Path | None,
    typer.Option(
        "--site",
        metavar="DIR",
        help="Check published sites instead: against their hashes, and that none is of a private product.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add this module's commands to `app`."""
    app.command(epilog="Example: purposebook check coursecraft --format text --strict")(check)
    app.command(epilog="Example: purposebook rules K5")(rules)
    app.command(epilog="Example: purposebook measures coursecraft --format json")(measures)
    app.command(epilog="Example: purposebook schema mission")(schema)


def check(
    products: ProductsArgument = None,
    format: CheckFormatOption = CheckFormat.text,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings too end with exit code 1.")] = False,
    exit_zero: ExitZeroOption = False,
    since: SinceOption = "",
    changed: Annotated[bool, typer.Option("--changed", help="Only what is new since the last commit of git.")] = False,
    site: SiteOption = None,
    as_of: AsOfOption = "",
    query_seconds: QuerySecondsOption = 60,
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Name every fault and finding of the products, or check a published site."""
    limit_queries(query_seconds)
    if site is not None:
        return _check_site(site, workspace, data)
    from purposebook.checks.reports import PRINTERS
    from purposebook.cli.checking import checked_products, new_in_change

    if since and changed:
        raise UsageError("--since and --changed name two starting points: give one of them.")
    place, today = find_workspace(workspace, data, book=False), day(as_of, announce=False)
    check_them = partial(new_in_change, since=since) if since or changed else checked_products
    checked, folders = check_them(place, chosen(place, products), today)
    prefix = _prefix(place, format)
    result(PRINTERS[format.value](today, checked, prefix))
    if format is CheckFormat.github:
        _summarise(today, checked, prefix)
    misnamed = name_misnamed(place, products, folders)
    raise typer.Exit(int(not exit_zero and (misnamed or any(_fails(item, strict) for item in checked))))


def _summarise(as_of: dt.date, checked: tuple[ProductCheck, ...], prefix: str) -> None:
    """Add the numbers to the summary of a run on GitHub, which names its file in the environment."""
    from purposebook.checks.github_report import github_summary
    from purposebook.storage import disk

    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        disk.append(Path(summary), github_summary(as_of, checked, prefix).encode())


def _check_site(site: Path, workspace: Path | None, data: Path | None) -> None:
    """Compare a site, or each of a folder of sites, with the hashes of its build.json; refuse what is private."""
    from purposebook.publishing.check_private import private_inside
    from purposebook.publishing.verify import check_portfolio, check_site

    if not site.is_dir():
        raise UsageError(f"There is no folder {typed(site.name)}: name a published site, such as _site/coursecraft.")
    below = sorted(path.parent for path in site.glob("*/build.json")) if not (site / "build.json").exists() else []
    sites = [f"{one.name}: {what}" for one in below for what in check_site(one)]
    wrong = (*sites, *check_portfolio(site)) if below else check_site(site)
    wrong = (*private_inside(site, _workspace_of(site, workspace, data)), *wrong)
    result("\n".join(wrong) if wrong else "Every file is as it was published.")
    raise typer.Exit(int(bool(wrong)))


def _workspace_of(site: Path, workspace: Path | None, data: Path | None) -> Workspace | None:
    """Return the workspace that a site is of: the one that is named, around the site, or here; there may be none."""
    for start in (workspace,) if workspace else (site.resolve(), None):
        with contextlib.suppress(UsageError):
            return find_workspace(start, data)
    return None


def _prefix(workspace: Workspace, format: CheckFormat) -> str:
    """Return the data folder as seen from the workspace, or from the repository that a code host has checked out."""
    hosts = (os.environ.get(name) for name in _REPOSITORIES.get(format, ()))
    data = workspace.data.resolve()
    for root in (*(Path(host).resolve() for host in hosts if host), workspace.root.resolve()):
        if data.is_relative_to(root):
            return data.relative_to(root).as_posix()
    return data.name


def _fails(item: ProductCheck, strict: bool) -> bool:
    """Tell whether a product's state ends with exit code 1."""
    failing = {"error", "warning"} if strict else {"error"}
    return bool(item.faults) or (
        item.checked is not None and any(found.severity in failing for found in item.checked.findings)
    )


def rules(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's id, such as K5.")] = "",
    format: FormatOption = Format.text,
) -> None:
    """Explain the rules: what each looks for, its source, its false alarms, how to silence it."""
    from purposebook.checks.catalogue import BY_ID, RULES
    from purposebook.checks.rule_text import described, rule_text, rules_text

    found = BY_ID.get(rule.upper())
    if rule and found is None:
        raise UsageError(f"There is no rule {typed(rule[:20])}: 'purposebook rules' lists them all.")
    if format is Format.json:
        return result(described([found] if found else RULES).model_dump_json(indent=2))
    return result(rule_text(found) if found else rules_text(RULES))


def measures(
    product: ProductArgument,
    format: FormatOption = Format.text,
    as_of: AsOfOption = "",
    query_seconds: QuerySecondsOption = 60,
    data: DataOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Print every number of a product's report, with its interval, or the reason why there is none."""
    limit_queries(query_seconds)
    from purposebook.measures.product import measure
    from purposebook.measures.report import as_text
    from purposebook.storage.reading import read_workbook

    place = find_workspace(workspace, data, book=False)
    today = day(as_of, announce=format is Format.text)
    measured = measure(read_workbook(place.folder(existing(place, product))), today)
    result(
        as_text(measured)
        if format is Format.text
        else json.dumps(measured.as_json(), indent=2, ensure_ascii=False, allow_nan=False)
    )


def schema(
    part: Annotated[str, typer.Argument(metavar="PART", help="A part, such as mission; default: all of them.")] = "",
) -> None:
    """Print the JSON Schema of a part, or of all parts in one object."""
    from purposebook.domain.schemas import part_schema
    from purposebook.domain.workbook import PARTS

    found = part_schema(part) if part else {name: part_schema(name) for name in PARTS}
    result(json.dumps(found, indent=2, ensure_ascii=False))
