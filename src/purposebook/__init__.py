"""Lead a product team from its mission to measured impact, and publish the result as a purpose report."""

from purposebook.version import __version__

__all__ = ["__version__"]
