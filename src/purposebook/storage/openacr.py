"""Read an accessibility conformance report in the OpenACR format, and bring it into responsibility.yml.

Format: https://github.com/GSA/openacr: chapters, in them criteria with a number, in them components with an adherence
of a level and notes. Ours has one term for each criterion: the weakest that any component has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, get_args

from pydantic import ValidationError

from purposebook.domain.responsibility import Accessibility, Criterion, Responsibility, Term
from purposebook.domain.wcag import ASKED, CRITERIA
from purposebook.errors import DataFaults, Fault
from purposebook.storage.faults import limited
from purposebook.storage.files import decoded, read_bytes, refusal
from purposebook.storage.imported import Imported
from purposebook.storage.limits import YAML_BYTES
from purposebook.storage.model_wording import words_for
from purposebook.storage.reading import read_part
from purposebook.storage.saving import save_part
from purposebook.storage.texts import nearest, shown
from purposebook.storage.yaml_nodes import Path as Steps
from purposebook.storage.yaml_nodes import Plain, places, plain
from purposebook.storage.yaml_reading import parse

_WCAG: Final = "success_criteria_level_"
"""How the chapters with success criteria begin: level_a, level_aa, level_aaa."""
_TERMS: Final = get_args(Term)
_WEAKEST_FIRST: Final[tuple[Term, ...]] = (
    "does-not-support",
    "partially-supports",
    "not-evaluated",
    "supports",
    "not-applicable",
)


@dataclass(frozen=True)
class Conformance:
    """Hold what an OpenACR file says of the criteria of WCAG 2.2."""

    criteria: tuple[Criterion, ...]
    notes: tuple[str, ...]


@dataclass
class _Reader:
    """Walk through a file and collect criteria, faults and what is left out."""

    name: str
    where: Mapping[Steps, tuple[int, int]]
    faults: list[Fault] = field(default_factory=list)
    found: dict[str, Criterion] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    elsewhere: int = 0

    def chapters(self, value: Plain) -> None:
        """Read the chapters that are about WCAG; count the criteria of all others."""
        for chapter, content in _group(value).items():
            group = _group(content)
            steps: Steps = ("chapters", chapter, "criteria")
            criteria = _list(group.get("criteria"))
            if not chapter.startswith(_WCAG) or group.get("disabled") == "true":
                self.elsewhere += len(criteria)
                continue
            for index, item in enumerate(criteria):
                self._criterion((*steps, index), _group(item))

    def _criterion(self, steps: Steps, item: dict[str, Plain]) -> None:
        """Read one criterion."""
        number = _text(item.get("num"))
        if not number:
            self._fault(steps, "has no number", "write it as in num: 1.4.3")
        elif number not in CRITERIA:
            self.unknown.append(shown(number))
        elif number in self.found:
            self._fault((*steps, "num"), f"'{number}' stands in this file twice", "keep one of the two")
        else:
            self._answer(steps, number, item)

    def _answer(self, steps: Steps, number: str, item: dict[str, Plain]) -> None:
        """Read what is said of one criterion."""
        before = len(self.faults)
        answers = list(self._components((*steps, "components"), item.get("components")))
        terms = [term for _, term, _ in answers]
        if len(self.faults) > before:
            return
        if not terms:
            self.unanswered.append(number)
            return
        term = next(term for term in _WEAKEST_FIRST if term in terms)
        try:
            self.found[number] = Criterion.model_validate({"number": number, "term": term, "note": _note(answers)})
        except ValidationError as error:
            for details in error.errors(include_url=False):
                self._fault(steps, *words_for(details, Criterion, ("note",)))

    def _components(self, steps: Steps, value: Plain) -> Iterator[tuple[str, Term, str]]:
        """Yield name, term and note of each component that has a term."""
        for index, item in enumerate(_list(value)):
            adherence = _group(_group(item).get("adherence"))
            level = _text(adherence.get("level"))
            term = next((term for term in _TERMS if term == level), None)
            if term:
                yield _text(_group(item).get("name")), term, _text(adherence.get("notes"))
            elif level:
                near = nearest(level, _TERMS)
                message = f"'{shown(level)}' is no term of OpenACR"
                advice = f"did you mean '{near}'?" if near else f"write {', '.join(_TERMS[:-1])} or {_TERMS[-1]}"
                self._fault((*steps, index, "adherence", "level"), message, advice)

    def _fault(self, steps: Steps, message: str, advice: str) -> None:
        """Remember what is wrong at a place."""
        line, column = self.where.get(steps) or self.where.get(steps[:-1]) or (0, 0)
        field = ".".join(str(step) for step in steps[2:] if isinstance(step, str))
        self.faults.append(Fault(self.name, line, column, shown(field), message, advice))

    def notes(self) -> Iterator[str]:
        """Yield what was not taken over."""
        if self.unknown:
            yield f"no criteria of WCAG 2.2, left out: {', '.join(self.unknown)}"
        if self.unanswered:
            yield f"without a level in the file, left out: {', '.join(self.unanswered)}"
        open_ones = [number for number in ASKED if number in self.found and self.found[number].term == "not-evaluated"]
        if open_ones:
            yield f"not evaluated, which only criteria of level AAA may stay: {', '.join(open_ones)}"
        if self.elsewhere:
            yield f"{self.elsewhere} criteria of chapters that are not WCAG, or are disabled: left out"


def read_conformance(path: Path) -> Conformance:
    """Return what an OpenACR file says of WCAG 2.2; raise `DataFaults` with every fault."""
    folder, name = path.parent, path.name
    data = read_bytes(folder, name, YAML_BYTES)
    if data is None:
        raise refusal(folder, name, "is not there", "check the path")
    document = parse(decoded(folder, name, data))
    if document.complaints:
        raise DataFaults(folder.name, [complaint.fault(name) for complaint in document.complaints])
    content = _group(plain(document.root))
    if not _group(content.get("chapters")):
        raise refusal(
            folder, name, "has no chapters, so it is no OpenACR file", "name a YAML file of the OpenACR editor"
        )
    reader = _Reader(name, places(document.root))
    reader.chapters(content["chapters"])
    if reader.faults:
        raise DataFaults(folder.name, limited(name, sorted(reader.faults)))
    return Conformance(tuple(reader.found.values()), tuple(reader.notes()))


def with_conformance(base: Responsibility, found: Conformance) -> tuple[Responsibility, Imported]:
    """Return the part with what the file says of each criterion; method and evidence stay the team's."""
    accessibility = base.accessibility or Accessibility()
    known = {criterion.number: criterion for criterion in accessibility.criteria}
    newest = dict(known)
    for criterion in found.criteria:
        old = known.get(criterion.number)
        changes = {"term": criterion.term} | ({"note": criterion.note} if criterion.note else {})
        newest[criterion.number] = old.model_copy(update=changes) if old else criterion
    added = len(newest) - len(known)
    updated = sum(newest[number] != criterion for number, criterion in known.items())
    unchanged = len(found.criteria) - added - updated
    changed = accessibility.model_copy(update={"criteria": tuple(newest.values())})
    imported = Imported("responsibility.yml", "OpenACR", added, updated, unchanged, found.notes)
    return base.model_copy(update={"accessibility": changed}) if found.criteria else base, imported


def bring_conformance(folder: Path, found: Conformance) -> Imported:
    """Save what an OpenACR file says in responsibility.yml of a product's folder."""
    base = read_part(folder, "responsibility")
    if not isinstance(base, Responsibility):
        raise TypeError("accessibility stands in responsibility.yml")
    value, imported = with_conformance(base, found)
    save_part(folder, "responsibility", base, value)
    return imported


def _note(answers: list[tuple[str, Term, str]]) -> str:
    """Return the notes of a criterion; of several components each with its name and term."""
    if len(answers) == 1:
        return answers[0][2]
    told = [(name or "product", term, note) for name, term, note in answers if note or term != "not-applicable"]
    return "\n".join(f"{name}: {term}. {note}".rstrip() for name, term, note in told)


def _group(value: Plain) -> dict[str, Plain]:
    """Return keys; anything else has none."""
    return value if isinstance(value, dict) else {}


def _list(value: Plain) -> list[Plain]:
    """Return items; anything else has none."""
    return value if isinstance(value, list) else []


def _text(value: Plain) -> str:
    """Return a text; anything else says nothing."""
    return value.strip() if isinstance(value, str) else ""
