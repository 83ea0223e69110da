"""Chance that falls the same way every time, on every version of Python."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A source of chance with a name: the same name gives the same throws.

    Only `random()` is used, since only that sequence is promised to stay the same between versions of Python.
    """

    def __init__(self, *name: object) -> None:
        self._random = random.Random("/".join(str(part) for part in name))  # noqa: S311 - an example, not a secret

    def chance(self, percent: int) -> bool:
        """Return True in so many per cent of the throws."""
        return self._random.random() * 100 < percent

    def number(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, both inclusive."""
        return low + int(self._random.random() * (high - low + 1))

    def pick(self, options: Sequence[T]) -> T:
        """Return one of the options."""
        return options[self.number(0, len(options) - 1)]

    def weighted(self, weights: Mapping[T, int]) -> T:
        """Return one of the keys, each as often as its weight says."""
        throw = self.number(1, sum(weights.values()))
        for option, weight in weights.items():
            throw -= weight
            if throw <= 0:
                return option
        raise AssertionError

    def some(self, options: Sequence[T], count: int) -> list[T]:
        """Return ``count`` different options, in the order given."""
        left = list(range(len(options)))
        for _ in range(len(options) - count):
            left.remove(self.pick(left))
        return [options[place] for place in left]

    def divide(self, whole: int, weights: Mapping[str, int]) -> dict[str, int]:
        """Return ``whole`` in parts of about these weights (each off by up to a third) that add up to it.

        Parts that come out at 0 are left out, unless all do.
        """
        shaken = {name: weight * self.number(67, 133) for name, weight in weights.items()}
        total = sum(shaken.values())
        parts = {name: whole * weight // total for name, weight in shaken.items()}
        largest = max(shaken, key=lambda name: shaken[name])
        parts[largest] += whole - sum(parts.values())
        return {name: part for name, part in parts.items() if part} or {largest: 0}
