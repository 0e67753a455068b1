"""Fill the gaps of `bench_sentences` with a product's facts and with words and counts drawn for each sentence."""

import random
from collections.abc import Mapping
from typing import Final

from bench_field import Act
from bench_sentences import SENTENCES

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")


class Voice:
    """Say sentences about one product; the same key and facts say the same in the same order."""

    def __init__(self, key: str, facts: Mapping[str, str], quarters: list[str]) -> None:
        self.rng = random.Random(key)  # noqa: S311 - words, no secrets
        self._facts = facts
        self._quarters = quarters

    def say(self, kind: str, act: Act | None = None, **more: str) -> str:
        """Compose one text of a kind, about an act where one is given."""
        template = self.rng.choice(SENTENCES[kind])
        words = {**self._facts, **self._drawn(), **(_words(act) if act else {}), **more}
        words |= {"Who": capital(words["who"]), "Good": capital(words["good"])}
        return capital(template.format_map(words)).replace("..", ".").replace(".,", ",")

    def some(self, kind: str, low: int, high: int, act: Act, **more: str) -> list[str]:
        """Compose between `low` and `high` texts of a kind that differ from each other."""
        drawn = [self.say(kind, act, **more) for _ in range(self.rng.randint(low, high))]
        return list(dict.fromkeys(drawn))

    def _drawn(self) -> dict[str, str]:
        """Draw the words and counts of one sentence."""
        draw, here = self.rng.randint, self.rng.sample(self._quarters, 2)
        asked = draw(18, 96)
        return {
            "quarter": here[0],
            "quarter_2": here[1],
            "few": str(draw(2, 9)),
            "few_2": str(draw(3, 14)),
            "some": str(draw(15, 95)),
            "some_2": str(draw(15, 95)),
            "many": str(draw(101, 989)),
            "many_2": str(draw(101, 989)),
            "minutes": str(draw(6, 58)),
            "share": f"{draw(5, asked - 4)} of {asked}",
            "day": self.rng.choice(_DAYS),
            "month": self.rng.choice(_MONTHS),
        }


def capital(text: str) -> str:
    """Begin a text with a capital letter."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """Begin a text with a small letter, so that it can stand in a sentence."""
    return text[:1].lower() + text[1:]


def _words(act: Act) -> dict[str, str]:
    """Return the words of an act by the names of the gaps."""
    named = {name: getattr(act, name) for name in ("does", "before", "pain", "need", "so_that", "answer", "quote")}
    return named | {"low_answer": lower(act.answer), "low_pain": lower(act.pain)}
