"""Messages over a pipe: each a length and so many bytes, so that a torn one is never taken for a whole one."""

from __future__ import annotations

import struct
from typing import BinaryIO, Final

_LENGTH: Final = struct.Struct("!Q")


def send(stream: BinaryIO, data: bytes) -> None:
    """Write one message; raises `OSError` when nobody reads any more."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Return the next message, or nothing when the other side has gone."""
    head = _exactly(stream, _LENGTH.size)
    return None if head is None else _exactly(stream, _LENGTH.unpack(head)[0])


def _exactly(stream: BinaryIO, size: int) -> bytes | None:
    """Return so many bytes, or nothing when the stream ends before."""
    parts: list[bytes] = []
    while size:
        part = stream.read(size)
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
