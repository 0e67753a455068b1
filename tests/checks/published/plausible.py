"""Numbers and days that cannot be, and odd ones that can, built upon published ones, for K12 and X3."""

from __future__ import annotations

from typing import Any

from published.case import Case, Cases, case

COVERAGE = "after the WHO's guides to immunisation data, on coverage above 100 %"
TURNOUT = "after the shares of an election shown on Russian television in 2011, which added up to 146 %"
RETENTION = "after guides to net revenue retention, which is above 100 % where customers buy more"
QUALITY = "after the NHS data quality rules: no day of birth or of an event lies in the future"
GBIF = "after GBIF's flags of recorded days that lie in the future"
EXCEL = "after Excel's rule for years of two digits, which reads 30 as 1930 and 29 as 2029"


def shares(source: str, name: str, *counts: tuple[int, int], **sheet: Any) -> Case:
    """Show counted shares of a metric in %."""
    metric = {"id": "share", "name": name, "unit": "%", **sheet}
    rows = [
        {"metric": "share", "date": f"2026-{month:02}-28", "numerator": top, "denominator": bottom}
        for month, (top, bottom) in enumerate(counts, 1)
    ]
    return case(source, name, metrics={"metrics": [metric]}, observations=rows)


def aimed(source: str, name: str, before: float, target: float, **days: str) -> Case:
    """Show a target."""
    baseline = {"value": before, **({"date": days["since"]} if days else {})}
    aim = {"value": target, **({"by": days["by"]} if days else {})}
    return case(source, name, metrics={"metrics": [{"id": "aim", "name": name, "baseline": baseline, "target": aim}]})


def dated(source: str, *days: str) -> Case:
    """Show evidence of some days."""
    pieces = [{"id": f"piece-{at}", "kind": "desk", "date": day} for at, day in enumerate(days)]
    return case(source, days[-1], evidence={"evidence": pieces})


FIRES: Cases = {
    "K12": (
        shares(COVERAGE, "Children vaccinated", (940, 1000), (1070, 1000)),
        shares(TURNOUT, "Voters for any party", (146, 100)),
        shares("after key results that ask for 110 %", "Answers in time", (80, 100), target={"value": 110}),
        aimed("after a price list with its point lost", "Price of a visit", 12.5, 125000),
        aimed("after a year mistyped", "Sign-ups", 10, 20, since="2026-01-01", by="2206-01-01"),
    ),
    "X3": (
        dated(QUALITY, "2026-08-01", "2062-08-01"),
        dated(GBIF, "2026-10-01"),
        dated(EXCEL, "2029-05-05"),
    ),
}
PASSES: Cases = {
    "K12": (
        case(
            RETENTION,
            "Net revenue retention",
            metrics={
                "metrics": [{"id": "nrr", "name": "Net revenue retention", "unit": "%", "target": {"value": 120}}]
            },
            observations=[{"metric": "nrr", "date": "2026-03-31", "value": 118}],
        ),
        shares(COVERAGE, "Children vaccinated", (0, 1000), (1000, 1000), target={"value": 100}),
        aimed("after the goal of 1 billion hours a day, ten times what it was", "Watch time", 10**8, 10**9),
        aimed("after national targets of net zero by 2050", "Emissions", 100, 0, since="2019-01-01", by="2050-12-31"),
    ),
    "X3": (
        dated(QUALITY, "2026-09-30"),
        dated(GBIF, "1758-01-01"),
        dated(EXCEL, "1930-05-05"),
    ),
}
