"""Make the project's own Python environment in `.venv`; standard library only, for any Python that starts it."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
USED, TESTED = "constraints.txt", "constraints-tests.txt"
"""What Purposebook runs on, and what checking it needs besides."""
OLDEST = (3, 11)
TELL_SECONDS = 10
"""How often a long installation says that it is going on."""
NOISE = ("WARNING: Location ", "[notice]", "Looking in ", "Collecting ", "  Downloading ", "  Using cached ")
"""How lines of pip begin that say nothing about a failure."""


def python():
    """Return the path of the environment's interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def command(name):
    """Return a console command of the environment."""
    return python().with_name(name + (".exe" if os.name == "nt" else ""))


def prepare(pins=USED):
    """Install the package and what a file pins, each with its hash; a second call with the same pins does nothing."""
    _refuse_old_pythons()
    wanted = _fingerprint()
    stamp = VENV / f".installed-{pins}"
    if stamp.is_file() and stamp.read_text() == wanted and python().is_file():
        return
    if not _starts():
        print("Making the Python environment in .venv ...", flush=True)
        _make()
    _install(
        "the pinned packages (some minutes)",
        "--require-hashes",
        "--only-binary",
        ":all:",
        "--requirement",
        str(ROOT / pins),
    )
    _install("Purposebook", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    for file in {pins, USED}:  # whatever the tests need, what Purposebook runs on is among it
        (VENV / f".installed-{file}").write_text(wanted)


def _refuse_old_pythons():
    """Stop with a sentence where the packages would not install."""
    if sys.version_info[:2] < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:2])
        sys.exit(f"Purposebook needs Python 3.11 or later; this is {found}. Start the script with a later one.")


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


def _install(what, *arguments):
    """Install with uv where that is installed, else or where it fails with pip; or stop with what to do next."""
    uv = shutil.which("uv")
    if uv:
        print(f"Installing {what} with uv ...", flush=True)
        failed = _failure([uv, "pip", "install", "--python", str(python()), *arguments])
        if not failed:
            return
        print("uv could not install this; trying pip.", flush=True)
    print(f"Installing {what} with pip ...", flush=True)
    failed = _failure([str(python()), "-m", "pip", "install", "--progress-bar", "off", *arguments])
    if failed:
        sys.exit(f"{failed}\nInstalling failed: see above. Check the network connection and run the command again.")


def _failure(call, every=TELL_SECONDS):
    """Run an installer, say now and then that it goes on, and return what it printed if it failed."""
    settings = dict(os.environ, PIP_DISABLE_PIP_VERSION_CHECK="1")
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        begun = time.monotonic()
        with subprocess.Popen(call, cwd=str(ROOT), env=settings, stdout=said, stderr=subprocess.STDOUT) as running:
            while _goes_on(running, every):
                print(f"  still installing after {time.monotonic() - begun:.0f} seconds ...", flush=True)
        said.seek(0)
        lines = [line for line in said.read().splitlines() if line.strip() and not line.startswith(NOISE)]
    silent = f"It ended with code {running.returncode} and without a word."
    return ("\n".join(lines[-12:]) or silent) if running.returncode else ""


def _goes_on(running, seconds):
    """Wait a while, and tell whether the installer still runs; Ctrl+C ends it and us with a sentence."""
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired:
        return True
    except KeyboardInterrupt:
        running.terminate()
        running.wait()
        sys.exit("Stopped. Run the command again to go on.")
    return False


def _fingerprint():
    """Return what the environment depends on: the pins, the package's own description, the Python version."""
    parts = [(ROOT / name).read_bytes() for name in (USED, TESTED, "pyproject.toml")]
    parts.append(f"{sys.version_info[:2]} {ROOT}".encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
