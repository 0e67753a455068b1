"""Holes of the stock tools: each is shown open on a plain book first, then closed in a book of ours."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from small_workspace import ROOT, code, markdown

from purposebook.publishing.book import derived_config, stage_book
from purposebook.publishing.gathering import gathered, loads
from purposebook.publishing.identity import Identity
from purposebook.publishing.trimming import trimmed

pytestmark = pytest.mark.slow

CANARY = "canary-7f3a"
NAME = "<script>alert('name')</script>"
SOURCE = """# &lt;img src=x onerror=alert(1)&gt; &lt;script&gt;alert(1)&lt;/script&gt;

Sum: {{ 7*7 }} and $5 to $10

```{{include}} {secret}
```

```{{literalinclude}} {secret}
```

```{{csv-table}} T
:file: {secret}
```

```{{raw}} html
<b id="raw-html">raw</b>
```

{{download}}`{secret}`
"""
MARKDOWN = "shown-by-markdown <img src=x onerror=\"alert('markdown')\">\n\n![]({})"
WIDGET = {"application/vnd.jupyter.widget-view+json": {"model_id": "1", "version_major": 2, "version_minor": 0}}
BROKEN = "raise RuntimeError('canary-in-a-traceback')"


def display(data: dict[str, object]) -> dict[str, object]:
    """Make a code cell that showed something."""
    output = {"output_type": "display_data", "data": data, "metadata": {}}
    return code("show()", "remove-input") | {"outputs": [output], "execution_count": 1}


def hostile_chapter(secret: Path) -> dict[str, object]:
    """Make a chapter into whose source a hostile text was formatted, as it never should be."""
    source = SOURCE.replace("{{ 7*7 }}", "{{{{ 7*7 }}}}").format(secret=secret.name)
    cells = [
        markdown(source),
        display({"text/markdown": MARKDOWN.format(f"../{secret.parent.name}/{secret.name}")}),
        display({**WIDGET, "text/plain": "HTML()"}),
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}


def jupyter_book(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the plain command in a folder."""
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", "."]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=os.environ)


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a file that no page may show."""
    path = tmp_path_factory.mktemp("machine") / "secret.txt"
    path.write_text(CANARY, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory, secret: Path) -> Path:
    """Build the hostile chapter, and a broken one, with Jupyter Book as it comes."""
    folder = tmp_path_factory.mktemp("stock")
    shutil.copy(secret, folder / secret.name)
    broken = hostile_chapter(secret) | {"cells": [markdown("# Broken"), code(BROKEN)]}
    for name, chapter in {"index": hostile_chapter(secret), "broken": broken}.items():
        (folder / f"{name}.ipynb").write_text(json.dumps(chapter), encoding="utf-8")
    (folder / "_toc.yml").write_text("format: jb-book\nroot: index\nchapters:\n- file: broken\n", encoding="utf-8")
    (folder / "_config.yml").write_text("title: Stock\n", encoding="utf-8")
    assert jupyter_book(folder).returncode == 0, "Jupyter Book calls a book with a broken chapter a success"
    return folder / "_build" / "html"


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory, secret: Path) -> Path:
    """Build the same source as a book of ours, warnings allowed so that there is something to look at."""
    folder = tmp_path_factory.mktemp("ours")
    book, site = folder / "book", folder / "site"
    stage_book(
        book,
        derived_config((ROOT / "_config.yml").read_bytes()),
        {"report": trimmed(hostile_chapter(secret), True)},
        Identity(name=NAME),
    )
    shutil.copy(secret, book / secret.name)
    assert jupyter_book(book).returncode == 0
    for name, data in gathered(book / "_build" / "html", ["index"])[0].items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    return site


def page(site: Path) -> str:
    """Return the front page's HTML."""
    return (site / "index.html").read_text(encoding="utf-8")


def test_substitutions_run_code_at_build_time(stock: Path, ours: Path) -> None:
    """Double braces are computed by the stock book, and text in ours."""
    assert "Sum: 49" in page(stock)
    assert "Sum: {{ 7*7 }}" in page(ours)


def test_dollars_become_formulas(stock: Path, ours: Path) -> None:
    """Prices stay prices."""
    assert 'class="math' in page(stock)
    assert "$5 to $10" in page(ours)


def test_directives_read_files(stock: Path, ours: Path) -> None:
    """A file of the machine is shown by the stock book, and never by ours."""
    assert f"<p>{CANARY}</p>" in page(stock)
    assert f"<td><p>{CANARY}</p></td>" in page(stock)
    assert not [path for path in ours.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]


def test_downloads_copy_files(stock: Path, ours: Path) -> None:
    """The stock book publishes a copy of any file that is named; ours publishes only what a page loads."""
    assert list((stock / "_downloads").rglob("secret.txt"))
    assert not list(ours.rglob("secret.txt"))


def test_raw_html_is_written_as_it_is(stock: Path, ours: Path) -> None:
    """The raw directive is closed."""
    assert '<b id="raw-html">' in page(stock)
    assert '<b id="raw-html">' not in page(ours)


def test_markdown_outputs_are_raw_html(stock: Path, ours: Path) -> None:
    """A displayed markdown runs and publishes files in the stock book; ours has no such output."""
    assert "onerror=\"alert('markdown')\"" in page(stock)
    assert [path for path in (stock / "_images").iterdir() if CANARY in path.read_text(encoding="utf-8")]
    assert "shown-by-markdown" not in page(ours)


def test_titles_come_out_unescaped(stock: Path, ours: Path) -> None:
    """The stock theme's print header undoes the escaping of a title."""
    assert "<script>alert(1)</script>" in page(stock)
    assert "<script>alert(" not in page(ours)


def test_stock_pages_ask_the_network(stock: Path, ours: Path) -> None:
    """Formulas, kernels and widgets come from content networks in the stock book, and not at all in ours."""
    assert [address for address in loads(page(stock)) if address.startswith("https://")]
    assert not [address for address in loads(page(ours)) if "//" in address]


def test_sources_are_published(stock: Path, ours: Path) -> None:
    """The stock book publishes every notebook with its code and parameters."""
    assert list((stock / "_sources").rglob("*.ipynb"))
    assert not list(ours.rglob("*.ipynb")) + list(ours.rglob("_sources"))


def test_a_broken_chapter_is_a_success(stock: Path) -> None:
    """The stock book publishes a traceback; test_chapter_runs shows that ours fails with a sentence."""
    assert "canary-in-a-traceback" in (stock / "broken.html").read_text(encoding="utf-8")


def test_papermill_runs_the_names_of_parameters(tmp_path: Path) -> None:
    """A parameter's name is code, so our names are fixed and a product is a slug."""
    import papermill

    (tmp_path / "a.ipynb").write_text(json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    made = papermill.execute_notebook(
        str(tmp_path / "a.ipynb"),
        None,
        {"x=print('ran')#": 1},
        kernel_name="python3",
        language="python",
        prepare_only=True,
        progress_bar=False,
    )
    assert "x=print('ran')#" in made.cells[0].source


def test_what_runs_in_a_browser(stock: Path, ours: Path, browser: Browser) -> None:
    """The stock page opens alerts from its title and its outputs; ours opens none."""
    assert alerts(browser, stock / "index.html")
    assert alerts(browser, ours / "index.html") == []


def alerts(browser: Browser, path: Path) -> list[str]:
    """Open a page without a network and return what its alerts said."""
    shouted: list[str] = []
    tab = browser.new_page()
    tab.on("dialog", lambda dialog: (shouted.append(dialog.message), dialog.dismiss()))
    tab.route("https://**", lambda route: route.abort())
    tab.goto(path.as_uri())
    tab.wait_for_timeout(500)
    tab.close()
    return shouted
