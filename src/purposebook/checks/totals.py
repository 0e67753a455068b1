"""Count what a check of several products found, for one line at the end."""

from __future__ import annotations

from collections.abc import Iterable

from purposebook.checks.finding import COUNTED, ProductCheck
from purposebook.domain.result_base import Severity

_FAULTS = ("fault", "faults")


def totals(products: Iterable[ProductCheck]) -> str:
    """Return a sentence such as '3 errors in 2 of 60 products; 12 warnings'."""
    every = tuple(products)
    broken = sum(bool(one.faults or of(one, "error")) for one in every)
    numbers = [(sum(len(one.faults) for one in every), _FAULTS), (total(every, "error"), COUNTED["error"])]
    grave = " and ".join(counted(number, words) for number, words in numbers if number) or "No error"
    where = (f"{broken} of " if broken else "") + counted(len(every), ("product", "products"))
    milder = [(total(every, severity), COUNTED[severity]) for severity in ("warning", "info")]
    rest = ", ".join(counted(number, words) for number, words in milder if number)
    return f"{grave} in {where}" + (f"; {rest}." if rest else ".")


def of(one: ProductCheck, severity: Severity) -> int:
    """Return how many findings of a severity a product has."""
    return len(one.checked.of(severity)) if one.checked else 0


def total(products: Iterable[ProductCheck], severity: Severity) -> int:
    """Return how many findings of a severity all products have."""
    return sum(of(one, severity) for one in products)


def counted(number: int, words: tuple[str, str]) -> str:
    """Return a number with the word for one or for several."""
    return f"{number} {words[number != 1]}"
