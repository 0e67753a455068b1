"""The names of environment variables by which processes of one run find what is made for them; light to read."""

from __future__ import annotations

from typing import Final

JOURNAL: Final = "PURPOSEBOOK_JOURNAL"
"""Names the file in which a run notes what it reads; without it nothing is noted."""
PAINTER: Final = "PURPOSEBOOK_PAINTER"
"""Names the open socket of the process that draws; without it charts are drawn here."""
PICTURES: Final = "PURPOSEBOOK_PICTURES"
"""Names the file in which each picture that is shown is noted, a line each; without it nothing is noted."""
SPILL: Final = "PURPOSEBOOK_SPILL"
"""Names the folder for what memory does not hold of an event log; whoever sets it removes what is left there."""
QUERY_SECONDS: Final = "PURPOSEBOOK_QUERY_SECONDS"
"""Holds how long a database may take for one query, as a command was told; without it a minute."""
OF_A_RUN: Final = (JOURNAL, PAINTER, PICTURES, SPILL)
"""Those that lead to something that a run made."""
