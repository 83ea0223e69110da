"""A document as CSV: for machines, and for a Dutch Excel."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from woonplan.numerals import plain_decimal
from woonplan.render.cells import bounds_text
from woonplan.render.safe import inert, safe
from woonplan.tables import Cell, Column, Document, Kind, Value

BOM = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""What starts a formula, full-width forms too; tabs and line ends before it do not help."""
_PARTS: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {Kind.AMOUNT: ("min", "max", "circa", "zonder"), Kind.EXACT: ("min", "max", "circa", "zonder", "eenheid")}
)
"""The columns of a column of numbers; a unit is needed where one column holds years and shares of the target."""


def render_csv(document: Document) -> str:
    """Return the rows as CSV: comma, LF, no byte order mark, plain numbers with a decimal point."""
    return _write(document, ",", "\n", ".")


def render_csv_nl(document: Document) -> str:
    """Return the rows as CSV that a Dutch Excel opens rightly: semicolon, CRLF, byte order mark, decimal comma."""
    return BOM + _write(document, ";", "\r\n", ",")


class _Lines:
    """Rows as lines of CSV, none of which begins as a command to a CI log: quotation marks leave a value what it is."""

    def __init__(self, delimiter: str, newline: str) -> None:
        self._out = io.StringIO()
        self._plain, self._quoted = (
            csv.writer(self._out, delimiter=delimiter, lineterminator=newline, quoting=quoting)
            for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)
        )

    def add(self, row: Sequence[str]) -> None:
        acts = row[0].lstrip().startswith("::")
        (self._quoted if acts else self._plain).writerow(row)

    def text(self) -> str:
        return inert(self._out.getvalue())


def _write(document: Document, delimiter: str, newline: str, mark: str) -> str:
    lines = _Lines(delimiter, newline)
    columns: dict[str, Column] = {}
    for table in document.tables:
        for column in table.columns:
            columns.setdefault(column.key, column)
    if document.passages:
        return _passages(document, delimiter, newline)
    several = len(document.tables) > 1
    head = ["tabel"] if several else []
    for column in columns.values():
        parts = _PARTS.get(column.kind)
        head += [f"{column.key}_{part}" for part in parts] if parts else [column.key]
    lines.add([*head[: int(several)], "sleutel", *head[int(several) :]])
    for table in document.tables:
        keys = [column.key for column in table.columns]
        for row in table.rows:
            cells = dict(zip(keys, row.cells, strict=True))
            line: list[str] = [table.name] if several else []
            line.append(neutral(row.key))
            for key, column in columns.items():
                line += _fields(cells.get(key), column.kind, mark)
            lines.add(line)
    return lines.text()


def _passages(document: Document, delimiter: str, newline: str) -> str:
    lines = _Lines(delimiter, newline)
    lines.add(["niveau", "naam", "titel", "kop", "tekst"])
    for passage in document.passages:
        for label, text in passage.items:
            row = [passage.name, passage.title, label, text]
            lines.add([str(passage.level), *(neutral(field) for field in row)])
    return lines.text()


def _fields(cell: Cell, kind: Kind, mark: str) -> list[str]:
    parts = _PARTS.get(kind)
    if parts is None:
        return [str(cell.low) if isinstance(cell, Value) else neutral(cell) if cell else ""]
    if not isinstance(cell, Value) or not cell.number.applies:
        return [""] * len(parts)
    marks = ["ja" if cell.circa else "nee", _lacking(cell)]
    if cell.unit:
        exact = ["" if end is None else plain_decimal(Fraction(end), cell.look.places, mark) for end in cell.reach]
        return [*exact, *marks, str(cell.unit)]
    return [*("" if bound is None else str(bound) for bound in cell.reach), *marks]


def _lacking(cell: Value) -> str:
    """Return what has no number in it; where that may move both ends, what is known stands here and not in those."""
    words = ", ".join(f"{count} {what}" for what, count in cell.zonder.items())
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
