"""Say in plain words what a YAML parser complains about."""

from __future__ import annotations

import re
from typing import Final

from ruamel.yaml.error import MarkedYAMLError

from purposebook.storage.yaml_nodes import Complaint

_BRACKETS: Final = re.compile(r"[\[\]{}]")
_QUOTE_TEXT: Final = "put the whole text in quotes"

_WORDING: Final[tuple[tuple[str, str, bool, str, str], ...]] = (
    # what the problem says, what the context says, whether the context's place is the better one, message, advice
    ("unexpected end of stream", "quoted scalar", True, "a quotation mark opens here and is never closed", "close it"),
    ("document separator", "quoted scalar", True, "a quotation mark opens here and is never closed", "close it"),
    (
        "'\\t' that cannot start",
        "behind a text",
        False,
        "a tab stands inside this text",
        "replace it by a space, or put the whole text in quotes",
    ),
    ("'\\t' that cannot start", "", False, "a tab stands where YAML wants spaces", "replace tabs by spaces"),
    ("'@' that cannot start", "", False, "a text cannot begin with @", _QUOTE_TEXT),
    ("'`' that cannot start", "", False, "a text cannot begin with `", _QUOTE_TEXT),
    ("'%' that cannot start", "", False, "a text cannot begin with %", _QUOTE_TEXT),
    ("that cannot start any token", "", False, "no text can begin with this character", _QUOTE_TEXT),
    (
        "mapping values are not allowed",
        "",
        False,
        "a colon cannot stand here",
        "put quotes around a text with a colon; check the indentation and the colon of the line above",
    ),
    ("unexpected ':'", "", False, "a colon stands inside a text", _QUOTE_TEXT),
    (
        "could not find expected ':'",
        "",
        True,
        "this line is neither 'key: value' nor a list item",
        "add the colon after the key, or indent the line",
    ),
    ("mapping keys are not allowed", "", False, "a question mark and a space begin this text", _QUOTE_TEXT),
    (
        "sequence entries are not allowed",
        "",
        False,
        "a list item '- ' cannot stand here",
        "begin the list on a line of its own",
    ),
    (
        "but got ':'",
        "inside flow",
        False,
        "a colon stands inside a text, or a comma is missing before this key",
        "put quotes around a text with a colon, or a comma between two entries",
    ),
    (
        "but got '<scalar>'",
        "inside flow",
        False,
        "a comma is missing here, or text follows a closed quotation mark",
        "put a comma between two entries, or the whole text in quotes of the other kind, ' or \"",
    ),
    ("but got", "inside flow", False, "a bracket or brace stands inside a text", _QUOTE_TEXT),
    (
        "",
        "flow sequence",
        True,
        "the list that opens here with [ is never closed",
        "close it with ], or put quotes around texts with brackets or commas",
    ),
    (
        "",
        "flow mapping",
        True,
        "the braces that open here with { are never closed",
        "close them with }, or put quotes around texts with braces or commas",
    ),
    (
        "<block end>, but found '<scalar>'",
        "",
        False,
        "text follows a closed quotation mark or bracket",
        "put the whole text in quotes of the other kind, ' or \"",
    ),
    (
        "<block end>, but found ','",
        "",
        False,
        "text follows a closed quotation mark or bracket",
        "put the whole text in quotes of the other kind, ' or \"",
    ),
    ("<block end>, but found ']'", "", False, "this bracket was never opened", _QUOTE_TEXT),
    ("<block end>, but found '}'", "", False, "this brace was never opened", _QUOTE_TEXT),
    (
        "expected the node content, but found '<stream end>'",
        "",
        False,
        "the file ends inside brackets or braces",
        "close them",
    ),
    ("expected the node content", "", False, "a text cannot begin with this character", _QUOTE_TEXT),
    (
        "expected <block end>",
        "",
        False,
        "the indentation does not fit the lines above",
        "align it with the other keys or list items",
    ),
    (
        "expected <document start>",
        "",
        False,
        "this does not fit what stands above",
        "write the whole file as 'key: value' lines without indentation",
    ),
    ("non-comment content after", "", False, "text stands after the end of the document", "delete the line '...'"),
    (
        "unknown escape character",
        "",
        False,
        "a backslash stands before a letter that has no meaning there",
        "write two backslashes, or use single quotes",
    ),
    (
        "expected escape sequence",
        "",
        False,
        "an escape such as \\x or \\u needs hexadecimal digits",
        "write them, or use single quotes",
    ),
    (
        "",
        "block scalar",
        False,
        "the text after | or > is not written as YAML wants it",
        "begin it on the next line, indented",
    ),
)
_UNKNOWN: Final = ("", "", False, "this is not YAML", "compare it with the example of this part")


def syntax_complaint(error: MarkedYAMLError, text: str) -> Complaint:
    """Find the wording and the most helpful place for a parser's error in `text`."""
    problem, context = str(error.problem or ""), str(error.context or "")
    if "parsing a flow" in context and error.problem_mark and _is_closed(text, error.problem_mark.index):
        context = f"inside flow ({context})"
    elif error.problem_mark and text[: error.problem_mark.index].rpartition("\n")[2].strip():
        context = f"behind a text ({context})"
    known = next((row for row in _WORDING if row[0] in problem and row[1] in context), _UNKNOWN)
    place, other = (error.context_mark, error.problem_mark) if known[2] else (error.problem_mark, error.context_mark)
    mark = place or other
    return Complaint(mark.line + 1 if mark else 0, mark.column + 1 if mark else 0, known[3], known[4])


def _is_closed(text: str, place: int) -> bool:
    """Tell whether the bracket or brace in which `place` stands is closed further on."""
    depth = 1
    for found in _BRACKETS.finditer(text, place):
        depth += 1 if found.group() in "[{" else -1
        if depth == 0:
            return True
    return False
