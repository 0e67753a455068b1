"""A static audit: what a page would run, load or follow by itself, found by parsing and not by waiting for it.

Escaping and the page's policy come first; this looks once more before anything is published. It reads the tree and,
where a browser might build another one, the text. Most pages need a look at elements that can hold an address; every
attribute is read only where the text has a sign that one of them matters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

_ACTIVE: Final = (
    *("applet", "base", "embed", "frame", "frameset", "iframe", "object", "portal"),
    *("animate", "animatemotion", "animatetransform", "handler", "listener", "set"),  # SVG's; they change addresses
    *("noembed", "noframes", "plaintext", "xmp"),  # their content is text to some and markup to others
)
_FOLLOWED: Final = ("a", "area")
"""Elements whose address a reader follows on purpose; a link may lead outside."""
_LOADING: Final = (
    *("audio", "body", "button", "form", "image", "img", "input", "link", "script", "source"),
    *("track", "use", "video", "feimage", "filter", "lineargradient", "radialgradient", "pattern", "textpath", "tref"),
    *("mpath", "cursor", "mask", "clippath", "altglyph", "font-face-uri"),
)
_PICTURES: Final = ("img", "image", "input", "source")
"""Elements that may hold a picture in their address."""
_ADDRESSES: Final = frozenset(
    {"action", "background", "data", "formaction", "href", "poster", "src", "srcset", "xlink:href"}
)
_NEVER: Final = frozenset({"formaction", "ping", "srcdoc"})
_OWN_SCRIPT: Final = re.compile(r"(\.\./)?_static/(mode|site|vega|hydrate|search|search-index)\.js(\?v=[0-9a-f]{8})?")
_PICTURE: Final = re.compile(r"data:image/(png|jpeg|gif|webp|avif)[;,]")
_SCHEMES: Final = frozenset({"", "http", "https", "mailto"})
_EVENT: Final = re.compile(rb"on[a-z]+\s*=")
_EDGE: Final = frozenset(b" \t\n\f\r\"'/\x00")
"""What may stand before an attribute."""
_SIGNS: Final = (b"srcdoc", b"formaction", b"<math", b"image-set")
_PATTERNS: Final = tuple(
    re.compile(one) for one in (rb"style\s*=", rb"url\s*\(", rb"ping\s*=", rb"background\s*=", rb"\\[0-9a-f]")
)
"""One each: Python looks for a pattern that begins with letters as quickly as for a word."""
_COMMENT: Final = re.compile(r"<!--(.*?)(?:-->|$)", re.DOTALL)
_MARKUP: Final = re.compile(r"<[a-zA-Z/!?]")
_LOADS: Final = re.compile(
    r"@import|\\|expression\s*\(|image-set|url\s*\((?!\s*[\"']?(?:#|data:image/(?:png|jpeg|gif|webp|avif)[;,]))", re.I
)
"""What in a style loads something from elsewhere, or hides that it does."""


def active(page: etree._Element, html: str) -> Iterator[str]:
    """Yield what is active in a parsed page, in words; `html` is its text."""
    text = unescape(html).encode().lower()
    yield from (f"<{node.tag}>" for node in page.iter(*_ACTIVE))
    yield from (f"<meta http-equiv={_short(said)}>" for said in _orders(page))
    yield from (wrong for node in page.iter("script") for wrong in _of_script(node))
    yield from _of_texts(page, html)
    for node in page.iter(etree.Element) if _has_sign(text) else page.iter(*_FOLLOWED, *_LOADING):
        for name, value in node.items():
            yield from _of_attribute(node.tag, name, value)


def active_in(shown: str) -> tuple[str, ...]:
    """Return what is active in a part of a page."""
    whole = f"<!DOCTYPE html><html><body>{shown}</body></html>"
    page = etree.fromstring(whole.encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    return () if page is None else tuple(active(page, whole))


def _orders(page: etree._Element) -> Iterator[str]:
    """Yield what a page orders its browser to do, but for its policy."""
    said = (node.get("http-equiv") for node in page.iter("meta"))
    return (one for one in said if one is not None and one.strip().lower() != "content-security-policy")


def _of_script(node: etree._Element) -> Iterator[str]:
    """Yield what is wrong with a script: only our files, and data that nobody runs."""
    source = node.get("src")
    if source is not None and not _OWN_SCRIPT.fullmatch(source):
        yield f"<script src={_short(source)}>"
    if source is None and (node.get("type") or "").lower() != "application/json":
        yield "<script>"
    if "<" in (node.text or ""):
        yield "markup in a <script>"


def _of_texts(page: etree._Element, html: str) -> Iterator[str]:
    """Yield what some readers of HTML take for text, and others for markup."""
    for node in page.iter("style", "textarea"):
        if _MARKUP.search(node.text or ""):
            yield f"markup in a <{node.tag}>"
        if node.tag == "style" and _LOADS.search(node.text or ""):
            yield "<style> that loads something"
    for node in page.iter("title"):
        if node.getparent().tag != "head" and _MARKUP.search(node.text or ""):
            yield "markup in a <title>"
    for comment in _COMMENT.findall(html) if "<!--" in html else ():
        if comment.startswith((">", "->")) or "--!" in comment or _MARKUP.search(comment):
            yield "markup in a comment"


def _has_sign(text: bytes) -> bool:
    """Tell whether a text, without entities and capitals, may hold an attribute that only some elements need."""
    if any(sign in text for sign in _SIGNS) or any(sign.search(text) for sign in _PATTERNS):
        return True
    return any(text[found.start() - 1] in _EDGE for found in _EVENT.finditer(text) if found.start())


def _of_attribute(tag: str, name: str, value: str) -> Iterator[str]:
    """Yield what is wrong with an attribute."""
    if name.startswith("on") or name in _NEVER:
        yield f"{tag} {name}={_short(value)}"
    elif name in _ADDRESSES:
        if not _is_harmless(tag, name, re.sub(r"[\x00-\x20]+", "", value)):
            yield f"{tag} {name}={_short(value)}"
    elif ("(" in value or "\\" in value or "@" in value) and name != "content" and _may_style(name, value):
        yield f"{tag} {name}={_short(value)}"


def _may_style(name: str, value: str) -> bool:
    """Tell whether an attribute is a style that loads something."""
    return (name == "style" or value.lower().lstrip().startswith(("url", "\\"))) and bool(_LOADS.search(value))


def _is_harmless(tag: str, name: str, address: str) -> bool:
    """Tell whether an address, without its blanks, stays in the site, holds a picture or is a reader's own choice."""
    if tag == "link" and address == "data:,":
        return True
    if tag in _PICTURES and _PICTURE.match(address.lower()):
        return True
    try:
        parts = urlsplit(address.replace("\\", "/"))
    except ValueError:
        return False
    if tag in _FOLLOWED and name in {"href", "xlink:href"}:
        return parts.scheme.lower() in _SCHEMES and (bool(parts.scheme) or not parts.netloc)
    return not (parts.scheme or parts.netloc) and (tag not in _FOLLOWED) and not parts.path.startswith("/")


def _short(value: str) -> str:
    """Return as much of a value as a message can hold."""
    return value if len(value) <= 60 else f"{value[:57]}..."
