"""`purposebook summarise` writes sums over five or more, and nothing that tells of one person."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from purposebook.cli.app import run
from purposebook.domain.slug import Slug
from purposebook.errors import BadSlug
from purposebook.storage.private_answers import read_answers
from purposebook.storage.products import init_workspace
from purposebook.storage.reading import read_workbook

CANARY = "kanarienvogel"
NAMES = ("sunflower", "ana", "b2", "otter", "x", "late", *(f"more-{at}" for at in range(6)))
PERSONAS = """\
personas:   # ours
  - id: author
    name: Author
    needs:
      - {id: weekend, text: a weekend}
      - {id: captions, text: captions}
"""


def write(folder: Path, count: int, day: str = "2026-09-03") -> None:
    """Write the private answers of some people; each file holds the canary in every text."""
    (folder / "private").mkdir(exist_ok=True)
    for at, name in enumerate(NAMES[:count]):
        texts = "\n".join(f"  {key}: {CANARY} {name}" for key in ("who-decides", "can-let-go", "what-excites"))
        strengths = "\n".join(f"  {key}: {CANARY} {name}" for key in ("customer", "data", "business", "market"))
        ranking = "[weekend, captions]" if at % 2 else "[captions, weekend]"
        (folder / "private" / f"{name}.yml").write_text(
            f"# {CANARY}\ndate: {day}\nratings: {{people: {at % 5 + 1}, strategy: 2, process: 3, culture: 4}}\n"
            f"ranking: {ranking}\nrecall: {{vision: {str(at > 1).lower()}, intents: false}}\n"
            f"company:\n{texts}\nstrengths:\n{strengths}\n"
        )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a workspace with one product, and stand in it."""
    for name in ("_config.yml", "_toc.yml"):
        (tmp_path / name).touch()
    made = tmp_path / "data" / "demo"
    made.mkdir(parents=True)
    (made / "product.yml").write_text("name: Demo\n")
    (made / "personas.yml").write_text(PERSONAS)
    monkeypatch.chdir(tmp_path)
    return made


def test_sums_are_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Write the round, the ranking and the recall of five people, and leave comments where they are."""
    write(folder, 5)
    assert run(["summarise", "demo"]) == 0
    told = capsys.readouterr().out
    assert "5 files of 2026-09-03" in told and "How we work: written in culture.yml" in told
    book = read_workbook(folder)
    (ranking,), (recall,), (round_,) = book.personas.rankings, book.strategy.recall, book.culture.rounds
    assert [(place.need, place.ranks) for place in ranking.places] == [("captions", 7), ("weekend", 8)]
    assert (recall.asked_, recall.vision, recall.intents) == (5, 3, 0)
    assert (round_.members, round_.spreads[0].median) == (5, 3)
    assert "personas:   # ours" in (folder / "personas.yml").read_text()


def test_four_people_are_not_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Say how many are missing, and write nothing."""
    write(folder, 4)
    assert run(["summarise", "demo"]) == 0
    assert capsys.readouterr().out.count("1 more is needed") == 3
    assert sorted(path.name for path in folder.iterdir()) == ["personas.yml", "private", "product.yml"]
    assert (folder / "personas.yml").read_text() == PERSONAS


def counts(folder: Path) -> list[list[int]]:
    """Return how many people each sum counts, in each of the three parts."""
    book = read_workbook(folder)
    return [
        [one.people for one in rounds] for rounds in (book.culture.rounds, book.personas.rankings, book.strategy.recall)
    ]


def change(folder: Path, name: str) -> None:
    """Let one person change all answers."""
    path = folder / "private" / f"{name}.yml"
    text = (
        path.read_text().replace("[weekend, captions]", "[captions, weekend]").replace("vision: true", "vision: false")
    )
    path.write_text(text.replace("culture: 4", "culture: 5").replace("strategy: 2", "strategy: 5"))


def test_the_same_day_is_never_doubled_or_changed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second run writes nothing; neither does a person more nor a changed answer; five people more do."""
    write(folder, 6)
    assert run(["summarise", "demo"]) == run(["summarise", "demo"]) == 0
    assert capsys.readouterr().out.count(": unchanged in") == 3
    before = [path.read_bytes() for path in sorted(folder.glob("*.yml"))]
    change(folder, "otter")
    assert run(["summarise", "demo"]) == 0
    assert capsys.readouterr().out.count("the sum of this day stands there already") >= 2
    write(folder, 7)
    assert run(["summarise", "demo"]) == 0
    assert capsys.readouterr().out.count("1 person differs from those counted on 2026-09-03") == 3
    assert [path.read_bytes() for path in sorted(folder.glob("*.yml"))] == before
    write(folder, 11)
    assert run(["summarise", "demo"]) == 0
    assert counts(folder) == [[11], [11], [11]]


@pytest.mark.parametrize("changed", [False, True], ids=["others-same", "others-changed"])
@pytest.mark.parametrize("day", ["2026-09-03", "2026-09-04", "2026-12-03"])
def test_what_one_person_answered_cannot_be_worked_out(
    day: str, changed: bool, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Five, then the same five and one more: no second sum, whatever was answered, until half a year is over."""
    write(folder, 5)
    assert run(["summarise", "demo"]) == 0
    write(folder, 6, day)
    if changed:
        change(folder, "ana")
    assert run(["summarise", "demo"]) == 0
    told = capsys.readouterr().out
    assert told.count("1 person differs from those counted on 2026-09-03") == 3 and "from 2027-03-02 on" in told
    assert counts(folder) == [[5], [5], [5]]
    write(folder, 6, "2027-03-02")
    assert run(["summarise", "demo"]) == 0
    assert counts(folder) == [[5, 6], [5, 6], [5, 6]]


def test_the_same_people_are_summed_every_quarter(folder: Path) -> None:
    """A team of six goes on; a quarter in which one was away has no sum, and the next one has."""
    for day, count in (("2026-03-03", 6), ("2026-06-02", 6), ("2026-09-01", 5), ("2026-12-01", 6)):
        (folder / "private" / "late.yml").unlink(missing_ok=True)
        write(folder, count, day)
        assert run(["summarise", "demo"]) == 0
    assert counts(folder) == [[6, 6, 6]] * 3


def test_frozen_sums_count(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sum that was taken out of the part still stands in a review, and in the note of who was counted."""
    write(folder, 5)
    assert run(["summarise", "demo"]) == 0
    assert run(["review", "demo", "--title", "Autumn", "--as-of", "2026-09-03"]) == 0
    for part in ("culture", "strategy"):
        (folder / f"{part}.yml").unlink()
    (folder / "personas.yml").write_text(PERSONAS)
    capsys.readouterr()
    write(folder, 6, "2026-11-03")
    assert run(["summarise", "demo"]) == 0
    assert capsys.readouterr().out.count("1 person differs") == 3
    (folder / "private" / "counted.json").unlink()
    assert run(["summarise", "demo"]) == 0
    assert capsys.readouterr().out.count("1 person differs") == 3
    assert counts(folder) == [[], [], []]


def test_unknown_people_are_asked_about(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who was counted elsewhere is not known: only somebody who was there can say that it was the same people."""
    write(folder, 6)
    assert run(["summarise", "demo"]) == 0
    (folder / "private" / "counted.json").unlink()
    write(folder, 6, "2026-11-03")
    capsys.readouterr()
    assert run(["summarise", "demo"]) == 0
    assert capsys.readouterr().out.count("if it was just the same people, add --same-people") == 3
    assert run(["summarise", "demo", "--same-people"]) == 0
    assert counts(folder) == [[6, 6], [6, 6], [6, 6]]
    (folder / "private" / "counted.json").write_text('{"sums": 3}')
    assert run(["summarise", "demo"]) == 1
    assert "private/counted.json: does not say who was counted" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such permissions")
def test_the_folder_is_closed_to_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Take the permissions of everybody else off private/, and say so once."""
    write(folder, 5)
    (folder / "private").chmod(0o775)
    assert run(["summarise", "demo"]) == run(["summarise", "demo"]) == 0
    assert (folder / "private").stat().st_mode & 0o777 == 0o700
    assert capsys.readouterr().out.count("demo/private/ could be opened by others on this machine") == 1


def test_the_day_may_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Take the newest day unless another is named, and say which others there are."""
    write(folder, 6)
    write(folder, 1, day="2026-12-03")
    assert run(["summarise", "demo"]) == 0
    assert "1 file of 2026-12-03; others are of 2026-09-03" in capsys.readouterr().out
    assert run(["summarise", "demo", "--date", "2026-09-03"]) == 0
    assert read_workbook(folder).culture.rounds[0].members == 5
    assert run(["summarise", "demo", "--date", "2026-09-04"]) == 2
    assert "Nobody answered on 2026-09-04" in capsys.readouterr().err
    assert run(["summarise", "demo", "--date", "yesterday"]) == 2
    assert "--date 'yesterday' is not a day" in capsys.readouterr().err


def test_nothing_of_one_person_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No text and no name of a file leaves private/, neither into a part nor onto the screen."""
    write(folder, 6)
    assert run(["summarise", "demo"]) == 0
    told = capsys.readouterr().out + "".join(path.read_text() for path in folder.glob("*.yml"))
    assert CANARY not in told
    assert not any(name in told for name in NAMES if len(name) > 2 and name != "late")
    assert read_workbook(folder).culture.company == ()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "Ana M.yml",
            "date: 2026-09-03\n",
            "private/Ana M.yml: is not named as in sunflower.yml, rename it to ana-m.yml",
        ),
        ("ana.yaml", "date: 2026-09-03\n", "private/ana.yaml: is not named as in sunflower.yml, rename it to ana.yml"),
        ("ana.yml", "ratings: {people: 3}\n", "private/ana.yml:1 date: is missing"),
        ("ana.yml", "date: 2026-09-03\nratings: {people: 9}\n", "private/ana.yml:2 ratings.people: '9' is too large"),
        ("ana.yml", "date: 2026-09-03\nrankin: [a]\n", "unknown key 'rankin', did you mean 'ranking'?"),
        ("ana.yml", "date: 2026-09-03\nranking: [a, a]\n", "names 'a' twice, give every need one place"),
        ("ana.yml", "date: [\n", "private/ana.yml:2"),
    ],
)
def test_a_fault_is_named(name: str, text: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Say which file, where and what to do, and write nothing."""
    write(folder, 6)
    (folder / "private" / name).write_text(text)
    assert run(["summarise", "demo"]) == 1
    assert said in capsys.readouterr().err
    assert not (folder / "culture.yml").exists()


def test_the_page_shows_answers_that_can_be_read(folder: Path) -> None:
    """The example of the documentation is what people copy."""
    page = (Path(__file__).parents[2] / "docs" / "private-answers.md").read_text(encoding="utf-8")
    (folder / "private").mkdir()
    (folder / "private" / "sunflower.yml").write_text(page.split("```yaml\n")[1].split("```")[0])
    (answers,) = read_answers(folder).values()
    assert answers.ranking and answers.ratings and answers.recall and answers.company and answers.strengths


def test_how_to_begin_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without private answers, say what to write; other files there are none."""
    (folder / "private").mkdir()
    (folder / "private" / "README.txt").write_text("ours")
    assert run(["summarise", "demo"]) == 2
    assert "private/sunflower.yml" in capsys.readouterr().err


def test_git_ignores_private_answers(tmp_path: Path) -> None:
    """In a new workspace no private answer can be added by mistake, archived products' neither."""
    made = init_workspace(tmp_path / "ours")
    subprocess.run(["git", "init", "-q", str(made)], check=True)
    for name in (
        "data/demo/private/ana.yml",
        "data/.archive/demo-2026-01-01/private/ana.yml",
        "elsewhere/demo/private/a.yml",
    ):
        told = subprocess.run(["git", "-C", str(made), "check-ignore", "-q", name], check=False)
        assert told.returncode == 0, name


def test_a_folder_of_private_answers_is_no_product() -> None:
    """Whoever points --data into a product's folder does not make a product of its private answers."""
    with pytest.raises(BadSlug):
        Slug("private")


def test_help_shows_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    """The command's help ends with an example of its own."""
    assert run(["summarise", "--help"]) == 0
    assert "Example: purposebook summarise" in capsys.readouterr().out
