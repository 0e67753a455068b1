"""Pirate metrics (AARRR) from an event log: acquisition, activation, retention, referral, revenue and the funnel."""
