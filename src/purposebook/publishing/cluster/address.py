"""Which addresses of a scheduler are private: those of this machine, and those that TLS protects."""

from __future__ import annotations

import ipaddress
from typing import Final
from urllib.parse import urlsplit

from purposebook.errors import UsageError

_OPEN: Final = frozenset({"", "tcp", "ucx", "ucxx", "ws"})
"""Protocols of Dask that anybody on the way can read and change; without a word Dask takes the first."""


def refuse_open(address: str) -> None:
    """Raise `UsageError` for the address of another machine that is reached without TLS."""
    protocol, _, rest = address.strip().rpartition("://")
    if protocol.lower() in _OPEN and not _is_here(rest):
        raise UsageError(
            f"--scheduler names another machine without TLS ('{protocol or 'tcp'}://'): who can read the network would "
            "read your products, and who reaches the scheduler can run code on the workers. Set up Dask's TLS and "
            "write tls://, or add --insecure for a network that nobody else can reach."
        )


def _is_here(rest: str) -> bool:
    """Tell whether host and port are of this machine."""
    try:
        host = urlsplit(f"//{rest}").hostname or ""
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:  # a name, which may lead anywhere
        return False
