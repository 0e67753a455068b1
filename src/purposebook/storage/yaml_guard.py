"""Watch a YAML file's events stream by and stop at what this book does not read, before anything is built from them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
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
from purposebook.storage.texts import shown
from purposebook.storage.yaml_nodes import Complaint, Refused
from purposebook.storage.yaml_size import node_limit_passed
from purposebook.storage.yaml_wording import syntax_complaint

_LONG_ESCAPE: Final = re.compile(r"\\U([0-9a-fA-F]{8})")
_DELETE_OR_QUOTE: Final = "delete it, or put quotes around the text"
_TABS: Final = re.compile(r"([ \t]*\t[ \t]*)([#\r\n\0]?)")
_MOST_TABS: Final = 200
"""Characters that are looked at for tabs."""
_SEPARATORS: Final = "\u0085\u2028\u2029"


class _WaryScanner(Scanner):
    """Stop at the first character of what is not read, before the rest of it is looked at."""

    def fetch_flow_collection_start(self, TokenClass: Any, to_push: str) -> None:  # noqa: N803 - the parent's name
        """Count open brackets: looking ahead through thousands of them would take seconds."""
        if len(self.flow_context) >= YAML_DEPTH:
            raise Refused(_too_deep(*self._place()))
        super().fetch_flow_collection_start(TokenClass, to_push)

    def fetch_alias(self) -> None:
        """Refuse an alias, which bombs are made of."""
        what = f"'{self._word()}' repeats another text, which is not read"
        raise Refused(Complaint(*self._place(), what, "write the text itself, or put quotes around it"))

    def fetch_anchor(self) -> None:
        """Refuse the name of an alias, which would vanish from a text in silence."""
        what = f"'{self._word()}' names a text to repeat it, which is not read"
        raise Refused(Complaint(*self._place(), what, _DELETE_OR_QUOTE))

    def fetch_tag(self) -> None:
        """Refuse a tag, which would vanish from a text in silence."""
        raise Refused(Complaint(*self._place(), f"the tag '{self._word()}' is not read", _DELETE_OR_QUOTE))

    def fetch_directive(self) -> None:
        """Refuse directives, which change how everything else is read."""
        what = "directives such as %YAML and %TAG are not read"
        raise Refused(Complaint(*self._place(), what, "delete the line that begins with %"))

    def scan_to_next_token(self) -> Any:
        """Pass over tabs that end a line or follow a colon, dash, comma or bracket; those that indent are refused."""
        behind = _TABS.match(self.reader.prefix(_MOST_TABS))
        if behind and self.reader.column and (behind.group(2) or self._follows_a_mark()):
            self.reader.forward(behind.end(1))
        return super().scan_to_next_token()

    def _follows_a_mark(self) -> bool:
        """Tell whether the character before is one behind which a value or key begins."""
        return bool(self.reader.buffer[self.reader.pointer - 1] in ":-,[{")

    def _place(self) -> tuple[int, int]:
        """Return line and column of the character that comes next."""
        mark = self.reader.get_mark()
        return mark.line + 1, mark.column + 1

    def _word(self) -> str:
        """Return the beginning of the word that comes next."""
        return shown(re.split(r"[\s\0]", self.reader.prefix(30))[0])


def events(text: str) -> Iterator[Event]:
    """Yield the parse events of one harmless document; raise `Refused` at the first that is not."""
    parser = YAML(typ="safe", pure=True)
    parser.Scanner = _WaryScanner
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
        raise Refused(syntax_complaint(error, text)) from error
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
        return node_limit_passed(line, column)
    if documents > 1:
        advice = "keep one document in a file: delete the line '---' or '...' between the two"
        return Complaint(line, column, "a second document begins here", advice)
    return None


def _too_deep(line: int, column: int) -> Complaint:
    """Refuse lists and keys inside each other beyond the limit."""
    return Complaint(
        line,
        column,
        f"more than {YAML_DEPTH} lists and keys stand inside each other",
        "close the brackets or quote the text",
    )
