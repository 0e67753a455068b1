"""What a page may load and run."""

from __future__ import annotations

from typing import Final

CONTENT_SECURITY_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
    )
)
"""The second wall behind escaping. No hash is needed, for every script is a file; styles stay open for charts."""
