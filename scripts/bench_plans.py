"""Write strategy.yml, opportunities.yml, work.yml and experiments.yml of a planned story as plain values."""

import datetime as dt
from typing import Any

from bench_field import Act
from bench_parts import clauses_of
from bench_story import AS_OF, Story, slugged
from bench_voice import Voice, lower

_TEAMS = ("Product team", "Support desk", "Volunteers")


def strategy(story: Story) -> dict[str, Any]:
    """Say how the vision is to come true: an intent a clause, an initiative an act."""
    voice = story.voice("strategy")
    return {
        "challenge": voice.say("problem", story.acts[0]),
        "approach": voice.say("job", story.acts[0]),
        "not_doing": voice.some("strength", 1, 2, story.acts[-1]),
        "intents": [_intent(story, voice, act) for act in clauses_of(story)],
        "initiatives": [_initiative(story, voice, act) for act in story.acts],
        "options": [
            {"id": f"option-{act.id}", "name": voice.say("what", act)[:100], "initiative": f"solve-{act.id}"}
            | {"stage": voice.rng.choice(["explore", "exploit", "sustain"]), "because": voice.say("why", act)}
            for act in story.acts
        ],
        "teams": list(_TEAMS),
        "streams": [_stream(story, voice, story.acts[0])],
        "recall": [{"date": _day(voice), "asked": voice.rng.randint(6, 9), "vision": 5, "intents": 3}],
    }


def opportunities(story: Story) -> dict[str, Any]:
    """Name what could be done, and how it is decided."""
    voice = story.voice("opportunities")
    return {
        "opportunities": [_opportunity(story, voice, act) for act in story.acts],
        "ideas": [
            {"id": f"idea-{act.id}", "text": voice.say("job", act), "personas": [slugged(story.who[0])]}
            | {"verdict": voice.rng.choice(["park", "drop"]), "because": voice.say("dropped", act)}
            for act in story.field.acts[:4]
        ],
        "exits": [_exit(story, voice, act) for act in story.acts[:1]],
        "decisions": [_decision(story, voice, act) for act in story.acts[:2]],
        "iterations": [
            {"id": f"loop-{act.id}", "feedback": act.quote, "heard": _day(voice), "evidence": story.proof(act)[:1]}
            | {"change": voice.say("what", act), "changed": AS_OF, "effect": voice.say("to", act)}
            for act in story.acts[:2]
        ],
        "status_lines": [
            {"text": voice.say("row"), "date": _day(voice), "about": voice.rng.choice(["problem", "delivery"])}
            for _ in range(4)
        ],
    }


def work(story: Story) -> dict[str, Any]:
    """List ten to thirty work items, most of them shipped and most of them classified."""
    voice = story.voice("work")
    items = [_item(story, voice, number) for number in range(voice.rng.randint(10, 30))]
    return {"unit": "days", "items": items}


def experiments(story: Story) -> dict[str, Any]:
    """Take one step of the kata for each of two acts."""
    voice = story.voice("experiments")
    return {"experiments": [_experiment(story, voice, act) for act in story.acts[:2]]}


def _intent(story: Story, voice: Voice, act: Act) -> dict[str, Any]:
    """Name what must become true for one clause."""
    metric = (story.key_results(act) or [story.outcome_ids()[0][0]])[0]
    return {
        "id": f"intent-{act.id}",
        "text": voice.say("statement", act, who=story.people(act)),
        "horizon": voice.rng.randint(2027, 2029),
        "serves": [act.id],
        "metric": metric,
        "owner": "Product manager",
    }


def _initiative(story: Story, voice: Voice, act: Act) -> dict[str, Any]:
    """Turn an act into a problem that a team can work on."""
    first = clauses_of(story)[0]
    return {
        "id": f"solve-{act.id}",
        "problem": voice.say("problem", act),
        "intent": f"intent-{act.id if act in clauses_of(story) else first.id}",
        "objectives": [f"let-{act.id}"],
        "owner": "Designer",
        "by": f"2027-0{voice.rng.randint(1, 9)}",
        "status": voice.rng.choice(["active", "exploring"]),
        "whys": {
            "build": voice.say("why", act, who=story.people(act)),
            "problem": act.quote,
            "customer": voice.say("to", act),
            "business": voice.say("value", act),
        },
    }


def _stream(story: Story, voice: Voice, act: Act) -> dict[str, Any]:
    """Follow one request to its value."""
    steps = [
        {"name": voice.say("what", act)[:100], "team": team, "hours": voice.rng.randint(1, 8)}
        | {"wait": voice.rng.randint(2, 60)}
        for team in _TEAMS
    ]
    return {"id": f"stream-{act.id}", "value": voice.say("to", act), "persona": slugged(story.who[0]), "steps": steps}


def _opportunity(story: Story, voice: Voice, act: Act) -> dict[str, Any]:
    """Name one opportunity with two ways to take it."""
    tests = [{"assumption": voice.say("from", act), "test": voice.say("job", act), "result": "holds"}]
    return {
        "id": f"chance-{act.id}",
        "text": act.quote,
        "objective": f"let-{act.id}",
        "persona": slugged(story.people(act)),
        "evidence": story.proof(act)[:2],
        "solutions": [
            {"id": f"way-{act.id}-1", "text": act.answer, "status": "chosen", "tests": tests},
            {"id": f"way-{act.id}-2", "text": voice.say("job", act), "status": "idea"},
        ],
    }


def _exit(story: Story, voice: Voice, act: Act) -> dict[str, Any]:
    """Agree when to stop."""
    start = AS_OF - dt.timedelta(days=voice.rng.randint(60, 200))
    return {
        "id": f"stop-{act.id}",
        "about": act.answer,
        "refers_to": f"option-{act.id}",
        "metric": story.outcome_ids()[0][0],
        "threshold": voice.rng.randint(20, 60),
        "set_on": start - dt.timedelta(days=7),
        "started": start,
        "check_on": AS_OF + dt.timedelta(days=30),
    }


def _decision(story: Story, voice: Voice, act: Act) -> dict[str, Any]:
    """Record one decision."""
    return {
        "id": f"decide-{act.id}",
        "question": f"How do we help them to {act.need}?",
        "date": _day(voice),
        "options": [act.answer, voice.say("job", act)],
        "choice": act.answer,
        "because": voice.say("why", act, who=story.people(act)),
        "clauses": [clauses_of(story)[0].id],
        "evidence": story.proof(act)[:1],
        "revisit": AS_OF + dt.timedelta(days=90),
    }


def _item(story: Story, voice: Voice, number: int) -> dict[str, Any]:
    """Write one work item."""
    rng, act = voice.rng, story.acts[number % len(story.acts)]
    closed = _day(voice)
    found: dict[str, Any] = {"id": f"item-{number + 1}", "title": voice.say("what", act), "key": f"PB-{number + 1}"}
    found |= {"status": "done", "created": closed - dt.timedelta(days=rng.randint(5, 60)), "closed": closed}
    found |= {"effort": rng.randint(1, 13), "objective": f"let-{act.id}"}
    if rng.random() < 0.85:
        found |= {"origin": rng.choice(["evidence", "wish", "sales-promise", "defect"])}
        found |= {
            "value": rng.choice(["to-users", "from-users", "upkeep"]),
            "size": rng.choice(["easy-win", "hard-improvement"]),
        }
    if rng.random() < 0.6:
        found |= {"expected": voice.say("to", act), "measured_by": story.outcome_ids()[0][0]}
    return found


def _experiment(story: Story, voice: Voice, act: Act) -> dict[str, Any]:
    """Take one step: expect, act, look, learn."""
    start = _day(voice)
    return {
        "id": f"try-{act.id}",
        "goal": f"let-{act.id}",
        "current": {"text": voice.say("from", act), "date": start - dt.timedelta(days=9)},
        "target_condition": {"text": voice.say("to", act), "by": AS_OF},
        "obstacle": act.pain,
        "step": voice.say("job", act),
        "for_whom": slugged(story.people(act)),
        "signal": voice.say("signal", act, who=story.people(act)),
        "started": start,
        "expected": {"text": voice.say("to", act), "recorded": start - dt.timedelta(days=1)},
        "decision_rule": f"If {lower(voice.say('to', act))}",
        "ended": start + dt.timedelta(days=5),
        "actual": {"text": voice.say("from", act), "recorded": start + dt.timedelta(days=6)},
        "learned": voice.say("why", act, who=story.people(act)),
    }


def _day(voice: Voice) -> dt.date:
    """Draw a day of the last year."""
    return AS_OF - dt.timedelta(days=voice.rng.randint(10, 360))
