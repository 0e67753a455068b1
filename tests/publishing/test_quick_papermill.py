"""papermill is read quickly, and works afterwards as if it had been read whole."""

import subprocess
import sys

ASKED = """
import sys
from purposebook.publishing.quick_papermill import read_papermill
read_papermill()
assert "requests" not in sys.modules
import papermill.engines, papermill.iorw
assert "nbclient" in papermill.engines.papermill_engines._engines
assert papermill.iorw.requests.get.__module__ == "requests.api"
import requests
assert requests.get is papermill.iorw.requests.get
import entrypoints
assert [one.name for one in entrypoints.get_group_all("papermill.engine")] == ["purposebook"]
read_papermill()
print("well")
"""


def test_what_was_left_out_is_there_when_it_is_used() -> None:
    """Web addresses still work, and whoever looks for plugins finds them."""
    told = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=False)
    assert told.stdout == "well\n", told.stderr
