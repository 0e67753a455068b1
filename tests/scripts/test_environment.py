"""The environment is made for any Python from 3.11 on, quietly, and a failure is told in the installer's own words."""

import ast
import re
import signal
import subprocess
import sys
import time
import tomllib
import zipfile
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

import environment

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ENTRIES = {
    name: re.split(r"\n(?=[^ \n])", (ROOT / name).read_text(encoding="utf-8").strip())
    for name in (environment.USED, environment.TESTED)
}
"""What each file pins: a package, its version, where it is for, and below the hashes of its files."""
RUN, TESTS = (
    {
        canonicalize_name(pin.name): pin
        for pin in (Requirement(entry.partition(" \\\n")[0]) for entry in entries if entry[0] != "-")
    }
    for entries in ENTRIES.values()
)
SYSTEMS = (("linux", "posix"), ("darwin", "posix"), ("win32", "nt"))
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
NOISY = """
print("WARNING: Location 'file:///somewhere/' is ignored: it is neither a file nor a directory.")
print("Collecting numpy==2.4.6")
"""
FAILS = NOISY + "print('ERROR: No matching distribution found for numpy==99'); raise SystemExit(1)"


def installer(code: str) -> list[str]:
    """Return the call of a program that prints what an installer prints."""
    return [sys.executable, "-c", code]


def test_the_build_backend_is_pinned() -> None:
    """What builds the package is the version that is pinned and tested."""
    whole = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (backend,) = map(Requirement, whole["build-system"]["requires"])
    assert RUN[backend.name].specifier == backend.specifier


def test_every_pin_has_hashes() -> None:
    """What was changed on its way, or is another file of the same version, is not installed; no registry is named."""
    entries = [*ENTRIES[environment.USED], *ENTRIES[environment.TESTED][1:]]
    assert ENTRIES[environment.TESTED][0] == "-r constraints.txt"
    whole = re.compile(r"[a-z0-9.-]+==[^ ]+( ; [^\n]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+")
    assert [entry for entry in entries if not whole.fullmatch(entry)] == []


def test_a_file_with_another_hash_is_refused(tmp_path: Path) -> None:
    """A wheel that somebody changed, under the name and version that are pinned, is not installed."""
    pin = next(entry for entry in ENTRIES[environment.USED] if entry.startswith("comm=="))
    version = str(RUN["comm"].specifier).removeprefix("==")
    with zipfile.ZipFile(tmp_path / f"comm-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"comm-{version}.dist-info/METADATA", f"Metadata-Version: 2.1\nName: comm\nVersion: {version}\n")
        wheel.writestr(
            f"comm-{version}.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"comm-{version}.dist-info/RECORD", "")
    (tmp_path / "pins.txt").write_text(pin, encoding="utf-8")
    words = [sys.executable, "-m", "pip", "--isolated", "install", "--no-index", "--find-links", str(tmp_path)]
    words += ["--require-hashes", "--only-binary", ":all:", "--target", str(tmp_path / "to"), "-r", "pins.txt"]
    told = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode and "DO NOT MATCH THE HASHES" in told.stderr and not (tmp_path / "to").exists()


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_what_is_wanted_is_pinned_within_its_range(python: str, system: tuple[str, str]) -> None:
    """On each system and Python: every package of pyproject.toml and of what it needs in turn that is known here."""
    here = {"python_version": python, "python_full_version": f"{python}.5", "extra": ""}
    here |= dict(zip(("sys_platform", "os_name"), system, strict=True))
    here["platform_system"] = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}[system[0]]
    extras = PROJECT["optional-dependencies"]
    wanted = [(words, RUN) for name in ("lab", "cluster", "postgresql") for words in extras[name]]
    wanted += [(words, RUN) for words in PROJECT["dependencies"]] + [(words, RUN | TESTS) for words in extras["test"]]
    for words, pins in wanted:
        asked = Requirement(words)
        pin = pins[canonicalize_name(asked.name)]
        assert pin.marker is None or pin.marker.evaluate(here), f"{pin} is not for {here}"
        (version,) = (one.version for one in pin.specifier)
        assert version in asked.specifier, f"{pin} is not {asked}"
    assert missing_here(here) == set()


def missing_here(here: dict[str, str]) -> set[str]:
    """Return what the installed packages need there and what no file pins for there."""
    there = {name for name, pin in (RUN | TESTS).items() if pin.marker is None or pin.marker.evaluate(here)}
    asked = {one.name: one.requires or [] for one in distributions() if canonicalize_name(one.name) in there}
    needs = [Requirement(words) for requires in asked.values() for words in requires]
    plain = {canonicalize_name(one.name) for one in needs if one.marker is None or one.marker.evaluate(here)}
    return plain - there


def test_no_python_is_too_new() -> None:
    """There is no upper bound, neither for pip nor for the scripts."""
    assert PROJECT["requires-python"] == ">=3.11"
    assert "Programming Language :: Python :: 3.14" in PROJECT["classifiers"]
    assert "You need Python 3.11 or later" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("version", ["3.11.0", "3.11.2", "3.12.0", "3.13.0", "3.14.0"])
def test_every_pinned_package_takes_every_python(version: str) -> None:
    """No pin asks for a later Python than ours, such as Debian's 3.11.2, and none stops before the newest."""
    pins = (RUN | TESTS).keys()
    asked = {canonicalize_name(one.name): one.metadata.get("Requires-Python") for one in distributions()}
    refused = [name for name in pins & asked.keys() if version not in SpecifierSet(asked[name] or "")]
    assert len(pins & asked.keys()) > 150
    assert refused == []


@pytest.mark.parametrize("name", ["build.py", "environment.py", "test.py"])
def test_an_old_python_can_read_the_scripts(name: str) -> None:
    """A Python that is too old says so in a sentence; for that it must be able to read the file."""
    ast.parse((ROOT / "scripts" / name).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_old_python_is_refused_in_a_sentence() -> None:
    """The sentence names what is needed and what was found."""
    code = "import sys; sys.version_info = (3, 10, 1); import environment; environment.prepare('lab')"
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "scripts", capture_output=True, text=True, check=False
    )
    assert told.stderr == ("Purposebook needs Python 3.11 or later; this is 3.10. Start the script with a later one.\n")


def test_an_installer_that_succeeds_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """Warnings about somebody's mirrors are no user's business."""
    assert environment._failure(installer(NOISY)) == ""
    assert capfd.readouterr() == ("", "")


def test_an_installer_that_fails_is_quoted() -> None:
    """Its errors are told, without the noise around them."""
    assert environment._failure(installer(FAILS)) == "ERROR: No matching distribution found for numpy==99"


def test_an_installer_that_is_silent_and_fails_is_told() -> None:
    """A code alone is a failure too."""
    assert environment._failure(installer("raise SystemExit(3)")) == "It ended with code 3 and without a word."


def test_a_long_installation_says_that_it_goes_on(capfd: pytest.CaptureFixture[str]) -> None:
    """Minutes of silence would look like a hang."""
    assert environment._failure(installer("import time; time.sleep(1)"), every=0.3) == ""
    assert len(re.findall(r"^  still installing after \d seconds \.\.\.$", capfd.readouterr().out, re.M)) >= 2


def test_ctrl_c_ends_an_installation_with_a_sentence(tmp_path: Path) -> None:
    """No traceback, and the installer is gone."""
    begun = tmp_path / "begun"
    long = f"import time; open({str(begun)!r}, 'w').close(); time.sleep(60)"
    handled = "import signal, environment; signal.signal(2, signal.default_int_handler)"
    code = f"{handled}; environment._failure({installer(long)!r})"
    words = [sys.executable, "-c", code]
    with subprocess.Popen(words, cwd=ROOT / "scripts", stderr=subprocess.PIPE, text=True) as running:
        while not begun.exists():
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        assert running.communicate(timeout=30)[1] == "Stopped. Run the command again to go on.\n"
