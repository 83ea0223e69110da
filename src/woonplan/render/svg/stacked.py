"""Bars of stacked series beside a band: one bar per category, lying down, so that names stay whole on a phone."""

from __future__ import annotations

from woonplan.render.charts import (
    Scale,
    applies,
    band_text,
    piled,
    piled_margin,
    shown,
    stack_ends,
    unknown,
)
from woonplan.render.svg.drawing import Drawing, facts
from woonplan.render.svg.parts import BAND, axis, band, band_area, bar_marks, bar_scale, legend
from woonplan.tables import Chart

HEIGHT = 16


def stacked(drawing: Drawing, chart: Chart) -> None:
    """Draw the legend, a bar per category, the band behind them and the axis under them."""
    single = len(chart.categories) == 1
    items = [(s.role, f"{s.name} {shown(s, 0)}" if single else s.name, i) for i, s in enumerate(chart.series)]
    if chart.band is not None:
        items.append((BAND, band_text(chart), 0))
    legend(drawing, [*items, *bar_marks(chart)])
    measure = bar_scale(chart, stack_ends(chart))
    behind = len(drawing.parts)
    rows = [_category(drawing, chart, index, measure, single) for index in range(len(chart.categories))]
    if chart.band is not None:
        left, right = (measure.at(value) for value in chart.band)
        for top, height in rows:
            drawing.parts.insert(behind, band_area(drawing, left, right, top - 4, height + 8))
            for edge in dict.fromkeys((left, right)):
                band(drawing, edge, edge, top - 4, height + 8)
    axis(drawing, measure, rows, chart.unit, behind)


def _category(drawing: Drawing, chart: Chart, index: int, measure: Scale, single: bool) -> tuple[int, int]:
    """Draw a bar, and return its top and height."""
    category = chart.categories[index]
    drawing.y += 4
    drawing.paragraph(category, bold=True)
    drawing.y += 3 if chart.band is not None else 0
    top = drawing.y
    for number, (series, ends) in enumerate(zip(chart.series, piled(chart, index), strict=True)):
        if ends[0] != ends[1]:
            left, right = sorted(map(measure.at, ends))
            title = f"{category}: {series.name} {shown(series, index)}"
            marked = facts(series.name, category, series.values[index])
            drawing.bar((left, top, right - left, HEIGHT), series.role, number, marked, title)
    left, right = map(measure.at, piled_margin(chart, index))
    if right > left:
        drawing.maybe((left, top, right - left, HEIGHT), f"{category}: marge van een bereik")
    missing = [series for series in chart.series if unknown(series, index)]
    if missing:
        names = ", ".join(f"{series.name} {shown(series, index)}" for series in missing)
        first = next((s for s in missing if s.values[index] is None), None)
        marked = facts(first.name, category, None) if first else ""
        drawing.unknown(right, top, HEIGHT, marked, f"{category}: {names}")
    drawing.y += HEIGHT + (5 if chart.band is not None else 2)
    if not single:
        said = [f"{s.name} {shown(s, index)}" for s in chart.series if applies(s, index)]
        drawing.paragraph(" \u00b7 ".join(said))
    drawing.y += 2
    return top, HEIGHT
