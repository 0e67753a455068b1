"""Pack the installed Purposebook as a wheel, so that a workspace can bring it to another machine."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Final

from purposebook.errors import PurposebookError
from purposebook.storage import disk
from purposebook.storage.shipped import CONSTRAINTS, PACKAGE, SHIPPED, plain_files, shipped
from purposebook.version import __version__

_NAME: Final = f"purposebook-{__version__}"
_DIST_INFO: Final = f"{_NAME}.dist-info"
_WHEEL: Final = b"Wheel-Version: 1.0\nGenerator: purposebook\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_INSTEAD: Final = "or name where other machines find it: purposebook init DIR --from git+https://HOST/PATH@REVISION"


def pack_wheel(folder: Path) -> Path:
    """Write the wheel of what runs here, and return its path; the same installation gives the same bytes."""
    contents = _dist_info() | _package() | _workspace()
    record = [f"{name},sha256={_digest(data)},{len(data)}" for name, data in sorted(contents.items())]
    contents[f"{_DIST_INFO}/RECORD"] = "\n".join([*record, f"{_DIST_INFO}/RECORD,,", ""]).encode()
    disk.make_folder(folder)
    path = folder / f"{_NAME}-py3-none-any.whl"
    with disk.replacing(path) as target, zipfile.ZipFile(target, "w") as archive:
        for name, data in sorted(contents.items(), key=lambda item: (".dist-info/" in item[0], item[0])):
            archive.writestr(_entry(name), data)
    return path


def _package() -> dict[str, bytes]:
    """Return the code, without the workspace that a wheel carries inside it."""
    files = {path.relative_to(PACKAGE): path for path in plain_files(PACKAGE) if path.suffix != ".pyc"}
    return {
        f"purposebook/{name.as_posix()}": path.read_bytes()
        for name, path in files.items()
        if name.parts[0] != "workspace"
    }


def _workspace() -> dict[str, bytes]:
    """Return what a new workspace is made from, in the places where an installation looks for it."""
    roots = {"/".join(parts): shipped(*parts) for parts in (*SHIPPED, (CONSTRAINTS,))}
    return {
        "/".join(filter(None, ("purposebook/workspace", name, _below(root, path)))): path.read_bytes()
        for name, root in roots.items()
        for path in plain_files(root)
    }


def _below(root: Path, path: Path) -> str:
    """Return a path as seen from `root`, empty for `root` itself."""
    return "" if path == root else path.relative_to(root).as_posix()


def _dist_info() -> dict[str, bytes]:
    """Return what the installation says about the package, without what it says about this machine."""
    try:
        about = metadata.distribution("purposebook")
    except metadata.PackageNotFoundError:
        raise PurposebookError(
            f"Purposebook runs here without being installed, so it cannot be packed: install it with pip, {_INSTEAD}"
        ) from None
    if about.version != __version__:
        raise PurposebookError(
            f"Purposebook {__version__} runs here, but {about.version} was installed. "
            f"Install it again with pip, {_INSTEAD}"
        )
    texts = {name: (about.read_text(name) or "").encode() for name in ("METADATA", "entry_points.txt")}
    licences = {
        file.as_posix().partition(".dist-info/")[2]: file.read_binary()
        for file in about.files or ()
        if ".dist-info/licenses/" in file.as_posix()
    }
    return {f"{_DIST_INFO}/{name}": data for name, data in (texts | licences | {"WHEEL": _WHEEL}).items()}


def _digest(data: bytes) -> str:
    """Return a file's hash as the list of a wheel writes it."""
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def _entry(name: str) -> zipfile.ZipInfo:
    """Describe a file of the wheel: readable by everybody, and with the same time on every machine."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.external_attr = 0o100644 << 16
    entry.create_system = 3
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
