"""One sheet of a workbook: a title, a header that stays in view, rows, and notes under them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from fractions import Fraction
from itertools import accumulate, chain, repeat
from typing import TYPE_CHECKING, Any

from woonplan.render.safe import safe
from woonplan.render.xlsx.spread import Field, Spread, spread, text_field
from woonplan.tables import Style, Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

ORIGIN = "herkomst"
"""The name of the sheet that says where it all came from."""

NARROWEST, FIRST, NARROW = 9, 44, 36
"""Column widths in characters: at least, at most for the column that stays in view, and at most in a wide table."""
WIDEST = ((3, 90), (7, 60))
"""Columns of a table, and how wide one may be at most in it: beyond that text wraps, and a page stays readable."""
FILTER = 3
"""Characters that the button of the filter takes from a header."""
PAGE = 220
"""Characters beside each other on a page (A4 on its side) before a print of them is too small to read."""
NOTE = 90
"""Characters that a note is wide at least."""

LINE, MOST_LINES = 15, 27
"""Height of a line (points), and the lines of the highest row that the file format has (409 points)."""

_HEADER = {"bold": True, "bottom": 1, "bg_color": "#E8EDF2", "valign": "top", "text_wrap": True}
_COLOURS = {-1: "#9C1C1C", 1: "#0B6138"}


class Sheet:
    """One sheet: its title, a header that stays in view, rows, and notes under them."""

    def __init__(self, book: Workbook, name: str, title: str) -> None:
        self._book = book
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._sheet: Worksheet = book.add_worksheet(name)
        self._row = 0
        self._widths: list[int] = []
        self.line(title, bold=True, font_size=14)
        self._sheet.hide_gridlines(2)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_footer(f"&L{safe(title)[:100].replace('&', '&&')}&RBlad &P van &N")

    def line(self, text: str, **properties: Any) -> None:
        """Write a line of text that runs on over the columns beside it."""
        self._text(self._row, 0, text, **properties)
        self._row += 1

    def table(self, table: Table) -> None:
        """Write a table with its notes."""
        self.line(table.title, italic=True)
        self._row += 1
        self.grid(spread(table))
        self._row += 1
        for note in table.notes:
            self.note(note)
        self.note(f"Aannames, bronnen en invoer: blad '{ORIGIN}'.")

    def grid(self, shown: Spread) -> None:
        """Write headers and rows; the header stays in view and on every page, and filters."""
        head = self._row
        self._widths = _widths(shown)
        columns = zip(self._widths, shown.headers, shown.numeric, strict=True)
        for column, (width, header, numeric) in enumerate(columns):
            self._sheet.set_column(column, column, width)
            # Headers wrap to the full width of a column: without room beside them they run into each other.
            apart = {"indent": 1} if column else {}
            self._text(head, column, header, **_HEADER, **_side(column, numeric=numeric) | apart)
        # Row after row, each with its height: what is written of one is gone from memory when the next begins.
        self._height(head, shown.headers)
        for row, (style, fields) in enumerate(shown.rows, head + 1):
            self._height(row, [field.shown for field in fields])
            for column, (field, numeric) in enumerate(zip(fields, shown.numeric, strict=True)):
                self._field(row, column, field, style, numeric=numeric)
        self._row = head + 1 + len(shown.rows)
        if shown.headers:
            from xlsxwriter.utility import xl_range

            area = (head, 0, max(self._row - 1, head), len(shown.headers) - 1)
            self._sheet.freeze_panes(head + 1, 1)
            self._sheet.repeat_rows(head)
            self._sheet.repeat_columns(0, 0)
            self._sheet.fit_to_pages(-(-sum(self._widths) // PAGE), 0)
            # A year or a status is a name here, whatever it looks like.
            self._sheet.ignore_errors({"number_stored_as_text": xl_range(*area)})
            self._sheet.autofilter(*area)

    def note(self, text: str) -> None:
        """Write a sentence under the table, over as many columns as it needs to be read."""
        widths = enumerate(accumulate(chain(self._widths, repeat(NARROWEST))))
        last, width = next((column, width) for column, width in widths if width >= NOTE)
        if last > 0:
            self._sheet.merge_range(self._row, 0, self._row, last, "")
        self._sheet.set_row(self._row, LINE * _lines(text, width))
        self._text(self._row, 0, text, text_wrap=True, valign="top")
        self._row += 1

    def _height(self, row: int, texts: Iterable[str]) -> None:
        # Not every program that opens the file works out the height of text that wraps, and none that of merged cells.
        lines = max((_lines(text, width) for text, width in zip(texts, self._widths, strict=True)), default=1)
        if lines > 1:
            self._sheet.set_row(row, LINE * min(lines, MOST_LINES))

    def _field(self, row: int, column: int, field: Field, style: Style, *, numeric: bool) -> None:
        look: dict[str, Any] = {"valign": "top", **_side(column, numeric=numeric)}
        if style is Style.TOTAL:
            look |= {"bold": True, "top": 1}
        if style is Style.DETAIL and column == 0:
            look["indent"] = 1
        if not field.known:
            look |= {"italic": True, "font_color": "#595959"}
        if field.sign:
            look["font_color"] = _COLOURS[field.sign]
        if isinstance(field.value, int | Fraction):
            # The file format has no exact numbers: this is the nearest that it can hold.
            shown = self._format(num_format=field.number_format, **look)
            self._sheet.write_number(row, column, float(field.value), shown)
        elif field.value is None:
            self._sheet.write_blank(row, column, None, self._format(**look))
        else:
            self._sheet.write_string(row, column, field.value, self._format(text_wrap=not numeric, **look))

    def _text(self, row: int, column: int, text: str, **properties: Any) -> None:
        # As a string, whatever it starts with: never by the method that guesses what a value is.
        self._sheet.write_string(row, column, str(text_field(text).value), self._format(**properties))

    def _format(self, **properties: Any) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(properties)
        return self._formats[key]


def _side(column: int, *, numeric: bool) -> dict[str, Any]:
    """Return the side of a cell that its content stands at; text keeps its distance from a number on its left."""
    return {"align": "right"} if numeric else {"align": "left", "indent": min(column, 1)}


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a column, with some room for letters that are wider than a digit."""
    if len(text) < width and "\n" not in text:
        return 1
    return sum(len(textwrap.wrap(line, max(width - 2, 1))) or 1 for line in text.split("\n"))


def _widths(shown: Spread) -> list[int]:
    widths = []
    widest = next((width for most, width in WIDEST if len(shown.headers) <= most), NARROW)
    for column, header in enumerate(shown.headers):
        # A header may wrap between its words; a number never wraps.
        words = [len(word) + FILTER for word in header.split()]
        lines = [len(line) for _, fields in shown.rows for line in fields[column].shown.split("\n")]
        widths.append(max(NARROWEST, min(max([0, *words, *lines]) + 4, widest if column else FIRST)))
    return widths
