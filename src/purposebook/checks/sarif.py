"""Findings and faults as a SARIF 2.1.0 log."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final
from urllib.parse import quote

from purposebook.checks.catalogue import RULES
from purposebook.checks.file_findings import CUT_OFF, UNREAD
from purposebook.checks.finding import Finding, ProductCheck, path_of
from purposebook.checks.rule import Rule
from purposebook.checks.rule_text import silence_of
from purposebook.errors import Fault
from purposebook.text.directions import plain
from purposebook.version import __version__

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT: Final = "purposebookPlace/v1"
_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}
_FAULT: Final = {
    "id": "fault",
    "shortDescription": {"text": "Data that cannot be read or breaks its model"},
    "fullDescription": {
        "text": "A product's file that cannot be read as it stands; the product is not published until it is mended."
    },
    "help": {"text": "Mend the field that the message names. 'purposebook schema PART' shows what a part may hold."},
    "defaultConfiguration": {"level": "error"},
}
_UNREAD: Final = {
    "id": UNREAD,
    "shortDescription": {"text": "A file beside the data that is not read"},
    "fullDescription": {
        "text": "A file whose name is like that of a file that is read; what it says is not published."
    },
    "help": {"text": "Rename it to the name that is read, or move it to another folder."},
    "defaultConfiguration": {"level": "warning"},
}
_CUT_OFF: Final = {
    "id": CUT_OFF,
    "shortDescription": {"text": "A table that may have been cut off"},
    "fullDescription": {"text": "A table that is empty or whose last line has no end: its last value may be a part."},
    "help": {"text": "See whether the last value is whole, and end the line; or bring the file back from a copy."},
    "defaultConfiguration": {"level": "warning"},
}
_OTHERS: Final = (_FAULT, _UNREAD, _CUT_OFF)


def sarif_log(as_of: dt.date, products: tuple[ProductCheck, ...], prefix: str) -> dict[str, Any]:
    """Return the log as plain data: one run over all products."""
    results = [result for one in products for result in results_of(one, prefix)]
    run = {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The folder from which the check was run."}}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": list(_notes(products))}],
        "results": results,
        "properties": {"as_of": as_of.isoformat()},
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def results_of(one: ProductCheck, prefix: str) -> Iterator[dict[str, Any]]:
    """Yield one product's results, each with its fingerprint."""
    return _numbered(_results(one, prefix))


def _driver() -> dict[str, Any]:
    """Describe this program and its rules; the last ones stand for faults and for what is wrong with whole files."""
    return {"name": "purposebook", "version": __version__, "rules": [*map(_rule, RULES), *_OTHERS]}


def _rule(rule: Rule) -> dict[str, Any]:
    """Describe one rule."""
    told = (
        rule.looks_for,
        f"Source: {rule.source}",
        f"Known false alarms: {rule.false_alarms}",
        f"What to do: {rule.advice}",
    )
    shown = (f"Strong: {rule.strong}", f"Weak: {rule.weak}", f"To silence it: {silence_of(rule)}")
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.looks_for},
        "help": {"text": "\n\n".join((*told, *shown))},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _results(one: ProductCheck, prefix: str) -> Iterator[dict[str, Any]]:
    """Yield one product's faults, findings, and silenced findings as suppressed ones."""
    for fault in one.faults:
        yield _fault(one.product, fault, prefix)
    for finding in one.checked.findings if one.checked else ():
        yield _finding(one.product, finding, prefix)
    for item in one.checked.silenced if one.checked else ():
        suppression = {"kind": "external", "status": "accepted", "justification": item.because}
        yield _finding(one.product, item.finding, prefix) | {"suppressions": [suppression]}


def _finding(product: str, finding: Finding, prefix: str) -> dict[str, Any]:
    """Return one finding as a result."""
    text = f"{finding.message} {finding.advice}"
    level = _LEVELS[finding.severity]
    return _result(finding.rule, level, text, _location(product, finding.file, finding.line, finding.where, prefix))


def _fault(product: str, fault: Fault, prefix: str) -> dict[str, Any]:
    """Return one fault as a result."""
    named = f"{fault.field}: " if fault.field else ""
    location = _location(product, fault.file, fault.line, fault.field, prefix)
    return _result("fault", "error", f"{named}{fault.message}, {fault.advice}", location)


def _result(rule: str, level: str, text: str, location: dict[str, Any]) -> dict[str, Any]:
    """Return one result; rules are pointed to by their place in the driver's list as well."""
    index = [*(known.id for known in RULES), *(other["id"] for other in _OTHERS)].index(rule)
    return {
        "ruleId": rule,
        "ruleIndex": index,
        "level": level,
        "message": {"text": plain(text)},
        "locations": [location],
    }


def _location(product: str, file: str, line: int, where: str, prefix: str) -> dict[str, Any]:
    """Return a place as a relative address, with the item's `part/id` beside it."""
    address = {"uri": quote(path_of(prefix, product, file)), "uriBaseId": "ROOT"}
    physical = {"artifactLocation": address, "region": {"startLine": max(line, 1)}}
    logical = {"fullyQualifiedName": "/".join(filter(None, (str(product), where)))}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _numbered(results: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give each result a fingerprint that survives moved lines and changed words: rule, place, and a running number."""
    seen: Counter[str] = Counter()
    for result in results:
        place = f"{result['ruleId']}|{result['locations'][0]['logicalLocations'][0]['fullyQualifiedName']}"
        seen[place] += 1
        mark = sha256(f"{place}|{seen[place]}".encode()).hexdigest()
        yield result | {"partialFingerprints": {FINGERPRINT: mark}}


def _notes(products: tuple[ProductCheck, ...]) -> Iterator[dict[str, Any]]:
    """Yield a note per rule that did not run."""
    for one in products:
        for item in one.checked.not_checked if one.checked else ():
            text = f"{one.product}: {item.rule} was not checked; it {item.reason}."
            yield {"level": "note", "message": {"text": plain(text)}, "associatedRule": {"id": item.rule}}
