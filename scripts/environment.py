"""Make the project's own Python environment in `.venv`; standard library only, for any Python that starts it."""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST, NEWEST = (3, 11), (3, 13)


def python():
    """Return the path of the environment's interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def command(name):
    """Return a console command of the environment."""
    return python().with_name(name + (".exe" if os.name == "nt" else ""))


def prepare(*extras):
    """Install the package with `extras` at the pinned versions; a second call with the same pins installs nothing."""
    _refuse_other_pythons()
    wanted = _fingerprint()
    stamps = {extra: VENV / f".installed-{extra}" for extra in extras}
    if all(stamp.is_file() and stamp.read_text() == wanted for stamp in stamps.values()) and python().is_file():
        return
    if not _starts():
        print("Making the Python environment in .venv ...", flush=True)
        _make()
    print("Installing the pinned packages (once, some minutes) ...", flush=True)
    _run_pip("--editable", f"{ROOT}[{','.join(extras)}]", "--constraint", str(ROOT / "constraints.txt"))
    for stamp in stamps.values():
        stamp.write_text(wanted)


def _refuse_other_pythons():
    """Stop with a sentence where the packages would not install."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        found = ".".join(str(part) for part in sys.version_info[:2])
        sys.exit(f"Purposebook needs Python 3.11, 3.12 or 3.13; this is {found}. Start the script with one of those.")


def _starts():
    """Tell whether the environment's interpreter is there and of the version that runs this."""
    if not python().is_file():
        return False
    ask = "import sys, pip; print(sys.version_info[:2])"
    found = subprocess.run([str(python()), "-c", ask], capture_output=True, text=True, check=False)
    return found.stdout.strip() == str(sys.version_info[:2])


def _make():
    """Make an empty environment, replacing a broken one."""
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, OSError) as error:
        sys.exit(
            f"Python could not make .venv ({type(error).__name__}). On Debian or Ubuntu: apt install python3-venv."
        )


def _run_pip(*arguments):
    """Install with the environment's pip, or stop with what to do next."""
    call = [str(python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments]
    if subprocess.run(call, cwd=ROOT, check=False).returncode:
        sys.exit("Installing failed; the lines above say why. Check the network connection and run the command again.")


def _fingerprint():
    """Return what the environment depends on: the pins, the package's own description, the Python version."""
    parts = [(ROOT / name).read_bytes() for name in ("constraints.txt", "pyproject.toml")]
    parts.append(f"{sys.version_info[:2]} {ROOT}".encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
