"""The renderer's SVG becomes one that belongs on a page: its own ids, short numbers, the page's colours."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from purposebook.charts.palette import as_variable
from purposebook.charts.theme import FONT

TITLED: Final = "-title"
DESCRIBED: Final = "-description"

_COLOURED: Final = ("fill", "stroke")
_IDLE: Final = frozenset(
    {"class", "role", "pointer-events", "aria-hidden", "aria-label", "aria-roledescription", "font-family"}
)
_MEASURED: Final = frozenset({"transform", "d", "x", "y", "x2", "y2", "width", "height", "dy"})
_DECIMALS = re.compile(r"-?\d+\.\d{3,}(?:e-?\d+)?")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")


def tidied(drawn: str, mark: str) -> str:
    """Tidy SVG up; its ids, and those of the elements that hold its words, begin with `mark`, which no text holds."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(drawn.encode(), parser)
    _rename_ids(root, mark)
    for element in list(root.iter()):
        _tidy(element)
    words = {"aria-labelledby": f"{mark}{TITLED}", "aria-describedby": f"{mark}{DESCRIBED}"}
    root.attrib.update({"role": "img", **words, "font-family": FONT})
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))


def _tidy(element: etree._Element) -> None:
    """Drop what a reader never meets, shorten numbers and let colours follow the page."""
    parent = element.getparent()
    if parent is not None and (element.get("display") == "none" or element.get("d") in {"M0,0h0v0h0Z", ""}):
        parent.remove(element)
        return
    for key in _IDLE & set(element.attrib):
        del element.attrib[key]
    if element.get("opacity") == "1":
        del element.attrib["opacity"]
    for key in _MEASURED & set(element.attrib):
        element.set(key, _DECIMALS.sub(_shortened, str(element.get(key))))
    for key in _COLOURED:
        if element.get(key):
            element.set(key, as_variable(str(element.get(key))))


def _shortened(found: re.Match[str]) -> str:
    """Keep two decimals: differences below are rounding, and nobody sees them."""
    return f"{round(float(found.group()), 2) + 0:g}"


def _rename_ids(root: etree._Element, name: str) -> None:
    """Count ids from one within the picture: the renderer counts them up over a whole process."""
    named = [element for element in root.iter() if element.get("id")]
    new = {str(element.get("id")): f"{name}-{place}" for place, element in enumerate(named, 1)}
    for element in named:
        element.set("id", new[str(element.get("id"))])
    for element in root.iter():
        clip = element.get("clip-path")
        if clip:
            element.set("clip-path", _REFERENCE.sub(lambda found: f"url(#{new[found.group(1)]})", clip))
