"""Answers of a cluster that were changed at random: none gets a page published that was not verified, none raises."""

from __future__ import annotations

import base64
import datetime as dt
import json
import random
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from cluster_answers import Answered, answered
from small_workspace import files

from purposebook.domain.result_build import BuildResult as Record
from purposebook.domain.result_build import SitePage
from purposebook.publishing.cache.seen import Seen
from purposebook.publishing.cache.store import Store
from purposebook.publishing.cluster.answers import received
from purposebook.publishing.frame.policy import CONTENT_SECURITY_POLICY
from purposebook.publishing.order import Made
from purposebook.publishing.published import Published
from purposebook.publishing.record import digest

COUNT = 2_000
TEXTS = (
    "../../../x",
    "/srv/x",
    "index.html",
    "",
    "\x00",
    "beta",
    "_static/site.js",
    "javascript:alert(1)",
    "0" * 64,
    "é" * 300,
)
VALUES = (None, True, -1, 2**70, 0.5, [], {}, [[]], {"a": {}}, *TEXTS)
MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<base href='https://example.org/'>",
    "<svg><use href='https://example.org/x.svg#a'/></svg>",
    "<object data='x'></object>",
    "<p style='background:url(https://example.org/x)'>",
    "<!--><script>alert(1)</script>-->",
)


class Reader(HTMLParser):
    """Find what is active in a page, by another parser than the one that the product uses."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note what no page may hold."""
        has = {name: value or "" for name, value in reversed(attributes)}  # of two the first counts
        events = [name for name in has if name.startswith("on") or name == "srcdoc"]
        own = has.get("src", "").startswith("_static/") or has.get("type") == "application/json"
        followed = has.get("href", "") if tag in {"a", "link", "use"} else ""
        led = (tag == "meta" and has.get("http-equiv", "").lower() == "refresh") or followed.startswith("javascript")
        outside = "://" in has.get("src", "") + has.get("style", "") + (followed if tag != "a" else "")
        if events or led or outside or tag in {"iframe", "object", "base"} or (tag == "script" and not own):
            self.found.append(str(self.get_starttag_text()))


@pytest.fixture(scope="module")
def true() -> Iterator[Answered]:
    """Let a worker answer once for all tests."""
    with answered() as found:
        yield found


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every container of a JSON value with each of its keys."""
    for key, inside in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(inside, (dict, list)):
            yield from places(inside)


def with_markup(chance: random.Random, message: Any) -> None:
    """Put something active into a page, and let the hash be that of the page."""
    pages = [file for file in message["outcome"]["files"] if file["name"].endswith(".html")]
    file = chance.choice(pages)
    page = base64.urlsafe_b64decode(file["data"]).decode()
    at = chance.choice([page.index("</article>"), page.index("</head>"), chance.randrange(len(page))])
    data = (page[:at] + chance.choice(MARKUP) + page[at:]).encode()
    file.update(data=base64.urlsafe_b64encode(data).decode(), sha256=digest(data))


def with_value(chance: random.Random, message: Any) -> None:
    """Put another value into a place, take one away, or give it another key."""
    inside, key = chance.choice(list(places(message)))
    if chance.random() < 0.2:
        del inside[key]
    elif isinstance(inside, dict) and chance.random() < 0.2:
        inside[chance.choice(TEXTS)] = inside.pop(key)
    else:
        inside[key] = chance.choice(VALUES)


def mutated(chance: random.Random, data: bytes) -> bytes:
    """Change an answer, by its meaning or by its bytes."""
    if chance.random() < 0.2:
        at = chance.randrange(len(data))
        return data[:at] + chance.randbytes(chance.randrange(4)) + data[at + chance.randrange(200) :]
    message = json.loads(data)
    if chance.random() < 0.4:
        with_markup(chance, message)
    else:
        with_value(chance, message)
    return json.dumps(message).encode()


def record_of(made: Made, day: dt.date, pages: tuple[SitePage, ...]) -> Record:
    """Write down what a site was made from."""
    facts = {"product": made.product, "as_of": day, "findings": made.findings, "pages": pages}
    return Record(**facts, versions={}, inputs=(), chapters=())


def test_no_mutated_answer_does_harm(true: Answered, tmp_path: Path) -> None:
    """Of 2,000 answers each is refused with a sentence or is a site whose pages pass every check."""
    chance, taken = random.Random(20261201), []  # noqa: S311 - no secret
    for _ in range(COUNT):
        outcome = received(mutated(chance, true.data), true.order)
        assert outcome.product == "alpha"
        taken += [outcome] if isinstance(outcome, Made) else []
    sites = Published(tmp_path / "out", lambda: b"vega", Seen(Store(tmp_path / "cache")))
    (tmp_path / "out").mkdir()
    for number, made in enumerate(taken):
        sites.put(made, partial(record_of, made, true.order.as_of), tmp_path / "out" / f".aside-{number}")
        for page in (data.decode() for name, data in files(tmp_path / "out").items() if name.endswith(".html")):
            reader = Reader()
            reader.feed(page)
            assert reader.found == []
            assert CONTENT_SECURITY_POLICY.replace("'", "&#39;") in page
    assert 0 < len(taken) < COUNT / 10
    assert {path.name for path in tmp_path.iterdir()} <= {"out", "cache"}
    assert not list(tmp_path.rglob("x"))
