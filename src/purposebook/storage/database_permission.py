"""Which product may ask which database: `_config.yml` says it, and where it does not, no two products share one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from purposebook.errors import DataFaults
from purposebook.storage.database_rows import Refusal
from purposebook.storage.files import read_bytes
from purposebook.storage.limits import YAML_BYTES
from purposebook.storage.visibility import FILE

if TYPE_CHECKING:
    from purposebook.storage.yaml_nodes import Plain

_TOC: Final = "_toc.yml"
_CONFIG: Final = "_config.yml"
_KEY: Final = "purposebook.databases"
_ALL: Final = "all"


def refusal_to_ask(folder: Path, variable: str) -> Refusal | None:
    """Say why a product may not ask the database that a variable names, or nothing where it may."""
    root = next((one for one in folder.absolute().parents if (one / _TOC).is_file()), None)
    if root is None:
        return None
    product = _product_of(folder.absolute(), root)
    try:
        rules = _rules((read_bytes(root, _CONFIG, YAML_BYTES) or b"").decode("utf-8", "replace"))
    except DataFaults:
        rules = _BROKEN
    if isinstance(rules, Refusal):
        return rules
    if rules is None:
        return _shared(product, variable)
    if rules.get(variable) == _ALL or product.name in rules.get(variable, ()):
        return None
    return Refusal(
        f"{_CONFIG} does not let {product.name} use {variable}",
        f"let whoever keeps the workspace write it there: {_example(variable, product.name)}",
    )


_BROKEN: Final = Refusal(
    f"{_KEY} of {_CONFIG} cannot be read",
    f"write a list of products for each variable, such as {{PRODUCT_DATABASE: [my-product]}}, or {_ALL}",
)


@lru_cache(maxsize=8)
def _rules(text: str) -> Mapping[str, str | tuple[str, ...]] | Refusal | None:
    """Return the products by the variables that they may use, nothing where that is not written."""
    from purposebook.storage.yaml_nodes import plain
    from purposebook.storage.yaml_reading import parse

    if "databases" not in text:
        return None
    document = parse(text)
    ours = _below(_below(plain(document.root), "purposebook"), "databases")
    if document.complaints:
        return _BROKEN
    if ours is None:
        return None
    if not isinstance(ours, dict) or not all(map(_is_rule, ours.values())):
        return _BROKEN
    return {name: one if isinstance(one, str) else tuple(map(str, one or ())) for name, one in ours.items()}


def _below(value: Plain, key: str) -> Plain:
    """Return what a key of a mapping holds, if it is one that has it."""
    return value.get(key) if isinstance(value, dict) else None


def _is_rule(value: Plain) -> bool:
    """Tell whether this is a list of products, or all of them."""
    return value == _ALL or (isinstance(value, list) and all(isinstance(one, str) for one in value))


def _product_of(folder: Path, root: Path) -> Path:
    """Return the folder of the product that a folder belongs to: frozen reviews lie inside of it."""
    around = (one for one in (folder, *folder.parents) if one.is_relative_to(root) and (one / FILE).exists())
    return [folder, *around][-1]


def _shared(product: Path, variable: str) -> Refusal | None:
    """Refuse a variable that another product names as well, while nobody wrote who may use it."""
    other = next(_others(product, variable), None)
    if other is None:
        return None
    names = ", ".join(sorted((product.name, other)))
    return Refusal(
        f"{other} names {variable} too, and {_CONFIG} does not say who may use it",
        f"write there: {_example(variable, names)}",
    )


def _others(product: Path, variable: str) -> Iterator[str]:
    """Yield the products beside this one that name a variable as their database."""
    from purposebook.storage.database_reading import declared

    for folder in sorted(product.parent.iterdir()):
        is_other = folder.name != product.name and not folder.name.startswith(".") and (folder / FILE).is_file()
        if is_other and variable in {source.database for source in declared(folder)}:
            yield folder.name


def _example(variable: str, products: str) -> str:
    """Return the lines that let products use a variable, on one line."""
    return f"purposebook: {{databases: {{{variable}: [{products}]}}}}"
