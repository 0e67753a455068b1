"""A preview begins with what there is, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import time
from pathlib import Path
from urllib.request import urlopen

import psutil
import pytest
from playwright.sync_api import Browser, expect
from previews import PATIENCE, Running, banner, book, command, complaints, previewing, run, save
from visits import visiting

pytestmark = pytest.mark.slow


def test_ctrl_c_ends_everything(tmp_path: Path) -> None:
    """Within seconds no process, lock or half-made site is left, and nobody reads a traceback."""
    with previewing(book(tmp_path / "w", "first-steps"), "first-steps") as shown:
        family = shown.family()
        assert len(family) > 2
        shown.process.send_signal(signal.SIGINT)
        assert shown.process.wait(5) == 0
    assert psutil.wait_procs(family, timeout=2)[1] == []
    assert not list((shown.root / ".purposebook" / "_preview").glob(".*"))
    assert "Traceback" not in (shown.root / "said.txt").read_text()


def test_ctrl_c_in_the_middle_of_a_build_ends_everything(tmp_path: Path) -> None:
    """The first pages need not be there yet."""
    process = psutil.Popen(command(book(tmp_path / "w", "first-steps"), "first-steps"), stderr=-1)
    scratch = tmp_path / "w" / ".purposebook" / "_preview"
    while not list(scratch.glob(".purposebook-build-*/*")):
        time.sleep(0.05)
    family = process.children(recursive=True)
    process.send_signal(signal.SIGINT)
    assert "Traceback" not in process.communicate(timeout=5)[1].decode()
    assert process.returncode == 0
    assert psutil.wait_procs(family, timeout=2)[1] == []
    assert not list(scratch.glob(".*"))


def test_a_preview_says_how_a_database_is_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file changes with a database: the first lines say what to do, where a product names one."""
    root = book(tmp_path / "w", "first-steps")
    with sqlite3.connect(tmp_path / "shop.db") as made:
        made.execute("create table numbers (metric, date, value)")
    monkeypatch.setenv("SHOP", f"sqlite:///{tmp_path / 'shop.db'}")
    source = "observations: {database: SHOP, query: select * from numbers}\n"
    (root / "data" / "first-steps" / "metrics.yml").write_text(source)
    line = "A change in the database named by SHOP is not noticed: save any file of data/first-steps, and it is asked"
    with previewing(root, "first-steps"):
        for _ in range(100):
            said = (root / "said.txt").read_text()
            if line in said:
                break
            time.sleep(0.1)
    assert line in said and "not reached" not in said


def test_a_fault_from_the_start_shows_and_heals(tmp_path: Path, browser: Browser) -> None:
    """A product that was never built shows what to mend, and then its pages."""
    root = book(tmp_path / "w", "first-steps")
    product = root / "data" / "first-steps" / "product.yml"
    good = product.read_text()
    save(product, good + "nam: x\n")
    with previewing(root, "first-steps") as shown, visiting(browser, shown.home) as visit:
        page = visit.open(shown.address)
        expect(banner(page)).to_contain_text("did you mean 'name'", timeout=PATIENCE)
        save(product, good)
        expect(page.locator(".pb-article h1")).to_be_visible(timeout=PATIENCE)
        expect(banner(page)).to_have_count(0)
        assert complaints(visit) == []


def test_the_end_of_a_preview_shows(tmp_path: Path, browser: Browser) -> None:
    """Whoever still looks at the page is told that it will not change any more."""
    with visiting(browser, "http://127.0.0.1") as visit:
        with previewing(book(tmp_path / "w", "first-steps"), "first-steps") as shown:
            page = visit.open(shown.address)
        expect(banner(page)).to_contain_text("The preview has ended")


def test_nothing_grows_with_the_changes(tmp_path: Path) -> None:
    """After thirty changes, each seen by a page that then left, there are no more threads, processes or memory."""
    root = book(tmp_path / "w", "first-steps")
    save(root / "_toc.yml", "format: jb-book\nroot: chapters/report\n")
    with previewing(root, "first-steps") as shown:
        sizes = []
        for number in range(30):
            save(shown.folder / "product.yml", f"name: Name {number}\n")
            urlopen(f"{shown.home}/-/states").close()  # noqa: S310 - our own server
            wait_for_words(shown, "pages are new", number + 2)
            sizes.append((shown.process.num_threads(), len(shown.family()), shown.process.memory_info().rss))
    assert sizes[-1][0] <= sizes[4][0] + 2
    assert sizes[-1][1] <= sizes[4][1] + 2
    assert sizes[-1][2] <= sizes[4][2] + 30 * 2**20


def wait_for_words(shown: Running, words: str, count: int) -> None:
    """Wait until the preview has said something so often."""
    until = time.monotonic() + PATIENCE / 1000
    while (shown.root / "said.txt").read_text().count(words) < count:
        assert time.monotonic() < until, "it does not say so"
        time.sleep(0.02)


def test_a_browser_opens_when_asked(tmp_path: Path) -> None:
    """With `--open` the browser of the user is given the address."""
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n', encoding="utf-8")
    browser.chmod(0o755)
    asked = command(book(tmp_path / "w", "first-steps"), "first-steps", "--open")
    with psutil.Popen(asked, env={**os.environ, "BROWSER": f"{browser} %s"}) as process:
        until = time.monotonic() + PATIENCE / 1000
        while not (tmp_path / "opened").exists() and time.monotonic() < until:
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
    assert (tmp_path / "opened").read_text().startswith("http://127.0.0.1:")


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    """A sentence says what to do."""
    root = book(tmp_path / "w", "first-steps")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run(root, "first-steps", "--port", port)
    assert done.returncode == 1
    assert f"port {port}" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_product_is_named(tmp_path: Path) -> None:
    """Nothing is served for a product that is not there."""
    done = run(book(tmp_path / "w", "first-steps"), "first-step")
    assert (done.returncode, "first-steps" in done.stderr) == (2, True)
