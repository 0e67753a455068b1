"""What the page template is told; every text in it is escaped there."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from purposebook.notebook.wording import day
from purposebook.publishing.frame import assets
from purposebook.publishing.frame.policy import CONTENT_SECURITY_POLICY
from purposebook.publishing.identity import Identity


@dataclass(frozen=True)
class Link:
    """Lead to a page or to a section of the page at hand."""

    title: str
    href: str
    current: bool = False


def describe_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Tell the template who the book is about, where the page stands, and what it may load."""
    del templatename
    identity = Identity.read(Path(app.srcdir))
    pages = chapter_pages(app)
    title = app.env.titles[pagename].astext() if pagename in app.env.titles else "Search"
    here = pages.index(pagename) if pagename in pages else None
    context["site"] = {
        "identity": identity,
        "title": identity.title(title),
        "day": day(dt.date.fromisoformat(identity.as_of)) if identity.as_of else "",
        "policy": CONTENT_SECURITY_POLICY,
        "styles": assets.styles(),
        "mode_script": assets.mode_script(),
        "scripts": assets.scripts(context.get("body", ""), pagename),
        "pages": [_page_link(app, pagename, page) for page in pages],
        "sections": _sections(doctree),
        "previous": _page_link(app, pagename, pages[here - 1]) if here else None,
        "next": _page_link(app, pagename, pages[here + 1]) if here is not None and here + 1 < len(pages) else None,
    }


def chapter_pages(app: Sphinx) -> list[str]:
    """Return every page in the order of `_toc.yml`, the front page first."""
    found: list[str] = []
    waiting = [str(app.config.root_doc)]
    while waiting:
        page = waiting.pop(0)
        if page not in found:
            found.append(page)
            waiting = [*app.env.toctree_includes.get(page, []), *waiting]
    return found


def _page_link(app: Sphinx, source: str, page: str) -> Link:
    """Return a link from one page to another."""
    href = app.builder.get_relative_uri(source, page) or "#"
    return Link(app.env.titles[page].astext(), href, current=page == source)


def _sections(doctree: nodes.document | None) -> list[Link]:
    """Return a page's sections of the second level."""
    if doctree is None:
        return []
    found = (
        node
        for node in doctree.findall(nodes.section)
        if isinstance(node.parent, nodes.section) and isinstance(node.parent.parent, nodes.document)
    )
    return [Link(_heading(node), f"#{node['ids'][0]}") for node in found]


def _heading(section: nodes.section) -> str:
    """Return a section's title as plain text."""
    title = section.next_node(nodes.title)
    return title.astext() if title else ""
