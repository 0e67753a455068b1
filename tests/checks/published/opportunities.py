"""Opportunities, ideas and kill criteria built upon published ones, for G1 to G3."""

from __future__ import annotations

from typing import Any

from published.case import Case, Cases, case
from published.objectives import PERRI
from published.strategy import SINGER
from published.trials import RIES

TORRES = "after Teresa Torres, Continuous Discovery Habits"
DUKE = "after Annie Duke, Quit"
PATAGONIA = "after Patagonia's Worn Wear"
CVS = "after CVS, which stopped selling tobacco in 2014"
LEGO = "after David Robertson, Brick by Brick"
CLIPPY = "after what was published on the assistant of Microsoft Office 97"
WIKIPEDIA = "after Wikipedia, which shows no advertising"
FOGHORN = "after X on Project Foghorn: fuel from seawater that was to cost no more than petrol"
BAGGAGE = "after Montealegre and Keil, on the baggage system of Denver's airport"
CONCORDE = "after Arkes and Blumer, The Psychology of Sunk Cost: Concorde"
POCOCK = "after Stuart Pocock, on stopping rules of clinical trials"


def way(text: str, status: str = "idea", result: str = "") -> dict[str, Any]:
    """Return one solution, with the result of a test of its assumption if there was one."""
    tests = [{"assumption": f"People want this: {text}", "result": result}] if result else []
    return {"text": text, "status": status, "tests": tests}


def branch(id: str, text: str, *ways: dict[str, Any], objective: str | None = "goal") -> dict[str, Any]:
    """Return one opportunity with its solutions."""
    solutions = [{"id": f"{id}-way-{n}", **one} for n, one in enumerate(ways, 1)]
    return {"id": id, "text": text, "objective": objective, "solutions": solutions}


def tree(source: str, *branches: dict[str, Any]) -> Case:
    """Show opportunities."""
    return case(source, "; ".join(one["text"] for one in branches), opportunities={"opportunities": list(branches)})


def one(source: str, field: str, says: str, **item: Any) -> Case:
    """Show one item of the part."""
    return case(source, says, opportunities={field: [{"id": "item", **item}]})


def idea(source: str, text: str, verdict: str, *serves: str) -> Case:
    """Show one idea, with clause, persona and objective in this order."""
    fields = zip(("clauses", "personas", "objectives"), serves, strict=False)
    return one(source, "ideas", text, text=text, verdict=verdict, **{field: [id] for field, id in fields if id})


def leave(source: str, about: str, metric: str | None, threshold: float | None, day: str | None, **more: Any) -> Case:
    """Show one kill criterion."""
    known = {"metric": metric, "threshold": threshold, "check_on": day}
    return one(source, "exits", about, about=about, **known, **more)


SPORTS = branch("sports", "I want to watch my team live", way("Local channels"), way("Rights of our own"))
NOTHING_ON = branch("nothing-on", "I can't find anything to watch")
EVEREST: dict[str, Any] = {"stop_if": "above", "set_on": "1996-05-09", "started": "1996-05-10"}

FIRES: Cases = {
    "G1": (
        tree(
            f"{TORRES}: whether or not to do one thing", branch("one", "I want to watch my team live", way("Channels"))
        ),
        tree(f"{TORRES}: a wish without an outcome above it", SPORTS | {"objective": None}),
        tree(
            f"{RIES}: IMVU's messenger, built before anybody was asked",
            branch("friends", "I chat where my friends are", way("An add-on", "chosen"), way("A network of our own")),
        ),
        tree(f"{TORRES}: opportunities, none of which is taken up", NOTHING_ON),
        tree(f"{TORRES}: one under another outcome that is not taken up", SPORTS, NOTHING_ON | {"objective": "other"}),
    ),
    "G2": (
        idea(f"{CVS}, as if it had kept them", "Cigarettes at the till", "keep", "", "smoker", ""),
        idea(f"{LEGO}: away from the brick", "A theme park in each country", "keep", "", "family", "grow"),
        idea(CLIPPY, "A paper clip that offers help", "keep"),
    ),
    "G3": (
        leave(f"{DUKE}: the climbers who went on", "The way up", "hour", 13, "1996-05-10", **EVEREST),
        leave(f"{DUKE}: California's fast train, without a state and a date", "The fast train", "cost", None, None),
        leave(f"{CONCORDE}: no number would have stopped it", "Concorde", None, None, None),
        leave(f"{BAGGAGE}: the opening day passed", "The baggage system", "bags-lost", 1, "1993-10-31"),
        leave(
            f"{POCOCK}: a boundary that was drawn after the first look",
            "The trial",
            "difference",
            2,
            "2026-12-01",
            set_on="2026-03-01",
            started="2026-01-05",
        ),
    ),
}
PASSES: Cases = {
    "G1": (
        tree(TORRES, SPORTS),
        tree(f"{TORRES}: one target, and the others wait", SPORTS, NOTHING_ON),
        tree(
            f"{PERRI}: editing by hand",
            branch(
                "editing",
                "Editing takes too long",
                way("We edit for them", "chosen", "holds"),
                way("A guide to recording"),
            ),
        ),
        tree(
            f"{RIES}: Dropbox's film, before the code was whole",
            branch(
                "files", "My file is on the other computer", way("One folder", "chosen", "mixed"), way("Mail to myself")
            ),
        ),
    ),
    "G2": (
        idea(PATAGONIA, "Repair what is worn", "keep", "no-needless-harm", "wearer", "worn-longer"),
        idea(CVS, "Cigarettes at the till", "drop"),
        idea(WIKIPEDIA, "Banners of advertisers", "drop"),
        idea(f"{SINGER}: no backlog, and what matters comes back", "A calendar", "park"),
    ),
    "G3": (
        leave(f"{DUKE}: those who turned around", "The way up", "hour", 13, "1996-05-10", status="stopped", **EVEREST),
        leave(FOGHORN, "Fuel from seawater", "cost-per-gallon", 5, "2016-06-30", stop_if="above", status="stopped"),
        leave(f"{SINGER}: the circuit breaker", "Six weeks", "open-scopes", 0, "2026-10-30", stop_if="above"),
        leave(
            f"{POCOCK}: a boundary that was drawn before",
            "The trial",
            "difference",
            2,
            "2026-12-01",
            set_on="2026-01-05",
            started="2026-01-05",
        ),
        leave(f"{DUKE}: Glitch, which its maker stopped", "The game", None, None, None, status="stopped"),
    ),
}
