"""One sheet of a workbook: a title, a header that stays in view, rows, and notes under them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import accumulate, chain, repeat, zip_longest
from typing import TYPE_CHECKING, Any

from woonplan.render.safe import safe
from woonplan.render.xlsx.charts import block, drawn, rows_behind
from woonplan.render.xlsx.spread import Field, Spread, Terms, spread, text_field
from woonplan.render.xlsx.widths import NARROW, NARROWEST, SHARED, lines, widths
from woonplan.tables.chart import Chart
from woonplan.tables.table import Style, Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

ORIGIN = "herkomst"
"""The name of the sheet that says where it all came from."""

PAGE = 220
"""Characters beside each other on a page (A4 on its side) before a print of them is too small to read."""
UPRIGHT = 140
"""Characters beside each other on a page that is upright."""
NOTE = 90
"""Characters that a note is wide at least."""

COLUMNS = 5
"""Columns behind a chart."""

LINE, MOST_LINES = 15, 27
"""Height of a line (points), and the lines of the highest row that the file format has (409 points)."""

_HEADER = {"bold": True, "bottom": 1, "bg_color": "#E8EDF2", "valign": "top", "text_wrap": True}
_COLOURS = {-1: "#9C1C1C", 1: "#0B6138"}


class Sheet:
    """One sheet: its title, and under it tables with their notes; one that is alone has its header in view."""

    def __init__(self, book: Workbook, name: str, title: str, above: Sequence[str] = ()) -> None:
        self._book = book
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._sheet: Worksheet = book.add_worksheet(name)
        self._row = 0
        self._widths: list[int] = []
        self._named = ""
        self._longest = 0
        """Characters of the longest line that runs on."""
        self._last = 0
        """The last column that is printed."""
        self._end: int | None = None
        """The last row that is, where it is not the last of the sheet."""
        for line in above:
            self.line(line, bold=not self._row)
        self.line(title, bold=True, font_size=14)
        self._sheet.hide_gridlines(2)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_footer(f"&L{safe(title)[:100].replace('&', '&&')}&RBlad &P van &N")

    def line(self, text: str, **properties: Any) -> None:
        """Write a line of text that runs on over the columns beside it."""
        self._longest = max(self._longest, len(text) * properties.get("font_size", 11) // 10)
        self._text(self._row, 0, text, **properties)
        self._row += 1

    def table(self, table: Table) -> None:
        """Write a table that has the sheet for itself, with its notes."""
        self.line(table.title, italic=True)
        self._row += 1
        shown = spread(table)
        self.grid(shown)
        self._row += 1
        for note in table.notes:
            self.note(note)
        self.note(f"Aannames, bronnen en invoer: blad '{ORIGIN}'.")

    def tables(self, tables: Sequence[Table]) -> None:
        """Write tables under each other, each with its notes, in columns that are wide enough for all of them."""
        grids = [spread(table) for table in tables]
        self.wide(grids, SHARED)
        for table, shown in zip(tables, grids, strict=True):
            self._row += 1
            self.line(table.title, bold=True)
            self.rows(shown)
            for note in table.notes:
                self.note(note)

    def wide(self, grids: Iterable[Spread], narrow: int = NARROW) -> None:
        """Make the columns wide enough for tables; text of a wide table gets no more than it needs to be read."""
        of_each = [self._widths, *(widths(shown, narrow) for shown in grids)]
        self._widths = [max(ones) for ones in zip_longest(*of_each, fillvalue=NARROWEST)]
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, width)
        self._sheet.fit_to_pages(max(1, round(sum(self._widths) / PAGE)), 0)

    def grid(self, shown: Spread) -> None:
        """Write headers and rows; the header stays in view and on every page, and filters."""
        head = self._row
        self.wide([shown])
        self.rows(shown)
        if shown.headers:
            self._sheet.freeze_panes(head + 1, 1)
            self._sheet.repeat_rows(head)
            self._sheet.repeat_columns(0, 0)
            self._sheet.autofilter(head, 0, max(self._row - 1, head), len(shown.headers) - 1)

    def rows(self, shown: Spread) -> None:
        """Write headers and rows."""
        head = self._row
        for column, (header, numeric) in enumerate(zip(shown.headers, shown.numeric, strict=True)):
            # Headers wrap to the full width of a column: without room beside them they run into each other.
            apart = {"indent": 1} if column else {}
            self._text(head, column, header, **_HEADER, **_side(column, numeric=numeric) | apart)
        self._height(head, shown.headers)
        for row, (style, fields) in enumerate(shown.rows, head + 1):
            self._height(row, [field.shown for field in fields])
            for column, (field, numeric) in enumerate(zip(fields, shown.numeric, strict=True)):
                self._field(row, column, field, style, numeric=numeric, first=head + 1)
        self._row = head + 1 + len(shown.rows)
        if shown.headers:
            self._names((head, 0, max(self._row - 1, head), len(shown.headers) - 1))
        self._bars(shown)

    def _names(self, area: tuple[int, int, int, int]) -> None:
        """Say that a year or a status is a name here, whatever it looks like."""
        from xlsxwriter.utility import xl_range

        self._named = f"{self._named} {xl_range(*area)}".strip()
        self._sheet.ignore_errors({"number_stored_as_text": self._named})

    def _bars(self, shown: Spread) -> None:
        """Draw the bars of a table in its cells, all on one scale."""
        numbers = [
            (row, column, field.value)
            for column in shown.bars
            for row, (style, fields) in enumerate(shown.rows, self._row - len(shown.rows))
            if style is not Style.TOTAL and isinstance((field := fields[column]).value, int)
        ]
        if not numbers:
            return
        most = max(1, *(value for _, _, value in numbers))
        for column in shown.bars:
            rows = [row for row, there, _ in numbers if there == column]
            if rows:
                look = {
                    "type": "data_bar",
                    "bar_solid": True,
                    "bar_color": _pale(shown.bars[column]),
                    "min_type": "num",
                }
                scale = {"min_value": 0, "max_type": "num", "max_value": most}
                self._sheet.conditional_format(rows[0], column, rows[-1], column, look | scale)

    def note(self, text: str) -> None:
        """Write a sentence under the table, over as many columns as it needs to be read."""
        reached = enumerate(accumulate(chain(self._widths, repeat(NARROWEST))))
        last, width = next((column, width) for column, width in reached if width >= NOTE)
        self._sheet.set_row(self._row, LINE * lines(text, width))
        self._last = max(self._last, last)
        if last > 0:
            self._sheet.merge_range(self._row, 0, self._row, last, "")
        self._text(self._row, 0, text, text_wrap=True, valign="top")
        self._row += 1

    def said(self, heading: str, sentences: Sequence[str]) -> None:
        """Write sentences under a heading, where there are any."""
        if sentences:
            self._row += 1
            self.line(heading, bold=True)
        for sentence in sentences:
            self.note(sentence)

    def charts(self, name: str, charts: Sequence[Chart]) -> None:
        """Draw charts, each with what it shows, and below all of them their numbers, which are not printed."""
        blocks = [block(chart) for chart in charts]
        self.wide(found.spread for found in blocks)
        places = []
        for chart in charts:
            self._row += 1
            if chart.says:
                self.note(chart.says)
            places.append(self._row)
            self._row += rows_behind(chart)
        last = self._row
        if charts:
            self._row += 1
            self.line("Cijfers van de grafieken", bold=True)
            self.note("Een leeg vak is onbekend.")
        for chart, found, place in zip(charts, blocks, places, strict=True):
            self._row += 1
            self.line(chart.title, italic=True)
            picture = drawn(self._book, chart, found, name, self._row)
            self.rows(found.spread)
            self._sheet.insert_chart(place, 0, picture, {"description": safe(chart.description), "y_offset": 4})
        if charts and sum(self._widths) <= UPRIGHT:
            self._sheet.set_portrait()  # more charts stand on a page
        if charts:
            self._last, self._end = max(self._last, COLUMNS), last

    def close(self) -> None:
        """Set what is printed: all of it, or what stands above the numbers of charts."""
        last = self._row - 1 if self._end is None else self._end
        reached = enumerate(accumulate(chain(self._widths, repeat(NARROWEST))))
        over = next(column for column, width in reached if width >= self._longest)
        self._sheet.print_area(0, 0, max(last, 0), max(self._last, over, len(self._widths) - 1))

    def _height(self, row: int, texts: Iterable[str]) -> None:
        # Not every program that opens the file works out the height of text that wraps, and none that of merged cells.
        high = max((lines(text, width) for text, width in zip(texts, self._widths, strict=False)), default=1)
        if high > 1:
            self._sheet.set_row(row, LINE * min(high, MOST_LINES))

    def _field(self, row: int, column: int, field: Field, style: Style, *, numeric: bool, first: int) -> None:
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
            if field.terms:
                self._sheet.write_formula(row, column, formula(field.terms, first), shown, field.value)
            else:
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


def _pale(colour: str) -> str:
    """Return a colour on which a number can be read."""
    return "#" + "".join(f"{255 - (255 - int(colour[i : i + 2], 16)) // 2:02X}" for i in (1, 3, 5))


def formula(terms: Terms, first: int) -> str:
    """Return the formula of a sum of cells of a table of which the first row stands in ``first``."""
    from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

    columns = {column for _, (_, column) in terms}
    if len(columns) == 1 and all(sign > 0 for sign, _ in terms):
        (column,) = columns
        rows = sorted(row for _, (row, _) in terms)
        # What stands under each other is one range.
        starts = [row for row in rows if row - 1 not in rows]
        ends = [row for row in rows if row + 1 not in rows]
        ranges = (xl_range(first + a, column, first + b, column) for a, b in zip(starts, ends, strict=True))
        return f"=SUM({','.join(ranges)})"
    cells = ((sign, xl_rowcol_to_cell(first + row, column)) for sign, (row, column) in terms)
    return "=" + "".join(f"{'+' if sign > 0 else '-'}{cell}" for sign, cell in cells).removeprefix("+")


def _side(column: int, *, numeric: bool) -> dict[str, Any]:
    """Return the side of a cell that its content stands at; text keeps its distance from a number on its left."""
    return {"align": "right"} if numeric else {"align": "left", "indent": min(column, 1)}
