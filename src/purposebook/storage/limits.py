"""How much a product's files may hold; every limit is named in the fault of whoever passes it."""

from __future__ import annotations

from typing import Final

KIB: Final = 1024
MIB: Final = 1024 * KIB
GIB: Final = 1024 * MIB

YAML_BYTES: Final = 1 * MIB
"""Size of one YAML file: about 150,000 words."""
YAML_DEPTH: Final = 20
"""Lists and keys inside each other; the deepest part needs 6."""
YAML_NODES: Final = 100_000
"""Keys, texts and lists in one YAML file."""
CSV_BYTES: Final = 20 * MIB
"""Size of one CSV file."""
CSV_ROWS: Final = 200_000
"""Rows of one CSV file, without its header."""
CSV_LINES: Final = 400_000
"""Lines of one CSV file, those that say nothing among them."""
CSV_COLUMNS: Final = 5_000
"""Cells in one line of the first lines of a CSV file, where a header is looked for."""
EVENT_BYTES: Final = 20 * GIB
"""Size of one event log; it is never brought into memory as a whole."""
EVENT_ROWS: Final = 200_000_000
"""Rows of one event log."""
IMPORT_LINES: Final = 1_000_000
"""Lines of one file that is imported; a cell may have many."""
IMPORT_ROWS: Final = 100_000
"""Rows of one file that is imported, without its header."""
FAULTS_SHOWN: Final = 1_000
"""Faults named per file; more than these are counted."""
SHOWN_TEXT: Final = 60
"""Characters of somebody's text that a fault repeats."""
SHORT_YAML: Final = 64 * KIB
"""Characters up to which a YAML text is one of many that are remembered after they were parsed."""
SHORT_CSV: Final = 256 * KIB
"""The same of a CSV text."""
LOCK_SECONDS: Final = 10.0
"""How long a save waits for another one to end."""
