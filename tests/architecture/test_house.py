"""The house rules that a reader of the code relies on, checked on the code itself."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "purposebook"
MODULES = sorted(PACKAGE.rglob("*.py"))

OWNERS = {
    r"\bMarkdown\(": set(),
    r"(?<![\w.])HTML\(|widgets\.HTML\b|HTMLMath": set(),
    r"\.style\b(?!\.)": {"notebook/forms", "storage/yaml_"},  # there it is how a text is quoted, not how it looks
    r"escape=False": set(),
    r"\byaml\.load\b": {"storage"},
    r"\bopen\([^)]*[\"'][wax]b?\+?[\"']": {"storage/disk.py"},
    r"(?<!disk)\.write_(text|bytes)\(": {"storage/disk.py"},
    r"\bread_csv\b": {"domain/event_log.py"},
    r"\bto_html\(": set(),
    r"\.save\([^)]*\.(svg|html|png)": set(),
    r"\bdate\.today\(|datetime\.now\(|time\.time\(": {
        "cli/options.py",
        "notebook/chapter.py",
        "notebook/forms/clock.py",
        "checks/plausible_findings.py",  # a look back must not take for the future what has come since
    },
    r"\bfromtimestamp\((?!.*dt\.UTC)|\.astimezone\(\)": {"notebook/forms/clock.py"},  # the time of day on this machine
}
"""What only one place may do, as a pattern and the places that may."""


def code_of(module: Path) -> str:
    """Return a module's code without docstrings and comments."""
    return ast.unparse(_without_docstrings(ast.parse(module.read_text(encoding="utf-8"))))


def _without_docstrings(tree: ast.Module) -> ast.Module:
    """Empty every docstring of `tree`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            node.value = ast.Constant("")
    return tree


@pytest.mark.parametrize("pattern", OWNERS)
def test_dangerous_calls_have_one_owner(pattern: str) -> None:
    """What can run, disclose or tear is called in the one module that guards it."""
    found = [
        module.relative_to(PACKAGE).as_posix()
        for module in MODULES
        if re.search(pattern, code_of(module))
        and not any(module.relative_to(PACKAGE).as_posix().startswith(owner) for owner in OWNERS[pattern])
    ]
    assert found == []


def functions(module: Path) -> Iterator[tuple[str, int]]:
    """Yield each function's place and its number of lines without the docstring."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            docstring = (first.end_lineno or 0) - first.lineno + 1 if is_docstring else 0
            length = (node.end_lineno or 0) - node.lineno + 1 - docstring
            yield f"{module.relative_to(ROOT)}:{node.lineno} {node.name}", length


def test_functions_are_short() -> None:
    """No function of the package or the scripts is longer than 30 lines."""
    places = [*MODULES, *sorted((ROOT / "scripts").glob("*.py"))]
    long = [f"{place} ({length})" for module in places for place, length in functions(module) if length > 30]
    assert long == []


def test_modules_are_short() -> None:
    """No module of the package is longer than 300 lines."""
    lengths = {
        module.relative_to(ROOT).as_posix(): len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES
    }
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_no_catch_all_module() -> None:
    """No module is named for holding anything."""
    vague = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
    assert [module.name for module in MODULES if module.stem in vague] == []


def linted_copy(folder: Path) -> Path:
    """Copy what import-linter reads to `folder`."""
    shutil.copytree(PACKAGE, folder / "src" / "purposebook", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the copy of the package in `folder`."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(
        command,
        cwd=folder,
        env={"PYTHONPATH": str(folder / "src"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_import_upwards_breaks_the_build(tmp_path: Path) -> None:
    """A lower layer that imports a higher one is refused by name."""
    copy = linted_copy(tmp_path)
    (copy / "src/purposebook/storage/climbs.py").write_text("import purposebook.notebook.cards\n", encoding="utf-8")
    found = lint(copy)
    assert found.returncode == 1
    assert "purposebook.storage.climbs" in found.stdout


def test_a_folder_that_nobody_placed_breaks_the_build(tmp_path: Path) -> None:
    """A new package outside the layers is refused until somebody places it."""
    copy = linted_copy(tmp_path)
    (copy / "src/purposebook/homeless").mkdir()
    (copy / "src/purposebook/homeless/__init__.py").write_text("", encoding="utf-8")
    found = lint(copy)
    assert found.returncode == 1
    assert "homeless" in found.stdout


def committed() -> list[Path]:
    """Return the text files that git tracks, or all of the tree outside a checkout."""
    told = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = [name for name in told.stdout.split("\0") if name]
    return [ROOT / name for name in names if (ROOT / name).is_file() and not (ROOT / name).is_symlink()]


def test_no_file_names_one_machine() -> None:
    """No committed file outside the tests carries a path of somebody's machine or a package registry's host."""
    machine = re.compile(rb"/(?:tmp|work|root|home)/[a-z]|pypi\.org|pythonhosted|registry\.npmjs|deb\.debian")
    found = [
        path.relative_to(ROOT).as_posix()
        for path in committed()
        if "tests" not in path.relative_to(ROOT).parts and machine.search(path.read_bytes())
    ]
    assert found == []
