"""The format in which orders and answers travel: JSON whose schema is that of our own values, every key and type told.

Whoever reads a message believes nothing but its form; `answers` checks what an answer says.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from purposebook.publishing.order import Made, NotMade, Order, Outcome

MOST_BYTES: Final = 512 * 1024 * 1024
"""The longest answer that is read; a site takes some megabytes."""


class _Message(BaseModel):
    """Refuse whatever the schema does not name."""

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, ser_json_bytes="base64", val_json_bytes="base64", defer_build=True
    )


class _OrderMessage(_Message):
    """Carry an order."""

    format: Literal["purposebook-order-1"] = "purposebook-order-1"
    order: Order


class _AnswerMessage(_Message):
    """Carry what became of an order."""

    format: Literal["purposebook-answer-1"] = "purposebook-answer-1"
    outcome: Made | NotMade


def order_bytes(order: Order) -> bytes:
    """Write an order for another machine: without folders of this one, and without what earlier builds kept."""
    sent = replace(order, secrets=(), skeleton=None, pictures=None, parts=None)
    return _OrderMessage(order=sent).model_dump_json().encode()


def read_order(data: bytes) -> Order:
    """Return the order that these bytes are; raise `ValueError`."""
    return _OrderMessage.model_validate_json(data).order


def answer_bytes(outcome: Outcome) -> bytes:
    """Write an answer, without what would make a next build quicker: nobody would believe it."""
    if isinstance(outcome, Made):
        outcome = replace(outcome, skeleton=None, pictures=None, parts=None)
    return _AnswerMessage(outcome=outcome).model_dump_json().encode()


def read_answer(data: bytes) -> Outcome:
    """Return the answer that these bytes are; raise `ValueError`."""
    if len(data) > MOST_BYTES:
        raise ValueError("longer than any answer")
    return _AnswerMessage.model_validate_json(data).outcome
