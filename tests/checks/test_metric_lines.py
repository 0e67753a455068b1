"""The rules of a metric's words, on lines that are easy to get wrong."""

from __future__ import annotations

import time

import pytest
from rule_trials import all_wrong, fires, hits, metrics, objective

from purposebook.checks.example import Example, book_of, metric_says
from purposebook.checks.output import output_of
from purposebook.checks.reading import read
from purposebook.checks.statements import done_or_not, subject_of
from purposebook.checks.words.english import ENGLISH

FIRES = {
    "K2": (
        "Help teachers with their videos",
        "Consult with the legal department",
        "Analyse the churn of authors",
        "Participate in three conferences",
        "Support the sales team",
        "Research what learners want",
        "Work with partners on content",
        "Continue to improve onboarding",
        "Identify areas of progress",
        "Curation of lessons",
    ),
    "K3": (
        "Ship the new video editor",
        "Build a dashboard for teachers",
        "Launch mobile app",
        "Migrate to the new database",
        "Document all endpoints",
        "Implement single sign-on",
        "Publish 10 articles",
        "Roll out the new pricing",
        "Launch of the learner portal",
        "Write the handbook",
        "Shipped the new editor",
        "Launch 3 landing pages",
        "Patterns are created",
        "The form is updated",
        "Documentation is ready",
        "All endpoints are covered by tests",
        "Style guide written and shared",
        "Dashboards available for every team",
        "Add support for another login",
        "Design and test the form for applicants",
        "Create a tool for teachers who record alone",
        "Write 3 guides, each with its share of pictures",
        "Our team releases the first version",
        "Shipping the new editor",
        "Q3: finalise the partnership agreement",
        "Every repository has a README",
        "Supports an access list",
        "Launch the search so that visitors can find courses",
        "Make the data set available to partners",
        "Website redesign",
        "Dashboard for teachers",
        "Hire two designers",
        "Identify common requests and build a form",
        "By June, launch the app",
        "Research, design and development of a table component",
        "Quietly externalise scoring rules",
        "Redis migrated",
        "ClickHouse upgraded",
        "All services have monitoring",
        "User management",
        "Quiz: knowledge of grammar",
        "✅ Release version 2",
        "(optional) Add dark mode",
        "Ensure that the handbook is published",
        "Write rules and a page",
    ),
    "K4": (
        "Mobile editor launched",
        "New pricing is live",
        "Accessibility audit completed",
        "The contract was signed",
        "Data platform in production",
        "ISO certificate obtained by December",
        "Go-live date",
        "Get the audit passed",
        "Pass the accessibility assessment",
        "Become carbon neutral",
        "Users can upload files",
        "The board's decision is made",
        "Decide on the price",
        "Ensure that visitors can export the list",
    ),
    "K5": (
        "Page views",
        "Total registered users",
        "App downloads",
        "Followers on social media",
        "Website visitors",
        "Cumulative sign-ups",
        "Number of accounts",
        "Total courses",
        "Reach a million downloads",
    ),
}
PASSES = {
    "K2": (
        "Help requests per course",
        "Help centre visits by first-time authors",
        "Support tickets",
        "Research papers that nurses read",
        "Review score",
        "Teachers who help each other",
        "Analysts who find their numbers alone",
        "Participation rate of rural schools",
        "Help shoppers find the right course",
        "Support better decisions",
        "Identify 3 patterns and build them",
        "Review to merge time",
    ),
    "K3": (
        "Improve completion from 20% to 30%",
        "Authors who publish within 30 days",
        "Build time",
        "Build failures per week",
        "Release frequency",
        "Launch-day visitors",
        "Published courses",
        "Shipping cost",
        "Documents read to the end",
        "Complete profile rate",
        "Design satisfaction",
        "Ship orders so that customers get gifts in time",
        "Create opportunities",
        "Complete first lesson within 7 days",
        "Courses published by teachers",
        "Build a small, devoted community",
        "Deliver great service to members",
        "Launch the editor and raise retention from 20 to 30",
        "Ship smaller updates, cutting support calls by 5%",
        "Document downloads",
        "Design teams reuse what others made",
        "Waste is reduced",
        "Teachers have a plan",
        "Release cycle time below one week",
        "Improve the page's speed",
        "Develop leaders",
        "Generate $1M of revenue",
        "Editors, fees and servers in the month",
        "Publish faster",
        "Trust is established",
        "Add and retain 5 members",
        "Reports per week",
        "Establish recognition in the industry",
        "Make data more accessible",
        "More calm: a diary in sync",
        "Build a customer base",
        "Make sharing the fastest tool on campus",
        "Search and discoverability",
        "50 sites/month",
        "Onboarding: reduce the time to a first lesson",
        "Store visits on mobile",
        "Having more diverse teams",
    ),
    "K4": (
        "Lessons completed",
        "Courses published per month",
        "Tickets resolved",
        "Authors who have published",
        "Share of launches on time",
        "Time to first published lesson",
        "People in place after a year",
        "Users can find the right course quickly",
        "Launch the mobile editor",
        "Transactions completed of those started",
        "80% of teachers can publish alone",
        "20 guides added",
        "Guides written for authors",
        "Resolve the worst faults",
        "Everybody is confident applying online",
        "Users can complete the form with ease",
    ),
    "K5": (
        "Page views per lesson",
        "Registered users who publish within 30 days",
        "Share of downloads that are opened",
        "Hospital visits",
        "Revenue",
        "Total cost of ownership",
        "Total time to publish",
        "Learners who follow a second course",
        "Everyone likes the editor",
        "First impressions of newcomers",
        "Build a page for registered users",
    ),
}


@pytest.mark.parametrize("id", FIRES)
def test_lines_that_must_fire(id: str) -> None:
    """A rule speaks about each of these lines."""
    assert all_wrong(id, map(metric_says, FIRES[id]), expected=True) == []


@pytest.mark.parametrize("id", PASSES)
def test_lines_that_must_pass(id: str) -> None:
    """A rule says nothing about these lines, close as they are."""
    assert all_wrong(id, map(metric_says, PASSES[id]), expected=False) == []


@pytest.mark.parametrize("text", ["Mobile editor launched", "Launch the mobile editor"])
def test_declared_milestones_pass(text: str) -> None:
    """A milestone that says so is neither an output nor a hidden milestone."""
    example = metric_says(text, kind="milestone")
    assert not (fires("K3", example) or fires("K4", example))


def test_a_graded_state_is_no_milestone() -> None:
    """A wording of done with values between which there is a way is a measure."""
    graded = metric_says("Training completed", unit="%", baseline={"value": 20}, target={"value": 80})
    assert not fires("K4", graded)


@pytest.mark.parametrize("unit", ["yes/no", "Yes / No", "done", "boolean"])
def test_a_unit_of_yes_and_no_is_a_milestone(unit: str) -> None:
    """The unit may tell what the name does not."""
    assert fires("K4", metric_says("Certificate", unit=unit))


def test_from_nothing_to_one_without_a_unit_is_a_milestone() -> None:
    """A way from 0 to 1 that counts nothing has nothing between."""
    assert fires("K4", metric_says("Certificate", baseline={"value": 0}, target={"value": 1}))


@pytest.mark.parametrize("field", [{"unit": "%"}, {"formula": "views / visits"}, {"unit": "per author"}])
def test_a_denominator_ends_vanity(field: dict[str, str]) -> None:
    """Unit or formula may give what the name leaves out."""
    assert not fires("K5", metric_says("Page views", **field))


def test_observed_denominators_end_vanity() -> None:
    """Rows with numerator and denominator are a rate, whatever the name."""
    row = {"metric": "measure", "date": "2026-09-01", "numerator": 3, "denominator": 9}
    assert not fires("K5", Example("", {**metric_says("Page views").parts, "observations": [row]}))


@pytest.mark.parametrize("kind", ["output", "input"])
def test_a_declared_output_is_read_as_key_result_only(kind: str) -> None:
    """An output that is called one is honest, until it stands for an objective."""
    parts = {"metrics": metrics({"id": "m", "name": "Ship the editor", "kind": kind})}
    assert hits("K3", book_of(parts)) == ()
    assert hits("K3", book_of(parts | {"objectives": objective(key_results=["m"])}))


@pytest.mark.parametrize("id", ["K2", "K3", "K4", "K5"])
def test_other_languages_are_left_alone(id: str) -> None:
    """A language without word lists is read by no rule of wording, and breaks none."""
    assert not fires(id, metric_says("Das Portal ist online: launch the portal"), "de")


def test_a_long_line_is_read_in_linear_time() -> None:
    """Many verbs of making in a line do not multiply the work."""
    line = read("", "the page is created and ready so that a " * 2500)
    started = time.perf_counter()
    assert [read_line(line, ENGLISH) for read_line in (output_of, subject_of, done_or_not)]
    assert time.perf_counter() - started < 3
