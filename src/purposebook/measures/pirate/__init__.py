"""Pirate metrics (AARRR) from an event log, its funnel, and engagement."""
