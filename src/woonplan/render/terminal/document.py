"""A document for people: tables as wide as they need, or as narrow as the screen."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace

from woonplan.render.safe import encodable, inert, safe
from woonplan.render.terminal.grid import grid_of
from woonplan.render.terminal.layout import HEAD, grid_lines, total
from woonplan.render.terminal.screen import Screen
from woonplan.tables import Column, Document, Passage, Style, Table, readable

Styled = tuple[str, str]
"""A line or more, and how it looks: bold, dim or as it is."""

INDENT = 2
LEAST = 30
"""Columns that a text of a passage keeps, however narrow the screen."""

_CODES = {"bold": "\x1b[1m", "dim": "\x1b[2m"}
_PLAIN = "\x1b[0m"


def render_text(document: Document, screen: Screen) -> str:
    """Return the document as text for ``screen``: plain lines, or with escape codes where it understands them."""
    written = []
    for text, style in _lines(_writable(document, screen.encoding), screen):
        code = _CODES.get(style) if screen.styled else None
        for line in text.split("\n"):
            shown = line.rstrip()
            written.append(f"{code}{shown}{_PLAIN}\n" if code and shown else f"{shown}\n")
    return encodable(inert("".join(written)), screen.encoding)


def _lines(document: Document, screen: Screen) -> Iterator[Styled]:
    width = screen.width
    yield _wrapped(document.title, width), "bold"
    for table in map(readable, document.tables):
        yield "", ""
        if len(document.tables) > 1:
            yield _wrapped(table.title, width), "bold"
        yield from _table(table, width)
    if document.charts:
        from woonplan.render.terminal.charts import chart_lines
        from woonplan.render.terminal.pen import can_draw_blocks

        plain = not can_draw_blocks(screen.encoding)
        for chart in document.charts:
            yield "", ""
            yield from ((line, "") for line in chart_lines(chart, width, ascii_only=plain))
    for passage in document.passages:
        if passage.level == 0:
            yield "", ""
        yield from _passage(passage, width)
    if document.notes:
        yield "", ""
    for note in document.notes:
        yield _wrapped(f"{note.kind}: {note.text}", width), ""


def _table(table: Table, width: int | None) -> Iterator[Styled]:
    grid = grid_of(table)
    shown = fitting(table.columns, grid.least(), width) if width is not None else range(len(table.columns))
    for line, number in grid_lines(grid.part(shown), width):
        bold = number == HEAD or (number is not None and table.rows[number].style is Style.TOTAL)
        yield line, "bold" if bold else ""
    notes = [*table.notes] if table.rows else ["(geen)", *table.notes]
    dropped = [column.header for i, column in enumerate(table.columns) if i not in shown]
    if dropped:
        notes.append(f"Niet getoond (scherm te smal): {', '.join(dropped)}. Zie --format csv of een breder scherm.")
    yield from ((_wrapped(note, width), "dim") for note in notes)


def fitting(columns: Sequence[Column], least: Sequence[int], width: int) -> list[int]:
    """Return which columns are shown on ``width`` columns of the screen, where ``least`` is what each takes.

    The column with the highest ``drop`` goes first, all columns with the same number together; one with 0 never goes.
    """
    shown = list(range(len(columns)))
    while total([least[i] for i in shown]) > width:
        most = max(columns[i].drop for i in shown)
        if most == 0:
            break
        shown = [i for i in shown if columns[i].drop != most]
    return shown


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


def _passage(passage: Passage, width: int | None) -> Iterator[Styled]:
    """Yield a passage, indented by its level, its labels in one column."""
    margin = " " * (INDENT * passage.level)
    yield _filled(margin, margin + " " * INDENT, passage.title, width), "bold"
    column = max((len(label) for label, _ in passage.items), default=0) + 2
    for label, text in passage.items:
        first = f"{margin}{' ' * INDENT}{label.ljust(column)}"
        for paragraph in text.split("\n"):
            yield _filled(first, " " * len(first), paragraph, width), ""
            first = " " * len(first)


def _filled(first: str, rest: str, text: str, width: int | None) -> str:
    if width is None:
        return f"{first}{text}"
    return (
        textwrap.fill(
            text,
            max(width, len(rest) + LEAST),
            initial_indent=first,
            subsequent_indent=rest,
            break_on_hyphens=False,
            break_long_words=False,
        )
        or first
    )


def _wrapped(text: str, width: int | None) -> str:
    if width is None:
        return text
    return textwrap.fill(text, max(width, 20), subsequent_indent="  ", break_on_hyphens=False)
