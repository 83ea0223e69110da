"""How wide the columns of a table are on paper, and whether its page is upright or on its side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import product

from woonplan.render.cells import cell_text
from woonplan.render.svg.drawing import SIZE, text_width
from woonplan.tables.table import Kind, Style, Table

EDGE = 18
"""Millimetres of white around a page."""


_WORDS = re.compile(r"\s+|(?<=-)")
"""Where a line may end: after a word, or a dash in one."""


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

STEP, SEEN = 2.0, 400
"""Millimetres by which a column gets wider, and rows of a table that decide on it."""

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
        max(min(_wide(word, strong), broken) for text, strong in column for word in _WORDS.split(text))
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
    point = size * _POINT
    low, high = ([wide * point + BESIDE for wide in widths] for widths in (narrow, asked))
    held = [[_wide(*cell) * point for cell in column[:SEEN]] for column in columns]
    return Fitted(table, tried, size, _divided(low, high, held, tried.room), texts)


def _fitting(
    narrow: float, asked: float, columns: int, page: Page | None, sizes: tuple[int, ...]
) -> Iterator[tuple[Page, int]]:
    """Yield how a table fits, the best first, and last how it is when it does not."""
    white = columns * BESIDE
    upright = (size for size in sizes if page is not None or size >= UPRIGHT_LEAST)
    pages = [*product([Page.UPRIGHT], upright), *product([Page.ON_ITS_SIDE], sizes)]
    fitting = [(p, size) for p, size in pages if page in (None, p) and narrow * size * _POINT + white <= p.room]
    for tried, size in fitting:
        wide = asked * size * _POINT + white
        # Letters that are large are so where no line has to break for them.
        if wide * (1 if size in LARGE else LEAST) <= tried.room and size >= UPRIGHT_LEAST:
            yield tried, size
    yield from (one for one in fitting if one[1] == UPRIGHT_LEAST and one[0] is (page or Page.ON_ITS_SIDE))
    yield page or Page.ON_ITS_SIDE, SIZES[-1]


def _wide(text: str, strong: bool) -> float:
    """Return how wide a text is for each point of its size, in points."""
    return text_width(text, bold=strong) * _NARROWER / SIZE


def _divided(
    low: Sequence[float], high: Sequence[float], held: Sequence[Sequence[float]], room: float
) -> tuple[float, ...]:
    """Return what columns get of the room: what they ask for, or their least and the rest where it saves most lines.

    ``held`` is how wide the texts of each are on one line. Of a row the highest cell counts, so lines weigh to the
    third power.
    """
    if sum(high) <= room:
        return tuple(high)
    if sum(low) >= room:
        return tuple(width * room / sum(low) for width in low)
    widths = list(low)

    def lines(column: int, width: float) -> float:
        return sum(max(1.0, text / (width - BESIDE)) ** 3 for text in held[column])

    now = [lines(column, width) for column, width in enumerate(widths)]
    then = [lines(column, width + STEP) for column, width in enumerate(widths)]
    while sum(widths) + STEP <= room:
        best = max(range(len(widths)), key=lambda column: now[column] - then[column])
        if now[best] <= then[best]:
            break
        widths[best] += STEP
        now[best], then[best] = then[best], lines(best, widths[best] + STEP)
    return tuple(widths)
