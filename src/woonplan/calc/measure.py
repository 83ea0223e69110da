"""Exact numbers that need not be whole: homes a year, years of supply, a share. Rounded only where they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from woonplan.model.homes import Homes
from woonplan.numerals import rounded

__all__ = ["NOTHING", "ZERO", "Measure", "rounded"]

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Measure:
    """A number between ``low`` and ``high`` (inclusive, ``None`` is open), kept as exact fractions.

    ``circa``, ``unknown`` and ``blank`` mean what they mean of homes: an approximate source, records without a number,
    and nothing known at all (then the bounds mean nothing).
    """

    low: Fraction | None
    high: Fraction | None
    circa: bool = False
    unknown: int = 0
    blank: bool = False

    @classmethod
    def of(cls, homes: Homes) -> Measure:
        """Return a number of homes as an exact number."""
        low, high = homes.interval.low, homes.interval.high
        return cls(
            None if low is None else Fraction(low),
            None if high is None else Fraction(high),
            homes.interval.circa,
            homes.unknown,
            homes.blank,
        )

    def times(self, factor: Fraction | int) -> Measure:
        """Return this times a factor of at least 0."""
        low, high = (None if bound is None else bound * factor for bound in (self.low, self.high))
        return Measure(low, high, self.circa, self.unknown, self.blank)

    def __add__(self, other: Measure) -> Measure:
        return self._with(other, _both(self.low, other.low), _both(self.high, other.high))

    def __sub__(self, other: Measure) -> Measure:
        return self + Measure(_minus(other.high), _minus(other.low), other.circa, other.unknown, other.blank)

    def over(self, other: Measure) -> Measure | None:
        """Return this divided by a number above 0; None when that is 0 or less."""
        if not other.blank and other.high is not None and other.high <= 0:
            return None
        low = _least(self.low, other)
        high = _minus(_least(_minus(self.high), other))
        return self._with(other, low, high)

    def at_least_zero(self) -> Measure:
        """Return this without its part below 0."""
        high = None if self.high is None else max(self.high, ZERO)
        return Measure(max(self.low or ZERO, ZERO), high, self.circa, self.unknown, self.blank)

    def _with(self, other: Measure, low: Fraction | None, high: Fraction | None) -> Measure:
        return Measure(low, high, self.circa or other.circa, self.unknown + other.unknown, self.blank or other.blank)


NOTHING = Measure(ZERO, ZERO)
"""Exactly 0."""


def _least(bound: Fraction | None, divisor: Measure) -> Fraction | None:
    """Return the smallest outcome of a bound divided by anything in the divisor."""
    if bound is None:
        return None
    if bound >= 0:
        return ZERO if divisor.high is None else bound / divisor.high
    # A number below 0 is smallest when it is divided by as little as possible.
    return None if divisor.low is None or divisor.low <= 0 else bound / divisor.low


def _both(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return None if a is None or b is None else a + b


def _minus(a: Fraction | None) -> Fraction | None:
    return None if a is None else -a
