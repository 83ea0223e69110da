"""What every drawing of a chart reads from it: words at a value, sizes, what is unknown, a round scale."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import count
from typing import NamedTuple

from woonplan.numerals import dutch
from woonplan.render.cells import UNKNOWN, number_text
from woonplan.tables.cell import Cell, Value
from woonplan.tables.chart import Chart, Series

LEVEL = "doel"
"""Role of the level that the steps of a waterfall go to, and of the reference line of lines."""

DISTANCES = frozenset({"saldo", "tekort", "over"})
"""Roles of a distance between a level and what was reached: below 0 is short of it."""

MARGIN, QUESTION = "~", "?"
"""The signs of a range, and of what is unknown."""

Key = list[tuple[str, str]]
"""What signs or looks mean: each with its words."""


class Point(NamedTuple):
    """What one series of a chart says at one category."""

    series: Series
    number: int
    """The place of the series among the others."""
    category: str
    value: int | None
    cell: Cell
    """What the table says here, or None where the chart holds the number alone."""

    @property
    def applies(self) -> bool:
        """Whether the series says anything here: a place where it does not apply is not unknown either."""
        return not isinstance(self.cell, str)

    @property
    def missing(self) -> bool:
        """Whether there is no number at all where there should be one."""
        return self.value is None and self.applies

    @property
    def unknown(self) -> bool:
        """Whether a value is unknown, or holds a part that is: records without a number, or an open high end."""
        cell = self.cell
        part = isinstance(cell, Value) and not cell.blank and (bool(cell.zonder) or cell.high is None)
        return self.missing or part

    @property
    def margin(self) -> int:
        """How much more than its value a series may be here: the width of a range, 0 where there is none."""
        cell, value = self.cell, self.value
        if value is None or not isinstance(cell, Value) or cell.unit or cell.blank or cell.high is None:
            return 0
        return max(int(cell.high) - value, 0)

    @property
    def role(self) -> str:
        """The role that a distance has here, short of the level or over it; of another series its own."""
        rounding = isinstance(self.cell, Value) and self.cell.rounding
        if self.series.role not in DISTANCES or self.value is None or rounding:
            return self.series.role
        return "tekort" if self.value < 0 else "over"

    @property
    def shown(self) -> str:
        """A value as a reader sees it: the words of the table, else the number in Dutch, else ``onbekend``."""
        if self.cell is not None:
            return number_text(self.cell) if isinstance(self.cell, Value) else self.cell
        return UNKNOWN if self.value is None else dutch(self.value)

    @property
    def said(self) -> str:
        """The name of the series and its value."""
        return f"{self.series.name} {self.shown}"


Points = list[list[Point]]
"""What the series of a chart say, per category."""


def points(chart: Chart) -> Points:
    """Return what the series of a chart say, per category."""
    return [
        [
            Point(series, number, category, series.values[i], series.cells[i] if i < len(series.cells) else None)
            for number, series in enumerate(chart.series)
        ]
        for i, category in enumerate(chart.categories)
    ]


def all_said(row: list[Point]) -> list[str]:
    """Return what is said at a category by every series that applies there."""
    return [point.said for point in row if point.applies]


def marks(rows: Points) -> Key:
    """Return what the signs of a range and of what is unknown mean, where the chart has them."""
    shown = [point for row in rows for point in row]
    found = [(MARGIN, "marge van een bereik")] if any(point.margin for point in shown) else []
    return [*found, (QUESTION, "onbekend")] if any(point.unknown for point in shown) else found


def band_mark(chart: Chart, sign: str) -> Key:
    """Return what the sign of the band means, ``ambitie 20.000-22.000``, where the chart has one."""
    # A band of one value is named once.
    ends = dict.fromkeys(map(dutch, chart.band or ()))
    return [(sign, f"{chart.band_name} {'-'.join(ends)}")] if ends else []


def steps(row: list[Point]) -> Iterator[tuple[Point, int, int | None]]:
    """Yield from where to where each step goes that applies at a category; an unknown one goes nowhere (None).

    A level goes from 0 to itself and moves nothing. A distance goes from the level to where it ends. Every other step
    goes on from where the one before it ended; an unknown step moves nothing.
    """
    reached = level = 0
    for point in row:
        value, role = point.value, point.series.role
        if value is None:
            if point.applies:
                yield point, reached, None
        elif role == LEVEL:
            level = value
            yield point, 0, value
        elif role in DISTANCES:
            yield point, level, level + value
        else:
            yield point, reached, reached + value
            reached += value


def step_ends(rows: Points) -> list[int]:
    """Return from where to where the steps of a waterfall reach, with their margins."""
    known = [(start, end, end + point.margin) for row in rows for point, start, end in steps(row) if end is not None]
    return [end for ends in known for end in ends]


def piled(row: list[Point]) -> Iterator[tuple[Point, int, int]]:
    """Yield from where to where each series of a stacked bar goes; what is unknown takes no room."""
    reached = {True: 0, False: 0}
    for point in row:
        value = point.value or 0
        start = reached[value > 0]
        reached[value > 0] += value
        yield point, start, start + value


def piled_margin(row: list[Point]) -> tuple[int, int]:
    """Return from where to where the margins of all series of a stacked bar go, one after the other."""
    start = max((0, *(end for _, _, end in piled(row))))
    return start, start + sum(point.margin for point in row)


def stack_ends(chart: Chart, rows: Points) -> list[int]:
    """Return how far the bars of a stacked chart reach to both sides, and its band."""
    ends = [end for row in rows for _, _, end in piled(row)]
    return [*(chart.band or ()), *ends, *(piled_margin(row)[1] for row in rows)]


class Scale(NamedTuple):
    """Whole numbers laid out on ``length`` units from ``start``, between round ends; exact, so the same everywhere.

    A ``length`` below 0 lays them out the other way.
    """

    low: int
    high: int
    step: int
    start: int
    length: int

    def at(self, value: int) -> Fraction:
        """Return the place of a value."""
        return self.start + Fraction((value - self.low) * self.length, self.high - self.low)

    @property
    def ticks(self) -> range:
        """Return the values that get a mark on the axis."""
        return range(self.low, self.high + 1, self.step)


def scale(values: list[int], start: int, length: int, most: int = 5) -> Scale:
    """Return a scale that holds 0 and all values, with at most ``most`` steps of 1, 2 or 5 times a power of ten."""
    low, high = min(0, *values, 0), max(0, *values, 0)
    if low == high:
        high = 1
    sizes = (digit * 10**power for power in count() for digit in (1, 2, 5))
    step = next(size for size in sizes if -(-high // size) - low // size <= most)
    return Scale(low // step * step, -(-high // step) * step, step, start, length)
