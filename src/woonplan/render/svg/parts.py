"""Parts that several charts have: the legend and the axis under a plot."""

from __future__ import annotations

from woonplan.numerals import dutch
from woonplan.render.charts import Scale, any_margin, any_unknown, scale
from woonplan.render.svg.drawing import EDGE, LINE, SIZE, UNKNOWN_WIDTH, WIDTH, Drawing, Number, place, text_width, wrap
from woonplan.tables import Chart

MARGE = "marge"
UNKNOWN = "?"
BAND = "band"

_SWATCH = 22


def legend(drawing: Drawing, items: list[tuple[str, str, int]]) -> None:
    """Draw swatches with their words (role, words, place among the series), as many on a line as fit."""
    x: int = EDGE
    drawing.y += LINE
    for role, words, index in items:
        lines = wrap(words, WIDTH - 2 * EDGE - _SWATCH - 6)
        width = _SWATCH + 6 + max(map(text_width, lines))
        if x > EDGE and x + width > WIDTH - EDGE:
            x = EDGE
            drawing.y += LINE
        top = drawing.y - 14
        _swatch(drawing, x, top, role, index, words)
        for i, line in enumerate(lines):
            drawing.y += LINE if i else 0
            drawing.text(x + _SWATCH + 6, drawing.y - 4, line)
        x += width + 14
    drawing.y += 4


def bar_marks(chart: Chart) -> list[tuple[str, str, int]]:
    """Return what the legend of bars says of ranges and of what is unknown, where there are any."""
    items = [(MARGE, "marge van een bereik", 0)] if any_margin(chart) else []
    return [*items, (UNKNOWN, "onbekend", 0)] if any_unknown(chart) else items


def _swatch(drawing: Drawing, x: int, top: int, role: str, index: int, words: str) -> None:
    height = SIZE - 2
    if role == UNKNOWN:
        drawing.unknown(x, top, height + 2, "", words)
    elif role == MARGE:
        drawing.maybe((x, top, _SWATCH, height), words)
    elif role == BAND:
        band(drawing, x, x + _SWATCH, top - 1, height + 2)
    else:
        drawing.bar((x, top, _SWATCH, height), role, index, "", words)


def band(drawing: Drawing, left: Number, right: Number, top: Number, height: Number) -> None:
    """Draw a band: a light area between two dashed lines; of one value, one line."""
    if right > left:
        drawing.parts.append(band_area(drawing, left, right, top, height))
        drawing.dashed(left, top, left, top + height)
    drawing.dashed(right, top, right, top + height)


def band_area(drawing: Drawing, left: Number, right: Number, top: Number, height: Number) -> str:
    """Return the area of a band, to draw behind everything."""
    return f'<rect {place((left, top, right - left, height))} fill="{drawing.ink}" fill-opacity="0.12"/>'


def grid_line(drawing: Drawing, value: int) -> str:
    """Return the style of a line at a value: that at 0 is stronger."""
    return f'stroke="{drawing.ink}" stroke-opacity="{"0.25" if value else "0.8"}" stroke-width="1"'


def axis(drawing: Drawing, measure: Scale, rows: list[tuple[int, int]], unit: str, behind: int) -> None:
    """Draw the axis under a plot, and its grid behind what was drawn since ``behind``.

    The grid is drawn at the ``rows`` of bars (top, height) alone: a line through a name makes it hard to read.
    """
    above = drawing.parts[behind:]
    del drawing.parts[behind:]
    for tick in measure.ticks:
        at = measure.at(tick)
        for top, height in rows:
            drawing.line(at, top - 2, at, top + height + 2, grid_line(drawing, tick))
    drawing.parts += above
    left, right = measure.at(measure.low), measure.at(measure.high)
    drawing.line(left, drawing.y + 2, right, drawing.y + 2, grid_line(drawing, 0))
    for tick in measure.ticks:
        at = measure.at(tick)
        drawing.line(at, drawing.y + 2, at, drawing.y + 6, grid_line(drawing, 0))
    drawing.y += LINE + 5
    for tick in measure.ticks:
        label = dutch(tick)
        half = -(-text_width(label) // 2)
        middle = max(EDGE + half, min(round(measure.at(tick)), WIDTH - EDGE - half))
        drawing.text(middle, drawing.y - 3, label, anchor="middle")
    if unit:
        drawing.y += LINE
        drawing.text(WIDTH - EDGE, drawing.y - 4, unit, anchor="end")


def bar_scale(chart: Chart, ends: list[int]) -> Scale:
    """Return the scale of bars with these ends, with as many steps as an axis can have before its labels touch."""
    # After the longest bar there is room for a box with a question mark.
    length = WIDTH - 4 * EDGE - (UNKNOWN_WIDTH + 2 if any_unknown(chart) else 0)
    widest = max(text_width(dutch(value)) for value in [*ends, 0])
    return scale(ends, 2 * EDGE, length, max(2, min(5, length // (widest + 16))))
