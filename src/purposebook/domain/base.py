"""What every part is made of: frozen models whose fields carry label, help and example."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, ClassVar, Final, Self, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from purposebook.domain.plain import CONTROL, to_date

NAME_LENGTH: Final = 120
MEASURED_NAME_LENGTH: Final = 200
"""What a team counts is often a whole sentence."""
LINE_LENGTH: Final = 500
TEXT_LENGTH: Final = 10_000
FEW_ITEMS: Final = 50
MANY_ITEMS: Final = 300
EVIDENCE_ITEMS: Final = 2_000
FEWEST: Final = 5
"""Answers of fewer members or customers are not shown: they would point at persons."""
FEWEST_IN_GROUP: Final = 2 * FEWEST
"""Outcomes of a group of fewer people are not shown: many who know the group know who is in it."""
MANY: Final = 4 * FEWEST
"""Of so many, five or more answered a quartile or less; a quartile of fewer is what one of few people answered."""
FEWEST_WHO_AGREE: Final = 3
"""How far fewer members agree is not said; it tells no answer, so that it takes fewer than `FEWEST`."""
LARGEST_NUMBER: Final = 10**15
"""Up to here every whole number is exact, and neither squares nor sums of many leave what can be computed with."""

ID_PATTERN: Final = r"^[a-z0-9][a-z0-9-]{0,62}$"
DAYS_PATTERN: Final = r"^[1-9][0-9]{0,3}d$"
HORIZON_PATTERN: Final = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
FILE_PATTERN: Final = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"
NOT_BLANK_PATTERN: Final = r"\S"
_NEWLINE = re.compile(r"[\n\r\u0085\u2028\u2029]")
_DAYS = re.compile(r"([1-9][0-9]{0,3})d")


def _is_printable(text: str) -> str:
    """Refuse control characters, which no page, sheet or terminal can show."""
    found = CONTROL.search(text)
    if found:
        place = f"U+{ord(found.group()):04X} as character {found.start() + 1}"
        raise ValueError(f"holds the control character {place}; delete it")
    return text


def _is_one_line(text: str) -> str:
    """Refuse a line break where one line is asked for."""
    if _NEWLINE.search(text):
        raise ValueError("has more than one line; write it on one")
    return text


def _is_not_blank(text: str) -> str:
    """Refuse a text of white space only."""
    if not text.strip():
        raise ValueError("is empty; write a text")
    return text


def _is_in_the_calendar(text: str) -> str:
    """Refuse a year, month or day that the calendar does not have."""
    try:
        dt.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        raise ValueError(f"'{text}' is not in the calendar; check the month and the day") from None
    return text


def _to_bool(value: object) -> object:
    """Read true or false and nothing else."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in {"true", "True", "TRUE", "false", "False", "FALSE"}:
        return value.lower() == "true"
    raise ValueError("is neither true nor false; write one of the two")


def _to_days(value: object) -> object:
    """Read a number of days written as `90d`."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    found = _DAYS.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise ValueError("is not a length of time; write whole days as in 90d")
    return int(found.group(1))


def _to_number(value: object) -> object:
    """Read a decimal number and nothing else (no underscores, no hexadecimal, no infinities)."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(
        r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?", value.strip()
    ):
        return float(value)
    raise ValueError("is not a number; write digits with a point, such as 12.5")


def _to_count(value: object) -> object:
    """Read a whole number that is written in digits."""
    if isinstance(value, str) and value.strip().isdecimal() and value.strip().isascii() and len(value.strip()) <= 15:
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise ValueError("is not a whole number; write digits only, such as 40000")


_Printable = AfterValidator(_is_printable)
_NotBlank = AfterValidator(_is_not_blank)
_Filled = Field(json_schema_extra={"pattern": NOT_BLANK_PATTERN})

Name = Annotated[str, StringConstraints(max_length=NAME_LENGTH), _Printable, AfterValidator(_is_one_line)]
"""One line of at most 120 characters."""
Line = Annotated[str, StringConstraints(max_length=LINE_LENGTH), _Printable, AfterValidator(_is_one_line)]
"""One line of at most 500 characters."""
Text = Annotated[str, StringConstraints(max_length=TEXT_LENGTH), _Printable]
"""Any number of lines, at most 10,000 characters."""
RequiredName = Annotated[Name, _NotBlank, _Filled]
MeasuredName = Annotated[
    str,
    StringConstraints(max_length=MEASURED_NAME_LENGTH),
    _Printable,
    AfterValidator(_is_one_line),
    _NotBlank,
    _Filled,
]
"""One line of at most 200 characters: the name of a metric."""
RequiredLine = Annotated[Line, _NotBlank, _Filled]
RequiredText = Annotated[Text, _NotBlank, _Filled]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
"""A slug that names an item, or refers to one; unique in a product across kinds."""
Number = Annotated[
    float, BeforeValidator(_to_number), Field(allow_inf_nan=False, ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)
]
"""A decimal number of at most 15 digits before its point."""
Count = Annotated[int, Field(ge=0), BeforeValidator(_to_count)]
"""A whole number, zero or more."""
Ranks = Annotated[
    float, Field(allow_inf_nan=False, ge=0, le=LARGEST_NUMBER, multiple_of=0.5), BeforeValidator(_to_number)
]
"""A sum of ranks, whole or half, as needs that share a place have the mean of their places."""
Several = Annotated[int, Field(ge=2), BeforeValidator(_to_count)]
"""A whole number, two or more."""
Level = Annotated[int, Field(ge=1, le=5), BeforeValidator(_to_count)]
"""A whole number from 1 (low) to 5 (high)."""
Date = Annotated[dt.date, BeforeValidator(to_date)]
Flag = Annotated[bool, BeforeValidator(_to_bool)]
Days = Annotated[
    int,
    BeforeValidator(_to_days),
    Field(ge=1, le=9999),
    PlainSerializer(lambda days: f"{days}d", return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": DAYS_PATTERN}),
]
"""A whole number of days, written as `90d`."""
Horizon = Annotated[
    str,
    StringConstraints(pattern=HORIZON_PATTERN),
    AfterValidator(_is_in_the_calendar),
    WithJsonSchema({"type": ["string", "integer"], "pattern": HORIZON_PATTERN, "minimum": 1000, "maximum": 9999}),
]
"""A year, a month or a day: `2030`, `2030-06` or `2030-06-30`."""
FileName = Annotated[str, StringConstraints(pattern=FILE_PATTERN)]
"""A file of the product's own folder; never a path."""


class Model(BaseModel):
    """Hold one frozen value; a key without a value counts as not written."""

    KIND: ClassVar[str] = ""
    """What an item with an id is called, in one word: the kind to which references point."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    @classmethod
    def unwritten(cls) -> Self:
        """Return the one of which nothing is written, without the work of making what would read one."""
        return cast(Self, cls.model_construct())

    @property
    def withheld(self) -> frozenset[str]:
        """Return the fields that no page tells, because they would point at persons."""
        return frozenset()

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty_keys(cls, data: Any) -> Any:
        """Treat `key:` with nothing behind it as a key that was not written; one that nobody knows stays a fault."""
        if isinstance(data, dict):
            known = {info.alias or name for name, info in cls.model_fields.items()}
            return {key: value for key, value in data.items() if value is not None or key not in known}
        return data


def asked(title: str, help: str, example: object = None, default: Any = ..., **limits: Any) -> Any:
    """Describe a field once, for its form label, fault, schema and data dictionary."""
    examples = None if example is None else [example]
    return Field(default, title=title, description=help, examples=examples, **limits)


def listed(title: str, help: str, example: object = None, most: int = FEW_ITEMS) -> Any:
    """Describe a field that holds any number of items up to `most`, none by default; `example` is one item."""
    examples = None if example is None else [example]
    return asked(title, help, examples, default=(), max_length=most)


REFERS: Final = "x-refers-to"
"""The schema key of a field that holds ids: the kinds of item that they name."""
NAMES: Final = "x-may-name"
"""The schema key of a field that holds words, among which an id of these kinds may stand."""


def refers(title: str, help: str, example: str, *kinds: str) -> Any:
    """Describe a field that names any number of items of these kinds."""
    return asked(title, help, [example], default=(), max_length=FEW_ITEMS, json_schema_extra={REFERS: list(kinds)})


def points(title: str, help: str, example: str, *kinds: str, default: Any = None) -> Any:
    """Describe a field that names one item of these kinds."""
    return asked(title, help, example, default=default, json_schema_extra={REFERS: list(kinds)})


def named(title: str, help: str, example: str, *kinds: str) -> Any:
    """Describe a field that holds words or, better, the id of an item of these kinds."""
    return asked(title, help, example, default="", json_schema_extra={NAMES: list(kinds)})
