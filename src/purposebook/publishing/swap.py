"""Put a verified site where the one before it stands, in one step where the system can."""

from __future__ import annotations

import contextlib
from pathlib import Path

from purposebook.errors import BuildFailed
from purposebook.publishing.portfolio import is_ours
from purposebook.publishing.scratch import PREFIX
from purposebook.storage import disk


def swap_in(site: Path, place: Path) -> None:
    """Move the finished folder `site` to `place`; readers see the old site or the new one, never a mixture."""
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        raise BuildFailed(
            f"'{place.name}' in the output folder is no folder of ours: move it away, or give another --out."
        )
    if not place.exists():
        disk.rename(site, place)
        return
    if any(place.iterdir()) and not is_ours(place):
        raise BuildFailed(
            f"'{place.name}' in the output folder holds other files: move them away, or give another --out."
        )
    disk.exchange(site, place)
    with contextlib.suppress(OSError):  # the new site stands; what is left aside is swept later
        disk.remove_tree(site)


def remove_site(place: Path) -> bool:
    """Take away the site of a product that is no longer there; leave alone what is not ours."""
    if place.is_symlink() or not place.is_dir() or not is_ours(place):
        return False
    aside = place.with_name(f"{PREFIX}{place.name}")
    disk.rename(place, aside)  # in one step: half a site would be nobody's
    disk.remove_tree(aside)
    return True
