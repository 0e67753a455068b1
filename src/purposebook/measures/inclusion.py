"""The same outcome, group by group: shares with intervals, gaps, and nothing about groups that are too small."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations
from typing import Final

from purposebook.domain.base import FEWEST_IN_GROUP
from purposebook.domain.responsibility import GroupOutcome
from purposebook.measures.answer import Answer
from purposebook.measures.difference import Difference, difference
from purposebook.measures.proportions import wilson
from purposebook.measures.suppression import COMPLEMENT, SMALL, hidden_groups, may_tell_strata

ALONE: Final = "no other group is shown: no gap"
IMPOSSIBLE: Final = "more reached it than there are"
NOT_ALL_SPLIT: Final = "not every group is split by the same variable: no strata"
SMALL_STRATUM: Final = f"strata are left out, because fewer than {FEWEST_IN_GROUP} people of one could be worked out"


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
class Split:
    """Hold the shares of the groups that are shown, stratum by stratum of a second variable."""

    by: str
    """The second variable; empty where nobody named it."""
    strata: Mapping[str, Mapping[str, Share]]
    """By stratum, the groups that have people in it."""

    def of(self, group: str) -> dict[str, Share]:
        """Return the strata of one group."""
        return {stratum: shares[group] for stratum, shares in self.strata.items() if group in shares}


@dataclass(frozen=True)
class DimensionMeasures:
    """Hold the groups of one dimension for one outcome."""

    dimension: str
    metric: str
    """Empty where the outcome has no metric."""
    groups: tuple[GroupMeasures, ...]
    split: Answer[Split] | None = None
    """None where no group is split."""


@dataclass(frozen=True)
class Reversal:
    """Say that one group is ahead of another within strata of a second variable, and behind as a whole (Simpson)."""

    dimension: str
    metric: str
    split_by: str
    ahead: str
    behind: str
    strata: int
    """How many strata have people of both."""
    strata_ahead: int
    """In how many of them the one is ahead."""
    whole: float
    """The share of the one less that of the other as a whole, below zero; a plain fraction."""
    within: float
    """The same difference pooled within the strata (Mantel-Haenszel), above zero; a plain fraction."""

    @property
    def in_every_stratum(self) -> bool:
        """Tell whether the one is ahead in each stratum, which is more than being ahead when they are pooled."""
        return self.strata_ahead == self.strata


@dataclass(frozen=True)
class InclusionMeasures:
    """Hold every dimension with every outcome, and what turns round within them."""

    dimensions: tuple[DimensionMeasures, ...]
    reversals: tuple[Reversal, ...]


def measure_inclusion(outcomes: Sequence[GroupOutcome]) -> InclusionMeasures:
    """Return the share of each group that reached an outcome, its gap to the rest, and where an order turns round.

    Definition: share = reached / of, with Wilson's interval; gap = share less that of all other groups shown, added up,
    with Newcombe's interval (see `difference`). Plain fractions. A gap says that groups fare differently, not why.
    Rows of one group and outcome are added up. Small groups are suppressed, and others that would reveal them (see
    `hidden_groups`). Strata are told where every group with people is split by the same variable, and none could be
    worked out that is too small (see `may_tell_strata`). A reversal is one group behind another as a whole, and ahead
    of it within two or more strata in which both have people, by the difference that `pooled_difference` pools over
    these; it rests on what is shown alone, so it tells nothing about what is hidden.
    Source: E. H. Simpson (1951), The interpretation of interaction in contingency tables, JRSS B 13.
    """
    ordered: dict[tuple[str, str], list[GroupOutcome]] = {}
    for one in outcomes:
        ordered.setdefault((one.dimension.strip(), one.metric or ""), []).append(one)
    dimensions = tuple(_dimension(*key, rows) for key, rows in ordered.items())
    return InclusionMeasures(dimensions, tuple(turned for one in dimensions for turned in _reversals(one)))


Counts = tuple[int, int]
"""How many reached an outcome, of how many."""


def _dimension(dimension: str, metric: str, rows: Sequence[GroupOutcome]) -> DimensionMeasures:
    """Measure the groups of one dimension for one outcome."""
    counted = _added_up((row.group.strip(), row) for row in rows)
    hidden = hidden_groups({group: of for group, (_, of) in counted.items()})
    shares = {group: _share(*counts, hidden.get(group, "")) for group, counts in counted.items()}
    shown = {group: share.value for group, share in shares.items() if share.value}
    groups = tuple(GroupMeasures(group, share, _gap(group, shown)) for group, share in shares.items())
    return DimensionMeasures(dimension, metric, groups, _split(rows, hidden))


def _added_up(rows: Iterable[tuple[str, GroupOutcome]]) -> dict[str, Counts]:
    """Add up the rows that have the same name."""
    found: dict[str, Counts] = {}
    for name, row in rows:
        reached, of = found.get(name, (0, 0))
        found[name] = (reached + row.reached, of + row.of)
    return found


def _gap(group: str, shown: Mapping[str, Share]) -> Difference | None:
    """Return how far a group is from all others that are shown."""
    others = [share for name, share in shown.items() if name != group]
    if group not in shown or not others:
        return None
    rest = (sum(one.reached for one in others), sum(one.of for one in others))
    return difference((shown[group].reached, shown[group].of), rest).value


def _share(reached: int, of: int, hidden: str) -> Answer[Share]:
    """Return a group's share, or why there is none."""
    if hidden:
        return Answer.refused(hidden)
    if of == 0:
        return Answer.refused("nobody in this group")
    if reached > of:
        return Answer.refused(IMPOSSIBLE)
    return Answer(Share(reached, of, *wilson(reached, of)))


def _split(rows: Sequence[GroupOutcome], hidden: Collection[str]) -> Answer[Split] | None:
    """Return the strata of the groups that are shown, or why they are left out."""
    filled = [row for row in rows if row.of or row.reached]
    ways = {row.split_by.strip() if row.stratum.strip() else None for row in filled}
    if ways <= {None}:
        return None
    if len(ways) > 1:
        return Answer.refused(NOT_ALL_SPLIT)
    strata = {
        name: _added_up((row.group.strip(), row) for row in filled if row.stratum.strip() == name)
        for name in dict.fromkeys(row.stratum.strip() for row in filled)
    }
    if not may_tell_strata(({group: of for group, (_, of) in one.items()} for one in strata.values()), hidden):
        return Answer.refused(SMALL_STRATUM)
    shares = {
        name: {group: _share(*counts, "") for group, counts in one.items() if group not in hidden}
        for name, one in strata.items()
    }
    if any(share.value is None for one in shares.values() for share in one.values()):
        return Answer.refused(IMPOSSIBLE)
    told = {name: {group: share.value for group, share in one.items() if share.value} for name, one in shares.items()}
    return Answer(Split(filled[0].split_by.strip(), told))


def _reversals(one: DimensionMeasures) -> Iterator[Reversal]:
    """Yield each pair of groups whose order within the strata, pooled, is not that of the whole."""
    split = one.split.value if one.split else None
    if split is None:
        return
    whole = {found.group: found.share.value for found in one.groups if found.share.value}
    for ahead, behind in permutations(whole, 2):
        pairs = [(both[ahead], both[behind]) for both in split.strata.values() if ahead in both and behind in both]
        if len(pairs) < 2:
            continue
        gap, within = _order(whole[ahead], whole[behind]), pooled_difference(pairs)
        if gap < 0 < within:
            leads = sum(_order(*pair) > 0 for pair in pairs)
            told = one.dimension, one.metric, split.by, ahead, behind, len(pairs), leads
            yield Reversal(*told, float(gap), float(within))


def _order(first: Share, second: Share) -> Fraction:
    """Return one share less another, exactly."""
    return Fraction(first.reached, first.of) - Fraction(second.reached, second.of)


def pooled_difference(pairs: Sequence[tuple[Share, Share]]) -> Fraction:
    """Return the difference of two shares, first less second, pooled over strata by Mantel and Haenszel's weights.

    Definition: sum of w·(p1 - p2) over sum of w, with w = n1·n2 / (n1 + n2) in each stratum. A plain fraction, exact.
    Source: S. Greenland and J. M. Robins (1985), Estimation of a common effect parameter from sparse follow-up data,
    Biometrics 41, after N. Mantel and W. Haenszel (1959), J. of the National Cancer Institute 22.
    """
    weights = [Fraction(first.of * second.of, first.of + second.of) for first, second in pairs]
    return sum((w * _order(*pair) for w, pair in zip(weights, pairs, strict=True)), Fraction()) / sum(weights)
