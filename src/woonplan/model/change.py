"""By how much a number changed between two states: end by end and count by count, so that changes add up exactly.

What was open and still is, is no change; nor is what nobody knew and still does not. The difference of two intervals
(`Number.__sub__`) says between what the difference of two unknown values lies, which is another question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from woonplan.model.gemis import ALL_KNOWN, Lack, Missing
from woonplan.model.number import NOTHING, Bound, Number


@dataclass(frozen=True, slots=True)
class Change(Number):
    """What is added to the low end and to the high end of a number (homes; below 0: taken off).

    ``missing`` is what newly has no number, and ``fewer`` what had none and is no longer lacking. ``opened`` says of
    the low and of the high end how many more records leave it open (below 0: fewer); the bounds are of the others.
    """

    opened: tuple[int, int] = (0, 0)
    fewer: Missing = ALL_KNOWN

    @property
    def reach(self) -> tuple[Bound | None, Bound | None]:
        """The change of both ends; None where an end opened or closed, so that it has no number."""
        low, high = self.opened
        return None if low else self.low, None if high else self.high

    @property
    def blank(self) -> bool:
        """Whether it is no number at all: a change always is one."""
        return False

    @property
    def nothing(self) -> bool:
        """Whether nothing changed."""
        return (self.low, self.high, self.opened) == (0, 0, (0, 0)) and not self.missing and not self.fewer

    def __neg__(self) -> Change:
        low, high = self.opened
        return Change(
            -(self.low or 0),
            -(self.high or 0),
            self.circa,
            self.known,
            missing=self.fewer,
            opened=(-low, -high),
            fewer=self.missing,
        )


UNCHANGED = Change()
"""No change."""


def change(old: Number, new: Number) -> Change:
    """Return what changes one number into another."""
    if old == new:
        return UNCHANGED
    return Change(
        (new.low or 0) - (old.low or 0),
        (new.high or 0) - (old.high or 0),
        old.circa or new.circa,
        1,
        missing=new.missing - old.missing,
        opened=((new.low is None) - (old.low is None), (new.high is None) - (old.high is None)),
        fewer=old.missing - new.missing,
    )


def added_to(number: Number) -> Change:
    """Return the change that a record brings which was not there."""
    return change(NOTHING, number)


def changes(parts: Iterable[Change]) -> Change:
    """Return all changes together; none give no change."""
    low: Bound = 0
    high: Bound = 0
    circa, known, open_low, open_high = False, 0, 0, 0
    lacks: Counter[Lack] = Counter()
    for part in parts:
        low += part.low or 0
        high += part.high or 0
        circa = circa or part.circa
        known += part.known
        open_low += part.opened[0]
        open_high += part.opened[1]
        lacks.update(part.missing)
        lacks.subtract(part.fewer)
    missing, fewer = (frozenset(lack for lack, count in lacks.items() if count * sign > 0) for sign in (1, -1))
    return Change(low, high, circa, known, missing=missing, opened=(open_low, open_high), fewer=fewer)
