"""Metric sheets built upon published targets and series, for K6 to K10."""

from __future__ import annotations

from typing import Any

from published.case import Case, Cases, case
from published.objectives import DOERR, PERRI
from published.results import EMERGENCY, MOTHERS, NHS, SDG

GROVE = "after Andrew Grove, High Output Management, on paired indicators"
DORA = "after Forsgren, Humble and Kim, Accelerate"
FLIGHTS = (112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118)
"""Box and Jenkins, monthly airline passengers of 1949 in thousands, as in R's AirPassengers."""
DRIVERS = (1687, 1508, 1507, 1385, 1632, 1511, 1559, 1630, 1579, 1653, 2152, 2148)
"""Harvey and Durbin, drivers killed or seriously injured in Great Britain in 1969, as in R's UKDriverDeaths."""
LUNGS = (3035, 2552, 2704, 2554, 2014, 1655, 1721, 1524, 1596, 2074, 2199, 2512)
"""Diggle, monthly deaths from lung disease in the UK in 1974, as in R's ldeaths."""
BOX_JENKINS = "Box and Jenkins, airline passengers of 1949; the target is ours"
HARVEY = "Harvey and Durbin, drivers killed or seriously injured in 1969; the target is ours"
DIGGLE = "Diggle, deaths from lung disease in 1974; the target is ours"


def sheets(source: str, *metrics: dict[str, Any], **more: Any) -> Case:
    """Show metrics side by side, with ids where they have none."""
    items = [{"id": f"metric-{n}", **metric} for n, metric in enumerate(metrics, 1)]
    return case(source, metrics[0]["name"], metrics={"metrics": items, **more})


def series(source: str, year: int, values: tuple[int, ...], target: float, **sheet: Any) -> Case:
    """Show twelve months of a metric, and a target."""
    rows = [
        {"metric": "monthly", "date": f"{year}-{month:02}-28", "value": value} for month, value in enumerate(values, 1)
    ]
    metric = {"id": "monthly", "name": "Monthly count", "target": {"value": target}, **sheet}
    return case(source, f"{year}, aiming at {target:g}", metrics={"metrics": [metric]}, observations=rows)


WATCH = {"name": "Watch time", "target": {"value": 10**9}}
DEPLOYS = {"name": "Deployment frequency", "target": {"value": 10}}
REVENUE = {"name": "Revenue", "kind": "business", "target": {"value": 10}}
LEARNERS = {"name": "Teachers who publish", "kind": "outcome", "level": "user"}

FIRES: Cases = {
    "K6": (
        sheets(f"after {DOERR}, YouTube's hours a day, without what guarded them", WATCH),
        sheets(f"{DORA}: speed without stability", DEPLOYS),
        sheets(f"after {DOERR}: revenue without quality, as in the story of the Pinto", REVENUE),
        sheets(
            "after the cross-selling targets of Wells Fargo", {"name": "Sales per customer", "target": {"value": 8}}
        ),
        sheets(
            "after Bevan and Hood, What's measured is what matters: four hours, and patients kept in ambulances",
            EMERGENCY | {"kind": "outcome"},
        ),
        sheets(
            "after Donald Campbell, Assessing the impact of planned social change: test scores become the goal",
            {"name": "Pupils who pass the test", "kind": "outcome", "target": {"value": 90}},
        ),
        case(
            "after Michael Vann, Of Rats, Rice, and Race: tails were paid for in Hanoi, and rats were bred",
            "Rat tails delivered",
            metrics={"metrics": [{"id": "tails", "name": "Rat tails delivered", "target": {"value": 1000}}]},
            objectives={
                "objectives": [{"id": "plague", "statement": "The city is free of plague.", "key_results": ["tails"]}]
            },
        ),
    ),
    "K7": (
        sheets("after Eric Ries, The Lean Startup: total revenue alone", REVENUE),
        sheets("after the cross-selling targets of Wells Fargo", {"name": "Products per customer", "kind": "business"}),
        sheets(
            "after Dave McClure, Startup Metrics for Pirates, with its last step only",
            {"name": "Revenue per customer", "level": "business"},
            {"name": "Complaints", "kind": "guardrail"},
        ),
    ),
    "K8": (
        case(
            "18F dashboard wiki, a hypothesis of 2016",
            "sort our projects by interest/beat, last update, recent releases, other metadata???",
            experiments={
                "experiments": [
                    {
                        "id": "sort",
                        "step": "Sort our projects by interest/beat, last update, recent releases, other metadata???",
                    }
                ]
            },
        ),
        case(
            "GOV.UK, user needs: the template, left as it is",
            "[who is the user?]",
            personas={"personas": [{"id": "someone", "name": "[who is the user?]"}]},
        ),
        case(
            "18F Methods, design hypothesis: the template, left as it is",
            "[this outcome]",
            experiments={"experiments": [{"id": "x", "step": "Show it", "expected": {"text": "[this outcome]"}}]},
        ),
        sheets("after the GOV.UK Service Manual, digital take-up, without its whole", {"name": "Take-up", "unit": "%"}),
    ),
    "K9": (
        sheets(f"{SDG}, with the wrong direction", {**MOTHERS, "direction": "increase"}),
        sheets(f"{NHS}, with the wrong direction", {**EMERGENCY, "direction": "decrease"}),
        sheets(
            "after Google's re:Work guide, on 'maintain market position' as a target that pushes nothing",
            {"name": "Market position", "baseline": {"value": 3}, "target": {"value": 3}},
        ),
    ),
    "K10": (
        series(BOX_JENKINS, 1949, FLIGHTS, 150, direction="increase"),
        series(HARVEY, 1969, DRIVERS, 1500, direction="decrease"),
        series(DIGGLE, 1974, LUNGS, 1600, direction="decrease"),
    ),
}
PASSES: Cases = {
    "K6": (
        sheets(
            f"{DORA}: speed with stability",
            DEPLOYS | {"guards": ["failures"]},
            {"id": "failures", "name": "Change failure rate"},
        ),
        sheets(
            f"after {DOERR}: revenue paired with satisfaction",
            REVENUE | {"guards": ["satisfied"]},
            {"id": "satisfied", "name": "Satisfied customers"},
        ),
        sheets(
            f"{GROVE}: vouchers processed, and errors found in them",
            {"name": "Vouchers processed per hour", "target": {"value": 30}, "guards": ["errors"]},
            {"id": "errors", "name": "Errors found"},
        ),
        sheets(SDG, MOTHERS),
        sheets(
            "after Bevan and Hood, What's measured is what matters: four hours, with the wait outside beside it",
            EMERGENCY | {"kind": "outcome", "guards": ["outside"]},
            {"id": "outside", "name": "Minutes in the ambulance outside"},
        ),
        sheets(
            f"{GROVE}: inventory, and shortages that too little of it brings",
            {"name": "Inventory in weeks", "kind": "outcome", "target": {"value": 3}, "pairs_with": "shortages"},
            {"id": "shortages", "name": "Incidents of shortage", "kind": "guardrail", "target": {"value": 0}},
        ),
    ),
    "K7": (
        sheets(f"{PERRI}: more teachers publish, and more revenue follows", REVENUE, LEARNERS),
        sheets(SDG, {**MOTHERS, "level": "society"}),
        sheets(
            "after Kerry Rodden, HEART: task success beside money",
            REVENUE,
            {"name": "People who find a photo", "level": "user"},
        ),
    ),
    "K8": (
        sheets(
            "after the GOV.UK Service Manual, completion rate",
            {"name": "Completion rate", "unit": "%", "formula": "completed transactions / transactions started"},
        ),
        sheets(NHS, {**EMERGENCY, "id": "star"}, north_star="star"),
        sheets(SDG, MOTHERS),
        case(
            "GOV.UK, user needs, the good example",
            "I need to get financial help, so that I can carry on looking after the person I care for",
            personas={
                "personas": [
                    {
                        "id": "carer",
                        "name": "Carer",
                        "needs": [
                            {
                                "id": "help",
                                "text": "I need to get financial help, so that I can carry on looking after the "
                                "person I care for",
                            }
                        ],
                    }
                ]
            },
        ),
    ),
    "K9": (
        sheets(SDG, MOTHERS),
        sheets(NHS, {**EMERGENCY, "direction": "increase"}),
        sheets(
            "after Google's re:Work guide, on 'maintain market position', said as such",
            {"name": "Market position", "baseline": {"value": 3}, "target": {"value": 3}, "direction": "maintain"},
        ),
    ),
    "K10": (
        series(f"{BOX_JENKINS}: July 1960 reached it", 1949, FLIGHTS, 622, direction="increase"),
        series(HARVEY, 1969, DRIVERS, 800, direction="decrease"),
        series(f"{DIGGLE}, and it is to stay", 1974, LUNGS, 1600, direction="maintain"),
        series(f"{DIGGLE}: eleven months are too few", 1974, LUNGS[:11], 1600, direction="decrease"),
    ),
}
