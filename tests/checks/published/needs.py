"""Needs and claims from guides and books, for R1 to R4."""

from __future__ import annotations

from typing import Any

from published.case import Case, Cases, case, quotes
from published.objectives import PERRI
from purposebook.checks.example import need_says

CARER = "As a carer I need to get financial help so that I can carry on looking after the person I care for"
CALCULATOR = "As a carer I need to use a benefits calculator so that I can find out if I can get Carer's Allowance"
HOLIDAY = "find out when the next Bank Holiday is so that I can plan my holiday"
JOB = (
    "When an important new customer signs up, I want to be notified, so I can start a conversation with them",
    "after Intercom and Alan Klement, job stories",
)
GOV = "GOV.UK, user needs"
SPEAKER = "GDS, Why we use user needs (talk of 2014)"
TORRES = "after Teresa Torres, Continuous Discovery Habits"
COHN = "Mike Cohn, User Stories, on a backup product"


def backed(source: str, text: str, **claim: Any) -> Case:
    """Show one need with what it rests on."""
    return Case(need_says(text, **claim), source)


def pain(source: str, text: str, **claim: Any) -> Case:
    """Show one pain point."""
    person = {"id": "one", "name": "Somebody", "pain_points": [{"text": text, **claim}]}
    return case(source, text, personas={"personas": [person]})


def link(source: str, grade: str, **claim: Any) -> Case:
    """Show one link of a ripple."""
    effects = [
        {"id": "first", "text": "Books reach the village", "ring": "interaction"},
        {
            "id": "second",
            "text": "Children read",
            "ring": "individual",
            "causes": [{"effect": "first", "because": "What is there is read", "grade": grade, **claim}],
        },
    ]
    return case(source, "Books reach the village, so children read", mission={"ripple": effects})


FIRES: Cases = {
    "R1": (
        *quotes(
            need_says,
            (CALCULATOR, f"{GOV}, the bad example"),
            ("Our users need an app", "after GDS, We're not 'appy. Not 'appy at all."),
            ("I want a button to skip the commercials", f"{TORRES}: a solution that poses as an opportunity"),
        ),
        pain("after the Nielsen Norman Group, Problem Statements in Discovery", "lack of a chatbot"),
    ),
    "R2": quotes(
        need_says,
        ("As a user, I can backup my entire hard drive.", COHN),
        (
            "As a user, I can indicate folders not to backup so that my backup drive isn't filled up with things I "
            "don't need saved.",
            COHN,
        ),
        (
            "As a power user, I can specify files or folders to backup based on file size, date created and date "
            "modified.",
            COHN,
        ),
        ("Financial help", f"after {GOV}, the good example, cut down to its noun"),
    ),
    "R3": quotes(
        need_says,
        ("understand what Carer's Allowance is", f"after {GOV}: a sign that the need is met, not a need"),
        ("As an employer I need to be aware of the new rules", f"after {GOV}: 'be aware of' is no task"),
        ("I need to know about our policy on data", "after Sarah Richards, Content Design: what the sender wants"),
    ),
    "R4": (
        backed(f"after {GOV}, with nothing to prove it", CARER),
        pain(f"{PERRI}: what the company believed at first", "Uploading takes too long"),
        link("after One Laptop per Child, and what was said of it before it was tried", "observed"),
    ),
}
PASSES: Cases = {
    "R1": (
        *quotes(need_says, (CARER, f"{GOV}, the good example"), (HOLIDAY, SPEAKER), JOB),
        pain(f"{TORRES}: an opportunity", "I can't find anything to watch"),
    ),
    "R2": quotes(need_says, (CARER, f"{GOV}, the good example"), (HOLIDAY, SPEAKER), JOB),
    "R3": quotes(
        need_says,
        (CARER, f"{GOV}, the good example"),
        (HOLIDAY, SPEAKER),
        JOB,
        ("As a power user, I can specify files or folders to backup based on file size", f"after {COHN}"),
    ),
    "R4": (
        backed(f"after {GOV}, with the interviews behind it", CARER, evidence=["interviews"]),
        pain(f"{PERRI}: what the interviews found", "Editing takes too long", evidence=["interviews"]),
        pain(f"{PERRI}: the first belief, called one", "Uploading takes too long", assumption=True),
        link("after One Laptop per Child, as a belief", "opinion"),
        link("after One Laptop per Child, as tested in Peru", "tested", evidence=["trial-in-peru"]),
    ),
}
