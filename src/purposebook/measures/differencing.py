"""Whether a sum, beside others of its half-year, would tell what single people answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from purposebook.domain.base import FEWEST
from purposebook.domain.rounds import HALF_YEAR, CountedPeople, are_near


def why_held_back(new: CountedPeople, others: Iterable[CountedPeople], *, same_people: bool) -> str:
    """Return why the sum over `new` may not be shown beside those over `others`, or nothing.

    Looks at who answered and never at what, because a refusal that rested on answers would tell them. Where it is not
    known who was counted, `same_people` says that groups of the same size are the same people.
    """
    near = [one for one in others if are_near(one.date, new.date)]
    for one in near:
        if one.people is None and one.count == new.count and not same_people:
            return f"who was counted on {one.date} is not known here: if it was just the same people, add --same-people"
        if 0 < (differ := _fewest_who_differ(new, one)) < FEWEST:
            who = "1 person differs" if differ == 1 else f"{differ} people differ"
            return (
                f"{who} from those counted on {one.date}, and both sums together would tell what they answered: "
                f"let just the same people answer, or do this again from {one.date + HALF_YEAR} on"
            )
    if single_out([one.people for one in (*near, new) if one.people]):
        oldest = min(one.date for one in near)
        return (
            f"added and subtracted, this sum and those since {oldest} would tell what one person answered: "
            f"let just the same people answer, or do this again from {oldest + HALF_YEAR} on"
        )
    return ""


def _fewest_who_differ(new: CountedPeople, old: CountedPeople) -> int:
    """Return how many people are in one group alone, or how many there are at least."""
    if old.people is None or new.people is None:
        return abs(new.count - old.count)
    return len(new.people ^ old.people)


def single_out(groups: Sequence[frozenset[str]]) -> bool:
    """Tell whether sums over groups, added and subtracted in any way, give the answer of one person.

    Definition: the vector of one person lies in the row space of the matrix that says who is in which group. Source:
    F. Y. Chin and G. Özsoyoğlu (1982), Auditing and inference control in statistical databases, IEEE Transactions on
    Software Engineering 8.
    """
    import numpy as np

    people = sorted(frozenset[str]().union(*groups))
    matrix = np.array([[float(who in group) for who in people] for group in groups])
    rank = np.linalg.matrix_rank(matrix)
    return any(np.linalg.matrix_rank(np.vstack([matrix, one])) == rank for one in np.eye(len(people)))
