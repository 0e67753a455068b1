"""How far members agree who ranked the same needs, each alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from purposebook.domain.personas import Ranking
from purposebook.measures.answer import Answer

FEWEST_MEMBERS: Final = 3
"""Two members who happen to agree say nothing about a team."""


def kendalls_w(ranking: Ranking) -> Answer[float]:
    """Return Kendall's coefficient of concordance, W = 12·S / (n²(m³ − m)), from 0 (none) to 1 (full agreement).

    n members ranked m needs from 1 to m without ties; S adds up the squared distances of the sums of ranks from their
    mean. Refused for fewer than three members or two needs, for a need that stands there twice, and for sums that no
    rankings of n members can give: all sums come to n·m(m+1)/2, and the k smallest to n·k(k+1)/2 at least.
    Source: M. G. Kendall and B. Babington Smith (1939), The problem of m rankings, Annals of Mathematical
    Statistics 10.
    """
    reasons = tuple(_reasons(ranking))
    if reasons:
        return Answer.refused(*reasons)
    n, m = ranking.members, len(ranking.places)
    twice = [2 * place.ranks - n * (m + 1) for place in ranking.places]
    return Answer(3 * sum(one * one for one in twice) / (n * n * (m**3 - m)))


def _reasons(ranking: Ranking) -> Iterator[str]:
    """Yield why a ranking has no coefficient."""
    n, m = ranking.members, len(ranking.places)
    if n < FEWEST_MEMBERS:
        yield f"fewer than {FEWEST_MEMBERS} members ranked: no agreement"
        return
    if m < 2:
        yield "fewer than two needs were ranked: no agreement"
        return
    if len({place.need for place in ranking.places}) < m:
        yield "a need stands there twice: no agreement"
        return
    sums, due = sorted(place.ranks for place in ranking.places), n * m * (m + 1) // 2
    if sum(sums) != due:
        yield f"the ranks add up to {sum(sums)}, but {n} rankings of {m} needs add up to {due}: no agreement"
    elif any(found < n * k * (k + 1) // 2 for k, found in enumerate(accumulate(sums), 1)):
        yield f"no {n} rankings can give sums as small as the smallest here: no agreement"
