"""Invented names of towns and quarters; the town of product `index` is its own among the first 4,800."""

import random
from typing import Final

# fmt: off
_FIRST: Final = (
    "Amber", "Birken", "Copper", "Dorn", "Elder", "Fallow", "Garn", "Hazel", "Iver", "Juni", "Kettle", "Linden",
    "Marrow", "Nether", "Otter", "Pebble", "Quill", "Rowan", "Sallow", "Tarn", "Umber", "Velver", "Wether",
    "Yarrow", "Zinnel", "Bramble", "Clover", "Drift", "Ember", "Flint",
)
_SECOND: Final = (
    "bach", "beck", "bourne", "brook", "combe", "dale", "den", "eld", "fell", "field", "garth", "gate", "grove",
    "ham", "haven", "hollow", "holt", "hurst", "ing", "keld", "lade", "lea", "low", "march", "mere", "moor",
    "mouth", "ness", "over", "pool", "rigg", "rise", "sand", "shaw", "side", "slade", "stead", "stow", "strand",
    "thorpe",
)
_BESIDE: Final = ("", "Upper ", "Lower ", "Little ")
_QUARTERS: Final = (
    "Mill Row", "Old Tannery", "Chapel End", "Station Side", "Weir Bank", "Orchard Hill", "Rope Walk",
    "Brick Field", "Goose Green", "North Gate", "Fish Steps", "Bell Yard", "Long Meadow", "Potters' Lane", "Quarry Top",
    "Salt House", "Bridge Foot", "Cherry Court", "Lime Kiln", "East Dyke", "Wool Market", "Heron Close",
    "Smithy Bend", "Hop Garden", "Clay Pits", "Signal Box", "Ferry Landing", "Toll House", "Beacon Slope", "Osier Bed",
)
# fmt: on


def town(seed: int, index: int) -> str:
    """Return the name of a town; two indexes of one seed get two towns."""
    count = len(_FIRST) * len(_SECOND)
    place = (random.Random(f"towns/{seed}").randrange(count) + index * 677) % count  # noqa: S311 - words, no secrets
    first, second = divmod(place, len(_SECOND))
    return f"{_BESIDE[index // count % len(_BESIDE)]}{_FIRST[first]}{_SECOND[second]}"


def quarters(rng: random.Random) -> list[str]:
    """Return the names of a town's quarters."""
    return rng.sample(_QUARTERS, 4)
