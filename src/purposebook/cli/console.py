"""What the commands print, and where."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import typer

from purposebook.text.directions import plain


@dataclass
class Settings:
    """Hold the two options that stand before every command."""

    debug: bool = False
    quiet: bool = False


settings = Settings()


def say(text: str = "") -> None:
    """Print a remark on stdout unless `--quiet` was given."""
    if not settings.quiet:
        typer.echo(plain(text))


def result(text: str) -> None:
    """Print what was asked for on stdout."""
    typer.echo(text)


def remark(text: str) -> None:
    """Print a remark on stderr, beside what was asked for, unless `--quiet` was given."""
    if not settings.quiet:
        typer.echo(plain(text), err=True)


def complain(text: str) -> None:
    """Print an error on stderr."""
    typer.echo(plain(text), err=True)


def is_terminal() -> bool:
    """Tell whether somebody watches."""
    return sys.stdout.isatty()
