"""Findings and faults as GitLab's code quality report, which a merge request shows beside the lines."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import unquote

from purposebook.checks.finding import ProductCheck
from purposebook.checks.sarif import FINGERPRINT, results_of

_SEVERITIES: Final = {"error": "critical", "warning": "minor", "note": "info"}


def as_gitlab(_: dt.date, products: Iterable[ProductCheck], prefix: str) -> str:
    """Return the report: what is not silenced, the gravest first, marked as the SARIF log marks it."""
    results = [one for product in products for one in results_of(product, prefix) if "suppressions" not in one]
    results.sort(key=lambda one: list(_SEVERITIES).index(one["level"]))
    return json.dumps([_issue(one) for one in results], ensure_ascii=False, indent=2)


def _issue(result: dict[str, Any]) -> dict[str, Any]:
    """Return one result of the SARIF log as an issue of GitLab."""
    place = result["locations"][0]["physicalLocation"]
    return {
        "description": result["message"]["text"],
        "check_name": result["ruleId"],
        "fingerprint": result["partialFingerprints"][FINGERPRINT],
        "severity": "blocker" if result["ruleId"] == "fault" else _SEVERITIES[result["level"]],
        "location": {
            "path": unquote(place["artifactLocation"]["uri"]),
            "lines": {"begin": place["region"]["startLine"]},
        },
    }
