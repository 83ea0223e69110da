"""Series over years: lines with their own dashes and marks, a reference line, and years of which nothing is known."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from woonplan.numerals import dutch
from woonplan.render.charts import LEVEL, QUESTION, Point, Points, Scale, band_mark, points, scale
from woonplan.render.svg.drawing import EDGE, LINE, WIDTH, Drawing, Number, facts, num, place, text_width, wrap
from woonplan.render.svg.looks import look
from woonplan.render.svg.parts import BAND, band_area, grid_line, legend
from woonplan.tables.chart import Chart, Series

PLOT = 200
_LEVELS = ("6 4", "12 3 2 3")
"""Dashes of levels that stand beside each other: the two ends of a target."""


def lines(drawing: Drawing, chart: Chart) -> None:
    """Draw the legend, the plot with its axes, and in words what is unknown."""
    rows, numbers = points(chart), _numbers(chart)
    _legend(drawing, chart, rows, numbers)
    drawing.y += LINE
    drawing.text(EDGE, drawing.y - 4, chart.unit)
    bottom = drawing.y + 6 + PLOT
    # Upside down: the highest value is at the top of the plot.
    values = [v for s in chart.series for v in s.values if v is not None] + list(chart.band or ())
    measure = scale(values, bottom, -PLOT)
    left = EDGE + max(text_width(dutch(tick)) for tick in measure.ticks) + 6
    right = WIDTH - EDGE - 8
    for tick in measure.ticks:
        y = measure.at(tick)
        drawing.line(left, y, right, y, grid_line(drawing, tick))
        drawing.text(left - 6, y + 4, dutch(tick), anchor="end")
    if chart.band is not None:
        low, high = map(measure.at, chart.band)
        drawing.parts.append(band_area(drawing, left, right, high, low - high))
        for y in dict.fromkeys((low, high)):
            drawing.dashed(left, y, right, y)
    places = _places(len(rows), left, right)
    apart = places[1] - places[0] if len(places) > 1 else Fraction(22)
    for missing, run in groupby(zip(rows, places, strict=True), lambda at: any(point.missing for point in at[0])):
        if missing:
            _gap(drawing, list(run), min(Fraction(22), apart - 2) / 2, bottom - PLOT)
    for number, series in zip(numbers, zip(*rows, strict=True), strict=True):
        _series(drawing, number, series, places, measure)
    every = -(-(max(map(text_width, chart.categories)) + 8) // apart)
    for x, name in list(zip(places, chart.categories, strict=True))[::every]:
        drawing.label(x, bottom + LINE, name)
    drawing.y = bottom + LINE + 6
    for series in zip(*rows, strict=True):
        names = [point.category for point in series if point.missing]
        if names:
            drawing.paragraph(f"Onbekend: {series[0].series.name} ({', '.join(names)}).")


def _places(count: int, left: int, right: int) -> list[Fraction]:
    """Return where the categories stand; one stands in the middle."""
    if count == 1:
        return [Fraction(left + right, 2)]
    return [left + 8 + Fraction((right - left - 16) * i, count - 1) for i in range(count)]


def _numbers(chart: Chart) -> list[int]:
    """Return the numbers of the series; levels count apart: the ends of a target look the same in every chart."""
    levels = [series for series in chart.series if series.role == LEVEL]
    return [levels.index(s) if s.role == LEVEL else number for number, s in enumerate(chart.series)]


def _legend(drawing: Drawing, chart: Chart, rows: Points, numbers: list[int]) -> None:
    for number, series in zip(numbers, chart.series, strict=True):
        drawing.y += LINE
        y = drawing.y - 9
        _stroke(drawing, series, number, [(EDGE, y), (EDGE + 40, y)])
        if series.role != LEVEL:
            _mark(drawing, series, number, EDGE + 20, y, series.name)
        drawing.lines(EDGE + 48, wrap(series.name, WIDTH - 2 * EDGE - 48))
    shown = [point for row in rows for point in row]
    missing = [(QUESTION, "onbekend")] if any(point.missing for point in shown) else []
    legend(drawing, [*band_mark(chart, BAND), *missing])
    if any(point.unknown and point.value is not None and point.series.role != LEVEL for point in shown):
        drawing.paragraph("Open teken: met een onbekend deel.")


def _gap(drawing: Drawing, run: list[tuple[list[Point], Fraction]], half: Fraction, top: int) -> None:
    """Draw one box for categories in a row of which something is missing."""
    first, last = run[0][1], run[-1][1]
    drawing.parts.append(
        f'<rect class="onbekend" {place((first - half, top, last - first + 2 * half, PLOT))} fill="none"'
        f' stroke="{drawing.ink}" stroke-dasharray="1.5 2"/>'
    )
    drawing.text((first + last) / 2, top + 14, "?", anchor="middle")
    for point in (point for row, _ in run for point in row if point.missing):
        drawing.shape("g", f'class="onbekend"{facts(point)}', f"{point.category}: {point.said}")


def _series(drawing: Drawing, number: int, series: Sequence[Point], places: list[Fraction], measure: Scale) -> None:
    dots = [(point, x, measure.at(point.value or 0)) for point, x in zip(series, places, strict=True)]
    # An unknown year breaks the line: a line across it would be a guess.
    for unknown, run in groupby(dots, lambda dot: dot[0].value is None):
        if not unknown:
            _stroke(drawing, series[0].series, number, [(x, y) for _, x, y in run])
    for point, x, y in dots:
        title = f"{point.category}: {point.said}"
        if point.value is not None and point.series.role == LEVEL:
            drawing.shape("circle", f'cx="{num(x)}" cy="{num(y)}" r="4" fill="none"{facts(point)}', title)
        elif point.value is not None:
            _mark(drawing, point.series, number, x, y, title, facts(point), part=point.unknown)


def _stroke(drawing: Drawing, series: Series, number: int, run: list[tuple[Number, Number]]) -> None:
    if len(run) < 2:
        return
    shape = look(series.role, number)
    level = series.role == LEVEL
    colour, pattern = (drawing.ink, _LEVELS[number % len(_LEVELS)]) if level else (shape.colour, shape.dashes)
    dashes = f' stroke-dasharray="{pattern}"' if pattern else ""
    path = " ".join(f"{num(x)},{num(y)}" for x, y in run)
    drawing.parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>')


def _mark(
    drawing: Drawing,
    series: Series,
    number: int,
    x: Number,
    y: Number,
    title: str,
    facts: str = "",
    *,
    part: bool = False,
) -> None:
    """Draw the mark of a series; an open one where a part of the value is unknown."""
    marks = (
        ("circle", f'cx="{num(x)}" cy="{num(y)}" r="4"'),
        ("rect", place((x - 4, y - 4, 8, 8))),
        ("polygon", _corners(x, y, ((0, -5), (5, 4), (-5, 4)))),
        ("polygon", _corners(x, y, ((0, -5), (5, 0), (0, 5), (-5, 0)))),
    )
    tag, shape = marks[number % len(marks)]
    colour = look(series.role, number).colour
    paint = f'fill="{"none" if part else colour}" stroke="{colour}" stroke-width="1.5"'
    drawing.shape(tag, f"{shape} {paint}{facts}", title)


def _corners(x: Number, y: Number, corners: tuple[tuple[int, int], ...]) -> str:
    return f'points="{" ".join(f"{num(x + dx)},{num(y + dy)}" for dx, dy in corners)}"'
