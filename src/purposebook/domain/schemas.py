"""JSON Schemas of parts, for editors, and of results, for those who read them."""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from purposebook.domain.results import RESULTS
from purposebook.domain.workbook import FILES
from purposebook.errors import UsageError
from purposebook.text.directions import typed

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_NOTHING: Final = {"type": "null"}


def part_schema(part: str) -> dict[str, Any]:
    """Return the JSON Schema of a part's file, as an editor sees its parsed YAML.

    A key that may be left out may also stand without a value. What a schema cannot say (ids that exist, dates of the
    calendar, one of two keys) `purposebook check` says.
    """
    if part not in FILES:
        raise UsageError(f"There is no part {typed(part[:40])}: choose one of {', '.join(FILES)}.")
    return _schema(FILES[part], f"urn:purposebook:schema:{part}", f"{part}.yml")


def results_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a result, such as that of `check`."""
    if name not in RESULTS:
        raise UsageError(f"There is no result {typed(name[:40])}: choose one of {', '.join(RESULTS)}.")
    return _schema(RESULTS[name], f"urn:purposebook:schema:results:{name}", f"Result of {name}")


def model_schema(model: type[BaseModel]) -> dict[str, Any]:
    """Return a model's schema, in which optional keys may stand without a value."""
    made = model.model_json_schema(by_alias=True, schema_generator=_Generator)
    for of_model in (made, *made.get("$defs", {}).values()):
        _allow_keys_without_value(of_model)
    return made


def _schema(model: type[BaseModel], id: str, title: str) -> dict[str, Any]:
    """Return a model's schema under our id and title."""
    return {"$schema": DIALECT, "$id": id, **model_schema(model), "title": title}


class _Generator(GenerateJsonSchema):
    """Write defaults as an editor would, and close dictionaries whose keys follow a pattern."""

    def encode_default(self, default: Any) -> Any:
        """Write a default model without the keys that nobody wrote."""
        if isinstance(default, BaseModel):
            return default.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return super().encode_default(default)

    def dict_schema(self, schema: Any) -> JsonSchemaValue:
        """Refuse keys beside the pattern."""
        made = super().dict_schema(schema)
        return {**made, "additionalProperties": False} if "patternProperties" in made else made


def _allow_keys_without_value(schema: dict[str, Any]) -> None:
    """Let every optional key stand without a value, as the models do."""
    branches = [schema, *schema.get("anyOf", ())]
    for branch in branches:
        for key, described in branch.get("properties", {}).items():
            if key not in branch.get("required", ()):
                _allow_nothing(described)


def _allow_nothing(schema: dict[str, Any]) -> None:
    """Add null to what `schema` accepts, and write a default of days as days."""
    _spell_default(schema)
    if "anyOf" in schema:
        schema["anyOf"] = [*schema["anyOf"], *([] if _NOTHING in schema["anyOf"] else [_NOTHING])]
    elif "$ref" in schema:
        schema["anyOf"] = [{"$ref": schema.pop("$ref")}, _NOTHING]
    elif "type" in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        schema["type"] = [*kinds, "null"]
        if "enum" in schema:
            schema["enum"] = [*schema["enum"], None]


def _spell_default(schema: dict[str, Any]) -> None:
    """Write a number of days as the text that a team writes."""
    if schema.get("type") == "string" and isinstance(schema.get("default"), int):
        schema["default"] = f"{schema['default']}d"
