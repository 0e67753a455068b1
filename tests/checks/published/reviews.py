"""Reviews and answers about the company, built upon published ones, for L1 and U1."""

from __future__ import annotations

from typing import Any

from published.case import Case, Cases, case
from published.objectives import PERRI
from published.opportunities import TORRES
from published.strategy import SINGER

SRE = "after Google, Site Reliability Engineering: the example of a postmortem, whose actions have no day"
GREENWASHING = "after TerraChoice, The Six Sins of Greenwashing: the sin of no proof"
YEARLY = "after the Government Performance and Results Act of 1993: a report once a year"
QUARTERLY = "after the GPRA Modernization Act of 2010: progress is reviewed every quarter"
RETROSPECTIVES = "after Derby and Larsen, Agile Retrospectives: actions that nobody took"
BUFFER = "after Buffer, which publishes its revenue; the number is ours"
SHOOK = "after John Shook, Managing to Learn: an A3 says who does what by when"
ARMY = "after the US Army's guide to after action reviews: what was learned, and no claims"
SERVICE = "after the GOV.UK Service Manual, completion rate; the number is ours"
READER = "after Google's notice of 13 March 2013 that Reader is retired"
GITLAB = "after GitLab's published objectives"


def held(source: str, title: str, date: str = "2026-09-01", **fields: Any) -> Case:
    """Show one review."""
    return case(source, title, reviews={"reviews": [{"id": "review", "title": title, "date": date, **fields}]})


def claimed(text: str, metric: str | None = None, value: float | None = None) -> dict[str, Any]:
    """Return a claim, and its number if there is one."""
    numbers = [] if value is None else [{"metric": metric, "value": value}]
    return {"claims": [{"text": text, "metric": metric}], "numbers": numbers}


def action(text: str, owner: str = "", by: str | None = None) -> dict[str, Any]:
    """Return one decision of a review."""
    return {"decisions": [{"text": text, "owner": owner, "by": by}]}


def company(source: str, question: str, answer: str, kind: str = "", date: str | None = None) -> Case:
    """Show one answer, and the evidence behind it if there is some."""
    evidence = [{"id": "seen", "kind": kind, "date": date}] if kind else []
    says = {"question": question, "answer": answer, "evidence": ["seen"] if kind else []}
    return case(source, answer, culture={"company": [says]}, evidence={"evidence": evidence})


FIRES: Cases = {
    "L1": (
        held(SRE, "Shakespeare was down", **action("Test the search with a new sonnet", "Search engineer")),
        held(GREENWASHING, "Better for the planet", **claimed("Made with less energy", "energy")),
        held(f"{GREENWASHING}, with the number of something else", "Green", **claimed("Less waste"), learned="Much"),
        held(YEARLY, "The year 2025", date="2026-02-02", **claimed("More came", "visitors", 1200)),
        held(RETROSPECTIVES, "Sprint 12", **action("Talk to each other more")),
    ),
    "U1": (
        company(f"{PERRI}: nobody remembers", "talks-to-users", "We know what they want"),
        company(f"{PERRI}: never anything", "can-let-go", "We stop what does not work", "desk"),
        company(f"{PERRI}: a date in place of a goal", "goal-is-clear", "Everybody knows it"),
        company(f"{PERRI}: the launch is what they are proud of", "what-excites", "That people are better off"),
    ),
}
PASSES: Cases = {
    "L1": (
        held(BUFFER, "September", **claimed("Revenue grew", "revenue", 1.6)),
        held(SERVICE, "Quarter", **claimed("More of those who begin it finish", "completion-rate", 91)),
        held(SHOOK, "A3 on translations", **action("Try one plant first", "Plant lead", "2026-11-30")),
        held(QUARTERLY, "Third quarter", date="2026-07-02", **claimed("More came", "visitors", 1200)),
        held(ARMY, "The crossing", learned="We did not see the other bank"),
    ),
    "U1": (
        company(READER, "can-let-go", "We retired a product that fewer used", "desk", "2013-03-13"),
        company(f"{TORRES}: customers every week", "talks-to-users", "This week", "interview", "2026-09-24"),
        company(
            f"{SINGER}: the betting table", "who-decides", "Those who bet, every six weeks", "observation", "2026-09-07"
        ),
        company(GITLAB, "goal-is-clear", "Anybody can read it", "desk", "2026-08-03"),
    ),
}
