"""The Sphinx extension of every Purposebook: our own page frame, so that a page is strict, private and accessible.

The stock theme writes inline scripts, asks content networks for MathJax, Thebe and fonts, puts titles on the page
unescaped and fails accessibility checks. Its style sheets stay; its page template, scripts and search are replaced by
those in `templates/report/`, whose pages carry a Content-Security-Policy that allows no inline script at all. What the
theme would compute for its own template is left out, which halves the time that a book takes.
"""

from __future__ import annotations

import glob
from functools import partial
from pathlib import Path
from typing import Any, Final

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config

from purposebook.notebook.compiled_templates import compiled_templates
from purposebook.publishing.frame import assets, context
from purposebook.publishing.frame.index import index_of
from purposebook.storage import disk
from purposebook.storage.shipped import shipped
from purposebook.version import __version__

_THEMES: Final = ("pydata_sphinx_theme", "sphinx_book_theme", "alabaster")
_LAST: Final = 900
_AFTER_TOC: Final = 950
"""Later than the extension that reads `_toc.yml`."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the frame."""
    app.add_config_value("comments_config", {}, "html")  # Jupyter Book sets it although nothing here reads it
    app.connect("config-inited", _use_own_templates)
    app.connect("config-inited", _look_for_listed_pages, priority=_AFTER_TOC)
    app.connect("builder-inited", _close_doors, priority=_LAST)
    app.connect("html-page-context", context.describe_page, priority=_LAST)
    app.connect("build-finished", _finish)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def _use_own_templates(app: Sphinx, config: Config) -> None:
    """Look for page templates in `templates/report/pages` first, and add the search page."""
    del app
    config.templates_path.insert(0, str(shipped("templates", "report", "pages")))
    config.html_additional_pages = {"search": "search.html"}
    config.html_domain_indices = False


def _look_for_listed_pages(app: Sphinx, config: Config) -> None:
    """Look for the pages of `_toc.yml` alone: excluding all others misses hidden folders and names with brackets."""
    del app
    listed = config.external_site_map
    if config.external_toc_exclude_missing and not any(listed.globs()):
        pages = [glob.escape(page) for page in listed]
        config.include_patterns = [*pages, *(f"{page}.*" for page in pages)]  # listed with their endings, or without


def _close_doors(app: Sphinx) -> None:
    """Let no page read files or write raw HTML, and let Sphinx and the theme do nothing that our frame replaces."""
    app.env.settings.update({"file_insertion_enabled": False, "raw_enabled": False})
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder):
        return
    builder.search = False
    builder.copy_theme_static_files = partial(_copy_styles, builder)  # type: ignore[method-assign]
    builder.templates.environment.bytecode_cache = compiled_templates()
    for listener in tuple(app.events.listeners["html-page-context"]):
        if listener.handler.__module__.partition(".")[0] in _THEMES:
            app.disconnect(listener.id)


def _copy_styles(builder: StandaloneHTMLBuilder, context: dict[str, Any]) -> None:
    """Copy the theme's style sheets, and none of the hundred files that nothing loads."""
    del context
    folders = [Path(folder) / "static" for folder in builder.theme.get_theme_dirs()]
    for name in assets.THEME_STYLES:
        found = next((folder / name for folder in folders if (folder / name).is_file()), None)
        if found is not None:
            target = Path(builder.outdir) / "_static" / name
            disk.make_folder(target.parent)
            disk.jot(target, found.read_bytes())


def _finish(app: Sphinx, error: Exception | None) -> None:
    """Add style sheets, scripts and the search index to the finished pages."""
    if error is None and app.builder.name == "html":
        assets.write_assets(app)
        out = Path(app.outdir)
        pages = {page: (out / f"{page}.html").read_text(encoding="utf-8") for page in context.chapter_pages(app)}
        disk.jot(out / assets.INDEX_FILE, index_of(pages))
