"""Tell any item of a workbook by its model: heading, choices, fields, what it rests on, what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from purposebook.domain.base import Model
from purposebook.domain.claims import Evidenced
from purposebook.domain.culture import COMPANY_QUESTIONS, CompanyAnswer, Round
from purposebook.domain.outline import id_of, label_of
from purposebook.domain.personas import Ranking
from purposebook.domain.responsibility import Criterion, Inclusion
from purposebook.domain.reviews import Frozen, Review
from purposebook.domain.rounds import shown_rounds
from purposebook.domain.sources import Source
from purposebook.domain.strategy import Recall
from purposebook.domain.wcag import CRITERIA
from purposebook.notebook import wording
from purposebook.notebook.forms.fields import Field, fields_of
from purposebook.notebook.labels import Label, anchor
from purposebook.notebook.snapshot import Snapshot

How = Literal["text", "line", "lines", "refs", "plain", "date", "group", "table", "records"]
PROOF: Final = ("evidence", "assumption")
_CHOICES: Final = frozenset({"choice", "flag"})
_NUMBERS: Final = frozenset({"number", "count"})
_DRAWN_ONLY: Final = frozenset({(Inclusion, "outcomes")})
"""What a picture alone shows, because it leaves out groups in which single people could be found."""
_NEVER_SHOWN: Final = frozenset({(Source, "query")})
"""What tells how a team's database is built."""

_SELDOM: Final = frozenset({(Ranking, "ties")})
"""What most have no need to write."""


@dataclass(frozen=True)
class Told:
    """Hold one field as a reader sees it."""

    title: str
    how: How
    value: Any


@dataclass(frozen=True)
class Record:
    """Hold one item as a reader sees it."""

    item: Model
    anchor: str
    heading: str
    ours: bool
    """True for a heading in our words, such as a question of the six."""
    tags: tuple[tuple[str, str], ...]
    """Title and word of each choice that was made."""
    rows: tuple[Told, ...]
    unwritten: str
    proved: bool
    """True for a claim, which says on what it rests."""

    @property
    def flat(self) -> bool:
        """Tell whether nothing stands inside it that needs the whole width."""
        return not any(told.how in {"records", "group", "table"} for told in self.rows)

    @property
    def lead(self) -> Told | None:
        """Return the first thing that it says in sentences; without a heading, its first fact."""
        hows = {"text"} if self.heading else {"date", "plain", "line"}
        return next((told for told in self.rows if told.how in hows), None)


@dataclass(frozen=True)
class Sheet:
    """Hold items without an id as the rows of a table."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Told | None, ...], ...]
    numeric: tuple[bool, ...]
    """True for each column that holds numbers."""


def record_of(snap: Snapshot, item: Model) -> Record:
    """Tell one item; a review in the names and units of its own day."""
    if isinstance(item, Review) and snap.review != item.id:
        snap = replace(snap, review=item.id)
    named = _named_by(item)
    left_out = {"id", named, *(name for model, name in _DRAWN_ONLY | _NEVER_SHOWN if isinstance(item, model))}
    fields = [field for field in fields_of(type(item)) if field.name not in left_out]
    proved = isinstance(item, Evidenced)
    asked = [field for field in fields if not (proved and field.name in PROOF)]
    heading, ours = _heading(item)
    return Record(
        item=item,
        anchor=anchor(item.KIND, id_of(item)) if item.KIND else "",
        heading=heading,
        ours=ours,
        tags=tuple(_tags(item, asked)),
        rows=tuple(told for field in asked if field.kind not in _CHOICES and (told := _told(snap, item, field))),
        unwritten=wording.joined(field.label.lower().rstrip("?") for field in asked if _is_missing(item, field)),
        proved=proved,
    )


def sheet_of(snap: Snapshot, name: str, items: tuple[Model, ...]) -> Sheet:
    """Tell items in a table: one column per field that any of them has written."""
    fields = fields_of(type(items[0]))
    kept = [field for field in fields if any(_is_written(item, field) for item in items)]
    rows = tuple(tuple(_cell(snap, item, field) for field in kept) for item in items)
    return Sheet(name, tuple(field.label for field in kept), rows, tuple(field.kind in _NUMBERS for field in kept))


def fields_told(snap: Snapshot, value: Model, names: tuple[str, ...]) -> tuple[Told, ...]:
    """Tell some fields of a part, those that are written."""
    asked = [field for field in fields_of(type(value)) if field.name in names]
    return tuple(told for field in asked if (told := _told(snap, value, field)))


def _heading(item: Model) -> tuple[str, bool]:
    """Return what names an item, and whether the words are ours."""
    if isinstance(item, CompanyAnswer):
        return COMPANY_QUESTIONS[item.question], True
    label = label_of(item)
    return (label, False) if item.KIND else ("", True)


def _named_by(item: Model) -> str:
    """Return the field that stands as the heading."""
    if isinstance(item, CompanyAnswer):
        return "question"
    return next((name for name in type(item).model_fields if item.KIND and _says(item, name)), "")


def _says(item: Model, name: str) -> bool:
    """Tell whether a field holds the item's first text."""
    return name != "id" and getattr(item, name) == label_of(item) and bool(label_of(item))


def _tags(item: Model, fields: list[Field]) -> Iterator[tuple[str, str]]:
    """Yield the choices that were made."""
    for field in fields:
        value = getattr(item, field.name)
        if field.kind == "choice" and value is not None:
            yield field.label, wording.words_of(value)
        elif field.kind == "flag" and value != field.default:
            yield field.label, "yes" if value else "no"


def _is_written(item: Model, field: Field) -> bool:
    """Tell whether a field says something that may be told."""
    value = None if field.name in item.withheld else getattr(item, field.name)
    return value not in (None, "", ()) and not (isinstance(value, str) and not value.strip())


def _is_missing(item: Model, field: Field) -> bool:
    """Tell whether a field waits to be written."""
    waits = field.name not in item.withheld and (type(item), field.name) not in _SELDOM
    return waits and field.kind not in _CHOICES and not _is_written(item, field)


def _cell(snap: Snapshot, item: Model, field: Field) -> Told | None:
    """Tell one cell of a table."""
    if field.kind in _CHOICES:
        value = getattr(item, field.name)
        word = "" if value is None else wording.words_of(value) if isinstance(value, str) else "yes" if value else "no"
        return Told(field.label, "plain", word) if word else None
    return _told(snap, item, field)


def _told(snap: Snapshot, item: Model, field: Field) -> Told | None:
    """Tell one field, or nothing where it is not written."""
    if not _is_written(item, field):
        return None
    value = getattr(item, field.name)
    if field.kind == "line":
        return _line(snap, item, field, value)
    if field.kind == "items":
        return _items(snap, field, value)
    if field.kind in _AS_IT_IS:
        return Told(field.label, _AS_IT_IS[field.kind], value)
    if isinstance(item, Frozen) and field.name == "value" and snap.review:
        return Told(field.label, "plain", wording.quantity(value, snap.review_labels.unit(item.metric)))
    how, tell = _TOLD.get(field.kind, ("plain", lambda _, field, value: _plain(field, value)))
    return Told(field.label, how, tell(snap, field, value))


def _items(snap: Snapshot, field: Field, items: tuple[Any, ...]) -> Told:
    """Tell the items of a list: with ids or parts of their own as records, others in a table."""
    if isinstance(items[0], (Ranking, Recall, Round)):
        items = shown_rounds(items)
    if has_parts(type(items[0])):
        return Told(field.label, "records", tuple(record_of(snap, one) for one in items))
    return Told(field.label, "table", sheet_of(snap, field.label, items))


def has_parts(model: type[Model]) -> bool:
    """Tell whether an item needs a card of its own: it has an id, is a claim, or holds other items."""
    inner = (field.kind in {"items", "group"} for field in fields_of(model))
    return bool(model.KIND) or issubclass(model, (Evidenced, CompanyAnswer)) or any(inner)


def _labels(snap: Snapshot, field: Field, value: str | tuple[str, ...]) -> tuple[Label, ...]:
    """Return the labels of the items that a field names."""
    return snap.labels.all((value,) if isinstance(value, str) else value, *field.kinds)


def _line(snap: Snapshot, item: Model, field: Field, value: str) -> Told:
    """Tell one line; a criterion is told with its name, and an id among free words as what it names."""
    if isinstance(item, Criterion) and field.name == "number":
        known = CRITERIA[value]
        return Told(field.label, "plain", f"{value} {known.name} ({known.level})")
    if field.kinds and snap.labels.knows(value, *field.kinds):
        return Told(field.label, "refs", _labels(snap, field, value))
    return Told(field.label, "line", value)


def _plain(field: Field, value: Any) -> str:
    """Write a number or a length of time in our words."""
    if field.kind == "days":
        return f"every {wording.days(value)}" if field.name.endswith("every") else wording.days(value)
    return f"{value} of 5" if field.kind == "level" else wording.number(value)


def _inside(snap: Snapshot, _: Field, value: Model) -> Record:
    """Tell a group as a record of its own."""
    return record_of(snap, value)


def _lines(_: Snapshot, __: Field, value: tuple[Any, ...]) -> tuple[str, ...]:
    """Tell the lines of a list."""
    return tuple(map(_word, value))


def _word(value: Any) -> str:
    """Write one line of a list."""
    return wording.number(value) if isinstance(value, float) else str(value)


_AS_IT_IS: Final[Mapping[str, How]] = {"text": "text", "date": "date"}
_TOLD: Final[Mapping[str, tuple[How, Callable[[Snapshot, Field, Any], Any]]]] = {
    "group": ("group", _inside),
    "reference": ("refs", _labels),
    "references": ("refs", _labels),
    "lines": ("lines", _lines),
}
