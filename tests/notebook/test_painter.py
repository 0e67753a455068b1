"""Charts are the same whoever draws them, and one that cannot be drawn keeps nobody from the next."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from purposebook.domain.variables import PAINTER
from purposebook.notebook import painter

SPEC = json.dumps(
    {"mark": "bar", "data": {"values": [{"a": "ü", "b": 1}]}, "encoding": {"x": {"field": "a", "type": "nominal"}}}
)
OTHER = SPEC.replace("bar", "point")
WRONG = json.dumps(
    {"mark": "bar", "data": {"values": [1]}, "encoding": {"x": {"field": "a", "type": "no such type"}, "y": 3}}
)


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[bytes]]:
    """Start the process that draws."""
    ours, theirs = socket.socketpair()
    command = [sys.executable, "-m", painter.__name__, str(theirs.fileno())]
    with ours, subprocess.Popen(command, pass_fds=[theirs.fileno()]) as started:
        theirs.close()
        monkeypatch.setenv(PAINTER, str(ours.fileno()))
        yield started
        ours.close()
        started.wait(10)


def _here() -> str:
    """Draw without the process."""
    line = os.environ.pop(PAINTER)
    made = painter.drawn(SPEC)
    os.environ[PAINTER] = line
    return made


def test_the_process_draws_the_same_bytes(process: subprocess.Popen[bytes]) -> None:
    """The first time, and when it has drawn other things in between."""
    assert painter.drawn(SPEC) == _here()
    painter.drawn(OTHER)
    assert painter.drawn(SPEC) == _here()


def test_what_cannot_be_drawn_is_an_error_and_the_process_lives_on(process: subprocess.Popen[bytes]) -> None:
    """The renderer's own words tell what is wrong."""
    with pytest.raises(painter.NotDrawnError, match=r"\w+ \w+"):
        painter.drawn(WRONG)
    assert painter.drawn(SPEC) == _here()


def test_a_painter_that_ended_is_an_error(process: subprocess.Popen[bytes]) -> None:
    """Nobody waits for ever."""
    process.kill()
    process.wait()
    with pytest.raises((painter.NotDrawnError, OSError)):
        painter.drawn(SPEC)


def test_who_ends_in_the_middle_of_a_question_spoils_no_other(process: subprocess.Popen[bytes]) -> None:
    """Each chart has a line of its own: half a message is never taken for the beginning of the next."""
    handle = int(os.environ[PAINTER])
    ours, theirs = socket.socketpair()
    with ours, theirs, socket.socket(fileno=os.dup(handle)) as line:
        socket.send_fds(line, [b"?"], [theirs.fileno()])
        ours.send(b"\0\0\0\0\0\0\0\x09half")
    assert painter.drawn(SPEC) == _here()


def test_the_process_ends_when_nobody_can_ask_any_more(process: subprocess.Popen[bytes]) -> None:
    """It outlives nobody."""
    painter.drawn(SPEC)
    socket.socket(fileno=os.dup(int(os.environ[PAINTER]))).shutdown(socket.SHUT_RDWR)
    assert process.wait(10) == 0
