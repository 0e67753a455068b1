"""No page may name a folder of the machine that made it, in whatever spelling."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from small_workspace import small_workspace
from watched_builds import DAY, with_vega

from purposebook.errors import BuildFailed
from purposebook.publishing.build import build
from purposebook.publishing.frame.assets import INDEX_FILE
from purposebook.publishing.frame.policy import CONTENT_SECURITY_POLICY
from purposebook.publishing.verify import verify_pages

PAGE = '<meta http-equiv="Content-Security-Policy" content="{policy}"><title>Report</title><p>{shown}'


@pytest.mark.parametrize("shown", ["/srv/a&b/c", "/srv/a&amp;b/c", "/srv/a&#38;b/c", "/srv/a&#x26;b/c"])
def test_an_escaped_path_is_found_too(shown: str) -> None:
    """A folder's name is looked for as readers see it, not as the page spells it."""
    page = PAGE.format(policy=CONTENT_SECURITY_POLICY, shown=shown).encode()
    with pytest.raises(BuildFailed, match="folder of this machine"):
        verify_pages({"index.html": page, INDEX_FILE: b""}, {"index": "Report"}, ("/srv/a&b/c",), {})


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become nobody")
def test_a_user_without_an_account_can_publish() -> None:
    """In a container there may be no home at all."""
    asked = (
        "import os; from pathlib import Path; from purposebook.publishing.job import home;"
        "os.environ.pop('HOME', None); os.setuid(54321); assert len(home().parts) < 3, home()"
    )
    subprocess.run([sys.executable, "-c", asked], check=True)


@pytest.mark.slow
def test_what_a_team_wrote_itself_is_no_secret(tmp_path: Path) -> None:
    """A product may name a folder in its own texts; a chapter that tells another one is not published."""
    root = tmp_path / "w"
    tells = f"from pathlib import Path\nprint((Path(data_dir) / product / 'product.yml').read_text(), {str(root)!r})"
    space = small_workspace(root, {"report": (tells,)}, {"alpha": f"Reads {root} only", "beta": "Beta"})
    done = build(with_vega(space), space.products(), tmp_path / "out", DAY)
    assert done.published == ("alpha",)
    assert str(root) in (tmp_path / "out" / "alpha" / "index.html").read_text(encoding="utf-8")
    assert [failure.product for failure in done.failed] == ["beta"]
    assert "names a folder of this machine: take it out of the chapter that shows it." in done.failed[0].message
