"""Compiled templates are kept, and never believed when the template is another or they are damaged."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from purposebook.notebook.compiled_templates import CompiledTemplates


def shown(texts: dict[str, str], kept: Path) -> str:
    """Fill the template `a` in a process's own environment."""
    made = Environment(loader=DictLoader(texts), autoescape=True, bytecode_cache=CompiledTemplates(kept))
    return made.get_template("a").render(name="<x>")


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    """The second environment finds what the first kept."""
    assert shown({"a": "Hello {{ name }}"}, tmp_path) == "Hello &lt;x&gt;"
    (kept,) = tmp_path.iterdir()
    before = kept.stat().st_mtime_ns
    assert shown({"a": "Hello {{ name }}"}, tmp_path) == "Hello &lt;x&gt;"
    assert kept.stat().st_mtime_ns == before


def test_another_text_is_compiled_anew(tmp_path: Path) -> None:
    """What was compiled from an older text is not used."""
    shown({"a": "Old {{ name }}"}, tmp_path)
    assert shown({"a": "New {{ name }}"}, tmp_path) == "New &lt;x&gt;"


@pytest.mark.parametrize("damage", [b"", b"j2", b"\xff" * 500])
def test_what_is_damaged_is_compiled_anew(damage: bytes, tmp_path: Path) -> None:
    """A torn or foreign file costs time and nothing else."""
    shown({"a": "Hello {{ name }}"}, tmp_path)
    (kept,) = tmp_path.iterdir()
    for broken in (damage, kept.read_bytes()[:-20]):
        kept.write_bytes(broken)
        assert shown({"a": "Hello {{ name }}"}, tmp_path) == "Hello &lt;x&gt;"


def test_where_nothing_can_be_kept_templates_work_all_the_same(tmp_path: Path) -> None:
    """A file in the folder's place only means that nothing is kept."""
    (tmp_path / "taken").write_text("", encoding="utf-8")
    assert shown({"a": "Hello {{ name }}"}, tmp_path / "taken") == "Hello &lt;x&gt;"
