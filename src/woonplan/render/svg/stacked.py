"""Bars of stacked series beside a band: one bar per category, lying down, so that names stay whole on a phone."""

from __future__ import annotations

from woonplan.render.charts import (
    Scale,
    any_margin,
    any_unknown,
    applies,
    band_text,
    margin,
    scale,
    shown,
    stack_ends,
    unknown,
)
from woonplan.render.svg.drawing import EDGE, WIDTH, Sheet, facts
from woonplan.render.svg.parts import BAND, MARGE, RESERVED, UNKNOWN, axis, band, band_area, legend, steps_that_fit
from woonplan.tables import Chart

HEIGHT = 16


def stacked(sheet: Sheet, chart: Chart) -> None:
    """Draw the legend, a bar per category, the band behind them and the axis under them."""
    single = len(chart.categories) == 1
    items = [(s.role, f"{s.name} {shown(s, 0)}" if single else s.name, i) for i, s in enumerate(chart.series)]
    if chart.band is not None:
        items.append((BAND, band_text(chart), 0))
    if any_margin(chart):
        items.append((MARGE, "marge van een bereik", 0))
    if any_unknown(chart):
        items.append((UNKNOWN, "onbekend", 0))
    legend(sheet, items)
    measure = _scale(chart)
    behind = len(sheet.parts)
    rows = [_category(sheet, chart, index, measure, single) for index in range(len(chart.categories))]
    if chart.band is not None:
        left, right = (measure.at(value) for value in chart.band)
        for top, height in rows:
            sheet.parts.insert(behind, band_area(sheet, left, right, top - 4, height + 8))
            for edge in dict.fromkeys((left, right)):
                band(sheet, edge, edge, top - 4, height + 8)
    axis(sheet, measure, rows, chart.unit, behind)


def _scale(chart: Chart) -> Scale:
    ends = stack_ends(chart)
    length = WIDTH - 4 * EDGE - (RESERVED if any_unknown(chart) else 0)
    return scale(ends, 2 * EDGE, length, steps_that_fit(ends, length))


def _category(sheet: Sheet, chart: Chart, index: int, measure: Scale, single: bool) -> tuple[int, int]:
    """Draw a bar, and return its top and height."""
    category = chart.categories[index]
    sheet.y += 4
    sheet.paragraph(category, bold=True)
    sheet.y += 3 if chart.band is not None else 0
    top = sheet.y
    positive = negative = 0
    for number, series in enumerate(chart.series):
        value = series.values[index]
        if not value:
            continue
        start = positive if value > 0 else negative
        left, right = sorted((measure.at(start), measure.at(start + value)))
        title = f"{category}: {series.name} {shown(series, index)}"
        box = (left, top, right - left, HEIGHT)
        sheet.bar(box, series.role, number, facts(series.name, category, value), title)
        positive, negative = (start + value, negative) if value > 0 else (positive, start + value)
    extra = sum(margin(series, index) for series in chart.series)
    if extra:
        left = measure.at(positive)
        sheet.maybe((left, top, measure.at(positive + extra) - left, HEIGHT), f"{category}: marge van een bereik")
    missing = [series for series in chart.series if unknown(series, index)]
    if missing:
        names = ", ".join(f"{series.name} {shown(series, index)}" for series in missing)
        first = next((s for s in missing if s.values[index] is None), None)
        marked = facts(first.name, category, None) if first else ""
        sheet.unknown(measure.at(positive + extra), top, HEIGHT, marked, f"{category}: {names}")
    sheet.y += HEIGHT + (5 if chart.band is not None else 2)
    if not single:
        said = [f"{s.name} {shown(s, index)}" for s in chart.series if applies(s, index)]
        sheet.paragraph(" \u00b7 ".join(said))
    sheet.y += 2
    return top, HEIGHT
