"""Numbers in cells, as a renderer sees them: what they are, and nothing of how they came about."""

from __future__ import annotations

from woonplan.calc.number.figure import Figure
from woonplan.model.gemis import Gemis, Lack, Missing
from woonplan.model.number import Bound, Number, Way
from woonplan.tables.cell import Value
from woonplan.tables.look import COUNT, HOMES, Look


def value(
    low: Bound | None,
    high: Bound | None,
    look: Look = HOMES,
    *,
    circa: bool = False,
    unknown: int = 0,
    way: Way = Way.UP,
    blank: bool = False,
    marge: int = 0,
) -> Value:
    """Return a number between these bounds, and as many plans without one, which may move it one ``way`` or both.

    ``blank`` says that the bounds mean nothing, since no record has a number.
    """
    number = Number(low, high, circa, 0 if blank else 1, plans(unknown), way if unknown else Way.NONE, marge)
    assert number.blank is blank
    return Value(number, look, derivation=asked)


def plans(count: int, gemis: Gemis = Gemis.PLAN) -> Missing:
    """Return so many plans without a number."""
    return frozenset(Lack(gemis, f"p{number}") for number in range(count))


def count(number: int) -> Value:
    """Return a number of things."""
    return value(number, number, COUNT)


def asked() -> Figure:
    """Fail: what a number was made of is not for renderers."""
    raise AssertionError("a renderer asked where a number comes from")
