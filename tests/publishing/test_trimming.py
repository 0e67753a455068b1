"""What stays of an executed chapter."""

import json

from small_workspace import code, markdown

from purposebook.publishing.trimming import title_of, trimmed

HTML = {
    "output_type": "display_data",
    "metadata": {"x": 1},
    "data": {"text/html": "<p>shown</p>", "text/plain": "<X at 0x7f>"},
}
NOISE = {"output_type": "stream", "name": "stderr", "text": "/home/somebody/x.py: warning"}


def shown(source: str, *outputs: object) -> dict[str, object]:
    """Make a code cell that ran."""
    return code(source, "remove-input") | {"outputs": list(outputs), "execution_count": 3}


def chapter(*cells: dict[str, object]) -> dict[str, object]:
    """Make a chapter as papermill leaves it."""
    return {"cells": list(cells), "metadata": {"papermill": {"input_path": "/home/somebody/mission.ipynb"}}}


def test_no_code_metadata_or_warning_stays() -> None:
    """Nothing that tells how or where a chapter ran is left in what is published."""
    text = json.dumps(trimmed(chapter(markdown("# Mission"), shown("secret_call()", HTML, NOISE))))
    assert "<p>shown</p>" in text
    assert not [word for word in ("secret_call", "papermill", "/home", "0x7f", "warning") if word in text]


def test_cells_for_the_team_at_work_are_left_out() -> None:
    """Teaching, exercises and facilitators' notes are not part of a report."""
    cells = [markdown("# Mission"), *(markdown(f"{tag} text", tag) for tag in ("teaching", "exercise", "facilitator"))]
    assert [cell["source"] for cell in trimmed(chapter(*cells))["cells"]] == ["# Mission"]


def test_exercises_stay_when_asked_for() -> None:
    """With exercises, a chapter keeps its whole opening and every note."""
    cells = (markdown("# Mission\n\nOne. Two."), markdown("do it", "exercise"))
    assert [cell["source"] for cell in trimmed(chapter(*cells), with_exercises=True)["cells"]] == [
        "# Mission\n\nOne. Two.",
        "do it",
    ]


def test_the_opening_is_its_title_and_first_sentence() -> None:
    """A reader of the report needs no minutes and no list of what to prepare."""
    opening = trimmed(chapter(markdown("# Mission\n\nWhat it is\nfor. Ninety minutes.\n\nBring pens.")))["cells"][0]
    assert opening["source"] == "# Mission\n\nWhat it is\nfor."


def test_cells_without_an_output_leave_no_empty_box() -> None:
    """A call that showed nothing is gone."""
    assert len(trimmed(chapter(markdown("# Mission"), shown("x = 1")))["cells"]) == 1


def test_a_question_to_which_nothing_is_said_is_left_out() -> None:
    """A view that says nothing leaves neither a box nor its question; other prose before it stays."""
    nothing = {**HTML, "data": {"text/html": " \n"}}
    cells = (markdown("How many?"), shown("figure()", nothing), markdown("Why?"), shown("figure()", HTML, nothing))
    kept = trimmed(chapter(markdown("# Mission"), *cells, markdown("It is so."), shown("figure()", nothing)))["cells"]
    assert [cell["source"] for cell in kept] == ["# Mission", "Why?", "...", "It is so."]
    assert [output["data"]["text/html"] for output in kept[2]["outputs"]] == ["<p>shown</p>"]


def test_removed_cells_are_gone_with_their_outputs() -> None:
    """The parameters, which hold a folder of this machine, never reach the book."""
    cell = code("data_dir = '/home/somebody'", "remove-cell") | {"outputs": [HTML]}
    assert len(trimmed(chapter(markdown("# Mission"), cell))["cells"]) == 1


def test_the_title_is_the_first_heading() -> None:
    """The title of a page comes from the chapter, never from a product."""
    assert title_of(chapter(markdown("# Purpose report\n\nText"))) == "Purpose report"
