"""What every drawing of a chart reads from it: words at a value, sizes, what is unknown, a round scale."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from woonplan.numerals import dutch
from woonplan.render.cells import UNKNOWN, number_text
from woonplan.tables import Cell, Chart, Series, Value

LEVEL = "doel"
"""Role of the level that the steps of a waterfall go to, and of the reference line of lines."""

DISTANCES = frozenset({"saldo", "tekort", "over"})
"""Roles of a distance between a level and what was reached: below 0 is short of it."""


def cell_at(series: Series, index: int) -> Cell:
    """Return what the table says at a value, or None where the chart holds the number alone."""
    return series.cells[index] if index < len(series.cells) else None


def applies(series: Series, index: int) -> bool:
    """Whether the series says anything here: a place where it does not apply is not unknown either."""
    return not isinstance(cell_at(series, index), str)


def shown(series: Series, index: int) -> str:
    """Return a value as a reader sees it: the words of the table, else the number in Dutch, else ``onbekend``."""
    cell, value = cell_at(series, index), series.values[index]
    if isinstance(cell, Value):
        return number_text(cell)
    if isinstance(cell, str):
        return cell
    return UNKNOWN if value is None else dutch(value)


def unknown(series: Series, index: int) -> bool:
    """Whether a value is unknown, or holds a part that is: records without a number, or an open high end."""
    if not applies(series, index):
        return False
    cell = cell_at(series, index)
    part = isinstance(cell, Value) and not cell.blank and (bool(cell.zonder) or cell.high is None)
    return series.values[index] is None or part


def margin(series: Series, index: int) -> int:
    """Return how much more than its value a series may be here: the width of a range, 0 where there is none."""
    cell, value = cell_at(series, index), series.values[index]
    if value is None or not isinstance(cell, Value) or cell.unit or cell.blank or cell.high is None:
        return 0
    return max(int(cell.high) - value, 0)


def any_unknown(chart: Chart) -> bool:
    """Whether anything in the chart is unknown."""
    return any(unknown(series, i) for series in chart.series for i in range(len(chart.categories)))


def any_margin(chart: Chart) -> bool:
    """Whether any value in the chart is a range."""
    return any(margin(series, i) for series in chart.series for i in range(len(chart.categories)))


def sign_role(series: Series, index: int) -> str:
    """Return the role that a distance has here: short of the level or over it."""
    value = series.values[index]
    cell = cell_at(series, index)
    if series.role not in DISTANCES or value is None or (isinstance(cell, Value) and cell.rounding):
        return series.role
    return "tekort" if value < 0 else "over"


def spans(chart: Chart, index: int) -> list[tuple[int, int] | None]:
    """Return from where to where each step goes at a category; None where it does not apply or is unknown.

    A level goes from 0 to itself and moves nothing. A distance goes from the level to where it ends. Every other step
    goes on from where the one before it ended; an unknown step moves nothing.
    """
    found: list[tuple[int, int] | None] = []
    reached, level = 0, 0
    for series in chart.series:
        value = series.values[index]
        if value is None:
            found.append(None)
        elif series.role == LEVEL:
            level = value
            found.append((0, value))
        elif series.role in DISTANCES:
            found.append((level, level + value))
        else:
            found.append((reached, reached + value))
            reached += value
    return found


def piled(chart: Chart, index: int) -> list[tuple[int, int]]:
    """Return from where to where each series of a stacked bar goes; what is unknown takes no room."""
    found: list[tuple[int, int]] = []
    reached = {True: 0, False: 0}
    for series in chart.series:
        value = series.values[index] or 0
        start = reached[value > 0]
        reached[value > 0] = start + value
        found.append((start, start + value))
    return found


def piled_margin(chart: Chart, index: int) -> tuple[int, int]:
    """Return from where to where the margins of all series of a stacked bar go, one after the other."""
    start = max((0, *(end for _, end in piled(chart, index))))
    return start, start + sum(margin(series, index) for series in chart.series)


def stack_ends(chart: Chart) -> list[int]:
    """Return how far the bars of a stacked chart reach to both sides, and its band."""
    each = range(len(chart.categories))
    ends = [end for i in each for pair in (*piled(chart, i), piled_margin(chart, i)) for end in pair]
    return [*(chart.band or ()), *ends]


def step_ends(chart: Chart) -> list[int]:
    """Return from where to where the steps of a waterfall reach, with their margins."""
    ends: list[int] = []
    for i in range(len(chart.categories)):
        for series, span in zip(chart.series, spans(chart, i), strict=True):
            if span is not None:
                ends += [*span, span[1] + margin(series, i)]
    return ends


def band_text(chart: Chart) -> str:
    """Return the band in words: ``ambitie 20.000-22.000``."""
    if chart.band is None:
        return ""
    low, high = chart.band
    return f"{chart.band_name} {dutch(low)}" if low == high else f"{chart.band_name} {dutch(low)}-{dutch(high)}"


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole numbers laid out on ``length`` units from ``start``, between round ends; exact, so the same everywhere."""

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
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            first, last = low // step, -(-high // step)
            if last - first <= most:
                return Scale(first * step, last * step, step, start, length)
        power *= 10


def level_of(value: int, most: int, levels: int = 5) -> int:
    """Return 0 for nothing, else 1 to ``levels``: how large a value is beside the largest of its column."""
    if value == 0 or most == 0:
        return 0
    return min(-(-abs(value) * levels // most), levels)
