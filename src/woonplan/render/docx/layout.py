"""How wide the columns of a table are on paper, and whether its page is upright or on its side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import product

from woonplan.render.cells import cell_text
from woonplan.render.svg.drawing import SIZE, text_width
from woonplan.tables import Kind, Style, Table

EDGE = 18
"""Millimetres of white around a page."""


class Page(Enum):
    """How a page lies (A4): its width and its height in millimetres."""

    UPRIGHT = (210, 297)
    ON_ITS_SIDE = (297, 210)

    @property
    def room(self) -> int:
        """How wide text is on it, in millimetres."""
        return self.value[0] - 2 * EDGE


SIZES, UPRIGHT_LEAST = (9, 8, 7, 6), 7
"""Sizes of the letters of a table (points), and the least before the page is turned instead."""

LARGE = (11, 10)
"""Those of the few numbers that matter most, where there is room."""

BESIDE = 2.6
"""Millimetres of white at both sides of a cell together."""

WIDEST = 70
"""Millimetres that a column of text asks for at most: longer text wraps."""

LONGEST = 45
"""Millimetres that a word asks for at most: an address or a hash is broken."""

OFTEN = 2
"""How many times the text that a column has in a row on average it needs for most of its rows."""

LEAST = 0.45
"""How much of the width that it asks for a table gets on an upright page before its text is in too many lines."""

_POINT = 0.353
"""Millimetres."""

_NARROWER = 0.9
"""How wide text in these documents is beside the widest of the fonts that a chart may be drawn with."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A table as it stands on paper."""

    table: Table
    page: Page
    size: int
    """Of its letters, in points."""
    widths: tuple[float, ...]
    """Of its columns, in millimetres."""
    texts: tuple[tuple[str, ...], ...]
    """What stands in its cells, per row."""


def fitted(table: Table, page: Page | None = None) -> Fitted:
    """Return a table with letters as large and a page as narrow as it can have, or on the page that is given."""
    texts = tuple(tuple(map(cell_text, row.cells)) for row in table.rows)
    heads = [column.header for column in table.columns]
    bold = [True, *(row.style is Style.TOTAL for row in table.rows)]
    columns = [list(zip(column, bold, strict=True)) for column in zip(heads, *texts, strict=True)]
    broken = LONGEST / _POINT / SIZES[0]
    narrow = [
        max(min(_wide(word, strong), broken) for text, strong in column for word in text.split() or [""])
        for column in columns
    ]
    lines = [max(_wide(*cell) for cell in column) for column in columns]
    most = WIDEST / _POINT / SIZES[0]
    asked = [
        max(least, min(line, most)) if column.kind is Kind.TEXT else line
        for column, least, line in zip(table.columns, narrow, lines, strict=True)
    ]
    sizes = (LARGE if table.large else ()) + SIZES
    tried, size = next(_fitting(sum(narrow), sum(asked), len(columns), page, sizes))
    # What most rows hold counts, and not the one that is long.
    usual = [
        max(least, min(wide, OFTEN * sum(_wide(*cell) for cell in column) / len(column)))
        for column, least, wide in zip(columns, narrow, asked, strict=True)
    ]
    steps = [[wide * size * _POINT + BESIDE for wide in widths] for widths in (narrow, usual, asked)]
    return Fitted(table, tried, size, _divided(steps, tried.room), texts)


def _fitting(
    narrow: float, asked: float, columns: int, page: Page | None, sizes: tuple[int, ...]
) -> Iterator[tuple[Page, int]]:
    """Yield how a table fits, the best first, and last how it is when it does not."""
    white = columns * BESIDE
    upright = (size for size in sizes if page is not None or size >= UPRIGHT_LEAST)
    for tried, size in (*product([Page.UPRIGHT], upright), *product([Page.ON_ITS_SIDE], sizes)):
        point = size * _POINT
        crowded = tried is Page.UPRIGHT and (asked * point + white) * LEAST > tried.room
        # Letters that are large are so where no line has to break for them.
        crowded = crowded or (size in LARGE and asked * point + white > tried.room)
        if page in (None, tried) and narrow * point + white <= tried.room and not crowded:
            yield tried, size
    yield page or Page.ON_ITS_SIDE, SIZES[-1]


def _wide(text: str, strong: bool) -> float:
    """Return how wide a text is for each point of its size, in points."""
    return text_width(text, bold=strong) * _NARROWER / SIZE


def _divided(steps: Sequence[Sequence[float]], room: float) -> tuple[float, ...]:
    """Return what columns get of the room: the least, what they usually need, what they ask for, or between two."""
    low = steps[0]
    if sum(low) >= room:
        return tuple(width * room / sum(low) for width in low)
    for high in steps[1:]:
        if sum(high) > room:
            part = (room - sum(low)) / (sum(high) - sum(low))
            return tuple(a + (b - a) * part for a, b in zip(low, high, strict=True))
        low = high
    return tuple(low)
