"""Numbers as they are known: bounds, what is approximate, and what is unknown apart from the rest.

Of homes only whole ones; a number that is computed from them (homes a year, a share) is an exact fraction. An end that
is ``None`` is open. Nothing here rounds, guesses or reads an absent number as 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

Bound = int | Fraction
"""A number of homes, or an exact number that need not be whole."""


class Precisie(StrEnum):
    """How precise the source says a number is; the bounds are arithmetic, ``circa`` is a mark that travels."""

    EXACT = "exact"
    CIRCA = "circa"
    RUIM = "ruim"
    MINIMAAL = "minimaal"
    MAXIMAAL = "maximaal"


@dataclass(frozen=True, slots=True)
class Number:
    """A number between ``low`` and ``high``, both inclusive, and how many records have none.

    ``circa`` says that a source called a number in it approximate. ``known`` is how many records the bounds are of,
    ``unknown`` how many have no number: one unknown record does not blank a sum, and the sum never hides it.
    """

    low: Bound | None = 0
    high: Bound | None = 0
    circa: bool = False
    known: int = 0
    unknown: int = 0

    @property
    def blank(self) -> bool:
        """Whether there are records and not one has a number: the value is unknown, not 0."""
        return self.unknown > 0 and self.known == 0

    @property
    def applies(self) -> bool:
        """Whether there is a number at all, known or not: a division by nothing has no outcome (`NO_OUTCOME`)."""
        return self.low is not None or self.high is not None or self.known > 0 or self.unknown > 0

    @property
    def bounds(self) -> tuple[Bound | None, Bound | None, bool]:
        """What is known of it, whatever it is known from."""
        return self.low, self.high, self.circa

    @property
    def single(self) -> bool:
        """Whether the bounds are one number."""
        return self.low is not None and self.low == self.high

    @property
    def plain(self) -> bool:
        """Whether what is known is one number, without the mark ``circa``."""
        return self.single and not self.circa

    @property
    def exact(self) -> bool:
        """Whether nothing is unknown, approximate or a range."""
        return self.unknown == 0 and self.plain

    @property
    def zero(self) -> bool:
        """Whether the bounds are exactly 0."""
        return self.low == 0 == self.high and not self.circa

    def __add__(self, other: Number) -> Number:
        return total((self, other))

    def __neg__(self) -> Number:
        return Number(_minus(self.high), _minus(self.low), self.circa, self.known, self.unknown)

    def __sub__(self, other: Number) -> Number:
        return total((self, -other), keep_blank=True)

    def times(self, factor: Bound) -> Number:
        """Return this times a factor of at least 0."""
        low, high = (None if bound is None else bound * factor for bound in (self.low, self.high))
        return Number(low, high, self.circa, self.known, self.unknown)

    def over(self, other: Number) -> Number:
        """Return this divided by a number above 0; `NO_OUTCOME` when that is 0 or less."""
        if not other.blank and other.high is not None and other.high <= 0:
            return NO_OUTCOME
        unknown = self.unknown + other.unknown
        if self.blank or other.blank:
            return Number(unknown=unknown)
        low, high = _least(self.low, other), _minus(_least(_minus(self.high), other))
        return Number(low, high, self.circa or other.circa, self.known + other.known, unknown)

    def clipped(self) -> Number:
        """Return this without its part below 0: homes that are still to come cannot be negative.

        An open low end becomes 0 for the same reason: "at most 200" of them is 0 to 200.
        """
        high = None if self.high is None else max(self.high, 0)
        return Number(max(self.low or 0, 0), high, self.circa, self.known, self.unknown)

    def bounded(self, low: Bound | None, high: Bound | None) -> Number:
        """Return the same with other bounds."""
        return Number(low, high, self.circa, self.known, self.unknown)

    def contains(self, other: Number) -> bool:
        """Whether every number between the bounds of ``other`` is between these."""
        below = self.low is None or (other.low is not None and self.low <= other.low)
        above = self.high is None or (other.high is not None and other.high <= self.high)
        return below and above

    def within(self, other: Number) -> bool:
        """Whether the bounds are those of ``other`` or inside them, and not the same number."""
        return other.contains(self) and self.bounds != other.bounds


NOTHING = Number()
"""A sum over no records: 0."""

UNKNOWN = Number(unknown=1)
"""One record without a number."""

NO_OUTCOME = Number(None, None)
"""What a division gives where nothing is left to divide by."""


def exactly(number: Bound, circa: bool = False) -> Number:
    """Return one known number."""
    return Number(number, number, circa, 1)


def between(low: Bound | None, high: Bound | None, circa: bool = False) -> Number:
    """Return one number that lies between bounds; ``None`` is open."""
    return Number(low, high, circa, 1)


def total(parts: Iterable[Number], *, keep_blank: bool = False) -> Number:
    """Return the sum of ``parts``; no parts give 0.

    Args:
        parts: The numbers to add.
        keep_blank: Whether one wholly unknown part makes the outcome wholly unknown. In a sum of records it does not
            (it is known); in a balance of quantities it does, since a balance without its capacity says nothing.
    """
    low: Bound | None = 0
    high: Bound | None = 0
    circa, blank, known, unknown = False, False, 0, 0
    for part in parts:
        low = None if low is None or part.low is None else low + part.low
        high = None if high is None or part.high is None else high + part.high
        circa = circa or part.circa
        known += part.known
        if part.unknown:
            unknown += part.unknown
            blank = blank or part.blank
    if keep_blank and blank:
        # The bounds of what is wholly unknown mean nothing; kept, they would come back in the next sum.
        return Number(unknown=unknown)
    return Number(low, high, circa, known, unknown)


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
