"""Watch a YAML file's events stream by and stop at what this book does not read, before anything is built from them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    NodeEvent,
    ScalarEvent,
)
from ruamel.yaml.scanner import Scanner

from purposebook.storage.files import place_after
from purposebook.storage.limits import YAML_DEPTH, YAML_NODES
from purposebook.storage.yaml_nodes import Complaint
from purposebook.storage.yaml_wording import syntax_complaint

_LONG_ESCAPE: Final = re.compile(r"\\U([0-9a-fA-F]{8})")
_DELETE_OR_QUOTE: Final = "delete it, or put quotes around the text"
_SEPARATORS: Final = "\u0085\u2028\u2029"


class Refused(Exception):  # noqa: N818 - it never leaves this layer; readers turn it into faults
    """Stop reading a file for one complaint."""

    def __init__(self, complaint: Complaint) -> None:
        self.complaint = complaint
        super().__init__(complaint.message)


class _ShallowScanner(Scanner):
    """Stop at the first bracket too many: looking ahead through thousands of them would take seconds."""

    def fetch_flow_collection_start(self, TokenClass: Any, to_push: str) -> None:  # noqa: N803 - the parent's name
        """Count open brackets before another is opened."""
        if len(self.flow_context) >= YAML_DEPTH:
            mark = self.reader.get_mark()
            raise Refused(_too_deep(mark.line + 1, mark.column + 1))
        super().fetch_flow_collection_start(TokenClass, to_push)


def events(text: str) -> Iterator[Event]:
    """Yield the parse events of one harmless document; raise `Refused` at the first that is not."""
    parser = YAML(typ="safe", pure=True)
    parser.Scanner = _ShallowScanner
    guarded, restore = _keep_separators(text)
    depth = nodes = documents = 0
    for event in _parsed(parser, guarded):
        documents += isinstance(event, DocumentStartEvent)
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        nodes += isinstance(event, NodeEvent)
        complaint = _complaint(event, depth, nodes, documents)
        if complaint:
            raise Refused(complaint)
        if restore and isinstance(event, ScalarEvent):
            event.value = event.value.translate(restore)
        yield event


def _keep_separators(text: str) -> tuple[str, dict[int, int]]:
    """Hide U+0085, U+2028 and U+2029, which the scanner would fold into spaces although YAML 1.2 reads them as text."""
    found = [ord(character) for character in _SEPARATORS if character in text]
    if not found:
        return text, {}
    unused = (code for code in range(0xF0000, 0xFFFFE) if chr(code) not in text)
    hidden = dict(zip(found, unused, strict=False))
    return text.translate(hidden), {stand_in: code for code, stand_in in hidden.items()}


def _parsed(parser: YAML, text: str) -> Iterator[Event]:
    """Yield raw events, with the parser's own errors in our words."""
    try:
        yield from parser.parse(text)
    except MarkedYAMLError as error:
        raise Refused(syntax_complaint(error)) from error
    except (YAMLError, ValueError, OverflowError, IndexError) as error:
        raise Refused(_impossible_escape(text)) from error


def _impossible_escape(text: str) -> Complaint:
    """Find the escape of a character that does not exist: it reaches Python's own chr() inside the scanner."""
    found = next((found for found in _LONG_ESCAPE.finditer(text) if int(found.group(1), 16) > sys.maxunicode), None)
    line, column = place_after(text[: found.start()]) if found else (0, 0)
    what = f"'{found.group()}' is no character" if found else "this is not YAML"
    return Complaint(line, column, what, "write the character itself, or use single quotes")


def _complaint(event: Event, depth: int, nodes: int, documents: int) -> Complaint | None:
    """Say why reading stops at this event, if it does."""
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    if depth > YAML_DEPTH:
        return _too_deep(line, column)
    if nodes > YAML_NODES:
        return Complaint(
            line,
            column,
            f"more than {YAML_NODES:,} keys and texts stand in this file",
            "keep one product's texts in it",
        )
    if isinstance(event, DocumentStartEvent):
        return _document_complaint(event, documents, line, column)
    if isinstance(event, AliasEvent):
        return Complaint(
            line,
            column,
            f"'*{_short(event.anchor)}' repeats another text, which is not read",
            "write the text itself, or put quotes around it",
        )
    if isinstance(event, NodeEvent) and event.anchor is not None:
        return Complaint(
            line, column, f"'&{_short(event.anchor)}' names a text to repeat it, which is not read", _DELETE_OR_QUOTE
        )
    if isinstance(event, (ScalarEvent, CollectionStartEvent)) and event.ctag is not None:
        return Complaint(line, column, f"the tag '{_short(str(event.ctag))}' is not read", _DELETE_OR_QUOTE)
    return None


def _document_complaint(event: DocumentStartEvent, documents: int, line: int, column: int) -> Complaint | None:
    """Refuse a second document, and directives, which change how everything else is read."""
    if documents > 1:
        return Complaint(
            line, column, "a second document begins here", "keep one document in a file: delete the line '---'"
        )
    if event.version or event.tags:
        return Complaint(1, 1, "directives such as %YAML and %TAG are not read", "delete the line that begins with %")
    return None


def _too_deep(line: int, column: int) -> Complaint:
    """Refuse lists and keys inside each other beyond the limit."""
    return Complaint(
        line,
        column,
        f"more than {YAML_DEPTH} lists and keys stand inside each other",
        "close the brackets or quote the text",
    )


def _short(text: str) -> str:
    """Return a name that fits into a sentence."""
    return text if len(text) <= 30 else text[:27] + "..."
