"""Strategies and value streams built upon published ones, for C1 to C3."""

from __future__ import annotations

from typing import Any

from published.case import Case, Cases, case
from published.impact import FIRE_PHONE, JUICERO
from published.objectives import PERRI

RUMELT = "after Richard Rumelt, Good Strategy/Bad Strategy"
NETFLIX = f"{PERRI}: Netflix and the television set"
MARQUETLY = f"{PERRI}: Marquetly"
SINGER = "after Ryan Singer, Shape Up"
WORKING_BACKWARDS = "after Bryar and Carr, Working Backwards: the Kindle"
ROTHER_SHOOK = "after Rother and Shook, Learning to See: Acme Stamping"
HAMMER = "after Hammer and Champy, Reengineering the Corporation: IBM Credit"
WOMACK = "after Womack and Jones, Lean Thinking: the path of a can of cola"
TEAM_TOPOLOGIES = "after Skelton and Pais, Team Topologies"
WHYS = ("build", "problem", "customer", "business")


def intent(
    text: str, horizon: str | None = "2027", metric: str | None = "shown", owner: str = "Lead"
) -> dict[str, Any]:
    """Return one intent, whole unless said otherwise."""
    return {"id": "intent", "text": text, "horizon": horizon, "metric": metric, "owner": owner}


def intends(source: str, text: str, **fields: str | None) -> Case:
    """Show one intent."""
    return case(source, text, strategy={"intents": [intent(text, **fields)]})


def initiative(source: str, problem: str, **fields: Any) -> Case:
    """Show one initiative, which serves an intent unless said otherwise."""
    item = {"id": "initiative", "problem": problem, "intent": "intent", **fields}
    return case(source, problem, strategy={"intents": [intent("It becomes true.")], "initiatives": [item]})


def asked_why(source: str, problem: str, *answers: str, status: str = "active") -> Case:
    """Show an initiative with its whys in their order; an empty text is one that nobody answered."""
    return initiative(source, problem, status=status, whys=dict(zip(WHYS, answers, strict=False)))


def stream(source: str, value: str, *steps: tuple[str, str], teams: tuple[str, ...] = ()) -> Case:
    """Show one stream as steps and who does them, and teams."""
    written = {"id": "stream", "value": value, "steps": [{"name": name, "team": team} for name, team in steps]}
    return case(source, value, strategy={"streams": [written], "teams": list(teams)})


STAMPING = (
    ("Stamp", "Stamping"),
    ("Weld first", "Welding"),
    ("Weld second", "Welding"),
    ("Assemble", "Assembly"),
    ("Ship", "Shipping"),
)
LOAN = (
    ("Log the request", "Telephone desk"),
    ("Check the credit", "Credit"),
    ("Adapt the terms", "Business practices"),
    ("Set the rate", "Pricing"),
    ("Write the quote", "Clerks"),
)
CAN = (("Roll the sheet", "Mill"), ("Make the can", "Can maker"), ("Fill it", "Bottler"), ("Sell it", "Shop"))

FIRES: Cases = {
    "C1": (
        intends(
            f"{RUMELT}: the bank's fluff",
            "Be an intermediary who puts customers first",
            horizon=None,
            metric=None,
            owner="",
        ),
        intends(f"{RUMELT}: a goal in place of a strategy", "Grow by a fifth each year", owner=""),
        initiative(f"{MARQUETLY}, the list that sales had promised", "Build a dashboard for companies"),
        initiative(f"{PERRI}: a feature because a rival has one", "We need a mobile app"),
        initiative(FIRE_PHONE, "Screens are flat", intent=None),
    ),
    "C2": (
        initiative(f"{MARQUETLY}: under way because sales had promised it", "Companies want reports", status="active"),
        asked_why(FIRE_PHONE, "Screens are flat", "The founder wants it", "", "", "A phone to sell"),
        asked_why(f"{JUICERO}, while it was tried out", "Juice is work", "Packs sell again", "", status="exploring"),
        asked_why(f"{PERRI}: a rival has it", "Ours has none", "A rival has it", " ", " ", " "),
    ),
    "C3": (
        stream(f"{ROTHER_SHOOK}, whose planners touch no part", "Brackets", *STAMPING, teams=("Planning",)),
        stream(f"{HAMMER}, between whose desks a request lay", "A quote", *LOAN, ("Carry it to the next desk", "")),
        stream(f"{WOMACK}: months in a store that nobody looks after", "A can of cola", ("Store the metal", " "), *CAN),
        stream(
            f"{TEAM_TOPOLOGIES}: a platform that nobody asked for",
            "A service that is live",
            ("Build and run it", "Payments"),
            teams=("Payments", "Platform"),
        ),
    ),
}
PASSES: Cases = {
    "C1": (
        initiative(NETFLIX, "Subscribers cannot watch with others in the living room"),
        initiative(MARQUETLY, "Students find too few courses in the fields that they want"),
        initiative(f"{RUMELT}: Surveyor and the moon", "Nobody knows what the surface is like on which we land"),
        initiative(f"{RUMELT}: Apple in 1997", "Buyers cannot tell our computers apart"),
        intends(f"{RUMELT}: Apple in 1997", "One line of few computers keeps us alive", horizon="1998"),
        initiative(f"{PERRI}: a feature that was stopped", "A mobile app", intent=None, status="stopped"),
    ),
    "C2": (
        asked_why(
            NETFLIX,
            "Subscribers cannot watch with others in the living room",
            "Streaming has to leave the desk",
            "Films are watched together, and on a sofa",
            "An evening in front of one screen",
            "Subscribers who stay",
        ),
        asked_why(
            MARQUETLY,
            "Students find too few courses in the fields that they want",
            "Courses that are begun stay unpublished",
            "Teachers have no time to edit",
            "A course in their field",
            "Members who stay longer",
        ),
        asked_why(
            WORKING_BACKWARDS,
            "A book takes days to arrive",
            "Reading moves to screens",
            "Readers wait, or go to a shop",
            "Any book within a minute",
            "Books are still bought from us",
            status="exploring",
        ),
        initiative(f"{SINGER}: a pitch on which nobody bet yet", "Events cannot be seen side by side"),
    ),
    "C3": (
        stream(ROTHER_SHOOK, "Brackets", *STAMPING, teams=("Stamping", "Welding", "Assembly", "Shipping")),
        stream(HAMMER, "A quote", *LOAN, teams=("Credit", "Pricing")),
        stream(f"{HAMMER}, after it", "A quote", ("Do the whole deal", "Deal structurer"), teams=("deal structurer",)),
        stream(WOMACK, "A can of cola", *CAN),
        stream(
            f"{TEAM_TOPOLOGIES}: the platform's users are other teams, and it has a stream of its own",
            "A team that can release by itself",
            ("Offer what all need", "Platform"),
            ("Release", "Payments"),
            teams=("Platform", "Payments"),
        ),
    ),
}
