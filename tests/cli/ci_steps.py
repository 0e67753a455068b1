"""Read the steps of a code host's template that a shell can run, and run them as the host does."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

CONDITIONS: dict[str, Callable[[str], bool]] = {
    "github.event_name == 'pull_request'": lambda event: event == "pull_request",
    "github.event_name != 'pull_request'": lambda event: event != "pull_request",
    "${{ !cancelled() }}": lambda event: True,
    "github.event.schedule == '50 5 * * 1'": lambda event: event == "weekly",
    "github.event.schedule != '50 5 * * 1'": lambda event: event != "weekly",
    "$ADVISORIES": lambda event: event == "weekly",
    '$CI_PIPELINE_SOURCE == "merge_request_event"': lambda event: event == "merge_request_event",
    "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH": lambda event: event in {"push", "schedule", "weekly"},
}
"""The conditions of the templates; one that is not here fails the test that meets it."""


@dataclass(frozen=True)
class Step:
    """Hold one step of a job: a command, or what only the host itself can do."""

    job: str
    command: str = ""
    uses: str = ""
    settings: Any = None
    always: bool = False


def github_steps(file: Path, event: str) -> list[Step]:
    """Return the steps that an event starts, job by job."""
    jobs = yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"]
    started = {name: job for name, job in jobs.items() if "if" not in job or CONDITIONS[job["if"]](event)}
    needed = {name: job for name, job in started.items() if job.get("needs", name) in started}
    return [
        Step(name, line, step.get("uses", ""), step.get("with"), "cancelled" in step.get("if", ""))
        for name, job in needed.items()
        for step in job["steps"]
        if "if" not in step or CONDITIONS[step["if"]](event)
        for line in step.get("run", "").splitlines() or [""]
    ]


def gitlab_steps(file: Path, event: str) -> list[Step]:
    """Return the command lines that an event starts, job by job."""
    read = yaml.safe_load(file.read_text(encoding="utf-8"))
    jobs = {name: job for name, job in read.items() if isinstance(job, dict) and "script" in job}
    return [
        Step(name, line)
        for name, job in jobs.items()
        if any(CONDITIONS[rule["if"]](event) for rule in job["rules"])
        for line in (*job.get("before_script", read["default"]["before_script"]), *job["script"])
    ]


def ran(steps: list[Step], folder: Path, settings: Mapping[str, str]) -> list[tuple[Step, int, str]]:
    """Run the commands and return each with its exit code and output; a job ends at its first failure."""
    done: list[tuple[Step, int, str]] = []
    failed: set[str] = set()
    for step in (step for step in steps if step.command):
        if step.job in failed and not step.always:
            continue
        told = subprocess.run(
            ["bash", "-e", "-c", step.command], cwd=folder, env=settings, capture_output=True, text=True, check=False
        )
        done.append((step, told.returncode, told.stdout + told.stderr))
        failed |= {step.job} if told.returncode else set()
    return done
