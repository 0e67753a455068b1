"""The data dictionary: every key that a team can write, in one markdown page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from purposebook.domain import base, product, sources
from purposebook.domain.imports import IMPORTS
from purposebook.domain.metrics import COLUMNS, Observation
from purposebook.domain.schemas import model_schema, part_schema
from purposebook.domain.surveys import SurveyAnswer
from purposebook.domain.workbook import PARTS

_INTRODUCTION: Final = """# What a product's folder holds

One folder per product, one YAML file per part, and `observations.csv`. Every file but `product.yml` may be missing, and
every key that is not required may wait. Unknown keys are faults, with the nearest known key suggested. Files are UTF-8.
In YAML, a text that holds `: ` or ` #`, or begins with one of `{ [ > | * & ! % @ "`, needs quotes. Ids are unique in a
product across kinds. `a.b` is the key `b` inside `a`; `a[].b` is the key `b` of each item of the list `a`; *required*
means required where that item is written. A *claim* is a text, or the keys `text`, `evidence` (a list of ids) and
`assumption` (true when nobody has checked it yet).

This page is generated from the models (`python scripts/generate.py`); the same models make the forms, the faults and
the schemas in `schemas/`, with which editors complete and check these files.
"""
_OBSERVATIONS: Final = """
The header is `metric,date,value,numerator,denominator,segment,note`. Each row has a value, or a numerator and a
denominator: their ratio is the value, times 100 where the metric's unit is `%`. Whole-number counts with a numerator
not above the denominator are a proportion and get an interval; any other ratio has none. A row with a segment breaks
the metric down; rows without one are the whole. Rows later than the day of the report are left out and counted. Rows of
one metric and day that disagree are left out, with a reason beside the metric.
"""
_IMPORTS: Final = """
What the options `--map`, `--map-status` and `--dates` of `purposebook import` said, so that the next import needs none
of them. It is no part of the workbook: nothing of it is published. An option counts more than what stands here, and
what stands here more than what Purposebook knows of a tracker.
"""
_ANSWERS: Final = """
The header is `survey,date,score,count,segment`; the last two may be missing. A row is one anonymous answer, or as many
as `count` says. All answers of one date are one wave, whatever their segment. A score that the survey's scale does not
have is a fault. Fewer than five answers show nothing.
"""
_TABLES: Final = """## How tables are written

The rows of `observations.csv`, `surveys.csv` and an event log stand below a header, as UTF-8 with or without a byte
order mark. What spreadsheets save is read where it can mean only one thing; all else is a fault that names what it may
mean.

- Cells are separated by `,`, `;` or tab: the header tells which, or a first line such as `sep=;`. The names in the
  header may have capitals and spaces around them. A column without a name may stand there while it says nothing.
- Cells that are missing at the end of a row are empty, and empty ones behind the last column are nothing. A row of an
  event log has as many cells as its header, or one empty one more. A row with more cells that say something is a fault.
- Where `;` separates, `1,5`, `1.234,5` and `31.03.2026` are read, and so are `1.5` and `2026-03-31`; `1.234` may be two
  numbers and is refused. Where `,` or tab separates, decimals have a point: `1.5` and `"1,234.50"` are read, `"1,234"`
  may be two numbers and is refused, and so is `31.03.2026`. Where other rows have the other decimal mark, whatever may
  be two numbers is refused.
- In both, spaces or apostrophes may stand between thousands (`1 234.5`, `1'234.5`), and the minus sign may be the one
  of typesetters (U+2212). `03/04/2026`, years of two digits, a spreadsheet's number for a day (`46112`), times, per
  cent signs and currencies are refused.
- An event log has days and times as ISO 8601 writes them, and numbers with a point.
- A row that a form saves is written as its table writes them: its delimiter, its decimal mark, its days.

`check` warns of files beside the data that are not read although their names are like those of tables and parts, such
as `observation.csv`, `observations.xlsx`, `metrics (1).yml` or a conflicted copy. What `metrics.yml` names is read.
It warns too of a table whose last line has no end, or that is empty: a copy that was cut off may read 13 as 1. A part
that is empty (0 bytes) is refused.
"""
_HEADER: Final = (
    "| key | label | what it means | example | allowed | required |",
    "| --- | --- | --- | --- | --- | --- |",
)
_PATTERNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        base.ID_PATTERN: "an id",
        base.DAYS_PATTERN: "whole days, as in 90d",
        base.HORIZON_PATTERN: "a year, a month or a day: 2030, 2030-06 or 2030-06-30",
        base.FILE_PATTERN: "the name of a file in this folder",
        product.LINK_PATTERN: "an address that begins with http://, https:// or mailto:",
        product.LANGUAGE_PATTERN: "a BCP 47 tag",
        product.RULE_PATTERN: "the id of a rule",
        sources.ENVIRONMENT_PATTERN: "the name of an environment variable",
    }
)
_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "string": "a text",
        "number": "a number",
        "integer": "a whole number",
        "boolean": "true or false",
        "object": "keys",
    }
)


@dataclass(frozen=True)
class Entry:
    """Describe one key for the dictionary."""

    key: str
    label: str
    meaning: str
    example: str
    allowed: str
    required: bool

    def row(self) -> str:
        """Return the entry as a row of a markdown table."""
        example = f"`{self.example}`" if self.example else ""
        required = "yes" if self.required else ""
        words = (self.label, self.meaning.replace("<", "&lt;"), example, self.allowed, required)
        return " | ".join(cell.replace("|", "\\|") for cell in ("", f"`{self.key}`", *words, "")).strip()


def data_dictionary(file_limits: Mapping[str, str] | None = None) -> str:
    """Return the page; `file_limits` names what a file may hold, in words, as far as the reader enforces it."""
    lines = [_INTRODUCTION]
    for part, model in PARTS.items():
        lines += [f"## {part}.yml", "", model.__doc__ or "", "", *_HEADER]
        lines += [entry.row() for entry in entries(part_schema(part))]
        lines.append("")
    lines += ["## observations.csv", _OBSERVATIONS, *_HEADER]
    lines += [entry.row() for entry in entries(model_schema(Observation)) if entry.key in COLUMNS]
    lines += ["", "## surveys.csv", _ANSWERS, *_HEADER]
    lines += [entry.row() for entry in entries(model_schema(SurveyAnswer))]
    lines += ["", "## imports.yml", _IMPORTS, *_HEADER]
    lines += [entry.row() for entry in entries(part_schema(IMPORTS))]
    lines += ["", *_TABLES.splitlines(), "", "## Limits", "", "| what | limit |", "| --- | --- |"]
    lines += [f"| {what} | {limit} |" for what, limit in {**_text_limits(), **(file_limits or {})}.items()]
    return "\n".join(lines) + "\n"


def entries(schema: dict[str, Any]) -> Iterator[Entry]:
    """Yield every key of `schema`, outer keys before the keys inside them."""
    yield from _entries(schema, schema.get("$defs", {}), "")


def _entries(model: dict[str, Any], known: dict[str, Any], path: str) -> Iterator[Entry]:
    """Yield the keys of one model and of those inside it."""
    for name, described in model.get("properties", {}).items():
        key = f"{path}{name}"
        inner, step = _inside(described, known)
        required = name in model.get("required", ())
        example = json.dumps(described["examples"][0], ensure_ascii=False) if described.get("examples") else ""
        shown = example.strip('"') if example.startswith('"') else example
        texts = (described.get("title", name), described.get("description", ""), shown)
        yield Entry(key, *texts, _allowed(described, known), required)
        yield from _entries(inner, known, f"{key}{step}") if inner else ()


def _inside(described: dict[str, Any], known: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Return the model that stands in a key or in each item of its list, and how its keys are reached."""
    forms = tuple(_branches(described, known))
    for branch in () if _is_claim(forms) else forms:
        if "properties" in branch:
            return branch, "."
        if "items" in branch:
            return _inside(branch["items"], known)[0], "[]."
    return {}, ""


def _branches(described: dict[str, Any], known: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every form that a value may take, references followed, null left out."""
    if "$ref" in described:
        yield from _branches(known[described["$ref"].rpartition("/")[2]], known)
    elif "anyOf" in described:
        for branch in described["anyOf"]:
            yield from _branches(branch, known)
    elif described.get("type") != "null":
        yield described


def _is_claim(forms: tuple[dict[str, Any], ...]) -> bool:
    """Say whether a value may be a bare text or keys: a claim, which the introduction explains once."""
    return len(forms) > 1 and "properties" in forms[-1]


def _allowed(described: dict[str, Any], known: dict[str, Any]) -> str:
    """Return in words what a key may hold."""
    forms = tuple(_branches(described, known))
    return "a claim" if _is_claim(forms) else " or ".join(dict.fromkeys(_form(branch, known) for branch in forms))


def _form(branch: dict[str, Any], known: dict[str, Any]) -> str:
    """Return in words one form that a value may take."""
    if "enum" in branch:
        return ", ".join(str(choice) for choice in branch["enum"] if choice is not None)
    types = branch.get("type", "")
    kind = next((name for name in types if name != "null"), "") if isinstance(types, list) else types
    if kind == "array":
        return _list(branch, known)
    if branch.get("format") == "date":
        return "a date, YYYY-MM-DD"
    known_pattern = _PATTERNS.get(branch.get("pattern", ""))
    if known_pattern:
        return known_pattern
    if kind == "object" and branch.get("patternProperties"):
        values = _allowed(next(iter(branch["patternProperties"].values())), known)
        return f"at most {branch['maxProperties']} names, each with {values}"
    return _TYPES.get(kind, kind) + _size(branch)


def _list(branch: dict[str, Any], known: dict[str, Any]) -> str:
    """Return in words what a list may hold."""
    if "items" not in branch:
        return f"a list of {len(branch.get('prefixItems', ()))}"
    items = "with the keys below" if _inside(branch["items"], known)[0] else _allowed(branch["items"], known)
    return f"a list of at most {branch['maxItems']:,}, each {items}"


def _size(branch: dict[str, Any]) -> str:
    """Return in words how long a text or how large a number may be."""
    if "maxLength" in branch:
        return f" of at most {branch['maxLength']:,} characters"
    if "maximum" in branch and branch["maximum"] != base.LARGEST_NUMBER:
        return f" from {branch['minimum']:,} to {branch['maximum']:,}"
    return f" from {branch['minimum']:,}" if branch.get("minimum", -base.LARGEST_NUMBER) != -base.LARGEST_NUMBER else ""


def _text_limits() -> dict[str, str]:
    """Return the limits that the models set everywhere."""
    return {
        "an id": "1 to 63 lower-case letters, digits and hyphens, the first one no hyphen",
        "a name": f"one line of at most {base.NAME_LENGTH:,} characters, of a metric {base.MEASURED_NAME_LENGTH:,}",
        "a line": f"one line of at most {base.LINE_LENGTH:,} characters",
        "a number": f"from {-base.LARGEST_NUMBER:,} to {base.LARGEST_NUMBER:,}, and so is a ratio of two",
        "any other text": f"at most {base.TEXT_LENGTH:,} characters, no control characters",
    }
