"""A table spread over the columns of a spreadsheet: real numbers where there are numbers, words where there are not.

An amount or an exact number takes as few columns as tell the truth, decided per column of the table:

- one, when every number in it is a single number;
- two, ``(laagst)`` and ``(hoogst)``, as soon as one cell is a range or open at an end;
- one more, ``(zonder)``, as soon as one cell lacks something beside what is known: plans or municipalities, counted.

What is not known is the word `onbekend`, never 0 and never empty. ``ca.``, `tekort`, `over` and units are part of the
number format, so that the cell itself stays a number that can be summed. Colours are not: programs differ on their
numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial

from woonplan.numerals import dutch
from woonplan.render.cells import ROUNDING, UNKNOWN, bounds_text, number_text, unit_text
from woonplan.render.csv import neutral
from woonplan.render.svg.looks import look
from woonplan.tables.cell import Cell, Value, shown, words
from woonplan.tables.look import Look, Unit
from woonplan.tables.table import Kind, Style, Table, readable

LESS, MORE = "of lager", "of hoger"
"""What stands in the place of an end that is open."""

MOST_DIGITS = 999_999_999_999_999
"""The largest whole number that a spreadsheet keeps exactly; beyond it a number is text."""

MOST_TEXT = 32_000
"""Characters that a cell holds, with room for the remark that there was more (the file format allows 32,767)."""

_LACKING = "zonder"
"""The part of a header above words: what has no number."""

Terms = tuple[tuple[int, tuple[int, int]], ...]

_BOUNDED = (Kind.AMOUNT, Kind.EXACT)

COUNT_FORMAT = "#,##0"
"""Written as the file format wants it; a Dutch spreadsheet shows 8.300."""


@dataclass(frozen=True, slots=True)
class Field:
    """One cell of a sheet: a number with its format, a text, or nothing (None)."""

    value: str | int | Fraction | None = None
    number_format: str = ""
    shown: str = ""
    """What a reader sees; for the width of the column."""
    known: bool = True
    """False for a word in the place of a number."""
    sign: int = 0
    """-1 and 1 for what is read as short and over."""
    terms: Terms = ()
    """What the number is the sum of: 1 or -1, and the row and column in the same spread."""


class Rows:
    """The rows of a sheet, made when they are asked for: of 50,000 plans only one at a time."""

    def __init__(self, count: int, make: Callable[[], Iterator[tuple[Style, tuple[Field, ...]]]]) -> None:
        """Make rows: ``make`` yields exactly ``count`` of them, the same every time."""
        self._count = count
        self._make = make

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[tuple[Style, tuple[Field, ...]]]:
        return self._make()


@dataclass(frozen=True, slots=True)
class Spread:
    """The sheet of a table: headers, which of them are numbers, and rows of as many fields."""

    headers: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: Rows | tuple[tuple[Style, tuple[Field, ...]], ...]
    bars: Mapping[int, str] = field(default_factory=dict)
    """The columns whose numbers are drawn as bars, with their colours."""


def spread(table: Table) -> Spread:
    """Return the table as the columns of a sheet; optional columns that hold nothing but 0 are left out."""
    table = readable(table)
    headers: list[str] = []
    numeric: list[bool] = []
    makers: list[tuple[int, Callable[[Cell], Field]]] = []
    # Where the cells of a column of the table are, if each is one cell here.
    places: dict[str, int] = {}
    for index, column in enumerate(table.columns):
        parts = _bounds(row.cells[index] for row in table.rows) if column.kind in _BOUNDED else [("", _plain)]
        if not parts[0][0]:
            places[column.key] = len(headers)
        for part, make in parts:
            headers.append(neutral(f"{column.header} ({part})" if part else column.header))
            numeric.append(column.kind is not Kind.TEXT and part != _LACKING)
            makers.append((index, make))
    added = {
        (i, places[j]): tuple((sign, (row, places[column])) for sign, (row, column) in terms)
        for (i, j), terms in table.sums.items()
        if all(column in places for _, (_, column) in (*terms, (1, (i, j))))
    }

    def rows() -> Iterator[tuple[Style, tuple[Field, ...]]]:
        for i, row in enumerate(table.rows):
            fields = (make(shown(row.cells[index])) for index, make in makers)
            yield row.style, tuple(_summed(field, added.get((i, column), ())) for column, field in enumerate(fields))

    bars = {
        places[column.key]: look(column.key).colour
        for column in table.columns
        if column.key in table.bars and column.key in places
    }
    return Spread(tuple(headers), tuple(numeric), Rows(len(table.rows), rows), bars)


def _summed(field: Field, terms: Terms) -> Field:
    return replace(field, terms=terms) if terms and isinstance(field.value, int) else field


def number_format(*, circa: bool, signed: bool, change: bool = False) -> str:
    """Return the format of an amount: sections for above, below and 0, with the words that the number stands for."""
    about = "ca. " if circa else ""
    if change:
        return f'"{about}"+#,##0;"{about}"-#,##0;0'
    if signed:
        zero = f'"{about}"0' if circa else "0"
        return f'"over {about}"#,##0;"tekort {about}"#,##0;{zero}'
    return f'"{about}"#,##0;"{about}-"#,##0;"{about}"0' if circa else "#,##0"


def exact_format(unit: Unit, look: Look, *, circa: bool) -> str:
    """Return the format of an exact number, with its decimals, its unit, and the mark."""
    digits = "#,##0" if unit is Unit.EURO else "0"
    decimals = f".{'0' * look.places}" if look.places else ""
    # Only the per cent sign is read as such; a word must be quoted.
    quote = "" if unit is Unit.PERCENT else '"'
    shown = f"{digits}{decimals}{quote}{unit_text(unit)}{quote}"
    return f'"ca. "{shown};"ca. -"{shown}' if circa else shown


def text_field(text: str) -> Field:
    """Return text that no spreadsheet takes for a formula, as long as a cell can hold."""
    shown = neutral(text)
    if shown.startswith("<r>") and shown.endswith("</r>"):
        shown += " "  # the library takes this for letters with a look, and writes it as it is
    if len(shown) > MOST_TEXT:
        shown = f"{shown[:MOST_TEXT]} [... nog {dutch(len(shown) - MOST_TEXT)} tekens]"
    return Field(shown, shown=shown)


def _plain(cell: Cell) -> Field:
    if isinstance(cell, Value) and cell.look.bare and cell.low is not None:
        return _number(cell.low, COUNT_FORMAT, dutch(int(cell.low)))
    text = number_text(cell) if isinstance(cell, Value) else words(cell or "")
    return text_field(text) if text else Field()


def _bounds(cells: Iterable[Cell]) -> list[tuple[str, Callable[[Cell], Field]]]:
    """Return the columns that a column of amounts or exact numbers takes, each with what it adds to the header."""
    two = lacks = False
    for cell in map(shown, cells):
        if isinstance(cell, Value):
            low, high = _ends(cell)
            two, lacks = two or low != high, lacks or bool(_lacks(cell))
    ends = (("laagst", 0), ("hoogst", 1)) if two else (("", 0),)
    columns: list[tuple[str, Callable[[Cell], Field]]] = [(part, partial(_end, end=end)) for part, end in ends]
    return [*columns, (_LACKING, _lacking)] if lacks else columns


def _lacking(cell: Cell) -> Field:
    return _plain(_lacks(cell) if isinstance(cell, Value) else None)


def _ends(cell: Value) -> tuple[int | Fraction | None, int | Fraction | None]:
    """Return between what a number lies; of one that what is lacking may raise and lower, between what is known."""
    return (cell.low, cell.high) if cell.apart and not cell.blank else cell.reach


def _lacks(cell: Value) -> str:
    return cell.apart or cell.lacking


def _end(cell: Cell, end: int) -> Field:
    if not isinstance(cell, Value):
        return _plain(cell)
    if cell.look.change and _ends(cell)[end] is None:
        return Field(number_text(cell), shown=number_text(cell), known=False)
    if _ends(cell) == (None, None):
        return Field(UNKNOWN, shown=UNKNOWN, known=False)
    bound = _ends(cell)[end]
    if bound is None:
        word = (LESS, MORE)[end]
        return Field(word, shown=word, known=False)
    shown = bounds_text(bound, bound, cell.look, circa=cell.circa)
    signed = cell.look.signed
    if cell.unit:
        form = exact_format(cell.unit, cell.look, circa=cell.circa)
    elif cell.rounding:
        words = f"{ROUNDING} ({'ca. ' if cell.circa else ''}"
        return _number(bound, f'"{words}"#,##0")";"{words}-"#,##0")"', number_text(cell))
    else:
        form = number_format(circa=cell.circa, signed=signed, change=cell.look.change)
    # A spreadsheet multiplies what it shows as a percentage.
    number = Fraction(bound, 100) if cell.unit is Unit.PERCENT else bound
    return _number(number, form, shown, (bound > 0) - (bound < 0) if signed else 0)


def _number(value: int | Fraction, form: str, shown: str, sign: int = 0) -> Field:
    return Field(value, form, shown, sign=sign) if -MOST_DIGITS <= value <= MOST_DIGITS else text_field(shown)
