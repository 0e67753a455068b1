"""`check --site` refuses a folder in which a private product stands, and `list` shows which ones are private."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from purposebook.cli.app import run
from purposebook.domain.result_build import BuildResult, FindingCounts
from purposebook.publishing.portfolio import write_portfolio
from purposebook.publishing.record import files_of, sealed, write_record
from purposebook.storage import disk

DAY = dt.date(2026, 10, 1)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a workspace with a public product and a private one, and stand in it."""
    for name in ("_config.yml", "_toc.yml"):
        (tmp_path / name).touch()
    for name, visibility in (("bus", "public"), ("plan", "private")):
        (tmp_path / "data" / name).mkdir(parents=True)
        (tmp_path / "data" / name / "product.yml").write_text(f"name: {name}\nvisibility: {visibility}\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def site(place: Path, visibility: str = "public") -> Path:
    """Write a site of one page with its card and record, and the portfolio over it."""
    place.mkdir(parents=True)
    (place / "index.html").write_text("<p>A page")
    (place / "card.json").write_text(json.dumps(card(place.name, visibility)))
    none = FindingCounts(error=0, warning=0, info=0)
    pages = files_of(place)
    record = BuildResult(
        product=place.name, as_of=DAY, versions={}, inputs=(), pages=pages, chapters=(), findings=none,
        visibility=visibility,  # type: ignore[arg-type]
    )  # fmt: skip
    write_record(place, record)
    write_portfolio(place.parent, (), {})
    return place


def card(name: str, visibility: str) -> dict[str, object]:
    """Return what the portfolio shows of a product."""
    none = {"error": 0, "warning": 0, "info": 0}
    texts = {"slug": name, "name": name, "summary": "", "language": "en", "visibility": visibility, "qualities": []}
    return texts | {"as_of": "2026-10-01", "north_star": "", "north_star_value": "", "findings": none, "goals": []}


@pytest.mark.parametrize("place", ["_site/secret", "_site/secret/copy", "_site/_private/secret"])
def test_a_site_that_was_private_when_built_is_named(
    place: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """However deep it stands, and whether its workspace knows it or not."""
    site(root / "_site" / "bus")
    assert run(["check", "--site", "_site"]) == 0
    found = site(root / place, "private")
    assert run(["check", "--site", "_site"]) == 1
    assert f"{found.name}: is private and must not be published" in capsys.readouterr().out
    shutil.rmtree(found)
    write_portfolio(root / "_site", (), {})
    assert run(["check", "--site", "_site"]) == 0


def test_a_site_of_an_earlier_version_is_named_by_its_card(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Records did not say who may see a site; cards did."""
    place = site(root / "_site" / "old")
    (place / "card.json").write_text(json.dumps(card("old", "private")))
    values = json.loads((place / "build.json").read_text()) | {"pages": [one.model_dump() for one in files_of(place)]}
    disk.write_bytes(place / "build.json", sealed({key: one for key, one in values.items() if key != "visibility"}))
    write_portfolio(place.parent, (), {})
    assert run(["check", "--site", "_site"]) == 1
    assert capsys.readouterr().out == (
        "old: is private and must not be published: build the workspace again, or delete this folder.\n"
    )


@pytest.mark.parametrize("given", ["_site", "_site/plan"])
def test_a_product_that_is_private_now_is_named(given: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A site that was public when it was built counts as the product counts today."""
    site(root / "_site" / "plan")
    assert run(["check", "--site", given]) == 1
    assert "plan: is private and must not be published" in capsys.readouterr().out
    (root / "data/plan/product.yml").write_text("name: plan\n")
    assert run(["check", "--site", given]) == 0


def test_a_folder_elsewhere_is_checked_for_the_workspace_here(
    root: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """An --out of another place belongs to the workspace in which one stands, or that is named."""
    out = tmp_path_factory.mktemp("public")
    site(out / "plan")
    assert run(["check", "--site", str(out)]) == 1
    assert run(["check", "--site", str(out), "--workspace", str(root)]) == 1
    (root / "_toc.yml").unlink()
    assert run(["check", "--site", str(out)]) == 0


def test_the_private_folder_itself_is_fine(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Private sites are compared with their hashes where they belong, together and one by one."""
    place = site(root / "_private" / "plan", "private")
    assert run(["check", "--site", "_private"]) == run(["check", "--site", "_private/plan"]) == 0
    (place / "index.html").write_text("changed")
    assert run(["check", "--site", "_private"]) == 1
    assert "plan: index.html was changed." in capsys.readouterr().out


def test_the_list_shows_who_may_see_a_product(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also of a product with faults, and of one whose file tells nothing."""
    (root / "data/plan/mission.yml").write_text("nothing: of ours\n")
    (root / "data/lost").mkdir()
    assert run(["list", "--as-of", "2026-10-01"]) == 0
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert lines["PRODUCT"].endswith("VISIBILITY")
    assert lines["bus"].endswith("public") and lines["plan"].endswith("private")
    assert lines["lost"].endswith("not to be read")
