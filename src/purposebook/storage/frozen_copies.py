"""Read the metrics that a review froze: names and units as they were on its day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from purposebook.domain.base import Model
from purposebook.domain.metrics import Metrics
from purposebook.domain.reviews import Review, Reviews
from purposebook.domain.slug import Slug
from purposebook.errors import DataFaults
from purposebook.storage.files import decoded, read_bytes
from purposebook.storage.limits import YAML_BYTES

FOLDER: Final = "reviews"
_METRICS: Final = "metrics.yml"


def folder_name(review: Review) -> str:
    """Return the name of the folder of a review's copies; it is a slug, so that it can be read as a product."""
    return Slug(f"{review.date.isoformat()}-{review.id}"[:63].rstrip("-"))


def frozen_metrics_file(review: Review) -> str:
    """Return where a review's copy of metrics.yml stands, relative to the product's folder."""
    return f"{FOLDER}/{folder_name(review)}/{_METRICS}"


def frozen_metrics_files(folder: Path) -> tuple[str, ...]:
    """Return every frozen copy of metrics.yml in a product's folder, relative to it; links are never followed."""
    copies = frozen_folders(folder)
    return tuple(f"{FOLDER}/{path.name}/{_METRICS}" for path in copies if (path / _METRICS).is_file())


def frozen_folders(folder: Path) -> tuple[Path, ...]:
    """Return the folders of a product's frozen reviews; links are never followed."""
    reviews = folder / FOLDER
    if reviews.is_symlink() or not reviews.is_dir():
        return ()
    return tuple(
        path
        for path in sorted(reviews.iterdir())
        if not path.name.startswith(".") and not path.is_symlink() and path.is_dir()
    )


class FrozenMetrics(Mapping[str, Metrics]):
    """Hold the metrics that each review froze, by its id; a copy is read when it is first asked for.

    A review without a copy, or with one that cannot be read, is left out: an old copy never stops a report.
    """

    def __init__(self, folder: Path, reviews: Reviews, parse: Callable[[Path, str], Model]) -> None:
        self._folder = folder
        self._parse = parse
        self._files = {review.id: frozen_metrics_file(review) for review in reviews.reviews}
        self._read: dict[str, Metrics | None] = {}

    def __getitem__(self, review: str) -> Metrics:
        if review not in self._read:
            self._read[review] = self._metrics(self._files[review])
        found = self._read[review]
        if found is None:
            raise KeyError(review)
        return found

    def __iter__(self) -> Iterator[str]:
        return (review for review in self._files if review in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, review: object) -> bool:
        return isinstance(review, str) and self.get(review) is not None

    def _metrics(self, name: str) -> Metrics | None:
        """Return what one frozen file says, if it is there and can be read."""
        place = (self._folder / name).parent
        if place.is_symlink() or place.parent.is_symlink():
            return None
        try:
            data = read_bytes(self._folder, name, YAML_BYTES)
            value = None if data is None else self._parse(place, decoded(place, _METRICS, data))
        except (DataFaults, NotADirectoryError):
            return None
        return value if isinstance(value, Metrics) else None
