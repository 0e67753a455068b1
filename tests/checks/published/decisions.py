"""Decisions and iterations built upon published ones, for G4 and G5."""

from __future__ import annotations

from typing import Any

from published.case import Case, Cases
from published.impact import FIRE_PHONE
from published.opportunities import one

NYGARD = "after Michael Nygard, Documenting Architecture Decisions: a form without a place for options"
MADR = "after the first record of adr/madr, Use Markdown Architectural Decision Records"
ROGERS = "after the Rogers Commission: the launch of Challenger"
LINDEN = "after Greg Linden, Early Amazon: recommendations in the shopping cart"
ADEQUACY = "after the EU's adequacy decision on the United Kingdom of 2021, which had an end from the start"
THERAC = "after Leveson and Turner, An Investigation of the Therac-25 Accidents"
HORIZON = "after the Post Office Horizon IT Inquiry: shortfalls that sub-postmasters reported"
START = "after Microsoft's return of the Start button in Windows 8.1"
COKE = "after the Coca-Cola Company's account of New Coke"
SEMMELWEIS = "after Ignaz Semmelweis: hands washed in chloride of lime"
SNOW = "after John Snow, On the Mode of Communication of Cholera: the pump in Broad Street"
BUZZ = "after Google's account of 2010 on Buzz: contacts that were followed without being asked"
SWITCH = "after PEP 3103, a switch statement for Python, which was rejected"


def decided(source: str, question: str, *options: str, **fields: Any) -> Case:
    """Show one decision, the first option of which was chosen."""
    choice = {"choice": options[0], "options": list(options)} if options else {}
    return one(source, "decisions", question, question=question, **choice, **fields)


def loop(source: str, feedback: str, heard: str, changed: str | None = None, **fields: Any) -> Case:
    """Show one piece of feedback, and what came of it."""
    return one(source, "iterations", feedback, feedback=feedback, heard=heard, changed=changed, **fields)


CART = ("Recommend in the cart?", "Recommend", "Leave the cart alone")
CART_STAYS = (CART[0], CART[2], CART[1])
LAUNCH = ("Launch in the cold?", "Launch", "Wait for a warmer day")
WAIT = (LAUNCH[0], LAUNCH[2], LAUNCH[1])

FIRES: Cases = {
    "G4": (
        decided(NYGARD, "How do we record decisions?", choice="Short files beside the code", because="They are read"),
        decided(f"{ROGERS}, on the managers' word", *LAUNCH, stakeholders=["managers"]),
        decided(FIRE_PHONE, "Four cameras in front?", "Four cameras", stakeholders=["founder"]),
        decided(
            f"{LINDEN}, as if the vice president's word had been the last", *CART_STAYS, stakeholders=["vice-president"]
        ),
        decided(ADEQUACY, "Is data as safe there?", "It is", "It is not", revisit="2025-06-27"),
    ),
    "G5": (
        loop(THERAC, "A patient was burned", "1985-06-03"),
        loop(HORIZON, "The till says that money is missing", "2000-12-19"),
        loop(
            f"{START}, had nobody looked again", "People look for Start", "2012-10-26", "2013-10-17", change="A button"
        ),
        loop(f"{BUZZ}, without what came of it", "All see whom I write to", "2010-02-09", "2010-02-13"),
    ),
}
PASSES: Cases = {
    "G4": (
        decided(MADR, "Which form do records have?", "MADR", "Nygard's template", "Y-statements", "No form"),
        decided(
            f"{LINDEN}: a test against the vice president's word",
            *CART,
            stakeholders=["vice-president"],
            evidence=["cart-test"],
        ),
        decided(
            f"{ROGERS}, had the damage at low temperatures counted",
            *WAIT,
            stakeholders=["managers"],
            evidence=["worn-seals"],
        ),
        decided(f"{ADEQUACY}; the day is ours", "Is data as safe there?", "It is", "It is not", revisit="2029-06-27"),
    ),
    "G5": (
        loop(
            COKE,
            "Give us the old one",
            "1985-04-23",
            "1985-07-11",
            change="Both are sold",
            effect="The old one sold more",
        ),
        loop(
            SEMMELWEIS,
            "Mothers die in the first ward more often than in the second",
            "1846-12-01",
            "1847-05-15",
            change="Everybody washes their hands",
            effect="About as few die in the first as in the second",
        ),
        loop(
            SNOW,
            "Those who died had drunk from the pump",
            "1854-09-07",
            "1854-09-08",
            change="The handle is taken off",
            effect="Few new cases; most had fled, and they were fewer before",
        ),
        loop(f"{BUZZ}, as if it were of this summer", "All see whom I write to", "2026-08-03"),
        loop(SWITCH, "Python has no switch", "2006-06-25", change="Nothing: few of those who were asked want one"),
    ),
}
