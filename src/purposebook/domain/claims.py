"""Claims: statements that carry evidence, or say that they are assumptions."""

from __future__ import annotations

from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from purposebook.domain.base import NOT_BLANK_PATTERN, TEXT_LENGTH, Flag, Id, Model, RequiredText, asked, refers


class Evidenced(Model):
    """Carry what a claim rests on."""

    evidence: tuple[Id, ...] = refers(
        "Evidence", "Ids of the interviews, surveys or data sets that this rests on.", "int-07", "evidence"
    )
    assumption: Flag = asked("Assumption", "True when nobody has checked it yet.", True, default=False)


class Claim(Evidenced):
    """State something; may be written as a bare text."""

    text: RequiredText = asked("Text", "What you claim, in your own words.", "Video editing takes whole weekends")

    @model_validator(mode="before")
    @classmethod
    def _accept_bare_text(cls, data: Any) -> Any:
        """Read `Some text` as `{text: Some text}`."""
        return {"text": data} if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Tell editors that the bare text is allowed too."""
        described = handler(schema)
        own = handler.resolve_ref_schema(described)
        own_copy = dict(own)
        own.clear()
        own.update(
            {
                "anyOf": [{"type": "string", "maxLength": TEXT_LENGTH, "pattern": NOT_BLANK_PATTERN}, own_copy],
                "title": own_copy.get("title", "Claim"),
            }
        )
        return described
