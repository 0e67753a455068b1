"""Every page, parsed."""

from pathlib import Path

import pytest
from page_audit import audit
from published_sites import ROOT, Sites

from purposebook.storage.workspace import Workspace

pytestmark = pytest.mark.slow

BAD = (
    "<p onclick='x'>",
    "<a href='data:text/html,x'>x</a>",
    "<a href='other.php'>x</a>",
    "<p style='position:fixed'>",
    "<style>p{}</style>",
    "<math>x</math>",
    "<img src='data:image/png;base64,x'>",
)


@pytest.mark.parametrize("markup", BAD)
def test_the_audit_finds_what_it_looks_for(markup: str) -> None:
    """An audit that finds nothing anywhere would prove nothing."""
    assert audit(f"<!DOCTYPE html><html><body>{markup}</body></html>")


def test_no_page_holds_anything_active(sites: Sites) -> None:
    """Reports, portfolio, search and failure pages hold what our templates wrote and nothing else."""
    found = {
        page.relative_to(sites.out).as_posix(): audit(page.read_text(encoding="utf-8")) for page in sites.every_page()
    }
    assert len(found) == 3 * (len(Workspace.find(ROOT).chapters()) + 1) + 2
    assert {name: findings[:5] for name, findings in found.items() if findings} == {}


def test_no_file_is_disclosed(sites: Sites) -> None:
    """No byte of a file that a text asked for is in any site."""
    first = (
        Path("/etc/passwd").read_text(encoding="utf-8").splitlines()[0]
        if Path("/etc/passwd").is_file()
        else "root:x:0:0"
    )
    assert not [path for path in sites.out.rglob("*") if path.is_file() and first.encode() in path.read_bytes()]
