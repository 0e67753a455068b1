"""Vega, bundled once per state of all code: that takes seconds, so it is kept, and made beside other work."""

from __future__ import annotations

import os
import subprocess
import sys

from purposebook.errors import BuildFailed
from purposebook.publishing.cache.fingerprint import environment
from purposebook.publishing.cache.store import Store
from purposebook.publishing.warm.system import die_with_parent


class Vega:
    """Return the script that all sites share."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._name = f"vega-{environment()}"
        self._data: bytes | None = None
        """Empty when it could not be bundled."""
        self._making: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begin to bundle it, unless it is kept or begun already."""
        if self._data is None and self._making is None:
            self._data = self._store.named(self._name)
        if self._data is None and self._making is None:
            self._making = subprocess.Popen(
                [sys.executable, "-P", "-m", "purposebook.publishing.vega"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )

    def bytes(self) -> bytes:
        """Return it; waits for it to be bundled."""
        self.start()
        if self._data is None and self._making is not None:
            data = self._making.communicate()[0]
            self._data = b"" if self._making.returncode else data
            if self._data:
                self._store.put_named(self._name, self._data)
        if not self._data:
            raise BuildFailed("Vega could not be bundled: install vl-convert-python again.")
        return self._data

    def close(self) -> None:
        """Stop bundling when nobody asked for it."""
        if self._making is not None and self._making.poll() is None:
            self._making.kill()
            self._making.communicate()


def main() -> None:
    """Write the bundle to stdout."""
    from purposebook.notebook.figures import vega_bundle

    if os.getppid() != 1:  # the first process of a container takes all others with it
        die_with_parent()
    sys.stdout.buffer.write(vega_bundle().encode())


if __name__ == "__main__":
    main()
