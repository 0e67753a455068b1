"""Findings and faults for GitHub: annotations beside the lines, and the summary of a run."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final

from purposebook.checks.finding import Finding, ProductCheck, path_of
from purposebook.checks.totals import of, total, totals
from purposebook.domain.result_base import Severity
from purposebook.errors import Fault
from purposebook.text.directions import plain

_SHOWN: Final = 10
"""How many annotations of each level GitHub shows of one step."""
_ROWS: Final = 100
"""A summary may have 1 MiB, and nobody reads more rows."""
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|~@&!$]|:(?=/))")


def as_github(_: dt.date, products: Iterable[ProductCheck], prefix: str) -> str:
    """Return workflow commands: every error first, then every warning, then one notice with the numbers."""
    every = tuple(products)
    errors = [line for one in every for line in _errors(one, prefix)]
    warnings = [_finding_command("warning", one, found, prefix) for one in every for found in _found(one, "warning")]
    noted = errors or warnings or total(every, "info")
    return "\n".join([*errors, *warnings, *([_numbers(every, len(errors), len(warnings))] if noted else [])])


def github_summary(as_of: dt.date, products: Iterable[ProductCheck], prefix: str) -> str:
    """Return the summary of a run in Markdown: the numbers, the products that have any, and the errors."""
    every = tuple(products)
    rows = [_product_row(one) for one in every if one.faults or (one.checked and one.checked.findings)]
    rows.sort(key=lambda row: (-row[1] - row[2], -row[3], row[0]))
    counts = [f"| {' | '.join(str(cell or '') for cell in row)} |" for row in rows[:_ROWS]]
    table = ["| product | faults | errors | warnings | infos |", "| --- | ---: | ---: | ---: | ---: |", *counts]
    errors = [line for one in every for line in _error_lines(one, prefix)]
    return "\n\n".join(
        [
            f"### Purposebook, as of {as_of.isoformat()}",
            totals(every),
            *(
                ["\n".join([*errors[:_ROWS], *_more(len(errors), "- {} more are in the log of this step.")])]
                if errors
                else []
            ),
            *(["\n".join(table), *_more(len(rows), "{} more products have findings.")] if rows else []),
            "",
        ]
    )


def _errors(one: ProductCheck, prefix: str) -> Iterator[str]:
    """Yield one command per fault and error."""
    for fault in one.faults:
        path = path_of(prefix, one.product, fault.file)
        yield _command("error", path, fault.line, f"fault in {one.product}", _fault_text(fault))
    for found in _found(one, "error"):
        yield _finding_command("error", one, found, prefix)


def _found(one: ProductCheck, severity: Severity) -> tuple[Finding, ...]:
    """Return a product's findings of a severity."""
    return one.checked.of(severity) if one.checked else ()


def _fault_text(fault: Fault) -> str:
    """Return a fault in words, without its place."""
    named = f"{fault.field}: " if fault.field else ""
    return f"{named}{fault.message}, {fault.advice}"


def _finding_command(kind: str, one: ProductCheck, finding: Finding, prefix: str) -> str:
    """Return one finding's command."""
    path = path_of(prefix, one.product, finding.file)
    message = f"{finding.where}: {finding.message} {finding.advice}"
    return _command(kind, path, finding.line, f"{finding.rule} in {one.product}", message)


def _numbers(products: tuple[ProductCheck, ...], errors: int, warnings: int) -> str:
    """Return the notice with the numbers, and with how many annotations GitHub leaves out."""
    hidden = ((max(0, errors - _SHOWN), "errors"), (max(0, warnings - _SHOWN), "warnings"))
    more = " and ".join(f"{number} more {words}" for number, words in hidden if number)
    left_out = f" GitHub shows {_SHOWN} of each here: {more} are in the log of this step." if more else ""
    return _command("notice", "", 0, "Purposebook", totals(products) + left_out)


def _product_row(one: ProductCheck) -> tuple[str, int, int, int, int]:
    """Return a product's name and numbers."""
    return one.product, len(one.faults), of(one, "error"), of(one, "warning"), of(one, "info")


def _error_lines(one: ProductCheck, prefix: str) -> Iterator[str]:
    """Yield a product's faults and errors as items of a list, with every sign of Markdown as plain text."""
    told = [(fault.file, fault.line, _fault_text(fault)) for fault in one.faults]
    told += [(found.file, found.line, f"{found.message} {found.advice}") for found in _found(one, "error")]
    for file, line, text in told:
        path = path_of(prefix, one.product, file)
        yield f"- **{_plain(f'{path}:{line}' if line else path)}** {_plain(text)}"


def _more(number: int, sentence: str) -> Iterator[str]:
    """Say how many rows a table or list leaves out, if any."""
    if number > _ROWS:
        yield sentence.format(number - _ROWS)


def _plain(text: str) -> str:
    """Return a text in which nothing is markup."""
    return _MARKUP.sub(r"\\\1", " ".join(plain(text).split()))


def _command(kind: str, file: str, line: int, title: str, message: str) -> str:
    """Write one command; properties also escape what divides them."""
    place = {"file": file, "line": str(line) if line else "", "title": title}
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items() if value)
    return f"::{kind} {properties}::{_data(message)}"


def _data(text: str) -> str:
    """Escape a command's message."""
    return plain(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a command's property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
