"""A link that leads to an address once."""

from __future__ import annotations

from http.client import HTTPConnection
from urllib.parse import urlsplit

from purposebook.publishing.one_time_link import OneTimeLink

TARGET = "http://127.0.0.1:1/doc?token=secret"


def _ask(address: str) -> tuple[int, str | None]:
    """Ask once; return what was answered and whereto."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=5)
    connection.request("GET", parts.path)
    answer = connection.getresponse()
    return answer.status, answer.getheader("Location")


def test_the_first_visitor_is_led_on() -> None:
    """A browser is sent to the address; the link itself does not hold it."""
    with OneTimeLink(TARGET) as link:
        assert "secret" not in link.address
        assert _ask(link.address) == (302, TARGET)
        assert link.used.wait(5)


def test_the_second_visitor_is_not() -> None:
    """Whoever reads the link in a list of processes comes too late."""
    with OneTimeLink(TARGET) as link:
        _ask(link.address)
        assert _ask(link.address) == (404, None)


def test_guessing_leads_nowhere() -> None:
    """Another path is not the link, and does not use it up."""
    with OneTimeLink(TARGET) as link:
        assert _ask(link.address[:-1]) == (404, None)
        assert _ask(f"http://127.0.0.1:{urlsplit(link.address).port}/favicon.ico") == (404, None)
        assert not link.used.is_set()
        assert _ask(link.address) == (302, TARGET)
