"""A chart's specification becomes a static picture: the same bytes on every run, in the page's own colours."""

from __future__ import annotations

import json
from typing import Any

from purposebook.notebook.painter import drawn
from purposebook.notebook.pictures import name_of
from purposebook.notebook.tidy_svg import DESCRIBED, TITLED

Spec = dict[str, Any]


def static_svg(spec: Spec, name: str, titled: str, described: str) -> str:
    """Draw `spec` as SVG whose ids begin with `name` and whose words are the elements `titled` and `described`."""
    words = json.dumps(spec, allow_nan=False)
    mark = name_of(words)
    picture = drawn(words).replace(f'"{mark}{TITLED}"', f'"{titled}"').replace(f'"{mark}{DESCRIBED}"', f'"{described}"')
    return picture.replace(mark, name)
