"""The forms of verbs, so that a list names each verb once."""

from __future__ import annotations

import re

from purposebook.checks.reading import Phrases, split


def past_forms(verbs: Phrases) -> str:
    """Return the English participles of `verbs`, divided by bars; `write>written` names one that is irregular."""
    return "|".join(dict.fromkeys(_past(*verb.split(">")) for verb in split(verbs)))


def gerunds(verbs: Phrases) -> str:
    """Return the English forms in -ing of `verbs`, divided by bars."""
    return "|".join(dict.fromkeys(_gerund(*verb.split(">")) for verb in split(verbs)))


def third_persons(verbs: Phrases) -> str:
    """Return the English forms of `verbs` after it or the team, divided by bars."""
    return "|".join(dict.fromkeys(_third_person(verb.partition(">")[0]) for verb in split(verbs)))


def bases(verbs: Phrases) -> str:
    """Return the verbs as they are listed, without their irregular participles, divided by bars."""
    return "|".join(dict.fromkeys(verb.partition(">")[0] for verb in split(verbs)))


def participles(verbs: Phrases) -> str:
    """Return the French participles of infinitives in every gender and number, divided by bars."""
    return "|".join(dict.fromkeys(_participle(*verb.split(">")) for verb in split(verbs)))


def _past(verb: str, irregular: str = "") -> str:
    """Return the participle of one English verb; what follows its first word stays."""
    first, rest = _divided(verb)
    if irregular:
        return irregular
    if first.endswith("e"):
        return first + "d" + rest
    return (re.sub(r"(?<![aeou])y$", "i", first)) + "ed" + rest


def _gerund(verb: str, irregular: str = "") -> str:
    """Return the form in -ing of one English verb."""
    first, rest = _divided(verb)
    doubled = irregular.endswith("ed") and len(irregular) == len(verb) + 3
    if doubled:
        return irregular[:-2] + "ing" + rest
    return (first[:-1] if first.endswith("e") and not first.endswith("ee") else first) + "ing" + rest


def _third_person(verb: str) -> str:
    """Return the form of one English verb after it or the team."""
    first, rest = _divided(verb)
    if re.search(r"[^aeou]y$", first):
        return first[:-1] + "ies" + rest
    return first + ("es" if re.search(r"(s|sh|ch|x|o)$", first) else "s") + rest


def _divided(verb: str) -> tuple[str, str]:
    """Return the first word of a verb and what follows it; `re ?` is no word."""
    found = re.match(r"((?:\w+ \?)?\S+)(.*)", verb)
    return found.groups() if found else (verb, "")  # type: ignore[return-value]


def _participle(verb: str, irregular: str = "") -> str:
    """Return the participle of one French infinitive with its endings."""
    first, rest = _divided(verb)
    if irregular:
        return irregular
    stem = first[:-2] + "e" if first.endswith("er") else first[:-1]
    return f"{stem}e?s?{rest}"
