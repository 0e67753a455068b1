"""Who may see a product is told as long as its product.yml tells it, and never guessed to be everybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposebook.errors import DataFaults
from purposebook.storage.limits import YAML_BYTES
from purposebook.storage.reading import parsed
from purposebook.storage.visibility import may_be_published, visibility_in, visibility_of

SAID = {
    "name: A\n": "public",
    "name: A\nvisibility:\n": "public",
    "name: A\nvisibility: noindex\n": "noindex",
    "name: A\nvisibility: private\n": "private",
    "name: A\nvisibility: 'private' # for now\n": "private",
    'name: A\n"visibility": "pri\\x76ate"\n': "private",
    "\ufeffname: A\r\nvisibility: private\r\n": "private",
    "{name: A, visibility: private}": "private",
}
"""Sound files, in which the model says the same."""
FAULTY = {
    "name: A\nvisibility: Public\n": "public",
    "name: A\nvisibility: publik\n": "private",
    "name: A\nvisibility: [private]\n": "private",
    "name: A\nvisibility: >\n  private\n": "private",
    "name: A\nVisibility: private\n": "private",
    "name: A\nvisible: private\n": "private",
    "name: A\nvisibilty: intern\n": "private",
    "name: A\nvisibility: private\nvisibility: public\n": "private",
    "name: [\nvisibility: private\n": "private",
    "name: [\nvisibility: public\n": "public",
    "{name: A, visibility: private": "private",
    "name: A\nname: B\n": None,
    "name: [\n": None,
    "": None,
    "- private\n": None,
    "name: A\x00\nvisibility: public\n": None,
}


@pytest.mark.parametrize(("text", "said"), SAID.items())
def test_what_a_sound_file_says(text: str, said: str) -> None:
    """The quick answer is that of the model."""
    assert visibility_in(text.encode()) == said
    assert getattr(parsed(Path("a"), "product", text.removeprefix("\ufeff")).value, "visibility") == said  # noqa: B009


@pytest.mark.parametrize(("text", "said"), FAULTY.items())
def test_what_a_file_with_faults_says(text: str, said: str | None) -> None:
    """A word that is none of ours counts as private; a file that names no visibility says nothing."""
    assert visibility_in(text.encode()) == said


def test_a_file_that_is_none_says_nothing(tmp_path: Path) -> None:
    """Missing, linked, too large, in another encoding, or a folder: nobody is told that it may be published."""
    (tmp_path / "folder" / "product.yml").mkdir(parents=True)
    (tmp_path / "linked").mkdir()
    (tmp_path / "sound.yml").write_text("name: A\n")
    (tmp_path / "linked" / "product.yml").symlink_to(tmp_path / "sound.yml")
    for name, data in {"large": b"#" * (YAML_BYTES + 1), "utf16": "name: A\n".encode("utf-16")}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "product.yml").write_bytes(data)
    for name in ("folder", "linked", "large", "utf16", "missing"):
        assert (visibility_of(tmp_path / name), may_be_published(tmp_path / name)) == (None, False)


def test_the_model_refuses_what_counts_as_private() -> None:
    """What we take for private by its looks is a fault as well, so somebody is told."""
    for text in [text for text, said in FAULTY.items() if said == "private"]:
        with pytest.raises(DataFaults):
            parsed(Path("a"), "product", text)
