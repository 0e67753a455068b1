"""Ask a database for rows and write them as CSV: no credential leaves this module, not even in an error."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from purposebook.storage.database_limits import limit_query
from purposebook.storage.texts import shown

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, CursorResult, Engine

SECONDS: Final = 10
"""How long to wait for a server that does not answer."""
_AT_ONCE: Final = 10_000
"""Rows that are held in memory."""
_COMMENT: Final = re.compile(r"\s+|--[^\n]*(\n|$)|/\*.*?\*/", re.DOTALL)
_BREAK: Final = re.compile(r"\r\n|\r|\n")
_READS: Final = ("select", "with", "values")
_FORM: Final = "such as postgresql+psycopg://reader:password@host/database"


@dataclass(frozen=True)
class Refusal:
    """Say why there are no rows."""

    message: str
    advice: str
    key: str = "database"
    """Of the source in metrics.yml: `database`, or `query` when the database was reached and did not answer it."""


@dataclass(frozen=True)
class Question:
    """Hold what a database is asked, and how."""

    query: str
    address: str = field(repr=False)
    most: int
    """Rows that anybody reads; at most one batch more is fetched."""
    seconds: int
    """The longest that the server may work on one statement of it."""

    @classmethod
    def checked(cls, variable: str, query: str, address: str, most: int, seconds: int) -> Question | Refusal:
        """Return a question whose text reads, or say what is wrong before anybody is asked."""
        text = _one_select(query)
        if isinstance(text, Refusal):
            return text
        if not address.strip():
            return Refusal(f"the environment variable {variable} is not set", f"let it hold an address {_FORM}")
        return cls(text, address.strip(), most, seconds)


def write_rows(question: Question, target: IO[bytes], connected: Callable[[], None] = lambda: None) -> int | Refusal:
    """Write what the query gives, a header first, and return the number of rows; call `connected` before it runs.

    Nothing is raised that came from a driver: its words, and the values in its traceback, could name a password.
    """
    url = _url(question.address)
    return url if isinstance(url, Refusal) else _written(url, question, target, connected)


def _one_select(query: str) -> str | Refusal:
    """Return a query that is one and that reads, as far as its text tells; the server refuses the others."""
    text = query.strip().rstrip(";").rstrip()
    if ";" in text:
        return Refusal(
            "holds more than one statement", "keep one select; for a semicolon in a text write chr(59)", "query"
        )
    start = 0
    while found := _COMMENT.match(text, start):
        start = found.end()
    if not text[start:].lower().lstrip("(").startswith(_READS):
        return Refusal("is no select", "write one select that gives the columns of the file", "query")
    return text


def _url(address: str) -> URL | Refusal:
    """Return the address that a variable holds."""
    from sqlalchemy import make_url
    from sqlalchemy.exc import SQLAlchemyError

    try:
        url = make_url(address)
    except (SQLAlchemyError, ValueError):
        return Refusal("the variable holds no address of a database", f"write one {_FORM}")
    if url.drivername in {"postgresql", "postgres"}:
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return Refusal("the variable names a file that is not there", "name a file that SQLite wrote")
    return url


def _written(url: URL, question: Question, target: IO[bytes], connected: Callable[[], None]) -> int | Refusal:
    """Connect, ask and write, or say in safe words what went wrong."""
    engine = _engine(url)
    if isinstance(engine, Refusal):
        return engine
    asked = False
    try:
        with _reading(engine) as connection:
            asked = True
            limit_query(connection, question.seconds)
            connected()
            result = connection.execution_options(no_parameters=True).exec_driver_sql(question.query)
            return _write(result, target, question.most)
    except Exception as error:  # noqa: BLE001 - whatever a driver raises may hold the address
        return _refusal(error, url, asked)
    finally:
        engine.dispose()


def _engine(url: URL) -> Engine | Refusal:
    """Return what connects, or say which driver is missing."""
    from sqlalchemy import create_engine
    from sqlalchemy.exc import SQLAlchemyError

    waits = {"postgresql": {"connect_timeout": SECONDS}, "sqlite": {"timeout": SECONDS}}
    try:
        return create_engine(url, connect_args=waits.get(url.get_backend_name(), {}), hide_parameters=True)
    except ImportError:
        install = "install it; for PostgreSQL: pip install 'purposebook[postgresql]'"
        return Refusal("the driver of this database is not installed", install)
    except (SQLAlchemyError, ValueError, TypeError):
        return Refusal("the variable names a kind of database that is unknown here", f"write an address {_FORM}")


@contextmanager
def _reading(engine: Engine) -> Iterator[Connection]:
    """Connect in a transaction that cannot write, and undo it in the end all the same."""
    options: dict[str, Any] = {"stream_results": True, "max_row_buffer": _AT_ONCE}
    kind = engine.dialect.name
    if kind == "postgresql":
        options |= {"postgresql_readonly": True}
    with engine.connect().execution_options(**options) as connection:
        if kind == "sqlite":
            connection.exec_driver_sql("PRAGMA query_only = ON")
        elif kind in {"mysql", "mariadb"}:
            connection.exec_driver_sql("SET SESSION TRANSACTION READ ONLY")
            connection.rollback()
        try:
            yield connection
        finally:
            connection.rollback()


def _write(result: CursorResult[Any], target: IO[bytes], most: int) -> int | Refusal:
    """Write rows as they come."""
    if not result.returns_rows:
        return Refusal("gives no rows", "write one select that gives the columns of the file", "query")
    text = io.TextIOWrapper(target, encoding="utf-8", newline="", write_through=True)
    try:
        rows = csv.writer(text, lineterminator="\n")
        rows.writerow(result.keys())
        count = 0
        while count <= most and (some := result.fetchmany(_AT_ONCE)):
            rows.writerows(map(_cells, some))
            count += len(some)
        return count
    finally:
        text.detach()


def _cells(row: Iterable[object]) -> list[str]:
    """Write a row as a file would hold it; a text stays on one line, so that rows can be counted."""
    return [_BREAK.sub(" ", _cell(value)) for value in row]


def _cell(value: object) -> str:
    """Write one value."""
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _refusal(error: Exception, url: URL, asked: bool) -> Refusal:
    """Say what a driver complains about: where the query is at fault in its words, without any part of the address."""
    from sqlalchemy.exc import DBAPIError

    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    if not asked or lost or not isinstance(error, DBAPIError):
        advice = "see that it runs, that its address and the password are right, and that you may connect from here"
        return Refusal("the database could not be reached", advice)
    said = shown(_BREAK.split(_without_secrets(str(error.orig), url))[0])
    return Refusal(f"the database refuses it ({said})" if said else "the database refuses it", "correct it", "query")


def _without_secrets(text: str, url: URL) -> str:
    """Return a driver's words, or none when a part of the address stands in them."""
    parts = (url.password, url.username, url.host, *(str(value) for value in url.query.values()))
    secrets = [str(part) for part in parts if part] + [url.render_as_string(hide_password=False)]
    folded = text.casefold()
    return "" if any(secret.casefold() in folded for secret in secrets) else text
