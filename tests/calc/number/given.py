"""Figures as the register gives them, to compute with."""

from __future__ import annotations

from tests.render.cells import plans
from woonplan.calc.number.figure import Figure, given
from woonplan.model.number import UNKNOWN, Bound, Number, Way, exactly


def exact(value: Bound, name: str = "x") -> Figure:
    return given(name, name, exactly(value))


def ranging(low: Bound | None, high: Bound | None, unknown: int = 0) -> Figure:
    return given("r", "r", Number(low, high, False, 1, plans(unknown), Way.UP if unknown else Way.NONE))


NONE = given("n", "n", UNKNOWN)
