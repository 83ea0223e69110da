"""Exact numbers that need not be whole: homes a year, years of supply, a share. Rounded only where they are shown.

Every operation leaves behind what it was done with, so that an outcome can be explained from the very numbers that it
was computed from.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from woonplan.calc.figure import Figure
from woonplan.model.homes import Homes
from woonplan.numerals import rounded

__all__ = ["NOTHING", "ZERO", "Measure", "rounded"]

ZERO = Fraction(0)


class Step(StrEnum):
    """How a measure follows from its parts."""

    SOM = "som"
    VERSCHIL = "verschil"
    MAAL = "maal"
    """One part times a number."""
    QUOTIENT = "quotient"
    NIET_ONDER_NUL = "niet_onder_nul"
    HOOGSTE = "hoogste"
    """The upper end of one part, as one number, with its unknown records beside it."""
    HOOGSTE_BEKEND = "hoogste_bekend"
    """The upper end of what is known of one part; its unknown records are counted elsewhere."""


@dataclass(frozen=True, slots=True)
class Made:
    """The operation that made a measure, and what it was done with."""

    step: Step
    parts: tuple[Measure, ...]
    factor: Fraction = Fraction(1)
    """For a product (`maal`): the number that its one part was multiplied by."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number between ``low`` and ``high`` (inclusive, ``None`` is open), kept as exact fractions.

    ``circa``, ``unknown`` and ``blank`` mean what they mean of homes: an approximate source, records without a number,
    and nothing known at all (then the bounds mean nothing). How it came about is no part of its value: two measures
    with the same bounds are equal.
    """

    low: Fraction | None
    high: Fraction | None
    circa: bool = False
    unknown: int = 0
    blank: bool = False
    name: str = field(default="", compare=False, repr=False)
    """What it is called in the formula of what is made of it."""
    label: str = field(default="", compare=False, repr=False)
    made: Made | None = field(default=None, compare=False, repr=False)
    """None for a number that was given."""
    figure: Figure | None = field(default=None, compare=False, repr=False)
    """The figure of which this is one end, where it is."""

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

    @classmethod
    def end_of(cls, figure: Figure, end: int) -> Measure:
        """Return one end (0 is low, 1 is high) of a figure as an exact number."""
        return replace(cls.of(figure.ends[end]), name=figure.name, label=figure.label, figure=figure)

    def named(self, name: str, label: str) -> Measure:
        """Return this with the name that it has in formulas, and the words for it."""
        return replace(self, name=name, label=label)

    def times(self, factor: Fraction | int) -> Measure:
        """Return this times a factor of at least 0."""
        low, high = (None if bound is None else bound * factor for bound in (self.low, self.high))
        made = Made(Step.MAAL, (self,), Fraction(factor))
        return Measure(low, high, self.circa, self.unknown, self.blank, made=made)

    def __add__(self, other: Measure) -> Measure:
        return self._with(Step.SOM, other, _both(self.low, other.low), _both(self.high, other.high))

    def __sub__(self, other: Measure) -> Measure:
        low, high = _both(self.low, _minus(other.high)), _both(self.high, _minus(other.low))
        return self._with(Step.VERSCHIL, other, low, high)

    def over(self, other: Measure) -> Measure | None:
        """Return this divided by a number above 0; None when that is 0 or less."""
        if not other.blank and other.high is not None and other.high <= 0:
            return None
        if self.blank or other.blank:
            return self._with(Step.QUOTIENT, other, None, None)
        low = _least(self.low, other)
        high = _minus(_least(_minus(self.high), other))
        return self._with(Step.QUOTIENT, other, low, high)

    def at_least_zero(self) -> Measure:
        """Return this without its part below 0."""
        low, high = max(self.low or ZERO, ZERO), None if self.high is None else max(self.high, ZERO)
        made = Made(Step.NIET_ONDER_NUL, (self,))
        return Measure(low, high, self.circa, self.unknown, self.blank, made=made)

    def highest(self, step: Step = Step.HOOGSTE) -> Measure:
        """Return the upper end alone (`hoogste`), or that of what is known alone (`hoogste_bekend`)."""
        if step is Step.HOOGSTE_BEKEND and self.blank:
            return Measure(ZERO, ZERO, made=Made(step, (self,)))
        unknown = 0 if step is Step.HOOGSTE_BEKEND else self.unknown
        return Measure(self.high, self.high, self.circa, unknown, self.blank, made=Made(step, (self,)))

    def _with(self, step: Step, other: Measure, low: Fraction | None, high: Fraction | None) -> Measure:
        unknown, blank = self.unknown + other.unknown, self.blank or other.blank
        return Measure(low, high, self.circa or other.circa, unknown, blank, made=Made(step, (self, other)))


NOTHING = Measure(ZERO, ZERO)
"""Exactly 0."""


@dataclass(frozen=True, slots=True)
class Quotient:
    """A division that may have no outcome: nothing can be held against a need of 0 or less."""

    name: str
    label: str
    above: Measure
    below: Measure

    @property
    def value(self) -> Measure | None:
        """The outcome; None when what is divided by is 0 or less."""
        found = self.above.over(self.below)
        return found.named(self.name, self.label) if found is not None else None

    @property
    def made(self) -> Made:
        """The division, with an outcome or without."""
        return Made(Step.QUOTIENT, (self.above, self.below))


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
