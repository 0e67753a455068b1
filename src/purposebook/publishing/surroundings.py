"""Which environment variables a chapter sees: those that its interpreter needs, and none that hold a secret."""

from __future__ import annotations

import os
from typing import Final

from purposebook.domain.variables import OF_A_RUN, QUERY_SECONDS

FOR_CHAPTERS: Final = "CHAPTER_"
"""How the name of a variable begins that a team makes for its chapters."""
DRIVERS: Final = "PG"
"""How the variables begin that tell PostgreSQL's library how to connect."""
_NAMES: Final = frozenset({
    "PATH", "HOME", "USER", "LOGNAME", "SHELL", "PWD", "LANG", "LANGUAGE", "TZ", "TZDIR", "TERM", "COLUMNS", "NO_COLOR",
    "TMPDIR", "TMP", "TEMP", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SOURCE_DATE_EPOCH",
    "FONTCONFIG_PATH", "FONTCONFIG_FILE", "MPLBACKEND", "MPLCONFIGDIR", "IPYTHONDIR", "PYDANTIC_DISABLE_PLUGINS",
    "DISPLAY", "WAYLAND_DISPLAY", "BROWSER",
    # Windows
    "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "OS", "USERNAME", "USERPROFILE", "HOMEDRIVE",
    "HOMEPATH", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "ALLUSERSPROFILE", "NUMBER_OF_PROCESSORS",
    "PROCESSOR_ARCHITECTURE",
    *OF_A_RUN, QUERY_SECONDS,
})  # fmt: skip
_BEGINNINGS: Final = ("LC_", "PYTHON", "XDG_", FOR_CHAPTERS)
_ENDS: Final = ("_NUM_THREADS",)


def surroundings(*more: str, drivers: bool = False) -> dict[str, str]:
    """Return what a chapter may see of this process' environment: `more` too, and what `drivers` of databases read."""
    beginnings = (*_BEGINNINGS, DRIVERS) if drivers else _BEGINNINGS
    return {
        name: value
        for name, value in os.environ.items()
        if name in more or name.upper() in _NAMES or name.startswith(beginnings) or name.endswith(_ENDS)
    }
