"""Stage a product's book: a clean folder with trimmed chapters, a derived `_config.yml` and a `_toc.yml`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from purposebook.errors import DataFaults, UsageError
from purposebook.publishing.identity import FILE_NAME, FRONT_CHAPTER, Identity
from purposebook.storage import disk
from purposebook.storage.files import decoded
from purposebook.storage.limits import MIB, YAML_BYTES

DOCUTILS: Final = "[general]\nfile_insertion_enabled: off\nraw_enabled: off\n"
"""No page may read a file of this machine or write raw HTML by itself."""

FRONT_PAGE: Final = "index"
_ADVICE: Final = "Compare it with the one that 'purposebook init' writes."


def page_of(chapter: str) -> str:
    """Return the name of a chapter's page: the report is the front page."""
    return FRONT_PAGE if chapter == FRONT_CHAPTER else chapter


def stage_book(folder: Path, config: Mapping[str, Any], chapters: Mapping[str, Any], identity: Identity) -> None:
    """Write the book of `chapters` (name -> trimmed notebook, in the order of `_toc.yml`) into `folder`.

    `config` is that of the workspace as `derived_config` returns it.
    """
    disk.make_folder(folder)
    for chapter, notebook in chapters.items():
        _write_json(folder / f"{page_of(chapter)}.ipynb", notebook)
    rest = [{"file": page_of(chapter)} for chapter in chapters if chapter != FRONT_CHAPTER]
    toc = {"format": "jb-book", "root": "index", **({"chapters": rest} if rest else {})}  # an empty list is refused
    _write_json(folder / "_toc.yml", toc)
    _write_json(folder / "_config.yml", config)
    disk.jot(folder / "docutils.conf", DOCUTILS.encode())
    disk.jot(folder / FILE_NAME, identity.as_json().encode())


def derived_config(config: bytes) -> dict[str, Any]:
    """Return the workspace's configuration with everything off that would run, fetch or show sources.

    Raises `UsageError` for one that cannot be read, or holds what no file of a workspace may hold.
    """
    from ruamel.yaml import YAML

    text = _guarded(config)
    try:
        loaded = YAML(typ="safe").load(text) or {}
    except ValueError as error:
        raise UsageError(f"_config.yml holds a date that does not exist: {error}. {_ADVICE}") from error
    own: dict[str, Any] = json.loads(json.dumps(loaded, default=str))  # a date becomes a text
    own["execute"] = {"execute_notebooks": "off", "stderr_output": "remove"}
    own["only_build_toc_files"] = True
    for unwanted in ("logo", "repository", "launch_buttons", "bibtex_bibfiles", "exclude_patterns", "purposebook"):
        own.pop(unwanted, None)
    return own


def _guarded(config: bytes) -> str:
    """Return the text of the configuration, or refuse what no file of a workspace may hold."""
    from purposebook.storage.yaml_reading import parse

    if len(config) > YAML_BYTES:
        raise UsageError(f"_config.yml is larger than {YAML_BYTES // MIB} MiB. {_ADVICE}")
    try:
        text = decoded(Path(), "_config.yml", config)
    except DataFaults as faults:
        raise UsageError(f"{faults.faults[0]}. {_ADVICE}") from faults
    for one in parse(text).complaints:
        raise UsageError(f"{one.fault('_config.yml')}. {_ADVICE}")
    return text


def _write_json(path: Path, value: Mapping[str, Any]) -> None:
    """Write a notebook, or YAML, which is a superset of JSON."""
    disk.jot(path, json.dumps(value).encode())
