"""Saving a part: exactly what was changed is changed, and nothing else in the file."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from storage_samples import DATA, fingerprint, product

from purposebook.domain.claims import Claim
from purposebook.domain.mission import Alternative, Clause, Ladder, Mission, Vision
from purposebook.domain.objectives import Objective, Objectives
from purposebook.domain.personas import Personas
from purposebook.domain.workbook import PARTS
from purposebook.errors import DataFaults, SaveConflict, SaveFailed, UsageError
from purposebook.storage.reading import parsed, read_part
from purposebook.storage.said import said
from purposebook.storage.saving import save_part

COMMENTED = """\
# What we are for
mission: Teach   # a draft
# the future
vision: {statement: Far, by: 2030}   # checked

clauses:   # phrases
  # the first
  - {id: publish, text: publish}   # one

  # the second
  - id: finish
    text: 'finish'   # quoted
# the end
"""


def mission(folder: Path) -> Mission:
    """Read the mission as it is now."""
    made = read_part(folder, "mission")
    assert isinstance(made, Mission)
    return made


def save(folder: Path, base: Mission, **changes: object) -> str:
    """Save changes to the mission, and return the new text of its file."""
    value = base.model_copy(update=changes)
    saved = save_part(folder, "mission", base, value)
    assert said(saved) == said(mission(folder))
    return (folder / "mission.yml").read_bytes().decode()


def test_one_changed_field_changes_one_line(tmp_path: Path) -> None:
    """Leave every other line as it was, comments and quotes included."""
    folder = product(tmp_path, mission=COMMENTED)
    text = save(folder, mission(folder), mission="Teach everybody")
    assert text == COMMENTED.replace("mission: Teach ", "mission: Teach everybody ")


def test_a_new_item_goes_where_the_list_ends(tmp_path: Path) -> None:
    """Add an item before the comment that follows the list."""
    folder = product(tmp_path, mission=COMMENTED)
    base = mission(folder)
    text = save(folder, base, clauses=(*base.clauses, Clause(id="repeat", text="again")))
    assert text == COMMENTED.replace("# the end", "  - id: repeat\n    text: again\n# the end")


def test_a_new_item_is_written_like_its_neighbours(tmp_path: Path) -> None:
    """Keep a list of one-line items a list of one-line items."""
    folder = product(tmp_path, mission="clauses:\n  - {id: a, text: x}\n")
    base = mission(folder)
    text = save(folder, base, clauses=(*base.clauses, Clause(id="b", text="y, z")))
    assert text == 'clauses:\n  - {id: a, text: x}\n  - {id: b, text: "y, z"}\n'


def test_a_removed_item_takes_its_comment_along(tmp_path: Path) -> None:
    """Remove an item with what was said about it, and nothing else."""
    folder = product(tmp_path, mission=COMMENTED)
    base = mission(folder)
    text = save(folder, base, clauses=base.clauses[:1])
    assert text == COMMENTED[: COMMENTED.index("\n  # the second")] + "# the end\n"


def test_a_removed_field_leaves_the_comment_above_it(tmp_path: Path) -> None:
    """Keep the words above a field, which explain what may stand there."""
    folder = product(tmp_path, mission=COMMENTED)
    text = save(folder, mission(folder), vision=None)
    assert text == COMMENTED.replace("vision: {statement: Far, by: 2030}   # checked\n", "")


def test_a_renamed_item_stays_in_its_place(tmp_path: Path) -> None:
    """Change an id within the line where it stands."""
    folder = product(tmp_path, mission=COMMENTED)
    base = mission(folder)
    text = save(folder, base, clauses=(Clause(id="print", text="publish"), base.clauses[1]))
    assert text == COMMENTED.replace("{id: publish", "{id: print")


def test_a_new_order_moves_lines(tmp_path: Path) -> None:
    """Move items with the comments above them."""
    folder = product(tmp_path, mission=COMMENTED)
    base = mission(folder)
    text = save(folder, base, clauses=base.clauses[::-1])
    assert text.index("# the second") < text.index("id: finish") < text.index("{id: publish, text: publish}   # one")


def test_a_file_of_comments_keeps_them(tmp_path: Path) -> None:
    """Write below the explanations of a starter file."""
    folder = product(tmp_path, mission="# Say what it is for.\n# mission: ...\n")
    text = save(folder, mission(folder), mission="Teach")
    assert text == "# Say what it is for.\n# mission: ...\n\nmission: Teach\n"


def test_a_part_that_nobody_wrote_gets_its_file(tmp_path: Path) -> None:
    """Create a file with what was said and nothing that is assumed anyway."""
    folder = product(tmp_path)
    item = Objective(id="finish", statement="They finish.", kind="committed")
    save_part(folder, "objectives", Objectives(), Objectives(objectives=(item,)))
    assert (folder / "objectives.yml").read_text() == "objectives:\n  - id: finish\n    statement: They finish.\n"


def test_a_first_product_file_can_be_saved(tmp_path: Path) -> None:
    """Create product.yml where there is none yet."""
    folder = product(tmp_path)
    (folder / "product.yml").unlink()
    empty = PARTS["product"].model_construct()
    save_part(folder, "product", empty, PARTS["product"].model_validate({"name": "Night: bus"}))
    assert (folder / "product.yml").read_text() == 'name: "Night: bus"\n'


def test_saving_without_a_change_writes_nothing(tmp_path: Path) -> None:
    """Touch no file when the value is the base."""
    folder = product(tmp_path, mission="mission:   Teach\n")
    before = fingerprint(folder)
    assert save_part(folder, "mission", mission(folder), mission(folder)) == mission(folder)
    assert save_part(folder, "personas", Personas(), Personas()) == Personas()
    assert fingerprint(folder) == before


def test_a_claim_is_a_bare_text_as_long_as_nothing_supports_it(tmp_path: Path) -> None:
    """Write `job: text`, and a group only when evidence comes."""
    folder = product(tmp_path, mission="ladder:\n  job: Teach   # why\n")
    base = mission(folder)
    text = save(folder, base, ladder=Ladder(job=Claim(text="Edit"), change=Claim(text="Heard")))
    assert text == "ladder:\n  job: Edit   # why\n  change: Heard\n"
    text = save(folder, mission(folder), ladder=Ladder(job=Claim(text="Edit", evidence=("int-07",))))
    assert text == "ladder:\n  job: {text: Edit, evidence: [int-07]}   # why\n"


@pytest.mark.parametrize(
    "text", ["no", "1.10", "12:30", "~", "a\u0085b", "\u202eעברית 😀", "a\n b\n", "'\"\\", " x ", "a\r\nb"]
)
def test_any_text_comes_back(tmp_path: Path, text: str) -> None:
    """Read back the very text that was saved, new and in place of another."""
    folder = product(tmp_path, mission="purpose: >-\n  old\n  text\n# end\n")
    save(folder, mission(folder), purpose=text, value=text)
    assert (mission(folder).purpose, mission(folder).value) == (text, text)


def test_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    """Write a file as the system wrote it that it came from."""
    folder = product(tmp_path, mission="\ufeffmission: Teach\r\nclauses:\r\n  - {id: a, text: x}\r\n".encode())
    save(folder, mission(folder), mission="one\ntwo", tagline="Teach")
    data = (folder / "mission.yml").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfmission: |-\r\n  one\r\n  two\r\ntagline: Teach\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_file_permissions_stay(tmp_path: Path) -> None:
    """Keep who may read a file."""
    folder = product(tmp_path, mission="mission: Teach\n")
    (folder / "mission.yml").chmod(0o640)
    save(folder, mission(folder), mission="Learn")
    assert (folder / "mission.yml").stat().st_mode & 0o777 == 0o640


def test_two_people_who_add_items_both_keep_theirs(tmp_path: Path) -> None:
    """Merge into the newest state, and return all of it."""
    folder = product(tmp_path, mission=COMMENTED)
    base = mission(folder)
    save(folder, base, clauses=(*base.clauses, Clause(id="theirs", text="t")))
    mine = base.model_copy(update={"clauses": (*base.clauses, Clause(id="mine", text="m")), "tagline": "Mine"})
    saved = save_part(folder, "mission", base, mine)
    assert isinstance(saved, Mission)
    assert {clause.id for clause in saved.clauses} == {"publish", "finish", "theirs", "mine"}
    assert saved == mission(folder)


def test_the_same_field_changed_by_two_is_a_conflict(tmp_path: Path) -> None:
    """Name the field, and change nothing."""
    folder = product(tmp_path, mission=COMMENTED)
    base = mission(folder)
    save(folder, base, vision=Vision(statement="Theirs", by="2030"))
    before = (folder / "mission.yml").read_bytes()
    with pytest.raises(SaveConflict, match=r"mission\.yml was changed by somebody else in vision\.statement"):
        save(folder, base, vision=Vision(statement="Mine", by="2030"))
    assert (folder / "mission.yml").read_bytes() == before


def test_together_they_may_pass_a_limit(tmp_path: Path) -> None:
    """Refuse what two people wrote together when it is too much, and say so."""
    folder = product(tmp_path)
    many = tuple(Alternative(id=f"a{at}", name="A") for at in range(30))
    more = tuple(Alternative(id=f"b{at}", name="B") for at in range(30))
    save(folder, Mission(), alternatives=many)
    with pytest.raises(SaveFailed, match="alternatives has 60 items where 50 are the most"):
        save(folder, Mission(), alternatives=more)


def test_a_file_that_cannot_be_read_is_not_touched(tmp_path: Path) -> None:
    """Name the faults of a file that was broken by hand meanwhile."""
    folder = product(tmp_path, mission="mission: [\n")
    before = (folder / "mission.yml").read_bytes()
    with pytest.raises(DataFaults):
        save(folder, Mission(), mission="Teach")
    assert (folder / "mission.yml").read_bytes() == before


def test_a_product_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    """Create no folder by saving."""
    with pytest.raises(UsageError):
        save_part(tmp_path / "gone", "mission", Mission(), Mission(mission="Teach"))
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - the plain question


def test_what_a_crash_left_is_swept(tmp_path: Path) -> None:
    """Remove temporary files of this part, and no other file."""
    folder = product(tmp_path, mission=COMMENTED)
    stray = folder / ".mission.yml.0123456789ab.purposebook-tmp"
    other = folder / ".personas.yml.0123456789ab.purposebook-tmp"
    stray.write_text("half")
    other.write_text("somebody is writing this")
    save(folder, mission(folder), mission="Learn")
    assert (stray.exists(), other.exists()) == (False, True)


SOURCES = [
    (path.stem, path.read_bytes().decode("utf-8-sig"))
    for path in sorted((DATA / "good").glob("*/*.yml"))
    if path.stem in PARTS
]
WORDS = [
    "x",
    "no",
    "1.10",
    "a: b",
    "two\nlines",
    "end\n\nlines\n",
    " lead",
    "#x",
    "a #b",
    "é😀\u202e",
    "\x85",
    "- a",
    "a, b",
    "long " * 40,
]


def changed(dice: random.Random, value: Any) -> Any:
    """Return a value with something in it written, removed, moved or doubled."""
    if isinstance(value, dict):
        return {key: changed(dice, item) for key, item in value.items() if dice.random() > 0.05}
    if isinstance(value, list):
        items = [changed(dice, item) for item in value if dice.random() > 0.1]
        items += (
            [{**items[0], "id": f"new{dice.randrange(99)}"}]
            if items and isinstance(items[0], dict) and "id" in items[0]
            else []
        )
        return dice.sample(items, len(items)) if dice.random() < 0.2 else items
    return dice.choice(WORDS) if isinstance(value, str) and dice.random() < 0.2 else value


def test_only_a_claim_is_written_as_a_bare_text(tmp_path: Path) -> None:
    """What an experiment expects, in words alone, keeps its key: no reader would take a text for it."""
    value = {"experiments": [{"id": "look", "step": "Offer a first look", "expected": {"text": "Two in three finish"}}]}
    model = PARTS["experiments"].model_validate(value)
    folder = product(tmp_path)
    save_part(folder, "experiments", read_part(folder, "experiments"), model)
    assert read_part(folder, "experiments") == model
    mission = PARTS["mission"].model_validate(
        {"delivers": [], "ladder": {"problem": {"text": "Cutting takes weekends"}}}
    )
    save_part(folder, "mission", read_part(folder, "mission"), mission)
    assert "{problem: Cutting takes weekends}" in (folder / "mission.yml").read_text()


@pytest.mark.parametrize("seed", range(40))
def test_any_change_reads_back_and_keeps_comments(tmp_path: Path, seed: int) -> None:
    """Change good files at random; find the changes and every comment of the file's own lines again."""
    dice = random.Random(seed)  # noqa: S311 - a test's dice
    for part, text in SOURCES:
        base = parsed(tmp_path, part, text).value
        try:
            value = PARTS[part].model_validate(changed(dice, said(base)))
        except ValidationError:
            continue
        folder = product(tmp_path, **{part: "# above\n" + text if not text.startswith("---") else text})
        comments = [line for line in (folder / f"{part}.yml").read_text().splitlines() if line.startswith("#")]
        assert said(save_part(folder, part, base, value)) == said(value) == said(read_part(folder, part))
        assert set(comments) <= set((folder / f"{part}.yml").read_text().splitlines())
