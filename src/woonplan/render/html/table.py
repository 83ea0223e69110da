"""A table in a page: as it is where there is room, a block per row on a phone, and its key numbers as cards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from woonplan.render.cells import cell_text
from woonplan.render.html.bars import Lane, drawn, lanes, said
from woonplan.render.html.words import content, escape, number, prose
from woonplan.tables.cell import Cell, Value
from woonplan.tables.table import Column, Kind, Row, Style, Table

MANY, MOST = 8, 12
"""From this many columns on a table is set in smaller letters, and in the smallest."""

FEW = 6
"""A table of at most so many rows is not split over two pages of paper."""

STACKED = 4
"""From this many columns on a table is too wide for a phone."""

_OF_AN_END = re.compile(r" ?(?:onder|boven)grens$")
"""What the header of one end of a quantity has beside the name of it."""

UPRIGHT = 13
"""How many columns of numbers fit on paper that stands upright; one of text takes the room of two."""


TOGETHER, SHORT = 11, 20
"""As many columns of numbers have two tables at the most that fit beside each other on paper, and each so many rows."""


def on_its_side(tables: Sequence[Table]) -> bool:
    """Whether tables need paper on its side; all of a document has one side, or pages would stay half empty."""
    return any(width(table) >= UPRIGHT for table in tables)


def width(table: Table) -> int:
    """Return how much room a table needs on paper, in columns of numbers."""
    return sum(1 if _numeric(column) else 2 for column in table.columns[1:])


def beside(tables: Sequence[tuple[str, Table]]) -> Iterator[tuple[tuple[str, Table], ...]]:
    """Yield tables with their names, in their order; two together that fit beside each other on paper."""
    left = list(tables)
    while left:
        two = [table for _, table in left[:2]]
        fits = len(two) > 1 and sum(map(width, two)) <= TOGETHER and max(len(table.rows) for table in two) <= SHORT
        count = 2 if fits else 1
        yield tuple(left[:count])
        del left[:count]


def stacks(table: Table) -> bool:
    """Return whether a table has a block per row on a phone: more columns of numbers than fit, or text in one."""
    return len(table.columns) >= STACKED or any(not _numeric(column) for column in table.columns[1:])


def _numeric(column: Column) -> bool:
    return column.kind is not Kind.TEXT


def table_lines(table: Table, name: str) -> list[str]:
    """Return a table with its caption and notes, under ``name``."""
    bars = lanes(table)
    rows = [_row(row, table.columns, bars) for row in table.rows]
    empty = f'<tr><td colspan="{max(len(table.columns), 1)}" class="unknown">geen rijen</td></tr>'
    columns = len(table.columns)
    looks_of = (("stack", stacks(table)), ("many", columns >= MANY), ("most", columns >= MOST))
    kinds = [look for look, holds in looks_of if holds and rows]
    small = f' class="{" ".join(kinds)}"' if kinds else ""
    scales = said(table, bars)
    whole = ' class="few"' if len(rows) <= FEW else ""
    return [
        f'<section id="{name}"{whole}>',
        # A part that scrolls must be reachable by keyboard, and have a name.
        f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{name}-titel">',
        f"<table{small}>",
        f'<caption><span id="{name}-titel">{escape(table.title)}</span></caption>',
        f"<thead><tr>{''.join(_head('col', column, escape(column.header)) for column in table.columns)}</tr></thead>",
        "<tbody>",
        *(rows or [empty]),
        "</tbody>",
        "</table>",
        "</div>",
        *(f'<p class="note">{prose(note)}</p>' for note in (*([scales] if scales else []), *table.notes)),
        "</section>",
    ]


def labels(table: Table, name: str) -> Iterator[str]:
    """Yield the style rules that say before each number of a block what it is, both ends of one beside each other."""
    if stacks(table):
        for place, column in enumerate(table.columns[1:], 2):
            yield f'#{name} td:nth-child({place}):not(:empty)::before {{ content: "{content(column.header)}" }}'
            if column.key.endswith("ondergrens"):
                yield f"#{name} td:nth-child({place}) {{ grid-column: 1 }}"


def _head(scope: str, column: Column, text: str) -> str:
    right = ' class="number"' if _numeric(column) else ""
    return f'<th scope="{scope}"{right}>{text}</th>'


def _row(row: Row, columns: tuple[Column, ...], bars: Mapping[int, Lane]) -> str:
    drawable = {} if row.style is Style.TOTAL else bars
    cells = (
        _cell(cell, column, i, drawable.get(i)) for i, (cell, column) in enumerate(zip(row.cells, columns, strict=True))
    )
    return f"<tr{_style(row)}>{''.join(cells)}</tr>"


def _style(row: Row) -> str:
    return "" if row.style is Style.NORMAL else f' class="{row.style}"'


def _cell(cell: Cell, column: Column, index: int, lane: Lane | None) -> str:
    if index == 0:
        # It names the row, also for those who hear the table.
        return _head("row", column, prose(cell_text(cell)))
    none = _numeric(column) and isinstance(cell, str)
    kinds = ["number" if _numeric(column) else "text", *looks(cell), *(["none"] if none else [])]
    bar = drawn(cell, lane) if lane else ""
    return f'<td class="{" ".join(kinds)}">{_text(cell)}{bar}</td>'


def _text(cell: Cell) -> str:
    return number(cell) if isinstance(cell, Value) and cell.number.applies else prose(cell_text(cell))


def looks(cell: Cell) -> list[str]:
    """Return the look of a number; the words in the cell say the same."""
    if not isinstance(cell, Value) or not cell.number.applies or cell.look.bare or cell.look.change:
        return []
    low, high = cell.reach
    if cell.blank or (low, high) == (None, None):
        return ["unknown"] if not cell.apart or cell.blank else []
    if not cell.look.signed or cell.rounding:
        return []
    if high is not None and high < 0:
        return ["below"]
    return ["above"] if low is not None and low > 0 else []


def card_lines(table: Table, name: str) -> list[str]:
    """Return the rows of a table as cards: its name, and each number with what it is; two that are alike once."""
    cards = (
        f"<div{_style(row)}><dt>{prose(cell_text(row.cells[0]))}</dt>{''.join(_said(row, table.columns))}</div>"
        for row in table.rows
    )
    return [
        f'<section id="{name}">',
        '<dl class="cards">',
        *cards,
        "</dl>",
        *(f'<p class="note">{prose(note)}</p>' for note in table.notes),
        "</section>",
    ]


def _said(row: Row, columns: tuple[Column, ...]) -> Iterator[str]:
    """Yield the numbers of a card; both ends of one quantity with what they are, or once where they are alike."""
    cells = list(zip(columns[1:], row.cells[1:], strict=True))
    while cells:
        (column, cell), *cells = cells
        quantity = _OF_AN_END.sub("", column.header)
        alike = cells and column.key.endswith("ondergrens") and cell_text(cells[0][1]) == cell_text(cell)
        cells = cells[1:] if alike else cells
        label = f"{quantity if alike else column.header}{':' if quantity else ''}"
        if text := cell_text(cell):
            words = f'<span class="what">{escape(label)}</span> ' if label else ""
            kinds = ["number", *(["change"] if quantity else []), *looks(cell), *(["none"] if cell == text else [])]
            yield f'<dd class="{" ".join(kinds)}">{words}{_text(cell)}</dd>'
