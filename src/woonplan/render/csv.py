"""A document as CSV: for machines, and for a Dutch Excel."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from woonplan.numerals import plain_decimal
from woonplan.render.cells import bounds_text
from woonplan.render.safe import inert, safe
from woonplan.tables.cell import Cell, Value
from woonplan.tables.document import Document
from woonplan.tables.table import Column, Kind

BOM = "\ufeff"
_FIRST = ("sleutel", "niveau")
"""What the first column is called, of a table and of what is explained."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""What starts a formula, full-width forms too; tabs and line ends before it do not help."""
_PARTS: dict[Kind, tuple[str, ...]] = {
    Kind.AMOUNT: ("min", "max", "circa", "zonder"),
    Kind.EXACT: ("min", "max", "circa", "zonder", "eenheid"),
}
"""The columns of a column of numbers; a unit is needed where one column holds years and shares of the target."""


def render_csv(document: Document) -> str:
    """Return the rows as CSV: comma, LF, no byte order mark, plain numbers with a decimal point."""
    return _written(document, ",", "\n", ".")


def render_csv_nl(document: Document) -> str:
    """Return the rows as CSV that a Dutch Excel opens rightly: semicolon, CRLF, byte order mark, decimal comma."""
    return BOM + _written(document, ";", "\r\n", ",")


def may_replace(path: Path) -> bool:
    """Return whether a table may be written at a path: nothing is there, or a table of ours that begins as they do."""
    try:
        with path.open("rb") as file:
            start = file.read(len(BOM.encode()) + len(_FIRST[0]) + 1).decode("utf-8-sig", "replace")
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return any(start.startswith(f"{first}{mark}") for first in _FIRST for mark in ",;")


def _written(document: Document, delimiter: str, newline: str, mark: str) -> str:
    """Return the rows as lines, none of which begins as a command to a CI log: quotation marks change no value."""
    out = io.StringIO()
    plain, quoted = (
        csv.writer(out, delimiter=delimiter, lineterminator=newline, quoting=quoting)
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)
    )
    for row in _passages(document) if document.passages else _rows(document, mark):
        (quoted if row[0].lstrip().startswith("::") else plain).writerow(row)
    return inert(out.getvalue())


def _passages(document: Document) -> Iterator[list[str]]:
    yield ["niveau", "naam", "titel", "kop", "tekst"]
    for passage in document.passages:
        for item in passage.items:
            yield [str(passage.level), *map(neutral, (passage.name, passage.title, *item))]


def _rows(document: Document, mark: str) -> Iterator[list[str]]:
    """Yield the rows of all tables under the columns of all; with more than one, after the name of the table."""
    columns: dict[str, Column] = {}
    for column in (column for table in document.tables for column in table.columns):
        # What is whole homes in one table may be a share in another: then all of them have their unit.
        if column.key not in columns or len(_parts(column)) > len(_parts(columns[column.key])):
            columns[column.key] = column
    heads: list[str] = []
    for key, column in columns.items():
        heads += [f"{key}_{part}" for part in _parts(column)] or [key]
    several = len(document.tables) > 1
    yield [*(["tabel"] if several else []), "sleutel", *heads]
    for table in document.tables:
        for row in table.rows:
            cells = dict(zip((column.key for column in table.columns), row.cells, strict=True))
            fields = (field for key, column in columns.items() for field in _fields(cells.get(key), column, mark))
            yield [*([table.name] if several else []), neutral(row.key), *fields]


def _parts(column: Column) -> tuple[str, ...]:
    return _PARTS.get(column.kind, ())


def _fields(cell: Cell, column: Column, mark: str) -> list[str]:
    parts = _parts(column)
    if not parts:
        return [str(cell.low) if isinstance(cell, Value) else neutral(cell) if cell else ""]
    if not isinstance(cell, Value) or not cell.number.applies:
        return [""] * len(parts)
    marks = ["ja" if cell.circa else "nee", _lacking(cell)]
    ends = ("" if end is None else plain_decimal(Fraction(end), cell.look.places, mark) for end in cell.reach)
    return [*ends, *marks, *([str(cell.unit or "")] if len(parts) > len(_PARTS[Kind.AMOUNT]) else [])]


def _lacking(cell: Value) -> str:
    """Return what has no number in it; where that may move both ends, what is known stands here and not in those."""
    words = "; ".join(f"{what}: {count}" for what, count in cell.zonder.items())
    return (
        f"{bounds_text(cell.low, cell.high, cell.look, circa=False)}, zonder {cell.apart}"
        if cell.apart and not cell.blank
        else words
    )


def neutral(text: str) -> str:
    """Return text that no spreadsheet takes for a formula, and no terminal or CI log acts on.

    Line ends become spaces: a line of a log that begins with `::error` is a command to the runner that shows it.
    """
    shown = safe(_LINE_END.sub(" ", text))
    return f"'{shown}" if text.lstrip().startswith(_FORMULA) else shown
