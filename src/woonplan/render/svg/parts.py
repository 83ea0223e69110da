"""Parts that several charts have: the legend and the axis under a plot."""

from __future__ import annotations

from woonplan.numerals import dutch
from woonplan.render.charts import MARGIN, QUESTION, Key, Points, Scale, scale
from woonplan.render.svg.drawing import EDGE, LINE, SIZE, UNKNOWN_WIDTH, WIDTH, Drawing, Number, place, text_width, wrap

BAND = "band"

_SWATCH = 22


def legend(drawing: Drawing, items: Key) -> None:
    """Draw swatches (a role or a sign) with their words, as many on a line as fit; series come first, in order."""
    if not items:
        return
    x: int = EDGE
    drawing.y += LINE
    for index, (role, words) in enumerate(items):
        lines = wrap(words, WIDTH - 2 * EDGE - _SWATCH - 6)
        width = _SWATCH + 6 + max(map(text_width, lines))
        if x > EDGE and x + width > WIDTH - EDGE:
            x = EDGE
            drawing.y += LINE
        _swatch(drawing, x, role, index, words)
        drawing.lines(x + _SWATCH + 6, lines)
        x += width + 14
    drawing.y += 4


def _swatch(drawing: Drawing, x: int, role: str, index: int, words: str) -> None:
    box = (x, drawing.y - 14, _SWATCH, SIZE - 2)
    if role == QUESTION:
        drawing.unknown(x, drawing.y - 14, SIZE, "", words)
    elif role == MARGIN:
        drawing.maybe(box, words)
    elif role == BAND:
        drawing.parts.append(band_area(drawing, x, x + _SWATCH, drawing.y - 15, SIZE))
        for edge in (x, x + _SWATCH):
            drawing.dashed(edge, drawing.y - 15, edge, drawing.y - 15 + SIZE)
    else:
        drawing.bar(box, role, index, "", words)


def band_area(drawing: Drawing, left: Number, right: Number, top: Number, height: Number) -> str:
    """Return the area of a band, to draw behind everything."""
    return f'<rect {place((left, top, right - left, height))} fill="{drawing.ink}" fill-opacity="0.12"/>'


def grid_line(drawing: Drawing, value: int) -> str:
    """Return the style of a line at a value: that at 0 is stronger."""
    return f'stroke="{drawing.ink}" stroke-opacity="{"0.25" if value else "0.8"}" stroke-width="1"'


def axis(drawing: Drawing, measure: Scale, tops: list[int], height: int, unit: str, behind: int) -> None:
    """Draw the axis under a plot, and its grid behind what was drawn since ``behind``.

    The grid is drawn at the bars alone (their ``tops`` and ``height``): a line through a name makes it hard to read.
    """
    above = drawing.parts[behind:]
    del drawing.parts[behind:]
    ticks = [(tick, measure.at(tick)) for tick in measure.ticks]
    for tick, at in ticks:
        for top in tops:
            drawing.line(at, top - 2, at, top + height + 2, grid_line(drawing, tick))
    drawing.parts += above
    drawing.line(ticks[0][1], drawing.y + 2, ticks[-1][1], drawing.y + 2, grid_line(drawing, 0))
    for _, at in ticks:
        drawing.line(at, drawing.y + 2, at, drawing.y + 6, grid_line(drawing, 0))
    drawing.y += LINE + 5
    for tick, at in ticks:
        drawing.label(at, drawing.y - 3, dutch(tick))
    if unit:
        drawing.y += LINE
        drawing.text(WIDTH - EDGE, drawing.y - 4, unit, anchor="end")


def bar_scale(rows: Points, ends: list[int], left: int = 0) -> Scale:
    """Return the scale of bars with these ends, with as many steps as an axis can have before its labels touch.

    ``left`` of them is so much room for their names.
    """
    # After the longest bar there is room for a box with a question mark.
    unknown = any(point.unknown for row in rows for point in row)
    length = WIDTH - left - 4 * EDGE - (UNKNOWN_WIDTH + 2 if unknown else 0)
    widest = max(text_width(dutch(value)) for value in [*ends, 0])
    return scale(ends, left + 2 * EDGE, length, max(2, min(5, length // (widest + 16))))
