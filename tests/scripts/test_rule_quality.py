"""How often the word rules are right on labelled lines of the half on which nobody tuned them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rule_quality import LANGUAGES, RULES, Line, Quality, lines_of, path_of, qualities, quality, row_of

LONGEST_LINE = {"okr": 200, "missions": 350}
FEWEST_LINES = {"okr": 300, "missions": 100}
PRECISE = ("K3", "K4", "M2", "O4", "O5")
THOROUGH = ("K3", "K4", "O4", "O5")
KNOWN = {"okr": {*RULES["okr"]}, "missions": {*RULES["missions"]}}
FILES = [(language, kind) for language in LANGUAGES for kind in RULES]


@pytest.fixture(scope="module")
def held() -> dict[tuple[str, str], Quality]:
    """Return what each rule does on the held lines, read once."""
    return {(one.rule, one.language): one for one in qualities("held")}


@pytest.mark.parametrize(("language", "kind"), FILES)
def test_enough_lines_are_held_back(language: str, kind: str) -> None:
    """The held files stand beside the tuned ones, as tests/checks/corpus/en-held-okr.csv, and are long enough."""
    assert path_of(language, "held", kind).is_file(), f"{path_of(language, 'held', kind)} is missing"
    assert len(lines_of(language, "held", kind)) >= FEWEST_LINES[kind]


@pytest.mark.parametrize(("language", "kind"), FILES)
def test_no_source_is_in_both_halves(language: str, kind: str) -> None:
    """No rule was tuned on a held source; labels are known and lines are short."""
    tuned, kept = lines_of(language, "tune", kind), lines_of(language, "held", kind)
    assert {line.source for line in tuned}.isdisjoint(line.source for line in kept)
    assert {label.lstrip("?") for line in (*tuned, *kept) for label in line.labels} <= KNOWN[kind]
    assert all(0 < len(line.text) <= LONGEST_LINE[kind] and line.source for line in (*tuned, *kept))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", PRECISE)
def test_a_rule_is_right_nine_times_in_ten(held: dict[tuple[str, str], Quality], rule: str, language: str) -> None:
    """What a rule says about lines that nobody tuned it on is right at least nine times in ten."""
    assert held[rule, language].fired and held[rule, language].precision >= 0.9


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", THOROUGH)
def test_a_rule_says_half_of_what_it_should(held: dict[tuple[str, str], Quality], rule: str, language: str) -> None:
    """A rule speaks about at least half of the lines about which a coach would."""
    assert held[rule, language].recall >= 0.5


def lines(*labelled: tuple[str, str]) -> Iterator[Line]:
    """Yield lines with their labels."""
    return (Line("here", text, frozenset(labels.split())) for text, labels in labelled)


def test_what_is_counted() -> None:
    """A doubtful line is left out; the others are counted as labelled, spoken about and right."""
    some = lines(("Launch the app", "K3"), ("Build trust", "K3"), ("Ship the editor", ""), ("Launch the site", "?K3"))
    found = quality("K3", "en", "tune", some)
    assert (found.lines, found.labelled, len(found.fired), found.right) == (3, 2, 2, 1)
    assert (found.precision, found.recall) == (0.5, 0.5)
    assert row_of(found).startswith("| K3 | English | tune | 3 | 2 | 2 | 1 | 0.50 (0.09 to 0.91) | 0.50 | 0.50 (")


def test_an_activity_is_no_outcome_either() -> None:
    """K3 is right about a task of the team; the share of outputs proper is printed beside it."""
    found = quality("K3", "en", "tune", lines(("Launch the app", "K3"), ("Ship the editor", "O4")))
    assert (found.right, found.strictly_right, found.labelled, found.recall) == (2, 1, 1, 1.0)
    assert " | 1.00 (0.34 to 1.00) | 0.50 | 1.00 (" in row_of(found)


def test_a_milestone_that_is_an_output_is_left_to_the_other_rule() -> None:
    """K4 does not miss what K3 says, and misses what neither says."""
    found = quality("K4", "en", "tune", lines(("Launch the app", "K3 K4"), ("The sun is ours", "K4")))
    assert (found.lines, found.labelled, found.found, found.fired) == (2, 2, 1, ())


def test_silence_has_no_share() -> None:
    """Where a rule says nothing and nothing was to say, both shares are whole and the page shows a dash."""
    found = quality("K3", "fr", "tune", lines(("Les élèves lisent", "")))
    assert (found.precision, found.recall) == (1.0, 1.0)
    assert row_of(found).endswith("| - | - |")
