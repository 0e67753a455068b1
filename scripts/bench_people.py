"""Write personas.yml and evidence.yml of a planned story as plain values."""

import datetime as dt
from typing import Any

from bench_field import Act, Party
from bench_story import AS_OF, Story, slugged
from bench_voice import Voice, capital


def personas(story: Story) -> dict[str, Any]:
    """Describe the people whom the product serves, and the parties around them."""
    voice = story.voice("personas")
    places = (f"{story.quarters[0]}, {story.town}", f"the villages around {story.town}")
    segments = [
        {"id": name, "name": f"{capital(story.field.crowd)} in {place}", "size": voice.rng.randint(200, 90_000)}
        for name, place in zip(story.segments, places, strict=True)
    ]
    people = [_persona(story, voice, number, who) for number, who in enumerate(story.who)]
    return {"segments": segments, "personas": people, "stakeholders": _stakeholders(story, voice)}


def evidence(story: Story) -> dict[str, Any]:
    """List what the claims rest on."""
    voice = story.voice("evidence")
    found = []
    for piece in story.research:
        entry: dict[str, Any] = {"id": piece.id, "kind": piece.kind, "date": piece.date}
        entry["note"] = voice.say(f"note_{piece.kind}", piece.act, who=story.people(piece.act))
        if piece.kind != "desk":
            entry["quote"] = voice.say("quote", piece.act)
        found.append(entry)
    return {"evidence": found}


def _persona(story: Story, voice: Voice, number: int, who: str) -> dict[str, Any]:
    """Describe one archetype by what it does, needs and suffers from."""
    acts = [act for act in story.acts if story.people(act) == who]
    first = acts[0]
    return {
        "id": slugged(who),
        "name": f"{capital(who)} in {story.town}",
        "segment": story.segments[number % 2],
        "characteristics": voice.some("characteristic", 2, 4, first, who=who),
        "goals": voice.some("goal", 1, 2, first, who=who),
        "behaviours": voice.some("behaviour", 2, 3, first, who=who),
        "pain_points": [_pain(story, voice, act) for act in acts],
        "desires": voice.some("desire", 1, 2, first, who=who),
        "motivations": voice.some("motivation", 1, 2, first, who=who),
        "needs": [_need(story, voice, act) for act in acts],
        "message": _message(story, voice, first, who),
        "overlooked": voice.some("overlooked", 1, 2, first, who=who),
        "refined": AS_OF - dt.timedelta(days=voice.rng.randint(2, 200)),
    }


def _pain(story: Story, voice: Voice, act: Act) -> dict[str, Any]:
    """Say what hurts, and who told us."""
    text, proof = voice.say("pain", act), story.proof(act)[:2]
    return {"text": text, "evidence": proof} if voice.rng.random() < 0.9 else {"text": text, "assumption": True}


def _need(story: Story, voice: Voice, act: Act) -> dict[str, Any]:
    """Say what somebody must be able to do, and what meets it; at times nothing does."""
    met_by = voice.say("met_by", act) if voice.rng.random() < 0.75 else ""
    return {"id": f"need-{act.id}", "text": voice.say("need", act), "met_by": met_by, "evidence": story.proof(act)[-2:]}


def _message(story: Story, voice: Voice, act: Act, who: str) -> dict[str, Any]:
    """Write what to tell a persona, with proof."""
    proof = story.proof(act)
    return {
        "pain": voice.say("message_pain", act),
        "value": voice.say("message_value", act, who=who),
        "proof": next(iter(story.key_results(act)), proof[-1]),
        "channel": voice.say("channel"),
        "evidence": proof[:1],
    }


def _stakeholders(story: Story, voice: Voice) -> list[dict[str, Any]]:
    """Name two to six parties: those of the field, and those of every town."""
    crowd = story.field.crowd
    parties = (
        Party(f"Circle of {crowd}", "user", "An honest word", "New things first"),
        *story.field.parties,
        Party("Weekly paper", "influencer", "A column", "A story with a person in it"),
        Party("Savings bank", "provider", "A gift for the start", "Its name on one page"),
    )
    chosen = voice.rng.sample(parties, voice.rng.randint(2, 6))
    return [_stakeholder(story, voice, party) for party in chosen]


def _stakeholder(story: Story, voice: Voice, party: Party) -> dict[str, Any]:
    """Describe one party and when we last spoke with it; some are overdue."""
    rng = voice.rng
    return {
        "id": slugged(party.name)[:60].strip("-"),
        "name": f"{party.name}, {story.town}",
        "class": party.kind,
        "interest": rng.randint(1, 5),
        "influence": rng.randint(1, 5),
        "gives": voice.say("gives", text=party.gives),
        "gets": voice.say("gives", text=party.gets),
        "last_contact": AS_OF - dt.timedelta(days=rng.randint(1, 140)),
        "contact_every": rng.choice(["30d", "60d", "90d", "180d"]),
    }
