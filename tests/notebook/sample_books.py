"""Workbooks for the tests of views: full, empty, and one that is hostile in every text field of every model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from purposebook.domain.base import Model
from purposebook.domain.metrics import Observation
from purposebook.domain.product import Product
from purposebook.domain.slug import Slug
from purposebook.domain.workbook import PARTS, Workbook
from purposebook.notebook.snapshot import Snapshot
from purposebook.storage.reading import read_workbook

AS_OF = dt.date(2026, 10, 31)
DATA = Path(__file__).resolve().parents[2] / "data"
NASTY = "<script>alert(1)</script><b onclick=x>{{ 7*7 }} $5 to $10 ](javascript:alert(1)) שלום 👩🏽‍🏫 "
LONG = NASTY + "two  spaces\nand a line \"quoted\" & 'so' <!-- </p></textarea> {% raw %} \u202egnp.exe "
QUERY = "select canary as value from canaries"
"""What no page may show."""


class Filler:
    """Fill models from their own JSON Schema, and remember every text by its token."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self._numbers = count(1)

    def model(self, kind: type[Model]) -> dict[str, Any]:
        """Return a hostile value for every field of `kind`."""
        schema = kind.model_json_schema()
        return {name: self._value(field, schema, name) for name, field in schema["properties"].items()}

    def _value(self, field: dict[str, Any], root: dict[str, Any], name: str) -> Any:
        """Return a value of the field's type; team text where the type lets a team write what it likes."""
        field = _resolved(field, root)
        if "properties" in field:
            return {key: self._value(inner, root, key) for key, inner in field["properties"].items()}
        if "enum" in field:
            return field["enum"][0]
        if field.get("type") == "array":
            example = field.get("examples")
            items = _resolved(field["items"], root) if "items" in field else {}
            if items.get("pattern", "").startswith("^"):
                return example[0]
            return example[0] if "prefixItems" in field else [self._value(items, root, name) for _ in range(2)]
        if field.get("type") == "object":
            return {self._text(120): "https://example.org/x?a=b&c=d"}
        return self._scalar(field, name)

    def _scalar(self, field: dict[str, Any], name: str) -> Any:
        """Return one text, number or date."""
        if name == "id":
            return f"item-{next(self._numbers)}"
        if "maxLength" in field and not field.get("pattern", "").startswith("^"):
            return self._text(field["maxLength"])
        known = field.get("examples") or [field.get("default")]
        return field.get("minimum", 1) if known[0] is None else known[0]

    def _text(self, most: int) -> str:
        """Return a text of up to `most` characters that begins with a token of its own."""
        token = f"t{next(self._numbers):04d}"
        body = LONG * (most // len(LONG) + 1) if most > 500 else NASTY * (most // len(NASTY) + 1)
        self.texts[token] = f"{token} {body}"[:most].rstrip()
        return self.texts[token]


def _resolved(field: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    """Follow references, and take the richest of alternatives."""
    if "$ref" in field:
        return _resolved(root["$defs"][field["$ref"].rsplit("/", 1)[1]], root)
    options = [_resolved(one, root) for one in field.get("anyOf", field.get("allOf", []))]
    if not options:
        return field
    best = max(options, key=lambda one: ("properties" in one, one.get("type") != "null"))
    return {**best, **{key: value for key, value in field.items() if key not in {"anyOf", "allOf", "$ref"}}}


@cache
def hostile() -> tuple[Workbook, dict[str, str]]:
    """Return a workbook with a hostile text in every text field, and all these texts by token."""
    filler = Filler()
    parts = {name: filler.model(kind) for name, kind in PARTS.items()}
    _repair(parts, filler)
    metric = parts["metrics"]["metrics"][0]["id"]
    rows = [{**filler.model(Observation), "metric": metric, "date": f"2026-0{month}-28"} for month in (1, 2, 3)]
    for row in rows:
        del row["numerator"], row["denominator"]
    del rows[0]["segment"]
    models = {name: PARTS[name].model_validate(value) for name, value in parts.items()}
    observations = tuple(Observation.model_validate(row) for row in rows)
    texts = {token: text for token, text in filler.texts.items() if _is_used(text, models, rows)}
    return Workbook(Slug("hostile"), observations=observations, written=frozenset(PARTS), **models), texts


def _repair(parts: dict[str, Any], filler: Filler) -> None:
    """Set the few fields that only make sense together."""
    parts["metrics"]["observations"] = {"database": "PRODUCT_DATABASE", "query": QUERY}
    parts["metrics"]["pirate"]["events"] = {"database": "PRODUCT_DATABASE", "query": QUERY}
    parts["metrics"]["north_star"] = parts["metrics"]["metrics"][0]["id"]
    parts["metrics"]["metrics"][0].update(
        baseline={"value": 25, "date": "2026-01-01"}, target={"value": 75, "by": "2026-12-31"}
    )


def _is_used(text: str, models: dict[str, Model], rows: list[dict[str, Any]]) -> bool:
    """Tell whether a text made its way into the workbook."""
    return any(text in found for model in models.values() for found in _texts(model.model_dump())) or any(
        text in row.values() for row in rows
    )


def _texts(value: Any) -> Iterator[str]:
    """Yield every text within a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from (*_texts(key), *_texts(inner))
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner)


@cache
def snapshot(name: str) -> Snapshot:
    """Return one of the workbooks `full`, `hostile`, `empty` and `begun`, as of the same day."""
    if name == "full":
        return Snapshot(read_workbook(DATA / "coursecraft"), AS_OF)
    if name == "begun":
        return Snapshot(read_workbook(DATA / "first-steps"), AS_OF)
    if name == "empty":
        return Snapshot(Workbook(Slug("empty"), Product(name="Empty")), AS_OF)
    return Snapshot(hostile()[0], AS_OF)
