"""A bar in every row of a table, in the room that its columns leave: one scale for all rows, which its header says.

What a sign stands for is said by the header of its numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain, count

from woonplan.numerals import dutch
from woonplan.render.charts import MARGIN, QUESTION
from woonplan.render.terminal.pen import Pen
from woonplan.tables.cell import Cell, Value
from woonplan.tables.table import Column, Row, Style, Table

WIDEST = 60
"""Columns of the screen after which a longer bar says nothing more."""

SQUEEZED = 2
"""How many times as long as all other rows the rest is when it has no say in the scale."""

BEYOND = ">"
"""The sign at the end of a bar that is longer than the scale."""

LEAST = 16
"""Columns of the screen that a bar needs to say anything."""


def signed(table: Table, pen: Pen) -> Table:
    """Return the table with the sign of its part of the bar before the header of every column that is drawn."""
    signs = _signs(table, pen)
    columns = (
        column._replace(header=f"{signs[i]} {column.header}") if i in signs else column
        for i, column in enumerate(table.columns)
    )
    return replace(table, columns=tuple(columns))


def barred(table: Table, room: int, pen: Pen) -> Table:
    """Return the table with a column of bars of at most ``room`` columns; as it is where that is too little."""
    signs = _signs(table, pen)
    sizes = [(_longest(row, signs), row.rest) for row in table.rows if row.style is not Style.TOTAL]
    most = max((size for size, _ in sizes), default=0)
    if room < LEAST or not most:
        return table
    others = max((size for size, rest in sizes if not rest), default=0)
    # The rest may be so much that all other rows would be too short to be compared.
    if 0 < others * SQUEEZED < most:
        found = _drawn(table, signs, others, room)
        if BEYOND in found.columns[-1].header:
            return found
    found = _drawn(table, signs, most, room)
    return found if len(found.columns[-1].header) <= room else table


def _drawn(table: Table, signs: Mapping[int, str], scale: int, room: int) -> Table:
    """Return the table with its bars, where the longest that is not cut is ``scale``."""
    block = _block(scale, room - 1)
    drawings = []
    for row in table.rows:
        cut = room - 1 if _longest(row, signs) > scale else 0
        bar = _bar([row.cells[i] for i in signs], signs.values(), block, cut)
        drawings.append("" if row.style is Style.TOTAL else bar)
    header = f"blok = {dutch(block)}"
    for sign, meaning in ((BEYOND, "langer"), (MARGIN, "marge"), (QUESTION, "onbekend")):
        told = f"{header}  {sign} {meaning}"
        if any(sign in drawing for drawing in drawings) and len(told) <= room:
            header = told
    return replace(
        table,
        columns=(*table.columns, Column("staaf", header)),
        rows=tuple(row._replace(cells=(*row.cells, text)) for row, text in zip(table.rows, drawings, strict=True)),
    )


def _longest(row: Row, columns: Iterable[int]) -> int:
    """Return the most that a bar in a row stands for."""
    return sum(_size(row.cells[i])[1] for i in columns)


def _signs(table: Table, pen: Pen) -> dict[int, str]:
    """Return the sign of each column that is drawn, by its place."""
    drawn = [i for i, column in enumerate(table.columns) if column.key in table.bars]
    return {i: pen.sign(table.columns[i].key, number) for number, i in enumerate(drawn)}


def _bar(cells: Iterable[Cell], signs: Iterable[str], block: int, cut: int) -> str:
    """Return the numbers of a row after each other: what is sure of each, then what may come beside it.

    What is longer than ``cut`` (0 for what is on the scale) ends there, in a sign of its own.
    """
    text, reached, drawn, maybe, unknown = "", 0, 0, 0, False
    for cell, sign in zip(cells, signs, strict=True):
        low, high = _size(cell)
        reached += low
        maybe += high - low
        # To the nearest block of the whole, so that the length of a bar is right whatever it is made of.
        until = max(-(-(2 * reached - block) // (2 * block)), drawn + (low > 0))
        text += sign * (until - drawn)
        drawn = until
        unknown = unknown or (isinstance(cell, Value) and (cell.blank or cell.reach[1] is None))
    text += MARGIN * -(-maybe // block)
    if 0 < cut < len(text):
        text = text[: cut - 1] + BEYOND
    return text + (QUESTION if unknown else "")


def _size(cell: Cell) -> tuple[int, int]:
    """Return the least and the most that a cell is drawn as; what is unknown has no length."""
    if not isinstance(cell, Value) or cell.blank:
        return 0, 0
    low, high = cell.reach
    least = max(int(low or 0), 0)
    return least, least if high is None else max(int(high), least)


def _block(most: int, room: int) -> int:
    """Return how many homes a block stands for: a round number, so that the longest bar fits."""
    sizes = chain((1, 2, 5), (digit * 10**power for power in count() for digit in (10, 20, 25, 50)))
    size: int = next(size for size in sizes if -(-most // size) <= room)
    return size
