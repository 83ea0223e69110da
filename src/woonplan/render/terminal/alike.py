"""Columns that say the same in every row: told once under the table, which leaves its width to what differs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from woonplan.render.cells import cell_text
from woonplan.tables import Cell, Kind, Row, Style, Table, Value, without, words

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
        said = {row.cells[i] for row in rows} - {None, ""}
        if len(said) == 1 and isinstance(word := said.pop(), str) and word:
            found[word].append(i)
    totals = [row for row in table.rows if row.style is Style.TOTAL]
    notes = tuple(_told(table, word, columns, totals) for word, columns in found.items())
    kept = without(table, *(table.columns[i].key for columns in found.values() for i in columns))
    return replace(kept, notes=(*notes, *table.notes))


def ends_together(table: Table) -> Table:
    """Return the table with both ends of a quantity in one column, where neither of them is a range itself."""
    for low, column in enumerate(table.columns[:-1]):
        key, _, end = column.key.rpartition("_")
        if end != "ondergrens" or table.columns[low + 1].key != f"{key}_bovengrens":
            continue
        if all(_single(cell) for row in table.rows for cell in row.cells[low : low + 2]):
            columns = (*table.columns[:low], replace(column, header=column.header.removesuffix(f" {end}")))
            rows = tuple(
                replace(row, cells=(*row.cells[:low], _pair(*row.cells[low : low + 2]), *row.cells[low + 2 :]))
                for row in table.rows
            )
            return ends_together(replace(table, columns=(*columns, *table.columns[low + 2 :]), rows=rows))
    return table


def _single(cell: Cell) -> bool:
    if not isinstance(cell, Value):
        return True
    low, high = cell.reach
    return low is not None and low == high


def _pair(low: Cell, high: Cell) -> str:
    """Return both ends as one text: `over 1.655 tot tekort 345`, `4.200 tot 5.000`, `tekort 5.900 tot 7.900`."""
    one, other = cell_text(low), cell_text(high)
    if one == other:
        return one
    same = next((word for word in ("tekort ", "over ") if one.startswith(word) and other.startswith(word)), "")
    return f"{one} tot {other.removeprefix(same)}"


def _told(table: Table, word: str, columns: list[int], totals: list[Row]) -> str:
    """Return a sentence: `bron: CBS`, `geen opgave: saldo ondergrens (totaal over 1.655), saldo bovengrens`."""
    said = []
    for i in columns:
        others = [
            f"{cell_text(row.cells[0])} {text}" for row in totals if (text := cell_text(row.cells[i])) not in ("", word)
        ]
        said.append((table.columns[i].header, f" ({', '.join(others)})" if others else ""))
    if len(columns) == 1 and table.columns[columns[0]].kind is Kind.TEXT:
        return f"{said[0][0]}: {words(word)}{said[0][1]}."
    return f"{words(word)}: {', '.join(f'{header}{others}' for header, others in said)}."
