"""The Sphinx extension of every Purposebook: our own page frame, so that a page is strict, private and accessible.

The stock theme writes inline scripts, asks content networks for MathJax, Thebe and fonts, puts titles on the page
unescaped and fails accessibility checks. Its style sheets stay; its page template, scripts and search are replaced by
those in `templates/report/`, whose pages carry a Content-Security-Policy that allows no inline script at all.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config

from purposebook.publishing.frame import assets, context, search
from purposebook.storage.shipped import shipped
from purposebook.version import __version__


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the frame."""
    app.add_config_value("comments_config", {}, "html")  # Jupyter Book sets it although nothing here reads it
    app.connect("config-inited", _use_own_templates)
    app.connect("builder-inited", _close_doors)
    app.connect("html-page-context", context.describe_page, priority=900)
    app.connect("build-finished", _finish)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def _use_own_templates(app: Sphinx, config: Config) -> None:
    """Look for page templates in `templates/report/pages` first, and add the search page."""
    del app
    config.templates_path.insert(0, str(shipped("templates", "report", "pages")))
    config.html_additional_pages = {"search": "search.html"}
    config.html_domain_indices = False


def _close_doors(app: Sphinx) -> None:
    """Let no page read files or write raw HTML, and let Sphinx write no search index of its own."""
    app.env.settings.update({"file_insertion_enabled": False, "raw_enabled": False})
    if isinstance(app.builder, StandaloneHTMLBuilder):
        app.builder.search = False


def _finish(app: Sphinx, error: Exception | None) -> None:
    """Add style sheets, scripts and the search index to the finished pages."""
    if error is None and app.builder.name == "html":
        assets.write_assets(app)
        search.write_index(app)
