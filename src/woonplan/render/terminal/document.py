"""A document for people: tables as wide as they need, or as narrow as the screen."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import replace

from woonplan.numerals import dutch
from woonplan.render.cells import number_text
from woonplan.render.safe import encodable, inert, safe
from woonplan.render.terminal.paper import GAP, Lane, Paper, cell_width, paper
from woonplan.render.terminal.passages import passage_lines
from woonplan.render.terminal.screen import Screen
from woonplan.tables import Amount, Cell, Column, Document, Exact, Kind, Row, Style, Table, readable

NARROW = 16
"""A column of text that may wrap gets at least this width, or goes."""

SMALLEST = 60
"""Columns of the narrowest screen that a table is laid out anew for; on a narrower one it is as wide as it must be."""

WORD = 26
"""A word up to this length is not broken; a longer one is an address."""


def render_text(document: Document, screen: Screen) -> str:
    """Return the document as text for ``screen``: plain lines, or with escape codes where it understands them."""
    document = _writable(document, screen.encoding)
    out = paper(screen)
    out.line(_wrapped(document.title, screen), "bold")
    for table in map(readable, document.tables):
        out.line()
        if len(document.tables) > 1:
            out.line(_wrapped(table.title, screen), "bold")
        _write_table(out, table, screen)
    if document.charts:
        from woonplan.render.terminal.charts import can_draw_blocks, chart_lines

        plain = not can_draw_blocks(screen.encoding)
        for chart in document.charts:
            out.line()
            for line in chart_lines(chart, screen.width, ascii_only=plain):
                out.line(line)
    for passage in document.passages:
        if passage.level == 0:
            out.line()
        for line, is_title in passage_lines(passage, screen.width):
            out.line(line, "bold" if is_title else "")
    if document.notes:
        out.line()
    for note in document.notes:
        out.line(_wrapped(f"{note.kind}: {safe(note.text)}", screen))
    return encodable(inert(out.text()), screen.encoding)


def _write_table(out: Paper, table: Table, screen: Screen) -> None:
    columns, dropped = fitting(table, screen.width)
    width = _table_width(table, columns, screen)
    split = screen.width is not None and width > screen.width
    if split:
        width = _table_width(table, columns, screen, split=True)
    lanes = [_lane(table, i, screen, split=split) for i in columns]
    rows = [_cells(row, columns, split=split) for row in table.rows]
    if screen.width is None or screen.width < SMALLEST or out.fits(lanes, rows, width, screen.width):
        out.table(lanes, rows, width)
    else:
        for line, style in _narrow(table, columns, screen.width):
            out.line(line, style)
    for line in _notes(table, dropped):
        out.line(_wrapped(line, screen), "dim")


def _narrow(table: Table, columns: list[int], width: int) -> Iterator[tuple[str, str]]:
    from woonplan.render.terminal.narrow import Grid, narrow_lines

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
    if isinstance(cell, Amount | Exact):
        return number_text(cell)
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
    return shown, [table.columns[i] for i in sorted(gone)]


def _table_width(table: Table, columns: list[int], screen: Screen, *, split: bool = False) -> int:
    """Return the columns that a table takes: those of the screen, or more where its numbers and names need it."""
    gaps = GAP * (len(columns) - 1)
    least = sum(_least(table, i, split=split) for i in columns) + gaps
    most = sum(_width(table, i, split=split) for i in columns) + gaps
    return most if screen.width is None else max(least, min(most, screen.width))


def _least(table: Table, index: int, *, split: bool = False) -> int:
    width = _width(table, index, split=split)
    return min(width, max(NARROW, _longest_word(table, index))) if _wraps(table, index) else width


def _longest_word(table: Table, index: int) -> int:
    words = (word for row in table.rows for word in cell_text(row.cells[index]).split(" "))
    return min(max(map(cell_width, words), default=0), WORD)


def _wraps(table: Table, index: int) -> bool:
    return index > 0 and table.columns[index].kind is Kind.TEXT


def _width(table: Table, index: int, *, split: bool = False) -> int:
    lines = [line for row in table.rows for line in _indented(row, index, split=split).split("\n")]
    return max((cell_width(text) for text in (table.columns[index].header, *lines)), default=0)


def _indented(row: Row, index: int, *, split: bool = False) -> str:
    """Return what stands in a cell; ``split`` gives what is unknown beside an exact number a line of its own."""
    cell = row.cells[index]
    text = cell_text(cell)
    if split and isinstance(cell, Exact):
        text = text.replace(" (+ ", "\n(+ ")
    return f"  {text}" if index == 0 and row.style is Style.DETAIL else text


def _lane(table: Table, index: int, screen: Screen, *, split: bool) -> Lane:
    column = table.columns[index]
    # Only text may wrap, and never a name; numbers keep their line whatever the screen.
    wraps = screen.width is not None and _wraps(table, index)
    width = _least(table, index) if wraps else _width(table, index, split=split)
    return Lane(column.header, width, right=column.kind is not Kind.TEXT, wraps=wraps)


def _cells(row: Row, columns: list[int], *, split: bool) -> tuple[list[str], str]:
    return [_indented(row, i, split=split) for i in columns], "bold" if row.style is Style.TOTAL else ""


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
