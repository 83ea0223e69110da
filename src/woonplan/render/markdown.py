"""A document as GitHub Markdown: tables that paste, and no cell that can act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from woonplan.numerals import dutch, plural
from woonplan.render.cells import cell_text
from woonplan.render.safe import inert, safe
from woonplan.tables.cell import Cell
from woonplan.tables.document import BRIEF, Document, themes
from woonplan.tables.table import Column, Kind, Row, Style, Table, readable

MOST = 60_000
"""Characters of a document with tables that are folded away: a comment on GitHub holds 65,535."""

WIDEST = 40
"""Dashes of the rule under the widest column: a longer text goes on on the next line anyhow."""

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
_START = re.compile(r"^([-+=]|:(?=:)|\d+(?=[.)]))")
"""What makes a list, a rule, a heading or a command to a CI log of a line that starts with it."""


def render_markdown(document: Document) -> str:
    """Return the document as Markdown."""
    lines = [f"**{escape(document.answer)}**", "", escape(document.scope), ""] if document.answer else []
    lines += [f"## {escape(document.title)}", ""]
    tables, parts = tuple(map(readable, document.tables)), themes(document)
    notes = [f"- {note.kind}: {escape(note.text)}" for note in document.notes]
    for part in parts:
        last = part is parts[-1] and part.name
        lines += [f"### {escape(part.name)}", "", *((*notes, "") if last and notes else ())] if part.name else []
        for table in map(readable, (table for table in part.tables if not table.detail)):
            if len(document.tables) > 1:
                lines += [f"{'####' if part.name else '###'} {escape(table.title)}", ""]
            lines += [*_table(table), "", *(f"{_paragraph(note)}\n" for note in table.notes)]
        if part.name == BRIEF:
            lines += [*_said("Wat dit kan veranderen", document.moving), *_said("Wat ontbreekt", document.missing)]
    for passage in document.passages:
        lines += [f"{'#' * min(3 + passage.level, 6)} {escape(passage.title)}", ""]
        lines += [*(_item(label, text) for label, text in passage.items), ""]
    rest = [] if parts and parts[-1].name else notes
    folded = [_Folded(table) for table in tables if table.detail]
    room = MOST - sum(len(line) + 1 for line in (*lines, *rest, *(line for one in folded for line in one.around)))
    for one in folded:
        shown = one.fitting(room)
        room -= sum(len(line) + 1 for line in shown)
        lines += [*one.before, *shown, *one.after(len(shown))]
    return inert("\n".join((*lines, *rest)).rstrip("\n")) + "\n"


def _said(heading: str, sentences: Sequence[str]) -> list[str]:
    return [f"#### {heading}", "", *(f"- {escape(text)}" for text in sentences), ""] if sentences else []


class _Folded:
    """A table that is folded away, of which no more rows are shown than there is room for."""

    def __init__(self, table: Table) -> None:
        head, rule, *self._rows = _table(table)
        self._notes = [f"{_paragraph(note)}\n" for note in table.notes]
        count = f"{dutch(len(self._rows))} {plural(len(self._rows), 'rij', 'rijen')}"
        self.before = ["<details>", f"<summary>{escape(table.title)} ({count})</summary>", "", head, rule]

    @property
    def around(self) -> list[str]:
        """All of it but its rows."""
        return [*self.before, *self.after(0)]

    def fitting(self, room: int) -> list[str]:
        """Return the rows for which there is room (characters)."""
        lengths = accumulate(len(row) + 1 for row in self._rows)
        return self._rows[: sum(length <= room for length in lengths)]

    def after(self, shown: int) -> list[str]:
        """Return what stands under the rows, and how many were left out."""
        left = len(self._rows) - shown
        what = plural(left, "rij past hier niet meer", "rijen passen hier niet meer")
        more = [f"Nog {dutch(left)} {what}: zie --format csv of xlsx.", ""] if left else []
        return ["", *more, *self._notes, "</details>", ""]


def escape(text: str) -> str:
    """Return text in which no character means anything to Markdown or HTML."""
    # Dutch words hold underscores (identifiers) but no emphasis: a single one inside a word is left alone by GitHub.
    return re.sub(r"(?<=[^\W_])\\_(?=[^\W_])", "_", _SPECIAL.sub(r"\\\1", safe(text)))


def _paragraph(text: str) -> str:
    start = _START.match(text := text.lstrip())
    if start is None:
        return escape(text)
    mark, rest = start.group(1), text[start.end() :]
    return f"{mark}\\{rest[0]}{escape(rest[1:])}" if mark.isdecimal() else f"\\{mark}{escape(rest)}"


def _table(table: Table) -> list[str]:
    heads = [escape(column.header) for column in table.columns]
    rows = [[_cell(row, i, cell) for i, cell in enumerate(row.cells)] for row in table.rows]
    # Converters to a word processor give a column the width of its rule.
    widths = [min(max(map(len, cells)), WIDEST) for cells in zip(heads, *rows, strict=True)]
    rules = [_rule(column, width) for column, width in zip(table.columns, widths, strict=True)]
    return [f"| {' | '.join(cells)} |" for cells in (heads, rules, *rows)]


def _rule(column: Column, width: int) -> str:
    return "-" * max(width, 3) if column.kind is Kind.TEXT else f"{'-' * max(width - 1, 3)}:"


def _cell(row: Row, index: int, cell: Cell) -> str:
    text = escape(cell_text(cell))
    if row.style is Style.TOTAL and text:
        return f"**{text}**"
    return f"&nbsp;&nbsp;{text}" if row.style is Style.DETAIL and index == 0 else text


def _item(label: str, text: str) -> str:
    """Return one line of a passage; text of several lines is code, and stands as it is."""
    if "\n" not in text:
        return f"- {escape(label)}: {escape(text)}"
    code = "\n".join(f"  {safe(line)}" for line in text.split("\n"))
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", text)), 3)
    return f"- {escape(label)}:\n\n  {fence}\n{code}\n  {fence}"
