"""A document for people: tables as wide as they need, or as narrow as the screen."""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from woonplan.render.safe import encodable, inert, safe
from woonplan.render.terminal.alike import ends_together, told_once
from woonplan.render.terminal.barred import WIDEST, barred, signed
from woonplan.render.terminal.grid import grid_of
from woonplan.render.terminal.ink import Ink, inked
from woonplan.render.terminal.layout import GAP, HEAD, grid_lines, total
from woonplan.render.terminal.pen import Pen, can_draw_blocks
from woonplan.render.terminal.screen import Screen
from woonplan.render.terminal.wrapping import GLUE, cell_width
from woonplan.tables.cell import words
from woonplan.tables.document import BRIEF, Document, NoteKind, Passage, themes
from woonplan.tables.table import Kind, Style, Table, readable

Styled = tuple[str, Ink]
"""A line or more, and what they are."""

INDENT = 2
LEAST = 30
"""Columns that a text of a passage keeps, however narrow the screen."""

_PLACE = re.compile(r"\br\. \d[\d-]*(?:, \d[\d-]*)*")
"""Text lines of a document, which are read as one: `r. 1635-1636`, `r. 1662, 1701`."""

_OPTION = re.compile(r"(--[a-z-]+) (?=[^\s-])")
"""Between an option and its value."""


def render_text(document: Document, screen: Screen) -> str:
    """Return the document as text for ``screen``: plain lines, or with escape codes where it understands them."""
    written = []
    for text, kind in _lines(_writable(document, screen.encoding), screen):
        for line in text.split("\n"):
            shown = line.replace(GLUE, " ").rstrip()
            written.append(f"{inked(shown, kind) if screen.styled else shown}\n")
    return encodable(inert("".join(written)), screen.encoding)


def _lines(document: Document, screen: Screen) -> Iterator[Styled]:
    width = screen.width
    brief = bool(document.following)
    if document.answer:
        yield _wrapped(document.answer, width), Ink.ANSWER
        yield _wrapped(document.scope, width), Ink.PLAIN
    if not brief:
        yield _wrapped(document.title, width), Ink.PLAIN if document.answer else Ink.HEAD
    parts = (_charts(document, screen), _tables(document, screen))
    yield from chain.from_iterable(parts if brief else reversed(parts))
    for passage in document.passages:
        if passage.level == 0:
            yield "", Ink.PLAIN
        yield from _passage(passage, width)
    if document.notes:
        yield "", Ink.PLAIN
    for note in document.notes:
        mark = note.kind if note.kind is NoteKind.WEEGT else f"{note.kind}:"
        yield _wrapped(f"{mark} {note.text}", width), Ink.PLAIN
    if document.following:
        yield _following(document.following, screen), Ink.ASIDE


def _tables(document: Document, screen: Screen) -> Iterator[Styled]:
    brief = bool(document.following)
    for part in themes(replace(document, charts=())):
        if part.name:
            yield "", Ink.PLAIN
            yield _wrapped(part.name.upper(), screen.width), Ink.HEAD
        for full in map(readable, part.tables):
            table = told_once(ends_together(full) if brief or full.large else full)
            yield "", Ink.PLAIN
            if len(document.tables) > 1:
                yield _wrapped(table.title, screen.width), Ink.HEAD
            yield from _table(table, screen)
        if part.name == BRIEF:
            yield from _said("Wat dit kan veranderen", document.moving, screen.width)
            yield from _said("Wat ontbreekt", document.missing, screen.width)


def _said(heading: str, sentences: Sequence[str], width: int | None) -> Iterator[Styled]:
    if sentences:
        yield "", Ink.PLAIN
        yield _wrapped(heading, width), Ink.HEAD
    for text in sentences:
        yield _wrapped(f"- {text}", width), Ink.PLAIN


def _charts(document: Document, screen: Screen) -> Iterator[Styled]:
    if document.charts:
        from woonplan.render.terminal.charts import chart_lines

        plain = not can_draw_blocks(screen.encoding)
        for chart in document.charts:
            yield "", Ink.PLAIN
            yield from ((line, Ink.PLAIN) for line in chart_lines(chart, screen.width, ascii_only=plain))


def _table(table: Table, screen: Screen) -> Iterator[Styled]:
    width, grid = screen.width, grid_of(table)
    shown = fitting(table, grid.least(), width) if width is not None else range(len(table.columns))
    if table.bars and width is not None:
        pen = Pen(WIDEST, plain=not can_draw_blocks(screen.encoding))
        marked = signed(table, pen)
        room = min(width - total([grid_of(marked).wanted()[i] for i in shown]) - GAP, WIDEST)
        wide = barred(marked, room, pen)
        if wide is not marked:
            table, grid, shown = wide, grid_of(wide), [*shown, len(table.columns)]
    for line, number in grid_lines(grid.part(shown), width):
        if number is None:
            yield line, Ink.PLAIN
        elif number == HEAD:
            yield line, Ink.HEAD
        else:
            yield line, Ink.TOTAL if table.rows[number].style is Style.TOTAL else Ink.ROW
    notes = [*table.notes] if table.rows else ["(geen)", *table.notes]
    dropped = [_gone(table, i) for i in range(len(table.columns)) if i not in shown]
    if dropped:
        notes.append(f"Niet getoond (scherm te smal): {', '.join(dropped)}. Zie --format csv of een breder scherm.")
    yield from ((_wrapped(note, width), Ink.ASIDE) for note in notes)


def fitting(table: Table, least: Sequence[int], width: int) -> list[int]:
    """Return which columns are shown on ``width`` columns of the screen, where ``least`` is what each takes.

    What says nothing in any row goes first, then the column with the highest ``drop``, all columns with the same number
    together; one with 0 never goes, nor does a term of a sum.
    """
    drops = [
        math.inf if _silent(table, i) is not None else 0 if column.term else column.drop
        for i, column in enumerate(table.columns)
    ]
    shown = list(range(len(drops)))
    while total([least[i] for i in shown]) > width:
        most = max(drops[i] for i in shown)
        if most == 0:
            break
        shown = [i for i in shown if drops[i] != most]
    return shown


def _silent(table: Table, index: int) -> str | None:
    """Return what stands in all rows of a column that says nothing: no text, or the same words in place of numbers."""
    cells = {row.cells[index] or "" for row in table.rows}
    words = next(iter(cells), None)
    if index == 0 or len(cells) != 1 or not isinstance(words, str):
        return None
    return words if not words or table.columns[index].kind is not Kind.TEXT else None


def _gone(table: Table, index: int) -> str:
    """Return what a column that is not shown is called, with what it says of every row where that is one thing."""
    words = _silent(table, index)
    return f"{table.columns[index].header} (overal '{words}')" if words else table.columns[index].header


def _writable(document: Document, encoding: str) -> Document:
    """Return the document in characters that ``encoding`` has: an escape is wider, so this comes before any layout."""

    def text(value: str) -> str:
        value = _PLACE.sub(lambda found: found[0].replace(" ", GLUE), value)
        return GLUE.join(encodable(safe(part), encoding) for part in value.split(GLUE))

    tables = tuple(
        replace(
            table,
            title=text(table.title),
            theme=text(table.theme),
            notes=tuple(map(text, table.notes)),
            columns=tuple(column._replace(header=text(column.header)) for column in table.columns),
            rows=tuple(
                row._replace(cells=tuple(text(words(cell)) if isinstance(cell, str) else cell for cell in row.cells))
                for row in table.rows
            ),
        )
        for table in document.tables
    )
    notes = tuple(note._replace(text=text(note.text)) for note in document.notes)
    passages = tuple(
        passage._replace(
            title=text(passage.title),
            items=tuple((text(label), "\n".join(map(text, said.split("\n")))) for label, said in passage.items),
        )
        for passage in document.passages
    )
    charts = tuple(
        replace(
            chart,
            title=text(chart.title),
            says=text(chart.says),
            band_name=text(chart.band_name),
            unit=text(chart.unit),
            categories=tuple(map(text, chart.categories)),
            series=tuple(series._replace(name=text(series.name)) for series in chart.series),
        )
        for chart in document.charts
    )
    return replace(
        document,
        title=text(document.title),
        answer=text(document.answer),
        scope=text(document.scope),
        following=tuple(map(text, document.following)),
        tables=tables,
        notes=notes,
        moving=tuple(map(text, document.moving)),
        missing=tuple(map(text, document.missing)),
        passages=passages,
        charts=charts,
    )


def _passage(passage: Passage, width: int | None) -> Iterator[Styled]:
    """Yield a passage, indented by its level, its labels in one column."""
    margin = " " * (INDENT * passage.level)
    yield _filled(margin, margin + " " * INDENT, passage.title, width), Ink.HEAD
    column = max((len(label) for label, _ in passage.items), default=0) + 2
    for label, text in passage.items:
        first = f"{margin}{' ' * INDENT}{label.ljust(column)}"
        for paragraph in text.split("\n"):
            yield _filled(first, " " * len(first), paragraph, width), Ink.PLAIN
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


def _following(commands: Sequence[str], screen: Screen) -> str:
    """Return the commands with what stands between them, each on one line where it fits on one."""
    room = math.inf if screen.width is None else screen.width - INDENT
    glued = (
        command.replace(" ", GLUE) if cell_width(command) <= room else _OPTION.sub(rf"\1{GLUE}", command)
        for command in commands
    )
    between = "\u00b7" if encodable("\u00b7", screen.encoding) == "\u00b7" else "|"
    return _wrapped("Verder: " + f" {between} ".join(glued), screen.width)


def _wrapped(text: str, width: int | None) -> str:
    if width is None:
        return text
    return textwrap.fill(text, max(width, 20), subsequent_indent="  ", break_on_hyphens=False)
