"""A report in the OpenACR format becomes criteria of responsibility.yml."""

from __future__ import annotations

from pathlib import Path

import pytest
from storage_samples import DATA, faults_in, fingerprint, product

from purposebook.domain.responsibility import Criterion, Responsibility
from purposebook.errors import DataFaults
from purposebook.storage.openacr import bring_conformance, read_conformance
from purposebook.storage.reading import read_part

REPORT = DATA / "imports" / "openacr.yaml"
KNOWN = """\
accessibility:
  claim: not-claimed   # not yet
  criteria:
    # the player
    - number: 2.1.1
      term: supports
      method: keyboard
      evidence: [audit-05]   # in May
    - number: 3.1.1
      term: supports
"""


def criteria(folder: Path) -> dict[str, Criterion]:
    """Return the criteria of a product by their numbers."""
    found = read_part(folder, "responsibility")
    assert isinstance(found, Responsibility) and found.accessibility
    return {criterion.number: criterion for criterion in found.accessibility.criteria}


def acr(folder: Path, criterion: str, chapter: str = "success_criteria_level_a") -> Path:
    """Write a report with the lines of one list of criteria."""
    path = folder / "acr.yaml"
    path.write_text(f"title: T\nchapters:\n  {chapter}:\n    criteria:\n{criterion}")
    return path


def answer(number: str, level: str) -> str:
    """Write a criterion with one component."""
    return f"      - num: {number}\n        components:\n          - {{name: web, adherence: {{level: {level}}}}}\n"


def faults(path: Path) -> str:
    """Return the faults of a report."""
    with pytest.raises(DataFaults) as refused:
        read_conformance(path)
    return "\n".join(str(fault) for fault in refused.value.faults)


def test_criteria_are_brought_once(tmp_path: Path) -> None:
    """Take each criterion of WCAG 2.2 with its term, and change nothing the second time."""
    folder = product(tmp_path)
    done = bring_conformance(folder, read_conformance(REPORT))
    assert (done.added, done.updated, done.unchanged) == (3, 0, 0)
    assert {number: found.term for number, found in criteria(folder).items()} == {
        "1.1.1": "supports",
        "2.1.1": "partially-supports",
        "1.4.3": "does-not-support",
    }
    before = fingerprint(folder)
    again = bring_conformance(folder, read_conformance(REPORT))
    assert (again.added, again.updated, again.unchanged) == (0, 0, 3)
    assert fingerprint(folder) == before
    assert faults_in(folder) == ""


def test_a_criterion_is_as_good_as_its_weakest_component() -> None:
    """Say in the note what each component does; one that is not concerned and says nothing is left out."""
    found = {criterion.number: criterion for criterion in read_conformance(REPORT).criteria}["2.1.1"]
    assert found.note == (
        "web: supports. All of the player answers to keys.\n"
        "authoring-tool: partially-supports. The cutting desk needs a mouse:\nlesson parts can only be dragged."
    )


def test_a_part_that_nobody_looked_at_is_not_supported(tmp_path: Path) -> None:
    """Let no component's support stand for another that was not evaluated."""
    both = answer("1.4.3", "supports") + "          - {name: software, adherence: {level: not-evaluated}}\n"
    assert [found.term for found in read_conformance(acr(tmp_path, both)).criteria] == ["not-evaluated"]


def test_what_is_left_out_is_said() -> None:
    """Name criteria that WCAG 2.2 has not and those without a level; count other and disabled chapters."""
    assert read_conformance(REPORT).notes == (
        "no criteria of WCAG 2.2, left out: 4.1.1",
        "without a level in the file, left out: 2.4.11",
        "2 criteria of chapters that are not WCAG, or are disabled: left out",
    )


def test_what_the_team_wrote_stays(tmp_path: Path) -> None:
    """Merge by number: method, evidence, comments and other criteria are kept."""
    folder = product(tmp_path, responsibility=KNOWN)
    done = bring_conformance(folder, read_conformance(REPORT))
    assert (done.added, done.updated) == (2, 1)
    found = criteria(folder)
    assert list(found) == ["2.1.1", "3.1.1", "1.1.1", "1.4.3"]
    assert (found["2.1.1"].term, found["2.1.1"].method) == ("partially-supports", "keyboard")
    text = (folder / "responsibility.yml").read_text()
    assert all(comment in text for comment in ("# not yet", "# the player", "# in May"))


def test_faults_name_the_place(tmp_path: Path) -> None:
    """Refuse an unknown term and a number that stands twice, with line and advice, and all of them at once."""
    wrong = answer("1.1.1", "suports") + answer("1.4.3", "supports") + answer("1.4.3", "supports")
    assert faults(acr(tmp_path, wrong)) == (
        "acr.yaml:7 criteria.components.adherence.level: 'suports' is no term of OpenACR, "
        "did you mean 'supports'?\n"
        "acr.yaml:11 criteria.num: '1.4.3' stands in this file twice, "
        "keep one of the two"
    )


def test_what_is_no_report_is_refused(tmp_path: Path) -> None:
    """Say of other YAML, of broken YAML and of a list that it is none."""
    path = tmp_path / "acr.yaml"
    for text, said in (
        ("name: Demo\n", "has no chapters"),
        ("a: [\n", "inside brackets"),
        ("- a\n", "a list where keys"),
    ):
        path.write_text(text)
        assert said in faults(path)
    path.write_bytes("title: T".encode("utf-16"))
    assert faults(path) == "acr.yaml: is not UTF-8 text, save it with the encoding UTF-8"


def test_a_file_without_wcag_changes_nothing(tmp_path: Path) -> None:
    """Write no part for a report that answers none of its criteria."""
    folder = product(tmp_path)
    found = read_conformance(acr(tmp_path, answer("302.1", "supports"), "functional_performance_criteria"))
    assert bring_conformance(folder, found).added == 0
    assert not (folder / "responsibility.yml").exists()


def test_what_was_not_evaluated_is_said() -> None:
    """Name the criteria of level A and AA that a report leaves open; it is taken over all the same."""
    found = read_conformance(DATA / "imports" / "openacr-not-evaluated.yaml")
    assert found.notes == ("not evaluated, which only criteria of level AAA may stay: 1.1.1",)
    assert {criterion.number: criterion.term for criterion in found.criteria} == {
        "1.1.1": "not-evaluated",
        "1.4.1": "supports",
    }


@pytest.mark.parametrize(
    ("number", "level", "said"),
    [("1.4.3", "aa", True), ("2.1.1", "a", True), ("4.1.3", "aa", True), ("1.4.6", "aaa", False)],
)
def test_level_aaa_may_stay_open(number: str, level: str, said: bool, tmp_path: Path) -> None:
    """Say nothing of criteria that a report need not answer."""
    path = acr(tmp_path, answer(number, "not-evaluated"), f"success_criteria_level_{level}")
    assert any(number in note for note in read_conformance(path).notes) == said
