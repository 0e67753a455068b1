"""Reviews are frozen whole, and compared field by field and number by number."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from purposebook.cli.app import run
from purposebook.domain.slug import Slug
from purposebook.storage.reading import read_workbook

DATA = Path(__file__).parents[1] / "data" / "french"
DAY = "2026-10-31"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the French product into a workspace of its own."""
    return shutil.copytree(DATA / "bibliobus", tmp_path / "data" / "bibliobus")


def command(folder: Path, *words: str, as_of: str = DAY) -> int:
    """Run a command on the product's workspace."""
    where = ("--data", str(folder.parent), "--as-of", as_of)
    return run([words[0], "bibliobus", *words[1:], *where])


def test_a_review_keeps_files_mission_and_numbers(folder: Path) -> None:
    """Copy every file that is read, and note the newest value of each metric with its day."""
    private = folder / "private"
    private.mkdir()
    (private / "ana.yml").write_text("secret", encoding="utf-8")
    assert command(folder, "review", "--title", "Revue d'automne", "--audience", "La commune") == 0
    made = read_workbook(folder).reviews.reviews[-1]
    assert (made.id, made.title, str(made.date)) == ("revue-d-automne", "Revue d'automne", DAY)
    assert made.mission == read_workbook(folder).mission.mission
    assert [(one.metric, round(one.value, 6), str(one.date)) for one in made.numbers] == [
        ("emprunts", round(100 * 61 / 124, 6), "2026-09-30")
    ]
    frozen = folder / "reviews" / f"{DAY}-revue-d-automne"
    assert read_workbook(frozen).mission == read_workbook(folder).mission
    assert not list(frozen.rglob("*ana*"))
    assert "Revue de l'été" in (folder / "reviews.yml").read_text(encoding="utf-8")


def test_ids_stay_unique(folder: Path) -> None:
    """A second review of the same title and day gets an id of its own."""
    assert command(folder, "review", "--title", "Automne") == 0
    assert command(folder, "review", "--title", "Automne") == 0
    assert [one.id for one in read_workbook(folder).reviews.reviews] == ["ete", "automne", "automne-2"]


@pytest.mark.parametrize("title", ["", "  ", "x" * 121, "two\nlines"])
def test_a_title_that_cannot_be_is_refused(folder: Path, title: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Say what is wrong with it, and leave nothing behind."""
    before = (folder / "reviews.yml").read_bytes()
    assert command(folder, "review", "--title", title) == 2
    assert "--title" in capsys.readouterr().err
    assert (folder / "reviews.yml").read_bytes() == before
    assert not (folder / "reviews").exists()


def test_what_changed_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Tell items that came, went and changed, and numbers that moved."""
    command(folder, "review", "--title", "Automne", as_of="2026-08-31")
    mission = folder / "mission.yml"
    mission.write_text(mission.read_text(encoding="utf-8").replace("Le livre vient à vous.", "Le bus vient."), "utf-8")
    strategy = folder / "strategy.yml"
    strategy.write_text(strategy.read_text(encoding="utf-8").replace("rappel, name", "carte-frigo-2, name"), "utf-8")
    capsys.readouterr()
    assert command(folder, "diff") == 0
    told = capsys.readouterr().out
    assert "automne (2026-08-31) -> now (2026-10-31)" in told
    assert "Tagline: 'Le livre vient à vous.' -> 'Le bus vient.'" in told
    assert "+ option carte-frigo-2: 'Une carte de rappel'" in told
    assert "- option rappel: 'Une carte de rappel'" in told
    assert "emprunts: 45.5 (2026-08-31) -> 49.2 (2026-09-30) %" in told


def test_two_reviews_are_compared(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second review holds the first one's entry, and nothing else is different."""
    command(folder, "review", "--title", "First")
    command(folder, "review", "--title", "Second")
    capsys.readouterr()
    assert command(folder, "diff", "first", "second") == 0
    told = capsys.readouterr().out
    assert "+ review first: 'First'" in told
    assert "numbers" not in told


@pytest.mark.parametrize(("name", "said"), [("nowhere", "Use one of: ete, now"), ("ete", "written by hand")])
def test_a_review_without_files_is_refused(
    folder: Path, name: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Name the reviews that there are, or say that this one froze nothing."""
    assert command(folder, "diff", name) == 2
    assert said in capsys.readouterr().err


def test_without_any_review_there_is_nothing_to_compare(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Say how to make the first one."""
    (folder / "reviews.yml").unlink()
    assert command(folder, "diff") == 2
    assert "purposebook review" in capsys.readouterr().err


def test_a_review_that_cannot_be_noted_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Take the copies away where reviews.yml cannot be saved."""

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("purposebook.storage.freezing.save_part", refuse)
    assert command(folder, "review", "--title", "Automne") == 1
    assert list((folder / "reviews").iterdir()) == []
    assert Slug("bibliobus") in [path.name for path in folder.parent.iterdir()]
    assert "No space left" in capsys.readouterr().err


@pytest.mark.parametrize("id", ["prets", "nombre-d-emprunts", "x"])
def test_a_renamed_metric_is_no_error_in_a_review(folder: Path, id: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A review, then another id in metrics.yml and its rows: the check still ends well."""
    assert command(folder, "review", "--title", "Automne") == 0
    before = command(folder, "check")
    for path in (path for path in folder.iterdir() if path.is_file() and path.name != "reviews.yml"):
        path.write_text(path.read_text(encoding="utf-8").replace("emprunts", id), "utf-8")
    capsys.readouterr()
    assert command(folder, "check") == before
    assert "points to no metric" not in capsys.readouterr().out


def test_rename_says_where_an_item_was_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Name each file with the number of places, and what keeps the old id."""
    command(folder, "review", "--title", "Automne")
    capsys.readouterr()
    assert run(["rename", "bibliobus/emprunts", "prets", "--data", str(folder.parent)]) == 0
    said = capsys.readouterr().out
    assert "Renamed the metric 'emprunts' to 'prets'" in said
    assert "reviews.yml: " in said
    assert "Frozen reviews keep the id of their day." in said
    assert "emprunts" in (folder / "reviews" / f"{DAY}-automne" / "metrics.yml").read_text(encoding="utf-8")
    assert command(folder, "check") == 0


def test_a_review_does_not_freeze_the_reviews_before_it(folder: Path) -> None:
    """Copy the product's own files, and no copy of a copy."""
    command(folder, "review", "--title", "Été", as_of="2026-08-31")
    command(folder, "review", "--title", "Automne")
    assert not (folder / "reviews" / f"{DAY}-automne" / "reviews").exists()
