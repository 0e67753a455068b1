"""Arguments in, exit code out; heavy modules are imported inside the command that needs them."""

from purposebook.cli.app import main

__all__ = ["main"]
