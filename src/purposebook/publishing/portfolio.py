"""The page over all sites, made from nothing but the sites themselves and from what failed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from purposebook.errors import Fault
from purposebook.publishing.events import ProductFailed
from purposebook.publishing.frame.policy import CONTENT_SECURITY_POLICY
from purposebook.publishing.portfolio_card import Card, SharedGoal
from purposebook.publishing.record import FILE_NAME as RECORD
from purposebook.publishing.record import read_record
from purposebook.storage import disk
from purposebook.storage.shipped import shipped

if TYPE_CHECKING:
    from jinja2 import Environment

ASSETS: Final = ("palette.css", "site.css", "purposebook.css", "mode.js", "site.js")
FAILURE_MARK: Final = 'content="purposebook: not published"'
"""Tells a page of ours about a failed product from anything else that may lie in the output folder."""


@dataclass(frozen=True)
class Row:
    """Hold what the portfolio says about one product."""

    slug: str
    card: Card | None
    """Of the last good site, if there is one."""
    failed: bool
    message: str = ""
    faults: tuple[Fault, ...] = ()
    seal: str = ""
    """Of the site that is shown, so that anybody can see whether it is the one that stands there."""


def write_portfolio(
    out: Path,
    products: Iterable[str],
    failures: Mapping[str, ProductFailed],
    hidden: Collection[str] = (),
    private: bool = False,
) -> tuple[Row, ...]:
    """Write `index.html` over the sites in `out`; a product without a site gets a page that says what to fix.

    Products that are `hidden` are not named, whatever stands in `out`; the page over `private` ones says so.
    """
    from purposebook.publishing.frame.assets import content

    known = {folder.name for folder in out.iterdir() if not folder.name.startswith(".") and read_record(folder)}
    slugs = sorted({*products, *known, *failures} - {*hidden})
    rows = tuple(_row(out, slug, failures.get(slug)) for slug in slugs)
    shown = sorted(rows, key=lambda row: (row.card.name if row.card else row.slug).casefold())
    for row in rows:
        if row.failed and not read_record(out / row.slug):
            _write_failure(out / row.slug, row)
    for name in ASSETS:
        disk.make_folder(out / "_static")
        disk.write_if_new(out / "_static" / name, content(name))
    page = _render("portfolio.html", rows=shown, goals=shared_goals(shown), assets="_static", private=private)
    disk.write_if_new(out / "index.html", page.encode())
    return rows


@dataclass(frozen=True)
class GoalRow:
    """Hold one goal with the objectives that serve it, product by product."""

    goal: str
    language: str
    served: tuple[tuple[SharedGoal, ...], ...]
    """One entry per product, in the order of the columns."""


@dataclass(frozen=True)
class Goals:
    """Hold the goals that teams share: one row a goal, one column a product."""

    products: tuple[Card, ...]
    rows: tuple[GoalRow, ...]


def shared_goals(rows: Iterable[Row]) -> Goals:
    """Put goals that are worded alike in several products beside each other; a goal of one team is not shared."""
    cards = [row.card for row in rows if row.card]
    found: dict[str, list[Card]] = {}
    for card in cards:
        for key in dict.fromkeys(_worded(one) for one in card.goals):
            found.setdefault(key, []).append(card)
    shared = {key: holders for key, holders in found.items() if len(holders) > 1}
    products = tuple(card for card in cards if any(card in holders for holders in shared.values()))
    return Goals(products, tuple(_goal_row(key, holders[0], products) for key, holders in sorted(shared.items())))


def _goal_row(key: str, first: Card, products: tuple[Card, ...]) -> GoalRow:
    """Gather what each product does for one goal."""
    words = next(one.goal for one in first.goals if _worded(one) == key)
    served = tuple(tuple(one for one in card.goals if _worded(one) == key) for card in products)
    return GoalRow(words, first.language, served)


def _worded(goal: SharedGoal) -> str:
    """Return a goal's words, however they are set."""
    return " ".join(goal.goal.casefold().split())


def prepare(out: Path, slugs: Iterable[str]) -> None:
    """Read what writing the portfolio of these products takes, while nothing else is to be done."""
    _environment().get_template("portfolio.html")
    for slug in slugs:
        Card.read(out / slug)


def last_good(site: Path) -> dt.date | None:
    """Return the `as of` date of the site that stands at `site`."""
    record = read_record(site)
    return record.as_of if record else None


def is_ours(folder: Path) -> bool:
    """Tell whether a folder of the output holds a site or a failure page of ours, and may be replaced."""
    marks = ((RECORD, b'"seal"'), ("index.html", FAILURE_MARK.encode()))  # other tools write a build.json too
    return any((folder / name).is_file() and mark in (folder / name).read_bytes() for name, mark in marks)


def _row(out: Path, slug: str, failure: ProductFailed | None) -> Row:
    """Return what there is to say about one product."""
    card, record = Card.read(out / slug), read_record(out / slug)
    message, faults = (failure.message, failure.faults) if failure else ("", ())
    return Row(slug, card, failure is not None, message, faults, record.seal if card and record else "")


def _write_failure(folder: Path, row: Row) -> None:
    """Write a page in the place of a site that was never good, unless something else lies there."""
    if folder.is_symlink() or (folder.exists() and not is_ours(folder)):
        return
    disk.make_folder(folder)
    disk.write_if_new(folder / "index.html", _render("not-published.html", row=row, assets="../_static").encode())


def _render(template: str, **values: Any) -> str:
    """Fill one of our page templates; every text is escaped."""
    return str(_environment().get_template(template).render(policy=CONTENT_SECURITY_POLICY, **values))


@cache
def _environment() -> Environment:
    """Make the environment of these templates."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from purposebook.notebook import wording
    from purposebook.notebook.cards import ours
    from purposebook.notebook.compiled_templates import compiled_templates

    made = Environment(
        loader=FileSystemLoader(str(shipped("templates", "report"))),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled_templates(),
    )
    made.filters["ours"] = ours
    made.globals.update(wording=wording, day=lambda text: wording.day(dt.date.fromisoformat(text)))
    return made
