"""Let a server end a query by itself, should nobody be there any more who waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sqlalchemy import Connection

_GRACE: Final = 2
"""Seconds that a server has longer than we wait: the one who asks is told first, and in our words."""
_POSTGRESQL: Final = (
    # settings that a server does not know are left out, and a shorter limit of the user stays
    "select set_config(name, '1s', true) from pg_settings where name = 'client_connection_check_interval'",
    "select set_config(name, least(nullif(setting::bigint, 0), {milliseconds})::text, true) from pg_settings "
    "where name = 'statement_timeout'",
)
_MARIADB: Final = (
    "set session max_statement_time = if(@@max_statement_time = 0, {seconds}, least(@@max_statement_time, {seconds}))",
)
_MYSQL: Final = (
    "set session max_execution_time = "
    "if(@@max_execution_time = 0, {milliseconds}, least(@@max_execution_time, {milliseconds}))",
)


def limit_query(connection: Connection, seconds: int) -> None:
    """Set the server's own limits for what this connection asks next, where it has some."""
    from sqlalchemy.exc import DBAPIError

    for statement in _statements(connection):
        limit = statement.format(seconds=seconds + _GRACE, milliseconds=(seconds + _GRACE) * 1000)
        try:
            result = connection.exec_driver_sql(limit)
            if result.returns_rows:
                result.all()  # a cursor of the server does nothing before
        except DBAPIError as error:  # a server that only speaks the same language: our own limit holds
            if error.connection_invalidated:
                raise
            connection.rollback()


def _statements(connection: Connection) -> Iterator[str]:
    """Yield what sets the limits of a kind of server."""
    kind = connection.engine.dialect
    if kind.name == "postgresql":
        yield from _POSTGRESQL
    elif kind.name in {"mysql", "mariadb"}:
        yield from _MARIADB if getattr(kind, "is_mariadb", False) else _MYSQL
