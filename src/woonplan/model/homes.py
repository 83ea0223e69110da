"""Numbers of homes as intervals, and sums that keep what is unknown apart.

Whole homes only; an end that is ``None`` is open. Nothing here rounds, guesses or reads an absent number as 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Precisie(StrEnum):
    """How precise the source says a number is; the bounds are arithmetic, ``circa`` is a mark that travels."""

    EXACT = "exact"
    CIRCA = "circa"
    RUIM = "ruim"
    MINIMAAL = "minimaal"
    MAXIMAAL = "maximaal"


@dataclass(frozen=True, slots=True)
class Interval:
    """A number of homes between ``low`` and ``high``, both inclusive; ``None`` is an open end.

    ``circa`` says that a source called a number in it approximate.
    """

    low: int | None
    high: int | None
    circa: bool = False

    @property
    def exact(self) -> bool:
        """Whether this is one number, without the mark ``circa``."""
        return self.low is not None and self.low == self.high and not self.circa

    def __add__(self, other: Interval) -> Interval:
        return Interval(_plus(self.low, other.low), _plus(self.high, other.high), self.circa or other.circa)

    def __neg__(self) -> Interval:
        return Interval(_minus(self.high), _minus(self.low), self.circa)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def contains(self, other: Interval) -> bool:
        """Whether every number in ``other`` is in this interval too."""
        below = self.low is None or (other.low is not None and self.low <= other.low)
        above = self.high is None or (other.high is not None and other.high <= self.high)
        return below and above


ZERO = Interval(0, 0)


@dataclass(frozen=True, slots=True)
class Homes:
    """A sum of homes: the interval of what is known, and how many records are unknown.

    ``known`` counts the records in the interval, ``unknown`` those that have no number. One unknown record does not
    blank a sum, and the sum never hides it.
    """

    interval: Interval = ZERO
    known: int = 0
    unknown: int = 0

    @property
    def blank(self) -> bool:
        """Whether there are records and not one has a number: the value is unknown, not 0."""
        return self.unknown > 0 and self.known == 0

    @property
    def exact(self) -> bool:
        """Whether nothing is unknown, approximate or a range."""
        return self.unknown == 0 and self.interval.exact

    def __add__(self, other: Homes) -> Homes:
        return Homes(self.interval + other.interval, self.known + other.known, self.unknown + other.unknown)

    def __sub__(self, other: Homes) -> Homes:
        return total((self, Homes(-other.interval, other.known, other.unknown)), keep_blank=True)

    def clipped(self) -> Homes:
        """Return the sum without its part below 0: homes that are still to come cannot be negative.

        An open low end becomes 0 for the same reason: "at most 200" of them is 0 to 200.
        """
        low, high = self.interval.low, self.interval.high
        clipped = Interval(max(low or 0, 0), None if high is None else max(high, 0), self.interval.circa)
        return Homes(clipped, self.known, self.unknown)


def exactly(number: int, circa: bool = False) -> Homes:
    """Return one known number of homes."""
    return Homes(Interval(number, number, circa), known=1)


UNKNOWN = Homes(unknown=1)
"""One record without a number."""


def total(parts: Iterable[Homes], *, keep_blank: bool = False) -> Homes:
    """Return the sum of ``parts``; no parts give 0.

    Args:
        parts: The sums to add.
        keep_blank: Whether one wholly unknown part makes the outcome wholly unknown. In a sum of records it does not
            (it is counted); in a balance of quantities it does, since a balance without its capacity says nothing.
    """
    low: int | None = 0
    high: int | None = 0
    circa, blank, known, unknown = False, False, 0, 0
    for part in parts:
        interval = part.interval
        low = None if low is None or interval.low is None else low + interval.low
        high = None if high is None or interval.high is None else high + interval.high
        circa = circa or interval.circa
        known += part.known
        if part.unknown:
            unknown += part.unknown
            blank = blank or part.blank
    if keep_blank and blank:
        # The bounds of what is wholly unknown mean nothing; kept, they would come back in the next sum.
        return Homes(ZERO, 0, unknown)
    return Homes(Interval(low, high, circa), known, unknown)


def _plus(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else a + b


def _minus(a: int | None) -> int | None:
    return None if a is None else -a
