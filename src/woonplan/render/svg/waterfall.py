"""Steps towards a level: one panel per category, one row per step, its name and number above its bar."""

from __future__ import annotations

from fractions import Fraction

from woonplan.render.charts import DISTANCES, LEVEL, Point, Scale, marks, points, step_ends, steps
from woonplan.render.svg.drawing import Drawing, facts
from woonplan.render.svg.parts import axis, bar_scale, legend
from woonplan.tables import Chart

HEIGHT = 14


def waterfall(drawing: Drawing, chart: Chart) -> None:
    """Draw a panel per category, all on one scale."""
    rows = points(chart)
    legend(drawing, marks(rows))
    measure = bar_scale(rows, step_ends(rows))
    for i, row in enumerate(rows, 1):
        drawing.y += 8 if i > 1 else 0
        drawing.paragraph(row[0].category, bold=True)
        behind = len(drawing.parts)
        tops = _panel(drawing, row, measure)
        axis(drawing, measure, tops, HEIGHT, chart.unit if i == len(rows) else "", behind)


def _panel(drawing: Drawing, row: list[Point], measure: Scale) -> list[int]:
    """Draw the steps of a category, and return the tops of their bars."""
    tops: list[int] = []
    levels: list[tuple[Fraction, int]] = []
    for point, start, end in steps(row):
        drawing.between(point.series.name, point.shown, bold=point.series.role in DISTANCES)
        title = f"{point.category}: {point.said}"
        if end is None:
            drawing.unknown(measure.at(start), drawing.y, HEIGHT, facts(point), title)
        else:
            left, right = sorted(map(measure.at, (start, end)))
            drawing.bar((left, drawing.y, right - left, HEIGHT), point.role, point.number, facts(point), title)
            at, most = measure.at(end), measure.at(end + point.margin)
            if most > at:
                drawing.maybe((at, drawing.y, most - at, HEIGHT), title)
            if point.unknown:
                drawing.unknown(max(right, most), drawing.y, HEIGHT, "", title)
            if point.series.role == LEVEL:
                levels.append((at, len(tops)))
        tops.append(drawing.y)
        drawing.y += HEIGHT + 3
    for at, first in levels[-1:]:
        for top in tops[first:]:
            drawing.dashed(at, top - 2, at, top + HEIGHT + 2)
    return tops
