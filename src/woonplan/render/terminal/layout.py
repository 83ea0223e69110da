"""Text in columns: the one layout of tables, for a screen of any width and for what has none.

Where there is room every cell has one line. Where there is not, text wraps so that there are few lines; then headers
do, then names between their words; then numbers stand in tables under each other, and at last every row is a block of
lines. Names are never cut and numbers never broken; what does not fit beside them goes below them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest

from woonplan.render.terminal.grid import NARROW, Grid
from woonplan.render.terminal.wrapping import cell_width, indent, longest, padded, wrapped
from woonplan.tables.table import Kind

GAP = 2
"""Columns of white space between two columns of a table."""

SMALLEST = 60
"""Columns of the narrowest screen that a table is laid out anew for; on a narrower one it is as wide as it must be."""

ENOUGH = 200
"""Rows by which widths are chosen: of more, the first say enough."""

DEEPEST = 4
"""Lines beside the widest text that a cell takes at most to leave it room."""

Line = tuple[str, int | None]
"""A line, and the number of the row that it belongs to; None for a rule, and what stands between tables."""

HEAD = -1
"""The number that headers have."""

SECOND = "bovengrens"
"""How the header ends of a number at the high end of the target, whose low end stands before it."""

_ASIDE = re.compile(r" (?=\()|(?<=,) (?=zonder )|(?<=^binnen de) (?=afronding$)", re.MULTILINE)
"""Where the line of a number may end: before what it lacks, and within words that stand in its place."""


def total(widths: Sequence[int], gap: int = GAP) -> int:
    """Return the width of a table with columns of these widths."""
    return sum(widths) + gap * (len(widths) - 1)


def grid_lines(grid: Grid, width: int | None) -> Iterable[Line]:
    """Return the table for ``width`` columns of the screen; as wide as it is where there is no screen."""
    if width is None:
        return _beside(grid, grid.wanted())
    whole = grid if total(grid.least()) <= width else _split(grid)
    widths = _shortest(whole, width)
    if total(widths) <= width or width < SMALLEST:
        return _beside(whole, widths)
    return _in_one(whole, width) or _in_parts(whole, width) or _below(grid, width)


def _split(grid: Grid) -> Grid:
    """Return the grid with what is lacking beside a number on a line of its own."""
    rows = (
        tuple(_ASIDE.sub("\n", c) if k is not Kind.TEXT else c for c, k in zip(row, grid.kinds, strict=True))
        for row in grid.rows
    )
    return grid._replace(rows=tuple(rows))


def _shortest(grid: Grid, width: int) -> list[int]:
    """Return the widths that make the fewest lines: level, or with the room that others leave for the widest text.

    Each of the others is then as narrow as its cells allow in so many lines.
    """
    level, wanted = _levelled(grid, width), grid.wanted()
    texts = [i for i, wraps in enumerate(grid.wraps) if wraps]
    if total(wanted) <= width or total(level) > width or len(texts) == 1:
        return level
    few, least = grid._replace(rows=grid.rows[:ENOUGH]), grid.least()
    widest = max(texts, key=lambda i: wanted[i])
    narrow = {
        i: [_for_lines(few, i, deep, least[i], wanted[i]) for deep in range(1, DEEPEST + 1)]
        for i in texts
        if i != widest
    }
    found, fewest = level, _deep(few, level)

    def tried(sizes: Mapping[int, int]) -> None:
        nonlocal found, fewest
        widths = [sizes.get(i, size) for i, size in enumerate(wanted)]
        widths[widest] = min(width - total(widths) + widths[widest], wanted[widest])
        if widths[widest] >= least[widest] and (lines := _deep(few, widths)) < fewest:
            found, fewest = widths, lines

    for deep in range(DEEPEST):
        tried({i: sizes[deep] for i, sizes in narrow.items()})
    # One by one from there: a column with a single long cell need not have what the others have.
    for i, sizes in narrow.items():
        for size in sizes:
            tried({other: found[other] for other in narrow} | {i: size})
    return found


def _for_lines(grid: Grid, index: int, deep: int, least: int, wanted: int) -> int:
    """Return the least width, from ``least`` on, at which no cell of a column takes more than so many lines."""
    cells = {row[index] for row in grid.rows}
    sizes = range(least, wanted)
    fits = bisect_left(
        sizes, True, key=lambda size: all(len(wrapped(cell, size, whole=True)) <= deep for cell in cells)
    )
    return sizes[fits] if fits < len(sizes) else wanted


def _deep(grid: Grid, widths: Sequence[int]) -> int:
    """Return how many lines the rows take."""
    return sum(
        max(len(wrapped(cell, size, whole=True)) for cell, size in zip(row, widths, strict=True)) for row in grid.rows
    )


def _levelled(grid: Grid, width: int) -> list[int]:
    """Return the widths when what is too wide comes off the widest columns that wrap, down to what each would keep."""
    least = grid.least()
    room = max(width, total(least)) - len(least) + 1
    # Each with a column of white space after it, but for the last.
    space = [*[1] * (len(least) - 1), 0]
    found = [min(wanted + after, room) for wanted, after in zip(grid.wanted(), space, strict=True)]
    while (over := sum(found) - room) > 0:
        most, *others = sorted({size for size, wraps in zip(found, grid.wraps, strict=True) if wraps}, reverse=True)
        widest = [i for i, size in enumerate(found) if grid.wraps[i] and size == most]
        for left, i in zip(range(len(widest), 0, -1), widest, strict=True):
            given = min(most - max(others, default=0), round(over / left))
            found[i] -= given
            over -= given
    return [max(size - after, keep) for size, after, keep in zip(found, space, least, strict=True)]


def _in_one(grid: Grid, width: int) -> list[Line]:
    """Return the table with its columns side by side; nothing where they do not fit."""
    tight = grid.tight()
    # A name of several words may take several lines, which is better than a block of lines for every row.
    named = [_longest_word((grid.headers[0], *grid.column(0))), *tight[1:]]
    for widths, gap in ((grid.least(), GAP), (tight, GAP), (tight, 1), (named, GAP), (named, 1)):
        room = width - total(widths, gap)
        if room >= 0:
            return list(_beside(grid, _shared(grid, widths, room), gap, whole=False))
    return []


def _in_parts(grid: Grid, width: int) -> list[Line]:
    """Return numbers in as few tables as can be, one under the other; nothing where even one does not fit.

    Both ends of the target stay together, and a row is left out of a later table that has nothing of it.
    """
    if Kind.TEXT in grid.kinds[1:]:
        return []
    whole: list[list[int]] = []
    for i, header in enumerate(grid.headers[1:], 1):
        if whole and header.endswith(SECOND):
            whole[-1].append(i)
        else:
            whole.append([i])
    fewest = _filled(grid, whole, width, len(grid.headers))
    # The least that a table has to hold for that, so that all have about as much.
    even = (_filled(grid, whole, width, most) for most in range(1, len(grid.headers)))
    parts = next((found for found in even if 0 < len(found) <= len(fewest)), fewest)
    return [line for part in parts for line in (("", None), *part)][1:]


def _filled(grid: Grid, groups: Sequence[Sequence[int]], width: int, most: int) -> list[list[Line]]:
    """Return tables that are filled one after the other, with at most so many columns beside the name."""
    parts: list[list[Line]] = []
    start = 0
    while start < len(groups):
        for end in range(len(groups), start, -1):
            columns = list(chain(*groups[start:end]))
            part = grid.part((0, *columns))
            lines = _in_one(part, width) if len(columns) <= most else []
            if lines:
                break
        else:
            return []
        empty = {number for number, row in enumerate(part.rows) if start and not any(row[1:])}
        parts.append([line for line in lines if line[1] not in empty])
        start = end
    return parts


def _longest_word(names: Iterable[str]) -> int:
    """Return the width that names cannot do without when they are wrapped between words."""
    return max(indent(name) + longest(name.split(" ")) for name in names)


def _shared(grid: Grid, widths: Sequence[int], room: int) -> list[int]:
    """Return the widths with the room that is left given to the columns that lack the most."""
    found, wanted = list(widths), grid.wanted()
    for _ in range(room):
        neediest = max(range(len(found)), key=lambda i: wanted[i] - found[i])
        if wanted[neediest] <= found[neediest]:
            break
        found[neediest] += 1
    return found


def _beside(grid: Grid, widths: Sequence[int], gap: int = GAP, *, whole: bool = True) -> Iterator[Line]:
    """Yield the table with its columns side by side, its words ``whole`` or broken after hyphens and slashes."""
    rights = [kind is not Kind.TEXT for kind in grid.kinds]
    for number, row in enumerate((grid.headers, *grid.rows), HEAD):
        cells = [wrapped(cell, width, whole=whole) for cell, width in zip(row, widths, strict=True)]
        if whole and number == HEAD:
            # A header stands on the cells under it.
            deepest = max(map(len, cells))
            cells = [[""] * (deepest - len(lines)) + lines for lines in cells]
        elif not whole and len(cells[0]) > 1 and _longest_word(row[:1]) <= widths[0] - GAP:
            # Set in where there is room, so that it is not read as the name of a next row.
            first, *rest = wrapped(row[0], widths[0] - GAP)
            cells[0] = [first, *(" " * GAP + line for line in rest)]
        for parts in zip_longest(*cells, fillvalue=""):
            yield row_line(parts, widths, rights, gap), number
        if number == HEAD:
            yield "-" * total(widths, gap), None


def row_line(cells: Sequence[str], widths: Sequence[int], rights: Sequence[bool], gap: int = GAP) -> str:
    """Return cells of one line beside each other, those at the ``rights`` ending where their column ends."""
    texts = (padded(cell, width, right=right) for cell, width, right in zip(cells, widths, rights, strict=True))
    return (" " * gap).join(texts).rstrip()


def _below(grid: Grid, width: int) -> Iterator[Line]:
    """Yield the name of each row, and under it the rest of the row with a label before each cell."""
    label = longest(grid.headers[1:]) + GAP
    lines: list[Line] = []
    for number, (name, *cells) in enumerate(grid.rows):
        margin = " " * (indent(name) + GAP)
        lines += ((line, number) for line in wrapped(name, width))
        for header, cell, kind in zip(grid.headers[1:], cells, grid.kinds[1:], strict=True):
            if not cell:
                continue
            first = margin + padded(header, label)
            room = width - cell_width(first)
            if room < (NARROW if kind is Kind.TEXT else cell_width(cell)):
                lines.append((margin + header, number))
                first = margin + " " * GAP
                room = width - len(first)
            # What a number lacks may take more lines, the number itself has one.
            text = cell if kind is Kind.TEXT or cell_width(cell) <= room else _ASIDE.sub("\n", cell)
            parts = wrapped(text, max(room, NARROW))
            lines += (
                (start + part, number) for start, part in zip_longest((first,), parts, fillvalue=" " * len(first))
            )
    yield grid.headers[0], HEAD
    yield "-" * min(longest((grid.headers[0], *(line for line, _ in lines))), width), None
    yield from lines
