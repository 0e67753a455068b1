"""No picture is drawn twice, and one that is known is the same as if it were drawn."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from purposebook.domain.variables import PICTURES
from purposebook.notebook import painter, pictures

SPEC = json.dumps(
    {"mark": "bar", "data": {"values": [{"a": "ü", "b": 1}]}, "encoding": {"x": {"field": "a", "type": "nominal"}}}
)
OTHER = SPEC.replace("bar", "point")


@pytest.fixture(autouse=True)
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Note pictures in a file, and know none before and after."""
    monkeypatch.setenv(PICTURES, str(tmp_path / "pictures"))
    yield tmp_path / "pictures"
    pictures.know({})


def test_a_picture_that_was_noted_is_not_drawn_again(notes: Path) -> None:
    """It comes back as it was, and is noted as one that is used."""
    drawn = painter.drawn(SPEC)
    found = pictures.noted(notes)
    assert list(found.values()) == [drawn]
    notes.unlink()
    pictures.know(pictures.unpacked(pictures.packed(found, {})))
    assert painter.drawn(SPEC) == drawn
    assert pictures.noted(notes) == found
    pictures.know(dict.fromkeys(found, "<svg>known</svg>"))
    assert painter.drawn(SPEC) == "<svg>known</svg>"
    assert painter.drawn(OTHER) not in {drawn, "<svg>known</svg>"}


def test_without_a_file_nothing_is_noted(notes: Path) -> None:
    """As in JupyterLab."""
    os.environ.pop(PICTURES)
    painter.drawn(SPEC)
    assert not notes.exists()


@pytest.mark.parametrize("data", [b"", b"\xff\n", b"[1]\n", b"{}\nnull\n3\n", b'["half'])
def test_notes_that_are_none_are_left_out(notes: Path, data: bytes) -> None:
    """Somebody else's code may write there."""
    painter.drawn(SPEC)
    before = pictures.noted(notes)
    notes.write_bytes(data + b"\n" + notes.read_bytes())
    assert pictures.noted(notes) == before
    assert pictures.noted(notes.with_name("none")) == {}


def test_a_disk_that_refuses_only_means_that_it_is_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The picture is there."""
    monkeypatch.setenv(PICTURES, str(tmp_path / "no folder" / "pictures"))
    assert painter.drawn(SPEC).startswith("<svg")


def test_pictures_do_not_pile_up() -> None:
    """Those that are shown come first, and of the others those that were used last, as far as there is room."""
    older = {f"old{number}": "<svg/>" for number in reversed(range(pictures.MOST))}
    kept = pictures.unpacked(pictures.packed({"new": "<svg/>", "old3": "<svg>new</svg>"}, older))
    assert len(kept) == pictures.MOST
    assert (kept["new"], kept["old3"]) == ("<svg/>", "<svg/>")
    assert "old0" not in kept
    for number in range(2 * pictures.MOST):
        kept = pictures.unpacked(pictures.packed({f"newer{number}": "<svg/>", "old3": "<svg/>"}, kept))
    assert set(kept) == {"old3", *(f"newer{number}" for number in range(pictures.MOST + 1, 2 * pictures.MOST))}
