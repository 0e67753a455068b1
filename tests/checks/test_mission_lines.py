"""The mission's rules on lines that are easy to get wrong."""

from __future__ import annotations

import pytest
from rule_trials import all_wrong, fires, hits

from purposebook.checks.example import Example, book_of, mission_says

PEOPLE = {
    "personas": [{"id": "first-time-author", "name": "First-time author"}],
    "segments": [{"id": "solo", "name": "Soloists"}],
}

FIRES = {
    "M2": (
        "Make the world a better place.",
        "Increase access to grants and improve the grants experience for everyone.",
        "Help our customers succeed.",
        "Become the market leader in online courses.",
        "Deliver value to all stakeholders.",
        "Better courses, faster.",
        "Give users the best experience.",
        "Be the most reliable logistics contractor of the region.",
        "Our team of engineers delivers computers, sensors and newsletters.",
        "What matters is that documents, events and patents are found.",
        "Reduce noise in schools.",
        "Provide our customers with an unrivalled choice.",
        "It helps you travel with confidence.",
        "Protect people from loneliness.",
        "Help organisations focus on what matters.",
        "Enable individuals and organisations to achieve more.",
        "A charity dedicated to clean rivers, with the generosity of donors.",
        "We build libraries and services in C.",
        "Help them succeed with a new generation of databases.",
        "Strengthen our communities.",
    ),
    "M3": (
        "Be the leading platform for online courses.",
        "World-class courses for teachers.",
        "Be #1 in online courses.",
        "We make the best course platform for teachers.",
        "To become the world's largest course marketplace.",
        "The number one choice of teachers.",
        "A best-in-class studio for teachers.",
        "An unrivalled experience for every teacher.",
        "Be the market leader in courses.",
        "Be a recognised authority and become a global leader of courses.",
        "To bring you the best service of the region.",
        "To be the most essential service for teachers.",
    ),
    "M4": (
        "A platform on which teachers publish courses.",
        "Help teachers with AI-powered editing.",
        "The app that makes teachers happy.",
        "We use technology to help teachers.",
        "An easy-to-use tool for finding grants.",
        "Blockchain for farmers.",
        "A one-stop shop for applicants.",
        "Put a dashboard before every nurse.",
        "Scripts and notebooks for marine biologists.",
        "Spreadsheets that every treasurer understands.",
        "A GitHub organisation for civic hackers.",
        "We maintain scripts, templates and a wiki for librarians.",
        "Give nurses a command line that they love.",
        "Provide a complete, affordable solution for clinics.",
        "A ticketing system for small theatres.",
        "Build digital services for tenants.",
        "Help bakers through automation.",
        "Help teachers with modern technologies.",
        "A framework for testing, for engineers.",
    ),
    "M5": (
        "Innovative courses by teachers.",
        "A seamless way for teachers to publish.",
        "Cutting edge editing for teachers.",
        "Give teachers an unforgettable week.",
        "A holistic approach to teachers' weekends.",
        "Hassle-free courses for teachers.",
        "An immersive, unforgettable week for teachers.",
        "Scalable solutions for bakers.",
        "Lessons of the highest quality.",
    ),
    "M7": (
        "Our mission is to provide teachers with editing.",
        "We offer teachers a studio.",
        "To enable teachers to publish.",
        "Enabling every teacher to publish.",
        "CourseCraft provides teachers with help.",
        "We exist to deliver courses to farmers.",
        "The Harbour Trust is a charity that provides beds to sailors.",
        "Night Bus is a cooperative dedicated to offering nurses a ride.",
        "The mission of the town library is simple: to provide every child with a book.",
        "Give teachers their weekends back.",
        "Founded with the mission of providing fishers with ice.",
        "Allow teachers to publish.",
    ),
}
PASSES = {
    "M2": (
        "Every teacher can publish a first course that people finish.",
        "Knowledge reaches people who cannot sit in a classroom.",
        "Families in rural districts find a doctor within the hour.",
        "Those who care for a parent at home get a night off.",
        "Children learn to read for pleasure.",
        "A nurse finds the right dose in seconds.",
        "Everyone who stutters can order a coffee.",
        "Disabled people choose where they live.",
        "Help beekeepers spot sick hives early.",
        "Make tax filing painless for freelancers.",
        "Public services that work for Kenyans.",
        "Let wheelchair users travel without planning ahead.",
        "Support bereaved siblings.",
        "Every apprentice finishes with a certificate.",
        "Help the small choirs find a hall.",
        "Newsrooms publish without fear.",
        "Connect refugees with local employers.",
        "Lessons for people with a stammer.",
        "A home for the deaf community.",
        "Help low-income tenants keep warm.",
        "Support the next generation of nurses.",
        "Nonprofit organisations spend less time on forms.",
        "Help teams of nurses swap shifts.",
        "We work with young professionals and shelters.",
        "A meeting place for the community of traditional boat builders.",
    ),
    "M3": (
        "Teachers give their best lessons without losing a weekend.",
        "Children get the best start in life.",
        "End the leading cause of blindness among farmers.",
        "Community leaders speak and are heard.",
        "Teachers leading a class of fifty have a quiet hour.",
        'Teachers stop hearing "the leading platform" and start teaching.',
        "Families who shop at Best Buy pay less.",
        "Nurses share best practice across borders.",
        "Workers have freedom of choice.",
        "The world's most vulnerable children learn to read.",
        "Steps leading to better services for migrants.",
        "Raise the leaders of tomorrow in every village.",
        "Pupils have access to world-class laboratories.",
        "Farmers meet industry leaders.",
        "Carers stay sane in second place.",
    ),
    "M4": (
        "Every teacher can publish a first course that people finish.",
        "People who use assistive technology find work.",
        "Education as a tool for change in the hands of girls.",
        "Farmers own the tools they need.",
        "Applicants apply without a lawyer.",
        "Blind people travel alone.",
        "Read more at https://app.example.org/portal about teachers.",
        "Teachers meet at the Portal House every week.",
        "Children find a library in their street.",
        "Actors learn their scripts together.",
        "Pupils fill their notebooks with stories.",
        "Families are protected by a legal framework.",
        "Provide students with the tools to succeed.",
        "Pupils excel in maths.",
        "Software engineers rest at night.",
        "A platform for girls to raise their voices.",
        "Open-source software projects pay their maintainers.",
        "Teachers thrive in an AI-driven world.",
        "Music is a tool for change in prisons.",
        "Sellers compete in the global marketplace.",
        "Provide carers with tools, training and advice.",
        "Reporters expose algorithmic injustice.",
    ),
    "M5": (
        "Children with exceptional needs learn beside others.",
        "Families with outstanding debts sleep at night.",
        "Every teacher can publish a first course that people finish.",
        "Doctors give effective treatment in every village.",
        "Fishers keep a sustainable catch.",
        "Patients get quality care near their homes.",
        "Teachers share best practices.",
        "Innovative farmers find lenders.",
        "Optimise the routes of night buses.",
        "Our ultimate goal is that tenants sleep.",
        "Robust evidence for nurses.",
        "Teachers of programming paradigms.",
        "Farmers unlock the gate for ramblers.",
        "Data-driven decisions by village councils.",
        'Teachers who were promised "innovative" tools get their weekends back.',
    ),
    "M7": (
        "Teachers publish courses that people finish.",
        "Help every teacher publish.",
        "Teachers who provide care are cared for.",
        "Our mission is that every child reads.",
        "We make weekends free for teachers.",
        "Every provider of care is paid on time.",
        "Empower tenants to be heard.",
        "Support nurses at night.",
        "By providing shelter we keep families together.",
        "Supply chains treat pickers fairly.",
        "Give back to the village that raised us, with teachers.",
        "Carers who offer respite are paid.",
    ),
}


@pytest.mark.parametrize("id", FIRES)
def test_lines_that_must_fire(id: str) -> None:
    """A rule speaks about each of these lines."""
    assert all_wrong(id, map(mission_says, FIRES[id]), expected=True) == []


@pytest.mark.parametrize("id", PASSES)
def test_lines_that_must_pass(id: str) -> None:
    """A rule says nothing about these lines, close as they are."""
    assert all_wrong(id, map(mission_says, PASSES[id]), expected=False) == []


@pytest.mark.parametrize("text", ["First-time authors finish.", "For every first time author.", "Soloists finish."])
def test_declared_people_are_named(text: str) -> None:
    """A declared persona or segment counts, in singular or plural, with or without hyphen."""
    assert not fires("M2", Example(text, {"mission": {"mission": text}, "personas": PEOPLE}))


def test_the_product_s_own_name_is_no_technology() -> None:
    """A product called Portal may say its name."""
    parts = {"product": {"name": "Grants Portal"}, "mission": {"mission": "Grants Portal helps farmers."}}
    assert hits("M4", book_of(parts)) == ()


def test_purpose_and_vision_are_read_too() -> None:
    """A rank in the vision is found there, and quoted."""
    found = hits("M3", mission_says("Teachers publish.", vision={"statement": "We are the market leader."}).book())
    assert [hit.where for hit in found] == ["mission/vision"]
    assert "'market leader'" in found[0].message


def test_a_mission_without_blanks_between_words_is_not_counted() -> None:
    """A script that sets no blanks has no number of words."""
    assert not fires("M1", mission_says("すべての先生が最初の講座を公開できる。" * 20), "ja")


@pytest.mark.parametrize("field", ["tagline", "value", "purpose"])
def test_the_same_sentence_twice(field: str) -> None:
    """Two fields with one sentence are one answer, whatever the punctuation."""
    assert fires("M8", mission_says("Teach once, reach many.", **{field: "Teach once — reach many!"}))


def test_an_empty_mission_yields_nothing() -> None:
    """A product that has written nothing gets no wall of findings."""
    book = book_of({})
    assert [hit for id in ("M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8") for hit in hits(id, book)] == []
