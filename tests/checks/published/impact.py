"""Delivered value, impacts and owners built upon published ones, for D1, I1 and K11."""

from __future__ import annotations

from typing import Any

from published.case import Case, Cases, case
from published.objectives import DOERR, PERRI
from published.results import EMERGENCY, MOTHERS, NHS, SDG

JUICERO = "after Bloomberg's report of 2017 on Juicero: hands squeeze the packs as well as the press does"
FIRE_PHONE = "after Fast Company's report on Amazon's Fire Phone: an effect that the founder wanted"
OSTERWALDER = "after Osterwalder and others, Value Proposition Design"
CHRISTENSEN = "after Clayton Christensen, Competing Against Luck: the milkshake in the car"
COOK = "after Scott Cook on Quicken: sums that people did with a pencil"
LAPTOP = "after Cristia and others, Technology and Child Development: One Laptop per Child in Peru"
WELLS_FARGO = "after the cross-selling targets of Wells Fargo"
FRIEDMAN = "after Milton Friedman, The Social Responsibility of Business Is to Increase Its Profits"
ZUCKERBERG = "after Mark Zuckerberg's letter to investors of 2012: nothing in it is for the worse"
HOME_SHARING = "after Barron, Kung and Proserpio, on home-sharing and rents"
RIDES = "after Erhardt and others, on ride-hailing and congestion in San Francisco"
JEVONS = "after William Stanley Jevons, The Coal Question"
NETS = "after Short and others, on mosquito nets that are used for fishing"
GOAL_LEADERS = "after the GPRA Modernization Act of 2010: each priority goal has a leader who is named"
GITLAB = "after the GitLab handbook: each performance indicator has somebody who is directly responsible"
CHROME = {"name": "People who use Chrome in seven days"}


def row(source: str, problem: str, **fields: Any) -> Case:
    """Show one row of delivered value."""
    return case(source, problem, mission={"delivers": [{"id": "row", "problem": problem, **fields}]})


def compass(source: str, *impacts: tuple[str, str], worse: tuple[str, str] | None = None) -> Case:
    """Show impacts as level and text, and one that is for the worse and that nobody wanted."""
    items: list[dict[str, Any]] = [{"level": level, "text": text} for level, text in impacts]
    if worse:
        items.append({"level": worse[0], "text": worse[1], "effect": "worse", "intended": False})
    numbered = [{"id": f"impact-{n}", **item} for n, item in enumerate(items, 1)]
    return case(source, "; ".join(item["text"] for item in items), metrics={"impacts": numbered})


def key_result(source: str, metric: dict[str, Any], owner: str = "", **objective: Any) -> Case:
    """Show one key result, and the role that looks after it."""
    sheet = {"id": "result", **metric, "owner": owner}
    goal = {"id": "goal", "statement": "People are better off.", "key_results": ["result"], **objective}
    return case(source, metric["name"], metrics={"metrics": [sheet]}, objectives={"objectives": [goal]})


HOSTS = ("user", "Hosts earn with a room that stood empty")
RENTS = ("community", "Rents rise for those who live nearby")
CONNECTED = (("user", "People share what matters to them"), ("society", "The world is more open"))

FIRES: Cases = {
    "D1": (
        row(JUICERO, "Fresh juice is work", value="A press that is connected to the network"),
        row(
            f"{FIRE_PHONE}, and a number, but nobody who needs it",
            "Screens are flat",
            value="Pictures with depth",
            metric="phones-sold",
        ),
        row(
            f"{OSTERWALDER}: a pain reliever for a pain that nobody named",
            "Reports take long",
            persona="analyst",
            value="Reports in one click",
            metric="report-time",
        ),
        row(
            f"{COOK}, without what shows it",
            "The books take an evening",
            persona="family",
            need="done",
            value="Minutes",
        ),
    ),
    "I1": (
        compass(WELLS_FARGO, ("business", "Each customer has eight products")),
        compass(
            FRIEDMAN, ("business", "Owners get the highest profit"), worse=("business", "Profit falls in a bad year")
        ),
        compass(ZUCKERBERG, *CONNECTED),
        compass(f"{HOME_SHARING}, told without the rents", HOSTS, ("market", "Travellers find more beds")),
    ),
    "K11": (
        key_result(f"after {DOERR}, Chrome's active users, as if they were nobody's", CHROME),
        key_result(f"{SDG}, without the agency that keeps it", MOTHERS),
        key_result(f"{NHS}: it is everybody's, and so nobody is named", EMERGENCY, "  "),
        key_result(f"{GOAL_LEADERS}; without its leader", {"name": "Veterans without a home"}),
    ),
}
PASSES: Cases = {
    "D1": (
        row(
            CHRISTENSEN,
            "The drive to work is long and dull",
            persona="commuter",
            need="full-until-noon",
            value="A shake that lasts the whole way",
            not_measured="They told it in the queue, and nobody counts it",
        ),
        row(
            f"{LAPTOP}, which measured it and found no gain",
            "Pupils have few books",
            persona="pupil",
            need="learn-at-home",
            value="Better reading",
            metric="test-scores",
        ),
        row(
            f"{PERRI}: teachers whose videos are edited for them",
            "Making a course takes too long",
            persona="teacher",
            need="publish-sooner",
            value="A course that is published",
            metric="courses-published",
        ),
        row(f"{COOK}, before there is a product", "The books take an evening", persona="family", need="done"),
    ),
    "I1": (
        compass(HOME_SHARING, HOSTS, worse=RENTS),
        compass(RIDES, ("user", "People get a ride within minutes"), worse=("community", "Streets are fuller")),
        compass(
            JEVONS,
            ("business", "An engine does the same work with less coal"),
            worse=("environment", "More engines burn more coal than before"),
        ),
        compass(NETS, ("user", "Children sleep without being bitten"), worse=("environment", "Young fish are caught")),
    ),
    "K11": (
        key_result(f"after {DOERR}: Chrome's product lead answered for it", CHROME, "Product lead of Chrome"),
        key_result(f"{SDG}: the WHO is among the agencies that keep it", MOTHERS, "World Health Organization"),
        key_result(GOAL_LEADERS, {"name": "Veterans without a home"}, "Goal leader"),
        key_result(GITLAB, {"name": "Merge request rate"}, "Directly responsible individual"),
        key_result(f"after {DOERR}: a cycle that is over", CHROME, status="done"),
    ),
}
