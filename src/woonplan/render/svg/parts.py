"""Parts that several charts have: the legend and the axis under a plot."""

from __future__ import annotations

from woonplan.numerals import dutch
from woonplan.render.charts import Scale
from woonplan.render.svg.drawing import EDGE, LINE, SIZE, UNKNOWN_WIDTH, WIDTH, Number, Sheet, num, text_width, wrap

MARGE = "marge"
UNKNOWN = "?"
BAND = "band"

_SWATCH = 22
GRID = 'stroke-opacity="0.25" stroke-width="1"'


def legend(sheet: Sheet, items: list[tuple[str, str, int]]) -> None:
    """Draw swatches with their words (role, words, place among the series), as many on a line as fit."""
    x: int = EDGE
    sheet.y += LINE
    for role, words, index in items:
        lines = wrap(words, WIDTH - 2 * EDGE - _SWATCH - 6)
        width = _SWATCH + 6 + max(map(text_width, lines))
        if x > EDGE and x + width > WIDTH - EDGE:
            x = EDGE
            sheet.y += LINE
        top = sheet.y - 14
        _swatch(sheet, x, top, role, index, words)
        for i, line in enumerate(lines):
            sheet.y += LINE if i else 0
            sheet.text(x + _SWATCH + 6, sheet.y - 4, line)
        x += width + 14
    sheet.y += 4


def _swatch(sheet: Sheet, x: int, top: int, role: str, index: int, words: str) -> None:
    height = SIZE - 2
    if role == UNKNOWN:
        sheet.unknown(x, top, height + 2, "", words)
    elif role == MARGE:
        sheet.maybe((x, top, _SWATCH, height), words)
    elif role == BAND:
        band(sheet, x, x + _SWATCH, top - 1, height + 2)
    else:
        sheet.bar((x, top, _SWATCH, height), role, index, "", words)


def band(sheet: Sheet, left: Number, right: Number, top: Number, height: Number) -> None:
    """Draw a band: a light area between two dashed lines; of one value, one line."""
    edge = f'stroke="{sheet.ink}" stroke-width="1.4" stroke-dasharray="5 3"'
    if right > left:
        sheet.parts.append(band_area(sheet, left, right, top, height))
        sheet.line(left, top, left, top + height, edge)
    sheet.line(right, top, right, top + height, edge)


def band_area(sheet: Sheet, left: Number, right: Number, top: Number, height: Number) -> str:
    """Return the area of a band, to draw behind everything."""
    return (
        f'<rect x="{num(left)}" y="{num(top)}" width="{num(right - left)}" height="{num(height)}"'
        f' fill="{sheet.ink}" fill-opacity="0.12"/>'
    )


def axis(sheet: Sheet, scale: Scale, rows: list[tuple[int, int]], unit: str, behind: int) -> None:
    """Draw the axis under a plot, and its grid behind what was drawn since ``behind``.

    The grid is drawn at the ``rows`` of bars (top, height) alone: a line through a name makes it hard to read.
    """
    above = sheet.parts[behind:]
    del sheet.parts[behind:]
    for tick in scale.ticks:
        strong = 'stroke-opacity="0.8" stroke-width="1"' if tick == 0 else GRID
        for top, height in rows:
            at = scale.at(tick)
            sheet.line(at, top - 2, at, top + height + 2, f'stroke="{sheet.ink}" {strong}')
    sheet.parts += above
    left, right = scale.at(scale.low), scale.at(scale.high)
    sheet.line(left, sheet.y + 2, right, sheet.y + 2, f'stroke="{sheet.ink}" stroke-opacity="0.8" stroke-width="1"')
    for tick in scale.ticks:
        at = scale.at(tick)
        sheet.line(at, sheet.y + 2, at, sheet.y + 6, f'stroke="{sheet.ink}" stroke-opacity="0.8" stroke-width="1"')
    sheet.y += LINE + 5
    for tick in scale.ticks:
        label = dutch(tick)
        half = -(-text_width(label) // 2)
        middle = max(EDGE + half, min(round(scale.at(tick)), WIDTH - EDGE - half))
        sheet.text(middle, sheet.y - 3, label, anchor="middle")
    if unit:
        sheet.y += LINE
        sheet.text(WIDTH - EDGE, sheet.y - 4, unit, anchor="end")


def steps_that_fit(values: list[int], length: int) -> int:
    """Return how many steps an axis can have before its labels touch."""
    widest = max((text_width(dutch(value)) for value in [*values, 0]), default=0)
    return max(2, min(5, length // (widest + 16)))


RESERVED = UNKNOWN_WIDTH + 2
"""Room after the longest bar for a box with a question mark."""
