"""What a check returns: findings, silenced findings, what was not checked, and the faults beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from purposebook.domain.result_base import Severity
from purposebook.errors import Fault

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
"""From the gravest to the mildest."""
COUNTED: Final[Mapping[Severity, tuple[str, str]]] = MappingProxyType(
    {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("info", "infos")}
)
"""What one, and what several of a severity are called."""


@dataclass(frozen=True)
class Finding:
    """Hold one rule's word on one place."""

    rule: str
    severity: Severity
    file: str
    """Relative to the product's folder."""
    line: int
    """1-based; 0 when the place has no line of its own."""
    where: str
    """`part/id[/field]`."""
    message: str
    """What was seen."""
    advice: str
    """What to do next."""
    source: str
    """The published source of the rule's idea."""


@dataclass(frozen=True)
class Silenced:
    """Hold a finding that the team has answered, with its reason."""

    rule: str
    where: str
    because: str
    finding: Finding
    """What the rule would have said."""


@dataclass(frozen=True)
class NotChecked:
    """Say that a rule did not run, and why."""

    rule: str
    reason: str


@dataclass(frozen=True)
class Checked:
    """Hold everything that the rules say about one workbook."""

    findings: tuple[Finding, ...]
    silenced: tuple[Silenced, ...]
    not_checked: tuple[NotChecked, ...]

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of one severity."""
        return tuple(finding for finding in self.findings if finding.severity == severity)


@dataclass(frozen=True)
class ProductCheck:
    """Hold what is known about one product: its faults, or what the rules say."""

    product: str
    faults: tuple[Fault, ...]
    checked: Checked | None
    """None where faults kept the rules from reading, and every file is read."""
    left_out: int | None = None
    """How much was there before a change and is not told; None where no change is asked about."""


def path_of(prefix: str, product: str, file: str) -> str:
    """Return a file's path from where the reader stands, with forward slashes."""
    return "/".join(step for step in (prefix.rstrip("/"), product, file) if step)
