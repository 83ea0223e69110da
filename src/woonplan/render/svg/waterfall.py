"""Steps towards a level: one panel per category, one row per step, its name and number above its bar."""

from __future__ import annotations

from fractions import Fraction

from woonplan.render.charts import (
    DISTANCES,
    LEVEL,
    Scale,
    any_margin,
    any_unknown,
    applies,
    margin,
    scale,
    shown,
    sign_role,
    spans,
    step_ends,
    unknown,
)
from woonplan.render.svg.drawing import EDGE, WIDTH, Sheet, facts
from woonplan.render.svg.parts import MARGE, RESERVED, UNKNOWN, axis, legend, steps_that_fit
from woonplan.tables import Chart, Series

HEIGHT = 14


def waterfall(sheet: Sheet, chart: Chart) -> None:
    """Draw a panel per category, all on one scale."""
    items = []
    if any_margin(chart):
        items.append((MARGE, "marge van een bereik", 0))
    if any_unknown(chart):
        items.append((UNKNOWN, "onbekend", 0))
    if items:
        legend(sheet, items)
    ends = step_ends(chart)
    length = WIDTH - 4 * EDGE - (RESERVED if any_unknown(chart) else 0)
    measure = scale(ends, 2 * EDGE, length, steps_that_fit(ends, length))
    for i, category in enumerate(chart.categories):
        if i:
            sheet.y += 8
        sheet.paragraph(category, bold=True)
        _panel(sheet, chart, i, measure)


def _rows(chart: Chart, index: int) -> list[tuple[Series, tuple[int, int] | None]]:
    return list(zip(chart.series, spans(chart, index), strict=True))


def _panel(sheet: Sheet, chart: Chart, index: int, measure: Scale) -> None:
    category = chart.categories[index]
    behind = len(sheet.parts)
    rows: list[tuple[int, int]] = []
    level: Fraction | None = None
    level_from = reached = 0
    for number, (series, span) in enumerate(_rows(chart, index)):
        if not applies(series, index):
            continue
        distance = series.role in DISTANCES
        sheet.between(series.name, shown(series, index), bold=distance)
        title = f"{category}: {series.name} {shown(series, index)}"
        if span is not None:
            left, right = sorted((measure.at(span[0]), measure.at(span[1])))
            box = (left, sheet.y, right - left, HEIGHT)
            marked = facts(series.name, category, series.values[index])
            sheet.bar(box, sign_role(series, index), number, marked, title)
            end = measure.at(span[1])
            more = margin(series, index)
            if more:
                sheet.maybe((end, sheet.y, measure.at(span[1] + more) - end, HEIGHT), title)
                right = max(right, measure.at(span[1] + more))
            if series.role == LEVEL:
                level, level_from = end, len(rows)
            elif not distance:
                reached = span[1]
            if unknown(series, index):
                sheet.unknown(right, sheet.y, HEIGHT, "", title)
        else:
            sheet.unknown(measure.at(reached), sheet.y, HEIGHT, facts(series.name, category, None), title)
        rows.append((sheet.y, HEIGHT))
        sheet.y += HEIGHT + 3
    if level is not None:
        edge = f'stroke="{sheet.ink}" stroke-width="1.4" stroke-dasharray="5 3"'
        for top, height in rows[level_from:]:
            sheet.line(level, top - 2, level, top + height + 2, edge)
    axis(sheet, measure, rows, chart.unit if index == len(chart.categories) - 1 else "", behind)
