"""Numbers as they are known: bounds, what is approximate, and what is unknown apart from the rest.

Of homes only whole ones; a number that is computed from them (homes a year, a share) is an exact fraction. An end that
is ``None`` is open. Nothing here rounds, guesses or reads an absent number as 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntFlag, StrEnum
from fractions import Fraction
from functools import lru_cache, reduce
from operator import or_

from woonplan.model.gemis import ALL_KNOWN, Gemis, Lack, Missing, counts

Bound = int | Fraction
"""A number of homes, or an exact number that need not be whole."""


class Precisie(StrEnum):
    """How precise the source says a number is; the bounds are arithmetic, ``circa`` is a mark that travels."""

    EXACT = "exact"
    CIRCA = "circa"
    RUIM = "ruim"
    MINIMAAL = "minimaal"
    MAXIMAAL = "maximaal"


class Way(IntFlag):
    """Which way what is unknown may move a number."""

    NONE = 0
    UP = 1
    DOWN = 2
    BOTH = 3


@dataclass(frozen=True, slots=True)
class Number:
    """A number between ``low`` and ``high``, both inclusive, and what has no number beside it.

    ``circa`` says that a source called a number in it approximate. ``known`` is how many records the bounds are of. One
    unknown record does not blank a sum, and the sum never hides it: what is ``missing`` is named, and may only raise
    the number, only lower it, or either (``way``).
    """

    low: Bound | None = 0
    high: Bound | None = 0
    circa: bool = False
    known: int = 0
    missing: Missing = ALL_KNOWN
    way: Way = Way.NONE
    marge: Bound = 0
    """How far what is approximate in it may be off, together; 0 where nothing is. It is no part of the bounds."""

    @property
    def unknown(self) -> int:
        """How many plans and municipalities have no number."""
        return sum(counts(self.missing).values())

    @property
    def reach(self) -> tuple[Bound | None, Bound | None]:
        """Between what the number lies, whatever the missing ones turn out to be; both None where that may be all."""
        if self.blank:
            return None, None
        return None if self.way & Way.DOWN else self.low, None if self.way & Way.UP else self.high

    @property
    def rounding(self) -> bool:
        """Whether all that it may be is within the margins of what is approximate in it, on both sides of 0."""
        low, high = self.reach
        return low is not None and high is not None and bool(self.marge) and -self.marge <= low <= high <= self.marge

    def of(self, naam: str, jaar: int = 0) -> Number:
        """Return the same, with a name for what is missing in it."""
        if not self.missing or all(lack.naam for lack in self.missing):
            return self
        missing = frozenset(lack if lack.naam else Lack(lack.gemis, naam, jaar) for lack in self.missing)
        return Number(self.low, self.high, self.circa, self.known, missing, self.way, self.marge)

    @property
    def blank(self) -> bool:
        """Whether there are records and not one has a number: the value is unknown, not 0."""
        return self.known == 0 and bool(self.missing)

    @property
    def applies(self) -> bool:
        """Whether there is a number at all, known or not: a division by nothing has no outcome (`NO_OUTCOME`)."""
        return self.low is not None or self.high is not None or self.known > 0 or bool(self.missing)

    @property
    def bounds(self) -> tuple[Bound | None, Bound | None, bool]:
        """What is known of it, whatever it is known from."""
        return self.low, self.high, self.circa

    @property
    def single(self) -> bool:
        """Whether the bounds are one number."""
        return self.low is not None and self.low == self.high

    @property
    def zero(self) -> bool:
        """Whether the bounds are exactly 0."""
        return self.low == 0 == self.high and not self.circa

    def __add__(self, other: Number) -> Number:
        return total((self, other))

    def __neg__(self) -> Number:
        return Number(
            _minus(self.high), _minus(self.low), self.circa, self.known, self.missing, _turned(self.way), self.marge
        )

    def __sub__(self, other: Number) -> Number:
        return total((self, -other))

    def times(self, factor: Bound) -> Number:
        """Return this times a factor of at least 0."""
        low, high = (None if bound is None else bound * factor for bound in (self.low, self.high))
        return Number(low, high, self.circa, self.known, self.missing, self.way, self.marge * factor)

    def over(self, other: Number) -> Number:
        """Return this divided by a number above 0; `NO_OUTCOME` when that is 0 or less."""
        _, most = other.reach
        if most is not None and most <= 0:
            return NO_OUTCOME
        # A part of what is divided by that has no number makes the outcome smaller, and one below 0 larger.
        below = self.low is None or self.low < 0 or bool(self.way & Way.DOWN)
        missing = self.missing | other.missing
        way = self.way | (Way.BOTH if other.way and below else _turned(other.way))
        circa = self.circa or other.circa
        if self.blank or other.blank or (other.high is not None and other.high <= 0):
            return Number(circa=circa, missing=missing, way=way)
        low, high = _least(self.low, other), _minus(_least(_minus(self.high), other))
        return Number(low, high, circa, self.known + other.known, missing, way)

    def clipped(self) -> Number:
        """Return this without its part below 0: homes that are still to come cannot be negative.

        An open low end becomes 0 for the same reason: "at most 200" of them is 0 to 200.
        """
        high = None if self.high is None else max(self.high, 0)
        return self.bounded(max(self.low or 0, 0), high)

    def bounded(self, low: Bound | None, high: Bound | None) -> Number:
        """Return the same with other bounds; a bound on what may be anything is not approximate."""
        circa = self.circa and not (self.low is None and self.high is None)
        return Number(low, high, circa, self.known, self.missing, self.way, self.marge)

    def contains(self, other: Number) -> bool:
        """Whether every number between the bounds of ``other`` is between these."""
        below = self.low is None or (other.low is not None and self.low <= other.low)
        above = self.high is None or (other.high is not None and other.high <= self.high)
        return below and above

    def off(self, count: Bound) -> Bound:
        """Return by how much ``count`` is more (above 0) or less (below 0) than this may be; 0 within the margin."""
        if not self.blank and self.high is not None and count > self.high + self.marge:
            return count - self.high
        if not self.blank and self.low is not None and count < self.low - self.marge:
            return count - self.low
        return 0


NOTHING = Number()
"""A sum over no records: 0."""

UNKNOWN = Number(missing=frozenset({Lack(Gemis.PLAN)}), way=Way.UP)
"""One plan without a number."""

NO_OUTCOME = Number(None, None)
"""What a division gives where nothing is left to divide by."""


def exactly(number: Bound, circa: bool = False, marge: Bound = 0) -> Number:
    """Return one known number."""
    return Number(number, number, circa, 1, marge=marge)


def between(low: Bound | None, high: Bound | None, circa: bool = False, marge: Bound = 0) -> Number:
    """Return one number that lies between bounds; ``None`` is open."""
    return Number(low, high, circa, 1, marge=marge)


def margin(number: int) -> Fraction:
    """Return how far "about ``number``" may be off (homes).

    The least of half of the last place that is written (8.300: 50), 500, and a tenth of the number.
    """
    zeros = len(str(number)) - len(str(number).rstrip("0")) if number else 0
    return min(Fraction(10**zeros, 2), Fraction(500), Fraction(abs(number), 10))


def total(parts: Iterable[Number]) -> Number:
    """Return the sum of ``parts``; no parts give 0. What is wholly unknown is counted beside what the others give."""
    low: Bound | None = 0
    high: Bound | None = 0
    marge: Bound = 0
    circa, known = False, 0
    ways: list[Way] = []
    missing: list[Missing] = []
    for part in parts:
        low = None if low is None or part.low is None else low + part.low
        high = None if high is None or part.high is None else high + part.high
        known += part.known
        if part.circa:
            circa = True
            marge += part.marge
        if part.missing:
            missing.append(part.missing)
            if part.way not in ways:
                ways.append(part.way)
    # Of the 50,000 sums of a country most lack what one of their parts lacks.
    lacks = missing[0] if len(missing) == 1 else ALL_KNOWN.union(*missing)
    lacks = _shared(lacks) if len(lacks) > _MANY else lacks
    return Number(low, high, circa, known, lacks, reduce(or_, ways, Way.NONE), marge)


_MANY = 1000
"""Lacks of a sum from which it is worth looking whether another sum has the same: a megabyte for 20,000 of them."""


@lru_cache(maxsize=64)
def _shared(missing: Missing) -> Missing:
    """Return the set that is equal to this one and came first: most years lack the same plans."""
    return missing


def unknown(gemis: Gemis, way: Way = Way.UP) -> Number:
    """Return the number of something that has none; it is given its name later (`Number.of`)."""
    return Number(missing=frozenset({Lack(gemis)}), way=way)


def _turned(way: Way) -> Way:
    return way if way in (Way.NONE, Way.BOTH) else Way.UP ^ Way.DOWN ^ way


def _least(bound: Bound | None, divisor: Number) -> Bound | None:
    """Return the smallest outcome of a bound divided by anything in the divisor."""
    if bound is None:
        return None
    if bound >= 0:
        return 0 if divisor.high is None else Fraction(bound) / divisor.high
    # A number below 0 is smallest when it is divided by as little as possible.
    return None if divisor.low is None or divisor.low <= 0 else Fraction(bound) / divisor.low


def _minus(a: Bound | None) -> Bound | None:
    return None if a is None else -a
