"""Tell what a change brought from what was there before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import TypeVar

from purposebook.checks.finding import Checked, Finding, NotChecked, ProductCheck, Silenced
from purposebook.errors import Fault

_Said = TypeVar("_Said")
_NOTHING = Checked((), (), ())


def only_new(now: ProductCheck, before: ProductCheck | None) -> ProductCheck:
    """Return what a check says now and did not say before, whatever the lines on which it stands."""
    old, new = before.checked if before else None, now.checked
    faults = _beyond(now.faults, before.faults if before else (), _fault_key)
    if new is None:
        return replace(now, faults=faults, left_out=len(now.faults) - len(faults))
    old = old or _NOTHING
    findings = _beyond(new.findings, old.findings, _finding_key)
    silenced = _beyond(new.silenced, old.silenced, _silenced_key)
    unread = _beyond(new.not_checked, old.not_checked, _unread_key)
    left_out = len(now.faults) - len(faults) + len(new.findings) - len(findings)
    return replace(now, faults=faults, checked=Checked(findings, silenced, unread), left_out=left_out)


def _beyond(now: Iterable[_Said], before: Iterable[_Said], key: Callable[[_Said], Hashable]) -> tuple[_Said, ...]:
    """Return what is said more often now than before."""
    left = Counter(map(key, before))
    new: list[_Said] = []
    for one in now:
        left[key(one)] -= 1
        if left[key(one)] < 0:
            new.append(one)
    return tuple(new)


def _fault_key(fault: Fault) -> Hashable:
    """Return what makes a fault the same when items were put before it."""
    return fault.file, re.sub(r"\[\d+\]", "[]", fault.field), fault.message


def _finding_key(finding: Finding) -> Hashable:
    """Return what makes a finding the same on another line: other words at the same place are a new one."""
    return finding.rule, finding.severity, finding.where, finding.message


def _silenced_key(silenced: Silenced) -> Hashable:
    """Return what makes an answer to a finding the same."""
    return silenced.rule, silenced.where, silenced.because


def _unread_key(unread: NotChecked) -> Hashable:
    """Return what makes a rule that did not run the same."""
    return unread.rule, unread.reason
