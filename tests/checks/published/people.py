"""Personas built upon published ones, for P1 to P5."""

from __future__ import annotations

from typing import Any

from published.case import Case, Cases, case

GOV = "after the accessibility personas of GOV.UK"
NNG = "after the Nielsen Norman Group"
EIGHTEEN_F = "after 18F Methods, personas"
COOPER = "after Alan Cooper, The Inmates Are Running the Asylum"
PRUITT = "after Pruitt and Adlin, The Persona Lifecycle"


def person(source: str, name: str, **fields: Any) -> Case:
    """Show one persona."""
    return case(source, name, personas={"personas": [{"id": "one", "name": name, **fields}]})


CLAUDIA: dict[str, Any] = {
    "characteristics": ["Partially sighted", "Uses a screen magnifier"],
    "goals": ["Find her place on a page again"],
    "behaviours": ["Zooms in to four times the size"],
    "pain_points": [{"text": "Messages appear outside of what she sees", "evidence": ["usability-lab"]}],
    "motivations": ["To deal with her own letters"],
}
PAWEL: dict[str, Any] = {
    "characteristics": ["Autistic", "Works as a web developer"],
    "goals": ["Finish a form in his own time"],
    "behaviours": ["Reads every word of a page"],
    "needs": [{"id": "calm", "text": "read without anything that moves", "evidence": ["interviews"]}],
    "pain_points": ["Time limits"],
    "motivations": ["To be sure"],
}
SALEEM: dict[str, Any] = {
    "goals": ["Understand a video"],
    "behaviours": ["Signs with friends"],
    "pain_points": [{"text": "Videos without captions", "evidence": ["interviews"]}],
    "motivations": ["To answer for himself"],
}

FIRES: Cases = {
    "P1": (
        person(f"{NNG}: proto-personas rest on what the team believes", "Busy parent", goals=["Save time"]),
        person(f"{EIGHTEEN_F}: invented in a meeting", "Benefits officer", pain_points=["Too much paper"]),
        person(f"{COOPER}: the elastic user", "The user", needs=[{"id": "easy", "text": "use it with ease"}]),
    ),
    "P2": (
        person(f"{NNG}: age and income explain nobody's behaviour", "Jill", characteristics=["35 to 44", "Earns $60k"]),
        person(
            "after Indi Young, Describing Personas",
            "Female, 25 to 34",
            characteristics=["Lives in a city"],
            goals=["Travel"],
        ),
        person(
            "after the two princes of many talks on personas: born in 1948, remarried, wealthy",
            "Gentleman of 1948",
            characteristics=["Born in 1948", "Remarried", "Wealthy", "Lives in a castle"],
        ),
    ),
    "P3": (
        person(f"{EIGHTEEN_F}, without the question of who is left out", "Benefits officer", goals=["Close cases"]),
        person("after Cathy O'Neil, Weapons of Math Destruction: only buyers are asked", "Head of personnel"),
        person("after Microsoft's Inclusive Design: made for people like ourselves", "Designer", overlooked=[" "]),
    ),
    "P5": (
        person(f"{PRUITT}: personas that nobody looks after", "Busy parent"),
        person(f"{PRUITT}: personas of another time", "Busy parent", refined="2016-05-01"),
        person(f"{GOV}, had nobody looked at them for years", "Claudia", refined="2019-03-01"),
    ),
}
PASSES: Cases = {
    "P1": (
        person(f"{GOV}, with the research behind it", "Claudia", **CLAUDIA),
        person(f"{GOV}, with the research behind it", "Pawel", **PAWEL),
        person(f"{GOV}, with the research behind it", "Saleem", **SALEEM),
    ),
    "P2": (
        person(GOV, "Claudia", **CLAUDIA),
        person(GOV, "Pawel", **PAWEL),
        person(f"{GOV}, without demographics", "Saleem", **SALEEM),
    ),
    "P3": (
        person(
            f"{EIGHTEEN_F}, and who is left out",
            "Benefits officer",
            overlooked=["Applicants who have no address"],
        ),
        person(
            "after Cathy O'Neil, Weapons of Math Destruction: those who are scored",
            "Head of personnel",
            overlooked=["Applicants whom a score turns away unseen"],
        ),
        person(
            "after Microsoft's Inclusive Design: who is excluded, for ever or for a day",
            "Designer",
            overlooked=["People with one arm, a broken one, or a child on it"],
        ),
    ),
    "P5": (
        person(f"{PRUITT}: looked after every quarter", "Busy parent", refined="2026-07-02"),
        person(f"{GOV}, had somebody looked at it this month", "Claudia", refined="2026-09-15"),
        person(f"{NNG}: personas revisited", "Busy parent", refined="2026-08-31"),
    ),
}
