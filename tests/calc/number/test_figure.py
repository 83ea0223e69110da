"""Figures by hand: what an operation gives at each end of the target, and what it was made of."""

from __future__ import annotations

from fractions import Fraction

from woonplan.calc.number.figure import Figure, at_least_zero, quotient, target
from woonplan.calc.number.figure import given as a_figure
from woonplan.model.number import NO_OUTCOME, Bound, Number, exactly


def exact(value: Bound) -> Figure:
    return a_figure("x", "x", exactly(value))


def test_each_end_has_its_own_outcome() -> None:
    # 5 of a need of 0 to 10: nothing to hold it against at the low end, half of it at the high end.
    found = quotient("q", "q", exact(5), target("t", "t", Number(0, 10, known=1)))
    assert (found.low, found.high.low) == (NO_OUTCOME, Fraction(1, 2))
    # 3 - 5 is none left at the low end.
    left = at_least_zero("l", "l", target("t", "t", Number(-2, 3, known=1)))
    assert (left.low, left.high) == (exactly(0), exactly(3))
