"""Write product.yml, mission.yml and objectives.yml of a planned story as plain values."""

from typing import Any

from bench_field import Act
from bench_story import Story, slugged
from bench_voice import Voice, lower


def product(story: Story) -> dict[str, Any]:
    """Introduce the product."""
    voice = story.voice("product")
    found: dict[str, Any] = {"name": story.name, "summary": voice.say("summary", story.acts[0])}
    found["team"] = voice.rng.sample(["Product manager", "Designer", "Two engineers", "Support lead", "Researcher"], 3)
    found |= {"language": "en", "review_every": voice.rng.choice(["90d", "120d", "180d"]), "visibility": "public"}
    if voice.rng.random() < 0.5:
        found["not_used"] = [{"framework": "heart", "because": voice.say("not_used")}]
    if voice.rng.random() < 0.3:
        found["ignore"] = [{"rule": "M6", "because": voice.say("ignored")}]
    return found


def mission(story: Story) -> dict[str, Any]:
    """Say what the product is for."""
    voice, first = story.voice("mission"), story.acts[0]
    clauses = clauses_of(story)
    phrases = [lower(voice.say("clause", act)) for act in clauses]
    joined = " and ".join(filter(None, (", ".join(phrases[:-1]), phrases[-1])))
    return {
        "purpose": voice.say("purpose"),
        "mission": voice.say("mission", phrases=joined),
        "tagline": voice.say("tagline"),
        "value": voice.say("value"),
        "vision": {"statement": voice.say("vision"), "by": voice.rng.randint(2028, 2035)},
        "beneficiaries": [slugged(who) for who in story.who],
        "clauses": [{"id": act.id, "text": text} for act, text in zip(clauses, phrases, strict=True)],
        "ladder": _ladder(story, voice, first),
        "answers": {
            name: voice.say(name, voice.rng.choice(story.acts))
            for name in ("why_needed", "why_better", "how_found", "advantages", "market")
        },
        "alternatives": _alternatives(story, voice),
        "claim": [_asset(story, voice) for _ in range(voice.rng.randint(1, 2))],
    }


def clauses_of(story: Story) -> tuple[Act, ...]:
    """Return the acts that are clauses of the mission: one to three."""
    return story.acts[: 1 + (story.index + story.seed) % 3]


def objectives(story: Story) -> dict[str, Any]:
    """Say what should be true: one objective an act, and at times one that was dropped."""
    voice = story.voice("objectives")
    found = [_objective(story, voice, act) for act in story.acts]
    if len(found) < 4 and voice.rng.random() < 0.4:
        found.append(_dropped(story, voice))
    return {"objectives": found}


def _ladder(story: Story, voice: Voice, act: Act) -> dict[str, Any]:
    """Climb from the job to the change."""
    proof = story.proof(act)
    return {
        "job": {"text": voice.say("job", act), "evidence": proof[:1]},
        "problem": {"text": voice.say("problem", act), "evidence": proof},
        "change": {"text": voice.say("change", act), "evidence": proof[-1:]},
        "for_whom": slugged(story.who[0]),
        "without_us": {"text": voice.say("without_us", act), "assumption": True},
    }


def _alternatives(story: Story, voice: Voice) -> list[dict[str, Any]]:
    """Name what people do instead, first of all nothing."""
    kinds = ["alt_nothing", *voice.rng.sample(["alt_neighbour", "alt_paper", "alt_phone"], voice.rng.randint(1, 3))]
    return [_alternative(story, voice, kind, voice.rng.choice(story.acts)) for kind in kinds]


def _alternative(story: Story, voice: Voice, kind: str, act: Act) -> dict[str, Any]:
    """Describe one alternative; now and then nobody has looked into it."""
    return {
        "id": kind.replace("_", "-"),
        "name": voice.say(kind),
        "strengths": voice.some("strength", 2, 3, act),
        "weaknesses": voice.some("weakness", 1, 3, act),
        "evidence": story.proof(act)[:2] if voice.rng.random() < 0.8 else [],
    }


def _asset(story: Story, voice: Voice) -> dict[str, Any]:
    """Name one thing that others lack."""
    proof = story.proof(voice.rng.choice(story.acts))[-1:]
    return {"asset": voice.say("asset"), "hard_to_copy_because": voice.say("hard_to_copy"), "evidence": proof}


def _objective(story: Story, voice: Voice, act: Act) -> dict[str, Any]:
    """Write the objective of an act."""
    who, clauses, rng = story.people(act), clauses_of(story), voice.rng
    served = act if act in clauses else rng.choice(clauses)
    return {
        "id": f"let-{act.id}",
        "statement": voice.say("statement", act, who=who),
        "serves": [served.id] if act in clauses or rng.random() < 0.8 else [],
        "personas": [slugged(who)],
        "needs": [f"need-{act.id}"],
        "outcome": {
            "who": slugged(who),
            "from": voice.say("from", act),
            "to": voice.say("to", act),
            "leads_to": "business-1",
        },
        "why": voice.say("why", act, who=who),
        "kind": rng.choice(["committed", "committed", "aspirational", "learning"]),
        "value": rng.choice(["to-users", "to-users", "both"]),
        "status": rng.choice(["active", "active", "active", "paused"]),
        "key_results": story.key_results(act),
    }


def _dropped(story: Story, voice: Voice) -> dict[str, Any]:
    """Keep a guess that did not hold, with what was learned."""
    act = voice.rng.choice([act for act in story.field.acts if act not in story.acts])
    return {
        "id": f"let-{act.id}",
        "statement": voice.say("statement", act),
        "serves": [story.acts[0].id],
        "personas": [slugged(story.who[0])],
        "outcome": {"who": slugged(story.who[0]), "from": voice.say("from", act), "to": voice.say("to", act)},
        "why": voice.say("dropped", act),
        "kind": "committed",
        "value": "to-users",
        "status": "dropped",
    }
