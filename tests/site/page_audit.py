"""The product's own audit, and beside it what no template of ours writes although a team's own chapter may."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from purposebook.publishing.audit import active
from purposebook.publishing.gathering import parsed

FOREIGN = {"audio", "math", "template", "video"}
OWN_STYLES = re.compile(
    r"(--[a-z-]+|width|height|color|fill|stroke|left|right|top|flex|flex-basis)\s*:[^;:()<>]{1,60}(\([^;()<>]*\))?"
)
LINK = re.compile(
    r"(https?://|mailto:)[^\s<>\"'`\\{}|^]+|(\.\./)?[a-z0-9/-]*(\.html)?([?#][^\s<>\"']*)?"
    r"|(\.\./)?_static/licences\.txt",
    re.IGNORECASE,
)


def audit(page: str) -> list[str]:
    """Return everything on a page that our templates did not write on purpose."""
    tree = parsed(page)
    return [*active(tree, page), *(found for node in tree.iter(etree.Element) for found in _foreign(node))]


def _foreign(node: etree._Element) -> Iterator[str]:
    """Yield what no template of ours writes into one element."""
    if node.tag in FOREIGN or (node.tag == "style" and "svg" not in {one.tag for one in node.iterancestors()}):
        yield f"<{node.tag}>"
    if node.tag == "a" and not LINK.fullmatch(node.get("href", "")):
        yield f"a href={node.get('href')}"
    style = node.get("style", "")
    if style and not all(OWN_STYLES.fullmatch(part.strip()) for part in style.rstrip("; ").split(";")):
        yield f"{node.tag} style={style}"
    if node.get("src", "").startswith("data:"):
        yield f"{node.tag} holds its picture"
