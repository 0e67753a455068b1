"""How far members agree who ranked the same needs, each alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from purposebook.domain.base import FEWEST_WHO_AGREE
from purposebook.domain.personas import Ranking
from purposebook.measures.answer import Answer


def kendalls_w(ranking: Ranking) -> Answer[float]:
    """Return Kendall's coefficient of concordance, from 0 (none) to 1 (full agreement).

    W = 12·S / (n²(m³ − m) − n·T). n members ranked m needs from 1 to m; S adds up the squared distances of the sums of
    ranks from their mean. Needs that share a place have the mean of their places, and T adds up t³ − t over all places
    that a member gave to t needs. Refused for fewer than three members or two needs, where every member gave all needs
    one place, for a need that stands there twice, and for sums that no rankings of n members can give: all sums come to
    n·m(m + 1)/2, the k smallest to n·k(k + 1)/2 at least, and halves come of shared places alone.
    Source: M. G. Kendall and B. Babington Smith (1939), The problem of m rankings, Annals of Mathematical
    Statistics 10; for ties M. G. Kendall (1948), Rank Correlation Methods, chapter 6.
    """
    reasons = tuple(_reasons(ranking))
    if reasons:
        return Answer.refused(*reasons)
    n, m = ranking.members, len(ranking.places)
    most = n * n * (m**3 - m) - n * sum(tied**3 - tied for tied in ranking.ties)
    if most == 0:
        return Answer.refused("every member gave all needs one place: no agreement")
    w = 3 * sum((2 * place.ranks - n * (m + 1)) ** 2 for place in ranking.places) / most
    if not 0 <= w <= 1 + 1e-12:
        return Answer.refused("no rankings with these shared places can give such sums: no agreement")
    return Answer(min(w, 1.0))


def _reasons(ranking: Ranking) -> Iterator[str]:
    """Yield why a ranking has no coefficient."""
    n, m = ranking.members, len(ranking.places)
    if n < FEWEST_WHO_AGREE:
        yield f"fewer than {FEWEST_WHO_AGREE} members ranked: no agreement"
    elif m < 2:
        yield "fewer than two needs were ranked: no agreement"
    elif len({place.need for place in ranking.places}) < m:
        yield "a need stands there twice: no agreement"
    elif max(ranking.ties, default=0) > m or sum(ranking.ties) > n * m:
        yield f"{n} members who rank {m} needs cannot share so many places: no agreement"
    else:
        yield from _impossible_sums(ranking)


def _impossible_sums(ranking: Ranking) -> Iterator[str]:
    """Yield why no members can have given such sums."""
    n, m = ranking.members, len(ranking.places)
    sums, due = sorted(place.ranks for place in ranking.places), n * m * (m + 1) / 2
    if sum(sums) != due:
        yield f"the ranks add up to {sum(sums):g}, but {n} rankings of {m} needs add up to {due:g}: no agreement"
    elif any(found < n * k * (k + 1) / 2 for k, found in enumerate(accumulate(sums), 1)):
        yield f"no {n} rankings can give sums as small as the smallest here: no agreement"
    elif any(one % 1 for one in sums) and all(tied % 2 for tied in ranking.ties):
        yield "half ranks come of shared places: write under 'ties' how many needs shared each, as [2, 2]: no agreement"
