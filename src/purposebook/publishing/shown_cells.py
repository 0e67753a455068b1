"""What a chapter's code cells showed, apart from the chapter: kept, and put back beside the prose of today."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from purposebook.publishing.chapters import INJECTED


def taken_from(notebook: Mapping[str, Any]) -> bytes:
    """Return what the chapter's own code cells show, as JSON; papermill's cell is none of them."""
    own = (cell for cell in notebook["cells"] if cell["cell_type"] == "code" and not _is_injected(cell))
    shown = [{"outputs": cell["outputs"], "execution_count": cell["execution_count"]} for cell in own]
    return json.dumps(shown, ensure_ascii=True, separators=(",", ":"), sort_keys=True).encode()


def put_into(notebook: Any, cells: bytes) -> dict[str, Any]:
    """Return the chapter with what its code cells showed; raises `ValueError` when they are not its own."""
    shown = iter(json.loads(cells))
    merged = [{**cell, **next(shown)} if cell["cell_type"] == "code" else dict(cell) for cell in notebook["cells"]]
    if next(shown, None) is not None:
        raise ValueError("more cells than the chapter has")
    return {**notebook, "cells": merged}


def _is_injected(cell: Mapping[str, Any]) -> bool:
    """Tell whether papermill added this cell."""
    return INJECTED in cell["metadata"].get("tags", [])
