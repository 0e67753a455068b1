"""Findings and faults as text and JSON; the reports for code hosts and rule pages stand beside."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from itertools import groupby
from typing import Any, Final

from purposebook.checks.finding import COUNTED, SEVERITIES, Checked, Finding, NotChecked, ProductCheck, path_of
from purposebook.checks.github_report import as_github
from purposebook.checks.gitlab_report import as_gitlab
from purposebook.checks.sarif import sarif_log
from purposebook.checks.totals import totals
from purposebook.errors import Fault
from purposebook.text.directions import plain

Printer = Callable[[dt.date, Iterable[ProductCheck], str], str]


def as_sarif(as_of: dt.date, products: Iterable[ProductCheck], prefix: str) -> str:
    """Return a SARIF 2.1.0 log."""
    return json.dumps(sarif_log(as_of, tuple(products), prefix), ensure_ascii=False, indent=2)


def as_json(as_of: dt.date, products: Iterable[ProductCheck], _: str) -> str:
    """Return the results as JSON; files are named relative to the product's folder, whatever the prefix."""
    rows = [_product_json(one) for one in products]
    return json.dumps({"as_of": as_of.isoformat(), "products": rows}, ensure_ascii=False, indent=2)


def _product_json(one: ProductCheck) -> dict[str, Any]:
    """Return one product's results as plain data."""
    checked = one.checked or Checked((), (), ())
    return {
        "product": str(one.product),
        "faults": [_as_data(fault) for fault in one.faults],
        "findings": [_as_data(finding) for finding in checked.findings],
        "silenced": [{"rule": item.rule, "where": item.where, "because": item.because} for item in checked.silenced],
        "not_checked": [asdict(item) for item in checked.not_checked],
    }


def _as_data(one: Finding | Fault) -> dict[str, Any]:
    """Return a finding or a fault as plain data; a reader of JSON sets texts apart by himself."""
    return asdict(one) | {"message": plain(one.message), "advice": plain(one.advice)}


def as_text(as_of: dt.date, products: Iterable[ProductCheck], prefix: str) -> str:
    """Return the results for a reader: per product one line each, and one line for all where there are several."""
    every = tuple(products)
    blocks = ["\n".join(_product_text(one, prefix)) for one in every]
    return "\n\n".join([f"As of {as_of.isoformat()}", *blocks, *([totals(every)] if len(every) > 1 else [])])


def _product_text(one: ProductCheck, prefix: str) -> Iterator[str]:
    """Yield one product's lines, beginning with the counts."""
    yield f"{one.product}: {_counts(one)}"
    for fault in one.faults:
        yield plain(f"  {replace(fault, file=path_of(prefix, one.product, fault.file))}")
    if one.checked is None:
        return
    for finding in one.checked.findings:
        place = _place(prefix, one.product, finding.file, finding.line)
        told = plain(f"{finding.message}  {finding.advice}")
        yield f"  {place} {finding.where}  {finding.severity}: {told} [{finding.rule}]"
    for item in one.checked.silenced:
        yield f"  silenced {item.rule} {item.where}: {item.because}"
    yield from _not_checked(one.checked.not_checked)


def _place(prefix: str, product: str, file: str, line: int) -> str:
    """Return `file:line`, which editors and terminals make a link."""
    path = path_of(prefix, product, file)
    return f"{path}:{line}" if line else path


def _counts(one: ProductCheck) -> str:
    """Count faults and findings in words."""
    numbers: list[tuple[int, tuple[str, str]]] = [(len(one.faults), ("fault", "faults"))]
    if one.checked:
        numbers += [(len(one.checked.of(severity)), COUNTED[severity]) for severity in SEVERITIES]
        numbers.append((len(one.checked.silenced), ("silenced", "silenced")))
    said = ", ".join(f"{number} {words[number != 1]}" for number, words in numbers if number)
    if one.left_out is None:
        return said or "no fault, no finding"
    return (said or "nothing new") + (f" ({one.left_out} from before left out)" if one.left_out else "")


def _not_checked(items: tuple[NotChecked, ...]) -> Iterator[str]:
    """Yield one line per reason, with all its rules."""
    by_reason = sorted(items, key=lambda item: item.reason)
    for reason, group in groupby(by_reason, key=lambda item: item.reason):
        yield f"  not checked ({reason}): {', '.join(item.rule for item in group)}"


PRINTERS: Final[dict[str, Printer]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
}
"""By the name of its format, what prints the results."""
