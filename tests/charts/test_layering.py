"""The layout of layered graphs: order, room, and ways around."""

from __future__ import annotations

from itertools import pairwise

from purposebook.charts.layering import layout, spread

HEIGHTS = dict.fromkeys("abcdef", 20.0)


def test_crossings_are_undone() -> None:
    """Two crossed edges run beside each other after the columns are ordered."""
    placed = layout((("a", "b"), ("c", "d")), [("a", "d"), ("b", "c")], HEIGHTS, 10)
    assert (placed.middle["a"] < placed.middle["b"]) == (placed.middle["d"] < placed.middle["c"])


def test_an_edge_over_a_column_gets_a_way_of_its_own() -> None:
    """A long edge passes between the nodes of the columns that it crosses, not over them."""
    placed = layout((("a",), ("c",), ("e",)), [("a", "c"), ("c", "e"), ("a", "e")], HEIGHTS, 10)
    _, dummy, _ = placed.routes["a", "e"]
    assert abs(placed.middle[dummy] - placed.middle["c"]) >= 20 / 2 + 10


def test_nodes_of_a_column_never_overlap() -> None:
    """However strongly they are drawn together, nodes keep their height and a gap."""
    where = spread("abc", dict.fromkeys("abc", 50.0), HEIGHTS, 10)
    assert all(where[low] - where[high] >= 30 - 1e-9 for high, low in pairwise("abc"))
    assert sum(where.values()) / 3 == 50


def test_the_same_graph_is_placed_alike() -> None:
    """Nothing depends on the order of a set or on chance."""
    edges = [(one, other) for one in "abc" for other in "def"]
    assert layout((tuple("abc"), tuple("def")), edges, HEIGHTS, 5) == layout(
        (tuple("abc"), tuple("def")), edges, HEIGHTS, 5
    )


def test_nothing_has_no_height() -> None:
    """An empty graph is placed too."""
    assert layout(((), ()), [], {}, 5).height == 0


def test_no_band_stays_empty_in_all_columns() -> None:
    """What no column uses between two nodes is taken out, down to the gap."""
    placed = layout((("a",), ("b", "c", "d", "e", "f")), [("a", "b")], HEIGHTS, 10)
    ends = sorted((placed.middle[node] - 10, placed.middle[node] + 10) for node in "abcdef")
    reach = [max(end for _, end in ends[: at + 1]) for at in range(len(ends))]
    assert ends[0][0] == 0 and all(low - high <= 10 for high, (low, _) in zip(reach, ends[1:], strict=False))
