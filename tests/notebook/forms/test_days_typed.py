"""A day that is impossible or half typed is an error in every form, never an empty field."""

from __future__ import annotations

import pytest
from asking import answer, control
from opening import OpenForm

from purposebook.notebook.forms.controls import Day, Surroundings
from purposebook.notebook.forms.days import as_written, why_not
from purposebook.notebook.forms.fields import Field, fields_of
from purposebook.notebook.forms.fieldset import control_for
from purposebook.notebook.forms.plans import PLANS


def _days(fields: tuple[Field, ...]) -> list[Field]:
    """Return every question for a day, however deep."""
    inside = [inner for field in fields if field.model for inner in _days(fields_of(field.model))]
    return [*(field for field in fields if field.kind == "date"), *inside]


@pytest.mark.parametrize("name", PLANS)
def test_every_question_for_a_day_keeps_what_was_typed(name: str) -> None:
    """No form hands over an empty answer for a day that the calendar has not."""
    for field in _days(PLANS[name].questions()):
        made = control_for(field, Surroundings(lambda: None, lambda: None))  # type: ignore[arg-type, return-value]
        assert isinstance(made, Day)
        made.widget.value = "2026-02-31"
        assert made.get() == "2026-02-31"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-02-31", "31 February 2026 does not exist; February 2026 has 28 days"),
        ("31.02.2026", "31 February 2026 does not exist; February 2026 has 28 days"),
        ("2027-02-29", "29 February 2027 does not exist; February 2027 has 28 days"),
        ("2026-04-31", "31 April 2026 does not exist; April 2026 has 30 days"),
        ("2026-13-01", "There is no month 13; the months are 01 to 12"),
        ("2026-02", "This is not a complete date; write it as YYYY-MM-DD, such as 2026-03-31"),
        ("31.02.", "This is not a complete date; write it as YYYY-MM-DD, such as 2026-03-31"),
        ("02/03/2026", "'02/03/2026' can be read in two ways; write it as 2026-02-03 or 2026-03-02"),
        ("31/12/2026", "'31/12/2026' does not begin with the year; write it as 2026-12-31"),
        ("31/02/2026", "'31/02/2026' is not a day of the calendar; write it as YYYY-MM-DD, such as 2026-03-31"),
        ("soon", "'soon' is not a date; write it as YYYY-MM-DD, such as 2026-03-31"),
        ("0000-01-01", "There is no year 0000; check the year"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_saved(form: OpenForm, typed: str, said: str) -> None:
    """The complaint names the fault, the text stays, and the form does not say that it is saved."""
    opened = form("evidence")
    answer(opened, typed, "evidence", "date")
    before = opened.base
    opened.save_button.click()
    assert control(opened, "evidence", "date").error.value == f"Error: {said}"
    assert control(opened, "evidence", "date").get() == typed
    assert opened.base is before
    assert opened.state.value.startswith("Not saved")


@pytest.mark.parametrize("typed", ["2026-03-01", "2026-3-1", "2026/03/01", "1.3.2026", "01. 03. 2026", " 2026-03-01 "])
def test_a_day_with_one_reading_is_saved(form: OpenForm, typed: str) -> None:
    """However it was written, the file and the form hold it as files write days."""
    opened = form("evidence")
    answer(opened, typed, "evidence", "date")
    opened.save_button.click()
    assert control(opened, "evidence", "date").error.value == ""
    assert control(opened, "evidence", "date").get() == "2026-03-01"


def test_the_advice_helps() -> None:
    """What a complaint proposes is accepted."""
    for typed in ("02/03/2026", "31/12/2026", "soon", "2026-0"):
        for proposed in (
            why_not(typed).rpartition("such as " if "such as" in why_not(typed) else "write it as ")[2].split(" or ")
        ):
            assert as_written(proposed) == proposed


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        *((typed, "is not a number") for typed in ("1e", "12,5", "--", "1.2.3")),
        ("12 %", "has a per cent sign; write 12 where the metric's unit is %, else 0.12"),
    ],
)
def test_a_number_that_is_none_is_refused(form: OpenForm, typed: str, said: str) -> None:
    """Half a number is an error too, in the field where it stands."""
    opened = form("observations")
    answer(opened, typed, "observations", "value")
    opened.save_button.click()
    assert control(opened, "observations", "value").error.value.startswith(f"Error: '{typed}' {said}")
    assert control(opened, "observations", "value").get() == typed
