"""The longest way along links, each taken from its source to its target."""

from __future__ import annotations

from collections.abc import Iterable


def longest_run(links: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the nodes of the longest run; a link that would close a circle is not taken."""
    follows: dict[str, list[str]] = {}
    for source, target in dict.fromkeys(links):
        if source != target:
            follows.setdefault(source, []).append(target)
    found: dict[str, tuple[str, ...]] = {}
    for start in follows:
        _walk(start, follows, found, set())
    longest = max(found.values(), key=len, default=())
    return longest if len(longest) > 1 else ()


def _walk(
    node: str, follows: dict[str, list[str]], found: dict[str, tuple[str, ...]], above: set[str]
) -> tuple[str, ...]:
    """Return the longest run from a node that leads to none of the nodes above it."""
    if node not in found:
        above.add(node)
        ways = (_walk(after, follows, found, above) for after in follows.get(node, ()) if after not in above)
        found[node] = (node, *max(ways, key=len, default=()))
        above.discard(node)
    return found[node]
