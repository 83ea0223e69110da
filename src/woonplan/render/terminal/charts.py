"""Charts for a terminal: blocks, or plain characters where the screen has no blocks."""

from __future__ import annotations

from woonplan.numerals import dutch
from woonplan.render.charts import (
    LEVEL,
    MARGIN,
    QUESTION,
    Points,
    Scale,
    all_said,
    band_mark,
    marks,
    piled,
    piled_margin,
    points,
    scale,
    stack_ends,
    step_ends,
    steps,
)
from woonplan.render.safe import safe
from woonplan.render.terminal.pen import Pen, column, paint
from woonplan.render.terminal.wrapping import longest, padded
from woonplan.tables.chart import Chart, ChartKind

DEFAULT = 80
WIDEST = 120
"""A longer bar says nothing more."""


def chart_lines(chart: Chart, width: int | None, *, ascii_only: bool) -> list[str]:
    """Return the chart as lines: its title, the drawing, and what the signs mean.

    Args:
        chart: What to draw.
        width: Columns of the screen, or None where it has none; numbers and names are never cut for it.
        ascii_only: Whether to draw with plain characters only.
    """
    pen = Pen(min(max(width or DEFAULT, 20), WIDEST), plain=ascii_only)
    rows = points(chart)
    if chart.slim and rows and chart.series:
        return [line.rstrip() for line in _slim(chart, rows, pen)]
    body = _DRAWERS[chart.kind](chart, rows, pen) if rows and chart.series else ["Geen gegevens om te tekenen."]
    said = pen.folded(chart.says) if chart.says else []
    return [line.rstrip() for line in (*pen.folded(chart.title), *said, *body)]


def _slim(chart: Chart, rows: Points, pen: Pen) -> list[str]:
    """Return one bar with its band under it, and a key that has the numbers."""
    name = "plannen"
    margin = max(len(name), len(chart.band_name)) + 2
    measure = scale(stack_ends(chart, rows), 0, pen.width - margin - 2)
    bar = [" "] * (pen.width - margin)
    for row in rows:
        for point, start, end in piled(row):
            paint(bar, measure, start, end, pen.sign(point.series.role, point.number))
        paint(bar, measure, *piled_margin(row), MARGIN)
        if any(point.unknown for point in row):
            end = max((k + 1 for k, c in enumerate(bar) if c != " "), default=0)
            bar[end : end + 1] = [QUESTION]
    lines = [f"{name:{margin}}{''.join(bar)}"]
    key = [(pen.sign(p.series.role, p.number), p.said) for row in rows for p in row if p.applies]
    if chart.band is not None:
        low, high = (column(measure, value) for value in chart.band)
        band = pen.band(max(high - low + 1, 2))
        lines.append(f"{chart.band_name:{margin}}{' ' * low}{band}")
        ends = "-".join(dict.fromkeys(map(dutch, chart.band)))
        key.append((pen.band(2), ends))
    key += marks(rows)
    return [*lines, *pen.key(key, " " * margin)]


def _stacked(chart: Chart, rows: Points, pen: Pen) -> list[str]:
    measure = scale(stack_ends(chart, rows), 0, pen.width - 4)
    band = [column(measure, value) for value in chart.band or ()]
    below = ["".join("^" if i in band else " " for i in range(max(band) + 1))] if band else []
    lines = []
    for category, row in zip(chart.categories, rows, strict=True):
        bar = [" "] * pen.width
        for point, start, end in piled(row):
            paint(bar, measure, start, end, pen.sign(point.series.role, point.number))
        paint(bar, measure, *piled_margin(row), MARGIN)
        if any(point.unknown for point in row):
            end = max((k + 1 for k, c in enumerate(bar) if c != " "), default=column(measure, 0))
            bar[end : end + 1] = [QUESTION]
        lines += [*pen.folded(category), "".join(bar), *below, *pen.folded(", ".join(all_said(row)), "  ")]
    key = [(pen.sign(series.role, i), series.name) for i, series in enumerate(chart.series)]
    return [*lines, *_ends_of(measure, chart.unit), *pen.key([*key, *band_mark(chart, "^"), *marks(rows)])]


def _ends_of(measure: Scale, unit: str) -> list[str]:
    left, right = dutch(measure.low), dutch(measure.high)
    middle = "-" * max(measure.length - len(left) - len(right) - 2, 3)
    return [f"{left} {middle} {right}", *([f"({safe(unit)})"] if unit else [])]


def _waterfall(chart: Chart, rows: Points, pen: Pen) -> list[str]:
    measure = scale(step_ends(rows), 0, pen.width - 4)
    lines = []
    for category, row in zip(chart.categories, rows, strict=True):
        lines += pen.folded(f"{category}:")
        for point, start, end in steps(row):
            bar = [" "] * pen.width
            if end is None:
                bar[column(measure, start)] = QUESTION
            else:
                paint(bar, measure, start, end, pen.sign(point.role, point.number))
                paint(bar, measure, end, end + point.margin, MARGIN)
                if point.unknown:
                    bar[max(k for k, c in enumerate([".", *bar]) if c != " ")] = QUESTION
            lines += [*pen.between(point.series.name, point.shown), "".join(bar)]
    return [*lines, *_ends_of(measure, chart.unit), *pen.key(marks(rows))]


def _lines(chart: Chart, rows: Points, pen: Pen) -> list[str]:
    values = [v for s in chart.series for v in s.values if v is not None] + list(chart.band or ())
    gutter = longest(map(safe, chart.categories)) + 2
    measure = scale(values, 0, max(pen.width - gutter - 2, 10))
    letters = _letters(chart)
    lines = []
    for category, row in zip(chart.categories, rows, strict=True):
        bar = [" "] * (measure.length + 1)
        for value in chart.band or ():
            bar[column(measure, value)] = ":"
        for point in row:
            if point.value is not None:
                at = column(measure, point.value)
                # Two on one place: the last sign would hide the other.
                bar[at] = "&" if bar[at] not in " :" else letters[point.number]
        lines.append(padded(safe(category), gutter) + "".join(bar))
        said = ", ".join(all_said(row))
        lines += pen.folded(f"{QUESTION} {said}" if any(point.unknown for point in row) else said, " " * gutter)
    key = list(zip(letters, (series.name for series in chart.series), strict=True))
    axis = [" " * gutter + line for line in _ends_of(measure, chart.unit)]
    return [*lines, *axis, *pen.key([*key, *band_mark(chart, ":"), ("&", "meer dan een"), *marks(rows)])]


def _letters(chart: Chart) -> list[str]:
    """Return the sign of each series in a chart of lines; those of levels come apart."""
    levels = [i for i, series in enumerate(chart.series) if series.role == LEVEL]
    ends = "|" if len(levels) == 1 else "[]"
    return [ends[levels.index(i) % len(ends)] if i in levels else "oxv#@%"[i % 6] for i in range(len(chart.series))]


_DRAWERS = {
    ChartKind.STACKED: _stacked,
    ChartKind.WATERFALL: _waterfall,
    ChartKind.LINES: _lines,
}
