"""Data and figures that others published, computed again for `scripts/reproduce.py` and the tests."""
