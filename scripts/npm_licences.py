"""Write the licence notices of what Python packages bundle from npm without them: `npm` reads them from its packages.

Vega and what it uses come inside vl-convert-python, Bootstrap and Font Awesome inside the theme's style sheet. Run this
after their pins changed; a test names what is missing.
"""

import json
import re
import subprocess
import sys
import tempfile
from importlib.metadata import distribution
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / "templates" / "report" / "npm-licences.txt"
IN_SCRIPTS = re.compile(rb"/npm/((?:@[a-z-]+/)?[a-z0-9.-]+)@(\d+\.\d+\.\d+)/")
"""How vl-convert's modules name the packages that they come from."""
IN_STYLES = {
    "bootstrap": re.compile(r"\* Bootstrap +v([\d.]+)"),
    "@fortawesome/fontawesome-free": re.compile(r"\* Font Awesome Free ([\d.]+)"),
}
"""How the theme's style sheet names what it is made of."""
LICENCE = re.compile(r"(licen[sc]e|copying)(\.(md|txt))?", re.IGNORECASE)
RULE = "-" * 72


def bundled():
    """Return the version of each npm package that a published site holds, by its name."""
    import vl_convert

    folder = Path(vl_convert.__file__).parent
    library = next(file for file in folder.iterdir() if file.suffix in {".so", ".pyd"})
    found = {name.decode(): version.decode() for name, version in sorted(IN_SCRIPTS.findall(library.read_bytes()))}
    files = distribution("pydata-sphinx-theme").files or ()
    style = next(file for file in files if file.name == "pydata-sphinx-theme.css").read_text(encoding="utf-8")
    return found | {name: pattern.search(style)[1] for name, pattern in IN_STYLES.items()}


def listed(text):
    """Return the packages that a text of notices names, with their versions."""
    return dict(re.findall(r"^- (\S+) (\d+\.\d+\.\d+)$", text, re.MULTILINE))


def notices(versions, folder):
    """Install these versions (or later compatible ones, where one was withdrawn) below `folder`; return their licences.

    Each text stands there once, below all packages that have it.
    """
    wanted = {"private": True, "dependencies": {name: f"^{version}" for name, version in versions.items()}}
    (folder / "package.json").write_text(json.dumps(wanted), encoding="utf-8")
    subprocess.run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--force"], cwd=folder, check=True)
    packages = {}
    for name, version in sorted(versions.items()):
        files = sorted(file for file in (folder / "node_modules" / name).iterdir() if LICENCE.fullmatch(file.name))
        text = "\n\n".join(file.read_text(encoding="utf-8").strip() for file in files)
        packages.setdefault(text, []).append(f"- {name} {version}")
    return "".join(f"{RULE}\n" + "\n".join(names) + f"\n\n{text}\n\n" for text, names in packages.items())


def main():
    """Write the file anew."""
    with tempfile.TemporaryDirectory() as folder:
        FILE.write_text(notices(bundled(), Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
