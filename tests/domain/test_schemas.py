"""Schemas and data dictionary: valid, true to the models, and up to date."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import TypeAdapter
from ruamel.yaml import YAML

from purposebook.domain.base import Model
from purposebook.domain.dictionary import data_dictionary, entries
from purposebook.domain.metrics import Observation
from purposebook.domain.results import RESULTS
from purposebook.domain.schemas import model_schema, part_schema, results_schema
from purposebook.domain.workbook import FILES, PARTS
from purposebook.errors import UsageError

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "data" / "products"
SHIPPED = sorted((ROOT / "data").glob("*/*.yml"))


def models(model: type[Model] = Model) -> Iterator[type[Model]]:
    """Yield every model that a team can fill in."""
    for child in model.__subclasses__():
        yield child
        yield from models(child)


EXAMPLES = [
    pytest.param(model, name, example, id=f"{model.__name__}.{name}")
    for model in sorted(set(models()), key=lambda model: model.__name__)
    for name, field in model.model_fields.items()
    for example in field.examples or ()
]


def parsed(file: Path) -> Any:
    """Read YAML as an editor does, dates as text."""
    return _as_json(YAML(typ="safe").load(file.read_bytes()))


def _as_json(value: Any) -> Any:
    """Turn dates into text, everywhere."""
    if isinstance(value, dict):
        return {key: _as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_json(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def faults(part: str, data: Any) -> list[str]:
    """Return what a part's schema says against `data`."""
    checker = jsonschema.Draft202012Validator(part_schema(part), format_checker=jsonschema.FormatChecker())
    return [error.message for error in checker.iter_errors(data)]


@pytest.mark.parametrize("schema", [*map(part_schema, FILES), *map(results_schema, RESULTS)], ids=lambda s: s["$id"])
def test_schemas_are_schemas(schema: dict[str, Any]) -> None:
    """Be valid JSON Schema 2020-12, with a name and words for readers."""
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")
    assert schema["title"]
    assert schema["description"]


@pytest.mark.parametrize(("model", "name", "example"), EXAMPLES)
def test_examples_are_true(model: type[Model], name: str, example: Any) -> None:
    """Accept the example of every field, in the field itself and in its schema."""
    field = model.model_fields[name]
    kind = TypeAdapter(field.rebuild_annotation())
    assert kind.validate_python(example) is not None
    schema = model_schema(model)
    keys = schema if "properties" in schema else schema["anyOf"][-1]  # a claim is a text or keys
    described = keys["properties"][field.alias or name]
    jsonschema.Draft202012Validator({**described, "$defs": schema.get("$defs", {})}).validate(example)


def test_every_field_has_words() -> None:
    """Give each field a label and a help text."""
    bare = [
        f"{model.__name__}.{name}"
        for model in models()
        for name, field in model.model_fields.items()
        if not (field.title and field.description)
    ]
    assert bare == []


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_shipped_products_validate(file: Path) -> None:
    """Find nothing wrong in the worked examples."""
    assert faults(file.stem, parsed(file)) == []


@pytest.mark.skipif(not REAL.is_dir(), reason="the real products are not beside this repository")
def test_real_products_validate() -> None:
    """Find nothing wrong in products that nobody here wrote."""
    for file in sorted(REAL.glob("*/*.yml")):
        assert faults(file.stem, parsed(file)) == [], file.name
        PARTS[file.stem].model_validate(parsed(file))


@pytest.mark.parametrize(
    ("part", "data"),
    [
        ("mission", {"vision": {"statement": "x", "by": 2030}}),
        ("mission", {"tagline": None, "clauses": None, "ladder": {"job": None}}),
        ("mission", {"ladder": {"job": "a bare text", "problem": {"text": "x", "assumption": True}}}),
        ("metrics", {"metrics": [{"id": "a", "name": "b", "baseline": {"value": 1.5, "date": "2026-01-01"}}]}),
        ("personas", {"stakeholders": [{"id": "a", "name": "b", "class": "user", "interest": 5}]}),
    ],
)
def test_what_editors_accept(part: str, data: dict[str, Any]) -> None:
    """Accept YAML's own numbers, dates and empty keys."""
    assert faults(part, data) == []


@pytest.mark.parametrize(
    ("part", "data"),
    [
        ("product", {}),
        ("product", {"name": "  "}),
        ("product", {"name": "x", "links": {"a": "javascript:alert(1)"}}),
        ("product", {"name": "x", "review_every": 90}),
        ("mission", {"mision": "x"}),
        ("mission", {"vision": {"statement": "x", "by": 12}}),
        ("mission", {"ladder": {"job": ""}}),
        ("metrics", {"metrics": [{"id": "Not An Id", "name": "b"}]}),
        ("metrics", {"metrics": [{"id": "a", "name": "b", "direction": "up"}]}),
        ("personas", {"stakeholders": [{"id": "a", "name": "b", "interest": 6}]}),
        ("evidence", {"evidence": [{"id": "a", "kind": "interview", "date": "2026-02-30"}]}),
    ],
)
def test_what_editors_mark(part: str, data: dict[str, Any]) -> None:
    """Mark in the editor what the models would refuse."""
    assert faults(part, data) != []


def test_unknown_names_are_usage_errors() -> None:
    """Say which schemas there are."""
    with pytest.raises(UsageError, match="choose one of product, mission"):
        part_schema("misson")
    with pytest.raises(UsageError, match="choose one of check, measures, build"):
        results_schema("x")


def test_the_dictionary_names_every_key() -> None:
    """List each key of each part, and each column, once in its table."""
    page = data_dictionary()
    assert {"objectives[].outcome.from", "vision.by", "links"} <= {
        entry.key for part in FILES for entry in entries(part_schema(part))
    }
    missing = [entry.key for part in FILES for entry in entries(part_schema(part)) if f"| `{entry.key}` |" not in page]
    assert missing == []
    assert page.count("\n## ") == len(FILES) + 4


def test_the_dictionary_is_a_table() -> None:
    """Give every row the same number of cells and no markup of its own."""
    rows = [entry.row() for part in FILES for entry in entries(part_schema(part))]
    rows += [entry.row() for entry in entries(model_schema(Observation))]
    assert {row.replace("\\|", "").count("|") for row in rows} == {7}
    assert not any("<" in row for row in rows)


def test_generated_files_are_up_to_date() -> None:
    """Fail when a model changed and nobody ran the generator."""
    command = [sys.executable, str(ROOT / "scripts" / "generate.py"), "--check"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (0, "")
