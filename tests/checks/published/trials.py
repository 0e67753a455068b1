"""Experiments built upon published ones, for H1 to H3."""

from __future__ import annotations

from typing import Any

from published.case import Case, Cases, case

GUIDES = "after 18F, Project hypotheses of its site: findable guides"
HIRING = "after 18F, Project hypotheses of its site: open hiring"
DASHBOARD = "after 18F, Hypotheses of its dashboard: journalists"
PERRI = "after Melissa Perri, Escaping the Build Trap: editing by hand"
KOHAVI = "after Kohavi, Tang and Xu, Trustworthy Online Controlled Experiments"
ROTHER = "after Mike Rother, Toyota Kata"
KERR = "after Norbert Kerr, HARKing: hypothesizing after the results are known"
COMPARE = "after the COMPare project: outcomes that were switched after the trial"
RIES = "after Eric Ries, The Lean Startup"
LIND = "after James Lind, A Treatise of the Scurvy: oranges and lemons for six days"


def trial(source: str, step: str, **fields: Any) -> Case:
    """Show one experiment."""
    return case(source, step, experiments={"experiments": [{"id": "trial", "step": step, **fields}]})


def told(source: str, expected: str | None, started: str, ended: str, seen: str) -> Case:
    """Show an experiment by its days."""
    days: dict[str, Any] = {"started": started, "ended": ended, "actual": {"text": "Better", "recorded": seen}}
    if expected:
        days["expected"] = {"text": "Better", "recorded": expected}
    return trial(source, "Try it", **days)


GUIDE: dict[str, Any] = {
    "for_whom": "partner",
    "expected": {"text": "Better conversations with potential partners"},
    "signal": "Guides are mentioned in intake conversations",
}
FIRES: Cases = {
    "H1": (
        trial(f"{GUIDES}, before a signal was named", "Make guides easier to find", **GUIDE | {"signal": ""}),
        trial(f"{HIRING}, without its outcome", "Be more open about hiring", for_whom="candidate", signal="Interviews"),
        trial(
            f"{DASHBOARD}, without the journalists",
            "Let people sort our projects",
            expected={"text": "They find what matters to them"},
            signal="Fewer queries that are really basic",
        ),
    ),
    "H2": (
        trial(f"{GUIDES}: 'better' is no threshold", "Make guides easier to find", **GUIDE),
        trial(f"{RIES}: launch it and see what happens", "Launch it and see what happens", ended="2026-06-12"),
        trial(
            f"{KOHAVI}: looking every day until it is significant",
            "Show the new checkout to half of all visitors",
            decision_rule="Ship it when p is below 0.05",
        ),
    ),
    "H3": (
        told(KERR, "2026-06-15", "2026-06-08", "2026-06-12", "2026-06-12"),
        told(
            f"{COMPARE}, an outcome that was written down midway",
            "2026-06-10",
            "2026-06-08",
            "2026-06-12",
            "2026-06-12",
        ),
        told(f"{ROTHER}: no prediction, nothing to learn from", None, "2026-06-08", "2026-06-12", "2026-06-12"),
        told(f"{ROTHER}: a step that takes a quarter", "2026-03-02", "2026-03-02", "2026-05-29", "2026-05-29"),
    ),
}
PASSES: Cases = {
    "H1": (
        trial(GUIDES, "Make guides easier to find", **GUIDE),
        trial(
            HIRING,
            "Be more open about hiring",
            for_whom="candidate",
            expected={"text": "More diverse, high quality candidates apply"},
            signal="More who progress to interviews come through the website",
        ),
        trial(
            DASHBOARD,
            "Let people sort our projects",
            for_whom="journalist",
            expected={"text": "Journalists find the projects on their beat"},
            signal="Fewer queries that are really basic",
        ),
    ),
    "H2": (
        trial(
            PERRI,
            "Edit videos by hand for a few teachers",
            target_condition={"text": "More of them publish", "value": 50, "by": "2026-06-30"},
        ),
        trial(
            f"{KOHAVI}: the length is fixed before the start",
            "Show the new checkout to half of all visitors",
            decision_rule="Ship it when revenue per user does not fall",
            target_condition={"text": "Two whole weeks", "by": "2026-06-21"},
        ),
        trial(
            f"{ROTHER}: a target condition has a value and a day",
            "Put the parts within reach",
            expected={"text": "Cycles of 16 seconds", "value": 16},
            ended="2026-06-09",
        ),
    ),
    "H3": (
        told(LIND, "2026-05-20", "2026-05-20", "2026-05-26", "2026-05-26"),
        told(f"{ROTHER}: predict, then take a step of a day", "2026-06-08", "2026-06-08", "2026-06-08", "2026-06-08"),
        told(f"{COMPARE}: registered before it began", "2026-05-01", "2026-06-08", "2026-06-12", "2026-06-15"),
    ),
}
