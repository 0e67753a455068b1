"""Logic models, comparisons and backlogs built upon published ones, for T1, W1 and V1."""

from __future__ import annotations

from typing import Any

from published.case import Case, Cases, case

KELLOGG = "after the W. K. Kellogg Foundation, Logic Model Development Guide"
LAPTOP = "after One Laptop per Child"
WEISS = "after Carol Weiss, theory of change: home visits by teachers"
DUNFORD = "after April Dunford, Obviously Awesome"
CHRISTENSEN = "after Clayton Christensen, Competing Against Luck"
COOK = "after Scott Cook on Quicken and the pencil"
PERRI = "after Melissa Perri, Escaping the Build Trap"


def effect(id: str, ring: str, text: str, *causes: tuple[str, str]) -> dict[str, Any]:
    """Return one effect with what it follows from, and why."""
    links = [{"effect": cause, "because": because} for cause, because in causes]
    return {"id": id, "ring": ring, "text": text, "causes": links}


def ripple(source: str, *effects: dict[str, Any]) -> Case:
    """Show a ripple."""
    return case(source, " → ".join(one["text"] for one in effects), mission={"ripple": list(effects)})


def compared(source: str, *alternatives: tuple[str, list[str], list[str]]) -> Case:
    """Show alternatives with strengths and weaknesses."""
    items = [
        {"id": f"other-{n}", "name": name, "strengths": strong, "weaknesses": weak}
        for n, (name, strong, weak) in enumerate(alternatives, 1)
    ]
    return case(source, ", ".join(name for name, _, _ in alternatives), mission={"alternatives": items})


def backlog(source: str, count: int = 1, **fields: Any) -> Case:
    """Show a number of work items that are alike."""
    items = [{"id": f"item-{n}", "title": f"Item {n}", **fields} for n in range(1, count + 1)]
    return case(source, f"{count} items, {fields}", work={"items": items})


VISIT = effect("visits", "interaction", "Teachers visit parents at home")
TRUST = effect("trust", "individual", "Parents and teachers trust each other", ("visits", "Who has met, listens"))
HOMEWORK = effect("homework", "community", "Families help with school work", ("trust", "Trust makes asking easy"))
CLINIC = effect("clinic", "interaction", "Volunteer doctors see uninsured patients")
CARE = effect("care", "individual", "Patients are treated before they need the hospital", ("clinic", "They come early"))
EMERGENCY = effect("emergency", "community", "Fewer come to the emergency room", ("care", "Early care prevents"))
DONE = {"status": "done", "closed": "2026-08-20", "origin": "evidence", "value": "to-users", "measured_by": "publish"}

FIRES: Cases = {
    "T1": (
        ripple(
            f"{LAPTOP}: from a machine straight to a country",
            effect("laptop", "interaction", "A child gets a laptop"),
            effect("economy", "industry", "The country's economy grows", ("laptop", "Learners become earners")),
        ),
        ripple(f"{KELLOGG}, the free clinic without its first step", EMERGENCY | {"causes": []}),
        ripple(
            f"{WEISS}, without the assumptions that her theory is about",
            VISIT,
            TRUST | {"causes": [{"effect": "visits"}]},
        ),
        ripple(f"{KELLOGG}, an activity that leads nowhere", CLINIC, CARE, VISIT),
    ),
    "W1": (
        compared(f"{COOK}, as if the pencil had no merit", ("Pencil and paper", [], ["Slow", "Errors"])),
        compared(f"{DUNFORD}: rivals only, though most stay with what they have", ("Rival", ["Known"], ["Dear"])),
        compared(
            f"{CHRISTENSEN}: we win every row",
            ("Banana", [], ["Gone too soon"]),
            ("Bagel", [], ["Dry"]),
            ("Nothing", ["Free"], ["Boring"]),
        ),
    ),
    "V1": (
        backlog(f"{PERRI}: shipped and never looked at again", **DONE | {"measured_by": None}),
        backlog(f"{PERRI}: a list of features, and nobody knows where from", 3, status="open"),
        backlog(
            f"{PERRI}: everything that sales had promised",
            5,
            **DONE | {"origin": "sales-promise", "value": "from-users", "size": "easy-win"},
        ),
    ),
}
PASSES: Cases = {
    "T1": (
        ripple(WEISS, VISIT, TRUST, HOMEWORK),
        ripple(f"{KELLOGG}, the free clinic", CLINIC, CARE, EMERGENCY),
        ripple(
            f"{KELLOGG}, the family trip",
            effect("fares", "interaction", "The family compares fares"),
            effect("trip", "individual", "The family travels to Iowa", ("fares", "A fare fits the budget")),
        ),
    ),
    "W1": (
        compared(
            COOK,
            ("Pencil and paper", ["Quick to begin", "Never crashes"], ["Sums by hand"]),
            ("Do nothing", ["No evening lost"], ["Surprises"]),
        ),
        compared(
            f"{DUNFORD}: what they would do if you did not exist",
            ("Spreadsheet", ["Everybody has it"], ["No alarms"]),
            ("Status quo", ["Nobody has to decide"], ["Losses stay unseen"]),
        ),
        compared(
            CHRISTENSEN,
            ("Banana", ["Healthy"], ["Gone too soon"]),
            ("Go without", ["Free"], ["Hungry by ten"]),
        ),
    ),
    "V1": (
        backlog(f"{PERRI}: measured after it shipped", **DONE),
        backlog(f"{PERRI}: classified before it starts", 3, status="open", origin="evidence", value="to-users"),
        backlog("after the handling of technical debt in Accelerate", origin="defect", value="upkeep", status="done"),
    ),
}
