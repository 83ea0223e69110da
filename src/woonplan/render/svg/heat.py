"""A grid of categories and series: each cell its number, and how large it is as a tint and as a row of blocks.

The name of a category stands above its cells: the longest names of the country are wider than a column on a phone.
"""

from __future__ import annotations

from woonplan.render.charts import any_unknown, applies, level_of, shown, sign_role, unknown
from woonplan.render.svg.drawing import EDGE, LINE, WIDTH, Box, Drawing, esc, facts, num, place, wrap
from woonplan.render.svg.looks import look
from woonplan.render.svg.parts import UNKNOWN, legend
from woonplan.tables import Chart

LEVELS = 5
MOST = 4
"""Columns beside each other; five are too narrow for `(+ 2 onbekend)`."""
_TINT = (0, 8, 14, 20, 26, 32)
"""Percent of the colour behind the text at each level: text keeps a contrast of 4.5 on the strongest."""
_GAP = 4


def heat(drawing: Drawing, chart: Chart) -> None:
    """Draw the heads of the columns, and per category its name and its cells."""
    items = [(UNKNOWN, "onbekend", 0)] if any_unknown(chart) else []
    drawing.paragraph("Meer blokjes en een sterker gekleurd vlak: meer, binnen de kolom.")
    if items:
        legend(drawing, items)
    most = [max((abs(v) for v in series.values if v is not None), default=0) for series in chart.series]
    numbers = list(range(len(chart.series)))
    if len(numbers) <= MOST:
        width = _width(len(numbers))
        _heads(drawing, chart, width)
        for index, category in enumerate(chart.categories):
            drawing.y += 2
            drawing.paragraph(category)
            _cells(drawing, chart, index, numbers, width, most, named=False)
        return
    # More than fit beside each other: lines of equal length, each cell with its own head.
    lines = -(-len(numbers) // MOST)
    beside = -(-len(numbers) // lines)
    for index, category in enumerate(chart.categories):
        drawing.y += 2
        drawing.paragraph(category, bold=True)
        for start in range(0, len(numbers), beside):
            _cells(drawing, chart, index, numbers[start : start + beside], _width(beside), most, named=True)


def _width(columns: int) -> int:
    return (WIDTH - 2 * EDGE - _GAP * (columns - 1)) // columns


def _left(column: int, width: int) -> int:
    return EDGE + column * (width + _GAP)


def _heads(drawing: Drawing, chart: Chart, width: int) -> None:
    heads = [wrap(series.name, width - 6, bold=True) for series in chart.series]
    deepest = max(map(len, heads))
    for i, head in enumerate(heads):
        for j, line in enumerate(head):
            # Heads of one line stand beside the last line of longer ones.
            drawing.text(_left(i, width) + 3, drawing.y + LINE * (deepest - len(head) + j + 1) - 4, line, bold=True)
    drawing.y += LINE * deepest


def _cells(
    drawing: Drawing, chart: Chart, index: int, numbers: list[int], width: int, most: list[int], *, named: bool
) -> None:
    shapes = [chart.series[number] for number in numbers]
    heads = [wrap(series.name, width - 6) if named else [] for series in shapes]
    deepest = max(map(len, heads))
    # What is unknown beside a number has a line of its own.
    texts = [
        [line for part in shown(series, index).replace(" (", "\n(").split("\n") for line in wrap(part, width - 6)]
        for series in shapes
    ]
    height = LINE * (deepest + max(map(len, texts))) + 12
    for column, (number, series) in enumerate(zip(numbers, shapes, strict=True)):
        left, value = _left(column, width), series.values[index]
        title = f"{chart.categories[index]}: {series.name} {shown(series, index)}"
        box = (left, drawing.y, width, height)
        if applies(series, index) and value is not None:
            level = level_of(value, most[number], LEVELS)
            marked = facts(series.name, chart.categories[index], value)
            _known_cell(drawing, box, level, look(sign_role(series, index), number).colour, marked, title)
        if unknown(series, index):
            _unknown_cell(drawing, box, facts(series.name, chart.categories[index], None) * (value is None), title)
        for j, line in enumerate([*heads[column], *[""] * (deepest - len(heads[column])), *texts[column]]):
            if line:
                drawing.text(left + 3, drawing.y + LINE * (j + 1) - 4, line)
    drawing.y += height + 4


def _known_cell(drawing: Drawing, box: Box, level: int, colour: str, marked: str, title: str) -> None:
    x, y, _, height = box
    drawing.parts.append(
        f'<rect {place(box)} fill="{colour}"'
        f' fill-opacity="0.{_TINT[level]:02d}"{marked} data-trede="{level}"><title>{esc(title)}</title></rect>'
    )
    for block in range(level):
        drawing.parts.append(
            f'<rect x="{num(x + 4 + 11 * block)}" y="{num(y + height - 9)}" width="9" height="5" fill="{colour}"/>'
        )


def _unknown_cell(drawing: Drawing, box: Box, marked: str, title: str) -> None:
    drawing.parts.append(
        f'<rect class="onbekend" {place(box)} rx="3"'
        f' fill="none" stroke="{drawing.ink}" stroke-dasharray="1.5 2"{marked}><title>{esc(title)}</title></rect>'
    )
