"""Steps towards a level: one panel per category, one row per step, its name and number above its bar."""

from __future__ import annotations

from fractions import Fraction

from woonplan.render.charts import (
    DISTANCES,
    LEVEL,
    Scale,
    applies,
    margin,
    shown,
    sign_role,
    spans,
    step_ends,
    unknown,
)
from woonplan.render.svg.drawing import Drawing, facts
from woonplan.render.svg.parts import axis, bar_marks, bar_scale, legend
from woonplan.tables import Chart, Series

HEIGHT = 14


def waterfall(drawing: Drawing, chart: Chart) -> None:
    """Draw a panel per category, all on one scale."""
    items = bar_marks(chart)
    if items:
        legend(drawing, items)
    measure = bar_scale(chart, step_ends(chart))
    for i, category in enumerate(chart.categories):
        if i:
            drawing.y += 8
        drawing.paragraph(category, bold=True)
        _panel(drawing, chart, i, measure)


def _rows(chart: Chart, index: int) -> list[tuple[Series, tuple[int, int] | None]]:
    return list(zip(chart.series, spans(chart, index), strict=True))


def _panel(drawing: Drawing, chart: Chart, index: int, measure: Scale) -> None:
    category = chart.categories[index]
    behind = len(drawing.parts)
    rows: list[tuple[int, int]] = []
    level: Fraction | None = None
    level_from = reached = 0
    for number, (series, span) in enumerate(_rows(chart, index)):
        if not applies(series, index):
            continue
        distance = series.role in DISTANCES
        drawing.between(series.name, shown(series, index), bold=distance)
        title = f"{category}: {series.name} {shown(series, index)}"
        if span is not None:
            left, right = sorted((measure.at(span[0]), measure.at(span[1])))
            box = (left, drawing.y, right - left, HEIGHT)
            marked = facts(series.name, category, series.values[index])
            drawing.bar(box, sign_role(series, index), number, marked, title)
            end = measure.at(span[1])
            more = margin(series, index)
            if more:
                drawing.maybe((end, drawing.y, measure.at(span[1] + more) - end, HEIGHT), title)
                right = max(right, measure.at(span[1] + more))
            if series.role == LEVEL:
                level, level_from = end, len(rows)
            elif not distance:
                reached = span[1]
            if unknown(series, index):
                drawing.unknown(right, drawing.y, HEIGHT, "", title)
        else:
            drawing.unknown(measure.at(reached), drawing.y, HEIGHT, facts(series.name, category, None), title)
        rows.append((drawing.y, HEIGHT))
        drawing.y += HEIGHT + 3
    if level is not None:
        for top, height in rows[level_from:]:
            drawing.dashed(level, top - 2, level, top + height + 2)
    axis(drawing, measure, rows, chart.unit if index == len(chart.categories) - 1 else "", behind)
