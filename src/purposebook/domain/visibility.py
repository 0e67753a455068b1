"""Who may see a product's pages."""

from typing import Literal

Visibility = Literal["public", "noindex", "private"]
"""For everybody, for everybody but search engines, or for nobody but those who build it."""
