"""How often the word rules are right on labelled public lines; `--wrong K3 fr tune` lists what one gets wrong."""

import csv
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from purposebook.checks.catalogue import BY_ID
from purposebook.checks.example import EXAMPLE_DAY, Example, book_of, metric_says, mission_says, objective_says
from purposebook.checks.rule import Question
from purposebook.domain.workbook import Workbook
from purposebook.measures.proportions import METHOD, wilson

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "checks" / "corpus"
LANGUAGES = {"en": "English", "fr": "French"}
HALVES = ("held", "tune")
"""The half on which nobody tuned the rules, and the half on which they were tuned."""
_SECTION = """## How often the word rules are right

Real public lines were read and labelled one by one, by their meaning: objectives, key results and goals of teams, and
missions of products and services, in English and in French. They stand with source and labels in
`tests/checks/corpus/`. Sources were split into two halves. The rules were tuned on the lines of one; those of the
other, the *held* half, were not read, though its figures were seen several times while the rules changed. The held half
is what counts; the *tune* half shows how much of it is tuning. *Precision* is the share of what a rule says that is
right, *recall* the share of what it should have said that it says; in brackets stands {method}. Of each held file 60 to
120 lines, drawn at random, were read again by a second reader who did not see the first labels; *readers* is Cohen's
kappa of both, 1 being full agreement. A rule that is wrong more than once in ten is an info.

Lines on which two honest readings differ are left out of a rule's count. K3 says that a line tells what the team does
instead of what changes, so it is right about activities (K2) and tasks (O4) too; *own label* is its precision on
outputs alone. A milestone about which K3 speaks as an output is not missed by K4, which leaves it to K3.

| rule | language | half | lines | labelled | spoke | right | precision | own label | recall | readers |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
{rows}
"""
ALSO_RIGHT = {"K3": {"K2", "O4"}}
"""Labels of lines about which a rule is right too: an activity or a task is no more an outcome than an output is."""
RULES = {"okr": ("K2", "K3", "K4", "K5", "O1", "O4", "O5"), "missions": ("M2", "M3", "M4", "M5", "M7")}


@dataclass(frozen=True)
class Line:
    """Hold one labelled line."""

    source: str
    text: str
    labels: frozenset[str]


@dataclass(frozen=True)
class Quality:
    """Hold what one rule did on one file of lines."""

    rule: str
    language: str
    half: str
    lines: int
    labelled: int
    missed: tuple[Line, ...] = field(repr=False)
    fired: tuple[Line, ...] = field(repr=False)

    @property
    def wrong(self) -> tuple[Line, ...]:
        """Return the lines about which the rule speaks without its label, or another about which it is right too."""
        accepted = {self.rule} | ALSO_RIGHT.get(self.rule, set())
        return tuple(line for line in self.fired if not accepted & line.labels)

    @property
    def right(self) -> int:
        """Return how many lines the rule is right about."""
        return len(self.fired) - len(self.wrong)

    @property
    def strictly_right(self) -> int:
        """Return how many of the lines about which the rule speaks have its own label."""
        return sum(self.rule in line.labels for line in self.fired)

    @property
    def precision(self) -> float:
        """Return the share of what the rule says that is right; 1 where it says nothing."""
        return self.right / len(self.fired) if self.fired else 1.0

    @property
    def found(self) -> int:
        """Return how many of the labelled lines are not missed."""
        return self.labelled - len(self.missed)

    @property
    def recall(self) -> float:
        """Return the share of the labelled lines that are not missed; 1 where there are none."""
        return self.found / self.labelled if self.labelled else 1.0


def kind_of(rule: str) -> str:
    """Return the kind of lines that a rule reads."""
    return next(kind for kind, rules in RULES.items() if rule in rules)


def path_of(language: str, half: str, kind: str) -> Path:
    """Return where the lines of one language, half and kind stand."""
    return CORPUS / f"{language}-{half}-{kind}.csv"


def lines_of(language: str, half: str, kind: str) -> tuple[Line, ...]:
    """Return the labelled lines of one file."""
    with path_of(language, half, kind).open(encoding="utf-8", newline="") as file:
        return tuple(
            Line(row.get("source", ""), row["text"], frozenset(row["labels"].split())) for row in csv.DictReader(file)
        )


def outcome_says(text: str) -> Example:
    """Show an outcome whose change is told in these words."""
    return Example(text, {"objectives": {"objectives": [{"id": "goal", "statement": text, "outcome": {"to": text}}]}})


def example_of(rule: str) -> Callable[[str], Example]:
    """Return how a line is shown to a rule."""
    if rule == "O5":
        return outcome_says
    return {"K": metric_says, "O": objective_says, "M": mission_says}[rule[0]]


def speaks(rule: str, text: str, language: str) -> bool:
    """Tell whether a rule speaks about a line."""
    return any(BY_ID[rule].find(_book(example_of(rule), text, language), Question.on(EXAMPLE_DAY)))


@cache
def _book(says: Callable[[str], Example], text: str, language: str) -> Workbook:
    """Return the workbook that says a line, once for all rules that read it."""
    return book_of({"product": {"name": "Example", "language": language}} | dict(says(text).parts))


def quality(rule: str, language: str, half: str, lines: Iterable[Line]) -> Quality:
    """Return what a rule does on lines; a milestone about which K3 speaks as an output is not missed by K4."""
    read = [line for line in lines if f"?{rule}" not in line.labels]
    fired = tuple(line for line in read if speaks(rule, line.text, language))
    due = [line for line in read if rule in line.labels]
    spoken = set(fired)
    missed = tuple(line for line in due if line not in spoken and not _is_left_to_k3(rule, line, language))
    return Quality(rule, language, half, len(read), len(due), missed, fired)


def _is_left_to_k3(rule: str, line: Line, language: str) -> bool:
    """Tell whether a milestone is an output too, about which K3 has spoken already."""
    return rule == "K4" and "K3" in line.labels and speaks("K3", line.text, language)


def qualities(half: str) -> Iterator[Quality]:
    """Yield what each rule does on each language's lines of one half, where there is such a file."""
    for kind, rules in RULES.items():
        for rule in rules:
            for language in LANGUAGES:
                if path_of(language, half, kind).is_file():
                    yield quality(rule, language, half, lines_of(language, half, kind))


def kappa(rule: str, language: str) -> float:
    """Return Cohen's kappa of both readers of a rule's label, over the held lines that both have read without doubt.

    Source: J. Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psych. Measurement 20.
    """
    from statsmodels.stats.inter_rater import cohens_kappa

    kind = kind_of(rule)
    first = {line.text: line.labels for line in lines_of(language, "held", kind)}
    table = [[0, 0], [0, 0]]
    for second in lines_of(language, "second", kind):
        both = first[second.text], second.labels
        if not any(f"?{rule}" in labels for labels in both):
            table[rule in both[0]][rule in both[1]] += 1
    return float(cohens_kappa(table, return_results=False)) if table[0][1] or table[1][0] else 1.0


def quality_section() -> str:
    """Return what the page of the rules says of them: computed here, never typed."""
    rows = "\n".join(row_of(one) for half in HALVES for one in qualities(half))
    return _SECTION.format(rows=rows, method=METHOD)


def main(arguments: list[str]) -> int:
    """Print each rule's figures, or what one rule gets wrong."""
    if arguments[:1] != ["--wrong"]:
        print(quality_section())
        return 0
    rule, language, half = arguments[1:]
    kind = kind_of(rule)
    found = quality(rule, language, half, lines_of(language, half, kind))
    missed, wrong = (f"missed  {line.text}" for line in found.missed), (f"wrong   {line.text}" for line in found.wrong)
    print(*missed, *wrong, sep="\n")
    return 0


def row_of(one: Quality) -> str:
    """Return one row of the page's table."""
    told = (
        one.rule,
        LANGUAGES[one.language],
        one.half,
        str(one.lines),
        str(one.labelled),
        str(len(one.fired)),
        str(one.right),
        _share(one.right, len(one.fired)),
        f"{one.strictly_right / len(one.fired):.2f}" if one.fired else "-",
        _share(one.found, one.labelled),
        f"{kappa(one.rule, one.language):.2f}" if one.half == "held" else "-",
    )
    return f"| {' | '.join(told)} |"


def _share(part: int, whole: int) -> str:
    """Return a share with its interval."""
    if not whole:
        return "-"
    low, high = wilson(part, whole)
    return f"{part / whole:.2f} ({low:.2f} to {high:.2f})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
