"""Key results and metrics from books and talks, for K1 to K5."""

from __future__ import annotations

from typing import Any

from published.case import Case, Cases, case, quotes
from published.objectives import DOERR, EIGHTEEN_F, PERRI, PLAYBOOK, TALE
from purposebook.checks.example import metric_says

BONFIRE = "Bonfire of the Vanity Metrics, Lean Startup Conference, among the numbers not to use"
RIES = "Eric Ries, The Lean Startup, on the numbers of IMVU"
PUBLISHED: dict[str, Any] = {
    "name": "Teachers who publish the course that they started",
    "unit": "%",
    "formula": "published / started",
    "source": "Product analytics",
    "baseline": {"value": 25},
    "target": {"value": 75, "by": "2026-12-31"},
}
EMERGENCY: dict[str, Any] = {
    "name": "Patients who leave emergency care within four hours",
    "unit": "%",
    "formula": "within four hours / all attendances",
    "source": "NHS England, monthly A&E attendances",
    "baseline": {"value": 84.4, "date": "2019-01-31"},
    "target": {"value": 95, "by": "2026-12-31"},
}
MOTHERS: dict[str, Any] = {
    "name": "Mothers who die in childbirth",
    "unit": "per 100,000 births",
    "formula": "deaths / live births",
    "source": "World Health Organization",
    "direction": "decrease",
    "baseline": {"value": 227, "date": "2015-12-31"},
    "target": {"value": 70, "by": "2030-12-31"},
}
SDG = "after Sustainable Development Goal 3.1"
NHS = "after the four-hour standard of the NHS, and its monthly statistics"


def key_result(source: str, /, *left_out: str, kind: str = "committed", **sheet: Any) -> Case:
    """Show a metric as the key result of one objective, without some of its fields."""
    metric = {"id": "measure"} | {key: value for key, value in sheet.items() if key not in left_out}
    goal = {"id": "goal", "statement": "People are better off.", "kind": kind, "key_results": ["measure"]}
    return case(source, sheet["name"], objectives={"objectives": [goal]}, metrics={"metrics": [metric]})


FIRES: Cases = {
    "K1": (
        key_result(TALE, name="Reorders at 85%", target={"value": 85}),
        key_result(f"{NHS}, without its day", **EMERGENCY | {"target": {"value": 95}}),
        key_result(f"{PERRI}, without where it stood", "baseline", **PUBLISHED),
        key_result(f"{SDG}, without where the numbers come from", "source", **MOTHERS),
    ),
    "K2": quotes(
        metric_says,
        ("Assess Colossus latency", f"{PLAYBOOK}, as the wrong way to write it"),
        ("Help the search team with latency", f"after {PLAYBOOK}: 'help' describes an activity"),
        ("Consult with the legal team", f"after {PLAYBOOK}: 'consult' describes an activity"),
        ("Participate in the launch review", f"after {PLAYBOOK}: 'participate' describes an activity"),
        ("Analyze the logs of six cells", f"after {PLAYBOOK}: 'analyze' describes an activity"),
    ),
    "K3": quotes(
        metric_says,
        (
            "Develop and publish five benchmarks showing superior 8086 family performance",
            f"{DOERR}, a key result of Operation Crush",
        ),
        ("Ship the shopping cart feature", EIGHTEEN_F),
        ("Launch an Android app", "after Teresa Torres, Continuous Discovery Habits, on outputs given as outcomes"),
        ("Launch a new training program", "after Felipe Castro, The Beginner's Guide to OKR, on activities"),
        ("Hire a sales guy", f"{TALE}: those are tasks, not results"),
        ("Redo the website", f"{TALE}: those are tasks, not results"),
        ("Place ads in Restaurant supply magazines", f"{TALE}: those are tasks, not results"),
    ),
    "K4": quotes(
        metric_says,
        ("8MHz part in production", f"after {DOERR}, a key result of Operation Crush"),
        ("Beta assessment passed", "after the GOV.UK Service Manual, service assessments"),
        ("Accessibility statement published", "after the UK's accessibility regulations for public sector bodies"),
    ),
    "K5": quotes(
        metric_says,
        ("Pageviews", BONFIRE),
        ("Total Members", BONFIRE),
        ("Twitter followers", BONFIRE),
        ("Unique visitors", BONFIRE),
        ("Total number of hits to the website", "after Eric Ries, Vanity Metrics vs. Actionable Metrics"),
        ("Total number of customers", "after Eric Ries, The Lean Startup: gross numbers"),
    ),
}
PASSES: Cases = {
    "K1": (
        key_result(PERRI, **PUBLISHED),
        key_result(NHS, **EMERGENCY),
        key_result(SDG, **MOTHERS),
        key_result(f"{PERRI}, while they learn what to aim at", "target", kind="learning", **PUBLISHED),
    ),
    "K2": quotes(
        metric_says,
        (
            "Publish average and tail latency measurements from six Colossus cells by March 7",
            f"{PLAYBOOK}, as the right way to write it",
        ),
        ("Reorders at 85%", TALE),
        ("20% of reorders self-serve", TALE),
        ("Seven-day active users of Chrome", f"after {DOERR}, Chrome"),
    ),
    "K3": quotes(
        metric_says,
        ("20% of reorders self-serve", TALE),
        ("Reorders at 85%", TALE),
        ("Seven-day active users of Chrome", f"after {DOERR}, Chrome"),
        ("Improve net promoter score from 29 to 31", "after Felipe Castro, The Beginner's Guide to OKR"),
        ("Hours that villagers spend carrying water", "after Joshua Seiden, Outcomes over Output"),
    ),
    "K4": (
        *quotes(
            metric_says,
            ("Transactions completed of those started", "after the GOV.UK Service Manual, completion rate"),
            ("20% of reorders self-serve", TALE),
            ("Seven-day active users of Chrome", f"after {DOERR}, Chrome"),
        ),
        Case(
            metric_says("8MHz part in production", kind="milestone"),
            f"after {DOERR}, a key result of Operation Crush, declared as a milestone",
        ),
    ),
    "K5": quotes(
        metric_says,
        ("Percentage of new customers who use the product at least five times", RIES),
        ("Percentage of new customers who pay", f"after {RIES}"),
        ("Customers who joined in February 2005 and logged in at least once", f"after {RIES}"),
        ("Registered users who come back in their second month", f"after {RIES}: cohorts"),
    ),
}
