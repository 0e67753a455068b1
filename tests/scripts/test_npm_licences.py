"""What is bundled from npm, and what the notices say about it, are the same."""

import re

import npm_licences


def test_every_bundled_package_has_a_notice() -> None:
    """After a pin was renewed, `scripts/npm_licences.py` writes the notices anew; until then this fails."""
    assert npm_licences.listed(npm_licences.FILE.read_text(encoding="utf-8")) == npm_licences.bundled()


def test_the_bundle_is_what_it_is_known_to_be() -> None:
    """The names are found in what is installed, Vega's and the theme's."""
    found = npm_licences.bundled()
    assert {"vega", "vega-lite", "vega-embed", "d3-array", "bootstrap", "@fortawesome/fontawesome-free"} <= set(found)
    assert len(found) > 50


def test_every_notice_has_a_text() -> None:
    """No package stands there without its licence, and every text says who holds the rights."""
    _, *notices = npm_licences.FILE.read_text(encoding="utf-8").split(f"{npm_licences.RULE}\n- ")
    assert all(re.search(r"copyright|\(c\)|©|fonticons", notice, re.IGNORECASE) for notice in notices)
    assert min(len(notice) for notice in notices) > 500
