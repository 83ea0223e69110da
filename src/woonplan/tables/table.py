"""Tables of typed cells, and the columns that may be left out of what people read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import compress
from typing import NamedTuple

from woonplan.tables.cell import Cell, says_something


class Kind(StrEnum):
    """What a column holds; machine formats give a number its own columns for both bounds and what is unknown."""

    TEXT = "text"
    COUNT = "count"
    AMOUNT = "amount"
    EXACT = "exact"


class Column(NamedTuple):
    """A column: its machine name, its Dutch header, what it holds, and when it may go.

    On a narrow screen what says nothing in any row goes first, then the column with the highest ``drop``; one with 0
    never goes, nor does a ``term`` of what a row adds up, or its outcome: without it the others read as another sum. An
    ``optional`` column is left out of what people read when it holds nothing but 0; machine formats always have it.
    """

    key: str
    header: str
    kind: Kind = Kind.TEXT
    drop: int = 0
    optional: bool = False
    term: bool = False
    some: bool = False
    """Whether a blank in it means that there is nothing to say of that row, so that no word is ever said for all."""


class Style(StrEnum):
    """What a row is in the table."""

    NORMAL = "normal"
    DETAIL = "detail"
    TOTAL = "total"


class Row(NamedTuple):
    """A row: one cell per column; ``key`` names it for machines (``gap.hard``).

    ``names`` are what it is called in the address of a number, the first where it differs from that of other rows:
    a municipality has a name, a code and aliases. Without any it is called by its key.
    """

    key: str
    cells: tuple[Cell, ...]
    style: Style = Style.NORMAL
    names: tuple[str, ...] = ()
    rest: bool = False
    """Whether it holds what has no place in the other rows (not assigned, without a year): they set the scale of bars.
    """
    table: str = ""
    """The table that its numbers are called after, where a short answer shows them in another."""


Place = tuple[int, str]
"""A cell of a table: its row, counted from 0, and the key of its column."""
Terms = tuple[tuple[int, Place], ...]
"""What a number is the sum of: 1 or -1 for what is added and what is taken off, and where it stands."""


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table with the notes that belong to it alone.

    An ``implied`` table is not named in the address of a number: its rows and columns say enough. Another is called by
    its name there, or by one of ``names``.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    implied: bool = False
    names: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    """Columns whose numbers are drawn as bars in each row where there is room, all on one scale.

    Where every cell has its own bar, so has that of a balance, on a scale for all columns of balances.
    """
    detail: bool = False
    """Whether it is what stands behind the answer: folded away where that can be, and cut where there is no room."""
    theme: str = ""
    """The short heading that it stands under, with the tables and charts beside it that have the same (``themes``)."""
    sums: Mapping[Place, Terms] = field(default_factory=dict, compare=False, repr=False)
    """The numbers that follow from others in it by adding and taking off, for a program that can do that itself."""
    large: bool = False
    """Whether its rows are the few numbers that matter most: shown large where that can be."""


def readable(table: Table) -> Table:
    """Return the table without the optional columns that hold nothing but 0."""
    return _with(
        table,
        [not c.optional or any(says_something(r.cells[i]) for r in table.rows) for i, c in enumerate(table.columns)],
    )


def without(table: Table, *keys: str) -> Table:
    """Return the table without some of its columns."""
    return _with(table, [column.key not in keys for column in table.columns])


def _with(table: Table, keep: Sequence[bool]) -> Table:
    rows = tuple(row._replace(cells=tuple(compress(row.cells, keep))) for row in table.rows)
    return replace(table, columns=tuple(compress(table.columns, keep)), rows=rows)
