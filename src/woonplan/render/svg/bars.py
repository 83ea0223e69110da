"""Bars that lie down, so that names stay whole on a phone: stacked series beside a band, and steps towards a level."""

from __future__ import annotations

from fractions import Fraction

from woonplan.render.charts import (
    DISTANCES,
    LEVEL,
    Point,
    Points,
    Scale,
    all_said,
    band_mark,
    marks,
    piled,
    piled_margin,
    points,
    stack_ends,
    step_ends,
    steps,
)
from woonplan.render.svg.drawing import EDGE, LINE, Drawing, facts, wrap
from woonplan.render.svg.parts import BAND, axis, band_area, bar_scale, legend
from woonplan.tables.chart import Chart

BAR, STEP = 16, 14
"""Heights of a bar of stacked series and of that of a step."""

FEW, THIN, NAME = 8, 13, 140
"""More categories than this stand on a line each: the height of their bars, and the room for their names."""


def stacked(drawing: Drawing, chart: Chart) -> None:
    """Draw the legend, a bar per category, the band behind them and the axis under them."""
    rows = points(chart)
    single = len(rows) == 1
    items = [(p.series.role, p.said if single else p.series.name) for p in rows[0]]
    legend(drawing, [*items, *band_mark(chart, BAND), *marks(rows)])
    if len(rows) > FEW:
        _many(drawing, chart, rows)
        return
    measure = bar_scale(rows, stack_ends(chart, rows))
    behind = len(drawing.parts)
    edges = dict.fromkeys(map(measure.at, chart.band or ()))
    tops = []
    for row in rows:
        drawing.y += 4
        drawing.paragraph(row[0].category, bold=True)
        drawing.y += 3 if edges else 0
        tops.append(drawing.y)
        _bar(drawing, row, measure)
        drawing.y += BAR + (5 if edges else 2)
        if not single:
            drawing.paragraph(" \u00b7 ".join(all_said(row)))
        drawing.y += 2
    for top in tops if edges else ():
        drawing.parts.insert(behind, band_area(drawing, min(edges), max(edges), top - 4, BAR + 8))
        for edge in edges:
            drawing.dashed(edge, top - 4, edge, top + BAR + 4)
    axis(drawing, measure, tops, BAR, chart.unit, behind)


def _many(drawing: Drawing, chart: Chart, rows: Points) -> None:
    """Draw a line per category, its name beside its bar: so many with their numbers would be longer than a page."""
    measure = bar_scale(rows, stack_ends(chart, rows), NAME)
    behind, tops = len(drawing.parts), []
    drawing.y += 4
    for row in rows:
        tops.append(drawing.y)
        _bar(drawing, row, measure, THIN)
        drawing.y += LINE - 2
        drawing.lines(EDGE, wrap(row[0].category, NAME - 2 * EDGE))
        drawing.y += 2
    axis(drawing, measure, tops, THIN, chart.unit, behind)


def _bar(drawing: Drawing, row: list[Point], measure: Scale, height: int = BAR) -> None:
    category, top = row[0].category, drawing.y
    for point, *ends in piled(row):
        left, right = sorted(map(measure.at, ends))
        if left != right:
            box = (left, top, right - left, height)
            drawing.bar(box, point.series.role, point.number, facts(point), f"{category}: {point.said}")
    left, right = map(measure.at, piled_margin(row))
    if right > left:
        drawing.maybe((left, top, right - left, height), f"{category}: marge van een bereik")
    unknown = [point for point in row if point.unknown]
    if unknown:
        marked = next((facts(point) for point in unknown if point.missing), "")
        drawing.unknown(right, top, height, marked, f"{category}: {', '.join(point.said for point in unknown)}")


def waterfall(drawing: Drawing, chart: Chart, only: int | None = None) -> None:
    """Draw a panel per category, all on one scale; or that of one of them, on the scale of all."""
    rows = points(chart)
    legend(drawing, marks(rows))
    measure = bar_scale(rows, step_ends(rows))
    shown = rows if only is None else [rows[only]]
    for i, row in enumerate(shown, 1):
        drawing.y += 8 if i > 1 else 0
        drawing.paragraph(row[0].category, bold=True)
        behind = len(drawing.parts)
        tops = _panel(drawing, row, measure)
        axis(drawing, measure, tops, STEP, chart.unit if i == len(shown) else "", behind)


def _panel(drawing: Drawing, row: list[Point], measure: Scale) -> list[int]:
    """Draw the steps of a category, and return the tops of their bars."""
    tops: list[int] = []
    levels: list[tuple[Fraction, int]] = []
    for point, start, end in steps(row):
        drawing.between(point.series.name, point.shown, bold=point.series.role in DISTANCES)
        title = f"{point.category}: {point.said}"
        if end is None:
            drawing.unknown(measure.at(start), drawing.y, STEP, facts(point), title)
        else:
            left, right = sorted(map(measure.at, (start, end)))
            drawing.bar((left, drawing.y, right - left, STEP), point.role, point.number, facts(point), title)
            at, most = measure.at(end), measure.at(end + point.margin)
            if most > at:
                drawing.maybe((at, drawing.y, most - at, STEP), title)
            if point.unknown:
                drawing.unknown(max(right, most), drawing.y, STEP, "", title)
            if point.series.role == LEVEL:
                levels.append((at, len(tops)))
        tops.append(drawing.y)
        drawing.y += STEP + 3
    for at, first in levels[-1:]:
        for top in tops[first:]:
            drawing.dashed(at, top - 2, at, top + STEP + 2)
    return tops
