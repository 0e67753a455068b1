"""Whoever does what a message says has fewer faults than before."""

from __future__ import annotations

from pathlib import Path

import pytest
from storage_samples import faults_in, product

HEAD = "metric,date,value\n"
TABLES = (
    # a table, a part of the advice, the table when it was followed
    ("riders,2026-03-31,1\n", "write metric,date,value above the rows", HEAD + "riders,2026-03-31,1\n"),
    ("riders;31.03.2026;1,5\n", "write metric;date;value above", "metric;date;value\nriders;31.03.2026;1,5\n"),
    ("a;2026-03-31;1;;;b;c\n", "write metric;date;value;numerator;denominator;segment;note above", None),
    (
        "Kennzahl;Datum;Wert\na;2026-03-31;1\n",
        "write metric;date;value in place",
        "metric;date;value\na;2026-03-31;1\n",
    ),
    ("Of May\n\n" + HEAD + "a,2026-03-31,1\n", "delete the lines above it", HEAD + "a,2026-03-31,1\n"),
    ("metric|date|value\na|2026-03-31|1\n", "separate cells with ,", HEAD + "a,2026-03-31,1\n"),
    ("sep=;\n" + HEAD + "a,2026-03-31,1\n", "delete that line", HEAD + "a,2026-03-31,1\n"),
    ("metrik,date,value\na,2026-03-31,1\n", "did you mean 'metric'?", HEAD + "a,2026-03-31,1\n"),
    ("metric,date,value,wert\na,2026-03-31,1,2\n", "delete the column", HEAD + "a,2026-03-31,1\n"),
    ("metric,date,value,wert\na,2026-03-31,1,2\n", "or name it as one", "metric,date,value,note\na,2026-03-31,1,2\n"),
    ("metric,value\na,1\n", "add 'date' to the header, and its cells", "metric,value,date\na,1,2026-03-31\n"),
    ("metric,date,value,date\na,2026-03-31,1,2026-03-31\n", "keep one of the two", HEAD + "a,2026-03-31,1\n"),
    (",metric,date,value\n0,a,2026-03-31,1\n", "or delete it", HEAD + "a,2026-03-31,1\n"),
    ("metric,date,value,\na,2026-03-31,1,x\n", "name the column", "metric,date,value,note\na,2026-03-31,1,x\n"),
    (HEAD + "a,2026-03-31,1,5\n", "write 1.5 if that is one number", HEAD + "a,2026-03-31,1.5\n"),
    (HEAD + "a,2026-03-31,1,x, y\n", "add or remove delimiters", HEAD + "a,2026-03-31,1\n"),
    (
        "metric,date,value,note\na,2026-03-31,1,x, y\n",
        "quote a text",
        'metric,date,value,note\na,2026-03-31,1,"x, y"\n',
    ),
    ('metric,date,value,note\na,2026-03-31,1,"x\n', "close it", 'metric,date,value,note\na,2026-03-31,1,"x"\n'),
    ('metric,date,value,note\na,2026-03-31,1,"x\n', "or delete it", "metric,date,value,note\na,2026-03-31,1,x\n"),
    (
        'metric,date,value,note\na,2026-03-31,1,"x" y\n',
        "put the whole text in",
        'metric,date,value,note\na,2026-03-31,1,"""x"" y"\n',
    ),
    (
        'metric,date,value,note\na,2026-03-31,1,"x\ny"\n',
        "write it on one",
        "metric,date,value,note\na,2026-03-31,1,x y\n",
    ),
    (HEAD + "a,2026-03-31,n/a\n", "leave the row out", HEAD),
    (HEAD + "a,2026-03-31,40%\n", "write 40 where the metric's unit is %", HEAD + "a,2026-03-31,40\n"),
    (HEAD + "a,2026-03-31,€5\n", "write 5 and name the unit", HEAD + "a,2026-03-31,5\n"),
    (HEAD + "a,2026-03-31,1e16\n", "write it in a larger unit", HEAD + "a,2026-03-31,1e13\n"),
    (HEAD + "a,31.02.2026,1\n", "check the month and the day", HEAD + "a,2026-02-28,1\n"),
    (HEAD + "Two Words,2026-03-31,1\n", "such as 'two-words'", HEAD + "two-words,2026-03-31,1\n"),
    ("metric,date,value,note\na,2026-03-31,1,x\0\n", "delete it", "metric,date,value,note\na,2026-03-31,1,x\n"),
)
YAML = (
    # mission.yml, a part of the advice, the text when it was followed
    ("purpose: see: this\n", "put quotes around a text with a colon", 'purpose: "see: this"\n'),
    ("purpose: @us\n", "put the whole text in quotes", 'purpose: "@us"\n'),
    ("purpose: %us\n", "put the whole text in quotes", 'purpose: "%us"\n'),
    ("purpose: `us\n", "put the whole text in quotes", 'purpose: "`us"\n'),
    ("purpose: ? us\n", "put the whole text in quotes", 'purpose: "? us"\n'),
    ("purpose: ] us\n", "put the whole text in quotes", 'purpose: "] us"\n'),
    ("purpose: , us\n", "put the whole text in quotes", 'purpose: ", us"\n'),
    ('purpose: "us\n', "close it", 'purpose: "us"\n'),
    ('purpose: "Teach" once\n', "in quotes of the other kind", "purpose: '\"Teach\" once'\n"),
    ("purpose: 'Teach' once\n", "in quotes of the other kind", "purpose: \"'Teach' once\"\n"),
    ("purpose: [a] once\n", "in quotes of the other kind", 'purpose: "[a] once"\n'),
    ("purpose: {a} once\n", "in quotes of the other kind", "purpose: '{a} once'\n"),
    ("purpose: [us\n", "close it with ], or put quotes", 'purpose: "[us"\n'),
    ("purpose: {us\n", "close them with }, or put quotes", 'purpose: "{us"\n'),
    ("purpose us\n", "write it as 'key: value' lines", "purpose: us\n"),
    ("purpose: us\nmission\ntagline: x\n", "add the colon after the key", "purpose: us\nmission: y\ntagline: x\n"),
    ("purpose: a\n\tb: c\n", "replace tabs by spaces", "purpose: a\n  b c\n"),
    ('purpose: "a\\d"\n', "write two backslashes", 'purpose: "a\\\\d"\n'),
    ('purpose: "a\\d"\n', "or use single quotes", "purpose: 'a\\d'\n"),
    ("purpose: *us*\n", "put quotes around", 'purpose: "*us*"\n'),
    ("purpose: &us\n", "put quotes around", 'purpose: "&us"\n'),
    ("purpose: !us\n", "put quotes around", 'purpose: "!us"\n'),
    ("%YAML 1.2\n---\npurpose: us\n", "delete the line that begins with %", "---\npurpose: us\n"),
    ("purpose: us\n---\nmission: x\n", "delete the line '---'", "purpose: us\nmission: x\n"),
    ("purpose: us\n...\nmission: x\n", "delete the line '---' or '...' between", "purpose: us\nmission: x\n"),
    ("purpose: us\npurpose: them\n", "keep one of the two", "purpose: us\n"),
    ("missoin: us\n", "did you mean 'mission'?", "mission: us\n"),
    ("purpose: [a, b]\n", "put quotes around a text", 'purpose: "[a, b]"\n'),
    ("- purpose: us\n", "write it as 'key: value' lines", "purpose: us\n"),
    ("clauses: us\n", "write it as a list: [{id: .., text: ..}]", "clauses: [{id: us, text: us}]\n"),
    ("clauses:\n  - {txt: us, id: a}\n", "did you mean 'text'?", "clauses:\n  - {text: us, id: a}\n"),
    ("purpose: 'a\x07b'\n", "delete it", "purpose: 'ab'\n"),
    ("clauses: - us\n", "begin the list on a line of its own", "clauses:\n  - {id: us, text: us}\n"),
)


def counted(folder: Path, advice: str = "", **files: str) -> int:
    """Return how many faults a product has, one of which says this."""
    told = faults_in(product(folder, **files))
    assert advice in told
    return len(told.splitlines())


@pytest.mark.parametrize(("before", "advice", "after"), TABLES)
def test_advice_on_a_table_helps(tmp_path: Path, before: str, advice: str, after: str | None) -> None:
    """Do what a message on a table says: one fault less, and none more."""
    followed = after or f"{advice.split()[1]}\n{before}"
    assert counted(tmp_path, observations=followed) == counted(tmp_path, advice, observations=before) - 1


@pytest.mark.parametrize(("before", "advice", "after"), YAML)
def test_advice_on_yaml_helps(tmp_path: Path, before: str, advice: str, after: str) -> None:
    """Do what a message on a part says: nothing is wrong any more."""
    assert counted(tmp_path, advice, mission=before) > counted(tmp_path, mission=after) == 0


@pytest.mark.parametrize(
    ("before", "advice", "after"),
    [
        ("{kind: interview, date: 28.02.2024}", "write it as 2024-02-28", "{kind: interview, date: 2024-02-28}"),
        (
            "{kind: interview, date: 02/03/2024}",
            "may be 2024-03-02 or 2024-02-03",
            "{kind: interview, date: 2024-03-02}",
        ),
        ("{kind: interview, date: 45350}", "write it as 2024-02-28", "{kind: interview, date: 2024-02-28}"),
        ("{kind: interview, date: 2024-02-28T10:00:00}", "such as 2024-02-28", "{kind: interview, date: 2024-02-28}"),
        ("{knd: interview}", "did you mean 'kind'?", "{kind: interview}"),
    ],
)
def test_advice_on_days_and_keys_helps(tmp_path: Path, before: str, advice: str, after: str) -> None:
    """Name what the text can mean, and do not ask for a key that is only misspelt."""
    line = "evidence:\n  - {id: a, %s\n"
    assert counted(tmp_path, advice, evidence=line % before[1:]) == 1
    assert counted(tmp_path, evidence=line % after[1:]) == 0


@pytest.mark.parametrize(
    ("text", "named"), [('"1,5"', "write 1.5"), ("1 000", "write 1000"), ('"1,234"', "may be 1234 or 1.234")]
)
def test_advice_on_numbers_helps(tmp_path: Path, text: str, named: str) -> None:
    """Name what a number in YAML can mean; its form there is the one with a point."""
    metrics = "metrics:\n  - {id: a, name: A, baseline: {value: %s}}\n"
    assert counted(tmp_path, named, metrics=metrics % text) == 1
    assert counted(tmp_path, metrics=metrics % named.rsplit(maxsplit=1)[-1]) == 0
