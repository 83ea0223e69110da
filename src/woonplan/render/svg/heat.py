"""A grid of categories and series: each cell its number, and how large it is as a tint and as a row of blocks.

The name of a category stands above its cells: the longest names of the country are wider than a column on a phone.
"""

from __future__ import annotations

from woonplan.render.charts import QUESTION, Point, marks, points
from woonplan.render.svg.drawing import EDGE, LINE, WIDTH, Box, Drawing, facts, place, wrap
from woonplan.render.svg.looks import look
from woonplan.render.svg.parts import legend
from woonplan.tables import Chart

MOST = 4
"""Columns beside each other; five are too narrow for `(+ 2 onbekend)`."""
_TINT = (0, 8, 14, 20, 26, 32)
"""Percent of the colour behind the text at each level: text keeps a contrast of 4.5 on the strongest."""
_GAP = 4


def heat(drawing: Drawing, chart: Chart) -> None:
    """Draw the heads of the columns, and per category its name and its cells."""
    rows = points(chart)
    drawing.paragraph("Meer blokjes en een sterker gekleurd vlak: meer, binnen de kolom.")
    legend(drawing, [mark for mark in marks(rows) if mark[0] == QUESTION])
    # More than fit beside each other: lines of equal length, each cell with its own head.
    lines = -(-len(chart.series) // MOST)
    beside = -(-len(chart.series) // lines)
    width = (WIDTH - 2 * EDGE - _GAP * (beside - 1)) // beside
    lefts = [EDGE + column * (width + _GAP) for column in range(beside)]
    if lines == 1:
        heads = [wrap(series.name, width - 6, bold=True) for series in chart.series]
        deepest = max(map(len, heads))
        for left, head in zip(lefts, heads, strict=True):
            # Heads of one line stand beside the last line of longer ones.
            for i, line in enumerate(head, deepest - len(head) + 1):
                drawing.text(left + 3, drawing.y + LINE * i - 4, line, bold=True)
        drawing.y += LINE * deepest
    for category, row in zip(chart.categories, rows, strict=True):
        drawing.y += 2
        drawing.paragraph(category, bold=lines > 1)
        for start in range(0, len(row), beside):
            _cells(drawing, row[start : start + beside], lefts, width, named=lines > 1)


def _cells(drawing: Drawing, row: list[Point], lefts: list[int], width: int, *, named: bool) -> None:
    heads = [wrap(point.series.name, width - 6) if named else [] for point in row]
    deepest = max(map(len, heads))
    # What is unknown beside a number has a line of its own.
    texts = [
        [line for part in point.shown.replace(" (", "\n(").split("\n") for line in wrap(part, width - 6)]
        for point in row
    ]
    height = LINE * (deepest + max(map(len, texts))) + 12
    for point, left, head, text in zip(row, lefts, heads, texts, strict=False):
        box = (left, drawing.y, width, height)
        title = f"{point.category}: {point.said}"
        if point.applies and point.value is not None:
            _known_cell(drawing, box, point, title)
        if point.unknown:
            style = f'rx="3" fill="none" stroke="{drawing.ink}" stroke-dasharray="1.5 2"'
            marked = facts(point) if point.missing else ""
            drawing.shape("rect", f'class="onbekend" {place(box)} {style}{marked}', title)
        for i, line in enumerate([*head, *[""] * (deepest - len(head)), *text], 1):
            if line:
                drawing.text(left + 3, drawing.y + LINE * i - 4, line)
    drawing.y += height + 4


def _known_cell(drawing: Drawing, box: Box, point: Point, title: str) -> None:
    x, y, _, height = box
    colour, level = look(point.role, point.number).colour, point.level
    style = f'fill="{colour}" fill-opacity="0.{_TINT[level]:02d}"{facts(point)} data-trede="{level}"'
    drawing.shape("rect", f"{place(box)} {style}", title)
    for block in range(level):
        at = place((x + 4 + 11 * block, y + height - 9, 9, 5))
        drawing.parts.append(f'<rect {at} fill="{colour}"/>')
