"""Homes of one record at one time, or in one place: how many there are, and what two times or places have in common."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from enum import Enum
from operator import add, sub
from typing import Generic, NamedTuple, Self, TypeVar

from woonplan.calc.number.bounds import highest, lowest
from woonplan.calc.number.figure import Figure
from woonplan.model.number import Number
from woonplan.model.restant import Years

ANY_YEAR = (1, 9998)
"""When homes come that may be in any year, outside the period as well."""

T = TypeVar("T", bound=Hashable)
"""A time, or a place: what homes of a part and of an aggregate have in common."""


class Bounds(NamedTuple):
    """So many homes, at the least and at the most; None where that is open."""

    low: int
    high: int | None


class Supply(NamedTuple):
    """The homes of some slots together: how many slots, and how many of them without a high end."""

    slots: int
    low: int
    high: int
    is_open: int

    @property
    def bounds(self) -> Bounds:
        """Between what they are."""
        return Bounds(self.low, None if self.is_open else self.high)

    @property
    def exact(self) -> bool:
        """Whether they are one number."""
        return self.low == self.high and not self.is_open

    def with_(self, more: Supply) -> Supply:
        """Return the same with some more."""
        return Supply(*map(add, self, more))

    def without(self, some: Supply) -> Supply:
        """Return the same without some of them."""
        return Supply(*map(sub, self, some))


class Slot(NamedTuple, Generic[T]):
    """The homes of one record at one time, with their derivation for who asks."""

    record: str
    time: T
    number: Number
    homes: Supply
    """How many there are: any number where none is known."""
    derive: Callable[[], Figure]

    @classmethod
    def of(cls, record: str, time: T, figure: Figure) -> Self:
        """Return the homes of a figure as those at a time."""
        return cls.to_be(record, time, figure.low, lambda: figure)

    @classmethod
    def to_be(cls, record: str, time: T, number: Number, derive: Callable[[], Figure]) -> Self:
        """Return a number of homes at a time; ``derive`` gives it with its derivation."""
        low, high = (0, None) if number.blank else (int(number.low or 0), number.high)
        return cls(record, time, number, Supply(1, low, int(high or 0), high is None), derive)

    def end(self, weight: int) -> Figure:
        """Return the low end of it for a ``weight`` above 0, and the high end for one below."""
        own = self.derive()
        if own.low.single:
            return own
        if weight > 0:
            return lowest(f"{own.name}.minstens", f"{own.label}, ten minste", own)
        return highest(f"{own.name}.hoogstens", f"{own.label}, hoogstens", own)


def supplied(homes: Iterable[Supply]) -> Supply:
    """Return the homes of some slots together."""
    return Supply(*map(sum, zip((0, 0, 0, 0), *homes, strict=True)))


class Apart(Enum):
    """What two times have in common that no home can have both of."""

    NOTHING = 0


NEVER = Apart.NOTHING


def meet(one: Years, two: Years) -> Years | Apart:
    """Return when homes come that come at both of two times: those without years come at the other."""
    if one is None or two is None:
        return two if one is None else one
    both = (max(one[0], two[0]), min(one[1], two[1]))
    return both if both[0] <= both[1] else NEVER


def common(one: frozenset[str], two: frozenset[str]) -> frozenset[str] | Apart:
    """Return where homes lie that lie in both of two groups of municipalities."""
    return one & two or NEVER
