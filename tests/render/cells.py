"""Numbers in cells, as a renderer sees them: what they are, and nothing of how they came about."""

from __future__ import annotations

from woonplan.calc.number.figure import Figure
from woonplan.model.number import Bound, Number
from woonplan.tables import COUNT, HOMES, Look, Value


def value(
    low: Bound | None,
    high: Bound | None,
    look: Look = HOMES,
    *,
    circa: bool = False,
    unknown: int = 0,
    blank: bool = False,
) -> Value:
    """Return a number between these bounds; ``blank`` says that they mean nothing, since no record has a number."""
    number = Number(low, high, circa, known=0 if blank else 1, unknown=unknown)
    assert number.blank is blank
    return Value(number, look, derivation=asked)


def count(number: int) -> Value:
    """Return a number of things."""
    return value(number, number, COUNT)


def asked() -> Figure:
    """Fail: what a number was made of is not for renderers."""
    raise AssertionError("a renderer asked where a number comes from")
