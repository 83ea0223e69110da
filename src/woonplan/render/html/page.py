"""A document as one HTML page: nothing is fetched, nothing runs, and no text of a file means anything to a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape as escape_html

from woonplan import __version__
from woonplan.render.cells import cell_text
from woonplan.render.facts import fact_lines
from woonplan.render.html.style import STYLE
from woonplan.render.safe import inert, safe
from woonplan.tables import Cell, Column, Document, Kind, Passage, Row, Style, Table, Value, readable

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What the page may do: show itself. Text that would get past the escaping still cannot run or fetch anything."""

WIDE = 7
"""With more columns than this a table is printed on its side."""

CONTENTS = 4
"""From this many tables on there is a list of them."""

PAGE_TITLE = 90
"""Characters of the title at the foot of each printed page."""

_UNBROKEN = re.compile(r"--\w[\w-]*|\d[\d.]*(?:-\d[\d.]*)+|\(\+ \d[\d.]* onbekend\)")
"""Dates, ranges of numbers, options, and what is unknown beside a number: a browser would break them."""


def render_html(document: Document) -> str:
    """Return the document as a page for screens of every width, and for A4."""
    return inert("\n".join(_page(document)), "&#58;", "&#35;") + "\n"


def escape(text: str) -> str:
    """Return text in which no character means anything to HTML, inside an attribute neither."""
    return escape_html(safe(text), quote=True)


def _prose(text: str) -> str:
    """Return text to be read on, in which dates and ranges stay on one line."""
    return _UNBROKEN.sub(r'<span class="keep">\g<0></span>', escape(text))


def _page(document: Document) -> Iterator[str]:
    title = escape(document.title)
    yield "<!DOCTYPE html>"
    yield '<html lang="nl">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f'<meta name="generator" content="woonplan {__version__}">'
    yield f"<title>{title}</title>"
    yield f"<style>\n{STYLE}{_foot_of_pages(document.title)}</style>"
    yield "</head>"
    yield "<body>"
    tables = tuple(map(readable, document.tables))
    first, last = (_on_its_side(tables, end) for end in (0, -1))
    yield f"<header{'' if document.charts else first}><h1>{_prose(document.title)}</h1></header>"
    yield "<main>"
    yield from _contents(document)
    yield from _charts(document)
    for number, table in enumerate(tables, 1):
        yield from _table(table, number)
    for passage in document.passages:
        yield from _passage(passage)
    last = "" if document.passages else last
    yield from _notes(document, last)
    yield "</main>"
    yield from _facts(document, last)
    yield "</body>"
    yield "</html>"


def _on_its_side(tables: tuple[Table, ...], index: int) -> str:
    """Return the attribute of a part that is printed on the same page as a table: on its side when the table is."""
    wide = bool(tables) and len(tables[index].columns) > WIDE
    return ' class="wide"' if wide else ""


def _foot_of_pages(title: str) -> str:
    """Return the style that repeats the title on each printed page, every letter of it as a number."""
    shown = safe(title)
    shown = shown if len(shown) <= PAGE_TITLE else f"{shown[: PAGE_TITLE - 3]}..."
    text = "".join(f"\\{ord(character):06x}" for character in shown)
    return f'@page {{ @bottom-left {{ content: "{text}"; font: 8pt "Segoe UI", Arial, sans-serif }} }}\n'


def _contents(document: Document) -> Iterator[str]:
    if len(document.tables) < CONTENTS:
        return
    yield '<nav aria-label="Inhoud"><ul>'
    for number, table in enumerate(document.tables, 1):
        yield f'<li><a href="#tabel-{number}">{escape(table.title)}</a></li>'
    yield "</ul></nav>"


def _charts(document: Document) -> Iterator[str]:
    if not document.charts:
        return
    from woonplan.render.svg.picture import svg

    yield '<div class="charts">'
    for chart in document.charts:
        yield f"<figure>\n<figcaption>{_prose(chart.title)}</figcaption>\n{svg(chart)}</figure>"
    yield "</div>"


def _table(table: Table, number: int) -> Iterator[str]:
    name = f"tabel-{number}"
    yield f'<section id="{name}"{_on_its_side((table,), 0)}>'
    # A part that scrolls must be reachable by keyboard, and have a name.
    yield f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{name}-titel">'
    yield "<table>"
    yield f'<caption><span id="{name}-titel">{escape(table.title)}</span></caption>'
    yield f"<thead><tr>{''.join(map(_head, table.columns))}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        yield _row(row, table.columns)
    if not table.rows:
        yield f'<tr><td colspan="{max(len(table.columns), 1)}" class="unknown">geen rijen</td></tr>'
    yield "</tbody>"
    yield "</table>"
    yield "</div>"
    for note in table.notes:
        yield f'<p class="note">{_prose(note)}</p>'
    yield "</section>"


def _head(column: Column) -> str:
    number = "" if column.kind is Kind.TEXT else ' class="number"'
    return f'<th scope="col"{number}>{escape(column.header)}</th>'


def _row(row: Row, columns: tuple[Column, ...]) -> str:
    style = "" if row.style is Style.NORMAL else f' class="{row.style}"'
    cells = [_cell(cell, column) for cell, column in zip(row.cells, columns, strict=True)]
    cells[:1] = [_named(row, columns[0])] if cells else []
    return f"<tr{style}>{''.join(cells)}</tr>"


def _named(row: Row, column: Column) -> str:
    """Return the first cell of a row: it names the row, also for those who hear the table."""
    number = "" if column.kind is Kind.TEXT else ' class="number"'
    return f'<th scope="row"{number}>{_prose(cell_text(row.cells[0]))}</th>'


def _cell(cell: Cell, column: Column) -> str:
    kinds = ["text" if column.kind is Kind.TEXT else "number"]
    if isinstance(cell, Value) and cell.number.applies and not cell.look.bare:
        kinds += _look(cell)
    return f'<td class="{" ".join(kinds)}">{_prose(cell_text(cell))}</td>'


def _look(number: Value) -> list[str]:
    """Return the look of a number; the words in the cell say the same."""
    low, high = number.reach
    if number.blank or (low, high) == (None, None):
        return ["unknown"] if not number.apart or number.blank else []
    if not number.look.signed or number.rounding:
        return []
    if high is not None and high < 0:
        return ["below"]
    return ["above"] if low is not None and low > 0 else []


def _passage(passage: Passage) -> Iterator[str]:
    heading = f"h{min(2 + passage.level, 6)}"
    yield f'<section class="passage" style="--level: {min(passage.level, 6)}">'
    yield f"<{heading}>{_prose(passage.title)}</{heading}>"
    if passage.items:
        yield "<dl>"
        yield from (_pair(label, text) for label, text in passage.items)
        yield "</dl>"
    yield "</section>"


def _pair(label: str, text: str) -> str:
    return f"<dt>{escape(label)}</dt><dd>{'<br>'.join(map(_prose, text.split(chr(10))))}</dd>"


def _notes(document: Document, wide: str) -> Iterator[str]:
    if not document.notes:
        return
    yield f"<section{wide}>"
    yield "<h2>Opmerkingen</h2>"
    yield "<ul>"
    for note in document.notes:
        yield f"<li><strong>{note.kind}:</strong> {_prose(note.text)}</li>"
    yield "</ul>"
    yield "</section>"


def _facts(document: Document, wide: str) -> Iterator[str]:
    yield f"<footer{wide}>"
    yield "<h2>Herkomst</h2>"
    yield '<dl class="list">'
    yield from (_pair(label, text) for label, text in fact_lines(document))
    yield "</dl>"
    yield "</footer>"
