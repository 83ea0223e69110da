"""Columns that say the same in every row: told once under the table, which leaves its width to what differs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from woonplan.render.cells import cell_text
from woonplan.tables.cell import Cell, Value, words
from woonplan.tables.table import Kind, Row, Style, Table, without

FEW = 3
"""Of fewer rows nothing is said to be alike."""


def told_once(table: Table) -> Table:
    """Return the table without the columns of words that are the same in every row.

    What they say, and what the total says there instead, stands in its notes. A number is never told for others: two
    rows with the same number are two numbers.
    """
    rows = [row for row in table.rows if row.style is not Style.TOTAL]
    if len(rows) < FEW:
        return table
    found: dict[str, list[int]] = defaultdict(list)
    for i in range(1, len(table.columns)):
        said = {row.cells[i] for row in rows} - (set() if table.columns[i].some else {None, ""})
        if len(said) == 1 and isinstance(word := said.pop(), str) and word:
            found[word].append(i)
    totals = [row for row in table.rows if row.style is Style.TOTAL]
    notes = tuple(_told(table, word, columns, totals) for word, columns in found.items())
    kept = without(table, *(table.columns[i].key for columns in found.values() for i in columns))
    return replace(kept, notes=(*notes, *table.notes))


def ends_together(table: Table) -> Table:
    """Return the table with both ends of a quantity in one column, where one text says both in every row."""
    for low, column in enumerate(table.columns[:-1]):
        key, _, end = column.key.rpartition("_")
        # Ends that are not those of a quantity in their header are the table.
        if end != "ondergrens" or column.header == end or table.columns[low + 1].key != f"{key}_bovengrens":
            continue
        pairs = [_pair(*row.cells[low : low + 2]) for row in table.rows]
        if None not in pairs:
            columns = (*table.columns[:low], column._replace(header=column.header.removesuffix(f" {end}")))
            rows = tuple(
                row._replace(cells=(*row.cells[:low], pair, *row.cells[low + 2 :]))
                for row, pair in zip(table.rows, pairs, strict=True)
            )
            return ends_together(replace(table, columns=(*columns, *table.columns[low + 2 :]), rows=rows))
    return table


def _pair(low: Cell, high: Cell) -> str | None:
    """Return both ends as one text: `over 1.655 tot tekort 345`, `4.200 tot 5.000`, `tekort 5.900 tot 7.900`.

    None where one end is a range itself, but for a number that is open above: `min. 14.100` says what 14.100 says too.
    """
    one, other = cell_text(low), cell_text(high)
    if not (_single(low) and _single(high)):
        return other if _open_above(low, high) else None
    if one == other:
        return one
    same = next((word for word in _ONCE if one.startswith(word) and other.startswith(word)), "")
    return f"{one} tot {other.removeprefix(same)}"


_ONCE = ("tekort ca. ", "over ca. ", "tekort ", "over ", "ca. ")
"""What is not said again of the second of two numbers."""


def _single(cell: Cell) -> bool:
    if not isinstance(cell, Value):
        return True
    low, high = cell.reach
    return low is not None and low == high


def _open_above(low: Cell, high: Cell) -> bool:
    """Whether the second is the first or more; of a balance that is another side, not more."""
    if not isinstance(low, Value) or not isinstance(high, Value) or high.look.signed or not _single(low):
        return False
    return high.reach == (low.reach[0], None)


def _told(table: Table, word: str, columns: list[int], totals: list[Row]) -> str:
    """Return a sentence: `bron: CBS`, or `per rij geen opgave; totaal: opgave 20.000, saldo over 1.655`."""
    # A column of text that stands alone is called by its name; the word in place of numbers says which they are.
    alone = len(columns) == 1 and table.columns[columns[0]].kind is Kind.TEXT
    beside = ""
    for row in totals:
        found = [(table.columns[i].header, cell_text(row.cells[i])) for i in columns]
        said = [text if alone else f"{header} {text}" for header, text in found if text not in ("", word)]
        beside += f"; {cell_text(row.cells[0])}: {', '.join(said)}" if said else ""
    if alone:
        return f"{table.columns[columns[0]].header}: {words(word)}{beside}."
    headers = "" if beside else f": {', '.join(table.columns[i].header for i in columns)}"
    return f"per rij {words(word)}{headers}{beside}."
