"""Series over years: lines with their own dashes and marks, a reference line, and years of which nothing is known."""

from __future__ import annotations

from fractions import Fraction

from woonplan.numerals import dutch
from woonplan.render.charts import LEVEL, Scale, applies, band_text, scale, shown, unknown
from woonplan.render.svg.drawing import EDGE, LINE, WIDTH, Drawing, Number, esc, facts, num, place, text_width
from woonplan.render.svg.looks import look
from woonplan.render.svg.parts import BAND, UNKNOWN, band_area, grid_line, legend
from woonplan.tables import Chart, Series

PLOT = 200
_LEVELS = ("6 4", "12 3 2 3")
"""Dashes of levels that stand beside each other: the two ends of a target."""
_MARKS = ("circle", "square", "triangle", "diamond")


def lines(drawing: Drawing, chart: Chart) -> None:
    """Draw the legend, the plot with its axes, and in words what is unknown."""
    _legend(drawing, chart)
    values = [v for s in chart.series for v in s.values if v is not None] + list(chart.band or ())
    drawing.y += LINE
    drawing.text(EDGE, drawing.y - 4, chart.unit)
    top = drawing.y + 6
    # Upside down: the highest value is at the top of the plot.
    measure = scale(values, 0, PLOT)
    left = EDGE + max(text_width(dutch(tick)) for tick in measure.ticks) + 6
    right = WIDTH - EDGE - 8
    places = _places(len(chart.categories), left, right)
    _value_axis(drawing, measure, top, left, right)
    if chart.band is not None:
        low, high = (_y(measure, top, value) for value in chart.band)
        drawing.parts.append(band_area(drawing, left, right, high, low - high))
        for y in dict.fromkeys((low, high)):
            drawing.dashed(left, y, right, y)
    missing = _missing(chart)
    for run in _runs(missing):
        _gap(drawing, chart, run, places, top)
    for number, series in _numbered(chart):
        _series(drawing, chart, number, series, [(x, measure) for x in places], top)
    _category_axis(drawing, chart, places, top + PLOT)
    drawing.y = top + PLOT + LINE + 6
    for series in chart.series:
        names = [chart.categories[i] for i in missing if series.values[i] is None and applies(series, i)]
        if names:
            drawing.paragraph(f"Onbekend: {series.name} ({', '.join(names)}).")


def _places(count: int, left: int, right: int) -> list[Fraction]:
    if count == 1:
        return [Fraction(left + right, 2)]
    return [left + 8 + Fraction((right - left - 16) * i, max(count - 1, 1)) for i in range(count)]


def _y(measure: Scale, top: int, value: int) -> Fraction:
    return top + PLOT - measure.at(value)


def _missing(chart: Chart) -> list[int]:
    return [
        i
        for i in range(len(chart.categories))
        if any(series.values[i] is None and applies(series, i) for series in chart.series)
    ]


def _numbered(chart: Chart) -> list[tuple[int, Series]]:
    """Return the series with their numbers; levels count apart: the ends of a target look the same in every chart."""
    levels = [series for series in chart.series if series.role == LEVEL]
    return [(levels.index(s) if s.role == LEVEL else number, s) for number, s in enumerate(chart.series)]


def _legend(drawing: Drawing, chart: Chart) -> None:
    for number, series in _numbered(chart):
        drawing.y += LINE
        _stroke(drawing, series, number, [(EDGE, drawing.y - 9), (EDGE + 40, drawing.y - 9)])
        if series.role != LEVEL:
            _mark(drawing, number, EDGE + 20, drawing.y - 9, look(series.role, number).colour, "", series.name)
        drawing.paragraph_at(EDGE + 48, series.name)
    items = [(BAND, band_text(chart), 0)] if chart.band is not None else []
    if _missing(chart):
        items.append((UNKNOWN, "onbekend", 0))
    if items:
        legend(drawing, items)
    if _partly(chart):
        drawing.paragraph("Open teken: met een onbekend deel.")


def _partly(chart: Chart) -> bool:
    """Whether a mark stands for a number with an unknown part beside it."""
    return any(
        unknown(series, i) and series.values[i] is not None and series.role != LEVEL
        for series in chart.series
        for i in range(len(chart.categories))
    )


def _value_axis(drawing: Drawing, measure: Scale, top: int, left: int, right: int) -> None:
    for tick in measure.ticks:
        y = _y(measure, top, tick)
        drawing.line(left, y, right, y, grid_line(drawing, tick))
        drawing.text(left - 6, y + 4, dutch(tick), anchor="end")


def _category_axis(drawing: Drawing, chart: Chart, places: list[Fraction], bottom: int) -> None:
    if not places:
        return
    widest = max(map(text_width, chart.categories)) + 8
    apart = places[1] - places[0] if len(places) > 1 else Fraction(WIDTH)
    every = max(1, -(-widest // apart))
    for i, (x, name) in enumerate(zip(places, chart.categories, strict=True)):
        if i % every == 0:
            half = -(-text_width(name) // 2)
            drawing.text(max(EDGE + half, min(round(x), WIDTH - EDGE - half)), bottom + LINE, name, anchor="middle")


def _runs(indexes: list[int]) -> list[list[int]]:
    """Return indexes that follow each other together: one box for years in a row."""
    runs: list[list[int]] = []
    for index in indexes:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _gap(drawing: Drawing, chart: Chart, run: list[int], places: list[Fraction], top: int) -> None:
    apart = places[1] - places[0] if len(places) > 1 else Fraction(22)
    half = min(Fraction(22), apart - 2) / 2
    x, width = places[run[0]] - half, places[run[-1]] - places[run[0]] + 2 * half
    drawing.parts.append(
        f'<rect class="onbekend" {place((x, top, width, PLOT))} fill="none"'
        f' stroke="{drawing.ink}" stroke-dasharray="1.5 2"/>'
    )
    drawing.text((places[run[0]] + places[run[-1]]) / 2, top + 14, "?", anchor="middle")
    for index in run:
        for series in chart.series:
            if series.values[index] is None and applies(series, index):
                title = f"{chart.categories[index]}: {series.name} {shown(series, index)}"
                marked = facts(series.name, chart.categories[index], None)
                drawing.parts.append(f'<g class="onbekend"{marked}><title>{esc(title)}</title></g>')


def _series(
    drawing: Drawing, chart: Chart, number: int, series: Series, places: list[tuple[Fraction, Scale]], top: int
) -> None:
    run: list[tuple[Number, Number]] = []
    points: list[tuple[int, Number, Number]] = []
    for i, (x, measure) in enumerate(places):
        value = series.values[i]
        if value is None:
            # An unknown year breaks the line: a line across it would be a guess.
            _stroke(drawing, series, number, run)
            run = []
            continue
        y = _y(measure, top, value)
        run.append((x, y))
        points.append((i, x, y))
    _stroke(drawing, series, number, run)
    colour = look(series.role, number).colour
    for i, across, down in points:
        title = f"{chart.categories[i]}: {series.name} {shown(series, i)}"
        marked = facts(series.name, chart.categories[i], series.values[i])
        if series.role == LEVEL:
            place = f'cx="{num(across)}" cy="{num(down)}" r="4" fill="none"'
            drawing.parts.append(f"<circle {place}{marked}><title>{esc(title)}</title></circle>")
        else:
            _mark(drawing, number, across, down, colour, marked, title, part=unknown(series, i))


def _stroke(drawing: Drawing, series: Series, number: int, run: list[tuple[Number, Number]]) -> None:
    if len(run) < 2:
        return
    shape = look(series.role, number)
    colour = drawing.ink if series.role == LEVEL else shape.colour
    pattern = _LEVELS[number % len(_LEVELS)] if series.role == LEVEL else shape.dashes
    dashes = f' stroke-dasharray="{pattern}"' if pattern else ""
    path = " ".join(f"{num(x)},{num(y)}" for x, y in run)
    drawing.parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>')


def _mark(
    drawing: Drawing, number: int, x: Number, y: Number, colour: str, marked: str, title: str, *, part: bool = False
) -> None:
    """Draw the mark of a series; an open one where a part of the value is unknown."""
    kind = _MARKS[number % len(_MARKS)]
    if kind == "circle":
        tag, shape = "circle", f'cx="{num(x)}" cy="{num(y)}" r="4"'
    elif kind == "square":
        tag, shape = "rect", f'x="{num(x - 4)}" y="{num(y - 4)}" width="8" height="8"'
    else:
        ends = [(0, -5), (5, 4), (-5, 4)] if kind == "triangle" else [(0, -5), (5, 0), (0, 5), (-5, 0)]
        tag, shape = "polygon", f'points="{" ".join(f"{num(x + dx)},{num(y + dy)}" for dx, dy in ends)}"'
    paint = f'fill="{"none" if part else colour}" stroke="{colour}" stroke-width="1.5"'
    drawing.parts.append(f"<{tag} {shape} {paint}{marked}><title>{esc(title)}</title></{tag}>")
