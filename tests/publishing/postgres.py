"""A real PostgreSQL on this machine, in a folder of its own and with a port of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pwd import struct_passwd

OWNERS = ("postgres", "nobody")
"""Users under whom a server may run that root starts; it refuses to run as root."""


@dataclass(frozen=True)
class Server:
    """Know a running server."""

    port: int
    password: str

    def address(self, user: str = "owner", database: str = "postgres", password: str | None = None) -> str:
        """Return what a variable would hold."""
        return f"postgresql://{user}:{password or self.password}@127.0.0.1:{self.port}/{database}"

    def run(self, *statements: str) -> None:
        """Run statements as the owner."""
        import psycopg

        with psycopg.connect(self.address(), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)

    def number(self, query: str) -> int:
        """Return the one number that a query gives."""
        import psycopg

        with psycopg.connect(self.address()) as connection:
            found = connection.execute(query).fetchone()
            assert found is not None
            return int(found[0])


def programs() -> Path | None:
    """Return the folder with the server's programs, the newest one."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[4]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@contextmanager
def postgres(password: str) -> Iterator[Server]:
    """Start a server that listens on the loopback address alone, and end it."""
    place = programs()
    assert place is not None
    with tempfile.TemporaryDirectory(prefix="pb-pg-") as folder:
        root, port = Path(folder), _free_port()
        (root / "password").write_text(password)
        _give_away(root)
        data = root / "data"
        options = ["--auth=scram-sha-256", "--username=owner", f"--pwfile={root / 'password'}", "--no-sync"]
        _run(str(place / "initdb"), "--pgdata", str(data), *options, "--encoding=UTF8", "--locale=C")
        how = f"-p {port} -k {root} -c listen_addresses=127.0.0.1 -c fsync=off"
        _run(str(place / "pg_ctl"), "-D", str(data), "-o", how, "-l", str(root / "log"), "-w", "start")
        try:
            yield Server(port, password)
        finally:
            _run(str(place / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")


def _owner() -> struct_passwd | None:
    """Return the user under whom the server runs, where it cannot be ours."""
    import pwd

    if os.geteuid() != 0:
        return None
    known = {one.pw_name: one for one in pwd.getpwall()}
    return next(known[name] for name in OWNERS if name in known)


def _give_away(folder: Path) -> None:
    """Let the server's user own a folder."""
    owner = _owner()
    if owner:
        for path in (folder, *folder.iterdir()):
            os.chown(path, owner.pw_uid, owner.pw_gid)


def _run(*command: str) -> None:
    """Run one of the server's programs as its user."""
    owner = _owner()
    who = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
    subprocess.run(command, check=True, capture_output=True, cwd="/", **who)  # type: ignore[call-overload]


def _free_port() -> int:
    """Return a port that nothing listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
