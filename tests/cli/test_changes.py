"""`check --since` and `--changed` speak of what a change brought, in every state that a repository can be in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from purposebook.cli.app import run

DAY = ("--as-of", "2026-10-31")
PEOPLE = {f"GIT_{who}_{what}": "ana@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
WEAK = "mission: To be the leading bus.\n"
BROKEN = "objectives:\n  - {id: faster, statement: Faster, serves: [nowhere]}\n"


def git(folder: Path, *words: str) -> str:
    """Run git as somebody who has no settings of their own."""
    settings = {**os.environ, **PEOPLE, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", "-c", "protocol.file.allow=always", *words]
    told = subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=True)
    return told.stdout.strip()


def commit(folder: Path) -> None:
    """Commit everything."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "A step")


def write(root: Path, **parts: str) -> None:
    """Write files of the product `bus`."""
    for part, text in parts.items():
        (root / "data/bus" / f"{part}.yml").write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Commit a workspace with two weak products, in a folder whose name has a blank and an umlaut."""
    root = tmp_path / "unsere Bücher"
    for name in ("bus", "train"):
        (root / "data" / name).mkdir(parents=True)
        (root / "data" / name / "product.yml").write_text(f"name: {name}\n", encoding="utf-8")
        (root / "data" / name / "mission.yml").write_text(WEAK, encoding="utf-8")
    for name in ("_config.yml", "_toc.yml"):
        (root / name).touch()
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(root))
    commit(root)
    return root


Check = Callable[..., tuple[int, str, str]]


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    """Return a function that checks a workspace and returns exit code, output and errors."""

    def checked(root: Path, *words: str) -> tuple[int, str, str]:
        code = run(["check", "--workspace", str(root), *words, *DAY])
        return code, *capsys.readouterr()

    return checked


def test_nothing_changed_is_nothing_to_say(root: Path, check: Check) -> None:
    """The weak missions were there before."""
    assert check(root, "--changed") == (
        0,
        "As of 2026-10-31\n",
        "Compared with the last commit: 0 of 2 products changed.\n",
    )


def test_only_the_new_findings_of_changed_products(root: Path, check: Check) -> None:
    """An edit that brings an error shows the error, and neither the old warnings nor the other product."""
    write(root, mission=f"# Ours\n{WEAK}", objectives=BROKEN)
    code, told, _ = check(root, "--changed")
    assert code == 1 and "data/bus/objectives.yml:2" in told and "[X1]" in told
    assert "[M3]" not in told and "train" not in told and "from before left out" in told


def test_staged_and_untracked_files_count(root: Path, check: Check) -> None:
    """What is in the index is compared, and so is a product that git does not know yet."""
    write(root, objectives=BROKEN)
    git(root, "add", "--all")
    shutil.copytree(root / "data/train", root / "data/tram")
    _, told, _ = check(root, "--changed")
    assert "bus: 1 error" in told and "tram: 1 warning, 1 info\n" in told and "[M2]" in told


@pytest.mark.parametrize("staged", [True, False])
def test_a_renamed_product_brings_nothing(root: Path, check: Check, staged: bool) -> None:
    """A product is known again by its files, whether git was told of the new name or not."""
    (root / "data/bus").rename(root / "data/night-bus")
    if staged:
        git(root, "add", "--all")
    assert "night-bus: nothing new (" in check(root, "--changed")[1]
    (root / "data/night-bus/product.yml").write_text("name: bus\nsummary: At night.\n", encoding="utf-8")
    assert "night-bus: nothing new (" in check(root, "--changed")[1]


def test_a_copy_is_a_new_product(root: Path, check: Check) -> None:
    """While the first is still there, what stands in the second is new."""
    shutil.copytree(root / "data/bus", root / "data/ferry")
    assert "ferry: 1 warning\n" in check(root, "--changed")[1]


def test_since_means_where_the_branch_left(root: Path, check: Check) -> None:
    """What others did on main meanwhile is not this branch's."""
    git(root, "switch", "--quiet", "--create", "mine")
    write(root, objectives=BROKEN)
    commit(root)
    git(root, "switch", "--quiet", "main")
    (root / "data/train/mission.yml").write_text("mission: Trains for all people.\n", encoding="utf-8")
    commit(root)
    git(root, "switch", "--quiet", "mine")
    code, told, said = check(root, "--since", "main")
    assert code == 1 and "bus: 1 error" in told and "train" not in told and "1 of 2 products" in said


def test_a_mended_fault_and_a_new_one(root: Path, check: Check) -> None:
    """A fault that was there does not stop a change; one that the change brings does."""
    write(root, mission="mision: Wrong key.\n")
    commit(root)
    write(root, product="name: Bus\nsummary: A line.\n")
    assert check(root, "--changed")[0] == 0
    write(root, product="name: Bus\nsumary: A line.\n")
    code, told, _ = check(root, "--changed")
    assert code == 1 and "bus: 1 fault (1 from before left out)" in told and "sumary" in told


def test_a_workspace_in_a_larger_repository(root: Path, check: Check, tmp_path: Path) -> None:
    """The products of a folder below the repository's root are compared with their own former state."""
    shutil.rmtree(root / ".git")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data/other.txt").write_text("not ours", encoding="utf-8")
    write(root, objectives=BROKEN)
    code, told, said = check(root, "--since", "main")
    assert code == 1 and "bus: 1 error" in told and "[M3]" not in told and "1 of 2" in said


def test_before_the_first_commit_everything_is_new(root: Path, check: Check) -> None:
    """A repository without a commit has no former state."""
    shutil.rmtree(root / ".git")
    git(root, "init", "--quiet")
    assert "2 of 2 products changed" in check(root, "--changed")[2]


def test_the_working_tree_and_the_index_are_left_alone(root: Path, check: Check) -> None:
    """Comparing changes no file, no index and no branch."""
    write(root, objectives=BROKEN)
    before = (git(root, "status", "--porcelain"), (root / ".git/index").read_bytes(), git(root, "rev-parse", "HEAD"))
    check(root, "--since", "HEAD")
    after = (git(root, "status", "--porcelain"), (root / ".git/index").read_bytes(), git(root, "rev-parse", "HEAD"))
    assert after == before and not list(root.glob("data/.*"))


def test_no_repository_is_said(root: Path, check: Check) -> None:
    """Without git's folder the sentence says how to get one, and following it works."""
    shutil.rmtree(root / ".git")
    code, _, said = check(root, "--changed")
    assert code == 2 and "in no git repository" in said and "git init" in said and "Traceback" not in said
    git(root, "init", "--quiet")
    commit(root)
    assert check(root, "--changed")[0] == 0


def test_no_git_is_said(root: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine without git the sentence says so."""
    monkeypatch.setenv("PATH", str(root))
    code, _, said = check(root, "--since", "main")
    assert code == 2 and "Git is not installed" in said


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "main..HEAD", "0" * 40])
def test_an_unknown_revision_is_said(root: Path, check: Check, revision: str) -> None:
    """A revision that is not there, or is none, ends with a sentence."""
    code, told, said = check(root, f"--since={revision}")
    assert (code, told) == (2, "") and "There is no revision" in said and "git fetch" in said


def test_a_branch_of_the_remote_is_suggested(root: Path, check: Check, tmp_path: Path) -> None:
    """In a clone that has `main` only as `origin/main`, the sentence names it, and the advice works."""
    git(root, "switch", "--quiet", "--create", "mine")
    git(tmp_path, "clone", "--quiet", str(root), "clone")
    code, _, said = check(tmp_path / "clone", "--since", "main")
    assert code == 2 and "Did you mean 'origin/main'?" in said
    assert check(tmp_path / "clone", "--since", "origin/main")[0] == 0


def test_a_shallow_clone_says_what_to_fetch(root: Path, check: Check, tmp_path: Path) -> None:
    """A clone of one commit lacks the former state; the command that the sentence names brings it."""
    first = git(root, "rev-parse", "HEAD")
    write(root, objectives=BROKEN)
    commit(root)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root}", "clone")
    code, _, said = check(tmp_path / "clone", "--since", first)
    assert code == 2 and "shallow clone" in said and "git fetch --unshallow" in said and "fetch-depth: 0" in said
    git(tmp_path / "clone", "fetch", "--quiet", "--unshallow")
    assert "bus: 1 error" in check(tmp_path / "clone", "--since", first)[1]


def test_a_branch_cut_off_from_main_says_what_to_fetch(root: Path, check: Check, tmp_path: Path) -> None:
    """Two branches of a shallow clone have no commit in common there."""
    git(root, "switch", "--quiet", "--create", "mine")
    write(root, objectives=BROKEN)
    commit(root)
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch", f"file://{root}", "clone")
    code, _, said = check(tmp_path / "clone", "--since", "origin/main")
    assert code == 2 and "shallow clone" in said


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_the_repository_of_another_user_is_said(
    root: Path, check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a container of a code host: the command that the sentence names makes it work."""
    monkeypatch.setenv("HOME", str(tmp_path))
    os.chown(root, 12345, 12345)
    os.chown(root / ".git", 12345, 12345)
    code, _, said = check(root, "--changed")
    assert code == 2 and "belongs to another user" in said
    advice = said.partition("run this in it: ")[2]
    subprocess.run(["sh", "-c", advice], cwd=root, env={**os.environ, "PWD": str(root)}, check=True)
    assert check(root, "--changed")[0] == 0


def test_both_options_are_refused(root: Path, check: Check) -> None:
    """Two starting points are one too many."""
    assert check(root, "--changed", "--since", "main")[0] == 2


def test_a_hook_of_git_stops_a_commit_that_brings_an_error(root: Path) -> None:
    """Inside a hook, git's own variables do not lead the check astray."""
    hook = root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m purposebook check --changed\n', encoding="utf-8")
    hook.chmod(0o755)
    write(root, mission=f"# Ours\n{WEAK}")
    commit(root)
    write(root, objectives=BROKEN)
    with pytest.raises(subprocess.CalledProcessError) as refused:
        commit(root)
    assert "1 of 2 products changed" in refused.value.stderr


def test_a_misnamed_folder_stops_only_the_change_that_brings_it(root: Path, check: Check) -> None:
    """A folder whose name is no address is complained of where it is new."""
    (root / "data/Night Bus").mkdir()
    (root / "data/Night Bus/product.yml").write_text("name: x\n", encoding="utf-8")
    code, _, said = check(root, "--changed")
    assert code == 1 and "Night Bus" in said
    commit(root)
    assert check(root, "--changed")[0] == 0
