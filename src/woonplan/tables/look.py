"""How a number in a cell is written: its unit and decimals, and what readers are told of it."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from woonplan.model.number import Bound
from woonplan.numerals import rounded


class Unit(StrEnum):
    """What an exact number counts; the value is what stands behind it."""

    PERCENT = "%"
    YEAR = "jaar"
    EURO = "euro"


class Look(NamedTuple):
    """How a number is written: homes as whole numbers, an exact number (41.5%) with decimals and a unit.

    A ``signed`` number is read as a shortage below 0 and a surplus above it.
    """

    unit: Unit | None = None
    places: int = 0
    """How many decimals are shown; an exact number is not rounded before that."""
    times: int = 1
    """What the number is multiplied by to be shown: a share is shown per cent."""
    down: bool = False
    """Whether it is rounded down, and not to the nearest."""
    signed: bool = False
    told: bool = False
    """Whether the table says once that its numbers are approximate, so that none says it itself."""
    short: bool = False
    """Whether what a number lacks is told beside the table, so that its cell is the number alone."""
    bare: bool = False
    """Whether it is a plain number to all readers: how many things there are, which is never a range."""
    change: bool = False
    """Whether it says by how much something changed: each end of it with a sign of its own."""

    def shown(self, bound: Bound | None) -> Bound | None:
        """Return a bound as it is shown; None is open."""
        if bound is None:
            return None
        exact = bound * self.times
        if self.down:
            return Fraction(exact // 1)
        return exact if self.unit else rounded(exact)


HOMES = Look()
COUNT = Look(bare=True)
BALANCE = Look(signed=True)
CHANGE = Look(change=True)
PERCENT = Look(Unit.PERCENT, places=1, times=100)
WHOLE_PERCENT = Look(Unit.PERCENT, times=100, down=True)
YEARS = Look(Unit.YEAR, places=2)
EUROS = Look(Unit.EURO, places=2)
