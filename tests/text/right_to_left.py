"""The worked example with every text of the team written from right to left, and what to look for in pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html

from purposebook.domain.slug import Slug
from purposebook.domain.workbook import PARTS, Workbook
from purposebook.storage.reading import read_workbook
from purposebook.text.directions import CLOSE, OPEN

DATA = Path(__file__).resolve().parents[2] / "data"
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
LATIN = re.compile("[A-Za-z]{2,}")
ISOLATED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
_KEPT = re.compile(r"[a-z0-9_.-]+|.{1,2}|\d{4}-.*|https?:.*")
"""Ids, events, files, dates, addresses and signs such as `%`."""


@cache
def turned(name: str, language: str = "he") -> Workbook:
    """Return a product of `data/` in which each text of the team is Hebrew, with a number of its own."""
    book = read_workbook(DATA / name)
    numbered: dict[str, str] = {}

    def hebrew(text: str) -> str:
        """Give each text the same Hebrew one wherever it stands."""
        return numbered.setdefault(text, f"שלום {len(numbered)} עולם")

    parts = {part: _turned(getattr(book, part), kind.model_json_schema(), hebrew) for part, kind in PARTS.items()}
    parts["product"]["language"] = language
    rows = tuple(
        row.model_copy(update={"segment": hebrew(row.segment) if row.segment else "", "note": hebrew(row.note)})
        for row in book.observations
    )
    models = {part: PARTS[part].model_validate(value) for part, value in parts.items()}
    return Workbook(Slug(name), observations=rows, events=book.events, written=frozenset(PARTS), **models)


def _turned(model: Any, root: dict[str, Any], hebrew: Callable[[str], str]) -> Any:
    """Return a part's values with Hebrew in place of free text."""
    return _value(model.model_dump(by_alias=True, mode="json", exclude_none=True), root, root, hebrew)


def _value(value: Any, schema: dict[str, Any], root: dict[str, Any], hebrew: Callable[[str], str]) -> Any:
    """Walk values and their schema together."""
    schema = _resolved(schema, root, value)
    if isinstance(value, dict) and "properties" in schema:
        return {key: _value(inner, schema["properties"].get(key, {}), root, hebrew) for key, inner in value.items()}
    if isinstance(value, list):
        return [_value(inner, schema.get("items", {}), root, hebrew) for inner in value]
    free = isinstance(value, str) and "maxLength" in schema and not schema.get("pattern", "").startswith("^")
    return hebrew(value) if free and value and not _KEPT.fullmatch(value) else value


def _resolved(schema: dict[str, Any], root: dict[str, Any], value: Any) -> dict[str, Any]:
    """Follow references, and take the alternative of the value's type."""
    if "$ref" in schema:
        return _resolved(root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root, value)
    options = [_resolved(one, root, value) for one in schema.get("anyOf", ())]
    wanted = {dict: "object", list: "array", str: "string"}.get(type(value))
    return {**schema, **next((one for one in options if one.get("type") == wanted), {})}


def unguarded(html: str) -> Iterator[str]:
    """Yield each run of text in which a team's words stand open in our sentence, or ours in their element."""
    body = lxml.html.document_fromstring(f"<html><body>{html}</body></html>").body
    for element in body.iter():
        if not isinstance(element.tag, str) or element.tag in {"script", "style"}:
            continue
        lines = (element, *element.iterancestors())
        drawn = next((one for one in lines if one.tag == "text"), None)  # a line of a picture
        theirs = drawn if drawn is not None else next((one for one in lines if _is_theirs(one)), None)
        for text in (element.text or "", *(child.tail or "" for child in element)):
            open_text = ISOLATED.sub("", text)
            if RIGHT_TO_LEFT.search(open_text) and (theirs is None or LATIN.search(theirs.text_content())):
                yield f"{element.tag}.{element.get('class')}: {text.strip()[:160]}"
        for name in ("aria-label", "title", "data-label", "alt"):
            if RIGHT_TO_LEFT.search(ISOLATED.sub("", element.get(name, ""))) and LATIN.search(element.get(name, "")):
                yield f"{element.tag}@{name}: {element.get(name)[:160]}"


def _is_theirs(element: lxml.html.HtmlElement) -> bool:
    """Tell whether an element keeps the direction of its text to itself."""
    return element.tag == "bdi" or element.get("dir") in {"auto", "rtl"}
