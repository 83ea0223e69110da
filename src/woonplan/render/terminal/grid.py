"""A table as it is read: headers and cells in text, and how wide its columns are at most and at least."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from woonplan.render.cells import cell_text
from woonplan.render.terminal.wrapping import WORD, longest, parts
from woonplan.tables.table import Kind, Row, Style, Table

NARROW = 16
"""A column of text that may wrap gets at least this width, or goes."""


class Grid(NamedTuple):
    """What a table shows: the headers and cells as they are read, what each column holds, and whether it may wrap."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kinds: tuple[Kind, ...]
    wraps: tuple[bool, ...]

    def part(self, chosen: Sequence[int]) -> Grid:
        """Return the grid of these columns only."""
        headers, *rows = (tuple(row[i] for i in chosen) for row in (self.headers, *self.rows))
        kinds, wraps = tuple(self.kinds[i] for i in chosen), tuple(self.wraps[i] for i in chosen)
        return Grid(headers, tuple(rows), kinds, wraps)

    def column(self, index: int) -> list[str]:
        """Return the cells of a column, without its header."""
        return [row[index] for row in self.rows]

    def wanted(self) -> list[int]:
        """Return the width at which no column wraps."""
        columns = ("\n".join((header, *self.column(i))).split("\n") for i, header in enumerate(self.headers))
        return list(map(longest, columns))

    def least(self) -> list[int]:
        """Return the width that each column would like to keep: of what wraps its longest word, of the rest all."""
        return [
            min(wanted, max(NARROW, min(longest(" ".join(self.column(i)).split(" ")), WORD))) if wraps else wanted
            for i, (wanted, wraps) in enumerate(zip(self.wanted(), self.wraps, strict=True))
        ]

    def tight(self) -> list[int]:
        """Return the width that each column cannot do without: of text its longest part of a word, of the rest all."""
        found = []
        for i, (header, kind) in enumerate(zip(self.headers, self.kinds, strict=True)):
            cells = "\n".join(self.column(i)).split("\n")
            cell = min(longest(parts(" ".join(cells))), WORD) if i and kind is Kind.TEXT else longest(cells)
            found.append(max(cell, longest(parts(header)), 1))
        return found


def grid_of(table: Table) -> Grid:
    """Return a table as it is read. Only text may wrap, and never a name."""
    return Grid(
        tuple(column.header for column in table.columns),
        tuple(map(_cells, table.rows)),
        tuple(column.kind for column in table.columns),
        tuple(i > 0 and column.kind is Kind.TEXT for i, column in enumerate(table.columns)),
    )


def _cells(row: Row) -> tuple[str, ...]:
    name, *others = map(cell_text, row.cells)
    return (f"  {name}" if row.style is Style.DETAIL else name, *others)
