"""The same outcome, group by group: shares with intervals, gaps, and nothing about groups that are too small."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Final

from purposebook.domain.responsibility import GroupOutcome
from purposebook.measures.answer import Answer
from purposebook.measures.difference import Difference, difference
from purposebook.measures.proportions import wilson

SMALLEST: Final = 10
"""Groups of fewer people are not shown: their numbers would point at persons."""
SMALL: Final = f"fewer than {SMALLEST}"
ALONE: Final = "no other group is shown: no gap"
COMPLEMENT: Final = "left out, so that nobody can work out a smaller group from the rest"


@dataclass(frozen=True)
class Share:
    """Hold how many of a group reached an outcome, with Wilson's interval, as plain fractions."""

    reached: int
    of: int
    low: float
    high: float

    @property
    def rate(self) -> float:
        """Return the share."""
        return self.reached / self.of


@dataclass(frozen=True)
class GroupMeasures:
    """Hold one group; a refused share carries no number of the group."""

    group: str
    share: Answer[Share]
    gap: Difference | None
    """Its share less that of the rest, all other groups shown taken together; None where there is no other."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Say why share or gap is missing."""
        return (ALONE,) if self.share.value and self.gap is None else self.share.reasons

    @property
    def suppressed(self) -> bool:
        """Say whether the group is hidden to protect its members; then nothing of it is told."""
        return self.share.reasons in ((SMALL,), (COMPLEMENT,))


@dataclass(frozen=True)
class DimensionMeasures:
    """Hold the groups of one dimension for one outcome."""

    dimension: str
    metric: str
    """Empty where the outcome has no metric."""
    groups: tuple[GroupMeasures, ...]


@dataclass(frozen=True)
class Reversal:
    """Say that one group is ahead of another in every single outcome, and behind when all are added up (Simpson)."""

    dimension: str
    ahead: str
    behind: str
    outcomes: int


@dataclass(frozen=True)
class InclusionMeasures:
    """Hold every dimension with every outcome, and what turns round between them."""

    dimensions: tuple[DimensionMeasures, ...]
    reversals: tuple[Reversal, ...]


def measure_inclusion(outcomes: Sequence[GroupOutcome]) -> InclusionMeasures:
    """Return the share of each group that reached an outcome, and its gap to the rest.

    Definition: share = reached / of, with Wilson's interval; gap = share less that of all other groups shown, added up,
    with Newcombe's interval (see `difference`). Plain fractions. A gap says that groups fare differently, not why.
    Rows of one group and outcome are added up. Groups of fewer than `SMALLEST` are suppressed; where the rest would
    reveal them, so are the next smallest, until at least two groups of together `SMALLEST` people are hidden.
    Source of the order that turns round: E. H. Simpson (1951), The interpretation of interaction in contingency
    tables, JRSS B 13.
    """
    counted: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}
    for one in outcomes:
        groups = counted.setdefault((one.dimension.strip(), one.metric or ""), {})
        reached, of = groups.get(one.group.strip(), (0, 0))
        groups[one.group.strip()] = (reached + one.reached, of + one.of)
    dimensions = tuple(_dimension(*key, groups) for key, groups in counted.items())
    return InclusionMeasures(dimensions, tuple(_reversals(dimensions)))


def _dimension(dimension: str, metric: str, counted: Mapping[str, tuple[int, int]]) -> DimensionMeasures:
    """Measure the groups of one dimension for one outcome."""
    hidden = _hidden({group: of for group, (_, of) in counted.items()})
    shares = {group: _share(*counts, hidden.get(group, "")) for group, counts in counted.items()}
    shown = {group: share.value for group, share in shares.items() if share.value}
    groups = tuple(GroupMeasures(group, share, _gap(group, shown)) for group, share in shares.items())
    return DimensionMeasures(dimension, metric, groups)


def _gap(group: str, shown: Mapping[str, Share]) -> Difference | None:
    """Return how far a group is from all others that are shown."""
    others = [share for name, share in shown.items() if name != group]
    if group not in shown or not others:
        return None
    rest = (sum(one.reached for one in others), sum(one.of for one in others))
    return difference((shown[group].reached, shown[group].of), rest).value


def _hidden(sizes: Mapping[str, int]) -> dict[str, str]:
    """Return the groups that are suppressed, each with the reason; an empty group has nothing to hide."""
    peopled = sorted((group for group, of in sizes.items() if of), key=lambda group: (sizes[group], group))
    hidden = {group: SMALL for group in peopled if sizes[group] < SMALLEST}
    for group in peopled[len(hidden) :] if hidden else ():
        if len(hidden) >= 2 and sum(sizes[one] for one in hidden) >= SMALLEST:
            break
        hidden[group] = COMPLEMENT
    return hidden


def _share(reached: int, of: int, hidden: str) -> Answer[Share]:
    """Return a group's share, or why there is none."""
    if hidden:
        return Answer.refused(hidden)
    if of == 0:
        return Answer.refused("nobody in this group")
    if reached > of:
        return Answer.refused("more reached it than there are")
    return Answer(Share(reached, of, *wilson(reached, of)))


def _reversals(dimensions: Sequence[DimensionMeasures]) -> Iterator[Reversal]:
    """Yield each pair of groups whose order turns round when two or more outcomes of a dimension are added up."""
    for dimension in dict.fromkeys(one.dimension for one in dimensions):
        outcomes = [_shown(one) for one in dimensions if one.dimension == dimension]
        for ahead, behind in permutations(dict.fromkeys(group for shown in outcomes for group in shown), 2):
            pairs = [(shown[ahead], shown[behind]) for shown in outcomes if ahead in shown and behind in shown]
            leads = all(first.rate > second.rate for first, second in pairs)
            if len(pairs) > 1 and leads and _pooled(first for first, _ in pairs) < _pooled(last for _, last in pairs):
                yield Reversal(dimension, ahead, behind, len(pairs))


def _shown(one: DimensionMeasures) -> dict[str, Share]:
    """Return the groups that are not suppressed."""
    return {found.group: found.share.value for found in one.groups if found.share.value}


def _pooled(shares: Iterator[Share]) -> float:
    """Return the share of several outcomes together."""
    every = tuple(shares)
    return sum(one.reached for one in every) / sum(one.of for one in every)
