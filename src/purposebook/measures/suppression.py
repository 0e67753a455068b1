"""Which groups, and which parts of them, are left out so that no number points at persons."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from purposebook.domain.base import FEWEST_IN_GROUP

SMALL: Final = f"fewer than {FEWEST_IN_GROUP}"
COMPLEMENT: Final = "left out, so that nobody can work out a smaller group from the rest"

Sizes = Mapping[str, int]


def hidden_groups(sizes: Sizes) -> dict[str, str]:
    """Return the groups that are suppressed, each with the reason; an empty group has nothing to hide.

    They are those of fewer than `FEWEST_IN_GROUP` people and, where the rest would reveal them, the next smallest,
    until two groups or more of together as many are hidden.
    """
    peopled = sorted((group for group, of in sizes.items() if of), key=lambda group: (sizes[group], group))
    hidden = {group: SMALL for group in peopled if sizes[group] < FEWEST_IN_GROUP}
    for group in peopled[len(hidden) :] if hidden else ():
        if _hide_each_other(sizes[one] for one in hidden):
            break
        hidden[group] = COMPLEMENT
    return hidden


def may_tell_strata(strata: Iterable[Sizes], hidden: Collection[str]) -> bool:
    """Tell whether all strata may be shown, each given as the sizes of the groups in it.

    Definition: no group that is shown has fewer than `FEWEST_IN_GROUP` people in a stratum, and the groups that are
    `hidden` hide each other in every stratum, since somebody may know how many the stratum has in all. Strata are told
    all or none, because a single one that is left out is what its group has besides the others.
    """
    return all(_may_tell(sizes, hidden) for sizes in strata)


def _may_tell(sizes: Sizes, hidden: Collection[str]) -> bool:
    """Tell whether one stratum gives away nobody."""
    small = any(0 < of < FEWEST_IN_GROUP for group, of in sizes.items() if group not in hidden)
    behind = [of for group, of in sizes.items() if group in hidden and of]
    return not small and (not behind or _hide_each_other(behind))


def _hide_each_other(sizes: Iterable[int]) -> bool:
    """Tell whether groups of these sizes cannot be worked out one by one from what they are together."""
    every = tuple(sizes)
    return len(every) >= 2 and sum(every) >= FEWEST_IN_GROUP
