"""Charts for a terminal: blocks, or plain characters where the screen has no blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from woonplan.numerals import dutch
from woonplan.render.charts import (
    DISTANCES,
    LEVEL,
    Scale,
    any_margin,
    any_unknown,
    applies,
    band_text,
    level_of,
    margin,
    piled,
    piled_margin,
    scale,
    shown,
    sign_role,
    spans,
    stack_ends,
    step_ends,
    unknown,
)
from woonplan.render.safe import safe
from woonplan.render.terminal.grid import Grid
from woonplan.render.terminal.layout import row_line, total
from woonplan.render.terminal.pen import MARGIN, UNKNOWN, Pen, column, paint
from woonplan.render.terminal.wrapping import longest, padded
from woonplan.tables import Chart, ChartKind, Kind, Series

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
    body = _DRAWERS[chart.kind](chart, pen) if chart.categories and chart.series else ["Geen gegevens om te tekenen."]
    lines = [*pen.folded(chart.title), *body]
    return [line.rstrip() for line in lines]


def _stacked(chart: Chart, pen: Pen) -> list[str]:
    ends = stack_ends(chart)
    measure = scale(ends, 0, pen.width - 4)
    lines = []
    for i, category in enumerate(chart.categories):
        row = [" "] * pen.width
        for number, (series, (start, end)) in enumerate(zip(chart.series, piled(chart, i), strict=True)):
            paint(row, measure, start, end, pen.sign(series.role, number))
        paint(row, measure, *piled_margin(chart, i), MARGIN)
        if any(unknown(series, i) for series in chart.series):
            end = max((k + 1 for k, c in enumerate(row) if c != " "), default=column(measure, 0))
            row[end : end + 1] = [UNKNOWN]
        said = ", ".join(f"{s.name} {shown(s, i)}" for s in chart.series if applies(s, i))
        lines += [*pen.folded(category), "".join(row), *_band_marks(chart, measure)]
        lines += pen.folded(said, "  ")
    items = [(pen.sign(s.role, i), s.name) for i, s in enumerate(chart.series)]
    if chart.band is not None:
        items.append(("^", band_text(chart)))
    return [*lines, *_ends_of(measure, chart.unit), *pen.key([*items, *_marks(chart)])]


def _band_marks(chart: Chart, measure: Scale) -> list[str]:
    if chart.band is None:
        return []
    low, high = (column(measure, value) for value in chart.band)
    marks = [" "] * (high + 1)
    marks[low] = marks[high] = "^"
    return ["".join(marks)]


def _marks(chart: Chart) -> list[tuple[str, str]]:
    items = [(MARGIN, "marge van een bereik")] if any_margin(chart) else []
    return [*items, (UNKNOWN, "onbekend")] if any_unknown(chart) else items


def _ends_of(measure: Scale, unit: str) -> list[str]:
    left, right = dutch(measure.low), dutch(measure.high)
    middle = "-" * max(measure.length - len(left) - len(right) - 2, 3)
    return [f"{left} {middle} {right}", f"({safe(unit)})"] if unit else [f"{left} {middle} {right}"]


def _waterfall(chart: Chart, pen: Pen) -> list[str]:
    found = [(i, list(zip(chart.series, spans(chart, i), strict=True))) for i in range(len(chart.categories))]
    measure = scale(step_ends(chart), 0, pen.width - 4)
    lines = []
    for i, rows in found:
        lines += pen.folded(f"{chart.categories[i]}:")
        reached = 0
        for number, (series, span) in enumerate(rows):
            if not applies(series, i):
                continue
            row = [" "] * pen.width
            if span is None:
                row[column(measure, reached)] = UNKNOWN
            else:
                paint(row, measure, *span, pen.sign(sign_role(series, i), number))
                paint(row, measure, span[1], span[1] + margin(series, i), MARGIN)
                if unknown(series, i):
                    row[max(k for k, c in enumerate([".", *row]) if c != " ")] = UNKNOWN
                if series.role not in {LEVEL, *DISTANCES}:
                    reached = span[1]
            lines += [*pen.between(series.name, shown(series, i)), "".join(row)]
    return [*lines, *_ends_of(measure, chart.unit), *pen.key(_marks(chart))]


def _lines(chart: Chart, pen: Pen) -> list[str]:
    values = [v for s in chart.series for v in s.values if v is not None] + list(chart.band or ())
    names = [safe(category) for category in chart.categories]
    gutter = longest(names) + 2
    measure = scale(values, 0, max(pen.width - gutter - 2, 10))
    lines = []
    for i, name in enumerate(names):
        row = [" "] * (measure.length + 1)
        for at in (column(measure, value) for value in chart.band or ()):
            row[at] = ":"
        for number, series in enumerate(chart.series):
            value = series.values[i]
            if value is not None:
                at = column(measure, value)
                # Two on one place: the last sign would hide the other.
                row[at] = "&" if row[at] not in " :" else _letter(chart, number)
        lines.append(padded(name, gutter) + "".join(row))
        said = ", ".join(f"{s.name} {shown(s, i)}" for s in chart.series if applies(s, i))
        if any(unknown(series, i) for series in chart.series):
            said = f"{UNKNOWN} {said}"
        lines += pen.folded(said, " " * gutter)
    items = [(_letter(chart, i), s.name) for i, s in enumerate(chart.series)]
    if chart.band is not None:
        items.append((":", band_text(chart)))
    axis = [" " * gutter + line for line in _ends_of(measure, chart.unit)]
    return [*lines, *axis, *pen.key([*items, ("&", "meer dan een"), *_marks(chart)])]


def _letter(chart: Chart, number: int) -> str:
    levels = [i for i, series in enumerate(chart.series) if series.role == LEVEL]
    if number in levels:
        return "|" if len(levels) == 1 else "[]"[levels.index(number) % 2]
    return "oxv#@%"[number % 6]


def _heat(chart: Chart, pen: Pen) -> list[str]:
    most = [max((abs(v) for v in series.values if v is not None), default=0) for series in chart.series]
    cells = [[_heat_cell(series, i, most[j], pen) for j, series in enumerate(chart.series)] for i in _each(chart)]
    names = [safe(category) for category in chart.categories]
    heads = [safe(series.name) for series in chart.series]
    count = len(heads) + 1
    rows = tuple((name, *row) for name, row in zip(names, cells, strict=True))
    grid = Grid(("", *heads), rows, (Kind.TEXT,) * count, (False,) * count)
    widths = grid.wanted()
    key = [(pen.shade(1), "weinig"), (pen.shade(5), "veel, binnen de kolom")]
    marks = pen.key([*key, *_marks(chart)])
    if total(widths) <= pen.width:
        return [*(row_line(row, widths, [False] * count) for row in (grid.headers, *rows)), *marks]
    lines = []
    label = longest(heads) + 2
    for name, *row in rows:
        lines += [name, *(f"  {padded(head, label)}{cell}" for head, cell in zip(heads, row, strict=True))]
    return [*lines, *marks]


def _each(chart: Chart) -> range:
    return range(len(chart.categories))


def _heat_cell(series: Series, index: int, most: int, pen: Pen) -> str:
    value = series.values[index]
    text = safe(shown(series, index))
    if not applies(series, index):
        return f"   {text}"
    sign = UNKNOWN if value is None else pen.shade(level_of(value, most))
    return f"{sign * 2} {text}"


_DRAWERS: Mapping[ChartKind, Callable[[Chart, Pen], list[str]]] = MappingProxyType(
    {
        ChartKind.STACKED: _stacked,
        ChartKind.WATERFALL: _waterfall,
        ChartKind.LINES: _lines,
        ChartKind.HEAT: _heat,
    }
)
