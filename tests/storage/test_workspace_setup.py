"""What `init` writes is enough for another machine, an editor, git and a code host."""

from __future__ import annotations

import fnmatch
import hashlib
import json
import re
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path

import jsonschema
import pytest
import yaml
from packaging.requirements import Requirement
from ruamel.yaml import YAML

from purposebook.cli.app import run
from purposebook.errors import UsageError
from purposebook.storage.products import init_workspace
from purposebook.version import __version__

ROOT = Path(__file__).resolve().parents[2]
WHEEL = f"vendor/purposebook-{__version__}-py3-none-any.whl"
ADDRESS = f"git+https://example.org/team/purposebook@v{__version__}"


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a workspace."""
    return init_workspace(tmp_path_factory.mktemp("init") / "ours")


def lines(path: Path) -> list[str]:
    """Return a file's lines without comments."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def test_the_wheel_is_named_and_there(ours: Path) -> None:
    """The requirements are the wheel that lies beside them, and nothing from an index under our name."""
    assert lines(ours / "requirements.txt") == [f"./{WHEEL}"]
    assert (ours / WHEEL).is_file()
    assert (ours / "constraints.txt").read_bytes() == (ROOT / "constraints.txt").read_bytes()


def test_the_wheel_lists_its_files_with_their_hashes(ours: Path) -> None:
    """Every file is in RECORD, and nothing in it tells of this machine."""
    with zipfile.ZipFile(ours / WHEEL) as wheel:
        files = {name: wheel.read(name) for name in wheel.namelist()}
    record = files[f"purposebook-{__version__}.dist-info/RECORD"].decode().splitlines()
    assert sorted(line.partition(",")[0] for line in record) == sorted(files)
    assert not any(name.endswith((".pyc", "direct_url.json", "INSTALLER")) or "/." in name for name in files)
    assert not any(bytes(ROOT) in data for data in files.values())


def test_the_same_installation_packs_the_same_bytes(ours: Path, tmp_path: Path) -> None:
    """Two workspaces hold the same wheel."""
    again = init_workspace(tmp_path / "again")
    assert hashlib.sha256((again / WHEEL).read_bytes()).digest() == hashlib.sha256((ours / WHEEL).read_bytes()).digest()


@pytest.mark.slow
def test_the_wheel_holds_what_a_release_would_hold(ours: Path, tmp_path: Path) -> None:
    """The files are those that the build backend puts into a wheel, byte for byte."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    made, released = ours / WHEEL, next(tmp_path.glob("*.whl"))
    contents = [
        {name: wheel.read(name) for name in wheel.namelist() if not re.search(r"dist-info/(WHEEL|RECORD)|\.pyc$", name)}
        for wheel in (zipfile.ZipFile(made), zipfile.ZipFile(released))
    ]
    assert sorted(contents[0]) == sorted(contents[1])
    assert [name for name, data in contents[0].items() if contents[1][name] != data] == []


@pytest.mark.slow
def test_an_installed_wheel_packs_itself_again(ours: Path, tmp_path: Path) -> None:
    """On the next machine, where Purposebook came from the wheel, `init` writes the same wheel."""
    python = tmp_path / "python"
    subprocess.run([sys.executable, "-m", "venv", str(python)], check=True)
    install = [str(python / "bin/pip"), "install", "--quiet", "--no-deps", str(ours / WHEEL)]
    subprocess.run(install, check=True, capture_output=True)
    borrowed = f"import sys; sys.path += {[path for path in sys.path if path and 'src' not in path]!r}"
    code = f"{borrowed}; from purposebook.cli.app import run; run(['init', 'next'])"
    subprocess.run([str(python / "bin/python"), "-P", "-c", code], cwd=tmp_path, check=True)
    assert (tmp_path / "next" / WHEEL).read_bytes() == (ours / WHEEL).read_bytes()


@pytest.mark.parametrize(
    ("metadata", "why"),
    [("", "runs here without being installed"), ("Name: purposebook\nVersion: 0.0.9\n", "but 0.0.9 was installed")],
)
def test_what_cannot_be_packed_is_said(metadata: str, why: str, tmp_path: Path) -> None:
    """Where the installation does not describe what runs, nothing is made, and the sentence names two ways on."""
    (tmp_path / "purposebook-0.0.9.dist-info").mkdir()
    (tmp_path / "purposebook-0.0.9.dist-info/METADATA").write_text(metadata or "Name: other\n", encoding="utf-8")
    found = [str(tmp_path)] if metadata else []
    code = (
        f"import sys, pathlib, purposebook.storage.setup_files, purposebook.storage.products as products\n"
        f"sys.path[:] = {found!r}\nproducts.init_workspace(pathlib.Path('ours'))"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert why in told.stderr and "install" in told.stderr and "--from git+https://" in told.stderr
    assert not (tmp_path / "ours").exists()


@pytest.mark.parametrize(
    "address",
    [
        ADDRESS,
        "git+ssh://git@example.org/team/purposebook.git@0f3a9b1",
        "git+file:///srv/purposebook@v1#egg=purposebook",
    ],
)
def test_a_git_address_stands_in_the_requirements(address: str, tmp_path: Path) -> None:
    """A git address with its revision is written as pip reads it, and no wheel is packed."""
    made = init_workspace(tmp_path / "ours", address)
    assert lines(made / "requirements.txt") == [f"purposebook @ {address}"]
    assert Requirement(f"purposebook @ {address}").url == address
    assert not (made / "vendor").exists()


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("git+https://example.org/team/purposebook", "tag or commit"),
        ("https://example.org/purposebook.whl", "no place to install from"),
        ("purposebook", "no place to install from"),
        ("git+https://example.org/a@v1\n--extra-index-url=https://evil.example", "no place to install from"),
        ("git+https://token@example.org/team/purposebook@v1", "user name or a password"),
        ("git+ssh://ana:secret@example.org/team/purposebook@v1", "user name or a password"),
    ],
)
def test_an_address_that_cannot_be_makes_nothing(address: str, why: str, tmp_path: Path) -> None:
    """Say what is wrong, print no secret, and leave no folder behind."""
    with pytest.raises(UsageError, match=why) as refused:
        init_workspace(tmp_path / "ours", address)
    assert "secret" not in str(refused.value) and "token" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_editors_find_a_schema_for_every_part(ours: Path) -> None:
    """Each YAML file of the example matches one pattern, whose schema is there and accepts it."""
    schemas = json.loads((ours / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    for file in sorted((ours / "data/coursecraft").glob("*.yml")):
        name = file.relative_to(ours).as_posix()
        fitting = [schema for schema, globs in schemas.items() for glob in globs if fnmatch.fnmatch(name, glob)]
        assert fitting == [f"./schemas/{file.stem}.json"]
        data = json.loads(json.dumps(YAML(typ="safe").load(file.read_bytes()), default=str))
        jsonschema.validate(data, json.loads((ours / fitting[0]).read_text(encoding="utf-8")))


def test_an_editor_is_told_which_extension_reads_the_schemas(ours: Path) -> None:
    """Visual Studio Code offers the extension for YAML, and no other."""
    told = json.loads((ours / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert told == {"recommendations": ["redhat.vscode-yaml"]}


IGNORED = (
    "_site/coursecraft/index.html",
    "_private/coursecraft/index.html",
    "_build/html/index.html",
    "public/index.html",
    ".purposebook/coursecraft/mission.ipynb",
    ".venv/bin/python",
    "data/coursecraft/private/ana.yml",
    "data/coursecraft/.mission.yml.lock",
    "chapters/.ipynb_checkpoints/mission.ipynb",
    "purposebook.sarif",
)
KEPT = (
    WHEEL,
    "requirements.txt",
    "constraints.txt",
    ".vscode/settings.json",
    ".pre-commit-config.yaml",
    "data/public/mission.yml",
    "data/coursecraft/events.csv",
)


@pytest.mark.parametrize("name", [*IGNORED, *KEPT])
def test_git_ignores_what_is_made_and_keeps_what_is_written(ours: Path, name: str, tmp_path: Path) -> None:
    """Ask git itself about what tools make, and about what the workspace needs."""
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_bytes((ours / ".gitignore").read_bytes())
    asked = subprocess.run(["git", "-C", str(tmp_path), "check-ignore", "--quiet", name], check=False)
    assert asked.returncode == (0 if name in IGNORED else 1)


def test_the_hook_is_a_command_that_runs(ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What pre-commit would call checks the change; here there is none."""
    (hook,) = yaml.safe_load((ours / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    subprocess.run(["git", "init", "--quiet", str(ours)], check=True)
    subprocess.run(["git", "-C", str(ours), "add", "--all"], check=True)
    people = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"]
    subprocess.run(["git", "-C", str(ours), *people, "commit", "--quiet", "-m", "Our products"], check=True)
    monkeypatch.chdir(ours)
    assert run(shlex.split(hook["entry"])[1:]) == 0


@pytest.mark.parametrize(
    ("host", "place", "template"),
    [("github", ".github/workflows/publish.yml", "publish.yml"), ("gitlab", ".gitlab-ci.yml", "gitlab-ci.yml")],
)
def test_the_file_of_a_code_host_is_written_when_asked(host: str, place: str, template: str, tmp_path: Path) -> None:
    """The host's file is the template, which lies in the workspace as well."""
    assert run(["init", str(tmp_path / "ours"), "--ci", host]) == 0
    written = (tmp_path / "ours" / place).read_bytes()
    assert written == (tmp_path / "ours/templates/ci" / template).read_bytes()
    assert written == (ROOT / "templates/ci" / template).read_bytes()


def test_private_answers_and_hidden_files_never_travel(tmp_path: Path) -> None:
    """Answers of single people, locks and links beside shipped files are in no wheel and no workspace."""
    from purposebook.storage.shipped import plain_files

    (tmp_path / "bus/private").mkdir(parents=True)
    (tmp_path / "bus/private/ana.yml").write_text("secret", encoding="utf-8")
    (tmp_path / "bus/.mission.yml.lock").touch()
    (tmp_path / "bus/mission.yml").touch()
    (tmp_path / "bus/link.yml").symlink_to(tmp_path / "bus/mission.yml")
    assert [path.name for path in plain_files(tmp_path / "bus")] == ["mission.yml"]
