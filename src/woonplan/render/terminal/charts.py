"""Charts for a terminal: blocks, or plain characters where the screen has no blocks."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from types import MappingProxyType

from rich.cells import cell_len as columns

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
    scale,
    shown,
    sign_role,
    spans,
    stack_ends,
    step_ends,
    unknown,
)
from woonplan.render.safe import safe
from woonplan.tables import Chart, ChartKind, Series

DEFAULT = 80
WIDEST = 120
"""A longer bar says nothing more."""
UNKNOWN = "?"

_BLOCKS: Mapping[str, str] = MappingProxyType(
    {"gerealiseerd": "\u2588", "hard": "\u2593", "zacht": "\u2592", "extra": "\u2591", "doel": "\u2550"}
)
_PLAIN: Mapping[str, str] = MappingProxyType(
    {"gerealiseerd": "#", "hard": "=", "zacht": "-", "extra": ".", "doel": "*"}
)
# Signs of both: no block says "short" or "over" as plainly.
_BOTH: Mapping[str, str] = MappingProxyType({"tekort": "x", "over": "+", "onbekend": "o", "marge": "~"})
_OTHERS = ("#=-.@%", "\u2588\u2593\u2592\u2591@%")
_SHADES = (" .-=#@", "\u00b7\u2591\u2591\u2592\u2593\u2588")
BLOCKS = "".join((*_BLOCKS.values(), *_OTHERS[1], *_SHADES[1]))
"""Every character that a drawing in blocks may need."""


def can_draw_blocks(encoding: str) -> bool:
    """Whether an encoding has all blocks."""
    try:
        BLOCKS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def chart_lines(chart: Chart, width: int | None, *, ascii_only: bool) -> list[str]:
    """Return the chart as lines: its title, the drawing, and what the signs mean.

    Args:
        chart: What to draw.
        width: Columns of the screen, or None where it has none; numbers and names are never cut for it.
        ascii_only: Whether to draw with plain characters only.
    """
    pen = _Pen(min(max(width or DEFAULT, 20), WIDEST), ascii_only)
    body = _DRAWERS[chart.kind](chart, pen) if chart.categories and chart.series else ["Geen gegevens om te tekenen."]
    lines = [*_folded(chart.title, pen.width), *body]
    return [line.rstrip() for line in lines]


class _Pen:
    """How wide to draw, and with which signs."""

    def __init__(self, width: int, ascii_only: bool) -> None:
        self.width = width
        self.plain = ascii_only

    def sign(self, role: str, index: int) -> str:
        if role in _BOTH:
            return _BOTH[role]
        named = (_PLAIN if self.plain else _BLOCKS).get(role)
        others = _OTHERS[0 if self.plain else 1]
        return named or others[index % len(others)]

    def shade(self, level: int) -> str:
        return _SHADES[0 if self.plain else 1][level]


def _folded(text: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(
        safe(text),
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _between(left: str, right: str, width: int) -> list[str]:
    left, right = safe(left), safe(right)
    space = width - columns(left) - columns(right)
    return [f"{left}{' ' * space}{right}"] if space >= 2 else [left, f"  {right}"]


def _cell(measure: Scale, value: int) -> int:
    """Return the column of a value: the nearest, the same for the end of one bar and the start of the next."""
    return round(measure.at(value))


def _paint(row: list[str], measure: Scale, start: int, end: int, sign: str) -> None:
    left, right = sorted((_cell(measure, start), _cell(measure, end)))
    if start != end and left == right:
        # Something is never drawn as nothing.
        left, right = (left, left + 1) if left < len(row) else (left - 1, left)
    for i in range(left, min(right, len(row))):
        row[i] = sign


def _key(pen: _Pen, items: list[tuple[str, str]]) -> list[str]:
    """Return what the signs mean, as many on a line as fit."""
    lines: list[str] = []
    for item in (f"{sign} {safe(words)}" for sign, words in items):
        if lines and columns(lines[-1]) + 3 + columns(item) <= pen.width:
            lines[-1] += f"   {item}"
        else:
            lines += _folded(item, pen.width)
    return lines


def _stacked(chart: Chart, pen: _Pen) -> list[str]:
    ends = stack_ends(chart)
    measure = scale(ends, 0, pen.width - 4)
    lines = []
    for i, category in enumerate(chart.categories):
        row = [" "] * pen.width
        positive = negative = 0
        for number, series in enumerate(chart.series):
            value = series.values[i]
            if value is None:
                continue
            start = positive if value > 0 else negative
            _paint(row, measure, start, start + value, pen.sign(series.role, number))
            positive, negative = (start + value, negative) if value > 0 else (positive, start + value)
        more = sum(margin(series, i) for series in chart.series)
        _paint(row, measure, positive, positive + more, _BOTH["marge"])
        if any(unknown(series, i) for series in chart.series):
            end = max((k + 1 for k, c in enumerate(row) if c != " "), default=_cell(measure, 0))
            row[end : end + 1] = [UNKNOWN]
        said = ", ".join(f"{s.name} {shown(s, i)}" for s in chart.series if applies(s, i))
        lines += [*_folded(category, pen.width), "".join(row), *_band_marks(chart, measure)]
        lines += _folded(said, pen.width, "  ")
    items = [(pen.sign(s.role, i), s.name) for i, s in enumerate(chart.series)]
    if chart.band is not None:
        items.append(("^", band_text(chart)))
    return [*lines, *_ends_of(measure, chart.unit), *_key(pen, [*items, *_marks(chart)])]


def _band_marks(chart: Chart, measure: Scale) -> list[str]:
    if chart.band is None:
        return []
    low, high = (_cell(measure, value) for value in chart.band)
    marks = [" "] * (high + 1)
    marks[low] = marks[high] = "^"
    return ["".join(marks)]


def _marks(chart: Chart) -> list[tuple[str, str]]:
    items = [(_BOTH["marge"], "marge van een bereik")] if any_margin(chart) else []
    return [*items, (UNKNOWN, "onbekend")] if any_unknown(chart) else items


def _ends_of(measure: Scale, unit: str) -> list[str]:
    left, right = dutch(measure.low), dutch(measure.high)
    middle = "-" * max(measure.length - len(left) - len(right) - 2, 3)
    return [f"{left} {middle} {right}", f"({safe(unit)})"] if unit else [f"{left} {middle} {right}"]


def _waterfall(chart: Chart, pen: _Pen) -> list[str]:
    found = [(i, list(zip(chart.series, spans(chart, i), strict=True))) for i in range(len(chart.categories))]
    measure = scale(step_ends(chart), 0, pen.width - 4)
    lines = []
    for i, rows in found:
        lines += _folded(f"{chart.categories[i]}:", pen.width)
        reached = 0
        for number, (series, span) in enumerate(rows):
            if not applies(series, i):
                continue
            row = [" "] * pen.width
            if span is None:
                row[_cell(measure, reached)] = UNKNOWN
            else:
                _paint(row, measure, *span, pen.sign(sign_role(series, i), number))
                _paint(row, measure, span[1], span[1] + margin(series, i), _BOTH["marge"])
                if unknown(series, i):
                    row[max(k for k, c in enumerate([".", *row]) if c != " ")] = UNKNOWN
                if series.role not in {LEVEL, *DISTANCES}:
                    reached = span[1]
            lines += [*_between(series.name, shown(series, i), pen.width), "".join(row)]
    return [*lines, *_ends_of(measure, chart.unit), *_key(pen, _marks(chart))]


def _lines(chart: Chart, pen: _Pen) -> list[str]:
    values = [v for s in chart.series for v in s.values if v is not None] + list(chart.band or ())
    names = [safe(category) for category in chart.categories]
    gutter = max(map(columns, names)) + 2
    measure = scale(values, 0, max(pen.width - gutter - 2, 10))
    lines = []
    for i, name in enumerate(names):
        row = [" "] * (measure.length + 1)
        for at in (_cell(measure, value) for value in chart.band or ()):
            row[at] = ":"
        for number, series in enumerate(chart.series):
            value = series.values[i]
            if value is not None:
                at = _cell(measure, value)
                # Two on one place: the last sign would hide the other.
                row[at] = "&" if row[at] not in " :" else _letter(chart, number)
        lines.append(f"{name}{' ' * (gutter - columns(name))}{''.join(row)}")
        said = ", ".join(f"{s.name} {shown(s, i)}" for s in chart.series if applies(s, i))
        if any(unknown(series, i) for series in chart.series):
            said = f"{UNKNOWN} {said}"
        lines += _folded(said, pen.width, " " * gutter)
    items = [(_letter(chart, i), s.name) for i, s in enumerate(chart.series)]
    if chart.band is not None:
        items.append((":", band_text(chart)))
    axis = [" " * gutter + line for line in _ends_of(measure, chart.unit)]
    return [*lines, *axis, *_key(pen, [*items, ("&", "meer dan een"), *_marks(chart)])]


def _letter(chart: Chart, number: int) -> str:
    levels = [i for i, series in enumerate(chart.series) if series.role == LEVEL]
    if number in levels:
        return "|" if len(levels) == 1 else "[]"[levels.index(number) % 2]
    return "oxv#@%"[number % 6]


def _heat(chart: Chart, pen: _Pen) -> list[str]:
    most = [max((abs(v) for v in series.values if v is not None), default=0) for series in chart.series]
    cells = [[_heat_cell(series, i, most[j], pen) for j, series in enumerate(chart.series)] for i in _each(chart)]
    names = [safe(category) for category in chart.categories]
    heads = [safe(series.name) for series in chart.series]
    wide = [max(columns(head), *(columns(row[j]) for row in cells)) for j, head in enumerate(heads)]
    first = max(map(columns, names))
    key = [(pen.shade(1), "weinig"), (pen.shade(5), "veel, binnen de kolom")]
    marks = _key(pen, [*key, *_marks(chart)])
    if first + sum(wide) + 2 * len(wide) <= pen.width:
        rows = [["", *heads], *([name, *row] for name, row in zip(names, cells, strict=True))]
        sizes = [first, *wide]
        return [*("  ".join(_padded(t, n) for t, n in zip(row, sizes, strict=True)) for row in rows), *marks]
    lines = []
    head = max(map(columns, heads))
    for name, row in zip(names, cells, strict=True):
        lines += [name, *(f"  {_padded(h, head)}  {cell}" for h, cell in zip(heads, row, strict=True))]
    return [*lines, *marks]


def _each(chart: Chart) -> range:
    return range(len(chart.categories))


def _heat_cell(series: Series, index: int, most: int, pen: _Pen) -> str:
    value = series.values[index]
    text = safe(shown(series, index))
    if not applies(series, index):
        return f"   {text}"
    sign = UNKNOWN if value is None else pen.shade(level_of(value, most))
    return f"{sign * 2} {text}"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


_DRAWERS: Mapping[ChartKind, Callable[[Chart, _Pen], list[str]]] = MappingProxyType(
    {
        ChartKind.STACKED: _stacked,
        ChartKind.WATERFALL: _waterfall,
        ChartKind.LINES: _lines,
        ChartKind.HEAT: _heat,
    }
)
