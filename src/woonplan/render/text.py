"""A document for people: tables as wide as they need, or as narrow as the screen."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from woonplan.render.console import Screen, make_console
from woonplan.render.numbers import amount_text, dutch
from woonplan.render.passages import passage_lines
from woonplan.render.safe import encodable, inert, safe
from woonplan.tables import Amount, Cell, Column, Document, Kind, Row, Style, Table, readable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table as RichTable

GAP = 2
"""Columns of white space between two table columns."""

NARROW = 16
"""A column of text that may wrap gets at least this width, or goes."""

SMALLEST = 60
"""Columns of the narrowest screen that a table is laid out anew for; on a narrower one it is as wide as it must be."""

WORD = 26
"""A word up to this length is not broken; a longer one is an address."""

_BOX = "    \n    \n -- \n    \n    \n -- \n    \n    \n"


def render_text(document: Document, screen: Screen) -> str:
    """Return the document as text for ``screen``: plain lines, or with escape codes where it understands them."""
    document = _writable(document, screen.encoding)
    out = io.StringIO()
    # As wide as needed: the lines are fitted to the screen below, and what still does not fit is never cut.
    console = make_console(out, replace(screen, width=None))
    console.print(_wrapped(document.title, screen), style="bold", soft_wrap=True)
    for table in map(readable, document.tables):
        console.print()
        if len(document.tables) > 1:
            console.print(_wrapped(table.title, screen), style="bold", soft_wrap=True)
        _print_table(console, table, screen)
    if document.charts:
        from woonplan.render.charts_text import can_draw_blocks, chart_lines

        plain = not can_draw_blocks(screen.encoding)
        for chart in document.charts:
            console.print()
            for line in chart_lines(chart, screen.width, ascii_only=plain):
                console.print(line, soft_wrap=True)
    for passage in document.passages:
        if passage.level == 0:
            console.print()
        for line, is_title in passage_lines(passage, screen.width):
            console.print(line, style="bold" if is_title else None, soft_wrap=True)
    if document.notes:
        console.print()
    for note in document.notes:
        console.print(_wrapped(f"{note.kind}: {safe(note.text)}", screen), soft_wrap=True)
    lines = (line.rstrip() if not screen.styled else line for line in out.getvalue().splitlines())
    return encodable(inert("\n".join(lines)) + "\n", screen.encoding)


def _print_table(console: Console, table: Table, screen: Screen) -> None:
    columns, dropped = fitting(table, screen.width)
    if screen.width is None:
        for line, style in _lines(table):
            console.print(line, style=style, soft_wrap=True)
    else:
        rich, width = _table(table, columns, screen), _table_width(table, columns, screen)
        if screen.width < SMALLEST or _fits(console, rich, width, screen.width):
            console.print(rich, width=width, crop=False)
        else:
            for line, style in _narrow(table, columns, screen.width):
                console.print(line, style=style, soft_wrap=True)
    for line in _notes(table, dropped):
        console.print(_wrapped(line, screen), style="dim", soft_wrap=True)


def _fits(console: Console, rich: RichTable, width: int, most: int) -> bool:
    """Whether a table is as narrow as it was asked to be; rich takes from one column what another needs."""
    from rich.segment import Segment

    lines = Segment.split_lines(console.render(rich, console.options.update(width=width)))
    return max(map(Segment.get_line_length, lines), default=0) <= most


def _narrow(table: Table, columns: list[int], width: int) -> Iterator[tuple[str, str]]:
    from woonplan.render.narrow import Grid, narrow_lines

    grid = Grid(
        tuple(table.columns[i].header for i in columns),
        tuple(tuple(_indented(row, i) for i in columns) for row in table.rows),
        tuple(table.columns[i].kind is Kind.TEXT for i in columns),
    )
    for line, number in narrow_lines(grid, [_least(table, i) for i in columns], width):
        heading = number is None and not line.startswith("-")
        total = number is not None and table.rows[number].style is Style.TOTAL
        yield line, "bold" if heading or total else ""


def _writable(document: Document, encoding: str) -> Document:
    """Return the document in characters that ``encoding`` has: an escape is wider, so this comes before any layout."""

    def text(value: str) -> str:
        return encodable(safe(value), encoding)

    tables = tuple(
        replace(
            table,
            title=text(table.title),
            notes=tuple(map(text, table.notes)),
            columns=tuple(replace(column, header=text(column.header)) for column in table.columns),
            rows=tuple(
                replace(row, cells=tuple(text(cell) if isinstance(cell, str) else cell for cell in row.cells))
                for row in table.rows
            ),
        )
        for table in document.tables
    )
    notes = tuple(replace(note, text=text(note.text)) for note in document.notes)
    passages = tuple(
        replace(
            passage,
            title=text(passage.title),
            items=tuple((text(label), "\n".join(map(text, said.split("\n")))) for label, said in passage.items),
        )
        for passage in document.passages
    )
    charts = tuple(
        replace(
            chart,
            title=text(chart.title),
            band_name=text(chart.band_name),
            unit=text(chart.unit),
            categories=tuple(map(text, chart.categories)),
            series=tuple(replace(series, name=text(series.name)) for series in chart.series),
        )
        for chart in document.charts
    )
    return replace(document, title=text(document.title), tables=tables, notes=notes, passages=passages, charts=charts)


def cell_text(cell: Cell) -> str:
    """Return a cell as a reader sees it."""
    if cell is None:
        return ""
    if isinstance(cell, Amount):
        return amount_text(cell)
    return dutch(cell) if isinstance(cell, int) else safe(cell)


def fitting(table: Table, width: int | None) -> tuple[list[int], list[Column]]:
    """Return the columns that are shown on ``width`` columns, and those that are not.

    The column with the highest ``drop`` goes first, all columns with the same number together; one with 0 never goes.
    A column of text that is not the first counts for no more than ``NARROW``: it can wrap.
    """
    shown = list(range(len(table.columns)))
    gone: list[int] = []
    if width is None:
        return shown, []
    widths = [_least(table, i) for i in shown]
    while sum(widths[i] for i in shown) + GAP * (len(shown) - 1) > width:
        most = max(table.columns[i].drop for i in shown)
        if most == 0:
            break
        gone += [i for i in shown if table.columns[i].drop == most]
        shown = [i for i in shown if table.columns[i].drop != most]
    # What went last may have left room for what went before it.
    for drop in sorted({table.columns[i].drop for i in gone}):
        group = [i for i in gone if table.columns[i].drop == drop]
        wider = sorted([*shown, *group])
        if sum(widths[i] for i in wider) + GAP * (len(wider) - 1) <= width:
            shown, gone = wider, [i for i in gone if i not in group]
    return shown, [table.columns[i] for i in sorted(gone)]


def _table_width(table: Table, columns: list[int], screen: Screen) -> int:
    """Return the columns that a table takes: those of the screen, or more where its numbers and names need it."""
    gaps = GAP * (len(columns) - 1)
    least = sum(_least(table, i) for i in columns) + gaps
    most = sum(_width(table, i) for i in columns) + gaps
    return most if screen.width is None else max(least, min(most, screen.width))


def _least(table: Table, index: int) -> int:
    width = _width(table, index)
    return min(width, max(NARROW, _longest_word(table, index))) if _wraps(table, index) else width


def _longest_word(table: Table, index: int) -> int:
    from rich.cells import cell_len

    words = (word for row in table.rows for word in cell_text(row.cells[index]).split(" "))
    return min(max(map(cell_len, words), default=0), WORD)


def _wraps(table: Table, index: int) -> bool:
    return index > 0 and table.columns[index].kind is Kind.TEXT


def _width(table: Table, index: int) -> int:
    from rich.cells import cell_len

    cells = [_indented(row, index) for row in table.rows]
    return max((cell_len(text) for text in (table.columns[index].header, *cells)), default=0)


def _indented(row: Row, index: int) -> str:
    text = cell_text(row.cells[index])
    return f"  {text}" if index == 0 and row.style is Style.DETAIL else text


def _table(table: Table, columns: list[int], screen: Screen) -> RichTable:
    from rich.box import Box
    from rich.table import Table as RichTable
    from rich.text import Text

    rich = RichTable(box=Box(_BOX, ascii=True), show_edge=False, padding=(0, GAP - 1, 0, 0), pad_edge=False)
    for i in columns:
        column = table.columns[i]
        # Only text may wrap, and never a name; numbers keep their line whatever the screen.
        keep = screen.width is None or not _wraps(table, i)
        rich.add_column(
            Text(column.header),
            justify="left" if column.kind is Kind.TEXT else "right",
            no_wrap=keep,
            overflow="fold",
            min_width=_width(table, i) if keep else _least(table, i),
        )
    for row in table.rows:
        style = "bold" if row.style is Style.TOTAL else ""
        rich.add_row(*(Text(_indented(row, i)) for i in columns), style=style)
    return rich


def _lines(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the lines of a table that may be as wide as it needs, with their styles.

    Nothing wraps then, so there is nothing to lay out: rich takes a second for ten thousand cells.
    """
    from rich.cells import cell_len

    columns = [(column.header, *(_indented(row, i) for row in table.rows)) for i, column in enumerate(table.columns)]
    padded = []
    for texts, column in zip(columns, table.columns, strict=True):
        widths = [cell_len(text) for text in texts]
        width, left = max(widths), column.kind is Kind.TEXT
        pads = (" " * (width - own) for own in widths)
        padded.append([text + pad if left else pad + text for text, pad in zip(texts, pads, strict=True)])
    heading, *rows = ((" " * GAP).join(cells) for cells in zip(*padded, strict=True))
    yield heading, "bold"
    yield "-" * cell_len(heading), ""
    for row, line in zip(table.rows, rows, strict=True):
        yield line, "bold" if row.style is Style.TOTAL else ""


def _notes(table: Table, dropped: list[Column]) -> list[str]:
    lines = ["(geen)"] if not table.rows else []
    lines += [safe(note) for note in table.notes]
    if dropped:
        names = ", ".join(column.header for column in dropped)
        lines.append(f"Niet getoond (scherm te smal): {names}. Zie --format csv of een breder scherm.")
    return lines


def _wrapped(text: str, screen: Screen) -> str:
    if screen.width is None:
        return text
    return textwrap.fill(text, max(screen.width, 20), subsequent_indent="  ", break_on_hyphens=False)
