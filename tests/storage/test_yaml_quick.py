"""What is read quickly says what the careful reader says, text by text and place by place."""

import random
from pathlib import Path

import pytest

from purposebook.storage import yaml_reading
from purposebook.storage.limits import YAML_DEPTH, YAML_NODES
from purposebook.storage.yaml_quick import quick_events
from purposebook.storage.yaml_reading import Document, parse

DATA = Path(__file__).parents[2] / "data"
FILES = sorted(path for path in DATA.glob("*/*.yml"))
BITS = [
    *" \n:-#?|>'\"[]{},&*!%@`~=<.abc019é\u00a0😀\t\r\\",
    *("\n  ", "\n\n", "- ", ": ", ":\n", " #", '""', "''", "|\n", "|-\n", ">+\n", "|2\n", "---\n", "...\n", "<<: "),
    *(
        '"a":b',
        "'a':",
        "]:",
        "}:",
        '["a" :b]',
        "[a, b]",
        "{a: b}",
        "? ",
        "null",
        "\n    ",
        "\n- ",
        "a:b",
        "http://x",
        ", ",
        "[]",
        "{}",
        "…",
        "’",
        "%YAML 1.1\n",
    ),
    *("\u0085", "\u2028", "\ufeff", "\x00", "\x7f", "&a b", "*a", "!!str b", "y", "0o7", "1_0", "\n#", "\n  #"),
]
HEADS = (">-", "|", ">", "|-", ">+", "|+", ">- ", "| # c")
WORDS = ("word", "two words", "# c", "- x", "", "", "a: b", "x # y", "#", "é: ", "> ", "'q'")


def carefully(text: str) -> Document:
    """Return what the careful reader says."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_reading, "quick_events", lambda _: None)
        return parse(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_shipped_files_say_the_same(path: Path) -> None:
    """Texts, marks and places, down to the character."""
    text = path.read_text(encoding="utf-8")
    assert parse(text) == carefully(text)


def test_most_files_are_read_quickly() -> None:
    """Or nothing would be gained."""
    quick = [path for path in FILES if quick_events(path.read_text(encoding="utf-8")) is not None]
    assert len(quick) > len(FILES) * 0.75


@pytest.mark.parametrize("seed", range(8))
def test_changed_files_say_the_same(seed: int) -> None:
    """Pieces of files with signs put in, taken out and repeated; and signs alone."""
    chance = random.Random(seed)  # noqa: S311 - nobody is to be kept from guessing
    texts = [path.read_text(encoding="utf-8") for path in FILES]
    quick = 0
    for _ in range(1500):
        piece_of_one = piece(chance.choice(texts), chance)
        text = chance.choice(
            (changed(piece_of_one, chance), changed(piece_of_one, chance), signs(chance), blocks(chance))
        )
        if quick_events(text) is not None:
            quick += 1
            assert parse(text) == carefully(text), repr(text)
    assert quick > 150


def piece(text: str, chance: random.Random) -> str:
    """Return some lines of a text."""
    lines = text.split("\n")
    first = chance.randrange(len(lines))
    return "\n".join(lines[first : first + chance.randint(1, 12)])


def signs(chance: random.Random) -> str:
    """Return what nobody would write."""
    return "".join(chance.choices(BITS, k=chance.randint(1, 14)))


def blocks(chance: random.Random) -> str:
    """Return texts over several lines, whose indentation, comments and empty lines nobody looked after."""
    lines = []
    for number in range(chance.randint(1, 3)):
        lines.append(chance.choice(("a{}: ", "- ", "- a{}: ", "  a{}: ")).format(number) + chance.choice(HEADS))
        lines += [
            " " * chance.choice((0, 1, 2, 3, 4, 4, 6)) + chance.choice(WORDS) for _ in range(chance.randint(0, 4))
        ]
    return "\n".join(lines) + chance.choice(("", "\n", "\n\n", "\n# c", "\n  # c\n", "\nz: 1\n"))


def changed(text: str, chance: random.Random) -> str:
    """Return a text that somebody damaged."""
    for _ in range(chance.randint(1, 4)):
        place, other = chance.randint(0, len(text)), chance.randint(0, len(text))
        match chance.choice(("put in", "put in", "take out", "repeat")):
            case "put in":
                text = text[:place] + chance.choice(BITS) + text[place:]
            case "take out":
                text = text[:place] + text[place + chance.randint(1, 3) :]
            case _:
                text = text[:place] + text[other : other + chance.randint(1, 10)] + text[place:]
    return text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: &b c\n", id="a name"),
        pytest.param("a: [b, *c]\n", id="an alias"),
        pytest.param("a: !c b\n", id="a tag"),
        pytest.param("%YAML 1.1\n---\na: b\n", id="a directive"),
        pytest.param("a: b\n---\na: b\n", id="two documents"),
        pytest.param("a: b\n...\n", id="an end"),
        pytest.param("a:\nb: c\n", id="nothing"),
        pytest.param("a: b\tc\n", id="a tab"),
        pytest.param("a: b\r\n", id="lines as on Windows"),
        pytest.param('a: "\\x41"\n', id="an escape"),
        pytest.param("? a\n: b\n", id="an announced key"),
        pytest.param("a: |2\n    b\n", id="a block with a number"),
        pytest.param("a: |\n  \n    b\n", id="a block that begins empty"),
        pytest.param("a: | # b\n  c\n", id="a block with a comment"),
        pytest.param('a: ["x":y]\n', id="a value close behind a quotation mark"),
        pytest.param("a: ['x' :y]\n", id="a value behind a quotation mark and a space"),
        pytest.param("a: [[b]:c]\n", id="a value close behind a bracket"),
        pytest.param("a: [{b: c}:d]\n", id="a value close behind a brace"),
        pytest.param("a: b\u2028c\n", id="a separator"),
        pytest.param("\ufeffa: b\n", id="a mark of the order of bytes"),
        pytest.param("a: [b\n", id="a bracket that stays open"),
        pytest.param("[" * (YAML_DEPTH + 1), id="too deep"),
        pytest.param("[" * 300_000, id="very much too deep"),
        pytest.param("- a\n" * (YAML_NODES + 1), id="too much"),
    ],
)
def test_what_could_be_read_in_two_ways_is_left_to_the_careful_reader(text: str) -> None:
    """It says what is wrong, or reads what is good, as ever."""
    assert quick_events(text) is None


def test_without_libyaml_everything_is_read_with_care(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML may have been built without it."""
    import yaml.cyaml

    monkeypatch.delattr(yaml.cyaml, "CParser")
    assert quick_events("a: b\n") is None
    assert parse("a: b\n") == carefully("a: b\n")
