"""A product's own chapters: filled in, without code to be seen, and never a loss."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest

from purposebook.errors import DataFaults, MissingExtra, UsageError
from purposebook.publishing.open_lab import command, environment, needs_lab, open_product, port
from purposebook.storage.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a workspace with the shipped chapters and one small product."""
    for name in ("_config.yml", "_toc.yml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "chapters", tmp_path / "chapters")
    product = tmp_path / "data" / "circle"
    product.mkdir(parents=True)
    (product / "product.yml").write_text("name: '{circle} \"$5\"'\nsummary: Books by post.\n")
    return Workspace.find(tmp_path)


def test_every_chapter_gets_a_copy(workspace: Workspace) -> None:
    """The copies stand in the workspace's private folder, and the first that is not done opens."""
    notebook = open_product(workspace, "circle", launch=False)
    assert notebook == workspace.root / ".purposebook" / "circle" / "mission.ipynb"
    assert {path.stem for path in notebook.parent.glob("*.ipynb")} == set(workspace.chapters())


def test_the_report_opens_once_every_part_is_done(workspace: Workspace) -> None:
    """Wherever `_toc.yml` lists it, the report is what is left to look at."""
    shutil.copytree(ROOT / "data" / "coursecraft", workspace.data / "coursecraft")
    assert open_product(workspace, "coursecraft", launch=False).stem == "report"


def test_chapters_may_stand_in_any_folder(workspace: Workspace) -> None:
    """`_toc.yml` says where a chapter is, for `open` as for `build`."""
    (workspace.root / "chapters").rename(workspace.root / "lessons")
    toc = (workspace.root / "_toc.yml").read_text(encoding="utf-8").replace("chapters/", "lessons/")
    (workspace.root / "_toc.yml").write_text(toc, encoding="utf-8")
    assert open_product(workspace, "circle", launch=False).stem == "mission"


def test_parameters_are_in_the_copy(workspace: Workspace) -> None:
    """Nobody edits a parameter: product, data folder and mode stand in a cell behind the defaults."""
    cells = nbformat.read(open_product(workspace, "circle", "metrics", launch=False), as_version=4).cells
    (cell,) = [cell for cell in cells if "injected-parameters" in cell.metadata.get("tags", [])]
    assert 'product = "circle"' in cell.source
    assert f'data_dir = "{workspace.data}"' in cell.source
    assert 'mode = "live"' in cell.source


def test_facilitators_notes_are_not_for_the_team(workspace: Workspace) -> None:
    """A team reads what is meant for it; the notes stay in the workspace's chapters."""
    source = nbformat.read(workspace.root / "chapters" / "mission.ipynb", as_version=4)
    assert any("For the facilitator" in cell.source for cell in source.cells)
    copy = nbformat.read(open_product(workspace, "circle", "mission", launch=False), as_version=4)
    assert not any("For the facilitator" in cell.source for cell in copy.cells)
    assert any("Your turn" in cell.source for cell in copy.cells)


def test_no_code_is_seen_and_nothing_is_in_the_copy_yet(workspace: Workspace) -> None:
    """Every code cell has its source hidden and no output, so that Jupyter trusts it; no cell can be edited."""
    cells = nbformat.read(open_product(workspace, "circle", launch=False), as_version=4).cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    assert all(cell.metadata.jupyter.source_hidden for cell in code)
    assert not any(cell.outputs or cell.execution_count for cell in code)
    assert not any(cell.metadata.editable or cell.metadata.deletable for cell in cells)


def test_the_way_to_other_chapters_stands_first(workspace: Workspace) -> None:
    """Links lead through the book, in its order."""
    first = nbformat.read(open_product(workspace, "circle", launch=False), as_version=4).cells[0].source
    assert first.startswith("**Mission** · [Objectives](objectives.ipynb)")


def test_team_texts_are_not_in_the_copies(workspace: Workspace) -> None:
    """Names and texts stay in the product's files."""
    folder = open_product(workspace, "circle", launch=False).parent
    assert not [path for path in folder.glob("*.ipynb") if "$5" in path.read_text()]


def test_a_private_product_is_opened_like_any_other(workspace: Workspace) -> None:
    """Whoever works on a private product has its chapters, in a folder that is not published."""
    (workspace.data / "circle" / "product.yml").write_text("name: Circle\nvisibility: private\n")
    notebook = open_product(workspace, "circle", launch=False)
    assert notebook.is_relative_to(workspace.root / ".purposebook") and notebook.is_file()


def test_a_second_time_changes_nothing(workspace: Workspace) -> None:
    """Opening again writes the same copies, and sets none aside."""
    folder = open_product(workspace, "circle", launch=False).parent
    before = {path.name: path.read_bytes() for path in folder.glob("*.ipynb")}
    open_product(workspace, "circle", launch=False)
    assert {path.name: path.read_bytes() for path in folder.glob("*.ipynb")} == before


def test_outputs_of_a_run_are_not_mistaken_for_edits(workspace: Workspace) -> None:
    """A copy that was run is simply written anew."""
    path = open_product(workspace, "circle", launch=False)
    ran = nbformat.read(path, as_version=4)
    next(cell for cell in ran.cells if cell.cell_type == "code").execution_count = 3
    path.write_text(nbformat.writes(ran))
    open_product(workspace, "circle", launch=False)
    assert not list(path.parent.glob("*-kept-*"))


def test_what_somebody_wrote_into_a_copy_is_kept(workspace: Workspace) -> None:
    """Notes of one's own survive under another name."""
    path = open_product(workspace, "circle", launch=False)
    edited = nbformat.read(path, as_version=4)
    edited.cells.append(nbformat.v4.new_markdown_cell("My notes."))
    path.write_text(nbformat.writes(edited))
    open_product(workspace, "circle", launch=False)
    assert "My notes." in path.with_name("mission-kept-1.ipynb").read_text()
    assert "My notes." not in path.read_text()


def test_a_chapter_that_does_not_exist_is_refused(workspace: Workspace) -> None:
    """The chapters that there are stand in the message."""
    with pytest.raises(UsageError, match="Use one of: mission, objectives"):
        open_product(workspace, "circle", "poems", launch=False)


def test_broken_data_is_named_before_anything_opens(workspace: Workspace) -> None:
    """Faults are told in the terminal, not in a notebook."""
    (workspace.data / "circle" / "mission.yml").write_text("mision: x\n")
    with pytest.raises(DataFaults, match="did you mean 'mission'"):
        open_product(workspace, "circle", launch=False)


def test_a_missing_lab_is_named() -> None:
    """Whoever has no JupyterLab learns how to get it."""
    with pytest.raises(MissingExtra, match=r"pip install 'purposebook\[lab\]'"):
        needs_lab("a_lab_that_nobody_installed")


def test_the_server_is_for_this_machine_only(workspace: Workspace) -> None:
    """It binds to the loopback address, keeps its token, and serves the product's own folder."""
    notebook = open_product(workspace, "circle", launch=False)
    options = command(notebook)
    assert "--ServerApp.ip=127.0.0.1" in options
    assert f"--ServerApp.root_dir={notebook.parent}" in options
    assert not [option for option in options if "token" in option.lower() or "password" in option.lower()]


def test_the_users_own_settings_stay_untouched(workspace: Workspace) -> None:
    """Everything that Jupyter writes goes to the product's own folder."""
    folder = open_product(workspace, "circle", launch=False).parent
    variables = environment(folder)
    places = [value for name, value in variables.items() if name.startswith(("JUPYTER", "IPYTHON")) and "DIR" in name]
    assert len(places) == 6
    assert all(Path(place).is_relative_to(folder) for place in places)


def test_a_product_keeps_its_port(tmp_path: Path) -> None:
    """Browsers keep what was typed by address: the port is the same every time, and another product has another."""
    assert port(tmp_path / "circle") == port(tmp_path / "circle")
    assert port(tmp_path / "circle") != port(tmp_path / "square")
    assert 20000 <= port(tmp_path / "circle") < 30000
