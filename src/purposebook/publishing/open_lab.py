"""Open a product's own chapters in JupyterLab: forms ready, no code to be seen, the user's own settings untouched."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import zlib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, Final

from purposebook.domain.row_origins import databases
from purposebook.domain.workbook import Workbook
from purposebook.errors import MissingExtra, UsageError
from purposebook.publishing.identity import FRONT_CHAPTER
from purposebook.publishing.lab_server import Place, serve
from purposebook.publishing.own_chapters import write_chapters
from purposebook.publishing.surroundings import surroundings
from purposebook.storage import disk
from purposebook.storage.texts import shown
from purposebook.storage.workspace import Workspace

EXTENSIONS: Final = Path(__file__).resolve().parent / "lab"
"""The folder with our extension of JupyterLab."""
_KERNEL: Final = "purposebook.publishing.lab_kernel.LabKernel"
PROCESS: Final = "purposebook.publishing.patient_kernel.PatientKernel"
"""The class of what runs in a kernel's process."""
_SETTINGS: Final[Mapping[str, Mapping[str, Any]]] = {
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": True,
    },
    "@jupyterlab/apputils-extension:kernels-settings": {"commsOverSubshells": "disabled"},
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none", "recordTiming": False},
    "@jupyterlab/statusbar-extension:plugin": {"visible": False},
}
"""Defaults of this JupyterLab: it asks no other machine for news, draws whole chapters, and hands a kernel what is
typed and pressed one after the other; subshells are threads, in which a click overtakes the text before it."""
_OF_JUPYTER: Final = ("JUPYTER_PATH", "JUPYTER_PORT_RETRIES")
"""Settings of the user that lead JupyterLab and hold no secret; `JUPYTER_TOKEN` would be one."""
_LEFT_OUT: Final = (
    "@jupyterlab/application-extension:dirty",
    "@jupyterlab/apputils-extension:announcements",
    "@jupyterlab/extensionmanager-extension",
    "@jupyterlab/debugger-extension",
    "@jupyterlab/terminal-extension",
)
"""Parts of JupyterLab that a chapter does not need; `dirty` would ask about changes of a copy that holds no data."""


def open_product(
    workspace: Workspace,
    slug: str,
    chapter: str | None = None,
    launch: bool = True,
    say: Callable[[str], None] = print,
) -> Path:
    """Make the product's own chapters and open one of them: the one named, or the first that is not done."""
    from purposebook.storage.reading import read_workbook

    needs_lab("jupyterlab")
    book = read_workbook(workspace.folder(slug))
    name = _chapter(workspace, book, chapter)
    notebook = write_chapters(workspace, slug) / f"{name}.ipynb"
    write_settings(notebook.parent)
    if launch:
        place = Place(_private(notebook.parent), shown(book.product.name), f"purposebook open {slug}")
        variables = environment(notebook.parent, databases(book.metrics))
        options = "--no-browser", f"--ServerApp.port={port(notebook.parent)}"
        serve(command(notebook, *options), variables, place, notebook.name, say)
    return notebook


def needs_lab(module: str) -> None:
    """Raise `MissingExtra` when JupyterLab is not installed."""
    if importlib.util.find_spec(module) is None:
        raise MissingExtra.named("lab", "open")


def _chapter(workspace: Workspace, book: Workbook, wanted: str | None) -> str:
    """Return the chapter to open: once every part is done, the report."""
    chapters = workspace.chapters()
    if wanted is not None:
        if wanted not in chapters:
            raise UsageError(f"There is no chapter {wanted[:60]!r}. Use one of: {', '.join(chapters)}.")
        return wanted
    from purposebook.checks.parts_done import not_done

    if not chapters:
        raise UsageError("_toc.yml lists no notebook: list one of chapters/ there.")
    waiting = {item.chapter for item in not_done(book)}
    rest = FRONT_CHAPTER if FRONT_CHAPTER in chapters else chapters[-1]
    return next((name for name in chapters if name in waiting), rest)


def write_settings(folder: Path) -> None:
    """Write the settings of a product's own JupyterLab into its own folder."""
    settings = _private(folder) / "config" / "labconfig"
    disk.make_folder(settings)
    disk.write_text(settings / "default_setting_overrides.json", _json(_SETTINGS))
    disk.write_text(settings / "page_config.json", _json({"disabledExtensions": dict.fromkeys(_LEFT_OUT, True)}))
    profile = _private(folder) / "ipython" / "profile_default"
    disk.make_folder(profile)
    disk.write_text(profile / "ipython_kernel_config.json", _json({"IPKernelApp": {"kernel_class": PROCESS}}))


def command(notebook: Path, *options: str) -> tuple[str, ...]:
    """Return the command that serves a product's chapters to this machine only, and opens one of them."""
    return (
        sys.executable, "-m", "jupyterlab", "-y",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.terminals_enabled=False",
        "--ServerApp.log_level=WARN",
        "--LabApp.log_level=WARN",
        f"--ServerApp.root_dir={notebook.parent}",
        f"--LabApp.default_url=/doc/tree/{notebook.name}",
        f"--LabApp.extra_labextensions_path={EXTENSIONS}",
        "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
        f"--AsyncMappingKernelManager.kernel_manager_class={_KERNEL}",
        *(("--allow-root",) if _is_root() else ()),
        *options,
    )  # fmt: skip


def port(folder: Path) -> int:
    """Return the port of a product's chapters, the same every time: browsers keep what was typed by address.

    JupyterLab takes the next free one where something else serves there.
    """
    return 20000 + zlib.crc32(str(folder.resolve()).encode()) % 10000


def _is_root() -> bool:
    """Tell whether we run in a container as its only user; Jupyter would refuse to serve anything then."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def environment(folder: Path, variables: Collection[str] = ()) -> dict[str, str]:
    """Return an environment in which Jupyter keeps everything in the product's own folder.

    Of the variables that hold addresses of databases it has those that are named.
    """
    private = _private(folder)
    places = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
    }
    own = {name: str(private / place) for name, place in places.items()}
    return surroundings(*_OF_JUPYTER, *variables, drivers=bool(variables)) | own


def _private(folder: Path) -> Path:
    """Return where a product's own JupyterLab keeps its settings."""
    return folder / ".jupyter"


def _json(value: object) -> str:
    """Write JSON as people read it."""
    return json.dumps(value, indent=2) + "\n"
