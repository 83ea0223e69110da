"""Which numbers of a table follow from other numbers of it by adding and taking off, so that a sheet can do the same.

Only where that gives the very number. An aggregate with parts, a range and a number that lacks something do not add up
by cells: those stay what was calculated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from woonplan.calc.number.figure import Figure, Op
from woonplan.tables.cell import Cell, Value
from woonplan.tables.document import Document
from woonplan.tables.table import Row, Style, Table, Terms, readable

_Place = tuple[int, int]
"""A cell: its row and its column."""

_Terms = tuple[tuple[int, _Place], ...]
"""What a number is the sum of: 1 or -1, and where it stands."""

MOST_ROWS = 2_000
"""Rows of a table that is looked through: a longer one is a list, and not a sum."""

_SIGNS = {Op.SOM: 1, Op.SAMEN: 1, Op.RECORDS: 1, Op.VERSCHIL: -1}
"""How the parts of a figure but the first count in it."""

_MOST_PARTS, _MOST_PLACES = 12, 2


def summed(document: Document) -> Document:
    """Return the document with tables that say which of their numbers are the sum of others that readers see."""
    return replace(document, tables=tuple(_summed(table) for table in document.tables))


def _summed(table: Table) -> Table:
    if len(table.rows) > MOST_ROWS:
        return table
    shown = readable(table)
    keys = [column.key for column in shown.columns]

    def named(terms: _Terms) -> Terms:
        return tuple((sign, (row, keys[column])) for sign, (row, column) in terms)

    return replace(table, sums={(row, keys[column]): named(terms) for (row, column), terms in _sums(shown).items()})


def _sums(table: Table) -> Mapping[_Place, _Terms]:
    """Return the numbers of a table that follow from others of it, each with what it is the sum of."""
    numbers = {
        (i, j): number
        for i, row in enumerate(table.rows)
        for j, cell in enumerate(row.cells)
        if (number := exact(cell)) is not None
    }
    found: dict[_Place, _Terms] = {}
    by_figure = _by_figure(table, numbers)
    for place, number in numbers.items():
        candidates = (*_derived(table, place, by_figure), *_above(table.rows, place))
        terms = next((terms for terms in candidates if _gives(numbers, terms, number)), ())
        if terms and not any(_leads_to(found, part, place) for _, part in terms):
            found[place] = terms
    return found


def exact(cell: Cell) -> int | None:
    """Return the number of a cell that is one whole number, of which nothing is unknown; None for another."""
    if not isinstance(cell, Value) or not cell.number.applies or cell.unit or cell.blank or cell.lacking:
        return None
    return int(cell.low) if cell.low is not None and cell.low == cell.high else None


def _gives(exact: Mapping[_Place, int], terms: _Terms, number: int) -> bool:
    return all(place in exact for _, place in terms) and sum(sign * exact[place] for sign, place in terms) == number


def _leads_to(found: Mapping[_Place, _Terms], start: _Place, goal: _Place) -> bool:
    """Return whether a cell is the sum of another in the end: that one cannot be a sum of it as well."""
    return start == goal or any(_leads_to(found, part, goal) for _, part in found.get(start, ()))


Key = tuple[str, object]


def _key(figure: Figure) -> Key:
    return figure.name, figure.ends


def _by_figure(table: Table, exact: Mapping[_Place, int]) -> Mapping[Key, list[_Place]]:
    found: dict[Key, list[_Place]] = {}
    for i, j in exact:
        cell = table.rows[i].cells[j]
        if isinstance(cell, Value):
            found.setdefault(_key(cell.figure), []).append((i, j))
    return found


def _derived(table: Table, place: _Place, by_figure: Mapping[Key, list[_Place]]) -> Iterator[_Terms]:
    """Yield the ways in which the parts of a number stand in its column or its row."""
    cell = table.rows[place[0]].cells[place[1]]
    if not isinstance(cell, Value):
        return
    ends = [column.header.rsplit(maxsplit=1)[-1:] for column in table.columns]

    def other_end(at: _Place) -> bool:
        # A target stands in the column of each end of it.
        return ends[at[1]] != ends[place[1]]

    for line in (1, 0):
        there = {
            key: sorted((at for at in found if at[line] == place[line] and at != place), key=other_end)
            for key, found in by_figure.items()
        }
        kept = list(_parts(cell.figure, 1, there))
        if 1 < len(kept) <= _MOST_PARTS:
            for chosen in product(*(places[:_MOST_PLACES] for _, places in kept)):
                yield tuple(zip((sign for sign, _ in kept), chosen, strict=True))


def _parts(figure: Figure, sign: int, there: Mapping[Key, list[_Place]]) -> Iterator[tuple[int, list[_Place]]]:
    """Yield with which sign each part of a figure counts, and where it may stand; one that does not, by its own parts.

    A part that stands nowhere and has none has no places: then the figure is no sum of cells.
    """
    if figure.op not in _SIGNS or not 1 < len(figure.parts) <= _MOST_PARTS:
        yield sign, []
        return
    for number, part in enumerate(figure.parts):
        of_part = sign * (_SIGNS[figure.op] if number else 1)
        if places := there.get(_key(part)):
            yield of_part, places
        elif not _nothing(part):  # what is nothing at all may have no place in the table
            yield from _parts(part, of_part, there)


def _nothing(figure: Figure) -> bool:
    return all((end.low, end.high) == (0, 0) and not end.missing for end in figure.ends)


def _above(rows: Sequence[Row], place: _Place) -> Iterator[_Terms]:
    """Yield what stands above a total and below the one before it: without and with the rows that are a detail."""
    row, column = place
    if rows[row].style is not Style.TOTAL:
        return
    first = next((i + 1 for i in reversed(range(row)) if rows[i].style is Style.TOTAL), 0)
    for styles in ((Style.NORMAL,), (Style.NORMAL, Style.DETAIL)):
        chosen = [i for i in range(first, row) if rows[i].style in styles and rows[i].cells[column] not in (None, "")]
        if sum(exact(rows[i].cells[column]) != 0 for i in chosen) > 1:  # of one number that counts it may be chance
            yield tuple((1, (i, column)) for i in chosen)
