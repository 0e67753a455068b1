"""A chapter's parameters as tools hand them over: papermill makes numbers of texts that look like one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from purposebook.domain.slug import Slug
from purposebook.errors import UsageError

_AS_TEXT: Final = "Give it as text: papermill -r {name} VALUE, or in YAML {name}: 'VALUE'."


def product_named(given: object, data_dir: str) -> Slug:
    """Return the product that is meant: `-p product 2026` arrives as a number, and one folder may be read as it."""
    if isinstance(given, str):
        return Slug(given)
    names = {path.name for data in data_folders(data_dir) for path in data.iterdir() if path.is_dir()}
    meant = sorted(name for name in names if not isinstance(given, bool) and given in tuple(_readings(name)))
    if len(meant) == 1:
        return Slug(meant[0])
    which = f" It may mean {' or '.join(meant)}." if meant else ""
    raise UsageError(f"The product arrived as {given!r}, which is not text.{which} {_AS_TEXT.format(name='product')}")


def data_folders(data_dir: object) -> Iterator[Path]:
    """Yield each folder of that name, here and above."""
    if not isinstance(data_dir, str):
        raise UsageError(f"data_dir arrived as {data_dir!r}, which is not text. {_AS_TEXT.format(name='data_dir')}")
    here = Path.cwd()
    return (start / data_dir for start in (here, *here.parents) if (start / data_dir).is_dir())


def _readings(name: str) -> Iterator[float]:
    """Yield each number that papermill, or YAML with its prefixes and octal digits, may make of a name."""
    for read in (int, float, lambda text: int(text, 0), lambda text: int(text, 8)):
        with contextlib.suppress(ValueError):
            yield read(name)
