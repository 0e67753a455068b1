"""Objectives from books and guides, for O1 to O5."""

from __future__ import annotations

from typing import Any

from published.case import Case, Cases, case, quotes
from purposebook.checks.example import objective_says

DOERR = "John Doerr, Measure What Matters"
WODTKE = "Christina Wodtke, The Art of the OKR"
PLAYBOOK = "Google's OKR Playbook, on whatmatters.com"
SEIDEN = "after Joshua Seiden, Outcomes over Output"
PERRI = "after Melissa Perri, Escaping the Build Trap"
EIGHTEEN_F = "after 18F Methods, design hypothesis: did we ship it, or did we make it easier to buy"
CRUSH = "Establish the 8086 as the highest performance 16-bit microprocessor family."
CRUSH_RESULTS = ("benchmarks", "repackaged", "in-production", "coprocessor")
TEA = "Establish epic value to Restaurant Suppliers as the best tea provider."
TALE = "Christina Wodtke, The Executioner's Tale (talk), the tea company"
GRANTS: dict[str, Any] = {
    "clauses": [
        {"id": "discover", "text": "as easy as possible for potential applicants to discover opportunities"},
        {"id": "open-source", "text": "Work in the open, with fully open-source code"},
    ]
}
GRANTS_SOURCE = "after the published goals of Simpler Grants.gov"


def goals(*statements: str, **fields: Any) -> dict[str, Any]:
    """Return the part `objectives` with objectives of these words."""
    return {"objectives": [{"id": f"goal-{n}", "statement": text, **fields} for n, text in enumerate(statements, 1)]}


def outcome(source: str, who: str, before: str, after: str) -> Case:
    """Show one outcome."""
    change = {"who": who, "from": before, "to": after}
    return case(source, f"{who}: {after}", objectives=goals("People are better off.", outcome=change))


FIRES: Cases = {
    "O1": quotes(
        objective_says,
        ("Sales numbers up 30%.", f"{WODTKE}, among the poor objectives"),
        ("Double users.", f"{WODTKE}, among the poor objectives"),
        ("Raise a Series B of $5M.", f"{WODTKE}, among the poor objectives"),
        ("Global eradication of malaria by 2040.", f"{DOERR}, the Gates Foundation"),
        ("Reach 1 billion hours of watch time per day.", f"{DOERR}, YouTube"),
        (
            "Achieving the goal, before this decade is out, of landing a man on the moon and returning him safely to "
            "the earth.",
            "John F. Kennedy, address to Congress of 25 May 1961",
        ),
    ),
    "O2": (
        case(f"{TALE}, without its key results", TEA, objectives=goals(TEA)),
        case(
            f"after {DOERR}: each objective is tied to five or fewer key results",
            CRUSH,
            objectives=goals(CRUSH, key_results=[*CRUSH_RESULTS, "design-wins", "seminars"]),
        ),
        case(
            f"after {DOERR}: three to five objectives per cycle",
            "Six objectives at once.",
            objectives=goals(*(f"Priority {letter}" for letter in "abcdef"), key_results=["one"]),
        ),
    ),
    "O3": (
        case(
            f"{PLAYBOOK}: a classic objective of low value",
            "Increase task CPU utilization by 3 percent.",
            mission={"clauses": [{"id": "accessible", "text": "make it universally accessible and useful"}]},
            objectives=goals("Increase task CPU utilization by 3 percent."),
        ),
        case(GRANTS_SOURCE, "Two clauses, and no objective.", mission=GRANTS),
        case(
            f"{GRANTS_SOURCE}, one of which no objective serves",
            "Applicants discover what is meant for them.",
            mission=GRANTS,
            objectives=goals("Applicants discover what is meant for them.", serves=["discover"]),
        ),
    ),
    "O4": quotes(
        objective_says,
        ("Ship the shopping cart feature.", EIGHTEEN_F),
        ("Build a well in the village.", f"{SEIDEN}: the output of a charity"),
        ("Launch an Android app.", "after Teresa Torres, Continuous Discovery Habits, on outputs given as outcomes"),
        ("Ship ten new features.", f"{PERRI}: success measured by outputs"),
    ),
    "O5": (
        outcome(PERRI, "the product team", "ships late", "ships ten features a quarter"),
        outcome("after Forsgren, Humble and Kim, Accelerate", "our engineers", "deploy monthly", "deploy daily"),
        outcome(f"after {PLAYBOOK}", "the company", "uses 60 % of its processors", "uses 63 % of its processors"),
        outcome(EIGHTEEN_F, "the shopping cart feature", "is missing", "is live"),
    ),
}
PASSES: Cases = {
    "O1": (
        *quotes(
            objective_says,
            ("Own the direct-to-business coffee retail market in the South Bay.", f"{WODTKE}, among the good ones"),
            ("Transform Palo Alto's coupon using habits.", f"{WODTKE}, among the good ones"),
            (TEA, TALE),
        ),
        case(f"{DOERR}, Operation Crush", CRUSH, product={"name": "8086"}, objectives=goals(CRUSH)),
    ),
    "O2": (
        case(
            f"{TALE}, with its three key results",
            TEA,
            objectives=goals(TEA, key_results=["reorders", "self-serve-reorders", "revenue"]),
        ),
        case(
            f"{DOERR}, Operation Crush, with four key results",
            CRUSH,
            objectives=goals(CRUSH, key_results=list(CRUSH_RESULTS)),
        ),
        case(
            f"after {DOERR}: three to five objectives per cycle",
            "Five objectives at once.",
            objectives=goals(*(f"Priority {letter}" for letter in "abcde"), key_results=["one"]),
        ),
    ),
    "O3": (
        case(
            f"{GRANTS_SOURCE}, both of them served",
            "Two objectives, two clauses.",
            mission=GRANTS,
            objectives=goals("Applicants discover what is meant for them.", serves=["discover", "open-source"]),
        ),
        case(
            f"after {DOERR}: Chrome, and Google's mission",
            "People use the web as if it were their own machine.",
            mission={"clauses": [{"id": "accessible", "text": "make it universally accessible and useful"}]},
            objectives=goals("The web feels like one's own machine.", serves=["accessible"]),
        ),
        case(
            "after the W. K. Kellogg Foundation's mission",
            "People help themselves.",
            mission={"clauses": [{"id": "help-themselves", "text": "help people help themselves"}]},
            objectives=goals("Families in Battle Creek decide what is funded.", serves=["help-themselves"]),
        ),
    ),
    "O4": quotes(
        objective_says,
        ("Make it easier and simpler for our customers to buy from us.", EIGHTEEN_F),
        ("Villagers spend less time carrying water.", f"{SEIDEN}: the outcome of a charity"),
        ("Transform Palo Alto's coupon using habits.", f"{WODTKE}, among the good ones"),
        (TEA, TALE),
    ),
    "O5": (
        outcome(SEIDEN, "villagers", "carry water for hours", "draw it next to their houses"),
        outcome(PERRI, "teachers", "leave a course half made", "publish it"),
        outcome("after Simpler Grants.gov, goals", "applicants with little money", "hire help", "apply alone"),
        outcome("after Teresa Torres, Continuous Discovery Habits", "viewers", "give up the search", "start a show"),
    ),
}
