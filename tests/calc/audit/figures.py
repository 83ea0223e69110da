"""A published number, and a computed one, to hold against each other."""

from __future__ import annotations

from woonplan.calc.number.figure import Figure, given, target
from woonplan.model.number import Number, exactly

# One statement against one computed number.


def published(low: int | None, high: int | None, *, circa: bool = False) -> Figure:
    return target("bron", "bron", Number(low, high, circa, known=1))


def computed(low: int | None, high: int | None = None) -> Figure:
    """A computed figure: one number, or one at each end of the target."""
    ends = tuple(Number(end, end, known=1) for end in (low, low if high is None else high))
    return Figure("berekend", "berekend", given("x", "x", exactly(0)).op, (ends[0], ends[1]))
