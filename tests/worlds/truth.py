"""What is true of a cell: the ends of its answers over all worlds, and what a cell may leave apart."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

from tests.worlds.sizes import INF

Number = float | Fraction


@dataclasses.dataclass(frozen=True)
class Truth:
    """The answers of all worlds.

    `lo` and `hi` are the ends of what is assigned to the cell; `lo_far` and `hi_far` of all that may belong to it. They
    differ only where a place in a grouping is open. `core_lo` and `core_hi` hold what is known on both sides (in a net
    sum without the records whose demolition is unknown). `apart` counts what has no number and no
    direction. `direction` is where what is open moves the answer: 1 up, -1 down, 0 either way, None where nothing is.
    `known` counts what has a number.
    """

    lo: Number = 0
    hi: Number = 0
    lo_far: Number = 0
    hi_far: Number = 0
    core_lo: Number = 0
    core_hi: Number = 0
    apart: int = 0
    direction: int | None = None
    known: int = 0
    loose: bool = False

    @property
    def place_open(self) -> bool:
        return (self.lo, self.hi) != (self.lo_far, self.hi_far)

    @property
    def differs(self) -> bool:
        """Whether worlds give different answers."""
        return self.lo_far != self.hi_far or bool(self.apart)

    def __add__(self, other: Truth) -> Truth:
        return Truth(
            self.lo + other.lo,
            self.hi + other.hi,
            self.lo_far + other.lo_far,
            self.hi_far + other.hi_far,
            self.core_lo + other.core_lo,
            self.core_hi + other.core_hi,
            self.apart + other.apart,
            _together(self.direction, other.direction),
            self.known + other.known,
            self.loose or other.loose,
        )

    def times(self, factor: Number) -> Truth:
        """The answer times a factor; below 0 the ends and the direction turn around."""
        ends = [_times(end, factor) for end in (self.lo, self.hi, self.lo_far, self.hi_far, self.core_lo, self.core_hi)]
        if factor < 0:
            ends = [ends[at] for at in (1, 0, 3, 2, 5, 4)]
        turned = self.direction if factor > 0 or not self.direction else -self.direction
        return Truth(*ends, self.apart, turned, self.known, self.loose)


def _times(end: Number, factor: Number) -> Number:
    return end * (1 if factor > 0 else -1) if end in {INF, -INF} else end * factor


def _together(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return one if one == other else 0


def between(lo: Number, hi: Number) -> Truth:
    """An amount between two ends that has nothing to do with plans."""
    return Truth(lo, hi, lo, hi, lo, hi, known=1)
