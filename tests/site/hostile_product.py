"""A product in which every text field of every part holds something hostile or merely unlucky, made from the models."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from purposebook.domain.base import LINE_LENGTH, NAME_LENGTH, REFERS, TEXT_LENGTH
from purposebook.domain.workbook import PARTS

Schema = dict[str, Any]

ONE_LINE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)' x='",
    "</script><script>alert(1)</script>",
    "</title></style></textarea><b>out</b>",
    "{{ 7*7 }} {% if 1 %}x{% endif %}",
    "{include}`/etc/passwd` {download}`/etc/passwd`",
    "$5 to $10",
    "](javascript:alert(1))",
    "[a](javascript:alert(1)) ![](/etc/passwd)",
    "*a* _b_ `c` # d ~~e~~ --- ***",
    "&lt;b&gt; &amp;amp; &#60; &nbsp;",
    "<!-- --> ]]> <![CDATA[ <?php ?>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<style>*{display:none}</style>",
    "<a href=javascript:alert(1)>x</a>",
    "<form id=body><input name=attributes>",
    "=HYPERLINK(1) +1 @x",
    "%s {0} ${alert(1)} {x!r}",
    "\u202eevil\u202c עברית العربية",
    "👩🏽‍🚀 é ﷽ 你好",
    "constructor.constructor('alert(1)')()",
    "\\u003cscript\\u003e \\x3c \\\\",
)
MANY_LINES = (
    "```{include} /etc/passwd\n```",
    "```{raw} html\n<script>alert(1)</script>\n```",
    "---\nfront: matter\n---",
    "# Heading\n\n## Other\n\n- item",
    "a\u2028b\u2029c\u0085d\te",
)
SECOND = {"leads_to", "guards", "pairs_with"}
"""Fields that refer to the second item of their kind; all others refer to the first. Ids are the model and a number."""
MODELS = {"work item": "workitem", "option": "portfoliooption", "decision right": "decisionright"}
"""Kinds whose models have another name."""
LEFT_OUT = {"pirate", "observations"}
"""Keys that name files or events, which no page shows yet."""


class HostileTexts:
    """Fill parts from their schemas, and remember every text that was written by its mark."""

    def __init__(self) -> None:
        self.written: dict[str, str] = {}
        self._numbers: defaultdict[str, Iterator[int]] = defaultdict(count)

    def text(self, most: int, whole: bool = False) -> str:
        """Make a text with a mark and as much as fits in; `whole` fills the field up to its limit."""
        number = len(self.written)
        hostile = ONE_LINE if most < TEXT_LENGTH else ONE_LINE + MANY_LINES
        mark = text = f"m{number:04}m"
        for part in (hostile * 2)[number % len(hostile) :][: len(hostile)]:
            text += f" {part}" if len(text) + len(part) < most else ""
        self.written[mark] = text.ljust(most, "W") if whole else text
        return self.written[mark]

    def part(self, name: str) -> Any:
        """Make one part."""
        schema = PARTS[name].model_json_schema()
        return self._value(schema, schema.get("$defs", {}), name, "", whole=False)

    def observations(self) -> Iterator[list[object]]:
        """Make rows whose notes and segments are hostile."""
        yield ["metric", "date", "value", "numerator", "denominator", "segment", "note"]
        for number in range(14):
            yield [
                "metric-0",
                f"2026-{number % 9 + 1:02}-{number + 1:02}",
                "",
                number + 10,
                80,
                "",
                self.text(LINE_LENGTH),
            ]
        for number in range(3):
            yield [
                "metric-0",
                f"2026-09-{number + 20}",
                "",
                20,
                80,
                self.text(NAME_LENGTH),
                self.text(LINE_LENGTH, True),
            ]

    def _value(self, schema: Schema, parts: Schema, key: str, kind: str, whole: bool) -> Any:
        """Make a value for one schema."""
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[1]
            return self._value(parts[name], parts, key, name.lower(), whole)
        if "anyOf" in schema:
            real = [option for option in schema["anyOf"] if option.get("type") != "null"][-1]
            kept = {"examples": schema.get("examples", []), REFERS: schema.get(REFERS, [])}
            return self._value(kept | real, parts, key, kind, whole)
        if "properties" in schema:
            fields = {name: field for name, field in schema["properties"].items() if name not in LEFT_OUT}
            return {name: self._value(field, parts, name, kind, whole) for name, field in fields.items()}
        if schema["type"] == "array":
            items = {"examples": schema.get("examples", []), REFERS: schema.get(REFERS, [])} | schema["items"]
            several = [self._value(items, parts, key, kind, whole=number == 1) for number in range(2)]
            return several[:1] if REFERS in schema else several
        return self._scalar(schema, key, kind, whole)

    def _scalar(self, schema: Schema, key: str, kind: str, whole: bool) -> Any:
        """Make a text, a reference, or the example that the field gives for itself."""
        if key == "id":
            return f"{kind}-{next(self._numbers[kind])}"
        if schema["type"] == "object":
            return {self.text(NAME_LENGTH): "https://example.org/x"}
        if schema["type"] == "string" and "maxLength" in schema and schema.get("pattern", "\\S") == "\\S":
            return self.text(schema["maxLength"], whole)
        if schema.get(REFERS):
            kind = schema[REFERS][0]
            return f"{MODELS.get(kind, kind)}-{int(key in SECOND)}"
        example = schema["examples"][0] if schema.get("examples") else schema["default"]
        return example[0] if isinstance(example, list) else example


def write_hostile_product(folder: Path) -> dict[str, str]:
    """Write the product; return its texts by their marks."""
    texts = HostileTexts()
    folder.mkdir(parents=True)
    for name in PARTS:
        written = json.dumps(texts.part(name), ensure_ascii=False, indent=1)
        for breaking in "\u0085\u2028\u2029":  # YAML would fold them
            written = written.replace(breaking, f"\\u{ord(breaking):04x}")
        (folder / f"{name}.yml").write_text(written, encoding="utf-8")
    with (folder / "observations.csv").open("w", encoding="utf-8", newline="") as rows:
        csv.writer(rows).writerows(texts.observations())
    return texts.written
