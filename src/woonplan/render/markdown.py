"""A document as GitHub Markdown: tables that paste, and no cell that can act."""

from __future__ import annotations

import re

from woonplan.render.safe import safe
from woonplan.render.text import cell_text
from woonplan.tables import Cell, Document, Kind, Row, Style, Table, readable

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def render_markdown(document: Document) -> str:
    """Return the document as Markdown."""
    lines = [f"## {escape(document.title)}", ""]
    for table in map(readable, document.tables):
        if len(document.tables) > 1:
            lines += [f"### {escape(table.title)}", ""]
        lines += [*_table(table), ""]
        lines += [f"{escape(note)}\n" for note in table.notes]
    lines += [f"- {note.kind}: {escape(note.text)}" for note in document.notes]
    return "\n".join(lines).rstrip("\n") + "\n"


def escape(text: str) -> str:
    """Return text in which no character means anything to Markdown or HTML."""
    # Dutch words hold underscores (identifiers) but no emphasis: a single one inside a word is left alone by GitHub.
    return re.sub(r"(?<=\w)\\_(?=\w)", "_", _SPECIAL.sub(r"\\\1", safe(text)))


def _table(table: Table) -> list[str]:
    heads = [escape(column.header) for column in table.columns]
    rules = ["---" if column.kind is Kind.TEXT else "---:" for column in table.columns]
    rows = [[_cell(row, i, cell) for i, cell in enumerate(row.cells)] for row in table.rows]
    return [f"| {' | '.join(cells)} |" for cells in (heads, rules, *rows)]


def _cell(row: Row, index: int, cell: Cell) -> str:
    text = escape(cell_text(cell))
    if row.style is Style.TOTAL and text:
        return f"**{text}**"
    return f"&nbsp;&nbsp;{text}" if row.style is Style.DETAIL and index == 0 else text
