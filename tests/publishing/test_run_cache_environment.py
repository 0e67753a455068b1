"""The hash of all code: it changes with what can change a page, and with nothing else."""

import subprocess
import sys
from pathlib import Path

from purposebook.publishing.cache.fingerprint import _packages, _tree, environment, hashed

CODE = {".py", ".html"}


def test_a_changed_file_of_code_changes_the_hash(tmp_path: Path) -> None:
    """Content, name and place of a file count; other kinds of files do not."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.py").write_text("1", encoding="utf-8")
    seen = [_tree(tmp_path, CODE)]
    (tmp_path / "a" / "x.py").write_text("2", encoding="utf-8")
    seen.append(_tree(tmp_path, CODE))
    (tmp_path / "a" / "x.py").rename(tmp_path / "x.py")
    seen.append(_tree(tmp_path, CODE))
    (tmp_path / "y.html").touch()
    seen.append(_tree(tmp_path, CODE))
    (tmp_path / "notes.txt").touch()
    assert len(set(seen)) == 4
    assert _tree(tmp_path, CODE) == seen[-1]


def test_what_stands_in_one_file_never_reads_as_two(tmp_path: Path) -> None:
    """The end of one file and the beginning of the next cannot change places unnoticed."""
    (tmp_path / "a.py").write_bytes(b"xb.py\0")
    before = _tree(tmp_path, CODE)
    (tmp_path / "a.py").write_bytes(b"x")
    (tmp_path / "b.py").write_bytes(b"")
    assert _tree(tmp_path, CODE) != before


def test_every_installed_package_counts() -> None:
    """Packages stand there with their versions, and ourselves with our code instead."""
    found = _packages()
    assert [name for name in found if name.startswith("altair-")]
    assert not [name for name in found if name.startswith("purposebook-")]
    assert found == sorted(found)


def test_another_package_is_another_environment(tmp_path: Path) -> None:
    """A package that is installed beside the others changes the hash."""
    (tmp_path / "site-packages" / "extra-1.0.dist-info").mkdir(parents=True)
    ask = "from purposebook.publishing.cache.fingerprint import environment; print(environment())"
    settings = {"PYTHONPATH": str(tmp_path / "site-packages"), "PYTHONHASHSEED": "1"}
    told = [
        subprocess.run([sys.executable, "-c", ask], env=env, check=True, capture_output=True, text=True).stdout
        for env in ({}, {"PYTHONHASHSEED": "2"}, settings)
    ]
    assert told[0] == told[1] != told[2]
    assert len(environment()) == len(hashed(None)) == 64
