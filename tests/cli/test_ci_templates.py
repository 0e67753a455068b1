"""The templates for code hosts run in a workspace that `init` made, on a machine that has nothing else of ours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from ci_steps import Step, github_steps, gitlab_steps, ran

pytestmark = [pytest.mark.slow, pytest.mark.timeout(2400)]

ROOT = Path(__file__).resolve().parents[2]
HOSTS_OWN = {
    "actions/checkout",
    "actions/setup-python",
    "actions/cache",
    "actions/upload-pages-artifact",
    "actions/deploy-pages",
    "github/codeql-action/upload-sarif",
}
"""What only GitHub can run: these steps are left out, and no others."""
HOSTED = {"publish"}
"""The job in which nothing of ours runs."""
INSTALL = (
    "pip install --require-hashes --only-binary :all: -r constraints.txt",
    "pip install --no-deps --no-build-isolation -r requirements.txt",
)
"""The first commands of every other job. They are run once for all: that takes most of the time."""
BROKEN = "objectives:\n  - {id: faster, statement: Faster, serves: [nowhere]}\n"


@dataclass(frozen=True)
class Machine:
    """Name a workspace in a clone, and the environment in which a code host would run its steps."""

    clone: Path
    settings: dict[str, str]

    def git(self, *words: str) -> str:
        """Run git in the clone."""
        told = subprocess.run(
            ["git", *words], cwd=self.clone, env=self.settings, capture_output=True, text=True, check=True
        )
        return told.stdout.strip()

    def commit(self, name: str, text: str) -> None:
        """Commit one file."""
        (self.clone / name).write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", name)


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """Make a workspace, push it, and clone it on a machine with Python, git and an empty home."""
    folder = tmp_path_factory.mktemp("host")
    made = [sys.executable, "-P", "-m", "purposebook", "init", str(folder / "made"), "--ci", "github"]
    subprocess.run(made, check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "python")], check=True)
    (folder / "home").mkdir()
    kept = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    people = {f"GIT_{who}_{what}": "ana@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    path = {"PATH": f"{folder / 'python' / 'bin'}:/usr/bin:/bin", "HOME": str(folder / "home")}
    first = Machine(folder / "made", {**kept, **people, **path})
    first.git("init", "--quiet", "--initial-branch=main")
    first.git("add", "--all")
    first.git("commit", "--quiet", "--message", "Our products")
    first.git("clone", "--quiet", str(folder / "made"), str(folder / "clone"))
    for install in INSTALL:
        subprocess.run(install.split(), cwd=folder / "clone", env=first.settings, check=True, capture_output=True)
    return Machine(folder / "clone", first.settings)


def outcome(steps: list[Step], machine: Machine, **variables: str) -> dict[str, tuple[int, str]]:
    """Run the steps after the one that installs, with the host's variables; return each one's exit code and output."""
    for job in {step.job for step in steps} - HOSTED:
        assert tuple(step.command for step in steps if step.job == job and step.command)[:2] == INSTALL
    others = [step for step in steps if step.command not in INSTALL]
    done = ran(others, machine.clone, {**machine.settings, **variables})
    return {step.command: (code, told) for step, code, told in done}


def test_only_the_hosts_own_steps_are_left_out(machine: Machine) -> None:
    """Everything else in the template is a command that the tests below run."""
    events = ("pull_request", "push", "schedule")
    file = machine.clone / ".github/workflows/publish.yml"
    uses = {step.uses.partition("@")[0] for event in events for step in github_steps(file, event) if step.uses}
    assert uses == HOSTS_OWN


def test_only_what_is_public_is_uploaded() -> None:
    """Only the sites leave the machine, and the cache that may travel; private products lie elsewhere."""
    github = github_steps(ROOT / "templates/ci/publish.yml", "push")
    paths = [step.settings["path"] for step in github if step.uses.startswith(("actions/upload", "actions/cache"))]
    assert paths == [".purposebook/_cache", "_site"]
    pages = yaml.safe_load((ROOT / "templates/ci/gitlab-ci.yml").read_text(encoding="utf-8"))["pages"]
    assert pages["artifacts"]["paths"] == ["public"]
    assert [one["paths"] for one in pages["cache"]] == [[".cache/pip"], [".purposebook/_cache"]]


@pytest.mark.parametrize(
    ("steps", "file"), [(github_steps, "templates/ci/publish.yml"), (gitlab_steps, "templates/ci/gitlab-ci.yml")]
)
def test_published_flaws_are_asked_for_once_a_week(steps: Callable[[Path, str], list[Step]], file: str) -> None:
    """A job of its own asks, by a pinned tool and by the hashes; the night, changes and pushes do not wait for it."""
    jobs = {event: {step.job for step in steps(ROOT / file, event)} for event in ("weekly", "schedule", "push")}
    assert "advisories" in jobs["weekly"] and "advisories" not in jobs["schedule"] | jobs["push"]
    asked = [step.command for step in steps(ROOT / file, "weekly") if step.job == "advisories" and step.command]
    assert asked == ["pip install pip-audit==2.10.1", "pip-audit --require-hashes --disable-pip -r constraints.txt"]


@pytest.mark.parametrize("steps", [github_steps, gitlab_steps])
def test_the_nightly_build_publishes(steps: Callable[[Path, str], list[Step]], machine: Machine) -> None:
    """The steps of the night check, build, and check what they publish; git then sees no file of theirs."""
    file, site = {
        github_steps: (".github/workflows/publish.yml", "_site"),
        gitlab_steps: ("templates/ci/gitlab-ci.yml", "public"),
    }[steps]
    machine.git("switch", "--quiet", "main")
    done = outcome(steps(machine.clone / file, "schedule"), machine, GITHUB_STEP_SUMMARY=str(machine.clone / "../sum"))
    assert [(line, told) for line, (code, told) in done.items() if code] == []
    assert (machine.clone / site / "coursecraft/index.html").is_file()
    assert machine.git("status", "--short") == ""


def test_the_installed_package_is_the_one_that_made_the_workspace(machine: Machine) -> None:
    """Nothing of the clone of Purposebook is on the path: what runs was unpacked from vendor/."""
    ask = "import purposebook, sys; print(purposebook.__file__); print(*sys.path)"
    told = subprocess.run(
        ["python", "-c", ask], cwd=machine.clone, env=machine.settings, capture_output=True, text=True, check=True
    )
    assert str(machine.clone.parent / "python") in told.stdout.splitlines()[0]
    assert str(ROOT) not in told.stdout


def test_a_pull_request_fails_for_its_own_error_only(machine: Machine) -> None:
    """The error that a change brings is annotated and stops it; the log for code scanning has everything."""
    file = machine.clone / ".github/workflows/publish.yml"
    machine.git("switch", "--quiet", "--create", "pull")
    variables = {"GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": str(machine.clone.parent / "summary.md")}
    machine.commit("data/coursecraft/culture.yml", "# nothing of ours yet\n")
    clean = outcome(github_steps(file, "pull_request"), machine, **variables)
    assert [code for code, _ in clean.values()] == [0, 0]
    machine.commit("data/coursecraft/objectives.yml", BROKEN)
    done = outcome(github_steps(file, "pull_request"), machine, **variables)
    code, told = done['purposebook check --since "origin/$GITHUB_BASE_REF" --format github']
    assert code == 1 and told.startswith("::error file=data/coursecraft/objectives.yml,line=2,")
    log = json.loads((machine.clone / "purposebook.sarif").read_text(encoding="utf-8"))
    assert len(log["runs"][0]["results"]) > told.count("\n")
    assert "in 1 of 1 product" in (machine.clone.parent / "summary.md").read_text(encoding="utf-8")


def test_a_merge_request_fails_for_its_own_error_only(machine: Machine) -> None:
    """GitLab's report has every finding, and the gate speaks of what the change brought."""
    file = machine.clone / "templates/ci/gitlab-ci.yml"
    machine.git("switch", "--quiet", "--create", "merge", "main")
    machine.commit("data/coursecraft/objectives.yml", BROKEN)
    base = machine.git("rev-parse", "main")
    done = outcome(gitlab_steps(file, "merge_request_event"), machine, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert [code for code, _ in done.values()] == [0, 1]
    issues = json.loads((machine.clone / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert issues[0]["severity"] == "critical" and issues[0]["location"]["path"] == "data/coursecraft/objectives.yml"
