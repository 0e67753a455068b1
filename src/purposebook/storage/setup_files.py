"""Write what a workspace needs on another machine, in an editor, in git and on a code host."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

from purposebook.domain.schemas import part_schema
from purposebook.domain.workbook import FILES
from purposebook.errors import UsageError
from purposebook.storage import disk
from purposebook.storage.shipped import CONSTRAINTS, shipped
from purposebook.storage.wheel import pack_wheel
from purposebook.text.directions import typed
from purposebook.version import __version__

WHEEL: Final = "wheel"
CI_FILES: Final = {
    "github": ("publish.yml", ".github/workflows/publish.yml"),
    "gitlab": ("gitlab-ci.yml", ".gitlab-ci.yml"),
}
"""For each code host the template in `templates/ci`, and where the host looks for it."""
_GIT_ADDRESS: Final = re.compile(
    r"git\+(?P<scheme>https|ssh|file)://(?:(?P<user>[^\s/@]+)@)?[^\s@#]+@(?P<revision>[^\s@#]+)(?:#[^\s#]+)?"
)
_REQUIREMENTS: Final = """\
# Purposebook {version}, which made this workspace. To install it on another machine, in this folder:
#   python -m pip install --require-hashes --only-binary :all: -r constraints.txt
#   python -m pip install --no-deps --no-build-isolation -r requirements.txt
{line}
"""
_PRE_COMMIT: Final = """\
# Before each commit: the faults and findings that it would bring. Switch it on with: pre-commit install
repos:
  - repo: local
    hooks:
      - id: purposebook
        name: Purposebook, what this change brings
        entry: purposebook check --changed
        language: system
        always_run: true
        pass_filenames: false
"""


def write_setup(folder: Path, source: str = WHEEL, host: str = "") -> None:
    """Write requirements, constraints, schemas, settings of editor and pre-commit, and the file of a code host."""
    disk.write_text(folder / "requirements.txt", _REQUIREMENTS.format(version=__version__, line=_line(folder, source)))
    disk.copy_file(shipped(CONSTRAINTS), folder / CONSTRAINTS)
    disk.write_text(folder / ".pre-commit-config.yaml", _PRE_COMMIT)
    for name, text in editor_files().items():
        _write(folder / name, text)
    if host:
        template, place = CI_FILES[host]
        _write(folder / place, shipped("templates", "ci", template).read_text(encoding="utf-8"))


def editor_files() -> dict[str, str]:
    """Return the files with which an editor completes the YAML files, by their paths in the workspace."""
    schemas = {f"./schemas/{part}.json": [f"data/*/{part}.yml"] for part in FILES}
    files = {f"schemas/{part}.json": part_schema(part) for part in FILES}
    files[".vscode/settings.json"] = {"yaml.schemas": schemas}
    files[".vscode/extensions.json"] = {"recommendations": ["redhat.vscode-yaml"]}
    return {path: json.dumps(value, indent=2, ensure_ascii=False) + "\n" for path, value in files.items()}


def _line(folder: Path, source: str) -> str:
    """Return the line of requirements.txt that says where Purposebook comes from; pack the wheel if from there."""
    if source == WHEEL:
        return f"./vendor/{pack_wheel(folder / 'vendor').name}"
    found = _GIT_ADDRESS.fullmatch(source)
    if not found:
        raise UsageError(
            f"--from {typed(source)} is no place to install from: write '{WHEEL}', or a git address with its tag or "
            f"commit, such as git+https://example.org/team/purposebook@v{__version__}"
        )
    user = found["user"] or ""
    if ":" in user or (user and found["scheme"] == "https"):
        raise UsageError(
            "--from holds a user name or a password, which everybody who has the workspace could read. Leave it out: "
            "git asks for it, or takes it from the machine's own settings."
        )
    return f"purposebook @ {source}"


def _write(path: Path, text: str) -> None:
    """Write a file and make its folder."""
    disk.make_folder(path.parent)
    disk.write_text(path, text)
