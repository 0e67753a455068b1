"""Texts that others have published, on which each rule is tried."""
