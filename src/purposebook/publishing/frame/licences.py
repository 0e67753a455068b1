"""The licence notices of what a site holds of others, read from the packages that it comes from."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import Distribution, distribution
from typing import Final

from purposebook.storage.shipped import shipped

LICENCES: Final = "_static/licences.txt"
ORIGINS: Final = {
    "_static/pygments.css": "Pygments",
    "_static/styles/pydata-sphinx-theme.css": "pydata-sphinx-theme",
    "_static/styles/sphinx-book-theme.css": "sphinx-book-theme",
    "_static/vega.js": "vl-convert-python",
}
"""The package that each file of others comes from; all other files are Purposebook's or the team's own."""
_LICENCE: Final = re.compile(r"licen[sc]e|copying|notice", re.IGNORECASE)
_RULE: Final = "=" * 72
_BUNDLED: Final = """Some of these packages bundle others from npm: Vega and its parts in vega.js, Bootstrap and
Font Awesome in pydata-sphinx-theme.css. The licences of those:"""


@cache
def licences() -> bytes:
    """Return the notices of everything that a site redistributes."""
    own = _notice("purposebook", "scripts, styles and page frame")
    others = [_notice(package, file) for file, package in ORIGINS.items()]
    bundled = shipped("templates", "report", "npm-licences.txt").read_text(encoding="utf-8")
    return "\n".join([own, *others, f"{_RULE}\n{_BUNDLED}\n", bundled]).encode()


def _notice(package: str, file: str) -> str:
    """Return the licence of an installed package below its name and the file that comes from it."""
    found = distribution(package)
    return f"{_RULE}\n{found.name} {found.version}: {file}\n\n{_texts(found)}\n"


def _texts(found: Distribution) -> str:
    """Return the texts of a package's licence files; of one without any, what its metadata says."""
    files = sorted(file for file in found.files or () if ".dist-info" in str(file) and _LICENCE.match(file.name))
    texts = [file.read_text(encoding="utf-8").replace("\r\n", "\n").strip() for file in files]
    said = found.metadata.json
    return "\n\n".join(texts) or f"Licence: {said.get('license_expression') or said.get('license')}"
