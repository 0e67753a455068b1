"""The only place where a team's text becomes HTML: autoescaped templates."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from purposebook.domain.base import Model
from purposebook.notebook import wording
from purposebook.notebook.compiled_templates import compiled_templates
from purposebook.notebook.labels import anchor
from purposebook.text.directions import is_mixed, pieces


def render(template: str, **values: Any) -> str:
    """Fill a template of this folder; every text that it shows is escaped."""
    return str(_environment().get_template(template).render(**values)).strip() + "\n"


def prepare() -> None:
    """Compile every template, for a process whose children all need them."""
    environment = _environment()
    for name in environment.list_templates(extensions=["html"]):
        environment.get_template(name)


def trusted(html: str) -> Markup:
    """Let HTML pass that this module or the figures module made; never a team's text."""
    return Markup(html)  # noqa: S704 - both makers escape what they are given


def ours(sentence: str, language: str = "") -> Markup:
    """Write a sentence of ours; each text of the team in it that was kept apart becomes a `<bdi>`."""
    tongue = Markup(' lang="{}"').format(language) if language else ""
    kept = Markup("<bdi{}>{}</bdi>")
    return Markup("").join(
        kept.format(tongue, one) if at % 2 else escape(one) for at, one in enumerate(pieces(sentence))
    )


@cache
def _environment() -> Environment:
    """Make the environment in which all templates are read."""
    made = Environment(
        loader=PackageLoader("purposebook.notebook", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled_templates(),
    )
    made.filters["ours"] = ours
    made.globals.update(wording=wording, anchor=anchor, title_of=title_of, hint_of=hint_of, is_mixed=is_mixed)
    return made


def title_of(model: Model | type[Model], field: str) -> str:
    """Return a field's title, as its form and its faults call it."""
    kind = model if isinstance(model, type) else type(model)
    return kind.model_fields[field].title or field


def hint_of(model: Model | type[Model], field: str) -> str:
    """Return what a field asks for."""
    kind = model if isinstance(model, type) else type(model)
    return kind.model_fields[field].description or ""
