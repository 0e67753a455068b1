"""Pin every package with its hashes, for each Python and system, by uv; `--upgrade` takes newer versions."""

import re
import shutil
import subprocess
import sys
import tomllib

from environment import ROOT, TESTED, USED

RUN, TESTS = ROOT / USED, ROOT / TESTED
EXTRAS = ("lab", "cluster", "postgresql")
"""What a workspace may need; every other extra is for those who develop Purposebook."""


def main():
    """Write both files; versions stay as they are unless they no longer fit."""
    uv = shutil.which("uv") or sys.exit("This needs uv: python -m pip install uv")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    backend = project["build-system"]["requires"]
    others = project["project"]["optional-dependencies"].keys() - EXTRAS
    run = pins(uv, RUN, EXTRAS, [*backend, "editables"])  # what builds the package, as it is and to be edited
    tests = pins(uv, TESTS, [*EXTRAS, *sorted(others)], [*backend, "editables"], "-c", str(RUN))
    TESTS.write_text(f"-r {USED}\n" + "".join(pin for pin in tests if pin not in run), encoding="utf-8")


def pins(uv, file, extras, more, *options):
    """Let uv write what the package needs with these extras into a file; return each pin with its hashes."""
    call = [uv, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--only-binary", ":all:"]
    call += ["--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url", "--no-emit-find-links"]
    call += [word for extra in extras for word in ("--extra", extra)] + [*options, *sys.argv[1:]]
    subprocess.run(
        [*call, "-o", str(file), "pyproject.toml", "-"], cwd=ROOT, input="\n".join(more), text=True, check=True
    )
    return re.split(r"(?m)^(?=[a-z])", file.read_text(encoding="utf-8"))[1:]


if __name__ == "__main__":
    sys.exit(main())
