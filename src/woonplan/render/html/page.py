"""A document as one HTML page: nothing is fetched, nothing runs, and no text of a file means anything to a browser."""

from __future__ import annotations

import re
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

_UNBROKEN = re.compile(r"--\w[\w-]*|(?<![\d.])\d[\d.]*+(?:-\d[\d.]*+)+|\(\+ \d[\d.]* onbekend\)")
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


def _page(document: Document) -> list[str]:
    tables = tuple(map(readable, document.tables))
    first, last = (_on_its_side(tables, end) for end in (0, -1))
    last = "" if document.passages else last
    return [
        "<!DOCTYPE html>",
        '<html lang="nl">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f'<meta name="generator" content="woonplan {__version__}">',
        f"<title>{escape(document.title)}</title>",
        f"<style>\n{STYLE}{_foot_of_pages(document.title)}</style>",
        "</head>",
        "<body>",
        f"<header{'' if document.charts else first}>",
        *_answer(document),
        f"<h1>{_prose(document.title)}</h1></header>",
        "<main>",
        *_contents(document),
        *_charts(document),
        *(line for number, table in enumerate(tables, 1) for line in _table(table, number)),
        *(line for passage in document.passages for line in _passage(passage)),
        *_notes(document, last),
        "</main>",
        f"<footer{last}>",
        "<h2>Herkomst</h2>",
        '<dl class="list">',
        *(_pair(label, text) for label, text in fact_lines(document)),
        "</dl>",
        "</footer>",
        "</body>",
        "</html>",
    ]


def _answer(document: Document) -> list[str]:
    """Return the answer above the title, as large as it is short, and of whose plans it is."""
    if not document.answer:
        return []
    return [f'<p class="answer">{_prose(document.answer)}</p>', f"<p>{_prose(document.scope)}</p>"]


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


def _contents(document: Document) -> list[str]:
    if len(document.tables) < CONTENTS:
        return []
    links = (
        f'<li><a href="#tabel-{number}">{escape(table.title)}</a></li>'
        for number, table in enumerate(document.tables, 1)
    )
    return ['<nav aria-label="Inhoud"><ul>', *links, "</ul></nav>"]


def _charts(document: Document) -> list[str]:
    if not document.charts:
        return []
    from woonplan.render.svg.picture import svg

    figures = (
        f"<figure>\n<figcaption>{_prose(chart.title)}</figcaption>\n{svg(chart)}</figure>" for chart in document.charts
    )
    return ['<div class="charts">', *figures, "</div>"]


def _table(table: Table, number: int) -> list[str]:
    name = f"tabel-{number}"
    rows = [_row(row, table.columns) for row in table.rows]
    empty = f'<tr><td colspan="{max(len(table.columns), 1)}" class="unknown">geen rijen</td></tr>'
    return [
        f'<section id="{name}"{_on_its_side((table,), 0)}>',
        # A part that scrolls must be reachable by keyboard, and have a name.
        f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{name}-titel">',
        "<table>",
        f'<caption><span id="{name}-titel">{escape(table.title)}</span></caption>',
        f"<thead><tr>{''.join(_head('col', column, escape(column.header)) for column in table.columns)}</tr></thead>",
        "<tbody>",
        *(rows or [empty]),
        "</tbody>",
        "</table>",
        "</div>",
        *(f'<p class="note">{_prose(note)}</p>' for note in table.notes),
        "</section>",
    ]


def _head(scope: str, column: Column, text: str) -> str:
    number = "" if column.kind is Kind.TEXT else ' class="number"'
    return f'<th scope="{scope}"{number}>{text}</th>'


def _row(row: Row, columns: tuple[Column, ...]) -> str:
    style = "" if row.style is Style.NORMAL else f' class="{row.style}"'
    cells = (_cell(cell, column, i) for i, (cell, column) in enumerate(zip(row.cells, columns, strict=True)))
    return f"<tr{style}>{''.join(cells)}</tr>"


def _cell(cell: Cell, column: Column, index: int) -> str:
    text = _prose(cell_text(cell))
    if index == 0:
        # It names the row, also for those who hear the table.
        return _head("row", column, text)
    kinds = ["text" if column.kind is Kind.TEXT else "number"]
    if isinstance(cell, Value) and cell.number.applies and not cell.look.bare:
        kinds += _look(cell)
    return f'<td class="{" ".join(kinds)}">{text}</td>'


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


def _passage(passage: Passage) -> list[str]:
    heading = f"h{min(2 + passage.level, 6)}"
    items = ["<dl>", *(_pair(label, text) for label, text in passage.items), "</dl>"] if passage.items else []
    return [
        f'<section class="passage" style="--level: {min(passage.level, 6)}">',
        f"<{heading}>{_prose(passage.title)}</{heading}>",
        *items,
        "</section>",
    ]


def _pair(label: str, text: str) -> str:
    return f"<dt>{escape(label)}</dt><dd>{'<br>'.join(map(_prose, text.split(chr(10))))}</dd>"


def _notes(document: Document, wide: str) -> list[str]:
    if not document.notes:
        return []
    notes = (f"<li><strong>{note.kind}:</strong> {_prose(note.text)}</li>" for note in document.notes)
    return [f"<section{wide}>", "<h2>Opmerkingen</h2>", "<ul>", *notes, "</ul>", "</section>"]
