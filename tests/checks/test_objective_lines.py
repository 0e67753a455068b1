"""The objectives' rules on lines that are easy to get wrong."""

from __future__ import annotations

import pytest
from rule_trials import all_wrong, fires, hits, objective, outcome

from purposebook.checks.example import Example, book_of, objective_says

FIRES = {
    "O1": (
        "Raise publishing to 75%.",
        "Reach 100 schools.",
        "Teachers publish before December 2026.",
        "Reach a million learners.",
        "Authors publish in two weeks.",
        "Be in every school by 2026-12-31.",
        "Win back authors this quarter.",
        "Earn €50k with authors.",
        "Double the number of authors.",
        "Everyone is served by Q3.",
        "Learners are 10x happier.",
        "Serve 200k readers.",
        "Answer within 200ms.",
        "NPS 50 among nurses.",
        "Grow MRR 20%.",
        "REDUCE CALLS BY 40.",
        "Increase Monthly Revenue To 50000",
        "ISO 27001 certificates for 12 factories.",
        "Reach 4.5/5 in reviews.",
        "Three new schools take part.",
        "At least one village joins.",
        "Cut waiting to zero.",
        "Autumn 2027: every school cooks.",
    ),
    "O4": (
        "Build the new editor.",
        "Launch mobile app and migrate the database.",
        "Ship version two.",
        "Implement single sign-on",
        "Roll out the pricing page",
        "We will redesign the home page.",
        "- Migrate to another database",
        "Set up analytics, write the docs and hire a designer",
        "Launch of the learner portal",
        "The new editor is launched.",
        "Patterns are created and documentation is ready.",
        "Get the site translated",
        "Explore funding options",
        "Launch the portal so that applicants can log in.",
        "A style guide for editors",
        "Improve the release process",
        "Performance testing",
        "Meaningfully participate in reviews",
    ),
}
PASSES = {
    "O1": (
        "First-time authors finish what they start.",
        "Everybody can use it, as WCAG 2.2 asks.",
        "Schools recover from COVID-19.",
        "Nurses get an answer 24/7.",
        "Year 7 pupils read for pleasure.",
        "People with type 2 diabetes cook again.",
        "Authors may march on with one-to-one help.",
        "B2B buyers decide without a call.",
        "Teachers on Windows 11 record without help.",
        "Authors trust our 30-day guarantee.",
        "Windows 11 users record without help.",
        "WCAG 2.2 holds on every page.",
        "Villages get 5G, Web3 and k8s.",
        "Refugees know their rights under Article 5.",
        "Top 10 lists show local authors.",
        "Cities live the 2030 Agenda.",
        "Vision 2030 is shared by every school.",
        "Section 508 is met without extra work.",
        "Managers hold 1-on-1 talks that matter.",
        "Industry 4.0 helps small workshops.",
        "We double down on what learners love.",
        "Beat our Q1 targets with calm.",
    ),
    "O4": (
        "First-time authors finish what they start.",
        "Build trust between grantors and applicants.",
        "Build lasting relationships with village schools.",
        "Launch the editor so that teachers finish.",
        "Release authors who are stuck.",
        "Create opportunities for girls.",
        "Documents are found at once.",
        "Developers choose us first.",
        "Teachers set up a course alone.",
        "Support nurses at night.",
        "Track down what keeps authors from finishing, until 80% finish.",
        "Children in rural areas learn to read.",
        "Address every complaint within 2 days.",
        "Improve the lives of carers.",
        "Grow careers of nurses.",
    ),
}
INSIDERS = (
    "the product team",
    "our company",
    "We",
    "our developers",
    "CourseCraft",
    "the app",
    "The new dashboard",
    "marketing",
    "the engineering team",
)
USERS = (
    "first-time authors",
    "sales teams of bakeries",
    "engineering students",
    "Teachers",
    "team leads in hospitals",
    "people at home",
    "product designers",
)


@pytest.mark.parametrize("id", FIRES)
def test_lines_that_must_fire(id: str) -> None:
    """A rule speaks about each of these lines."""
    assert all_wrong(id, map(objective_says, FIRES[id]), expected=True) == []


@pytest.mark.parametrize("id", PASSES)
def test_lines_that_must_pass(id: str) -> None:
    """A rule says nothing about these lines, close as they are."""
    assert all_wrong(id, map(objective_says, PASSES[id]), expected=False) == []


def test_insiders_and_features_do_not_act() -> None:
    """The team, the company, the product and its features are no users."""
    assert all_wrong("O5", map(outcome, INSIDERS), expected=True) == []


def test_users_act() -> None:
    """Others act, even where their names hold a word of ours."""
    assert all_wrong("O5", map(outcome, USERS), expected=False) == []


@pytest.mark.parametrize(
    "to",
    [
        "we ship every week",
        "the dashboard shows all numbers",
        "CourseCraft edits videos",
        "patterns are created",
        "the form is updated by June",
        "Lessonbox supports captions",
        "pages load in a second",
        "every team has a road map",
        "releases ship on time",
        "our platforms power every visit",
        "with this release, we reach more schools",
    ],
)
def test_without_who_the_change_is_read(to: str) -> None:
    """Where nobody is named, the first words of the change tell who acts."""
    assert fires("O5", outcome(to=to))


@pytest.mark.parametrize(
    "to",
    [
        "publishes within a month",
        "weeknights are free",
        "engineering students record alone",
        "",
        "publish three posts on how the site works",
        "teachers find that the page is updated",
        "new editor launched",
        "clients are served at once",
    ],
)
def test_a_change_without_insiders_passes(to: str) -> None:
    """A verb, or somebody else, may begin the change."""
    assert not fires("O5", outcome(to=to))


@pytest.mark.parametrize("who", ["our support staff", "support-staff", "Support staff"])
def test_staff_who_are_personas_are_users(who: str) -> None:
    """An internal tool declares its staff, and they may act."""
    personas = {"personas": [{"id": "support-staff", "name": "Support staff"}]}
    assert not fires("O5", outcome(who, personas=personas))


def test_an_outcome_excuses_the_task() -> None:
    """An objective that opens with an output but names a behaviour change is no task list."""
    change = {"from": "leave a course", "to": "publish it"}
    assert not fires("O4", objective_says("Build the new editor.", outcome=change))


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_over_is_not_read(status: str) -> None:
    """Nobody rewrites objectives that are done or dropped."""
    book = Example("", {"objectives": objective(statement="Ship 5 apps.", status=status, outcome={"who": "we"})}).book()
    assert [hit for id in ("O1", "O2", "O3", "O4", "O5") for hit in hits(id, book)] == []


def test_too_many_key_results_and_objectives() -> None:
    """More than five of either is named with the count."""
    items = [{"id": f"o{n}", "statement": "S", "key_results": [f"k{n}-{k}" for k in range(6)]} for n in range(6)]
    found = hits("O2", book_of({"objectives": {"objectives": items}}))
    assert [hit.where for hit in found] == [
        *(f"objectives/o{n}/key_results" for n in range(6)),
        "objectives/objectives",
    ]


def test_a_clause_served_by_a_dropped_objective_is_unserved() -> None:
    """A dropped objective serves nothing; the clause gets a warning, no error."""
    clauses = {"clauses": [{"id": "publish", "text": "publish a course"}]}
    found = hits("O3", book_of({"mission": clauses, "objectives": objective(serves=["publish"], status="dropped")}))
    assert [(hit.where, hit.severity) for hit in found] == [("mission/publish", "warning")]
