"""A static audit: what a page would run, load or style, found by parsing and not by waiting for an alert."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

ACTIVE = {
    "script",
    "iframe",
    "object",
    "embed",
    "applet",
    "frame",
    "base",
    "portal",
    "audio",
    "video",
    "template",
    "math",
}
ADDRESSES = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "srcset",
    "background",
    "cite",
    "longdesc",
    "ping",
    "xlink:href",
}
LOADING = {"script": "src", "link": "href", "img": "src"}
OWN_SCRIPTS = re.compile(r"(\.\./)?_static/(mode|site|vega|hydrate|search|search-index)\.js(\?v=[0-9a-f]{8})?")
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
    return [finding for node in html.document_fromstring(page).iter(etree.Element) for finding in _of_element(node)]


def _of_element(node: etree._Element) -> Iterator[str]:
    """Yield what is wrong with one element."""
    tag = str(node.tag).lower()
    if tag in ACTIVE - {"script"}:
        yield f"<{tag}> is active"
    if tag == "script":
        yield from _of_script(node)
    if (
        tag == "style"
        and node.getparent().tag != "defs"
        and "svg" not in {parent.tag for parent in node.iterancestors()}
    ):
        yield "<style> outside of a picture"
    if tag == "meta" and node.get("http-equiv", "").lower() not in {"", "content-security-policy"}:
        yield f"<meta http-equiv={node.get('http-equiv')}>"
    for name, value in node.attrib.items():
        yield from _of_attribute(tag, str(name).lower(), str(value))


def _of_script(node: etree._Element) -> Iterator[str]:
    """Yield what is wrong with a script: only our files, and data that nobody runs."""
    if node.get("src") is not None and not OWN_SCRIPTS.fullmatch(node.get("src", "")):
        yield f"<script src={node.get('src')}>"
    if node.get("src") is None and node.get("type") != "application/json":
        yield "<script> inline"


def _of_attribute(tag: str, name: str, value: str) -> Iterator[str]:
    """Yield what is wrong with an attribute."""
    bare = re.sub(r"[\x00-\x20]+", "", value).lower()
    if name.startswith("on") or name in {"srcdoc", "ping", "formaction"}:
        yield f"{tag} {name}={value[:60]}"
    if (
        name in ADDRESSES
        and bare.startswith(("javascript:", "vbscript:", "data:", "//"))
        and (tag, bare) != ("link", "data:,")
    ):
        yield f"{tag} {name}={value[:60]}"
    if name == LOADING.get(tag) and ("//" in value or value.startswith("/")) and not bare.startswith("data:"):
        yield f"{tag} loads {value[:60]}"
    if tag == "a" and name == "href" and not LINK.fullmatch(value):
        yield f"a href={value[:80]}"
    if name == "style" and not all(OWN_STYLES.fullmatch(part.strip()) for part in value.rstrip("; ").split(";")):
        yield f"{tag} style={value[:80]}"
