"""Write responsibility.yml, culture.yml and reviews.yml of a planned story as plain values."""

import datetime as dt
from typing import Any

from bench_series import series_of
from bench_story import AS_OF, Story
from bench_voice import Voice

_STAGES = ("discover", "design", "build", "launch", "run", "retire")
_CRITERIA = (
    "1.1.1",
    "1.3.1",
    "1.4.1",
    "1.4.3",
    "1.4.10",
    "2.1.1",
    "2.4.1",
    "2.4.4",
    "2.4.7",
    "3.1.1",
    "3.3.1",
    "4.1.2",
)
_TERMS = ("supports", "partially-supports", "does-not-support", "not-applicable")
_DIMENSIONS = ("gender", "age", "income", "disability", "race", "culture")


def responsibility(story: Story) -> dict[str, Any]:
    """Say who may be harmed, what it costs, who can use it and who is left out."""
    voice = story.voice("responsibility")
    rng, acts = voice.rng, story.acts
    visited = AS_OF - dt.timedelta(days=rng.randint(5, 80))
    return {
        "visits": [{"stage": stage, "visited": visited, "nobody_because": voice.say("row")} for stage in _STAGES],
        "harms": [
            {"id": f"harm-{act.id}", "stage": rng.choice(_STAGES), "who": story.people(act), "how": act.pain}
            | {"likelihood": rng.randint(1, 5), "severity": rng.randint(1, 5), "response": "act"}
            | {"action": act.answer, "owner": "Designer", "review": AS_OF + dt.timedelta(days=30)}
            for act in acts
        ],
        "footprint": _footprint(story, visited),
        "accessibility": _accessibility(story, voice, visited),
        "inclusion": _inclusion(story, voice, visited),
    }


def culture(story: Story) -> dict[str, Any]:
    """Say how the organisation works."""
    voice = story.voice("culture")
    areas = ("people", "strategy", "process", "culture")
    spreads = [{"area": area, "median": voice.rng.randint(2, 4), "lower": 2, "upper": 4} for area in areas]
    return {
        "rounds": [{"date": AS_OF - dt.timedelta(days=40), "members": voice.rng.randint(5, 12), "spreads": spreads}],
        "decision_rights": [
            {"id": f"right-{act.id}", "decision": f"Whether we {act.does}"[:110], "today": "The town"}
            | {"should": "The team", "step": voice.say("row")}
            for act in story.acts
        ],
        "company": [
            {"question": "talks-to-users", "answer": voice.say("row"), "date": AS_OF - dt.timedelta(days=40)}
            | {"evidence": story.proof(story.acts[0])[:1]}
        ],
    }


def reviews(story: Story) -> dict[str, Any]:
    """Keep one review of last summer with the first value of each metric."""
    voice, day = story.voice("reviews"), AS_OF - dt.timedelta(days=92)
    numbers = [{"metric": one.id, "value": one.start, "date": one.dates[0]} for one in series_of(story)]
    review: dict[str, Any] = {"id": "summer-review", "title": f"Summer review, {story.town}", "date": day}
    review |= {"audience": story.field.parties[0].name, "numbers": numbers}
    review |= {"claims": [{"text": voice.say("purpose"), "metric": numbers[0]["metric"]}]}
    review |= {"decisions": [{"text": voice.say("what", story.acts[0]), "owner": "Product manager", "by": AS_OF}]}
    return {"reviews": [review]}


def _footprint(story: Story, day: dt.date) -> dict[str, Any]:
    """Work a footprint out of servers and devices."""
    rng = story.voice("footprint").rng
    parts = [
        {"name": name, "energy": rng.randint(10, 90), "intensity": rng.randint(80, 400), "embodied": 900000}
        | {"reserved_time": 720, "lifespan": 35040, "reserved": 4, "total": 64, "source": "Bill of the provider"}
        for name in ("Servers", "Network", "Devices")
    ]
    return {
        "boundary": f"Servers, network and devices of {story.name}",
        "unit": "visit",
        "amount": rng.randint(2000, 9000),
        "period": "September 2026",
        "method": "Server hours billed, the rest estimated",
        "source": "Bill of the provider",
        "date": day,
        "components": parts,
    }


def _accessibility(story: Story, voice: Voice, day: dt.date) -> dict[str, Any]:
    """Answer a dozen criteria."""
    proof = story.proof(story.acts[0])[:1]
    criteria = [
        {"number": number, "term": voice.rng.choice(_TERMS), "method": "expert-review", "evidence": proof}
        | {"note": voice.say("row")}
        for number in _CRITERIA
    ]
    return {"scope": f"The pages of {story.name}", "evaluated": day, "criteria": criteria}


def _inclusion(story: Story, voice: Voice, day: dt.date) -> dict[str, Any]:
    """Ask of six dimensions, and count one outcome by age."""
    rng, metric = voice.rng, story.outcome_ids()[0][0]
    return {
        "considered": day,
        "dimensions": [
            {"name": name, "in_scope": voice.say("market", story.acts[0]), "took_part": voice.say("row")}
            for name in _DIMENSIONS
        ],
        "outcomes": [
            {"dimension": "age", "group": group, "metric": metric, "reached": rng.randint(5, 30)}
            | {"of": rng.randint(31, 90)}
            for group in ("under 40", "40 to 64", "65 and older")
        ],
    }
