"""Check everything: lint, layers, types, generated files and all tests, each defined once, here."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import environment

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHECKS = (
    ("Style", ["ruff", "check", "."]),
    ("Format", ["ruff", "format", "--check", "."]),
    ("Layers", ["lint-imports"]),
    ("Types", ["mypy"]),
    ("Generated files", ["python", "scripts/generate.py", "--check"]),
)


def main():
    """Run every check, or with arguments only the tests, handing the arguments to pytest; 0 when all hold."""
    environment.prepare(environment.TESTED)
    settings = dict(os.environ, PURPOSEBOOK_BROWSER=browser())
    postgresql()
    failed = [] if sys.argv[1:] else [name for name, words in CHECKS if not holds(name, words, settings)]
    print("== Tests", flush=True)
    chosen = sys.argv[1:] or ["-n", "2", "--dist", "loadfile"]
    tests = subprocess.run(
        [str(environment.python()), "-m", "pytest", *chosen], cwd=environment.ROOT, env=settings, check=False
    )
    if failed:
        print("Not in order: " + ", ".join(failed), file=sys.stderr, flush=True)
    return tests.returncode or int(bool(failed))


def holds(name, words, settings):
    """Run one check and tell whether it holds."""
    print(f"== {name}", flush=True)
    call = [str(environment.command(words[0])), *words[1:]]
    return subprocess.run(call, cwd=environment.ROOT, env=settings, check=False).returncode == 0


def browser():
    """Return the path of a Chromium, installing one where that is possible."""
    found = find_browser()
    if not found and may_install():
        print("Installing Chromium (Debian package chromium) ...", flush=True)
        install("chromium")
        found = find_browser()
    elif not found:
        print("Installing Chromium (through Playwright) ...", flush=True)
        subprocess.run([str(environment.python()), "-m", "playwright", "install", "chromium"], check=False)
        found = playwright_browser()
    if not found:
        sys.exit("The tests need a Chromium: install the package 'chromium' or Google Chrome, then run this again.")
    return found


def postgresql():
    """Install PostgreSQL's server where that is possible; the tests that need one are skipped without it."""
    if not any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) and not shutil.which("initdb") and may_install():
        print("Installing PostgreSQL (Debian package postgresql) ...", flush=True)
        install("postgresql")


def may_install():
    """Tell whether packages of Debian can be installed here."""
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def install(package):
    """Install a package of Debian; whoever needs it sees whether that went well."""
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for words in (["update"], ["install", "--yes", "--no-install-recommends", package]):
        subprocess.run(["apt-get", *words], stdout=subprocess.DEVNULL, env=quiet, check=False)


def find_browser():
    """Return the path of an installed Chromium or Chrome, or an empty text."""
    named = os.environ.get("PURPOSEBOOK_BROWSER", "")
    return named or next((path for path in map(shutil.which, BROWSERS) if path), "") or playwright_browser()


def playwright_browser():
    """Return the path of the Chromium that Playwright installed, or an empty text."""
    ask = (
        "from playwright.sync_api import sync_playwright as start\nfrom pathlib import Path\n"
        "with start() as p: path = p.chromium.executable_path\nprint(path if Path(path).is_file() else '')"
    )
    told = subprocess.run([str(environment.python()), "-c", ask], capture_output=True, text=True, check=False)
    return told.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
