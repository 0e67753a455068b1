"""Draw charts: here, or in a process beside this one whose renderer is warm.

The renderer runs Vega in a JavaScript engine that takes most of a second to start and does not survive a fork. A warm
build therefore keeps one process that draws (`python -m purposebook.notebook.painter`), and names the socket that
leads to it in `PURPOSEBOOK_PAINTER`. Both ways give the same bytes.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from collections import OrderedDict
from typing import BinaryIO, Final, cast

from purposebook.domain.variables import PAINTER
from purposebook.notebook import pictures
from purposebook.notebook.frames import receive, send

BLANK: Final = "blank"
"""Stands in the variable while nobody will look: every picture is empty."""
_BLANK_PICTURE: Final = '<svg xmlns="http://www.w3.org/2000/svg"/>'
_DRAWN: Final = b"+"
_REFUSED: Final = b"-"
_CALL: Final = b"?"
_PATIENCE: Final = 10.0
_KEPT: Final = 128
"""Pictures that the process keeps: the metrics chapter and the report show the same."""
_FIRST: Final = '{"mark":"point","data":{"values":[]}}'


class NotDrawnError(Exception):
    """Say that a chart could not be drawn."""


def drawn(words: str) -> str:
    """Return the chart of a specification, given as JSON, as SVG whose ids begin with `pictures.name_of(words)`."""
    handle = os.environ.get(PAINTER)
    if handle == BLANK:
        return _BLANK_PICTURE
    name = pictures.name_of(words)
    picture = pictures.known(name)
    if picture is None:
        picture = _asked(int(handle), words) if handle else _draw(words)
    pictures.note(name, picture)
    return picture


def _draw(words: str) -> str:
    """Draw in this process."""
    import vl_convert

    from purposebook.notebook.tidy_svg import tidied

    return tidied(str(vl_convert.vegalite_to_svg(words, allowed_base_urls=[])), pictures.name_of(words))


def _asked(handle: int, words: str) -> str:
    """Let the process beside this one draw; each chart has a line of its own, so none waits in the place of another."""
    ours, theirs = socket.socketpair()
    with ours, theirs, ours.makefile("rwb") as stream, socket.socket(fileno=os.dup(handle)) as line:
        try:
            socket.send_fds(line, [_CALL], [theirs.fileno()])
            theirs.close()
            send(cast(BinaryIO, stream), words.encode())
            answer = receive(cast(BinaryIO, stream))
        except OSError:
            answer = None
    if answer is None:
        raise NotDrawnError("the process that draws has ended")
    if answer[:1] != _DRAWN:
        raise NotDrawnError(answer[1:].decode())
    return answer[1:].decode()


def serve(line: socket.socket) -> None:
    """Draw what is asked for until the other side has gone."""
    kept: OrderedDict[str, bytes] = OrderedDict()
    _draw(_FIRST)  # starts the engine before anybody waits for it
    while True:
        call, handles, _, _ = socket.recv_fds(line, len(_CALL), 1)
        for handle in handles:
            with socket.socket(fileno=handle) as asking, contextlib.suppress(OSError):
                asking.settimeout(_PATIENCE)  # whoever stops in the middle of a word keeps nobody else waiting
                _serve_one(asking, kept)
        if not call:
            return


def _serve_one(asking: socket.socket, kept: OrderedDict[str, bytes]) -> None:
    """Answer one question."""
    with asking.makefile("rwb") as stream:
        asked = receive(cast(BinaryIO, stream))
        if asked is None:
            return
        words = asked.decode(errors="replace")
        name = pictures.name_of(words)
        kept[name] = kept.pop(name, b"") or _answer(words)
        if len(kept) > _KEPT:
            kept.popitem(last=False)
        send(cast(BinaryIO, stream), kept[name])


def _answer(words: str) -> bytes:
    """Return the picture, or why there is none."""
    try:
        return _DRAWN + _draw(words).encode()
    except (ValueError, SyntaxError) as error:  # the renderer's, or that of the XML which it made
        return _REFUSED + str(error).encode()


def main() -> None:
    """Serve the socket whose number is the first argument."""
    with socket.socket(fileno=int(sys.argv[1])) as line:
        serve(line)


if __name__ == "__main__":
    main()
