"""What the stories of a field of life are told with: the shape of the word lists in `bench_fields_*.py`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """Name a plain number of a field, its unit, and where it stands before and after things go well."""

    name: str
    unit: str
    before: float
    after: float


@dataclass(frozen=True)
class Act:
    """Tell one thing that people do (in the plural, so that it follows "they"), and what stands in its way."""

    id: str
    does: str
    before: str
    pain: str
    need: str
    so_that: str
    answer: str
    quote: str
    measure: Measure


@dataclass(frozen=True)
class Party:
    """Name a party around the users, and what it gives and gets."""

    name: str
    kind: str
    gives: str
    gets: str


@dataclass(frozen=True)
class Field:
    """Hold the words of one field of life."""

    key: str
    names: tuple[str, ...]
    service: str
    good: str
    crowd: str
    doing: str
    who: tuple[str, ...]
    acts: tuple[Act, ...]
    parties: tuple[Party, ...]
    business: tuple[Measure, ...]
    guards: tuple[Measure, ...]
