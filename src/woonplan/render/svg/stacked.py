"""Bars of stacked series beside a band: one bar per category, lying down, so that names stay whole on a phone."""

from __future__ import annotations

from woonplan.render.charts import Point, Scale, all_said, band_mark, marks, piled, piled_margin, points, stack_ends
from woonplan.render.svg.drawing import Drawing, facts
from woonplan.render.svg.parts import BAND, axis, band, band_area, bar_scale, legend
from woonplan.tables import Chart

HEIGHT = 16


def stacked(drawing: Drawing, chart: Chart) -> None:
    """Draw the legend, a bar per category, the band behind them and the axis under them."""
    rows = points(chart)
    single = len(rows) == 1
    items = [(p.series.role, p.said if single else p.series.name) for p in rows[0]]
    legend(drawing, [*items, *band_mark(chart, BAND), *marks(rows)])
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
        drawing.y += HEIGHT + (5 if edges else 2)
        if not single:
            drawing.paragraph(" \u00b7 ".join(all_said(row)))
        drawing.y += 2
    for top in tops if edges else ():
        drawing.parts.insert(behind, band_area(drawing, min(edges), max(edges), top - 4, HEIGHT + 8))
        for edge in edges:
            band(drawing, edge, edge, top - 4, HEIGHT + 8)
    axis(drawing, measure, tops, HEIGHT, chart.unit, behind)


def _bar(drawing: Drawing, row: list[Point], measure: Scale) -> None:
    category, top = row[0].category, drawing.y
    for point, *ends in piled(row):
        left, right = sorted(map(measure.at, ends))
        if left != right:
            box = (left, top, right - left, HEIGHT)
            drawing.bar(box, point.series.role, point.number, facts(point), f"{category}: {point.said}")
    left, right = map(measure.at, piled_margin(row))
    if right > left:
        drawing.maybe((left, top, right - left, HEIGHT), f"{category}: marge van een bereik")
    unknown = [point for point in row if point.unknown]
    if unknown:
        marked = next((facts(point) for point in unknown if point.missing), "")
        drawing.unknown(right, top, HEIGHT, marked, f"{category}: {', '.join(point.said for point in unknown)}")
