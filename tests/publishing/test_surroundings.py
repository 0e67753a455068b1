"""A chapter sees the variables that it needs, and no page tells the address of a database, however it got there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path

import pytest
from small_workspace import files, small_workspace
from watched_builds import DAY, with_vega

from purposebook.publishing.build import BuildResult, build
from purposebook.publishing.job import Manner
from purposebook.publishing.open_lab import environment
from purposebook.publishing.order import ChapterResult, Made, NotMade, SiteFile
from purposebook.publishing.surroundings import surroundings
from purposebook.publishing.told_addresses import ToldAddresses
from purposebook.storage.workspace import Workspace

PASSWORD = "Kanarienvogel-4714"  # noqa: S105 - of no server
ADDRESS = f'postgresql://reader:{PASSWORD}@db.example.org/shop?options=-c%20a&b="c"'
ASKS = 'observations: {database: SHOP, query: "select 1 as metric"}\n'
SHOWS = "import os\nprint(sorted(os.environ))\nprint([value for value in os.environ.values() if 'Kanarien' in value])"


def space_with(root: Path, *chapters: str) -> Workspace:
    """Make a workspace with two products, of which the second names a database."""
    named = dict(zip(("report", "metrics"), ((text,) for text in chapters), strict=False))
    space = with_vega(small_workspace(root, named, {"alpha": "Alpha", "beta": "Beta"}))
    (space.data / "beta" / "metrics.yml").write_text(ASKS)
    return space


def made(space: Workspace, out: Path, **manner: bool) -> BuildResult:
    """Build the product that names no database."""
    return build(space, space.products()[:1], out, DAY, Manner(jobs=1, **manner))


@pytest.mark.slow
@pytest.mark.parametrize("isolated", [False, True])
def test_a_chapter_sees_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, isolated: bool) -> None:
    """Neither an address nor a token is in its environment; what a team made for its chapters is."""
    for name, value in (("SHOP", ADDRESS), ("CI_JOB_TOKEN", PASSWORD), ("CHAPTER_COLOUR", "teal")):
        monkeypatch.setenv(name, value)
    assert made(space_with(tmp_path / "w", SHOWS), tmp_path / "out", isolated=isolated).failed == ()
    page = (tmp_path / "out/alpha/index.html").read_text()
    assert "CHAPTER_COLOUR" in page and "PATH" in page
    assert not any(word in page for word in ("SHOP", "CI_JOB_TOKEN", "Kanarien&#", PASSWORD))


@pytest.mark.slow
def test_a_chapter_that_shows_an_address_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it has it from: product and chapter are named, nothing is published, and nothing of it is kept."""
    monkeypatch.setenv("SHOP", ADDRESS)
    (tmp_path / "note").write_text(ADDRESS)
    reads = f"print(open({str(tmp_path / 'note')!r}).read())"
    space = space_with(tmp_path / "w", "print('good')", reads)
    (failure,) = made(space, tmp_path / "out").failed
    assert failure.product == "alpha" and "the chapter 'metrics' shows the value of SHOP" in failure.message
    assert "a database of beta" in failure.message and PASSWORD not in failure.message
    assert not (tmp_path / "out/alpha/metrics.html").exists()
    kept = files(tmp_path / "out") | files(space.root / ".purposebook")
    assert not [name for name, data in kept.items() if PASSWORD.encode() in data]


def outcome(**site: str) -> Made:
    """Return pages that were made."""
    shown = tuple(SiteFile(name, "", text.encode()) for name, text in site.items())
    runs = (ChapterResult("metrics", b"[]", {}, False, True),)
    return Made("alpha", shown, {}, {"report": 1, "metrics": 1}, None, 1, runs, frozenset())  # type: ignore[arg-type]


SQLITE: Mapping[str, str] = {"SHOP": "sqlite:////srv/a&b/shop.db"}


@pytest.mark.parametrize(
    ("variables", "text", "refused"),
    [
        ({"SHOP": ADDRESS}, ADDRESS, True),
        ({"SHOP": ADDRESS}, escape(ADDRESS), True),
        ({"SHOP": ADDRESS}, json.dumps({"a": ADDRESS}), True),
        ({"SHOP": ADDRESS}, f"the password is {PASSWORD}.", True),
        ({"SHOP": "mysql://a:p%40ssw%3Crd%21@b/c"}, "p@ssw&lt;rd!", True),
        ({"SHOP": "mysql://a:p%40ssw%3Crd%21@b/c"}, "p%40ssw%3Crd%21", True),
        (SQLITE, escape(SQLITE["SHOP"]), True),
        ({"SHOP": "mysql://a:short@b/c"}, "short", False),
        ({"SHOP": ""}, "anything", False),
        ({}, ADDRESS, False),
        ({"OTHER": ADDRESS}, ADDRESS, False),
        ({"SHOP": ADDRESS}, "postgresql://reader@db.example.org/shop", False),
    ],
)
def test_every_way_to_write_an_address_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variables: Mapping[str, str], text: str, refused: bool
) -> None:
    """As it is, in HTML, in JSON, and its password alone; a short password stands anywhere by chance."""
    monkeypatch.delenv("SHOP", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    known = ToldAddresses(space_with(tmp_path / "w", "1"))
    page = outcome(**{"index.html": "<p>", "metrics.html": f"<p>{text}"})
    found = known.checked(page)
    assert isinstance(found, NotMade) == refused and (refused or found is page)
    if isinstance(found, NotMade):
        assert found.message.startswith("the chapter 'metrics' shows the value of SHOP") and len(found.ran) == 1
    if refused:
        assert "_static/x.js holds" in known.checked(outcome(**{"_static/x.js": text})).message  # type: ignore[union-attr]


def test_no_run_that_shows_an_address_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where another chapter failed, so that there are no pages."""
    monkeypatch.setenv("SHOP", ADDRESS)
    told = ChapterResult("metrics", json.dumps([f"<pre>{escape(ADDRESS)}</pre>"]).encode(), {}, False, True)
    good = ChapterResult("report", b"[]", {}, False, True)
    known = ToldAddresses(space_with(tmp_path / "w", "1"))
    assert known.checked(NotMade("alpha", "why", ran=(good, told))).ran == (good,)


def test_an_open_chapter_has_the_variables_of_its_own_product(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It asks itself, and no other database; what the driver reads comes along only then."""
    for name in ("SHOP", "OTHER", "PGSSLMODE", "CI_JOB_TOKEN"):
        monkeypatch.setenv(name, "x")
    asks, other = environment(tmp_path, ("SHOP",)), environment(tmp_path)
    assert {"SHOP", "PGSSLMODE", "PATH"} <= set(asks) and not {"OTHER", "CI_JOB_TOKEN"} & set(asks)
    assert not {"SHOP", "PGSSLMODE", "OTHER", "CI_JOB_TOKEN"} & set(other)


def test_what_an_interpreter_needs_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also in the spelling of Windows; names that only look alike are not."""
    for name in ("LC_TIME", "PYTHONPATH", "OMP_NUM_THREADS", "XDG_CACHE_HOME", "SystemRoot", "PATHS", "HOME_TOKEN"):
        monkeypatch.setenv(name, "x")
    seen = surroundings()
    assert {"LC_TIME", "PYTHONPATH", "OMP_NUM_THREADS", "XDG_CACHE_HOME", "SystemRoot"} <= set(seen)
    assert not {"PATHS", "HOME_TOKEN"} & set(seen)
