"""Read from git which products a change touched, and what their files were before it."""

from __future__ import annotations

import contextlib
import filecmp
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from purposebook.errors import PurposebookError, UsageError
from purposebook.text.directions import typed

_OF_ANOTHER_REPOSITORY: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git sets for its hooks; it must not decide which repository is asked."""
_WHOLE_HISTORY: Final = (
    "This is a shallow clone, which lacks older commits. Fetch them with: git fetch --unshallow. In CI let the "
    "checkout fetch everything: 'fetch-depth: 0' on GitHub, 'GIT_DEPTH: 0' on GitLab."
)


@dataclass(frozen=True)
class Change:
    """Name the folders of products that a change touched, and where their former states lie."""

    touched: frozenset[str]
    former: Mapping[str, Path]
    """By the name that a product has now; nothing for a product that is new."""


@contextlib.contextmanager
def change_since(data: Path, revision: str | None) -> Iterator[Change]:
    """Compare a data folder as it stands with a revision, or with the last commit where none is named.

    A revision means the commit at which this branch left it. The former states lie in a temporary folder until the end;
    the user's files, index and branches are left alone.
    """
    git = _Git(data)
    base = git.branched_from(revision) if revision else git.last_commit()
    touched = git.touched(base)
    with tempfile.TemporaryDirectory(prefix="purposebook-") as place:
        yield Change(touched, _former(data, git, base, touched, Path(place)) if base else {})


def _former(data: Path, git: _Git, base: str, touched: frozenset[str], place: Path) -> dict[str, Path]:
    """Return the former state of each touched product, found by its name or by what it holds."""
    names = git.folders(base)
    gone = {name for name in names if not (data / name).is_dir()}
    known, new = touched & (names - gone), {name for name in touched - names if (data / name).is_dir()}
    folder = git.restored(base, known | (gone if new else set()), place)
    renamed = {name: _same_product(data / name, folder, gone) for name in sorted(new)}
    found = {name: folder / old for name, old in renamed.items() if old}
    return found | {name: folder / name for name in known}


def _same_product(now: Path, folder: Path, gone: set[str]) -> str:
    """Return the product that is gone and of which at least half of the files stand here unchanged, or nothing."""
    shares = {name: _unchanged(folder / name, now) for name in sorted(gone)}
    best = max(shares, key=lambda name: shares[name], default="")
    return best if best and shares[best] >= 0.5 else ""


def _unchanged(before: Path, now: Path) -> float:
    """Return the share of a former folder's files that have the same place and bytes now."""
    files = [path.relative_to(before) for path in before.rglob("*") if path.is_file() and not path.is_symlink()]
    same = [file for file in files if (now / file).is_file() and filecmp.cmp(before / file, now / file, shallow=False)]
    return len(same) / len(files) if files else 0.0


class _Git:
    """Ask git about the repository in which a data folder lies."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._top = self._told("rev-parse", "--show-toplevel").strip()
        self._prefix = self._told("rev-parse", "--show-prefix").strip()

    def last_commit(self) -> str:
        """Return the commit on which the user works, or nothing where none was made yet."""
        return self._run("rev-parse", "--verify", "--quiet", "HEAD^{commit}").stdout.decode().strip()

    def branched_from(self, revision: str) -> str:
        """Return the commit that this branch and a revision have in common, the revision itself where there is none."""
        commit = self._commit(revision)
        common = self._run("merge-base", commit, "HEAD").stdout.decode().strip()
        if not common and self._is_shallow():
            raise UsageError(f"Git cannot tell where this branch left {typed(revision[:60])}. {_WHOLE_HISTORY}")
        return common or commit

    def touched(self, base: str) -> frozenset[str]:
        """Return the folders in which files differ from a commit, files that git does not know yet among them."""
        tracked = (
            self._told("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative", base, "--", ".")
            if base
            else self._told("ls-files", "-z")
        )
        unknown = self._told("ls-files", "-z", "--others", "--exclude-standard")
        paths = f"{tracked}\0{unknown}".split("\0")
        return frozenset(path.partition("/")[0] for path in paths if "/" in path)

    def folders(self, base: str) -> frozenset[str]:
        """Return the folders that the data folder had at a commit."""
        return frozenset(filter(None, self._told("ls-tree", "-z", "-d", "--name-only", base).split("\0")))

    def restored(self, base: str, names: frozenset[str] | set[str], place: Path) -> Path:
        """Write folders as they were at a commit into `place`; return the data folder there."""
        index = {"GIT_INDEX_FILE": str(place / "index")}
        self._told("read-tree", base, settings=index)
        files = self._told("ls-files", "-z", "--", *(f":(literal){name}" for name in sorted(names)), settings=index)
        target = place / "files"
        if names:
            self._told("checkout-index", "-z", "--stdin", f"--prefix={target}/", settings=index, said=files)
        return target / self._prefix

    def _commit(self, revision: str) -> str:
        """Return the commit that a revision names, or say what to do where there is none."""
        asked = "" if revision.startswith("-") or ".." in revision else revision
        found = self._run("rev-parse", "--verify", "--quiet", f"{asked}^{{commit}}").stdout.decode().strip()
        if found and asked:
            return found
        remote = self._run("rev-parse", "--verify", "--quiet", f"origin/{asked}^{{commit}}").returncode == 0
        raise UsageError(
            f"There is no revision {typed(revision[:60])} in this clone. "
            + (f"Did you mean 'origin/{asked}'?" if remote and asked else self._advice())
        )

    def _advice(self) -> str:
        """Say how a revision comes into a clone."""
        known = "Run 'git fetch', or name a branch, tag or commit that 'git log --all' shows, such as origin/main."
        return _WHOLE_HISTORY if self._is_shallow() else known

    def _is_shallow(self) -> bool:
        """Tell whether the clone lacks older commits."""
        return self._told("rev-parse", "--is-shallow-repository").strip() == "true"

    def _told(self, *words: str, settings: Mapping[str, str] | None = None, said: str = "") -> str:
        """Return what git prints, or refuse with its own first sentence."""
        answer = self._run(*words, settings=settings, said=said)
        if answer.returncode == 0:
            return os.fsdecode(answer.stdout)
        why = os.fsdecode(answer.stderr).strip().partition("\n")[0]
        if "not a git repository" in why:
            raise UsageError(
                f"The folder '{self._data.name}' is in no git repository, so nothing tells what a change brought. "
                "Run 'git init' in the workspace and commit, or check without --since and --changed."
            )
        if "dubious ownership" in why:
            raise UsageError(
                "Git refuses this repository, because it belongs to another user. If you trust it, run this in it: "
                'git config --global --add safe.directory "$PWD"'
            )
        raise PurposebookError(f"Git could not compare the products: {why or 'it gave no reason'}")

    def _run(
        self, *words: str, settings: Mapping[str, str] | None = None, said: str = ""
    ) -> subprocess.CompletedProcess[bytes]:
        """Run git in the data folder, in English and without taking its locks."""
        kept = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_REPOSITORY}
        environment = {**kept, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C", **(settings or {})}
        command = ["git", "-C", str(self._data), *words]
        try:
            return subprocess.run(  # noqa: S603 - a list of words, never a line for a shell
                command, input=os.fsencode(said), env=environment, capture_output=True, check=False
            )
        except FileNotFoundError:
            raise UsageError(
                "Git is not installed on this machine, and --since and --changed ask it what a change brought. "
                "Install git, or check without them."
            ) from None
