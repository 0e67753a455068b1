"""Harms, their owners and inclusion, built upon published cases, for E1, E2 and N1."""

from __future__ import annotations

from typing import Any

from published.case import Case, Cases, case
from purposebook.domain.responsibility import STAGES

TAY = "after Microsoft's account of its chatbot Tay"
SCANNING = "after doteveryone, Consequence Scanning"
IMPLANTS = "after IEEE Spectrum on Second Sight: implants that nobody looks after any more"
AI_ACT = "after the EU's AI Act, article 9: risks are managed throughout the whole life cycle"
ISO_14971 = "after ISO 14971: risks of a medical device from its concept to its disposal"
NIST = "after NIST, AI Risk Management Framework: test and evaluation at every stage"
STRAVA = "after what was published on Strava's heat map of 2018"
AIRTAG = "after Apple's statement of 2022 on AirTag and unwanted tracking"
ROBODEBT = "after the Royal Commission into the Robodebt Scheme"
HIRING = "after Reuters on Amazon's recruiting tool, which was given up"
ATTENTION = "after Zoom's letter of 1 April 2020: the attention tracker was removed"
DUTY = "after the UK's public sector equality duty"
SCOTLAND = "after the UK's public sector equality duty, with the Fairer Scotland Duty"
HEALTH = "after the data standards of section 4302 of the Affordable Care Act"
SHADES = "after Buolamwini and Gebru, Gender Shades"
SURVEY = "after the questions of the American Community Survey"
GOOGLE = "after Annie Jean-Baptiste, Building for Everyone"
MICROSOFT = "after Microsoft Inclusive Design: permanent, temporary and situational"


def looked(source: str, *stages: str, reason: str = "Those concerned were asked, and see none", **more: Any) -> Case:
    """Show the stages at which somebody looked for harm, and why nobody can be harmed there."""
    visits = [{"stage": stage, "nobody_because": reason} for stage in stages]
    return case(source, ", ".join(stages), responsibility={"visits": visits, **more})


def harm(source: str, who: str, stage: str = "run", response: str = "act", **fields: Any) -> Case:
    """Show one harm and what is to be done about it."""
    item = {"id": "harm", "who": who, "stage": stage, "response": response, **fields}
    return case(source, who, responsibility={"harms": [item]})


def asked_of(source: str, *names: str, said: str = "Everybody whom it concerns", apart: tuple[str, ...] = ()) -> Case:
    """Show the dimensions of inclusion that were considered, and those that stand apart with a reason."""
    considered = [{"name": name, "in_scope": said} for name in names]
    others = [{"name": name, "not_considered": "A test of faces cannot see it"} for name in apart]
    return case(source, ", ".join(names), responsibility={"inclusion": {"dimensions": considered + others}})


RISKS = [{"id": f"risk-{stage}", "stage": stage, "who": "Those of whom data is kept"} for stage in STAGES]
PROTECTED = ("age", "disability", "sex", "race", "religion or belief")

FIRES: Cases = {
    "E1": (
        looked(
            f"{TAY}: looked at once it was out", harms=[{"id": "abuse", "stage": "run", "who": "Those it insulted"}]
        ),
        looked(f"{SCANNING}, held once and never again", "design"),
        looked(f"{IMPLANTS}; nobody thought of the end", *STAGES[:-1]),
        looked(f"{NIST}, as boxes that are ticked", *STAGES, reason=" "),
    ),
    "E2": (
        harm(f"{STRAVA}: known, and nobody's", "Soldiers whose runs draw their base"),
        harm(f"{ROBODEBT}: nobody owned it for years", "People who owe nothing", owner="", review="2026-12-01"),
        harm(f"{TAY}: the day to look again passed", "Those it insulted", owner="Lead", review="2016-03-30"),
        harm(
            f"{AIRTAG}, watched only, and forgotten", "Those who are followed", response="monitor", review="2026-06-01"
        ),
    ),
    "N1": (
        asked_of(f"{MICROSOFT}, and nothing beside", "disability"),
        asked_of(f"{DUTY}, which says nothing of income", *PROTECTED),
        asked_of(f"{HEALTH}, which leave out age and income", "race", "ethnicity", "sex", "language", "disability"),
        asked_of(f"{SHADES}: two dimensions, and the four others", "gender", "race"),
        asked_of(
            f"{SURVEY}, as headings only",
            *("sex", "age", "income", "disability", "race", "culture"),
            said="",
        ),
    ),
}
PASSES: Cases = {
    "E1": (
        looked(AI_ACT, *STAGES),
        looked(ISO_14971, harms=RISKS),
        looked(f"{SCANNING}, at every stage", *STAGES, harms=RISKS[:2]),
        looked(f"{IMPLANTS}, had somebody asked", *STAGES[:-1], harms=RISKS[-1:]),
    ),
    "E2": (
        harm(AIRTAG, "Those who are followed", owner="Product lead", review="2026-12-01"),
        harm(HIRING, "Women who apply", stage="build", closed="2017-01-31"),
        harm(ATTENTION, "Those who are watched", closed="2020-04-02", owner="Product lead", review="2020-04-30"),
        harm(f"{SCANNING}: what others have to mend", "Neighbours", response="influence"),
    ),
    "N1": (
        asked_of(SCOTLAND, *PROTECTED, "socio-economic disadvantage"),
        asked_of(SURVEY, "sex", "age", "income", "disability", "race", "culture"),
        asked_of(
            GOOGLE, "Gender", "Age", "Socioeconomic status", "Ability", "Ethnicity", "Culture", "Language", "Place"
        ),
        asked_of(
            f"{SHADES}, and why the others stand apart",
            "gender",
            "race",
            apart=("age", "income", "disability", "culture"),
        ),
    ),
}
