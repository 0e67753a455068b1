"""Read a number as spreadsheets write it: where it has one reading it is read, else every reading is named."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from purposebook.storage.texts import shown

Words = tuple[str, str]
"""What is wrong, and what to do."""

COMMA_IS_DECIMAL: Final = ";"
"""Where this separates the cells, a spreadsheet writes decimal commas."""
NOT_HERE: Final = "is not a number here"
_PLAIN: Final = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_COMMA: Final = re.compile(r"[+-]?(?:[0-9]+,?[0-9]*|,[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_MAY_BE_EITHER: Final = re.compile(r"[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}")
_POINTS_GROUP: Final = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+,[0-9]*|(?:\.[0-9]{3}){2,})")
_COMMAS_GROUP: Final = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+\.[0-9]*|(?:,[0-9]{3}){2,})")
_SPACES_GROUP: Final = re.compile(r"([+-]?[1-9][0-9]{0,2}(?:( |')[0-9]{3})(?:\2[0-9]{3})*)([.,][0-9]+)?")
_TYPESET: Final = str.maketrans({"\u2212": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2019": "'"})
"""The minus sign, spaces that keep a number on one line, and the apostrophe of typesetters."""
_MONEY: Final = r"(?:[$\u00a2-\u00a5\u20a0-\u20c0]|[A-Z]{3})"
_WITH_MONEY: Final = re.compile(rf"([+-]?){_MONEY} ?([0-9].*)|([+-]?[0-9].*?) ?{_MONEY}")
_WITH_PER_CENT: Final = re.compile(r"([+-]?[0-9].*?) ?%")
_NOTHING: Final = re.compile(r"#[A-Z].*|-+|\u2013|\u2014|n/?a|null|none", re.IGNORECASE)
"""What stands in a cell without a number: a spreadsheet's error, a dash, a word."""


def number_cell(cell: str, delimiter: str, doubtful: bool = False) -> str | Words:
    """Return a number with a decimal point, or what is wrong with it; what is no number at all comes back as it is.

    In a doubtful table some numbers have the decimal mark that tables with this delimiter do not have.
    """
    if _PLAIN.fullmatch(cell):
        either = (doubtful or delimiter == COMMA_IS_DECIMAL) and _MAY_BE_EITHER.fullmatch(cell)
        return _both_readings(cell, cell, delimiter, doubtful) if either else cell
    text = cell.translate(_TYPESET)
    if _PLAIN.fullmatch(text):
        return number_cell(text, delimiter, doubtful)
    if _MAY_BE_EITHER.fullmatch(text) and (doubtful or delimiter != COMMA_IS_DECIMAL):
        return _both_readings(cell, text, delimiter, doubtful)
    return _formatted(cell, text, delimiter) or _with_unit(cell, text, delimiter, doubtful) or _no_number(cell)


def written(number: str, delimiter: str) -> str:
    """Return a number with a decimal point as it has one reading in a table with this delimiter."""
    return number.replace(".", ",") if delimiter == COMMA_IS_DECIMAL else number


def _formatted(cell: str, text: str, delimiter: str) -> str | Words | None:
    """Read a number with a decimal comma, or with marks between its thousands."""
    comma = delimiter == COMMA_IS_DECIMAL
    forms = ((_COMMA, comma, "."), (_POINTS_GROUP, comma, "."), (_COMMAS_GROUP, not comma, ","))
    for form, is_usual, mark in forms:
        if form.fullmatch(text):
            plain = text.replace(mark, "").replace(",", ".")
            return plain if is_usual else _other_form(cell, plain, delimiter)
    found = _SPACES_GROUP.fullmatch(text)
    if not found:
        return None
    plain = found[1].replace(found[2], "") + (found[3] or "").replace(",", ".")
    return plain if comma or "," not in text else _other_form(cell, plain, delimiter)


def _with_unit(cell: str, text: str, delimiter: str, doubtful: bool) -> Words | None:
    """Refuse a number with a unit beside it: what it counts stands in metrics.yml."""
    per_cent, money = _WITH_PER_CENT.fullmatch(text), _WITH_MONEY.fullmatch(text)
    inner = per_cent[1] if per_cent else (money[3] or f"{money[1]}{money[2]}") if money else ""
    number = number_cell(inner, delimiter, doubtful) if inner else ""
    if isinstance(number, tuple):
        return number
    if not _PLAIN.fullmatch(number):
        return None
    whole = written(number, delimiter)
    if not per_cent:
        return f"'{shown(cell)}' has a currency", f"write {whole} and name the unit in metrics.yml"
    share = written(format(Decimal(number).scaleb(-2).normalize(), "f"), delimiter)
    return f"'{shown(cell)}' has a per cent sign", f"write {whole} where the metric's unit is %, else {share}"


def _no_number(cell: str) -> str | Words:
    """Say what to do where a cell says that there is no number."""
    if _NOTHING.fullmatch(cell):
        return f"'{shown(cell)}' is not a number", "leave the row out where nothing was counted"
    return cell


def _other_form(cell: str, plain: str, delimiter: str) -> Words:
    """Refuse a number whose marks mean something else in this table."""
    return f"'{shown(cell)}' {NOT_HERE}", f"write {written(plain, delimiter)}"


def _both_readings(cell: str, text: str, delimiter: str, doubtful: bool) -> Words:
    """Name both readings of a mark that may divide thousands or begin the decimals, as each has one reading here."""
    whole, part = re.sub(r"[.,]", "", text), written(text.replace(",", "."), delimiter)
    why = ", for other rows have another decimal mark" if doubtful else ""
    return f"'{shown(cell)}' may be {whole} or {part}{'0' * doubtful}{why}", "write the one that you mean"
