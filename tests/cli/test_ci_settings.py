"""What the templates ask of a code host itself is what the page about publishing says; no shell can run it."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
GITHUB = yaml.safe_load((ROOT / "templates/ci/publish.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / "templates/ci/gitlab-ci.yml").read_text(encoding="utf-8"))


def test_the_night_begins_when_the_page_says() -> None:
    """GitHub's clock is UTC; YAML reads the key `on` as true. On Mondays flaws of packages are looked for, too."""
    assert GITHUB[True]["schedule"] == [{"cron": "20 4 * * *"}, {"cron": "50 5 * * 1"}]


def test_code_scanning_may_be_switched_off() -> None:
    """An upload that GitHub refuses stops nothing, and is the only step that may fail."""
    steps = [step for job in GITHUB["jobs"].values() for step in job["steps"]]
    (may_fail,) = [step["uses"] for step in steps if step.get("continue-on-error")]
    assert may_fail.startswith("github/codeql-action/upload-sarif@")


def test_nothing_is_published_before_the_check() -> None:
    """A fault or an error ends the job before anything is built, and what was published stays."""
    jobs = GITHUB["jobs"]
    assert (jobs["build"]["needs"], jobs["publish"]["needs"]) == ("check", "build")
    script = GITLAB["pages"]["script"]
    assert script.index("purposebook check") < script.index("purposebook build --out public")


def test_every_action_is_named_by_a_commit() -> None:
    """A tag can be moved to other code; the version stands beside the hash for people and Dependabot."""
    text = (ROOT / "templates/ci/publish.yml").read_text(encoding="utf-8")
    used = [line.strip() for line in text.splitlines() if "uses:" in line]
    assert len(used) >= 8
    assert [line for line in used if not re.fullmatch(r"- uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []
