"""The forms of verbs that word lists derive."""

from __future__ import annotations

import pytest

from purposebook.checks.words.forms import bases, gerunds, participles, past_forms, third_persons

VERBS = "launch; ship>shipped; write>written; deploy; copy; set up>set up; roll out; free; open source>open sourced"


def test_english_forms() -> None:
    """Each verb has its participle, its form in -ing and its form after it; what follows the verb stays."""
    assert past_forms(VERBS) == "launched|shipped|written|deployed|copied|set up|rolled out|freed|open sourced"
    assert gerunds("launch; ship>shipped; write>written; roll out; free") == (
        "launching|shipping|writing|rolling out|freeing"
    )
    assert third_persons("launch; copy; deploy; go live; ship>shipped") == ("launches|copies|deploys|goes live|ships")
    assert bases(VERBS).startswith("launch|ship|write|")


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("publier", "publiee?s?"),
        ("définir", "définie?s?"),
        ("mettre à jour>mise?s? à jour", "mise?s? à jour"),
    ],
)
def test_french_forms(verb: str, forms: str) -> None:
    """A French participle has every gender and number; accents are folded when it is looked for."""
    assert participles(verb) == forms
